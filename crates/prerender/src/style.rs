use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// Written by `build.rs`, without comments and blanks.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/cards.css"));

/// The cards' style sheet, as it is in every prerendered element of this release.
pub fn style() -> &'static str {
    STYLE
}

/// What a content security policy must name in `style-src` for [`style`]: `'sha256-…'` (CSP Level 3, `hash-source`).
pub fn policy() -> String {
    source(style())
}

/// The `hash-source` of an inline style.
pub(super) fn source(style: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)))
}

#[cfg(test)]
mod tests {
    use super::style;
    use crate::compact::compact;

    #[test]
    fn lines_end_where_css_needs_no_space() {
        let sheet = include_str!("../../../styles/cards.css");
        for line in sheet.lines().map(str::trim).filter(|line| !line.is_empty()) {
            assert!(line.ends_with(['{', '}', ';', ',', ':', '/', '(']) || line.starts_with("/*"), "{line}");
        }
        assert_eq!(compact("a {\n  b: c;\n\n  /* d\n e */\n}\n"), "a {b: c;}");
    }

    #[test]
    fn the_style_cannot_end_its_element_early() {
        assert!(!style().contains('<') && !style().contains("/*"));
    }
}
