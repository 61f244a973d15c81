//! Warnings that the command does not have: of what an editor puts together.

use std::collections::HashSet;

use draft_document::{Manner, manner_of_quotation, quoted};

use crate::card::{Decision, Field, Key, Note, Why, spans};
use crate::passage::{Passage, has_half_pair};
use crate::report::{Mark, Problem, Report, Voice};
use crate::work::Work;

impl Report {
    /// Who speaks the words that somebody has chosen. That it is one person for all parts, and whole words of the article's sentence, is not certain
    /// where parts are of different people or in a quotation within another, or where reported words have one quotation mark without the other of its
    /// pair. Where the article does not name who did not say a quotation, the voice has no name.
    pub fn voice_of(&self, passages: &[Passage], field: Field, paragraphs: &[&str]) -> Option<Voice> {
        let is_unsaid = |passage: &Passage| is_in_unsaid_quotation(*passage, paragraphs);
        let is_not_said = field == Field::Quote && passages.iter().any(is_unsaid);
        let nobody = || Voice { passages: Vec::new(), name: String::new(), note: None, manner: Manner::NotSaid };
        let known = self.voice_at(*passages.first()?).cloned();
        let mut voice = known.or_else(|| is_not_said.then(nobody))?;
        if is_not_said {
            voice.manner = Manner::NotSaid;
        }
        let is_own = |passage: &Passage| self.voice_at(*passage).is_some_and(|other| other.name == voice.name);
        let has_half = field == Field::Reported && passages.iter().any(|passage| passage.has_half_pair(paragraphs));
        let is_repeated = |passage: &Passage| is_in_inner_quotation(&voice, *passage, paragraphs);
        let is_inner = field == Field::Quote && passages.iter().any(is_repeated);
        if has_half || is_inner || !passages.iter().all(is_own) {
            voice.note.get_or_insert(Note { statement: Some(0), why: Why::Inferred, cue: None });
        }
        Some(voice)
    }

    /// Warns of accepted quotations without a speaker. Documents may have such, so the command says nothing of them.
    pub(crate) fn add_nameless(&mut self, work: &Work, keys: &[Key]) {
        let known: HashSet<String> = self.problems.iter().map(|problem| problem.path.clone()).collect();
        let message = "nobody is named as the speaker of this quote; name the speaker";
        for (claim, key) in keys.iter().enumerate() {
            let card = work.card(*key).filter(|card| card.decision == Decision::Accepted);
            for (number, statement) in card.iter().flat_map(|card| card.statements()).enumerate() {
                if statement.get("quote").is_none() || statement.get("speaker").is_some() {
                    continue;
                }
                let problem = warning("no-speaker", (claim, *key), number, "speaker", message.to_owned());
                if !known.contains(&problem.path) {
                    self.problems.push(problem);
                }
            }
        }
    }

    /// Warns of quotations whose parts are words of different people.
    pub(crate) fn add_several_speakers(&mut self, keys: &[Key]) {
        // The marks are in the order of the article. Those of one quote are put beside each other; a sorted list is less code than a `BTreeMap`.
        let mut quoted: Vec<&Mark> = self.marks.iter().filter(|mark| mark.field == Field::Quote).collect();
        quoted.sort_by_key(|mark| (mark.card, mark.statement));
        let names = |marks: &[&Mark]| {
            let voices = marks.iter().filter_map(|mark| self.voice_at(mark.passage));
            let mut names: Vec<&str> = voices.map(|voice| voice.name.as_str()).collect();
            names.dedup();
            names
        };
        // One passage is one person's.
        let parted = quoted.chunk_by(|one, other| (one.card, one.statement) == (other.card, other.statement));
        let parted = parted.filter(|marks| marks.len() > 1);
        let several = parted.map(|marks| (marks[0].clone(), names(marks))).filter(|(_, names)| names.len() > 1);
        let problems: Vec<_> = several
            .map(|(Mark { card, statement, .. }, names)| {
                let claim = keys.iter().position(|key| *key == card).unwrap_or_default();
                let names = names.join(", ");
                let message = format!(
                    "the article gives the parts of this quote to different speakers: {names}; make a card of each"
                );
                warning("several-speakers", (claim, card), statement, Field::Quote.name(), message)
            })
            .collect();
        self.problems.extend(problems);
    }

    /// Warns of reported words with one quotation mark without the other of its pair.
    pub(crate) fn add_half_pairs(&mut self, work: &Work, keys: &[Key]) {
        let paragraphs = work.paragraphs();
        // It matters only to what may be the second mark of a pair.
        let place =
            |words: &str| Some(words).filter(|words| words.contains('’')).and_then(|words| work.place_of(words));
        let before = |words: &str| place(words).map_or("", |(paragraph, at)| &paragraphs[paragraph][..at]);
        let message = "these words have one quotation mark without the other of its pair; take both, or none";
        for (claim, key) in keys.iter().enumerate() {
            for (number, statement) in work.card(*key).iter().flat_map(|card| card.statements()).enumerate() {
                if spans(statement, "reported").iter().any(|words| has_half_pair(words, before(words))) {
                    let field = Field::Reported.name();
                    self.problems.push(warning("half-marks", (claim, *key), number, field, message.to_owned()));
                }
            }
        }
    }
}

/// Whether words stand in a quotation that the article says was not said.
fn is_in_unsaid_quotation(passage: Passage, paragraphs: &[&str]) -> bool {
    let quotations = quoted(paragraphs, passage.paragraph);
    let own = quotations.into_iter().find(|quotation| quotation.contains(&passage.start));
    own.is_some_and(|own| manner_of_quotation(paragraphs[passage.paragraph], own) == Manner::NotSaid)
}

/// Whether words stand in quotation marks within what somebody says, who may only repeat them.
fn is_in_inner_quotation(voice: &Voice, passage: Passage, paragraphs: &[&str]) -> bool {
    let holds =
        |whole: &&Passage| whole.paragraph == passage.paragraph && (whole.start..whole.end).contains(&passage.start);
    let whole = voice.passages.iter().find(holds);
    let before = whole.and_then(|whole| paragraphs.get(whole.paragraph)?.get(whole.start..passage.start));
    before.is_some_and(|before| has_half_pair(before, ""))
}

/// A problem of a field of a statement. The card is named by its key and by the number of its claim in the document that is checked.
fn warning(code: &str, (claim, card): (usize, Key), statement: usize, field: &str, message: String) -> Problem {
    Problem {
        code: code.to_owned(),
        path: format!("claims[{claim}].statements[{statement}].{field}"),
        message,
        is_error: false,
        card: Some(card),
        statement: Some(statement),
        speaker: None,
        nearest: None,
        left_out: None,
        mends: Vec::new(),
    }
}
