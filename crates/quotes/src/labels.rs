//! Labels that stand between the paragraphs of an article, and that readers skip: the one list of them.

use super::words::is_letter;

/// In small letters; those in capitals that ASCII does not have stand beside them.
const LABELS: &[&str] = &[
    "ad",
    "advertisement",
    "advertising",
    "story continues below advertisement",
    "anzeige",
    "werbung",
    "publicité",
    "PUBLICITÉ",
    "publicidad",
    "publicidade",
    "pubblicità",
    "PUBBLICITÀ",
    "reklam",
    "реклама",
    "РЕКЛАМА",
    "إعلان",
];

/// Whether a paragraph is no more than a label of an advertisement, which breaks no sentence.
pub fn is_label(paragraph: &str) -> bool {
    let words = paragraph.trim_matches(|c| !is_letter(c));
    LABELS.iter().any(|label| label.eq_ignore_ascii_case(words))
}
