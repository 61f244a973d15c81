use std::fmt;

use document::problem::Fault as DocumentFault;
use quotes::{MOST_PARTS, MOST_PLACES, Reason};

/// What can be wrong with a document, as far as only a comparison with the article, or a look at each character, shows it.
///
/// Displays as what is wrong and what to do: `these words are not in the article; copy the words from the article`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The decoder reports it.
    Document(DocumentFault),
    /// The article has words like these, but not these: how they differ, and how many differences there are besides.
    Altered { differences: Vec<Difference>, more: usize, mend: WordsMend },
    /// The article does not have these words.
    NotFound { mend: WordsMend },
    /// The page has these words, but not in the article itself.
    OutsideArticle,
    /// The article has these words in several places.
    Ambiguous { places: usize, mend: PlaceMend },
    /// There is no word in these words.
    NoWords,
    /// The words have too many parts to be compared.
    TooManyParts,
    /// There is no word in one part of these words.
    NoWordsInPart { part: String },
    /// Parts may say something else together than the article does: why, and what it has between them; nothing where one part runs from a
    /// quotation into another.
    Parts { reason: Reason, left_out: Option<String> },
    /// The article does not have a prefix or suffix beside the words.
    Context(ContextFault),
    /// A `quote` stands outside quotation marks: the parts of it that do; none where all of it does.
    Unquoted { outside: Vec<String> },
    /// What is `reported` stands in quotation marks.
    Quoted,
    /// A quote has quotation marks of its own.
    OwnMarks(OwnMarks),
    /// A character that nobody sees.
    Invisible(Character),
    /// A character that changes the order in which readers see others.
    Bidirectional(Character),
    /// The article does not give this role: the words that come near it there.
    Role { near: Option<String> },
    /// No statement names this speaker.
    UnusedSpeaker,
}

/// How a quote differs from the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The quote lacks these words of the article.
    Missing(String),
    /// The article does not have these words of the quote.
    Added(String),
    /// The quote has one thing, the article another.
    Replaced { quote: String, article: String },
    /// The article has the parts of the quote in another order.
    Order,
}

/// What to do about words that the article does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsMend {
    Copy,
    /// The quote has an ellipsis where words are left out.
    SplitAtEllipsis,
    /// The article has words between two pieces of a quotation that are not the speaker's, such as “she said”.
    SplitAtInterruption,
    /// Words from another source, a translation, and words in another language need not stand in this article.
    OtherSource,
    Translation,
    OtherLanguage,
}

/// How to tell the place that is meant from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceMend {
    AddContext,
    LengthenContext,
    /// Prefix and suffix are about the quote of the same statement.
    OwnStatement,
}

/// What is wrong with prefix and suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContextFault {
    Prefix,
    Suffix,
    /// Each stands beside the words in another place.
    Apart,
}

/// Where a quote's own quotation marks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnMarks {
    Beginning,
    End,
    Both,
}

/// A character of a text that does not belong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Character {
    pub character: char,
    /// In Unicode, or what kind it is.
    pub name: &'static str,
    /// How often it stands in this text.
    pub times: usize,
}

impl Fault {
    /// What this kind of fault is called in all that the command writes. The names are public: they change only with a major version.
    /// docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(fault) => fault.code(),
            Self::Altered { .. } => "altered",
            Self::NotFound { .. } => "not-found",
            Self::OutsideArticle => "outside-article",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NoWords => "no-words",
            Self::TooManyParts => "too-many-parts",
            Self::NoWordsInPart { .. } => "no-words-in-part",
            Self::Parts { .. } => "parts",
            Self::Context(_) => "context",
            Self::Unquoted { .. } => "unquoted",
            Self::Quoted => "quoted",
            Self::OwnMarks(_) => "marks",
            Self::Invisible(_) => "invisible",
            Self::Bidirectional(_) => "bidirectional",
            Self::Role { .. } => "role",
            Self::UnusedSpeaker => "unused-speaker",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(fault) => fault.fmt(f),
            Self::Altered { differences, more, mend } => {
                f.write_str("altered: ")?;
                for (index, difference) in differences.iter().enumerate() {
                    write!(f, "{}{difference}", if index > 0 { ", " } else { "" })?;
                }
                let more = if *more > 0 { format!(", and {more} more") } else { String::new() };
                write!(f, "{more}; {mend}")
            }
            Self::NotFound { mend } => write!(f, "these words are not in the article; {mend}"),
            Self::OutsideArticle => f.write_str(
                "the page has these words outside the article; if they are not from its standfirst, caption or byline, copy the words \
                 from the article",
            ),
            Self::Ambiguous { places, mend } => {
                let more = if *places == MOST_PLACES { " or more" } else { "" };
                write!(f, "these words occur {places} times{more} in the article; {mend}")
            }
            Self::TooManyParts => {
                write!(f, "more than {MOST_PARTS} parts are not compared with the article; divide them among several statements")
            }
            Self::NoWords => f.write_str("there is no word in it; add the words that were said"),
            Self::NoWordsInPart { part } => {
                write!(f, "there is no word in {part}; remove it: an array already says that words are left out")
            }
            Self::Parts { reason, left_out: Some(left_out) } => write_parts(f, *reason, left_out),
            Self::Parts { left_out: None, .. } => f.write_str(
                "these words run from one quotation into another; make a statement of each, with its own speaker",
            ),
            Self::Context(fault) => fault.fmt(f),
            Self::Unquoted { outside } if outside.is_empty() => {
                f.write_str("the article has these words outside quotation marks; move them to \"reported\"")
            }
            Self::Unquoted { outside } => {
                let outside = outside.join(" and ");
                write!(
                    f,
                    "the article has {outside} outside quotation marks; remove it: make the quote an array of the other parts"
                )
            }
            Self::Quoted => f.write_str(
                "the article has these words in quotation marks; if the speaker said them, move them to \"quote\"",
            ),
            Self::OwnMarks(marks) => write!(f, "the card adds quotation marks; {marks}"),
            Self::Invisible(character) => write!(f, "{character}, an invisible character; remove it"),
            Self::Bidirectional(character) => {
                write!(f, "{character}, which changes the order in which readers see the text; remove it")
            }
            Self::Role { near: Some(near) } => write!(f, "the article has {near}; write the role as the article does"),
            Self::Role { near: None } => {
                f.write_str("the article does not give this role; write the role as the article does, or remove it")
            }
            Self::UnusedSpeaker => {
                f.write_str("no statement names this speaker; name it as the speaker of a statement, or remove it")
            }
        }
    }
}

fn write_parts(f: &mut fmt::Formatter<'_>, reason: Reason, left_out: &str) -> fmt::Result {
    let (fault, mend) = match reason {
        Reason::Paragraphs => {
            ("two parts stand in different paragraphs", "make a statement of each, with its own speaker")
        }
        Reason::Quotations => {
            ("two parts stand in different quotations", "make a statement of each, with its own speaker")
        }
        Reason::Attribution => (
            "two parts may be the words of two speakers",
            "make them one part with the words between, or a statement of each with its own speaker",
        ),
        Reason::Negation => {
            ("two parts say something else without what is left out", "make them one part with the words between")
        }
        Reason::Sentences => (
            "the beginning of one sentence is joined to the end of another",
            "let the first part go on to the end of its sentence, or the second begin where its own does",
        ),
        Reason::Distance => (
            "two parts are a few words far apart",
            "make them one part with the words between, or leave the shorter out",
        ),
    };
    write!(f, "{fault}: the article has {left_out} between them; {mend}")
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(words) => write!(f, "{words} is missing"),
            Self::Added(words) => write!(f, "{words} is not in the article"),
            Self::Replaced { quote, article } => write!(f, "{quote} where the article has {article}"),
            Self::Order => f.write_str("the article has these parts in a different order"),
        }
    }
}

impl fmt::Display for WordsMend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Copy => "copy the words from the article",
            Self::SplitAtEllipsis => "make the quote an array: one part before each ellipsis, one after it",
            Self::SplitAtInterruption => {
                "there the article interrupts the quotation; make the quote an array: one part before the interruption, one after it"
            }
            Self::OtherSource => "they are from another source; compare them there",
            Self::Translation => "they are a translation; compare them with the original",
            Self::OtherLanguage => "they are in another language; compare them with a translation",
        })
    }
}

impl fmt::Display for PlaceMend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AddContext => "add a prefix or suffix: the words right before or after those that are meant",
            Self::LengthenContext => "make the prefix or suffix longer, until it fits one place only",
            Self::OwnStatement => {
                "move them to a statement of their own, with a prefix or suffix: those given here are about the quote"
            }
        })
    }
}

impl fmt::Display for ContextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Prefix => {
                "the article does not have this right before the words; copy it from the article, or remove it"
            }
            Self::Suffix => {
                "the article does not have this right after the words; copy it from the article, or remove it"
            }
            Self::Apart => {
                "the article has this after the words, but in another place than the prefix; correct one of the two"
            }
        })
    }
}

impl fmt::Display for OwnMarks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beginning => "remove the one at the beginning",
            Self::End => "remove the one at the end",
            Self::Both => "remove these",
        })
    }
}

impl fmt::Display for Character {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "U+{:04X} {}", self.character as u32, self.name)?;
        if self.times > 1 { write!(f, " ({} times)", self.times) } else { Ok(()) }
    }
}
