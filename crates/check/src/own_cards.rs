//! Cards of the document that stand in the article's page, where a system has removed everything that marks them as ours.

use std::collections::HashMap;

use document::model::{Claim, Document};

use super::Original;

/// The most paragraphs between the parts of a card: roles, dates, sources, reviews.
const FARTHEST: usize = 8;

/// The most paragraphs with the text of one claim that are looked at.
const MOST_PLACES: usize = 20;

/// The article without the words of cards of this document; `None` if it has none. A card is known by what an article does not have in this
/// order: the name of a speaker, the claim, and nothing but the words of its statement.
pub(super) fn without(document: &Document, article: &Original) -> Option<Original> {
    let [ours, ours_in_page] = [&article.text, &article.page].map(|text| of_paragraphs(document, text.paragraphs()));
    if ours.is_empty() && ours_in_page.is_empty() {
        return None;
    }
    let emptied = |paragraphs: &[String], ours: &[usize]| {
        let mut paragraphs = paragraphs.to_vec();
        ours.iter().for_each(|number| paragraphs[*number].clear());
        paragraphs.iter().collect()
    };
    Some(Original {
        text: emptied(article.text.paragraphs(), &ours),
        page: emptied(article.page.paragraphs(), &ours_in_page),
        quotations: article.quotations.clone(),
    })
}

/// The numbers of the paragraphs that are claims of cards, or words of their statements.
fn of_paragraphs(document: &Document, paragraphs: &[String]) -> Vec<usize> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        places.entry(paragraph.trim()).or_default().push(number);
    }
    let mut ours = Vec::new();
    for claim in &document.claims {
        let starts = places.get(claim.text.trim()).into_iter().flatten().take(MOST_PLACES);
        ours.extend(starts.flat_map(|start| of_card(document, claim, paragraphs, *start)));
    }
    ours
}

/// The same for one card whose claim may be the paragraph `start`.
fn of_card(document: &Document, claim: &Claim, paragraphs: &[String], start: usize) -> Vec<usize> {
    let names = claim.statements.iter().filter_map(|statement| document.speakers.get(statement.speaker.as_ref()?));
    let begins_with_a_name = |paragraph: &String| names.clone().any(|speaker| paragraph.starts_with(&*speaker.name));
    let mut ours = vec![start];
    let mut end = start;
    for (number, paragraph) in paragraphs.iter().enumerate().skip(start + 1) {
        if number > end + FARTHEST {
            break;
        }
        if has_words_of(claim, paragraph) {
            ours.push(number);
            end = number;
        }
    }
    let is_named = paragraphs[start.saturating_sub(FARTHEST)..end].iter().any(begins_with_a_name);
    if end > start && is_named { ours } else { Vec::new() }
}

/// Whether a paragraph is nothing but the words of one of the statements, and marks around them.
fn has_words_of(claim: &Claim, paragraph: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let words = claim.statements.iter().flat_map(|statement| [&statement.quote, &statement.reported]).flatten();
    words
        .map(|words| words.spans().join(" […] "))
        .any(|words| words.trim_matches(is_mark) == paragraph.trim_matches(is_mark))
}
