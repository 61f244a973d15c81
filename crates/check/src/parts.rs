//! Parts of a quote that may mean something else together than the article does.

use quotes::{Cut, Doubt, Finding, Passage, Text};

use super::{Fault, Kind, MOST_REPEATED, Remark, quoted, slice};

/// Warns about the first two such parts. Readers are not told that such words appear in the article.
pub(super) fn check(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Doubt { reason, between }) = article.doubt(finding) {
        remarks.push(Remark::warning(Fault::Parts { reason, left_out: left_out(article, between) }, path));
    }
}

/// Warns of a quote that begins or ends just beside the “not” of its clause.
pub(super) fn check_cut(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Cut { left_out, is_before }) = article.cut(finding) {
        remarks.push(Remark::warning(
            Fault::Cut { left_out: quoted(&slice(article, left_out)), is_before, kind: Kind::Quote },
            path,
        ));
    }
}

/// Warns of words without the condition that they depend on; whether there is one.
pub(super) fn check_condition(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) -> bool {
    let Some(Cut { left_out, is_before }) = article.condition(finding) else { return false };
    let left_out = quoted(&slice(article, left_out));
    remarks.push(Remark::warning(Fault::Cut { left_out, is_before, kind: Kind::Quote }, path));
    true
}

/// Warns of reported words beside their denial.
pub(super) fn check_denial(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Cut { left_out, is_before }) = article.denial(finding) {
        let left_out = quoted(&slice(article, left_out));
        remarks.push(Remark::warning(Fault::Cut { left_out, is_before, kind: Kind::Reported }, path));
    }
}

/// Warns of reported words that are not denied, though their statement says so: “did not deny that”, “doubts that”. Or the article says that somebody
/// said them, and the claim says the same: “confirmed that”. Or it has them under a condition, and no denial.
pub(super) fn check_not_denied(article: &Text, path: &str, claim: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    let passage = match article.denial(finding) {
        Some(Cut { left_out, .. }) => Some(left_out).filter(|passage| quotes::denies_not(&slice(article, *passage))),
        None => {
            let affirmation = article.affirmation(finding).filter(|_| says_the_same(article, claim, finding));
            let conditional = || {
                article
                    .condition(finding)
                    .map(|cut| cut.left_out)
                    .filter(|passage| !quotes::denies(&slice(article, *passage)))
            };
            affirmation.or_else(conditional)
        }
    };
    if let Some(passage) = passage {
        let left_out = quoted(slice(article, passage).trim_matches(|c: char| c.is_whitespace() || c == ','));
        remarks.push(Remark::warning(Fault::NotDenied { left_out }, path));
    }
}

/// Whether a claim has all words of more than three letters that were found, and they do not say the contrary.
fn says_the_same(article: &Text, claim: &str, finding: &Finding) -> bool {
    let words = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_alphanumeric());
        all.filter(|word| word.chars().nth(SHORT).is_some()).map(quotes::lower_case).collect()
    };
    let claimed = words(claim);
    let negations = |text: &str| text.split_whitespace().filter(|word| quotes::is_negation(word)).count();
    let mut parts = finding.places.iter().take(1).flatten().map(|part| slice(article, *part));
    let is_same =
        |part: String| words(&part).iter().all(|word| claimed.contains(word)) && negations(&part) == negations(claim);
    parts.all(is_same)
}

/// Words of this number of letters or fewer, such as “was”, may differ in a claim.
const SHORT: usize = 3;

/// Warns of a quotation beside words such as “never said”.
pub(super) fn unsaid(article: &Text, path: &str, quotation: Passage) -> Option<Remark> {
    let Passage { start, end } = quotation;
    let paragraph = article.paragraphs().get(start.paragraph).filter(|_| start.paragraph == end.paragraph)?;
    let (words, is_before) = match quotes::unsaid(paragraph, start.byte..end.byte) {
        Some(words) => (&paragraph[words.clone()], words.end <= start.byte),
        None => {
            let Cut { left_out: Passage { start, end }, is_before } = article.taken_back(quotation)?;
            (&paragraph[start.byte..end.byte], is_before)
        }
    };
    let is_mark = |c: char| !c.is_alphanumeric();
    let left_out = quoted(words.trim_matches(is_mark));
    // The words are right, and who says them is not: as with reported words, there is nothing to add to the quote.
    Some(Remark::warning(Fault::Cut { left_out, is_before, kind: Kind::Reported }, path))
}

/// The most paragraphs and bytes that are read for a message.
const MOST_PARAGRAPHS: usize = 10;
const MOST_BYTES: usize = 1000;

/// The words between two parts, for a message; `None` if there is only one part.
fn left_out(article: &Text, between: Passage) -> Option<String> {
    let Passage { start, end } = between;
    let paragraphs = &article.paragraphs()[start.paragraph..=end.paragraph];
    let bytes = || {
        let behind = paragraphs[paragraphs.len() - 1].len() - end.byte;
        paragraphs.iter().map(String::len).sum::<usize>() - start.byte - behind
    };
    if paragraphs.len() <= MOST_PARAGRAPHS && bytes() <= MOST_BYTES {
        let words = slice(article, between);
        return (!words.trim().is_empty()).then(|| quoted(&words));
    }
    // A message repeats only the beginning and the end.
    let beginning = paragraphs[0][start.byte..].chars().take(MOST_REPEATED);
    let end: Vec<_> = paragraphs[paragraphs.len() - 1][..end.byte].chars().rev().take(MOST_REPEATED).collect();
    Some(quoted(&beginning.chain([' ']).chain(end.into_iter().rev()).collect::<String>()))
}
