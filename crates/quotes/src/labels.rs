//! Labels that stand between the paragraphs of an article, and that readers skip: the one list of them.

use super::turning_words::is_in;

/// In any case, as far as ASCII goes.
const LABELS: &str = "advertisement,advertising,story continues below advertisement,anzeige,werbung,publicité,PUBLICITÉ,publicidad,publicidade,\
    pubblicità,PUBBLICITÀ,reklam,реклама,Реклама,إعلان";

/// Whether a paragraph is no more than a label of an advertisement, which breaks no sentence.
pub fn is_label(paragraph: &str) -> bool {
    is_in(LABELS, paragraph.trim())
}
