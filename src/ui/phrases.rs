use std::rc::Rc;

use yew::AttrValue;

use super::element::part;
use super::locale;
use document::model::Stance;

/// The widget's own words, in one language.
///
/// Each language is a file in `languages/`, which `build.rs` compiles to a line for each key. English is part of the wasm; the
/// others are loaded where they are needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrases(Rc<Vec<AttrValue>>);

/// From `languages/`: all texts, the line of each key, and a type for each text with gaps.
mod lines {
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

use lines::{ALL, Line};

const ENGLISH: &str = ALL[0];

/// The values for the gaps of a text.
trait Gaps {
    const LINE: Line;

    fn filled(&self) -> [&str; 2];
}

impl Default for Phrases {
    fn default() -> Self {
        Self::fixed(ENGLISH)
    }
}

impl Phrases {
    /// The first of these languages that the widget has words in, or else English.
    ///
    /// Only the part before the first hyphen counts, but for Chinese: readers of traditional characters have a file of their own.
    pub fn of<'tag>(languages: impl IntoIterator<Item = &'tag str>) -> Self {
        let known = |tag: &str| {
            let tag = tag.to_ascii_lowercase();
            let file = file_of(&tag);
            ALL.iter().find(|lines| lines.starts_with(&format!("{file}\n")))
        };
        languages.into_iter().find_map(known).map(|lines| Self::fixed(lines)).unwrap_or_default()
    }

    fn fixed(lines: &'static str) -> Self {
        // Yew's `From` would copy each.
        Self(Rc::new(lines.split('\n').map(AttrValue::Static).collect()))
    }

    /// The words from the loaded file of a language.
    pub fn read(lines: String) -> Self {
        Self(Rc::new(lines.split('\n').map(|line| line.into()).collect()))
    }

    /// The language of these words, as a BCP 47 tag.
    pub fn language(&self) -> AttrValue {
        self.line(Line::Language)
    }

    /// The direction in which the language is written: `ltr` or `rtl`.
    pub(super) fn direction(&self) -> AttrValue {
        self.line(Line::Direction)
    }

    pub(super) fn title(&self) -> AttrValue {
        self.line(Line::Title)
    }

    pub(super) fn open_all(&self) -> AttrValue {
        self.line(Line::OpenAll)
    }

    pub(super) fn close_all(&self) -> AttrValue {
        self.line(Line::CloseAll)
    }

    pub(super) fn reported(&self) -> AttrValue {
        self.line(Line::Reported)
    }

    pub(super) fn as_the_article_puts_it(&self) -> AttrValue {
        self.unfilled(lines::AsTheArticlePutsIt { when: "" })
    }

    pub(super) fn unattributed(&self) -> AttrValue {
        self.line(Line::Unattributed)
    }

    pub(super) fn nobody(&self) -> AttrValue {
        self.line(Line::Nobody)
    }

    pub(super) fn no_statements(&self) -> AttrValue {
        self.line(Line::NoStatements)
    }

    pub(super) fn no_words(&self) -> AttrValue {
        self.line(Line::NoWords)
    }

    pub(super) fn words_left_out(&self) -> AttrValue {
        self.line(Line::WordsLeftOut)
    }

    pub(super) fn said(&self) -> AttrValue {
        self.unfilled(lines::Said { date: "" })
    }

    pub(super) fn source(&self) -> AttrValue {
        self.unfilled(lines::Source { source: "" })
    }

    pub(super) fn picture(&self) -> AttrValue {
        self.unfilled(lines::Picture { credit: "" })
    }

    pub(super) fn rated_by(&self) -> AttrValue {
        self.unfilled(lines::RatedBy { organization: "" })
    }

    pub(super) fn correction(&self) -> AttrValue {
        self.line(Line::Correction)
    }

    pub(super) fn try_again(&self) -> AttrValue {
        self.line(Line::TryAgain)
    }

    pub(super) fn failed(&self) -> AttrValue {
        self.line(Line::Failure)
    }

    pub(super) fn own_words(&self) -> AttrValue {
        self.line(Line::OwnWords)
    }

    pub(super) fn by_the_article(&self) -> AttrValue {
        self.line(Line::ByTheArticle)
    }

    pub(super) fn without_words(&self) -> AttrValue {
        self.line(Line::WithoutWords)
    }

    pub(super) fn reported_as_claim(&self) -> AttrValue {
        self.line(Line::ReportedAsClaim)
    }

    pub(super) fn in_context(&self) -> AttrValue {
        self.line(Line::InContext)
    }

    pub(super) fn source_and_link(&self) -> AttrValue {
        self.line(Line::SourceAndLink)
    }

    pub(super) fn cite_and_share(&self) -> AttrValue {
        self.line(Line::CiteAndShare)
    }

    pub(super) fn in_the_article(&self) -> AttrValue {
        self.line(Line::InTheArticle)
    }

    pub(super) fn go(&self) -> AttrValue {
        self.line(Line::Go)
    }

    pub(super) fn copy(&self) -> AttrValue {
        self.line(Line::Copy)
    }

    pub(super) fn copied(&self) -> AttrValue {
        self.line(Line::Copied)
    }

    pub(super) fn link(&self) -> AttrValue {
        self.line(Line::Link)
    }

    pub(super) fn share(&self) -> AttrValue {
        self.line(Line::Share)
    }

    /// With two gaps, `{0}` for the number of cards that are shown, `{1}` for that of all.
    pub(super) fn showing(&self) -> AttrValue {
        self.unfilled(lines::Showing { shown: "", all: "" })
    }

    pub(super) fn show_all(&self) -> AttrValue {
        self.line(Line::ShowAll)
    }

    pub(super) fn search(&self) -> AttrValue {
        self.line(Line::Search)
    }

    /// What the field says where no card has the words.
    pub(super) fn no_match(&self) -> AttrValue {
        self.line(Line::NoMatch)
    }

    pub(super) fn all_speakers(&self, number: usize) -> AttrValue {
        self.counted(number, Line::AllSpeakers).into()
    }

    pub(super) fn differ(&self, number: usize) -> AttrValue {
        self.counted(number, Line::Differ).into()
    }

    /// “2 speakers”.
    pub(super) fn speakers(&self, number: usize) -> AttrValue {
        self.counted(number, Line::Speakers).into()
    }

    pub(super) fn read_all(&self, number: usize) -> AttrValue {
        self.counted(number, Line::ReadAll).into()
    }

    pub(super) fn show_less(&self) -> AttrValue {
        self.line(Line::ShowLess)
    }

    pub(super) fn and_more(&self, number: usize) -> AttrValue {
        self.counted(number, Line::AndMore).into()
    }

    pub(super) fn only(&self, name: &str) -> AttrValue {
        self.filled(&lines::Only { name }).into()
    }

    /// “And Ada Low”, as a gap for the name: if she is not quoted, “And Ada Low, reported”.
    pub(super) fn and(&self, is_reported: bool) -> AttrValue {
        if is_reported {
            self.unfilled(lines::AndReported { name: "" })
        } else {
            self.unfilled(lines::And { name: "" })
        }
    }

    pub(super) fn denies(&self) -> AttrValue {
        self.line(Line::StanceDenies)
    }

    pub(super) fn comments(&self) -> AttrValue {
        self.line(Line::StanceComments)
    }

    /// “Ada Low denies it”, with a gap for the name.
    pub(super) fn differs(&self, stance: Stance) -> AttrValue {
        match stance {
            Stance::Affirms => self.unfilled(lines::DiffersAffirms { name: "" }),
            Stance::Denies => self.unfilled(lines::DiffersDenies { name: "" }),
            Stance::Comments => self.unfilled(lines::DiffersComments { name: "" }),
        }
    }

    /// “Ada Low says different things”, with a gap for the name.
    pub(super) fn says_different_things(&self) -> AttrValue {
        self.unfilled(lines::DiffersBoth { name: "" })
    }

    pub(super) fn translated_from(&self, language: &str) -> AttrValue {
        self.filled(&lines::TranslatedFrom { language }).into()
    }

    pub(super) fn out_of(&self, value: &str, best: &str) -> AttrValue {
        self.filled(&lines::OutOf { value, best }).into()
    }

    pub(super) fn left_out(&self, left_out: usize, total: usize) -> AttrValue {
        let cards = self.counted(total, Line::Cards);
        fill(&self.counted(left_out, Line::LeftOut), lines::LeftOut { cards: &cards }.filled()).into()
    }

    /// Separates two names or descriptions in one line, such as a role and an organization: the language's comma, with its space.
    pub(super) fn comma(&self) -> AttrValue {
        let text = self.unfilled(lines::Comma { before: "", after: "" });
        let [begin, end] = [text.find('}').map_or(0, |at| at + 1), text.rfind('{').unwrap_or(text.len())];
        part(&text, begin, end)
    }

    /// The form of the text that the language has for this number, with the number in it.
    fn counted(&self, number: usize, line: Line) -> String {
        locale::counted(&self.line(line), number, &self.language())
    }

    fn filled<Given: Gaps>(&self, given: &Given) -> String {
        self.with(Given::LINE, given.filled())
    }

    fn with(&self, line: Line, values: [&str; 2]) -> String {
        fill(&self.line(line), values)
    }

    /// The text with its gap, which [`super::element::Element::with_filled`] fills.
    fn unfilled<Given: Gaps>(&self, _: Given) -> AttrValue {
        self.line(Given::LINE)
    }

    fn line(&self, line: Line) -> AttrValue {
        self.0.get(line as usize).cloned().unwrap_or_default()
    }
}

/// The text with these values in its gaps.
fn fill(text: &str, [first, second]: [&str; 2]) -> String {
    let mut filled = String::new();
    for (index, part) in text.split('{').enumerate() {
        let rest = match (index, part.as_bytes().first()) {
            (0, _) => part,
            (_, which) => {
                filled.push_str(if which == Some(&b'0') { first } else { second });
                part.get(2..).unwrap_or_default()
            }
        };
        filled.push_str(rest);
    }
    filled
}

/// The name of the file with the words for a language tag in small letters. `languages.js` has the same rule for the browser.
fn file_of(tag: &str) -> &str {
    if ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].iter().any(|traditional| tag.starts_with(traditional)) {
        return "zh-hant";
    }
    tag.split('-').next().unwrap_or_default()
}
