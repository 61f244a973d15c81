//! A card: one claim of the document, and what the editor has decided about it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::places;

/// A name for a card that never changes while it is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u32);

/// What the editor has decided about a card. Only accepted cards are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    #[default]
    Proposed,
    Accepted,
    Rejected,
}

/// The two kinds of words that a statement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

/// Something in a card that a draft could not know for certain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
        matches!(self.why, Why::Proposed | Why::Inferred)
    }

    /// As the list `$draft` of a document has it: `claim` is the number of the card.
    pub(crate) fn entry(&self, claim: usize) -> Value {
        let path = match self.statement {
            Some(statement) => format!("claims[{claim}].statements[{statement}].speaker"),
            None => format!("claims[{claim}].text"),
        };
        let mut entry = json!({ "path": path, "why": self.why });
        if let (Some(cue), Value::Object(fields)) = (&self.cue, &mut entry) {
            fields.insert("cue".to_owned(), Value::String(cue.clone()));
        }
        entry
    }
}

/// Why a draft leaves something to be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
}

/// One claim with what was decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub key: Key,
    pub decision: Decision,
    /// The claim as it is in the document, with all its fields in their order.
    pub claim: Value,
    pub notes: Vec<Note>,
    /// Whether the editor has typed the id: then it no longer follows the sentence.
    pub has_own_id: bool,
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
