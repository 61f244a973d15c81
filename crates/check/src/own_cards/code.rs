//! The JSON of a document, or the HTML of its cards, that a page shows as text.

use super::known::Known;

/// The numbers of the paragraphs with the words of statements in code.
pub(super) fn find(known: &Known, paragraphs: &[String]) -> Vec<usize> {
    let mut own = Vec::new();
    let mut is_in_list = false;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let is_field = ["quote", "reported"].iter().any(|name| has_field(paragraph, name));
        if is_field || is_in_list || has_tags(known, paragraph) {
            own.push(number);
        }
        // The words of a quote in parts are a list, which may have a line for each part.
        is_in_list =
            (is_in_list || is_field) && !paragraph.contains(']') && (is_in_list || paragraph.trim_end().ends_with('['));
    }
    own
}

/// Whether a text has a field of JSON with this name. Systems may have made its quotation marks typographic.
fn has_field(text: &str, name: &str) -> bool {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    text.match_indices(name).any(|(at, _)| {
        let behind = text[at + name.len()..].strip_prefix(is_mark);
        text[..at].ends_with(is_mark)
            && behind.map(str::trim_start).and_then(|behind| behind.strip_prefix(':')).is_some_and(|value| {
                value.trim_start().is_empty() || value.trim_start().starts_with(|c| c == '[' || is_mark(c))
            })
    })
}

/// Whether a text has words of a statement between tags, which a page shows only as code.
fn has_tags(known: &Known, text: &str) -> bool {
    let mut between = text.split('<').skip(1).filter_map(|piece| Some(piece.split_once('>')?.1));
    text.contains("</") && between.any(|words| !known.claims_of_words(words).is_empty())
}
