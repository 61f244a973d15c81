use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

const SHEET: &str = include_str!("../../../styles/cards.css");

static STYLE: LazyLock<String> = LazyLock::new(|| compact(SHEET));

/// The cards' style sheet, as it is in every prerendered element of this release.
pub fn style() -> &'static str {
    &STYLE
}

/// What a content security policy must name in `style-src` for [`style`]: `'sha256-…'` (CSP Level 3, `hash-source`).
pub fn policy() -> String {
    source(style())
}

/// The `hash-source` of an inline style.
pub(super) fn source(style: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)))
}

/// Removes comments, and white space at both ends of lines. The style sheets of this project break lines only where CSS needs no space.
pub(super) fn compact(sheet: &str) -> String {
    let mut code = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code += rest;
    code.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::{SHEET, compact, style};

    #[test]
    fn lines_end_where_css_needs_no_space() {
        for line in SHEET.lines().map(str::trim).filter(|line| !line.is_empty()) {
            assert!(line.ends_with(['{', '}', ';', ',', ':', '/', '(']) || line.starts_with("/*"), "{line}");
        }
        assert_eq!(compact("a {\n  b: c;\n\n  /* d\n e */\n}\n"), "a {b: c;}");
    }

    #[test]
    fn the_style_cannot_end_its_element_early() {
        assert!(!style().contains('<') && !style().contains("/*"));
    }
}
