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
            "article.body[1]: a card shows “The water is safe to drink,” s … a Low, engineer at City Water.” as the article's words, but the article does not have \
          them; copy this paragraph from the article | “The water is safe to drink,” said Ada Low, engineer at City Water. | The water is safe to \
          drink? Not at all,” said Ada Low, engineer at City Water."
        ]
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
