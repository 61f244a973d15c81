//! The sentences of `article.body` that cards show around their words, compared with an article that was changed since.

use check::{Original, check};
use serde_json::json;
use testing::test;

/// What is said of a document with this body and this quote, compared with these paragraphs.
fn said(body: &[&str], article: &[&str], quote: &str) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": body },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water", "statements": [{ "speaker": "ada", "quote": quote }] }],
    });
    let page: String = article.iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    let article: Original = article::paragraphs(&page).into_iter().collect();
    let checked = check(&document.to_string(), Some(&article));
    let remarks = checked.remarks.iter().filter(|remark| remark.fault.code() == "body");
    let said = remarks.map(|remark| {
        let mark = &remark.marks[0];
        let number: usize = mark.path.trim_start_matches("article.body[").trim_end_matches(']').parse().unwrap();
        format!("{remark} | {} | {}", &body[number][mark.words.clone()], remark.nearest.as_deref().unwrap_or_default())
    });
    said.collect()
}

const RAIN: &str = "It rained on Monday.";
const OLD: &str = "“The water is safe to drink,” said Ada Low, engineer at City Water. “I drink it every day.”";

#[test]
fn a_sentence_that_a_card_shows_and_the_article_has_not_got_is_warned_of() {
    let new = "“The water is safe to drink? Not at all,” said Ada Low, engineer at City Water.";
    let said = said(&[RAIN, OLD], &[RAIN, new], "The water is safe to drink");
    assert_eq!(
        said,
        [
            "article.body[1]: a card shows “The water is safe to drink,” … Low, engineer at City Water.” as the article's words, but the article does not have \
          them; copy this paragraph from the article | “The water is safe to drink,” said Ada Low, engineer at City Water. | The water is safe to \
          drink? Not at all,” said Ada Low, engineer at City Water."
        ]
    );
}

/// Checks how a message repeats this sentence, which the article does not have.
#[track_caller]
fn repeats(sentence: &str, expected: &str) {
    let said = said(&[RAIN, sentence], &[RAIN], "Rohrbruch");
    let repeated = said[0].split_once("shows ").and_then(|(_, rest)| rest.split_once(" as the article")).unwrap();
    assert_eq!(repeated.0, expected);
}

#[test]
fn a_message_repeats_whole_words_unless_they_are_very_long() {
    repeats(
        "Rohrbruch, und das schon seit Montag, sagt die Sprecherin der Stadtwerke in der Hauptstraße.",
        "“Rohrbruch, und das schon seit … Stadtwerke in der Hauptstraße.”",
    );
    // Each half ends right where a word does.
    repeats(
        "Rohrbruch am Ende der Straßen, auch dort, wo sie alle wohnen, und nun hier, wo wir alle wohnten.",
        "“Rohrbruch am Ende der Straßen, … nun hier, wo wir alle wohnten.”",
    );
    repeats(
        "Rohrbruch: Rohrbruchversicherungsangelegenheitenverwaltung, Rohrbruchversicherungsgesellschaft",
        "“Rohrbruch: Rohrbruchversicheru … bruchversicherungsgesellschaft”",
    );
}

#[test]
fn sentences_that_no_card_shows_may_have_changed() {
    assert_eq!(said(&[RAIN, OLD], &["It snowed on Monday.", OLD], "The water is safe to drink"), [""; 0]);
}

#[test]
fn spaces_typography_and_the_ends_of_paragraphs_may_differ() {
    let straight = OLD.replace(['“', '”'], "\"").replace("City Water", "City&nbsp;Water\n");
    assert_eq!(said(&[RAIN, OLD], &[RAIN, &straight], "The water is safe to drink"), [""; 0]);
    let (first, second) = OLD.split_once(". ").unwrap();
    let first = format!("{first}.");
    assert_eq!(said(&[RAIN, OLD], &[RAIN, &first, second], "The water is safe to drink"), [""; 0]);
}
