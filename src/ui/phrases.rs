use yew::AttrValue;

use super::failure::Cause;
use document::model::Stance;

/// The widget's own words, in one language.
///
/// Each language is a file of lines in the order of [`Line`], in `phrases/`. English is part of the wasm; the others are loaded
/// where they are needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrases(AttrValue);

const ENGLISH: &str = include_str!("phrases/en.txt");

const ALL: &[&str] = &[
    ENGLISH,
    include_str!("phrases/ar.txt"),
    include_str!("phrases/de.txt"),
    include_str!("phrases/es.txt"),
    include_str!("phrases/fr.txt"),
    include_str!("phrases/it.txt"),
    include_str!("phrases/pt.txt"),
    include_str!("phrases/ru.txt"),
    include_str!("phrases/tr.txt"),
];

/// What stands in which line. `{0}` and `{1}` are filled in.
#[derive(Clone, Copy)]
enum Line {
    Language,
    Direction,
    Title,
    ClaimLabel,
    OneClaim,
    Claims,
    OneSpeaker,
    Speakers,
    Count,
    OpenAll,
    CloseAll,
    Affirms,
    Denies,
    Comments,
    Reported,
    InTheArticlesWords,
    AsTheArticlePutsIt,
    Unattributed,
    Nobody,
    NoStatements,
    NoWords,
    WordsLeftOut,
    Said,
    TranslatedFrom,
    Source,
    Picture,
    RatedBy,
    OutOf,
    Correction,
    Corrected,
    Empty,
    OneCard,
    Cards,
    LeftOut,
    Loading,
    Failed,
    Unreachable,
    Missing,
    TooSlow,
    TooLarge,
    Unreadable,
    TryAgain,
}

impl Default for Phrases {
    fn default() -> Self {
        Self(ENGLISH.into())
    }
}

impl Phrases {
    /// The first of these languages that the widget speaks; without any, English. Only what stands before a hyphen counts.
    pub fn of<'tag>(languages: impl IntoIterator<Item = &'tag str>) -> Self {
        let known = |tag: &str| {
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            ALL.iter().find(|lines| lines.starts_with(&format!("{primary}\n")))
        };
        languages.into_iter().find_map(known).map(|lines| Self(AttrValue::from(*lines))).unwrap_or_default()
    }

    /// Those of a language's file.
    pub fn read(lines: String) -> Self {
        Self(lines.into())
    }

    /// The language of these words, as BCP 47 has it.
    pub fn language(&self) -> AttrValue {
        self.line(Line::Language)
    }

    /// The direction they are written in, whatever the page's is: `ltr` or `rtl`.
    pub(super) fn direction(&self) -> AttrValue {
        self.line(Line::Direction)
    }

    pub(super) fn title(&self) -> AttrValue {
        self.line(Line::Title)
    }

    pub(super) fn claim(&self) -> AttrValue {
        self.line(Line::ClaimLabel)
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

    pub(super) fn in_the_articles_words(&self) -> AttrValue {
        self.line(Line::InTheArticlesWords)
    }

    pub(super) fn as_the_article_puts_it(&self) -> AttrValue {
        self.line(Line::AsTheArticlePutsIt)
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
        self.line(Line::Said)
    }

    pub(super) fn source(&self) -> AttrValue {
        self.line(Line::Source)
    }

    pub(super) fn picture(&self) -> AttrValue {
        self.line(Line::Picture)
    }

    pub(super) fn rated_by(&self) -> AttrValue {
        self.line(Line::RatedBy)
    }

    pub(super) fn correction(&self) -> AttrValue {
        self.line(Line::Correction)
    }

    pub(super) fn corrected(&self) -> AttrValue {
        self.line(Line::Corrected)
    }

    pub(super) fn empty(&self) -> AttrValue {
        self.line(Line::Empty)
    }

    pub(super) fn loading(&self) -> AttrValue {
        self.line(Line::Loading)
    }

    pub(super) fn failed(&self) -> AttrValue {
        self.line(Line::Failed)
    }

    pub(super) fn try_again(&self) -> AttrValue {
        self.line(Line::TryAgain)
    }

    pub(super) fn claims(&self, number: usize) -> AttrValue {
        self.counted(number, Line::OneClaim, Line::Claims).into()
    }

    pub(super) fn count(&self, claims: usize, speakers: usize) -> AttrValue {
        let claims = self.counted(claims, Line::OneClaim, Line::Claims);
        match speakers {
            0 => claims.into(),
            _ => self.filled(Line::Count, &claims, &self.counted(speakers, Line::OneSpeaker, Line::Speakers)).into(),
        }
    }

    pub(super) fn stance(&self, stance: Stance) -> AttrValue {
        self.line(match stance {
            Stance::Affirms => Line::Affirms,
            Stance::Denies => Line::Denies,
            Stance::Comments => Line::Comments,
        })
    }

    pub(super) fn translated_from(&self, language: &str) -> AttrValue {
        self.filled(Line::TranslatedFrom, language, "").into()
    }

    pub(super) fn out_of(&self, value: &str, best: &str) -> AttrValue {
        self.filled(Line::OutOf, value, best).into()
    }

    pub(super) fn left_out(&self, left_out: usize, total: usize) -> AttrValue {
        let cards = self.counted(total, Line::OneCard, Line::Cards);
        self.filled(Line::LeftOut, &left_out.to_string(), &cards).into()
    }

    pub(super) fn cause(&self, cause: Cause) -> AttrValue {
        self.line(match cause {
            Cause::Unreachable => Line::Unreachable,
            Cause::Missing => Line::Missing,
            Cause::TooSlow => Line::TooSlow,
            Cause::TooLarge => Line::TooLarge,
            Cause::Unreadable => Line::Unreadable,
        })
    }

    fn counted(&self, number: usize, one: Line, other: Line) -> String {
        self.filled(if number == 1 { one } else { other }, &number.to_string(), "")
    }

    fn filled(&self, line: Line, first: &str, second: &str) -> String {
        let line = self.line(line);
        let mut filled = String::new();
        for (index, part) in line.split('{').enumerate() {
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

    fn line(&self, line: Line) -> AttrValue {
        let text = self.0.split('\n').nth(line as usize).unwrap_or_default();
        text.to_owned().into()
    }
}
