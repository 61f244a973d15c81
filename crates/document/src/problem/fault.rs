use std::fmt;

use super::About;
use crate::json::MOST_BYTES;
use crate::model::VERSION;

/// What can be wrong with a document.
///
/// Its `Display` says what is wrong and, if that is known, what to do: `unknown field; did you mean "quote"?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is longer than [`MOST_BYTES`].
    TooLarge,
    /// The text is empty.
    NoJson,
    /// The text is HTML or XML.
    Markup,
    /// The text is not JSON: the message of serde_json, and the place of the first wrong character.
    Syntax { reason: String, line: usize, column: usize },
    /// The document has a version that this release does not read: the number, if there is one.
    Version { found: Option<String> },
    /// A required field is missing.
    Missing,
    /// A value has the wrong type.
    WrongType { expected: Kind, found: Kind },
    /// A text is blank, or a list of words is empty.
    Empty,
    /// An object has two fields of this name.
    DuplicateField,
    /// The format has no such field; with a field that is spelled similarly, if there is one.
    UnknownField { near: Option<String> },
    /// A text is not an absolute `http:` or `https:` URL.
    Url,
    /// A text is not a date in the extended format of ISO 8601.
    Date,
    /// A text is not a language tag of BCP 47.
    Language,
    /// A text is not one of the words that are allowed here.
    Choice { choices: &'static [&'static str] },
    /// A statement names a speaker whom the document does not have; with a key that is spelled similarly, if there is one.
    UnknownSpeaker { key: String, near: Option<String> },
    /// A statement names a speaker who cannot be shown. `path` leads to that speaker.
    FaultySpeaker { path: String },
    /// The document has no claims.
    NoClaims,
    /// A claim has no statements.
    NoStatements,
    /// A statement has neither speaker nor words nor source.
    EmptyStatement,
    /// A source has nothing that can be shown.
    EmptySource,
    /// A claim's id cannot be used as its address; with the id that is used instead.
    Id { fault: IdFault, shown: String },
}

/// Why an id cannot be used as the address of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFault {
    Missing,
    /// It is not written in small letters, digits and single hyphens (kebab case).
    Form,
    /// Another claim has the same id.
    Taken,
    WrongType(Kind),
}

/// The type of a JSON value, or the types that are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    StringOrStrings,
}

impl Fault {
    /// The code of this kind of fault, in the browser's console and in the command's output. The codes are public: they change only with a
    /// major version. docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NoJson => "no-json",
            Self::Markup => "markup",
            Self::Syntax { .. } => "syntax",
            Self::Version { .. } => "version",
            Self::Missing => "missing",
            Self::WrongType { .. } => "type",
            Self::Empty => "empty",
            Self::DuplicateField => "duplicate-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::Url => "url",
            Self::Date => "date",
            Self::Language => "language",
            Self::Choice { .. } => "choice",
            Self::UnknownSpeaker { .. } => "unknown-speaker",
            Self::FaultySpeaker { .. } => "faulty-speaker",
            Self::NoClaims => "no-claims",
            Self::NoStatements => "no-statements",
            Self::EmptyStatement => "empty-statement",
            Self::EmptySource => "empty-source",
            Self::Id { fault, .. } => match fault {
                IdFault::Missing => "id-missing",
                IdFault::Form => "id-form",
                IdFault::Taken => "id-taken",
                IdFault::WrongType(_) => "id-type",
            },
        }
    }
}

impl Fault {
    /// Which part of its place a problem of this kind is about.
    pub fn about(&self) -> About {
        match *self {
            Self::DuplicateField | Self::UnknownField { .. } => About::Name,
            Self::Syntax { line, column, .. } => About::Character { line, column },
            _ => About::Value,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fixed = match self {
            Self::TooLarge => return write!(f, "larger than {} MB, the most that is read", MOST_BYTES / 1_000_000),
            Self::NoJson => "empty: there is no JSON in it",
            Self::Markup => "this is HTML or XML, not JSON",
            Self::Syntax { reason, .. } => return write!(f, "not JSON: {reason}"),
            Self::Version { found } => {
                let found = found.as_deref().map_or("missing".into(), |found| format!("{found} cannot be read"));
                return write!(f, "{found}; this release reads version {VERSION}");
            }
            Self::Missing => "missing; add it",
            Self::WrongType { expected, found } => return write!(f, "expected {expected}, found {found}"),
            Self::Empty => "empty; fill it in",
            Self::DuplicateField => "this field occurs twice; only the last one counts",
            Self::UnknownField { near } => return with_guess(f, "unknown field", near.as_ref(), None),
            Self::Url => "not an absolute http: or https: URL; shown without a link",
            Self::Date => "not an ISO 8601 date (such as 2019-02 or 2019-02-11T09:30Z); not shown",
            Self::Language => "not a BCP 47 language tag (such as en or pt-BR); ignored",
            Self::Choice { choices } => return write!(f, "not one of {}; ignored", Listed(choices)),
            Self::UnknownSpeaker { key, near } => {
                let fault = format!("no speaker has the key \"{key}\"");
                return with_guess(f, &fault, near.as_ref(), Some("add it to speakers"));
            }
            Self::FaultySpeaker { path } => return write!(f, "this speaker cannot be shown; see {path}"),
            Self::NoClaims => "empty; add a claim",
            Self::NoStatements => "empty; the card will say that nobody is named",
            Self::EmptyStatement => "empty; add a speaker, a quote, reported words or a source",
            Self::EmptySource => "empty; add a title, a URL, a publisher or a date",
            Self::Id { fault, shown } => return write!(f, "{fault}; shown as \"{shown}\""),
        };
        f.write_str(fixed)
    }
}

/// A fault, followed by what may have been meant, or else by what to do.
fn with_guess(f: &mut fmt::Formatter<'_>, fault: &str, near: Option<&String>, otherwise: Option<&str>) -> fmt::Result {
    f.write_str(fault)?;
    match (near, otherwise) {
        (Some(near), _) => write!(f, "; did you mean \"{near}\"?"),
        (None, Some(otherwise)) => write!(f, "; {otherwise}"),
        (None, None) => Ok(()),
    }
}

/// Writes words with commas between them.
struct Listed(&'static [&'static str]);

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}

impl fmt::Display for IdFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "missing",
            Self::Form => "not in kebab case (a-z, 0-9 and single hyphens)",
            Self::Taken => "another claim has this id",
            Self::WrongType(found) => return write!(f, "expected a string, found {found}"),
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::StringOrStrings => "a string or an array of strings",
        })
    }
}
