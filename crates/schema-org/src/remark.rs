use std::fmt;

use document::problem::{self, Severity};

/// Something in the source that is not in the document, or not as it should be.
///
/// Displays as `path: fault; what became of it`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub fault: Fault,
    /// Where it stands in the source: `@graph[1].author`. Where a page has several blocks of JSON-LD, it begins with the number of
    /// the block, from 0: `[2]@graph[1].author`.
    pub path: String,
}

/// What can be wrong with a `ClaimReview`, or with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A text is not JSON.
    Unreadable(problem::Fault),
    /// There is no `ClaimReview`.
    NoClaimReview,
    /// A `ClaimReview` does not say what was reviewed.
    NothingReviewed,
    /// A `ClaimReview` does not say who wrote it.
    UnsignedReview,
    /// The document has room for one value, and this is another one.
    FurtherValue,
    /// A value is of a kind that cannot stand there.
    UnusableValue,
    /// A text is no date.
    NoDate,
    /// A text is no web address.
    NoUrl,
    /// A text is no number.
    NoNumber,
    /// The scale of a rating ends where it begins, runs backwards, or does not hold the rating.
    Scale,
}

impl Fault {
    /// What this kind of fault is called. The names are public: they change only with a major version. docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(fault) => fault.code(),
            Self::NoClaimReview => "no-claim-review",
            Self::NothingReviewed => "nothing-reviewed",
            Self::UnsignedReview => "unsigned-review",
            Self::FurtherValue => "further-value",
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

    /// An error costs a card or more; a warning costs a detail of one.
    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::Unreadable(_) | Fault::NoClaimReview | Fault::NothingReviewed => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// All of it on one line: `warning[no-date]: datePublished: no date; not shown`.
    pub fn line(&self) -> String {
        format!("{}[{}]: {self}", self.severity().name(), self.code())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable(fault) => return fault.fmt(f),
            Self::NoClaimReview => "there is no ClaimReview in it",
            Self::NothingReviewed => "missing; the review is not shown",
            Self::UnsignedReview => "missing; the rating is not shown",
            Self::FurtherValue => "only one value can be shown here, and another one is; this one is left out",
            Self::UnusableValue => "a value of this kind cannot be shown here; it is left out",
            Self::NoDate => "no date that can be read (such as 2019-02 or 2019-02-11T09:30Z); not shown",
            Self::NoUrl => "not an absolute http: or https: URL; shown without a link",
            Self::NoNumber => "not a number; not shown",
            Self::Scale => "the rating is not within a scale from worst to best; only its label is shown",
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

/// A value that stands in the document in another form than in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub kind: RepairKind,
    /// As [`Remark::path`].
    pub path: String,
    pub before: String,
    pub after: String,
}

/// Why a value has another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairKind {
    /// Blanks around a text were taken away.
    Blanks,
    /// Tags and character references (`&quot;`) in a text were read as HTML.
    Markup,
    /// A date was written in another form than ISO 8601's extended one.
    Date,
    /// A number had a comma, or a sign or zeros that JSON does not know.
    Number,
    /// A web address had no scheme.
    Url,
    /// A fact-checker without a name is called by the host of their address.
    Host,
    /// JSON-LD was wrapped in something, or had raw line breaks in its texts.
    Json,
}

impl RepairKind {
    /// What this kind of repair is called. The names are public, as those of [`Fault::code`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Blanks => "blanks",
            Self::Markup => "markup",
            Self::Date => "date",
            Self::Number => "number",
            Self::Url => "url",
            Self::Host => "host",
            Self::Json => "json",
        }
    }
}
