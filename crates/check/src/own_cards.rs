//! Cards of the document that stand in the article's page, where a system has removed everything that marks them as ours.

use document::model::{Claim, Document};
use quotes::{Quote, Text};

use super::Original;

/// The most paragraphs between the parts of a card: roles, dates, sources, reviews.
const FARTHEST: usize = 8;

/// The article without the words of cards of this document; `None` if it has none. A card is known by what an article does not have in this
/// order: the name of a speaker, the claim, and nothing but the words of its statement.
pub(super) fn without(document: &Document, article: &Original) -> Option<Original> {
    let ours = [&article.text, &article.page].map(|text| of_text(document, text));
    if ours.iter().all(Vec::is_empty) {
        return None;
    }
    let [text, page] = [&article.text, &article.page].map(Text::paragraphs);
    let emptied = |paragraphs: &[String], ours: &[usize]| {
        let mut paragraphs = paragraphs.to_vec();
        ours.iter().for_each(|number| paragraphs[*number].clear());
        paragraphs.iter().collect()
    };
    let quotations = article.quotations.clone();
    Some(Original { text: emptied(text, &ours[0]), page: emptied(page, &ours[1]), quotations })
}

/// The numbers of the paragraphs that are claims of cards, or words of their statements.
fn of_text(document: &Document, text: &Text) -> Vec<usize> {
    let mut ours = Vec::new();
    for claim in &document.claims {
        let spans = [claim.text.clone()];
        for place in text.locate(&Quote { spans: &spans, ..Quote::default() }).places {
            ours.extend(of_card(document, claim, text.paragraphs(), place[0].start.paragraph));
        }
    }
    ours
}

/// The same for one card whose claim may be the paragraph `start`.
fn of_card(document: &Document, claim: &Claim, paragraphs: &[String], start: usize) -> Vec<usize> {
    let names = claim.statements.iter().filter_map(|statement| document.speakers.get(statement.speaker.as_ref()?));
    let begins_with_a_name = |paragraph: &String| names.clone().any(|speaker| paragraph.starts_with(&*speaker.name));
    if paragraphs[start].trim() != claim.text.trim() {
        return Vec::new();
    }
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
