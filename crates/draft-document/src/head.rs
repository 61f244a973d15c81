//! Makes the part of a document that describes the article.

use article::Metadata;
use document::model::{Article, Date, Language};
use document::web_url::WebUrl;

/// The most characters of a headline; a longer first line is part of the text.
const LONGEST_HEADLINE: usize = 200;

/// The most characters of a dateline.
const LONGEST_DATELINE: usize = 60;

pub struct Head<'article> {
    pub article: Article,
    /// The paragraphs without the headline.
    pub body: &'article [&'article str],
    /// Whether the headline is the beginning of a paragraph, because the article has nothing else.
    pub is_headline_proposed: bool,
}

/// Separates the headline from the text, and takes over what the page says. Dates, language tags and addresses that a document cannot hold are left out.
pub fn head<'article>(paragraphs: &'article [&'article str], metadata: &Metadata) -> Head<'article> {
    let first = paragraphs.first().copied().unwrap_or_default();
    let is_first = |headline: &str| words(headline) == words(first);
    let (headline, skipped, is_headline_proposed) = match &metadata.headline {
        Some(headline) => (headline.clone(), usize::from(is_first(headline)), false),
        None if paragraphs.len() > 1 && looks_like_a_headline(first) => (first.to_owned(), 1, false),
        None => (beginning(first).to_owned(), 0, true),
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
    Head { article, body, is_headline_proposed }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn looks_like_a_headline(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADLINE && !line.ends_with(['.', ':', ';', ',', '”', '"', '“', '»', '«'])
}

/// The first sentence, or its beginning if it is too long for a headline.
fn beginning(text: &str) -> &str {
    let end = text.find(['.', '?', '!']).unwrap_or(text.len());
    let end = text.char_indices().nth(LONGEST_HEADLINE).map_or(end, |(most, _)| end.min(most));
    let sentence = text[..end].trim();
    match text[end..].starts_with(['.', '?', '!']) || end == text.len() {
        true => sentence,
        false => sentence.rsplit_once(' ').map_or(sentence, |(words, _)| words),
    }
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
