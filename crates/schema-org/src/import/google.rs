//! Answers of Google's Fact Check Tools API (`claims:search`): `ClaimReview` with other property names.

use document::json::{Node, parse_any_length};
use document::model::{Article, Language, Review, Speaker, Statement};
use document::problem::Severity;
use document::web_url::WebUrl;

use super::place::shortened;
use super::review::{Claimed, Said};
use super::unread::{MOST_OF_PROPERTY, is_blank};
use super::{Found, FoundReview, Imported, Notes, grouped, most_work};
use crate::remark::{Fault, Remark};

/// Makes documents of an answer to `claims:search`: one for each page with reviews.
///
/// # Errors
///
/// The faults, if no review says what was reviewed.
pub fn import_google(json: &str) -> Result<Vec<Imported>, Vec<Remark>> {
    let unreadable = |fault| vec![Remark { fault: Fault::Unreadable(fault), path: String::new() }];
    let answer = parse_any_length(json).map_err(|problem| unreadable(problem.fault))?;
    let found = Found { reviews: Vec::new(), notes: Notes::default() };
    if let Some(message) = answer.at("error").and_then(|error| error.at("message")).and_then(Node::as_string) {
        let text = format!("the API answered with an error: {message}");
        return Err(vec![other(Severity::Error, "no-claim-review", text, "error")]);
    }
    let mut answering = Answering { found, work: most_work(json.len()) };
    answering.answers(&answer, String::new());
    let mut found = answering.found;
    if answer.at("nextPageToken").is_some() {
        let text = "the answer goes on on a further page; ask the API for it with this pageToken".to_owned();
        found.notes.remarks.push(other(Severity::Warning, "next-page", text, "nextPageToken"));
    }
    grouped::<true>(found, None)
}

fn other(severity: Severity, code: &'static str, text: String, path: &str) -> Remark {
    Remark { fault: Fault::Other { code, severity, text }, path: path.to_owned() }
}

/// From this number of remarks on, properties that are not read are not reported any more. A real answer has no such property.
const MOST_UNREAD: usize = 1_000;

/// The properties that are read. The site of a publisher is that of the review's address, which is read.
const CLAIM: &[&str] = &["text", "claimant", "claimDate", "claimReview"];
const REVIEW: &[&str] = &["publisher", "url", "title", "reviewDate", "textualRating", "languageCode"];
const PUBLISHER: &[&str] = &["name", "site"];

/// An answer that is being read.
struct Answering {
    found: Found,
    /// How much may still be made of it: each page with a review gets the whole claim.
    work: usize,
}

impl Answering {
    /// One answer, or a list of the answers for several pages of results.
    fn answers(&mut self, node: &Node, path: String) {
        if let Node::Array(nodes) = node {
            nodes.iter().enumerate().for_each(|(index, node)| self.claim(node, &format!("{path}[{index}]")));
        } else if let Some(claims) = node.at("claims") {
            let path = if path.is_empty() { "claims".to_owned() } else { format!("{path}.claims") };
            self.answers(claims, path);
        } else if node.at("claimReview").is_some() {
            self.claim(node, &path);
        }
    }

    fn claim(&mut self, node: &Node, path: &str) {
        if node.at("claims").is_some() {
            return self.answers(node, path.to_owned());
        }
        let reviews_path = inner(path, "claimReview");
        self.unread(node, CLAIM, "claim", path);
        let Some(given) = node.at("claimReview") else {
            let text = "missing; the claim has no review and is not shown".to_owned();
            let remark = other(Severity::Warning, "no-claim-review", text, &reviews_path);
            return self.found.notes.remarks.push(remark);
        };
        let Node::Array(reviews) = given else {
            return self.found.notes.remark(reviews_path, Fault::UnusableValue);
        };
        for (index, review) in reviews.iter().enumerate() {
            let path_of_review = format!("{reviews_path}[{index}]");
            if self.work == 0 {
                return self.found.notes.remark(path_of_review, Fault::TooMuch);
            }
            let mut notes = Notes::default();
            let Some(text) = text(node, "text", path, &mut notes) else {
                return self.found.notes.remark(inner(path, "text"), Fault::NothingReviewed);
            };
            self.unread(review, REVIEW, "review", &path_of_review);
            if let Some(publisher) = review.at("publisher") {
                self.unread(publisher, PUBLISHER, "reviewer", &inner(&path_of_review, "publisher"));
            }
            let mut claimed = Claimed { text, ..Claimed::default() };
            claimed.statements.extend(said(node, path, &mut notes));
            let article = reviewed(review, &path_of_review, &mut claimed, &mut notes);
            self.work = self.work.saturating_sub(length(&claimed));
            self.found.reviews.push(FoundReview {
                claimed,
                article,
                within: path_of_review.clone(),
                notes,
                of_article: Notes::default(),
                path: path_of_review,
            });
        }
    }

    /// Reports the properties that are not read, each at its first place.
    fn unread(&mut self, node: &Node, read: &[&str], place: &str, path: &str) {
        let Node::Object(fields) = node else { return };
        for (property, value) in fields.iter().filter(|(property, _)| !read.contains(&property.as_str())) {
            let property = shortened(property, MOST_OF_PROPERTY);
            let text = format!("a document has no field for the {property} of a {place}; it is left out");
            let remarks = &mut self.found.notes.remarks;
            let is_known = |known: &Remark| matches!(&known.fault, Fault::Other { text: known, .. } if *known == text);
            if !is_blank(value) && remarks.len() < MOST_UNREAD && !remarks.iter().any(is_known) {
                remarks.push(other(Severity::Warning, "unread", text, &inner(path, &property)));
            }
        }
    }
}

/// The texts of a claim with one statement, in bytes.
fn length(claimed: &Claimed) -> usize {
    let speakers = claimed.statements.iter().filter_map(|said| said.speaker.as_ref()).map(|speaker| speaker.name.len());
    claimed.text.len() + speakers.sum::<usize>()
}

fn said(claim: &Node, path: &str, notes: &mut Notes) -> Option<Said> {
    let name = text(claim, "claimant", path, notes);
    let date = string(claim, "claimDate", path, notes);
    let said = date.and_then(|date| notes.date(date, inner(path, "claimDate")));
    let speaker = Speaker { name: name?, ..Speaker::default() };
    Some(Said { statement: Statement { said, ..Statement::default() }, speaker: Some(speaker) })
}

/// Adds the review to its claim, and returns the article that contains it.
fn reviewed(review: &Node, path: &str, claimed: &mut Claimed, notes: &mut Notes) -> Article {
    let publisher = review.at("publisher");
    let of_publisher = inner(path, "publisher");
    let name = publisher.and_then(|publisher| text(publisher, "name", &of_publisher, notes));
    let by = name.clone().or_else(|| text(publisher?, "site", &of_publisher, notes));
    let url = string(review, "url", path, notes).and_then(|url| notes.url(url, inner(path, "url")));
    let published = string(review, "reviewDate", path, notes);
    let published = published.and_then(|date| notes.date(date, inner(path, "reviewDate")));
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
    let code = string(review, "languageCode", path, notes)?;
    notes.language(code, inner(path, "languageCode"))
}

fn text(node: &Node, key: &str, path: &str, notes: &mut Notes) -> Option<String> {
    let raw = string(node, key, path, notes)?;
    notes.text(raw, inner(path, key))
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
