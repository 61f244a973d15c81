//! What stands right beside words, or among them, and changes what they say: a question mark, the rest of a number, quotation marks.

use quotation_marks::Facing;
use quotes::{Finding, Grade, Passage, Position, Text, has_words};

use super::marks::facing;
use super::{Fault, Kind, Remark, quoted, slice};

/// Signs before a number that belong to it.
const SIGNS: [char; 16] = ['-', '−', '+', '±', '<', '>', '≤', '≥', '≠', '~', '≈', '€', '$', '£', '¥', '₹'];

/// Signs behind a number that belong to it.
const UNITS: [char; 8] = ['%', '‰', '°', '€', '$', '£', '¥', '₹'];

/// Warns of words that are only in one place, of which these are left out.
pub(super) fn check(
    article: &Text,
    path: &str,
    (kind, spans): (Kind, &[String]),
    finding: &Finding,
    remarks: &mut Vec<Remark>,
) {
    let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else { return };
    let spans = spans.iter().filter(|span| has_words(span));
    for (part, span) in place.iter().zip(spans) {
        let cut = number_before(article, *part).map(|left_out| (left_out, true));
        let cut =
            cut.or_else(|| Some((number_behind(article, *part).or_else(|| question(article, *part, span))?, false)));
        if let Some((left_out, is_before)) = cut {
            remarks.push(Remark::warning(
                Fault::Cut { left_out: quoted(&slice(article, left_out)), is_before, kind },
                path,
            ));
            return;
        }
        if let Some(words) = marked(article, *part, span) {
            remarks.push(Remark::warning(Fault::MarksLeftOut { words: quoted(&words) }, path));
            return;
        }
    }
}

/// The beginning of a number of which a part has only the rest: “3 500”, “−5”, “€40”.
fn number_before(article: &Text, part: Passage) -> Option<Passage> {
    let Position { paragraph, byte } = part.start;
    let (before, own) = article.paragraphs()[paragraph].split_at(byte);
    own.starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
    let rest = before.trim_end_matches(SIGNS);
    let is_range = rest.ends_with(char::is_alphanumeric);
    let head = if rest.len() < before.len() && !is_range { rest } else { group_before(before, own)? };
    Some(Passage { start: Position { paragraph, byte: head.len() }, end: part.start })
}

/// The text before the first digits of a number that spaces divide into groups of three, if the last group is the own one.
fn group_before<'text>(before: &'text str, own: &str) -> Option<&'text str> {
    let head = before.strip_suffix(is_group_space)?;
    let (first, digits) = (head.trim_end_matches(|c: char| c.is_ascii_digit()), digits(own));
    let count = head.len() - first.len();
    let is_word_end = !first.ends_with(|c: char| c.is_alphanumeric());
    (digits == 3 && (1..=3).contains(&count) && is_word_end).then_some(first)
}

/// The end of a number of which a part has only the beginning: “40 %”, “3 500”.
fn number_behind(article: &Text, part: Passage) -> Option<Passage> {
    let Position { paragraph, byte } = part.end;
    let (own, behind) = article.paragraphs()[paragraph].split_at(byte);
    own.ends_with(|c: char| c.is_ascii_digit()).then_some(())?;
    let after = behind.trim_start_matches(is_group_space);
    let own_digits = own.len() - own.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_group = after.len() < behind.len() && digits(after) == 3 && (1..=3).contains(&own_digits);
    let length = match after.chars().next()? {
        unit if UNITS.contains(&unit) => unit.len_utf8(),
        _ if is_group => 3,
        _ => return None,
    };
    let end = behind.len() - after.len() + length;
    Some(Passage { start: part.end, end: Position { paragraph, byte: byte + end } })
}

/// The number of digits with which a text begins.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A space that divides the digits of a number: a common one, or one that does not break.
fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The question mark right behind a part that ends without one.
fn question(article: &Text, part: Passage, span: &str) -> Option<Passage> {
    let Position { paragraph, byte } = part.end;
    let (own, behind) = article.paragraphs()[paragraph].split_at(byte);
    let is_question = |c: char| matches!(c, '?' | '？' | '؟');
    let has_own =
        |text: &str| text.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_question(c)).ends_with(is_question);
    if has_own(span) || has_own(own) {
        return None;
    }
    // French has a space before it.
    let mark = behind.trim_start_matches(is_group_space);
    let length = mark.chars().next().filter(|c| is_question(*c))?.len_utf8();
    let end = behind.len() - mark.len() + length;
    Some(Passage { start: part.end, end: Position { paragraph, byte: byte + end } })
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
