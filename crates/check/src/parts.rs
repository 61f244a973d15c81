//! Parts of a quote that may say something else together than the article does.

use quotes::{Doubt, Finding, Text};

use super::{Fault, Remark, quoted, slice};

/// Warns of the first two parts that do. Readers are told nothing of such words.
pub(super) fn check(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Doubt { reason, between }) = article.doubt(finding) {
        let words = slice(article, between);
        let left_out = if words.trim().is_empty() { None } else { Some(quoted(&words)) };
        remarks.push(Remark::warning(Fault::Parts { reason, left_out }, path));
    }
}
