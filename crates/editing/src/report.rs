//! What is wrong, and where the words of each card stand in the article.

use std::collections::HashMap;

use check::{Compared, Fault, Remark, check};
use document::problem::Severity;
use draft_document::{Manner, last_place, manner_beside, manner_of_quotation};
use quotation_marks::family;
use quotes::{Grade, Text, has_words, is_label};
use serde_json::Value;

use crate::card::{Field, Key, Note, Why};
use crate::mend::{Mend, mends};
use crate::passage::Passage;
use crate::places::steps;
use crate::work::Work;

/// What `fact-cards check` says of the work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub problems: Vec<Problem>,
    /// In the order of the article.
    pub marks: Vec<Mark>,
    /// Who speaks in the article, in its order.
    pub voices: Vec<Voice>,
}

/// A quotation or reported words of the article, and who speaks there.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub passages: Vec<Passage>,
    pub name: String,
    /// Why it is not certain; nothing where the name stands beside the words.
    pub note: Option<Note>,
    /// Whether the article says that these words were said, denied, or not said.
    pub manner: Manner,
}

/// A problem of the document, and what mends it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The stable name of this kind of problem.
    pub code: String,
    /// Its place in the document that was checked.
    pub path: String,
    /// What is wrong, and what to do.
    pub message: String,
    pub is_error: bool,
    pub card: Option<Key>,
    pub statement: Option<usize>,
    pub speaker: Option<String>,
    /// The article's words that come near.
    pub nearest: Option<String>,
    /// The article's words that the card leaves out, where that may turn its meaning round.
    pub left_out: Option<String>,
    pub mends: Vec<Mend>,
}

/// Words of a card, where the article has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub passage: Passage,
    pub card: Key,
    pub statement: usize,
    pub field: Field,
    /// Whether these are the card's words; otherwise, the article has words that come near.
    pub is_exact: bool,
}

/// What a path of the document leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    pub card: Option<Key>,
    pub statement: Option<usize>,
    pub speaker: Option<String>,
    /// The place within the claim or the speaker.
    pub place: String,
}

impl Target {
    /// `keys`: the cards of the claims.
    fn of(path: &str, keys: &[Key]) -> Self {
        let steps = steps(path);
        let number = |index: usize| steps.get(index)?.parse::<usize>().ok();
        let place = steps.get(2..).unwrap_or_default().join("/");
        match steps.first().map(String::as_str) {
            Some("claims") => {
                let has_statement = steps.get(2).is_some_and(|step| step == "statements");
                let card = number(1).and_then(|number| keys.get(number).copied());
                Self { card, statement: number(3).filter(|_| has_statement), speaker: None, place }
            }
            Some("speakers") => Self { speaker: steps.get(1).cloned(), place, ..Self::default() },
            _ => Self::default(),
        }
    }
}

impl Report {
    /// Checks all cards but those that were rejected.
    pub fn of(work: &Work) -> Self {
        let (json, keys) = work.to_check();
        let checked = check(&json, None);
        let text = checked.article.as_deref().map(|article| &article.text);
        let compared: HashMap<&str, &Compared> =
            checked.words.iter().map(|words| (words.path.as_str(), words)).collect();
        let problem = |remark: &Remark| {
            let target = Target::of(&remark.path, &keys);
            let words = compared.get(remark.path.as_str()).copied();
            let mends = mends(work, remark, &target, words, text);
            let Target { card, statement, speaker, .. } = target;
            Problem {
                code: remark.fault.code().to_owned(),
                path: remark.path.clone(),
                message: remark.fault.to_string(),
                is_error: remark.severity == Severity::Error,
                card,
                statement,
                speaker,
                nearest: remark.nearest.clone(),
                left_out: left_out(&remark.fault),
                mends,
            }
        };
        let problems = checked.remarks.iter().map(problem).collect();
        let mut marks: Vec<_> = text
            .map(|text| checked.words.iter().flat_map(|words| marks(words, &keys, text)).collect())
            .unwrap_or_default();
        marks.sort_by_key(|mark: &Mark| (mark.passage.paragraph, mark.passage.start, mark.passage.end));
        let voices = checked.voices.iter().flat_map(|voice| Some(self::voice(voice, text?))).collect();
        let mut report = Self { problems, marks, voices };
        report.add_nameless(work, &keys);
        report.add_several_speakers(&keys);
        report.add_half_pairs(work, &keys);
        report
    }

    /// Who speaks where a passage begins.
    pub fn voice_at(&self, passage: Passage) -> Option<&Voice> {
        let begins =
            |whole: &Passage| whole.paragraph == passage.paragraph && (whole.start..whole.end).contains(&passage.start);
        // What a speaker has from somebody else stands within the speaker's own words.
        let length =
            |voice: &Voice| voice.passages.iter().find(|whole| begins(whole)).map(|whole| whole.end - whole.start);
        let around = self.voices.iter().filter_map(|voice| Some((length(voice)?, voice)));
        around.min_by_key(|(length, _)| *length).map(|(_, voice)| voice)
    }

    /// The card whose first words are the next in the article behind the beginning of these.
    pub fn card_behind(&self, passage: Passage) -> Option<Key> {
        let place = |passage: &Passage| (passage.paragraph, passage.start);
        let is_first = |at: usize| self.marks[..at].iter().all(|mark| mark.card != self.marks[at].card);
        let behind =
            (0..self.marks.len()).find(|at| place(&self.marks[*at].passage) > place(&passage) && is_first(*at));
        behind.map(|at| self.marks[at].card)
    }

    /// How many problems are errors.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error).count()
    }

    /// The problems that are on a card.
    pub fn of_card(&self, key: Key) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |problem| problem.card == Some(key))
    }

    /// As JSON, for handing it from one thread to another.
    pub fn to_json(&self) -> String {
        Value::from(self.clone()).to_string()
    }

    /// Reads what [`Self::to_json`] has written.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().map(Value::into)
    }
}

/// The words without the quotation marks in which messages have them. What is no word is left out of no card.
fn left_out(fault: &Fault) -> Option<String> {
    let (Fault::Parts { left_out: Some(words), .. } | Fault::Cut { left_out: words, .. }) = fault else { return None };
    let words = words.strip_prefix('“').unwrap_or(words);
    let words = between_marks(words.strip_suffix('”').unwrap_or(words));
    Some(words.to_owned()).filter(|words| has_words(words))
}

/// Words without the mark before them that closes a quotation, and without the one behind them that opens the next.
fn between_marks(words: &str) -> &str {
    let is_mark = |c: char| family(c).is_some();
    let begin = words.trim_start_matches(|c| is_mark(c) || c == ',');
    let words = if begin.starts_with(' ') { begin } else { words };
    // French sets other spaces within its marks.
    let end = words.trim_end_matches(is_mark);
    if end.ends_with(' ') { end.trim() } else { words.trim() }
}

fn voice(voice: &check::Voice, text: &Text) -> Voice {
    let cue = || voice.hearsay.clone().or_else(|| voice.cue.clone());
    let note = (!voice.is_given).then(|| Note { statement: Some(0), why: Why::Inferred, cue: cue() });
    let passages = voice.passages.iter().flat_map(|passage| pieces(*passage, text)).collect();
    Voice { passages, name: voice.name.clone(), note, manner: manner(voice, text) }
}

/// How the article reports what a voice says.
fn manner(voice: &check::Voice, text: &Text) -> Manner {
    let Some(quotes::Passage { start, end }) = voice.passages.first() else { return Manner::Said };
    let Some(paragraph) = text.paragraphs().get(start.paragraph) else { return Manner::Said };
    if is_hearsay_denied(voice, paragraph, start.byte) {
        return Manner::NotSaid;
    }
    match voice.cue.as_deref() {
        _ if voice.is_quoted => manner_of_quotation(paragraph, start.byte..end.byte),
        Some(cue) => manner_beside(paragraph, cue, start.byte),
        None => Manner::Said,
    }
}

/// Whether somebody denies what they have from this voice: “Low denied that Ak said …”.
fn is_hearsay_denied(voice: &check::Voice, paragraph: &str, start: usize) -> bool {
    let (Some(hearsay), Some(cue)) = (&voice.hearsay, &voice.cue) else { return false };
    let at = paragraph.get(..start).and_then(|before| last_place(before, hearsay));
    let outer = hearsay.strip_suffix(cue.as_str()).map(str::trim_end);
    at.zip(outer).is_some_and(|(at, outer)| manner_beside(paragraph, outer, at + outer.len()) != Manner::Said)
}

/// The places of words. Those that stand in several places are marked in none, because nobody knows which is meant.
fn marks(words: &Compared, keys: &[Key], text: &Text) -> Vec<Mark> {
    let Target { card: Some(card), statement: Some(statement), .. } = Target::of(&words.path, keys) else {
        return Vec::new();
    };
    let [place] = words.finding.places.as_slice() else { return Vec::new() };
    let field = words.kind.into();
    let is_exact = matches!(words.finding.grade, Grade::Exact | Grade::Typographic);
    let passages = place.iter().flat_map(|passage| pieces(*passage, text));
    passages.map(|passage| Mark { passage, card, statement, field, is_exact }).collect()
}

/// A passage that runs over several paragraphs, paragraph by paragraph, without empty ones and labels.
pub(crate) fn pieces(passage: quotes::Passage, text: &Text) -> impl Iterator<Item = Passage> {
    let quotes::Passage { start, end } = passage;
    let numbers = (start.paragraph..=end.paragraph).filter(|number| !is_skipped(&text.paragraphs()[*number]));
    numbers.map(move |number| Passage {
        paragraph: number,
        start: if number == start.paragraph { start.byte } else { 0 },
        end: if number == end.paragraph { end.byte } else { text.paragraphs()[number].len() },
    })
}

fn is_skipped(paragraph: &str) -> bool {
    paragraph.is_empty() || is_label(paragraph)
}
