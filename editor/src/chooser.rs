//! What becomes of words that are chosen in the article.

use editing::{Action, Chosen, Decision, End, Field, Key, Mark, Passage, string};

use crate::state::Desk;

/// What chosen words can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Quotation,
    Reported,
    Part,
    Speaker,
    Role,
    Sentence,
}

impl Use {
    pub const ALL: [Self; 6] = [Self::Quotation, Self::Reported, Self::Part, Self::Speaker, Self::Role, Self::Sentence];

    /// The key that does it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Quotation => "Q",
            Self::Reported => "W",
            Self::Part => "F",
            Self::Speaker => "S",
            Self::Role => "O",
            Self::Sentence => "C",
        }
    }
}

/// The action for chosen words; `None` if there is nothing that they could be added to, or if it takes words of one paragraph only.
pub fn action(desk: &Desk, chosen: &Chosen, what: Use) -> Option<Action> {
    let work = desk.work();
    let paragraphs = work.paragraphs();
    let only = || Some(chosen.only()?.without_marks(&paragraphs).text(&paragraphs).to_owned());
    let add = |field: Field| {
        let passages = passages_for(field, chosen, &paragraphs);
        let spans = passages.iter().map(|passage| passage.text(&paragraphs).to_owned()).collect();
        let context = if let [passage] = passages.as_slice() { passage.context(&paragraphs) } else { None };
        let first = *passages.first()?;
        let report = desk.report.as_ref().map(|(_, report)| report);
        let voice = report.and_then(|report| report.voice_of(&passages, field, &paragraphs));
        Some(Action::Add { before: report.and_then(|report| report.card_behind(first)), field, spans, context, voice })
    };
    let (selected, number) = (desk.selected, desk.statement);
    match what {
        Use::Quotation => add(Field::Quote),
        Use::Reported => add(Field::Reported),
        Use::Part => part(desk, chosen),
        Use::Sentence => Some(Action::Sentence { card: selected?, text: only()? }),
        Use::Speaker => {
            work.card(selected?)?.statements().get(number)?;
            Some(Action::NameSpeaker { card: selected?, statement: number, name: only()? })
        }
        Use::Role => {
            let speaker = string(work.card(selected?)?.statements().get(number)?, "speaker");
            work.speakers().get(speaker)?;
            Some(Action::SetSpeaker { speaker: speaker.to_owned(), field: "role".to_owned(), value: Some(only()?) })
        }
    }
}

/// The parts of chosen words. Of a quotation, they are the pieces between quotation marks, if the words run over some.
fn passages_for(field: Field, chosen: &Chosen, paragraphs: &[&str]) -> Vec<Passage> {
    let pieces = |passage: &Passage| match field {
        Field::Quote => passage.within_marks(paragraphs),
        Field::Reported => vec![passage.for_report(paragraphs)],
    };
    chosen.passages().iter().flat_map(pieces).collect()
}

/// The first card that has chosen words already.
pub fn card_with(desk: &Desk, chosen: &Chosen) -> Option<Key> {
    let (_, report) = desk.report.as_ref()?;
    let overlaps = |mark: &Mark| {
        let Passage { paragraph, start, end } = mark.passage;
        chosen.passages().iter().any(|own| own.paragraph == paragraph && own.start < end && start < own.end)
    };
    let is_shown = |key: Key| desk.work().card(key).is_some_and(|card| card.decision != Decision::Rejected);
    report.marks.iter().find(|mark| is_shown(mark.card) && overlaps(mark)).map(|mark| mark.card)
}

/// Further parts of the words of the statement that is worked on, in the order of the article.
fn part(desk: &Desk, chosen: &Chosen) -> Option<Action> {
    let (card, statement) = (desk.selected?, desk.statement);
    let work = desk.work();
    let paragraphs = work.paragraphs();
    let field = first_field(desk)?;
    let mut spans = work.words(card, statement, field);
    for passage in passages_for(field, chosen, &paragraphs) {
        work.insert_part(&mut spans, passage.text(&paragraphs).to_owned(), Some((passage.paragraph, passage.start)));
    }
    Some(Action::Words { card, statement, field, spans, context: None })
}

/// The words of the current statement that keys are about: the quoted ones, if there are any.
pub fn first_field(desk: &Desk) -> Option<Field> {
    let (card, statement) = (desk.selected?, desk.statement);
    Field::ALL.into_iter().find(|field| !desk.work().words(card, statement, *field).is_empty())
}

/// Words of the current statement, drawn longer or shorter by a word at one end.
pub fn stretched(desk: &Desk, field: Field, end: End, is_longer: bool) -> Option<Action> {
    let (card, statement) = (desk.selected?, desk.statement);
    let work = desk.work();
    let passages = marked(desk, card, statement, field)?;
    let number = if end == End::Start { 0 } else { passages.len() - 1 };
    let paragraphs = work.paragraphs();
    let new = passages[number].stretched(&paragraphs, end, is_longer)?;
    let mut spans = work.words(card, statement, field);
    *spans.get_mut(number)? = new.text(&paragraphs).to_owned();
    let context = if spans.len() == 1 { new.context(&paragraphs) } else { None };
    Some(Action::Words { card, statement, field, spans, context })
}

/// Where each part of a statement's words stands; `None` if that is not known of each.
fn marked(desk: &Desk, card: Key, statement: usize, field: Field) -> Option<Vec<Passage>> {
    let work = desk.work();
    let (_, report) = desk.report.as_ref()?;
    let own = report.marks.iter().filter(|mark| (mark.card, mark.statement, mark.field) == (card, statement, field));
    let passages: Vec<Passage> = own.filter(|mark| mark.is_exact).map(|mark| mark.passage).collect();
    let spans = work.words(card, statement, field);
    let paragraphs = work.paragraphs();
    // After a change and before the next report, the marks are those of the words before.
    let now = |(passage, span): (&Passage, &String)| passage.moved_to(span, &paragraphs);
    let is_known = passages.len() == spans.len() && !passages.is_empty();
    is_known.then(|| passages.iter().zip(&spans).map(now).collect()).flatten()
}
