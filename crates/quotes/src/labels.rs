//! The list of labels between the paragraphs of an article that readers skip.

use super::blanks::trim;
use super::turning_words::is_in;

/// Capital and small letters of ASCII are treated alike.
const LABELS: &str = "advertisement,advertising,story continues below advertisement,anzeige,werbung,publicité,PUBLICITÉ,publicidad,publicidade,\
    pubblicità,PUBBLICITÀ,reklam,реклама,Реклама,إعلان";

/// Whether a paragraph is only the label of an advertisement, which does not interrupt a sentence.
pub fn is_label(paragraph: &str) -> bool {
    is_in(LABELS, trim(paragraph))
}
