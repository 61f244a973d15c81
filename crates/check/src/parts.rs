//! Parts of a quote that may mean something else together than the article does.

use quotes::{Doubt, Finding, Text};

use super::{Fault, Remark, quoted, slice};

/// Warns about the first two such parts. Readers are not told that such words appear in the article.
pub(super) fn check(article: &Text, path: &str, finding: &Finding, remarks: &mut Vec<Remark>) {
    if let Some(Doubt { reason, between }) = article.doubt(finding) {
        let words = slice(article, between);
        let left_out = if words.trim().is_empty() { None } else { Some(quoted(&words)) };
        remarks.push(Remark::warning(Fault::Parts { reason, left_out }, path));
    }
}
