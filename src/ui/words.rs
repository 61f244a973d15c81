use super::edition::Edition;
use super::element::{Element, more, shared, visually_hidden};
use super::marks::marks;
use document::model::{Claim, Statement, Words};

/// Longer words are cut to a few lines until a reader asks for all. Shorter ones are never cut, because a cut before a “but” distorts them.
const LONG: usize = 60;

/// Words with more characters than this on average are in a script without spaces.
const LETTERS: usize = 16;

/// The speaker's own words, character for character.
pub(super) fn quoted(edition: &Edition, statement: &Statement, words: &Words) -> Vec<Element> {
    let language = edition.language_of(statement).unwrap_or_else(|| edition.phrases().language());
    let [opens, closes] = marks(&language);
    let quote = quote(edition, statement, "quote direct").text(opens);
    clamped(edition, words, spans(edition, quote, words).text(closes))
}

/// The article's own words about what was said. If they are the claim itself, they are not shown twice.
pub(super) fn reported(edition: &Edition, claim: &Claim, statement: &Statement, words: &Words) -> Vec<Element> {
    let phrases = edition.phrases();
    if is_same(words, claim) {
        let note = Element::classed("p", "quote reported").text(phrases.reported_as_claim());
        // What stands before the words when they are copied.
        return vec![note.set("data-same", phrases.reported())];
    }
    let manner = Element::classed("span", "manner").text(phrases.reported()).text(" ");
    let quote = quote(edition, statement, "quote reported").with(manner);
    clamped(edition, words, spans(edition, quote, words))
}

/// Whether reported words are the claim, except for a full stop at the end and a capital letter at the beginning.
pub(super) fn is_same(reported: &Words, claim: &Claim) -> bool {
    let [only] = reported.spans() else { return false };
    let [one, other] = [only, &claim.text].map(|text| text.trim_end_matches('.'));
    let (Some(first), Some(second)) = (one.get(..1), other.get(..1)) else { return one == other };
    first.eq_ignore_ascii_case(second) && one[1..] == other[1..]
}

fn quote(edition: &Edition, statement: &Statement, class: &'static str) -> Element {
    let address = statement.source.as_ref().and_then(|source| source.url.as_ref());
    Element::classed("blockquote", class)
        .set("part", "quote")
        .set("dir", "auto")
        .set_some("lang", edition.language_of(statement))
        .set_some("cite", address.map(|url| shared(url.as_str())))
}

fn spans(edition: &Edition, mut quote: Element, words: &Words) -> Element {
    for (index, span) in words.spans().iter().enumerate() {
        if index > 0 {
            quote = quote.with(gap(edition));
        }
        quote = quote.with(Element::classed("span", "words").prose(span));
    }
    quote
}

/// The sign for words that are left out.
fn gap(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    Element::classed("span", "gap")
        .set("lang", phrases.language())
        .with(Element::new("span").set("aria-hidden", "true").text(" […] "))
        .with(visually_hidden(phrases.words_left_out()))
}

/// Long words with a `<details>` after them. While it is closed, the style sheet cuts the words, so this works without a script.
fn clamped(edition: &Edition, words: &Words, quote: Element) -> Vec<Element> {
    let (mut number, mut characters) = (0, 0);
    for span in words.spans() {
        number += 1 + span.bytes().filter(|byte| *byte == b' ').count();
        // Each character begins with a byte that does not continue another one.
        characters += span.bytes().filter(|byte| (*byte as i8) >= -0x40).count();
    }
    // In scripts without spaces, two characters are about one word, and the number that is shown is that of characters.
    let is_unspaced = characters > number * LETTERS;
    if number.max(if is_unspaced { characters / 2 } else { 0 }) <= LONG {
        return vec![quote];
    }
    let all = edition.phrases().read_all(if is_unspaced { characters } else { number });
    vec![quote, Element::classed("details", "all").with(more(edition, all))]
}
