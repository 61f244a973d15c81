//! What stands right beside words, or among them, and changes what they say: a question mark, the rest of a number, quotation marks.

use quotation_marks::Facing;
use quotes::{Cut, Finding, Grade, Passage, Text, has_words};

use super::marks::facing;
use super::{Fault, Kind, Remark, quoted, slice};

/// Warns of words that are only in one place, of which these are left out.
pub(super) fn check(article: &Text, path: &str, spans: &[String], finding: &Finding, remarks: &mut Vec<Remark>) {
    let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else { return };
    let spans = spans.iter().filter(|span| has_words(span));
    for (part, span) in place.iter().zip(spans) {
        if let Some(Cut { left_out, is_before }) = article.edge(*part) {
            let left_out = quoted(slice(article, left_out).trim());
            remarks.push(Remark::warning(Fault::Cut { left_out, is_before, kind: Kind::Quote }, path));
            return;
        }
        if let Some(words) = marked(article, *part, span) {
            remarks.push(Remark::warning(Fault::MarksLeftOut { words: quoted(&words) }, path));
            return;
        }
    }
}

/// Words within a part that the article has in quotation marks, and the card without them: the ‘safe’ water.
fn marked(article: &Text, part: Passage, span: &str) -> Option<String> {
    let written: Vec<&str> = article.slices(part).collect();
    let all = written.iter().map(|text| openings(text).len()).sum::<usize>();
    if all <= openings(span).len() {
        return None;
    }
    let text = written.into_iter().find(|text| !openings(text).is_empty())?;
    let opening = openings(text)[0];
    let words = &text[opening + text[opening..].chars().next()?.len_utf8()..];
    let end = words
        .char_indices()
        .find(|(at, c)| quotation_marks::family(*c).is_some() && facing(words, *at, *c) == Some(Facing::Closes));
    // Marks that go on behind the words are another quotation's.
    Some(words[..end?.0].to_owned())
}

/// The bytes of marks that open within a text, behind a word of it.
fn openings(text: &str) -> Vec<usize> {
    let marks = text.char_indices().filter(|(at, c)| {
        quotation_marks::family(*c).is_some() && facing(text, *at, *c) == Some(Facing::Opens) && has_words(&text[..*at])
    });
    marks.map(|(at, _)| at).collect()
}
