use std::fmt;

use document::problem::{self, Severity};

use crate::import::shortened;

/// The most characters of a value that are shown.
const MOST_OF_VALUE: usize = 60;

/// A part of the source that the document lacks, or has in a faulty form.
///
/// Its text is `path: fault; what became of it`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub fault: Fault,
    /// The place in the source: `@graph[1].author`. If a page has several JSON-LD blocks, it begins with the number of
    /// the block, from 0: `[2]@graph[1].author`.
    pub path: String,
}

/// A fault of a `ClaimReview` or of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A text that is not JSON.
    Unreadable(problem::Fault),
    /// A block of a page that is not JSON and has no `ClaimReview` in it.
    Unrelated(problem::Fault),
    /// There is no `ClaimReview`.
    NoClaimReview,
    /// A `ClaimReview` does not say what was reviewed.
    NothingReviewed,
    /// What was reviewed is not a text.
    NoText,
    /// A reference to a thing that is not there.
    Dangling,
    /// A `ClaimReview` does not say who wrote it.
    UnsignedReview,
    /// A further claim of a review, with its words.
    OtherClaim(String),
    /// A speaker or a source in a review of several claims that does not say to which it belongs.
    WhichClaim,
    /// Things that refer to each other so often that they are not read to the end.
    TooMuch,
    /// A further value, where the document has room for one: what it says, shortened; empty if that is not known.
    FurtherValue(String),
    /// A value of a wrong type.
    UnusableValue,
    /// A text that is not a date.
    NoDate,
    /// A text that is not a web address.
    NoUrl,
    /// A text that is not a number.
    NoNumber,
    /// A rating's scale that ends where it begins, runs backwards, or does not contain the rating.
    Scale,
    /// A fault that only another format has. The code that reads this format has its text, so that the wasm has none of them.
    Other { code: &'static str, severity: Severity, text: String },
}

impl Fault {
    /// A further value, with its beginning where it is long. Where the crate is built without repairs, as for readers' browsers, nobody is told.
    pub fn further(value: &str) -> Self {
        Self::FurtherValue(if cfg!(feature = "repairs") {
            shortened(value.trim(), MOST_OF_VALUE)
        } else {
            String::new()
        })
    }

    /// The code of this kind of fault. Codes are public: they change only with a major version. docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Other { code, .. } => code,
            Self::Unreadable(fault) | Self::Unrelated(fault) => fault.code(),
            Self::NoClaimReview => "no-claim-review",
            Self::NothingReviewed | Self::NoText => "nothing-reviewed",
            Self::Dangling => "dangling",
            Self::UnsignedReview => "unsigned-review",
            Self::OtherClaim(_) | Self::WhichClaim => "other-claim",
            Self::TooMuch => "too-much",
            Self::FurtherValue(_) => "further-value",
            Self::UnusableValue => "unusable-value",
            Self::NoDate => "no-date",
            Self::NoUrl => "no-url",
            Self::NoNumber => "no-number",
            Self::Scale => "scale",
        }
    }
}

impl Remark {
    /// The name of the fault: see [`Fault::code`].
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }

    /// An error loses a card or more; a warning loses a detail of one.
    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::Other { severity, .. } => severity,
            Fault::Unreadable(_) | Fault::NoClaimReview | Fault::NothingReviewed | Fault::NoText | Fault::TooMuch => {
                Severity::Error
            }
            _ => Severity::Warning,
        }
    }

    /// The whole remark on one line: `warning[no-date]: datePublished: no date; not shown`.
    pub fn line(&self) -> String {
        format!("{}[{}]: {self}", self.severity().name(), self.code())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable(fault) => return fault.fmt(f),
            Self::Unrelated(fault) => return write!(f, "{fault}; it has no ClaimReview and is passed over"),
            Self::Other { text, .. } => text,
            Self::OtherClaim(claim) => {
                return write!(f, "this is another claim, “{claim}”; it is left out, with who made it and where");
            }
            Self::WhichClaim => "the review is of several claims, and this does not say of which; it is left out",
            Self::TooMuch => "too many references to read; this and all that follows is left out",
            Self::NoClaimReview => "there is no ClaimReview in it",
            Self::NothingReviewed => "missing; the review is not shown",
            Self::NoText => "not a text; the review is not shown",
            Self::Dangling => "nothing has this @id; it is left out",
            Self::UnsignedReview => "missing; the rating is not shown",
            Self::FurtherValue(value) => {
                f.write_str("only one value can be shown here, and another one is; this one is left out")?;
                return if value.is_empty() { Ok(()) } else { write!(f, ": “{value}”") };
            }
            Self::UnusableValue => "a value of this kind cannot be shown here; it is left out",
            Self::NoDate => "no date that can be read (such as 2019-02 or 2019-02-11T09:30Z); not shown",
            Self::NoUrl => "not an absolute http: or https: URL; it is left out",
            Self::NoNumber => "not a number; not shown",
            Self::Scale => {
                "the rating is not on a scale from worst to best, with best above worst; its numbers are not shown"
            }
        })
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        self.fault.fmt(f)
    }
}

impl std::error::Error for Remark {}

/// A value that the document has in another form than the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub kind: RepairKind,
    /// As [`Remark::path`].
    pub path: String,
    pub before: String,
    pub after: String,
}

/// Why the form of a value was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairKind {
    /// Spaces around a text were removed.
    Blanks,
    /// HTML tags and character references (`&quot;`) in a text were decoded.
    Markup,
    /// A date was not in the extended form of ISO 8601.
    Date,
    /// A number had a comma, or a sign or zeros that JSON does not allow.
    Number,
    /// The tag of a language had `_` where `-` belongs.
    Language,
    /// A web address had no scheme.
    Url,
    /// A fact-checker without a name was given the host of their address as name.
    Host,
    /// A claim's id was not in kebab case, or another claim had it.
    Id,
    /// An article without a headline was given the title of its page.
    Headline,
    /// JSON-LD was wrapped in something, or its strings had raw line breaks.
    Json,
}

impl RepairKind {
    /// The code of this kind of repair. Codes are public, as those of [`Fault::code`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Blanks => "blanks",
            Self::Markup => "markup",
            Self::Date => "date",
            Self::Number => "number",
            Self::Language => "language",
            Self::Url => "url",
            Self::Host => "host",
            Self::Id => "id",
            Self::Headline => "headline",
            Self::Json => "json",
        }
    }
}
