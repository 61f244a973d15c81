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
    let bare: Vec<_> = chosen.passages().iter().map(|passage| passage.without_marks(&paragraphs)).collect();
    let spans = || bare.iter().map(|passage| passage.text(&paragraphs).to_owned()).collect::<Vec<_>>();
    let only = || Some(chosen.only()?.without_marks(&paragraphs).text(&paragraphs).to_owned());
    let add = |field: Field| {
        let context = if let [passage] = bare.as_slice() { passage.context(&paragraphs) } else { None };
        let voice = desk.report.as_ref().and_then(|(_, report)| report.voice_at(*bare.first()?)).cloned();
        Action::Add { after: desk.selected, field, spans: spans(), context, voice }
    };
    let (selected, number) = (desk.selected, desk.statement);
    match what {
        Use::Quotation => Some(add(Field::Quote)),
        Use::Reported => Some(add(Field::Reported)),
        Use::Part => part(desk, &bare),
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
fn part(desk: &Desk, passages: &[Passage]) -> Option<Action> {
    let (card, statement) = (desk.selected?, desk.statement);
    let work = desk.work();
    let paragraphs = work.paragraphs();
    let field =
        [Field::Quote, Field::Reported].into_iter().find(|field| !work.words(card, statement, *field).is_empty())?;
    let mut spans = work.words(card, statement, field);
    for passage in passages {
        work.insert_part(&mut spans, passage.text(&paragraphs).to_owned(), Some((passage.paragraph, passage.start)));
    }
    Some(Action::Words { card, statement, field, spans, context: None })
}

/// The words of the current statement, drawn longer or shorter by a word at one end.
pub fn stretched(desk: &Desk, end: End, is_longer: bool) -> Option<Action> {
    let (card, statement) = (desk.selected?, desk.statement);
    let work = desk.work();
    let field =
        [Field::Quote, Field::Reported].into_iter().find(|field| !work.words(card, statement, *field).is_empty())?;
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
    // After a change and before the next report, the marks are those of other words.
    let fits = passages.len() == spans.len()
        && passages.iter().zip(&spans).all(|(passage, span)| passage.text(&paragraphs) == span);
    (fits && !passages.is_empty()).then_some(passages)
}
