//! Problems: what is wrong with a document, and where.
//!
//! A problem is data. Its English text is made from the data in one place, [`Fault`]'s `Display`.

mod fault;

use std::fmt;

pub use fault::{Fault, IdFault, Kind};

/// A fault in a document, and its place.
///
/// Displays as `path: fault; what to do`, for example `claims[2].statements[0].quote: empty; fill it in`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub fault: Fault,
    pub severity: Severity,
    /// Its place, written as in JavaScript: `claims[2].statements[0].quote`.
    /// Empty if the problem concerns the whole document.
    pub path: String,
}

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Everything in the document is shown, but something should be improved.
    Warning,
    /// Something in the document is not shown.
    Error,
}

/// The part of the text that a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The value that the path leads to; if it is missing, the innermost value around it.
    Value,
    /// The name of the field at the path.
    Name,
    /// A character of the text, as serde_json counts: `line` from 1, `column` in bytes from 1. Column 0 is the line
    /// feed before the line.
    Character { line: usize, column: usize },
}

impl Problem {
    /// The stable code of the fault: see [`Fault::code`].
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }

    /// The whole problem on one line, as the console and the command show it: `error[empty]: claims[2].text: empty; fill it in`.
    pub fn line(&self) -> String {
        format!("{}[{}]: {self}", self.severity.name(), self.code())
    }

    /// Which part of its place it is about.
    pub fn about(&self) -> About {
        self.fault.about()
    }
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        self.fault.fmt(f)
    }
}

impl std::error::Error for Problem {}

/// The path of a field: `path.key`, or `path["the key"]` if the key is not a plain word.
pub fn key_path(path: &str, key: &str) -> String {
    let is_plain = |c: u8| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b'$');
    let plain = !key.is_empty() && key.bytes().all(is_plain);
    match (plain, path.is_empty()) {
        (true, true) => key.to_owned(),
        (true, false) => format!("{path}.{key}"),
        (false, _) => format!("{path}[\"{key}\"]"),
    }
}
