//! What is wrong with a document, and where.

use std::fmt;

/// One fault in a document.
///
/// Displays as `path: fault; mend`, for example `claims[2].statements[0].quote: empty`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands, as one would write it in JavaScript: `claims[2].statements[0].quote`.
    /// Empty where the document as a whole is meant.
    pub path: String,
    /// What is wrong and, where it can be said, what to do about it.
    pub message: String,
    pub severity: Severity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Everything is shown; something could be better.
    Warning,
    /// Something that the document holds is not shown.
    Error,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// The path of a field: `path.key`, or `path["the key"]` where the key is not a plain word.
pub fn key_path(path: &str, key: &str) -> String {
    let is_plain = |c: u8| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b'$');
    let plain = !key.is_empty() && key.bytes().all(is_plain);
    match (plain, path.is_empty()) {
        (true, true) => key.to_owned(),
        (true, false) => format!("{path}.{key}"),
        (false, _) => format!("{path}[\"{key}\"]"),
    }
}
