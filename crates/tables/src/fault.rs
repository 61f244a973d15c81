use std::fmt;

use document::problem::Severity;
use schema_org::Fault;

/// A fault that only the rows of a table can have.
///
/// Its text says what is wrong, what becomes of it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A row has no claim, no quote and no reported words.
    NothingSaid,
    /// A row has filled cells behind the last heading: the first of them.
    FurtherCells { first: String },
    /// A row has fewer cells than there are headings.
    MissingCells { cells: usize, headings: usize },
    /// A column without a heading has a value: the number of the column, from 1.
    NoHeading { column: usize },
    /// A value belongs to something that the row does not have.
    Alone { lacks: &'static str },
    /// A claim's id is not in kebab case: the id that it has instead.
    IdForm { shown: String },
    /// A claim with other words has this id: the id that this claim has instead.
    IdTaken { shown: String },
}

impl RowFault {
    /// The code of this kind of fault. Codes are public: they change only with a major version. docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingSaid => "nothing-reviewed",
            Self::FurtherCells { .. } => "further-cells",
            Self::MissingCells { .. } => "missing-cells",
            Self::NoHeading { .. } => "no-heading",
            Self::Alone { .. } => "alone",
            Self::IdForm { .. } => "id-form",
            Self::IdTaken { .. } => "id-taken",
        }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingSaid => f.write_str("the row has no claim, no quote and no reported words; it is left out"),
            Self::FurtherCells { first } => write!(
                f,
                "the row has more cells than there are headings; what begins with \"{first}\" is left out; put cells that contain the \
                 delimiter in quotation marks"
            ),
            Self::MissingCells { cells, headings } => write!(
                f,
                "the row has {cells} of {headings} cells; the others are taken for empty; check whether one before them is missing"
            ),
            Self::NoHeading { column } => {
                write!(f, "column {column} has no heading; what it holds is left out in all rows; give it a heading")
            }
            Self::Alone { lacks } => {
                write!(f, "this belongs to {lacks}, which the row does not have; left out; add it")
            }
            Self::IdForm { shown } => {
                write!(f, "not in kebab case (a-z, 0-9 and single hyphens); the claim has the id \"{shown}\" instead")
            }
            Self::IdTaken { shown } => {
                write!(
                    f,
                    "a claim with other words has this id; this one has the id \"{shown}\" instead; give it its own"
                )
            }
        }
    }
}

impl From<RowFault> for Fault {
    fn from(fault: RowFault) -> Self {
        let severity = if fault == RowFault::NothingSaid { Severity::Error } else { Severity::Warning };
        Self::Other { code: fault.code(), severity, text: fault.to_string() }
    }
}
