//! Cards whose name, claim and words run on in one paragraph: where a system keeps no paragraphs, or makes line breaks of them.

use std::ops::Range;

use quotes::{Quote, Text};

use super::known::{Known, words_of};

/// The most bytes between the parts of a card: a name, a role and an organization, which are known, and a few words such as “denies it”.
const FARTHEST: usize = 300;

/// The most words between two parts of a card that are neither a name nor a role.
const MOST_OTHER_WORDS: usize = 6;

/// The most quotes and reported words of one card that are looked for.
const MOST_WORDS: usize = 50;

/// The places of such cards, each from its claim to the end of its last words.
pub(super) fn find(known: &Known, text: &Text) -> Vec<(usize, Range<usize>)> {
    let mut own = Vec::new();
    for (number, claim) in known.document.claims.iter().enumerate() {
        let spans = [claim.text.clone()];
        for place in text.locate(&Quote { spans: &spans, ..Quote::default() }).places {
            let (start, end) = (place[0].start, place[0].end);
            let paragraph = &text.paragraphs()[start.paragraph];
            if start.paragraph == end.paragraph
                && let Some(end) = end_of_card(known, number, paragraph, start.byte, end.byte)
            {
                own.push((start.paragraph, start.byte..end));
            }
        }
    }
    own
}

/// Where the words of a card end whose claim may be these bytes of a paragraph.
fn end_of_card(known: &Known, claim: usize, paragraph: &str, start: usize, claim_end: usize) -> Option<usize> {
    // No article has a sentence without a point, and then words of somebody: that is a heading, and a line of its own.
    let text = &known.claim(claim).text;
    let claim_end = claim_end + unread_end(text, &paragraph[claim_end..]);
    if !paragraph[claim_end..].starts_with(char::is_whitespace) {
        return None;
    }
    let is_before = |name: &str| tail(&paragraph[..start]).contains(name);
    let mut is_named = known.names(claim).any(is_before);
    let mut end = claim_end;
    for _ in 0..MOST_WORDS {
        let Some((words, next)) = next_words(known, claim, &paragraph[end..]) else { break };
        is_named |= known.names(claim).any(|name| paragraph[end..end + words].contains(name));
        end += next;
    }
    (is_named && end > claim_end).then_some(end)
}

/// Where the next words of a claim's statements begin in a text, and where they end, if nothing but the parts of a card is before them.
fn next_words(known: &Known, claim: usize, text: &str) -> Option<(usize, usize)> {
    let near = head(text);
    let statements = known.claim(claim).statements.iter();
    let places = statements.flat_map(words_of).filter_map(|words| {
        let mut spans = words.spans().iter();
        let at = near.find(near_beginning(spans.next()?))?;
        text[at..].starts_with(words.spans()[0].as_str()).then_some(())?;
        let mut end = at + words.spans()[0].len();
        for span in spans {
            end += head(&text[end..]).find(near_beginning(span))? + span.len();
            text.is_char_boundary(end).then_some(())?;
        }
        Some((at, end))
    });
    let (at, end) = places.min()?;
    let before = text[..at].trim_end_matches(is_mark);
    // Behind words that an article quotes, its sentence goes on: “… to drink,” said Ada Low.
    let behind = text[end..].trim_start_matches(|c| is_mark(c) || c == '.');
    let goes_on = behind.trim_start().starts_with(|c: char| matches!(c, ',' | ';' | ':') || c.is_lowercase());
    (is_between_parts(known, claim, before) && !goes_on).then_some((at, end))
}

/// Whether a text has names, roles and a few other words, and no end of a sentence.
fn is_between_parts(known: &Known, claim: usize, text: &str) -> bool {
    let mut left = text.to_owned();
    for speaker in known.speakers(claim) {
        let all = [Some(&speaker.name), speaker.role.as_ref(), speaker.organization.as_ref()];
        for known in all.into_iter().flatten().filter(|known| !known.is_empty()) {
            left = left.replace(known.as_str(), " ");
        }
    }
    !left.contains(['.', '!', '?', ';'])
        && left.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count() <= MOST_OTHER_WORDS
}

/// The length of the marks that end a claim, which a search for it leaves out.
fn unread_end(claim: &str, behind: &str) -> usize {
    let mark = claim.trim_end().chars().next_back().filter(|c| !c.is_alphanumeric());
    mark.filter(|mark| behind.starts_with(*mark)).map_or(0, char::len_utf8)
}

/// The first bytes of words, by which their place is found: the rest is compared there.
fn near_beginning(words: &str) -> &str {
    &words[..boundary(words, FARTHEST / 4)]
}

fn head(text: &str) -> &str {
    &text[..boundary(text, FARTHEST)]
}

fn tail(text: &str) -> &str {
    &text[boundary(text, text.len().saturating_sub(FARTHEST))..]
}

/// The last place between two characters that is not behind this byte.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || quotation_marks::family(c).is_some()
}
