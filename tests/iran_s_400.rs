//! The words in `data/iran-s-400.json` are the words of the article, and nothing is added.
#![cfg(not(target_arch = "wasm32"))]

use document::decode::decode;
use document::model::{Document, Statement, Words};
use sha2::{Digest, Sha256};

/// The article's paragraphs, separated by blank lines, without the headline, the advertisement and the newsletter box.
const BODY_SHA256: &str = "f919f82b009cc37cc0068562e4f225f3b5a9751bd51c210303782e36b36e4b81";

fn document() -> Document {
    let decoded = decode(include_str!("../data/iran-s-400.json")).unwrap();
    assert_eq!(decoded.problems, []);
    decoded.document
}

fn body() -> Vec<String> {
    document().article.body.unwrap()
}

#[test]
fn the_body_is_exactly_the_article() {
    let digest: String = Sha256::digest(body().join("\n\n")).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, BODY_SHA256);
}

#[test]
fn the_body_is_the_article_without_the_listed_lines() {
    let Ok(article) = std::fs::read_to_string("../shared/article.txt") else {
        return eprintln!("skipped: ../shared/article.txt is not here (the hash above is checked instead)");
    };
    let mut lines = article.lines().filter(|line| !line.trim().is_empty());
    assert_eq!(lines.next(), Some(document().article.headline.as_str()));
    let left_out = ["- Advertisement -", "Subscribe to our newsletter"];
    let paragraphs =
        lines.filter(|line| !left_out.contains(line) && !line.starts_with("Sign up here to get the latest news"));
    assert_eq!(paragraphs.collect::<Vec<_>>(), body());
}

#[test]
fn the_page_shows_the_same_text() {
    // In the page, such names stay on one line.
    let page = include_str!("../index.html").replace("<span class=\"name\">", "").replace("</span>", "");
    let text = page.split_once("<div class=\"text\">").unwrap().1.split_once("</div>").unwrap().0;
    let paragraphs = text.split("<p>").skip(1).map(|paragraph| paragraph.split_once("</p>").unwrap().0.to_owned());
    assert_eq!(paragraphs.collect::<Vec<_>>(), body());
    assert!(page.contains(&format!("<h1>{}</h1>", document().article.headline)));
}

#[test]
fn the_fallback_names_the_same_speakers() {
    let page = include_str!("../index.html");
    for speaker in document().speakers.values() {
        let place = [speaker.role.as_deref(), speaker.organization.as_deref()];
        let place: Vec<_> = place.into_iter().flatten().collect();
        let expected = format!("<dt>{}</dt>\n            <dd>{}</dd>", speaker.name, place.join(", "));
        assert!(page.contains(&expected), "{expected}");
    }
}

/// Returns all text between quotation marks, paragraph by paragraph.
fn quoted_spans() -> Vec<String> {
    let spans = |paragraph: &String| -> Vec<String> {
        paragraph.split('“').skip(1).map(|rest| rest.split_once('”').unwrap().0.to_owned()).collect()
    };
    body().iter().flat_map(spans).collect()
}

fn statements() -> Vec<Statement> {
    document().claims.into_iter().flat_map(|claim| claim.statements).collect()
}

fn spans(words: fn(&Statement) -> &Option<Words>) -> Vec<String> {
    statements()
        .iter()
        .filter_map(|statement| words(statement).as_ref())
        .flat_map(|words| words.spans().to_vec())
        .collect()
}

#[test]
fn every_quote_is_inside_quotation_marks() {
    let quoted = quoted_spans();
    for quote in spans(|statement| &statement.quote) {
        assert!(quoted.iter().any(|span| span.contains(&quote)), "{quote}");
    }
}

#[test]
fn every_word_inside_quotation_marks_is_quoted() {
    let quotes = spans(|statement| &statement.quote);
    let quoted = quoted_spans();
    assert_eq!(quoted.len(), 5);
    for span in quoted {
        // Only the space between two quotes may be left, and the comma that the article puts before a closing mark.
        let left = quotes.iter().fold(span.clone(), |left, quote| left.replacen(quote.as_str(), "", 1));
        assert!(matches!(left.trim(), "" | ","), "not quoted: {left:?} of {span:?}");
    }
}

#[test]
fn reported_words_are_the_articles_words_outside_quotation_marks() {
    let paragraphs = body();
    for reported in spans(|statement| &statement.reported) {
        let paragraph = paragraphs.iter().find(|paragraph| paragraph.contains(&reported));
        assert!(paragraph.is_some_and(|paragraph| !paragraph.contains('“')), "{reported}");
    }
}

#[test]
fn every_speaker_has_the_name_and_role_that_the_article_gives() {
    let text = body().join("\n");
    let document = document();
    let names: Vec<_> = document.speakers.values().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Ibrahim Kalin", "Levan Dzhagaryan", "Mevlut Cavusoglu", "Vladimir Ermakov"]);
    for speaker in document.speakers.values() {
        for words in [Some(&speaker.name), speaker.role.as_ref(), speaker.organization.as_ref()].into_iter().flatten() {
            assert!(text.contains(words.as_str()), "{words}");
        }
    }
    for statement in statements() {
        let key = statement.speaker.expect("the article attributes everything that is said in it");
        assert!(document.speakers.get(&key).is_some());
        assert!(statement.when.is_none_or(|when| text.contains(&when)));
    }
}

#[test]
fn two_people_are_reported_and_never_quoted() {
    for key in ["levan-dzhagaryan", "mevlut-cavusoglu"] {
        let theirs: Vec<_> = statements().into_iter().filter(|said| said.speaker.as_deref() == Some(key)).collect();
        assert!(
            !theirs.is_empty() && theirs.iter().all(|said| said.quote.is_none() && said.reported.is_some()),
            "{key}"
        );
    }
}

#[test]
fn a_statement_made_by_two_people_is_one_claim() {
    let document = document();
    let claim = document.claims.iter().find(|claim| claim.id == "iran-has-not-ordered-the-s-400").unwrap();
    let speakers: Vec<_> = claim.statements.iter().filter_map(|statement| statement.speaker.as_deref()).collect();
    assert_eq!(speakers, ["vladimir-ermakov", "levan-dzhagaryan"]);
}
