use std::fmt;

use document::problem::Fault as DocumentFault;
use quotes::Reason;

use super::Kind;

/// A fault of a document that only a comparison with the article, or an examination of each character, can show.
///
/// Its text says what is wrong and what to do: `these words are not in the article; copy the words from the article`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The decoder reports it.
    Document(DocumentFault),
    /// The article has similar words, but not exactly these: how they differ, and the number of further differences.
    Altered { differences: Vec<Difference>, more: usize, mend: WordsMend },
    /// The article does not have these words.
    NotFound { mend: WordsMend },
    /// The page has these words, but not in the article itself.
    OutsideArticle,
    /// The article has these words in several places: in this number of places, or in more if not all were counted.
    Ambiguous { places: usize, or_more: bool, mend: PlaceMend },
    /// These words contain no word.
    NoWords,
    /// One part of these words contains no word.
    NoWordsInPart { part: String },
    /// The parts may mean something else together than in the article: why, and the article's words between them (empty if one part runs from
    /// one quotation into another).
    Parts { reason: Reason, left_out: Option<String> },
    /// Words begin or end within a clause, and these words of it, which have a “not” or a word like it, are left out. Of the kind `Reported`: these words
    /// may deny the reported ones beside them.
    Cut { left_out: String, is_before: bool, kind: Kind },
    /// The article does not have the prefix or suffix next to the words.
    Context(ContextFault),
    /// A `quote` is outside quotation marks in the article: the parts that are; empty if all of it is.
    Unquoted { outside: Vec<String> },
    /// Words that are `reported` are inside quotation marks in the article.
    Quoted,
    /// A quote has quotation marks of its own.
    OwnMarks(OwnMarks),
    /// The article has these words of a quote in quotation marks of their own, which the quote leaves out.
    MarksLeftOut { words: String },
    /// Reported words of a statement with the stance `denies` stand beside words that deny nothing: “did not deny that”.
    NotDenied { left_out: String },
    /// An invisible character.
    Invisible(Character),
    /// A character that changes the order in which readers see other characters.
    Bidirectional(Character),
    /// A card shows this sentence of `article.body` around its words, but the article does not have it.
    Body { sentence: String },
    /// The article does not have this role: similar words in the article.
    Role { near: Option<String> },
    /// The article gives a quote to a speaker of this name, but the statement names somebody else, or nobody. Where the article does not
    /// give the name beside the words, it was concluded from others, such as “he said”.
    OtherSpeaker { name: String, concluded_from: Option<String>, is_nobody: bool },
    /// The article has a quote in a quotation within another, and the statement names the speaker of the outer one.
    Repeated,
    /// No statement has this speaker.
    UnusedSpeaker,
    /// A rating is not on its scale, or the scale does not run from a smaller `worst` to a greater `best`.
    Scale,
}

/// How a quote differs from the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The quote lacks these words of the article.
    Missing(String),
    /// The article does not have these words of the quote.
    Added(String),
    /// The quote and the article have different words here.
    Replaced { quote: String, article: String },
    /// The article has the parts of the quote in another order.
    Order,
}

/// What to do if the article does not have the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsMend {
    Copy,
    /// The quote has an ellipsis in place of omitted words.
    SplitAtEllipsis,
    /// Between two pieces of a quotation, the article has words that are not the speaker's, such as “she said”.
    SplitAtInterruption,
    /// Words from another source, translated words, and words in another language may be missing in this article.
    OtherSource,
    Translation,
    OtherLanguage,
}

/// How to say which of several places is meant.
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
    /// The prefix and the suffix are next to the words in different places.
    Apart,
}

/// Where a quote has quotation marks of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnMarks {
    Beginning,
    End,
    Both,
}

/// A character that does not belong in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Character {
    pub character: char,
    /// Its name in Unicode, or its kind.
    pub name: &'static str,
    /// The number of times that this text has it.
    pub times: usize,
}

impl Fault {
    /// The code of this kind of fault, in all that the command writes. Codes are public: they change only with a major version.
    /// docs/problems.md explains each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(fault) => fault.code(),
            Self::Altered { .. } => "altered",
            Self::NotFound { .. } => "not-found",
            Self::OutsideArticle => "outside-article",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NoWords => "no-words",
            Self::NoWordsInPart { .. } => "no-words-in-part",
            Self::Parts { .. } => "parts",
            Self::Cut { .. } => "cut",
            Self::Context(_) => "context",
            Self::Unquoted { .. } => "unquoted",
            Self::Quoted => "quoted",
            Self::OwnMarks(_) => "marks",
            Self::NotDenied { .. } => "cut",
            Self::MarksLeftOut { .. } => "marks-left-out",
            Self::Invisible(_) => "invisible",
            Self::Bidirectional(_) => "bidirectional",
            Self::Body { .. } => "body",
            Self::Role { .. } => "role",
            Self::OtherSpeaker { .. } => "other-speaker",
            Self::Repeated => "other-speaker",
            Self::UnusedSpeaker => "unused-speaker",
            Self::Scale => "scale",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(fault) => fault.fmt(f),
            Self::Altered { differences, more, mend } => write_altered(f, differences, *more, *mend),
            Self::NotFound { mend: mend @ WordsMend::SplitAtInterruption } => {
                write!(f, "the article has these words in two pieces; {mend}")
            }
            Self::NotFound { mend } => write!(f, "these words are not in the article; {mend}"),
            Self::Ambiguous { places, or_more, mend } => {
                let more = if *or_more { " or more" } else { "" };
                write!(f, "these words occur {places} times{more} in the article; {mend}")
            }
            Self::NoWordsInPart { part } => {
                write!(f, "there is no word in {part}; remove it: an array already says that words are left out")
            }
            Self::Parts { reason, left_out: Some(left_out) } => write_parts(f, *reason, left_out),
            Self::Parts { reason, left_out: None } => f.write_str(running_over(*reason)),
            Self::Cut { left_out, is_before, kind } => write_cut(f, left_out, *is_before, *kind),
            Self::Context(fault) => fault.fmt(f),
            Self::Unquoted { outside } => write_unquoted(f, outside),
            Self::OwnMarks(marks) => write!(f, "the card adds quotation marks; {marks}"),
            Self::NotDenied { left_out } => {
                write!(
                    f,
                    "the article has {left_out} beside these words, which does not deny them; leave out the stance \"denies\""
                )
            }
            Self::MarksLeftOut { words } => {
                write!(
                    f,
                    "the article has {words} in quotation marks, which may be irony or somebody else's word; write the marks as well"
                )
            }
            Self::Invisible(character) => write!(f, "{character}, an invisible character; remove it"),
            Self::Bidirectional(character) => {
                write!(f, "{character}, which changes the order in which readers see the text; remove it")
            }
            Self::Body { sentence } => write!(
                f,
                "a card shows {sentence} as the article's words, but the article does not have them; copy this paragraph from the article"
            ),
            Self::Role { near: Some(near) } => write!(f, "the article has {near}; write the role as the article does"),
            Self::OtherSpeaker { name, concluded_from, is_nobody } => {
                write_other_speaker(f, name, concluded_from.as_deref(), *is_nobody)
            }
            Self::Role { near: None }
            | Self::OutsideArticle
            | Self::NoWords
            | Self::Quoted
            | Self::Repeated
            | Self::Scale
            | Self::UnusedSpeaker => f.write_str(self.fixed_text()),
        }
    }
}

impl Fault {
    /// The text of a fault that is always the same; empty for all others.
    fn fixed_text(&self) -> &'static str {
        match self {
            Self::OutsideArticle => {
                "the page has these words outside the article; if they are not from its headline, standfirst, caption or byline, copy the words \
                 from the article"
            }
            Self::NoWords => "there is no word in it; add the words that were said",
            Self::Quoted => {
                "the article has these words in quotation marks; if the speaker said them, move them to \"quote\""
            }
            Self::Role { .. } => {
                "the article does not give this role; write the role as the article does, or remove it"
            }
            Self::Repeated => {
                "the article has these words in a quotation within a quotation: this speaker may only repeat what somebody else said; name who said \
                 them, or quote the words around them as well"
            }
            Self::Scale => {
                "the rating is not on a scale from worst to best, with best above worst; correct these numbers, or leave them out and give \
                 the label alone"
            }
            Self::UnusedSpeaker => {
                "no statement names this speaker; name it as the speaker of a statement, or remove it"
            }
            _ => "",
        }
    }
}

fn write_altered(f: &mut fmt::Formatter<'_>, differences: &[Difference], more: usize, mend: WordsMend) -> fmt::Result {
    f.write_str("altered: ")?;
    for (index, difference) in differences.iter().enumerate() {
        write!(f, "{}{difference}", if index > 0 { ", " } else { "" })?;
    }
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    write!(f, "{more}; {mend}")
}

fn write_cut(f: &mut fmt::Formatter<'_>, left_out: &str, is_before: bool, kind: Kind) -> fmt::Result {
    let side = if is_before { "before" } else { "after" };
    let fault = match kind {
        Kind::Reported => {
            "which may deny them; if it does, give the statement the stance \"denies\", or report the whole clause"
        }
        _ => "and they say something else without it; add it to them",
    };
    write!(f, "the article has {left_out} right {side} these words, {fault}")
}

/// `outside`: the parts that are outside quotation marks; empty if all of the quote is.
fn write_unquoted(f: &mut fmt::Formatter<'_>, outside: &[String]) -> fmt::Result {
    if outside.is_empty() {
        return f.write_str("the article has these words outside quotation marks; move them to \"reported\"");
    }
    let outside = outside.join(" and ");
    write!(
        f,
        "the article has {outside} outside quotation marks; remove it: make the quote an array of the other parts"
    )
}

fn write_other_speaker(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    concluded_from: Option<&str>,
    is_nobody: bool,
) -> fmt::Result {
    let (nobody, mend) = match is_nobody {
        true => ("nobody is named as the speaker, but ", "name this speaker"),
        false => ("", "name this speaker, or quote other words"),
    };
    match concluded_from {
        Some(cue) => write!(f, "{nobody}the article seems to give these words to “{name}” (“{cue}”); {mend}"),
        None => write!(f, "{nobody}the article gives these words to “{name}”; {mend}"),
    }
}

/// What is wrong with words that are in one piece, but run over an end in the article.
fn running_over(reason: Reason) -> &'static str {
    match reason {
        Reason::Paragraphs => {
            "these words run from a question into its answer; make a statement of each, with its own speaker"
        }
        Reason::Break => {
            "these words run over the end of a heading, an item or a paragraph, where no sentence ends; quote the words of one of them"
        }
        _ => "these words run from one quotation into another; make a statement of each, with its own speaker",
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
        Reason::Break => {
            ("a part runs over the end of a paragraph, where no sentence ends", "let the part end with its paragraph")
        }
        Reason::Attribution => (
            "two parts may be the words of two speakers",
            "make them one part with the words between, or a statement of each with its own speaker",
        ),
        Reason::Negation => {
            ("two parts say something else without what is left out", "make them one part with the words between")
        }
        Reason::Clause => (
            "without what is left out, the sentence may say something else",
            "make them one part with the words between",
        ),
        Reason::Language => (
            "words within a sentence are left out, and whether they deny is not known in the article's language",
            "make them one part with the words between",
        ),
        Reason::Sentences => (
            "the beginning of one sentence is joined to the end of another",
            "let the first part go on to the end of its sentence, or the second begin where its own does",
        ),
        Reason::Length => ("two parts are too far apart to be one quote", "make a statement of each"),
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
