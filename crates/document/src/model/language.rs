use serde::Serialize;

/// A language tag (BCP 47): `en` for English, `pt-BR` for Portuguese as in Brazil, `zh-Hant` for Chinese in traditional
/// script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = PATTERN)))]
#[serde(transparent)]
pub struct Language(String);

/// The pattern that [`Language::parse`] accepts.
#[cfg(feature = "schema")]
const PATTERN: &str = "^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|[xi](-[A-Za-z0-9]{1,8})+)$";

impl Language {
    /// `None` if the tag is not well-formed: a primary subtag of 2 to 8 letters (or `x`, `i`), then subtags of 1 to 8
    /// letters and digits. It does not check whether a subtag is registered.
    pub fn parse(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
        let private = matches!(primary, "x" | "i") && tag.len() > 2;
        let primary_fits = letters && ((2..=8).contains(&primary.len()) || private);
        let rest_fits = subtags
            .all(|subtag| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        (primary_fits && rest_fits).then(|| Self(tag.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without region and script, in lower case: `pt` of `pt-BR`.
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or_default().to_ascii_lowercase()
    }
}
