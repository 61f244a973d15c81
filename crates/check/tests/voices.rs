//! Words of one speaker under another's name: an editor is warned, and told who said them.

use check::check;
use serde_json::{Value, json};
use testing::test;

const WATER: [&str; 2] = [
    "“The water is not safe to drink,” said Ada Low, an engineer at City Water. “We will test it again on Monday.”",
    "Mayor Tom Berg said the works would close. “I have never lied to anyone about the water,” he said.",
];

/// What is said of a quote under a speaker's name, or under nobody's.
fn said_in(body: &[&str], speakers: &Value, speaker: Option<&str>, quote: &str) -> Vec<String> {
    let mut statement = json!({ "quote": quote });
    if let Some(speaker) = speaker {
        statement["speaker"] = speaker.into();
    }
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": body },
        "speakers": speakers,
        "claims": [{ "id": "water", "text": "The water", "statements": [statement] }],
    });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    let remarks = remarks.filter(|remark| remark.fault.code() != "unused-speaker");
    remarks.map(|remark| format!("{:?} [{}] {remark}", remark.severity, remark.fault.code())).collect()
}

fn said(name: &str, quote: &str) -> Vec<String> {
    said_in(&WATER, &json!({ "she": { "name": name } }), Some("she"), quote)
}

const LIED: &str = "I have never lied to anyone about the water";

#[test]
fn the_words_of_one_under_the_name_of_another_are_warned_of() {
    assert_eq!(
        said("Tom Berg", "The water is not safe to drink"),
        ["Warning [other-speaker] claims[0].statements[0].speaker: the article gives these words to “Ada Low”; \
          name this speaker, or quote other words"]
    );
    // Where she is not named again beside the words.
    assert_eq!(said("Tom Berg", "We will test it again on Monday").len(), 1);
    assert_eq!(
        said("Ada Low", LIED),
        [
            "Warning [other-speaker] claims[0].statements[0].speaker: the article seems to give these words to “Tom Berg” (“said”); \
          name this speaker, or quote other words"
        ]
    );
}

#[test]
fn words_under_nobodys_name_are_warned_of_where_the_article_names_somebody() {
    assert_eq!(
        said_in(&WATER, &json!({}), None, "The water is not safe to drink"),
        [
            "Warning [other-speaker] claims[0].statements[0].speaker: nobody is named as the speaker, but the article gives these words to “Ada Low”; \
          name this speaker"
        ]
    );
    assert_eq!(said_in(&["“The water is safe to drink.”"], &json!({}), None, "The water is safe to drink"), [""; 0]);
}

#[test]
fn the_speaker_may_be_called_a_little_differently() {
    for name in ["Ada Low", "Low", "A. Low", "Ada M. Low", "Dr. Ada Low", "Ms. Low"] {
        assert_eq!(said(name, "The water is not safe to drink"), [""; 0], "{name}");
    }
    let turkish = ["“The water is safe to drink,” said Foreign Minister Mevlüt Çavuşoğlu."];
    let speakers = json!({ "he": { "name": "Mevlut Cavusoglu" } });
    assert_eq!(said_in(&turkish, &speakers, Some("he"), "The water is safe to drink"), [""; 0]);
    // The name that is written is the document's, if it has one for the same person.
    let speakers = json!({ "he": { "name": "Mevlut Cavusoglu" }, "she": { "name": "Ada Low" } });
    let said = said_in(&turkish, &speakers, Some("she"), "The water is safe to drink");
    assert!(said[0].contains("“Mevlut Cavusoglu”"), "{said:?}");
}

#[test]
fn two_of_one_surname_are_two_if_the_article_quotes_both() {
    let both = ["“The water is safe to drink,” said Ada Low.", "“It is cold and brown,” said Bo Low."];
    let speakers = json!({ "bo": { "name": "Bo Low" } });
    assert_eq!(said_in(&both, &speakers, Some("bo"), "The water is safe to drink").len(), 1);
    assert_eq!(said_in(&both[..1], &speakers, Some("bo"), "The water is safe to drink"), [""; 0]);
    // A surname alone does not say which of the two it is.
    let unclear = [both[0], both[1], "“The river will rise again,” Low said."];
    for name in ["Ada Low", "Bo Low"] {
        let speakers = json!({ "one": { "name": name } });
        assert_eq!(said_in(&unclear, &speakers, Some("one"), "The river will rise again"), [""; 0], "{name}");
    }
    let speakers = json!({ "ben": { "name": "Ben Hart" } });
    assert_eq!(said_in(&unclear, &speakers, Some("ben"), "The river will rise again").len(), 1);
}

#[test]
fn a_surname_beside_the_words_says_who_speaks() {
    let article = ["Ben Hart, the mayor, was there.", "“The water is safe,” Hart said."];
    let speakers = json!({ "ada": { "name": "Ada Low" }, "ben": { "name": "Ben Hart" } });
    let said = |speaker: &str| said_in(&article, &speakers, Some(speaker), "The water is safe");
    assert_eq!(
        said("ada"),
        [
            "Warning [other-speaker] claims[0].statements[0].speaker: the article seems to give these words to “Ben Hart” (“said”); \
          name this speaker, or quote other words"
        ]
    );
    assert_eq!(said("ben"), [""; 0]);
}

#[test]
fn reported_words_of_another_speaker_are_warned_of() {
    let said = |body: &[&str], speaker: &str| {
        let document = json!({
            "version": 1,
            "article": { "headline": "Water", "language": "en", "body": body },
            "speakers": { "ada": { "name": "Ada Low" }, "ben": { "name": "Ben Hart" } },
            "claims": [{ "id": "water", "text": "The water", "statements": [
                { "speaker": speaker, "reported": "the water was safe to drink" }
            ] }],
        });
        let remarks = check(&document.to_string(), None).remarks.into_iter();
        remarks
            .filter(|remark| remark.fault.code() == "other-speaker")
            .map(|remark| remark.to_string())
            .collect::<Vec<_>>()
    };
    let body = ["Ben Hart said the water was safe to drink."];
    assert_eq!(
        said(&body, "ada"),
        [
            "claims[0].statements[0].speaker: the article gives these words to “Ben Hart”; name this speaker, or quote other words"
        ]
    );
    assert_eq!(said(&body, "ben"), [""; 0]);
    assert_eq!(said(&["Ada Low and Ben Hart met. The water was safe to drink."], "ada"), [""; 0]);
}

#[test]
fn words_that_the_speaker_repeats_are_somebody_elses() {
    let speakers = json!({ "ada": { "name": "Ada Low" }, "ben": { "name": "Ben Hart" } });
    let repeated = "Warning [other-speaker] claims[0].statements[0].speaker: the article has these words in a quotation within a quotation: this speaker \
                    may only repeat what somebody else said; name who said them, or quote the words around them as well";
    for (article, inner, outer) in [
        (
            "“Ben told me ‘the water is safe’, and he lied,” said Ada Low.",
            "the water is safe",
            "Ben told me ‘the water is safe’, and he lied",
        ),
        (
            "“When Ben says, ‘The water is safe to drink,’ he lies,” said Ada Low.",
            "The water is safe to drink",
            "he lies",
        ),
    ] {
        assert_eq!(said_in(&[article], &speakers, Some("ada"), inner), [repeated], "{article}");
        assert_eq!(said_in(&[article], &speakers, Some("ben"), inner), [""; 0], "{article}");
        assert_eq!(said_in(&[article], &speakers, Some("ada"), outer), [""; 0], "{article}");
    }
}

#[test]
fn speakers_without_a_name_are_not_compared() {
    let unnamed = ["“The water is safe to drink,” said a spokesman for City Water."];
    let speakers = json!({ "he": { "name": "Tom Berg" } });
    assert_eq!(said_in(&unnamed, &speakers, Some("he"), "The water is safe to drink"), [""; 0]);
    // Words that were published elsewhere may be anybody's.
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": WATER },
        "speakers": { "tom": { "name": "Tom Berg" } },
        "claims": [{ "id": "water", "text": "The water", "statements": [
            { "speaker": "tom", "quote": "The water is not safe to drink", "source": { "title": "Letter", "url": "https://a.example/" } }
        ] }],
    });
    assert_eq!(check(&document.to_string(), None).remarks, []);
}
