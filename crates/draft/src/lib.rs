//! Finds who said what in a news article: every quotation and every reported statement, word for word and with its
//! place, its speaker, the speaker's role, and how clearly the article says so.
//!
//! ```
//! use draft::{Article, Kind, Sureness};
//!
//! let paragraphs = ["“We open in May,” said Jane Roe, a spokeswoman for the port. “Or in June.”", "She added that the crane was late."];
//! let article = Article { paragraphs: &paragraphs, language: Some("en") };
//! let attributions = draft::draft(&article);
//!
//! let quotation = &attributions[0];
//! let words: Vec<&str> = quotation.spans.iter().map(|span| article.text(*span)).collect();
//! assert_eq!(words, ["We open in May", "Or in June."]);
//! let speaker = quotation.speaker.unwrap();
//! assert_eq!(article.text(speaker.name), "Jane Roe");
//! assert_eq!(article.text(speaker.role.unwrap()), "spokeswoman");
//! assert_eq!(article.text(speaker.organization.unwrap()), "port");
//! assert_eq!((quotation.kind, quotation.sureness), (Kind::Quoted, Sureness::Given));
//!
//! let reported = &attributions[1];
//! assert_eq!(article.text(reported.spans[0]), "the crane was late");
//! assert_eq!(reported.speaker.unwrap().name, speaker.name);
//! assert_eq!((reported.kind, reported.sureness), (Kind::Reported, Sureness::Inferred));
//! ```
//!
//! Nothing is invented: every result is a place in the article. There is no language model, only rules over the words
//! of a language. So the same article has the same draft everywhere, and an editor can be told why. The time is
//! proportional to the length of the text, for any text.
//!
//! # From text to attributions
//!
//! | module | what goes in ▶ what comes out |
//! |---|---|
//! | `marks` | a paragraph ▶ its quotations |
//! | `words` | paragraphs ▶ words and signs; a quotation is one sign, so its contents cannot confuse the rules |
//! | `sentences` | a paragraph's words ▶ sentences |
//! | `language`, `lexicon` | `languages/*.txt` ▶ what each word does: verb of saying, title, role … |
//! | `names`, `roles` | words ▶ people and organizations, with their roles |
//! | `cues`, `subject`, `content` | a sentence ▶ statements: a cue, the words for who speaks, what is said |
//! | `interview`, `dialogue`, `incise` | speech in other forms: after labels, after dashes, with a cue within the marks |
//! | `unlisted` | a quotation with a name beside it ▶ the verb of saying between them, if no list has it |
//! | `unreal` | a verb of saying ▶ whether the words were said at all: “might say”, “if Roe says” |
//! | `voice` | the words for who speaks ▶ who that is: a surname, “she”, “the mayor” |
//! | `speech` | a quotation without a cue ▶ whether somebody said it, or whether it is a title or a nickname |
//! | `draft` | all of that ▶ attributions |
//!
//! `docs/drafting.md` explains how to add a language, how accurate drafts are, and how that is measured.

mod attribution;
mod content;
mod cues;
mod dialogue;
mod draft;
mod incise;
mod interview;
mod language;
mod letters;
mod lexicon;
mod marks;
mod names;
mod roles;
mod sentences;
mod speech;
mod subject;
mod unlisted;
mod unreal;
mod voice;
mod words;

use std::ops::Range;

pub use attribution::{Article, Attribution, Kind, Span, Speaker, SpeakerKind, Sureness};

/// Finds the attributions of an article, in the order of the article.
///
/// In a language without a file of words, quotations are found, but not their speakers.
pub fn draft(article: &Article) -> Vec<Attribution> {
    read(article).0
}

/// The same, and after them what their speakers have from somebody else: in “Low said that Ak said the dam was broken”, Ak's words. They are
/// a part of another attribution, which begins before them.
pub fn draft_with_retold(article: &Article) -> Vec<Attribution> {
    let (mut all, retold) = read(article);
    all.extend(retold);
    all
}

fn read(article: &Article) -> (Vec<Attribution>, Vec<Attribution>) {
    let language = language::Language::of(article.language, article.paragraphs);
    let words = words::Words::of(article.paragraphs, language);
    let names = names::Names::of(&words);
    draft::Draft::new(&words, &names).finish()
}

/// What stands between quotation marks in a paragraph of an article, in bytes, in order. A paragraph may go on with a quotation, or leave one open.
/// Single marks count where the article uses them for speech, as British papers do, and ‘curved’ ones everywhere.
pub fn quoted(paragraphs: &[&str], number: usize) -> Vec<Range<usize>> {
    paragraphs.get(number).map(|paragraph| marks::quoted(paragraph, marks::Style::of(paragraphs))).unwrap_or_default()
}

/// The tag of an article's language, as it says or as its words show, if its words are still to be taught; `None` if they are known, or if there
/// is no file of words for it.
pub fn language_to_teach(article: &Article) -> Option<&'static str> {
    language::to_teach(article.language, article.paragraphs)
}

/// The tag of the language whose commonest words the paragraphs have; `None` if they are too few, or of a language without a file of words.
pub fn detected_language(paragraphs: &[&str]) -> Option<&'static str> {
    language::detected(paragraphs)
}

/// Gives a language its words, where they are not part of the program: without the feature `languages`. `words` is what `names.txt` and the
/// file of the language contain, one after the other.
pub fn teach(language: &str, words: String) {
    language::teach(language, words);
}
