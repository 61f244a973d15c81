//! A card: one claim of the document, and what the editor has decided about it.

use serde_json::{Value, json};

use crate::places;

/// A name for a card that never changes while it is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u32);

/// What the editor has decided about a card. Only accepted cards are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    #[default]
    Proposed,
    Accepted,
    Rejected,
}

impl Decision {
    const ALL: [(Self, &str); 3] =
        [(Self::Proposed, "proposed"), (Self::Accepted, "accepted"), (Self::Rejected, "rejected")];
}

/// The two kinds of words that a statement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The speaker's own words.
    Quote,
    /// The article's words about what was said.
    Reported,
}

impl Field {
    pub const ALL: [Self; 2] = [Self::Quote, Self::Reported];

    /// The other kind.
    pub fn other(self) -> Self {
        if self == Self::Quote { Self::Reported } else { Self::Quote }
    }

    /// The name of the field in the document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Reported => "reported",
        }
    }
}

impl From<check::Kind> for Field {
    fn from(kind: check::Kind) -> Self {
        match kind {
            check::Kind::Quote => Self::Quote,
            check::Kind::Reported => Self::Reported,
        }
    }
}

/// Something in a card that a draft could not know for certain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The number of the statement; the card's sentence where there is none.
    pub statement: Option<usize>,
    pub why: Why,
    /// The article's words from which it was concluded: `he said`.
    pub cue: Option<String>,
}

impl Note {
    /// Whether it is settled by saying that what it is about is right. Where nobody is named, or words were not said, something has to be done.
    pub fn can_be_confirmed(&self) -> bool {
        matches!(self.why, Why::Proposed | Why::Inferred | Why::Stance)
    }

    /// The stance of a statement that came from another card.
    pub(crate) fn of_stance(statement: usize) -> Self {
        Self { statement: Some(statement), why: Why::Stance, cue: None }
    }

    /// Whether it is about the reported words of its statement, and not about who speaks.
    pub(crate) fn is_of_report(&self) -> bool {
        self.why == Why::NotSaid
    }

    /// As the list `$draft` of a document has it: `claim` is the number of the card.
    pub(crate) fn entry(&self, claim: usize) -> Value {
        let path = match self.statement {
            Some(statement) => {
                let field = if self.why == Why::Stance { "stance" } else { "speaker" };
                format!("claims[{claim}].statements[{statement}].{field}")
            }
            None => format!("claims[{claim}].text"),
        };
        let mut entry = json!({ "path": path, "why": name(self.why, &Why::ALL) });
        if let (Some(cue), Value::Object(fields)) = (&self.cue, &mut entry) {
            fields.insert("cue".to_owned(), Value::String(cue.clone()));
        }
        entry
    }
}

/// Why a draft leaves something to be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Why {
    /// The sentence is made from the article's words, but the article does not have it in this form.
    #[default]
    Proposed,
    /// The speaker is not named in full beside the words.
    Inferred,
    /// The article does not say clearly who speaks.
    Open,
    /// The article says that the person did not say these words.
    NotSaid,
    /// What the person does with the claim was said of another claim.
    Stance,
}

impl Why {
    /// With their names in documents.
    const ALL: [(Self, &str); 5] = [
        (Self::Proposed, "proposed"),
        (Self::Inferred, "inferred"),
        (Self::Open, "open"),
        (Self::NotSaid, "not-said"),
        (Self::Stance, "stance"),
    ];

    /// Any other name is that of something open.
    pub(crate) fn named(name: &str) -> Self {
        named(name, &Self::ALL).unwrap_or(Self::Open)
    }
}

/// The name of a value in a list of all of them.
fn name<T: Copy + PartialEq>(value: T, all: &[(T, &'static str)]) -> &'static str {
    all.iter().find(|(other, _)| *other == value).map_or("", |(_, name)| name)
}

fn named<T: Copy>(name: &str, all: &[(T, &str)]) -> Option<T> {
    all.iter().find(|(_, other)| *other == name).map(|(value, _)| *value)
}

/// One claim with what was decided about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub key: Key,
    pub decision: Decision,
    /// The claim as it is in the document, with all its fields in their order.
    pub claim: Value,
    pub notes: Vec<Note>,
    /// Whether the editor has typed the id: then it no longer follows the sentence.
    pub has_own_id: bool,
    /// The sentence that was proposed, while it is changed: typed back, it is only proposed again.
    pub(crate) proposed: Option<String>,
}

impl Card {
    /// The claim in one sentence; empty if there is none yet.
    pub fn text(&self) -> &str {
        string(&self.claim, "text")
    }

    pub fn id(&self) -> &str {
        string(&self.claim, "id")
    }

    pub fn statements(&self) -> &[Value] {
        self.claim.get("statements").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// As it is kept. Code that is derived for reading and writing each field would be several times as large.
    pub(crate) fn to_json(&self) -> String {
        let Self { key: Key(key), decision, claim, notes, has_own_id, proposed } = self;
        let proposed = Value::from(proposed.as_deref());
        let decision = name(*decision, &Decision::ALL);
        let note = |note: &Note| json!({ "statement": note.statement.map(|number| number as u32), "why": name(note.why, &Why::ALL), "cue": note.cue });
        let notes = Value::Array(notes.iter().map(note).collect());
        format!(
            r#"{{"key":{key},"decision":"{decision}","claim":{claim},"notes":{notes},"has_own_id":{has_own_id},"proposed":{proposed}}}"#
        )
    }

    /// Reads what [`Self::to_json`] has written.
    pub(crate) fn of_value(mut value: Value) -> Option<Self> {
        let note = |note: &Value| Note {
            statement: note.get("statement").and_then(Value::as_u64).map(|number| number as usize),
            why: Why::named(string(note, "why")),
            cue: note.get("cue").and_then(Value::as_str).map(str::to_owned),
        };
        Some(Self {
            key: Key(value.get("key")?.as_u64()? as u32),
            decision: named(string(&value, "decision"), &Decision::ALL)?,
            notes: value.get("notes")?.as_array()?.iter().map(note).collect(),
            has_own_id: value.get("has_own_id")?.as_bool()?,
            proposed: value.get("proposed").and_then(Value::as_str).map(str::to_owned),
            claim: value.get_mut("claim")?.take(),
        })
    }

    /// Sets a field of the claim, or removes it. `place` is written as a JSON pointer without its first slash: `statements/0/when`.
    pub(crate) fn set(&mut self, place: &str, value: Option<Value>) {
        places::set(&mut self.claim, place, value);
    }
}

/// A text of an object; empty if it has none of this name.
pub fn string<'value>(value: &'value Value, field: &str) -> &'value str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The parts of a quote or of reported words.
pub fn spans<'value>(statement: &'value Value, field: &str) -> Vec<&'value str> {
    match statement.get(field) {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(parts)) => parts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Parts as the document writes them: one as a text, several as a list; nothing if there are none.
pub(crate) fn words(mut spans: Vec<String>) -> Option<Value> {
    match spans.len() {
        0 => None,
        1 => spans.pop().map(Value::String),
        _ => Some(Value::Array(spans.into_iter().map(Value::String).collect())),
    }
}
