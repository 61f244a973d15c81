//! Makes the part of a document that describes the article.

use article::Metadata;
use document::model::{Article, Date, Language};
use document::web_url::WebUrl;

use crate::Why;

/// The most characters of a headline; a longer first line is part of the text.
const LONGEST_HEADLINE: usize = 200;

/// The most characters of a dateline.
const LONGEST_DATELINE: usize = 60;

pub struct Head<'article> {
    pub article: Article,
    /// The paragraphs without the headline.
    pub body: &'article [&'article str],
    /// Why the headline has to be checked, if it has to be.
    pub why: Option<Why>,
}

/// Separates the headline from the text, and takes over what the page says. Dates, language tags and addresses that a document cannot hold are left out.
///
/// A first sentence is no headline: where there is none, the headline is empty.
pub fn head<'article>(paragraphs: &'article [&'article str], metadata: &Metadata) -> Head<'article> {
    let first = paragraphs.first().copied().unwrap_or_default();
    let is_first = |headline: &str| words(headline) == words(first);
    let (headline, skipped, why) = match (&metadata.headline, &metadata.title) {
        (Some(headline), _) => (headline.clone(), usize::from(is_first(headline)), None),
        (None, _) if paragraphs.len() > 1 && looks_like_a_headline(first) => (first.to_owned(), 1, None),
        // It usually names the website, too.
        (None, Some(title)) => (title.clone(), 0, Some(Why::Proposed)),
        (None, None) => (String::new(), 0, Some(Why::Open)),
    };
    let body = &paragraphs[skipped..];
    let dateline = body.first().and_then(|first| dateline(first)).map(str::to_owned);
    let article = Article {
        headline,
        url: metadata.url.as_deref().and_then(WebUrl::parse),
        publisher: metadata.publisher.clone(),
        published: metadata.published.as_deref().and_then(Date::parse),
        updated: metadata.updated.as_deref().and_then(Date::parse),
        language: metadata.language.as_deref().and_then(Language::parse),
        dateline,
        body: Some(body.iter().map(|text| (*text).to_owned()).collect()).filter(|body: &Vec<String>| !body.is_empty()),
    };
    Head { article, body, why }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn looks_like_a_headline(line: &str) -> bool {
    let mut letters = line.chars();
    let last = letters.next_back();
    // “Chief warns of “a painful year””, but not “It was a painful year.”
    let ends_well = match last.and_then(quotation_marks::family) {
        Some(_) => letters.as_str().trim_end().ends_with(char::is_alphanumeric),
        None => !line.ends_with(['.', ':', ';', ',']),
    };
    line.chars().count() <= LONGEST_HEADLINE && ends_well
}

/// `MOSCOW, Russia` in “MOSCOW, Russia – Iran has …”: a place in capitals, followed by a dash.
fn dateline(paragraph: &str) -> Option<&str> {
    let (place, _) = paragraph.split_once(['–', '—']).or_else(|| paragraph.split_once(" - "))?;
    let place = place.trim_end();
    let first = place.split([' ', ',', '/', '(']).next()?;
    let is_place = first.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !first.chars().any(char::is_lowercase)
        && place.chars().count() <= LONGEST_DATELINE
        && !place.contains(['.', '“', '"', '„', '«']);
    is_place.then_some(place)
}
