//! Each change that an editor can make.

use serde_json::Value;

use crate::card::{Decision, Field, Key, Why};
use crate::passage::Context;
use crate::report::Voice;

/// A change of the work. One that names a card, a statement or a speaker that is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Decide {
        card: Key,
        decision: Decision,
    },
    /// The claim's sentence.
    Sentence {
        card: Key,
        text: String,
    },
    /// Any field of a claim, by its place: `statements/0/source/url`. `None` removes it.
    Set {
        card: Key,
        place: String,
        value: Option<Value>,
    },
    /// The words of a statement, part by part. `context` tells their place in the article from others; it is about the quote.
    Words {
        card: Key,
        statement: usize,
        field: Field,
        spans: Vec<String>,
        context: Option<Context>,
    },
    /// A new card with these words of the article, part by part, before another one or at the end. `voice` is who says them, as the article
    /// says; without a name beside them, the card is only proposed.
    Add {
        before: Option<Key>,
        field: Field,
        spans: Vec<String>,
        context: Option<Context>,
        voice: Option<Voice>,
    },
    /// Removes a statement, or only one of its two kinds of words.
    RemoveStatement {
        card: Key,
        statement: usize,
        field: Option<Field>,
    },
    /// Makes quoted words reported ones, or the other way round.
    Turn {
        card: Key,
        statement: usize,
        into: Field,
    },
    /// Moves a card by so many places, up if it is negative.
    Move {
        card: Key,
        by: isize,
    },
    /// Adds the statements of a card to another one, and removes it.
    Merge {
        card: Key,
        into: Key,
    },
    /// Makes a card of its own from a statement, or from one of its two kinds of words.
    Split {
        card: Key,
        statement: usize,
        field: Option<Field>,
    },
    /// What a note of this kind is about is right: the speaker of a statement, its stance or, where there is no statement, the card's sentence.
    Confirm {
        card: Key,
        statement: Option<usize>,
        why: Why,
    },
    /// The speaker of a statement, by name: one that is known, or a new one. An empty name stands for nobody.
    NameSpeaker {
        card: Key,
        statement: usize,
        name: String,
    },
    /// A field of a speaker. `None` removes it.
    SetSpeaker {
        speaker: String,
        field: String,
        value: Option<String>,
    },
    /// Two speakers who are the same: the first is removed, and the other says all.
    MergeSpeakers {
        speaker: String,
        into: String,
    },
    RemoveSpeaker {
        speaker: String,
    },
    /// A field of the article. `None` removes it.
    SetArticle {
        field: String,
        value: Option<Value>,
    },
    /// Somebody took the document to publish it: from now on, ids stay as they are.
    Publish,
}
