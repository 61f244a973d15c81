//! Whether the article still has the paragraphs of `article.body` from which cards take the sentence around their words. Readers see it as the
//! article's, and it is out of date if the article was corrected after the draft.

use document::model::{Document, Statement};
use quotes::{Grade, Quote, Text};

use super::{Fault, Mark, Remark, quoted, slice};

/// The most paragraphs for which similar words of the article are looked for, which takes longest.
const MOST_NEAREST: usize = 3;

/// Warns once of each such paragraph, with the first sentence that the article does not have.
pub(super) fn check(document: &Document, article: &Text, remarks: &mut Vec<Remark>) {
    let body: Text = document.article.body.iter().flatten().collect();
    let statements = document.claims.iter().flat_map(|claim| &claim.statements);
    let mut shown: Vec<usize> = statements.filter_map(|statement| shown(&body, statement)).collect();
    shown.sort_unstable();
    shown.dedup();
    let mut left = MOST_NEAREST;
    for number in shown {
        let paragraph = &body.paragraphs()[number];
        let Some(sentence) = sentences(paragraph).find(|sentence| !has(article, sentence)) else { continue };
        let path = format!("article.body[{number}]");
        let at = sentence.as_ptr() as usize - paragraph.as_ptr() as usize;
        let mut remark = Remark::warning(Fault::Body { sentence: quoted(sentence.trim_matches(is_closing)) }, &path);
        remark.marks = vec![Mark { path, words: at..at + sentence.len() }];
        if left > 0 {
            left -= 1;
            remark.nearest = nearest(article, sentence);
        }
        remarks.push(remark);
    }
}

/// The number of the paragraph that a card shows as the context of its words.
fn shown(body: &Text, statement: &Statement) -> Option<usize> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?;
    let [prefix, suffix] = [&statement.prefix, &statement.suffix].map(Option::as_deref);
    let finding = body.locate(&Quote { spans: words.spans(), prefix, suffix });
    let place = finding.places.first().filter(|_| matches!(finding.grade, Grade::Exact | Grade::Typographic))?;
    Some(place[0].start.paragraph)
}

/// The sentences of a paragraph. It may be divided in too many pieces, as after “Dr.”: the article has these as well.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let is_end = |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।');
    let mut has_ended = false;
    let pieces = paragraph.split_inclusive(move |c: char| {
        let is_parted = has_ended && c.is_whitespace();
        // A mark or a bracket may close behind the point.
        has_ended = is_end(c) || (has_ended && is_closing(c));
        is_parted
    });
    pieces.map(str::trim).filter(|sentence| quotes::has_words(sentence))
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']') || quotation_marks::family(c).is_some()
}

/// Whether the article has these words, aside from spaces and typography.
fn has(article: &Text, words: &str) -> bool {
    let spans = [words.to_owned()];
    article.locate(&Quote { spans: &spans, ..Quote::default() }).grade != Grade::NotFound
}

fn nearest(article: &Text, words: &str) -> Option<String> {
    let spans = [words.to_owned()];
    let finding = article.find(&Quote { spans: &spans, ..Quote::default() });
    Some(slice(article, *finding.places.first()?.first()?))
}
