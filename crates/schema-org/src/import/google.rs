//! Answers of Google's Fact Check Tools API (`claims:search`): `ClaimReview` with other property names.

use document::json::{Node, parse_any_length};
use document::model::{Article, Language, Review, Speaker, Statement};
use document::problem::Severity;
use document::web_url::WebUrl;

use super::review::{Claimed, Said};
use super::{Found, FoundReview, Imported, Notes, grouped};
use crate::remark::{Fault, Remark};

/// Makes documents of an answer to `claims:search`: one for each page with reviews.
///
/// # Errors
///
/// The faults, if no review says what was reviewed.
pub fn import_google(json: &str) -> Result<Vec<Imported>, Vec<Remark>> {
    let unreadable = |fault| vec![Remark { fault: Fault::Unreadable(fault), path: String::new() }];
    let answer = parse_any_length(json).map_err(|problem| unreadable(problem.fault))?;
    let mut found = Found { reviews: Vec::new(), notes: Notes::default() };
    if let Some(message) = answer.at("error").and_then(|error| error.at("message")).and_then(Node::as_string) {
        let text = format!("the API answered with an error: {message}");
        return Err(vec![other(Severity::Error, "no-claim-review", text, "error")]);
    }
    answers(&answer, String::new(), &mut found);
    if answer.at("nextPageToken").is_some() {
        let text = "the answer goes on on a further page; ask the API for it with this pageToken".to_owned();
        found.notes.remarks.push(other(Severity::Warning, "next-page", text, "nextPageToken"));
    }
    grouped::<true>(found, None)
}

fn other(severity: Severity, code: &'static str, text: String, path: &str) -> Remark {
    Remark { fault: Fault::Other { code, severity, text }, path: path.to_owned() }
}

/// One answer, or a list of the answers for several pages of results.
fn answers(node: &Node, path: String, found: &mut Found) {
    if let Node::Array(nodes) = node {
        nodes.iter().enumerate().for_each(|(index, node)| claim(node, &format!("{path}[{index}]"), found));
    } else if let Some(claims) = node.at("claims") {
        let path = if path.is_empty() { "claims".to_owned() } else { format!("{path}.claims") };
        answers(claims, path, found);
    } else if node.at("claimReview").is_some() {
        claim(node, &path, found);
    }
}

fn claim(node: &Node, path: &str, found: &mut Found) {
    if node.at("claims").is_some() {
        return answers(node, path.to_owned(), found);
    }
    let Some(given) = node.at("claimReview") else {
        let text = "missing; the claim has no review and is not shown".to_owned();
        return found.notes.remarks.push(other(
            Severity::Warning,
            "no-claim-review",
            text,
            &inner(path, "claimReview"),
        ));
    };
    let Node::Array(reviews) = given else {
        return found.notes.remark(inner(path, "claimReview"), Fault::UnusableValue);
    };
    for (index, review) in reviews.iter().enumerate() {
        let mut notes = Notes::default();
        let Some(text) = text(node, "text", path, &mut notes) else {
            return found.notes.remark(inner(path, "text"), Fault::NothingReviewed);
        };
        let mut claimed = Claimed { text, ..Claimed::default() };
        claimed.statements.extend(said(node, path, &mut notes));
        let path = format!("{}[{index}]", inner(path, "claimReview"));
        let article = reviewed(review, &path, &mut claimed, &mut notes);
        let within = path.clone();
        found.reviews.push(FoundReview { claimed, article, within, notes, of_article: Notes::default(), path });
    }
}

fn said(claim: &Node, path: &str, notes: &mut Notes) -> Option<Said> {
    let name = text(claim, "claimant", path, notes);
    let date = string(claim, "claimDate", path, notes);
    let said = date.and_then(|date| notes.date(date, &inner(path, "claimDate")));
    let speaker = Speaker { name: name?, ..Speaker::default() };
    Some(Said { statement: Statement { said, ..Statement::default() }, speaker: Some(speaker) })
}

/// Adds the review to its claim, and returns the article that contains it.
fn reviewed(review: &Node, path: &str, claimed: &mut Claimed, notes: &mut Notes) -> Article {
    let publisher = review.at("publisher");
    let of_publisher = inner(path, "publisher");
    let name = publisher.and_then(|publisher| text(publisher, "name", &of_publisher, notes));
    let by = name.clone().or_else(|| text(publisher?, "site", &of_publisher, notes));
    let url = string(review, "url", path, notes).and_then(|url| notes.url(url, &inner(path, "url")));
    let published = string(review, "reviewDate", path, notes);
    let published = published.and_then(|date| notes.date(date, &inner(path, "reviewDate")));
    let label = text(review, "textualRating", path, notes);
    match by {
        Some(by) => {
            let (url, published) = (url.clone(), published.clone());
            claimed.reviews.push(Review { by, url, published, label, ..Review::default() });
        }
        None => notes.remark(inner(path, "publisher.name"), Fault::UnsignedReview),
    }
    let title = text(review, "title", path, notes);
    let headline = title.or_else(|| url.as_ref().map(WebUrl::host)).or_else(|| name.clone());
    Article {
        headline: headline.unwrap_or("ClaimReview".to_owned()),
        url,
        publisher: name,
        published,
        language: language(review, path, notes),
        ..Article::default()
    }
}

fn language(review: &Node, path: &str, notes: &mut Notes) -> Option<Language> {
    let code = string(review, "languageCode", path, notes).filter(|code| !code.is_empty())?;
    let language = Language::parse(code);
    if language.is_none() {
        notes.remark(inner(path, "languageCode"), Fault::UnusableValue);
    }
    language
}

fn text(node: &Node, key: &str, path: &str, notes: &mut Notes) -> Option<String> {
    let raw = string(node, key, path, notes)?;
    notes.text(raw, &inner(path, key))
}

/// The text of a property; a value of another type is reported.
fn string<'node>(node: &'node Node, key: &str, path: &str, notes: &mut Notes) -> Option<&'node str> {
    let value = node.at(key).filter(|value| !matches!(value, Node::Null))?;
    if value.as_string().is_none() {
        notes.remark(inner(path, key), Fault::UnusableValue);
    }
    value.as_string()
}

fn inner(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
