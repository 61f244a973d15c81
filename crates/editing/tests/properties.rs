//! Whatever an editor does can be undone, and can be kept at any time.
#![cfg(not(target_arch = "wasm32"))]

use editing::{Action, Context, Decision, Field, History, Key, Report, Why, Work};
use proptest::prelude::*;
use serde_json::{Value, json};

const ARTICLE: &str = include_str!("../../../index.html");
const DOCUMENT: &str = include_str!("../../../data/iran-s-400.json");

fn key() -> impl Strategy<Value = Key> {
    (0_u32..12).prop_map(Key)
}

fn field() -> impl Strategy<Value = Field> {
    prop_oneof![Just(Field::Quote), Just(Field::Reported)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("Ibrahim Kalin".to_owned()), Just("“ا”<".to_owned()), "\\PC{0,12}"]
}

fn speaker() -> impl Strategy<Value = String> {
    prop_oneof![Just("ibrahim-kalin".to_owned()), Just("vladimir-ermakov".to_owned()), Just("nobody".to_owned())]
}

fn context() -> impl Strategy<Value = Option<Context>> {
    proptest::option::of(text().prop_map(|text| Context { prefix: Some(text), suffix: None }))
}

fn place() -> impl Strategy<Value = String> {
    let known =
        ["text", "id", "statements/0/when", "statements/1/source/url", "reviews/0/by", "correction/text", "a/3/b"];
    prop_oneof![proptest::sample::select(known.to_vec()).prop_map(str::to_owned), "[a-z0-9/]{0,12}"]
}

fn value() -> impl Strategy<Value = Option<Value>> {
    proptest::option::of(prop_oneof![text().prop_map(Value::String), Just(json!([])), Just(json!(1.50))])
}

fn action() -> impl Strategy<Value = Action> {
    let decision = prop_oneof![Just(Decision::Proposed), Just(Decision::Accepted), Just(Decision::Rejected)];
    let of_statements = prop_oneof![
        (key(), 0_usize..3, field(), proptest::collection::vec(text(), 0..3), context()).prop_map(
            |(card, statement, field, spans, context)| Action::Words { card, statement, field, spans, context }
        ),
        (key(), 0_usize..3, proptest::option::of(field()))
            .prop_map(|(card, statement, field)| Action::RemoveStatement { card, statement, field }),
        (key(), 0_usize..3, field()).prop_map(|(card, statement, into)| Action::Turn { card, statement, into }),
        (key(), 0_usize..3, proptest::option::of(field())).prop_map(|(card, statement, field)| Action::Split {
            card,
            statement,
            field
        }),
        (key(), proptest::option::of(0_usize..3)).prop_map(|(card, statement)| {
            let why = if statement.is_some() { Why::Inferred } else { Why::Proposed };
            Action::Confirm { card, statement, why }
        }),
        (key(), 0_usize..3, text()).prop_map(|(card, statement, name)| Action::NameSpeaker { card, statement, name }),
    ];
    let of_speakers = prop_oneof![
        (speaker(), proptest::option::of(text())).prop_map(|(speaker, value)| Action::SetSpeaker {
            speaker,
            field: "name".to_owned(),
            value
        }),
        (speaker(), speaker()).prop_map(|(speaker, into)| Action::MergeSpeakers { speaker, into }),
        speaker().prop_map(|speaker| Action::RemoveSpeaker { speaker }),
    ];
    let of_cards = prop_oneof![
        (key(), decision).prop_map(|(card, decision)| Action::Decide { card, decision }),
        (key(), text()).prop_map(|(card, text)| Action::Sentence { card, text }),
        (key(), place(), value()).prop_map(|(card, place, value)| Action::Set { card, place, value }),
        (proptest::option::of(key()), field(), proptest::collection::vec(text(), 0..3), context())
            .prop_map(|(before, field, spans, context)| Action::Add { before, field, spans, context, voice: None }),
        (key(), -2_isize..3).prop_map(|(card, by)| Action::Move { card, by }),
        (key(), key()).prop_map(|(card, into)| Action::Merge { card, into }),
        text().prop_map(|text| Action::SetArticle { field: "headline".to_owned(), value: Some(Value::String(text)) }),
        Just(Action::Publish),
    ];
    prop_oneof![of_statements, of_speakers, of_cards]
}

fn works() -> impl Strategy<Value = Work> {
    prop_oneof![Just(Work::from_article(ARTICLE).unwrap()), Just(Work::from_document(DOCUMENT).unwrap()),]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_sequence_of_edits_can_be_undone_and_kept(begin in works(), actions in proptest::collection::vec(action(), 0..24)) {
        let mut history = History::of(begin.clone());
        for action in &actions {
            history.act(action);
            let json = history.now().to_json();
            let kept = Work::from_json(&json);
            prop_assert_eq!(kept.as_ref(), Some(&**history.now()), "{}", json);
        }
        let end = history.now().clone();
        // With a text of its changes, it is the same after another beginning.
        let text = history.to_texts().next();
        prop_assert_eq!(text.is_some(), history.can_undo());
        let (mut one, mut other) = (history.clone(), History::resumed((*end).clone(), text.as_deref()));
        prop_assert_eq!(other.now(), &end);
        while one.undo() {
            prop_assert!(other.undo());
            prop_assert_eq!(one.now(), other.now());
        }
        prop_assert!(!other.can_undo());
        let mut resumed = History::resumed((**other.now()).clone(), other.to_texts().next().as_deref());
        while resumed.redo() {}
        prop_assert_eq!(&**resumed.now(), &*end);
        while history.undo() {}
        // That it was published stays.
        let mut begin = History::of(begin);
        if actions.contains(&Action::Publish) {
            begin.act(&Action::Publish);
        }
        prop_assert_eq!(history.now(), begin.now());
        while history.redo() {}
        prop_assert_eq!(&**history.now(), &*end);
    }

    #[test]
    fn any_sequence_of_edits_can_be_checked_and_published(begin in works(), actions in proptest::collection::vec(action(), 0..12)) {
        let mut history = History::of(begin);
        for action in &actions {
            history.act(action);
        }
        let report = Report::of(history.now());
        prop_assert_eq!(Report::from_json(&report.to_json()), Some(report.clone()));
        let paragraphs = history.now().paragraphs();
        for mark in &report.marks {
            prop_assert!(!mark.passage.text(&paragraphs).is_empty());
        }
        // Each mend can be made, and what it leaves can be checked.
        for mend in report.problems.iter().flat_map(|problem| &problem.mends) {
            let mut mended = history.clone();
            mended.act(&mend.action);
            Report::of(mended.now());
        }
        let published: Value = serde_json::from_str(&history.now().to_publish()).unwrap();
        prop_assert!(published["claims"].is_array());
    }
}
