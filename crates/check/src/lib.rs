//! All problems of a document, for its editors: those that the decoder reports, and those that only a comparison with the article shows.
//!
//! ```
//! let json = r#"{
//!     "version": 1,
//!     "article": { "headline": "Is the water safe?", "body": ["“It is safe to drink the water again,” Ada Low said."] },
//!     "speakers": { "ada": { "name": "Ada Low" } },
//!     "claims": [{ "id": "safe", "text": "The water is safe", "statements": [{ "speaker": "ada", "quote": "It is safe to drink the wine again" }] }]
//! }"#;
//! let checked = check::check(json, None);
//! assert_eq!(checked.remarks[0].fault.code(), "altered");
//! assert_eq!(checked.remarks[0].path, "claims[0].statements[0].quote");
//! ```

mod body;
mod conversation;
mod edges;
mod fault;
mod marks;
mod names;
mod own_cards;
mod parts;
mod ratings;
mod speakers;
mod statements;
mod stray_characters;
mod voices;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use article::{Article, Paragraph};
use document::decode::{Draft, draft};
use document::json::{Node, parse};
use document::model::Document;
use document::problem::{About, Problem, Severity};
use quotes::{Finding, Grade, Passage, Text, is_label};

pub use fault::{Character, ContextFault, Difference, Fault, OwnMarks, PlaceMend, WordsMend};
pub use voices::Voice;
use voices::Voices;

/// The result of checking a document.
#[derive(Clone, Debug)]
pub struct Checked<'article> {
    /// The remarks of the decoder come first.
    pub remarks: Vec<Remark>,
    /// Each `quote` and `reported`, in the order of the claims.
    pub words: Vec<Compared>,
    /// The article that they were compared with; `None` if there is no article.
    pub article: Option<Cow<'article, Original>>,
    /// Who speaks in it.
    pub voices: Vec<Voice>,
    /// Whether anything of the document can be shown; if not, its only remark says why.
    pub is_readable: bool,
    /// The number of notes in the draft that nobody has settled yet: the length of the list `$draft`.
    pub undecided: usize,
}

/// An article that words are compared with.
#[derive(Clone, Debug, Default)]
pub struct Original {
    pub text: Text,
    /// The whole text of its page, in the article and around it.
    page: Text,
    /// The numbers of the paragraphs that the page has as block quotations.
    quotations: Vec<usize>,
}

impl FromIterator<Paragraph> for Original {
    fn from_iter<I: IntoIterator<Item = Paragraph>>(paragraphs: I) -> Self {
        let mut original = Self::default();
        let mut last = None;
        for (number, Paragraph { text, is_quotation, place }) in paragraphs.into_iter().enumerate() {
            // A label or a headline between two paragraphs of a box parts them no more than it does for readers.
            if !text.is_empty() && !is_label(&text) && last.replace(place).is_some_and(|last| last != place) {
                original.text.begin_box();
            }
            original.text.push(&text);
            original.quotations.extend(is_quotation.then_some(number));
        }
        original
    }
}

impl From<Article> for Original {
    /// Without the words of headlines, which may be those of a quote: they are its page's.
    fn from(Article { mut paragraphs, headlines, page }: Article) -> Self {
        headlines.into_iter().for_each(|number| paragraphs[number].text.clear());
        let page = page.into_iter().map(|paragraph| paragraph.text).collect();
        Self { page, ..paragraphs.into_iter().collect() }
    }
}

impl Checked<'_> {
    pub fn errors(&self) -> usize {
        self.remarks.iter().filter(|remark| remark.severity == Severity::Error).count()
    }

    /// The number of words of this kind with this grade.
    pub fn count(&self, kind: Kind, grade: Grade) -> usize {
        self.words.iter().filter(|words| words.kind == kind && words.finding.grade == grade).count()
    }
}

/// A problem, with everything that an editor needs to see it.
///
/// Displays as `path: fault; what to do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub fault: Fault,
    pub severity: Severity,
    /// The place in the document: see [`Problem::path`].
    pub path: String,
    /// The words with the fault. If it is empty, the remark is about everything at [`Self::about`].
    pub marks: Vec<Mark>,
    /// Similar words in the article.
    pub nearest: Option<String>,
}

/// Words in a string of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub path: String,
    /// In bytes of the decoded string.
    pub words: Range<usize>,
}

/// A `quote` or `reported` that was compared with the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub path: String,
    pub kind: Kind,
    pub spans: Vec<String>,
    pub finding: Finding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Quote,
    Reported,
}

impl Kind {
    /// The name of the field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Reported => "reported",
        }
    }
}

/// Checks the JSON of a document. It is compared with this article, or if there is none, with `article.body`.
pub fn check<'article>(json: &str, article: Option<&'article Original>) -> Checked<'article> {
    let (node, Draft { document, problems }) = match parse(json).and_then(|node| Ok((node, draft(json)?))) {
        Ok(read) => read,
        Err(problem) => {
            let remarks = vec![Remark::of_decoder(problem)];
            return Checked {
                remarks,
                words: Vec::new(),
                article: None,
                voices: Vec::new(),
                is_readable: false,
                undecided: 0,
            };
        }
    };
    let is_given = article.is_some();
    let without_cards = article.and_then(|article| own_cards::without(&document, article)).map(Cow::Owned);
    let article = without_cards.or(article.map(Cow::Borrowed)).or_else(|| body_of(&document).map(Cow::Owned));
    let mut remarks: Vec<_> = problems.into_iter().map(Remark::of_decoder).collect();
    stray_characters::check(&node, &mut remarks);
    speakers::check(&document, article.as_deref().map(|article| &article.text), &mut remarks);
    ratings::check(&document, &mut remarks);
    if let Some(article) = article.as_deref().filter(|_| is_given) {
        body::check(&document, &article.text, &mut remarks);
    }
    let language = document.article.language.as_ref().map(|language| language.as_str());
    let voices = article.as_deref().map(|article| voices::voices(article, language)).unwrap_or_default();
    let words = statements::check(&document, article.as_deref(), &Voices::of(&voices), &mut remarks);
    let undecided = match node.at("$draft") {
        Some(Node::Array(places)) => places.len(),
        _ => 0,
    };
    Checked { remarks, words, article, voices, is_readable: true, undecided }
}

fn body_of(document: &Document) -> Option<Original> {
    let paragraphs = document.article.body.as_ref()?;
    let has_text = paragraphs.iter().any(|paragraph| !paragraph.trim().is_empty());
    has_text.then(|| Original { text: paragraphs.iter().collect(), ..Original::default() })
}

impl Remark {
    fn of_decoder(problem: Problem) -> Self {
        let Problem { fault, severity, path } = problem;
        Self::new(Fault::Document(fault), severity, path)
    }

    fn new(fault: Fault, severity: Severity, path: impl Into<String>) -> Self {
        Self { fault, severity, path: path.into(), marks: Vec::new(), nearest: None }
    }

    fn warning(fault: Fault, path: impl Into<String>) -> Self {
        Self::new(fault, Severity::Warning, path)
    }

    /// The subject of the remark, if no words are marked.
    pub fn about(&self) -> About {
        match &self.fault {
            Fault::Document(fault) => fault.about(),
            _ => About::Value,
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.path.is_empty() { "" } else { ": " };
        write!(f, "{}{separator}{}", self.path, self.fault)
    }
}

/// The characters of a passage, on one line.
fn slice(article: &Text, passage: Passage) -> String {
    article.slices(passage).collect::<Vec<_>>().join(" ")
}

/// The most characters of somebody's words that a message repeats.
const MOST_REPEATED: usize = 60;

/// The longest part of a word that a message leaves out rather than to show it alone, in characters.
const MOST_CUT: usize = 15;

/// Words in quotation marks; if there are many, without those in the middle.
fn quoted(words: &str) -> String {
    let words = words.trim();
    let count = words.chars().count();
    if count <= MOST_REPEATED {
        return format!("“{words}”");
    }
    let half = MOST_REPEATED / 2;
    let at = |number: usize| words.char_indices().nth(number).map_or(words.len(), |(at, _)| at);
    // One character more on each side, which shows whether a word ends there.
    let (head, tail) = (&words[..at(half + 1)], &words[at(count - half - 1)..]);
    // Words that are cut are left out, if there are blanks not far from here.
    let is_near = |cut: &str| cut.chars().count() <= MOST_CUT;
    let begin = head.rfind(char::is_whitespace).filter(|blank| is_near(&head[*blank..]));
    let end = tail.find(char::is_whitespace).filter(|blank| is_near(&tail[..*blank]));
    let head = &head[..begin.unwrap_or(at(half))];
    let tail = end.map_or(&words[at(count - half)..], |blank| &tail[blank..]);
    format!("“{} … {}”", head.trim_end(), tail.trim_start())
}
