//! Parts of a quote that may mean something else together than the article does.

use quotes::{Doubt, Finding, Passage, Text};

use super::{Fault, MOST_REPEATED, Remark, quoted, slice};

/// Warns about the first two such parts. Readers are not told that such words appear in the article.
pub(super) fn check(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Doubt { reason, between }) = article.doubt(finding) {
        remarks.push(Remark::warning(Fault::Parts { reason, left_out: left_out(article, between) }, path));
    }
}

/// The most paragraphs that are read for a message.
const MOST_PARAGRAPHS: usize = 10;

/// The words between two parts, for a message; `None` if there is only one part.
fn left_out(article: &Text, between: Passage) -> Option<String> {
    let Passage { start, end } = between;
    let paragraphs = article.paragraphs();
    let words = if end.paragraph - start.paragraph < MOST_PARAGRAPHS {
        slice(article, between)
    } else {
        // The message repeats only the beginning and the end.
        let beginning = &paragraphs[start.paragraph][start.byte..];
        let rest = &paragraphs[end.paragraph][..end.byte];
        format!("{beginning} … {rest}")
    };
    (!words.trim().is_empty()).then(|| quoted(&words))
}
