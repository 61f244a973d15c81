use super::context::sentences;
use super::edition::Edition;
use super::element::{Element, more, shared, visually_hidden};
use super::marks::marks;
use document::model::{Claim, Statement, Words};

/// Longer words are cut until a reader asks for all. Shorter ones are never cut, because a cut before a “but” distorts them; and of what is cut,
/// at least a third is hidden: otherwise the line that shows all of it would take nearly the room that it saves.
const LONG: usize = 67;

/// The most words that are shown of longer ones.
const SHOWN: usize = 45;

/// The least words that are shown, where they can be cut at the end of a sentence, and the most that are shown to get to one: a sentence that is cut may
/// say something else.
const LEAST: usize = 10;
const MOST: usize = 90;

/// Words with more characters than this on average are in a script without spaces.
const LETTERS: usize = 16;

/// The speaker's own words, character for character.
pub(super) fn quoted(edition: &Edition, statement: &Statement, words: &Words) -> Vec<Element> {
    let language = edition.language_of(statement).unwrap_or_else(|| edition.phrases().language());
    let [opens, closes] = marks(&language);
    let quote = quote(edition, statement, "quote direct").text(opens);
    let length = Length::of(words);
    length.with_button(edition, spans(edition, quote, words, &length).text(closes))
}

/// The article's own words about what was said. If they are the claim itself, they are not shown twice.
pub(super) fn reported(edition: &Edition, claim: &Claim, statement: &Statement, words: &Words) -> Vec<Element> {
    let phrases = edition.phrases();
    if is_same(words, claim) {
        let note = Element::classed("p", "quote reported").text(phrases.reported_as_claim());
        // The claim may begin with a capital letter that the words in the article do not have.
        let first = words.spans()[0].get(..1).filter(|first| !claim.text.starts_with(first));
        // What stands before the words when they are copied.
        return vec![note.set("data-same", phrases.reported()).set_some("data-first", first.map(shared))];
    }
    let manner = Element::classed("span", "manner").text(phrases.reported()).text(" ");
    let quote = quote(edition, statement, "quote reported").with(manner);
    let length = Length::of(words);
    length.with_button(edition, spans(edition, quote, words, &length))
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

/// Adds the words to a quote. What comes after the cut is hidden by the style sheet until a reader asks for all, so this works without a script.
/// The browser's own search finds it all the same, and shows it then. The sign “…” is text, so that readers who select cut words and copy them get it,
/// too. It is not part of the words, and never begins a line.
fn spans(edition: &Edition, mut quote: Element, words: &Words, length: &Length) -> Element {
    let all = words.spans();
    let (last, end) = length.cut(words).unwrap_or((all.len(), 0));
    for (index, span) in all.iter().enumerate() {
        let is_over = index > last;
        if index > 0 {
            quote = quote.with(gap(edition, if is_over { over("gap over") } else { Element::classed("span", "gap") }));
        }
        if index != last {
            let place = if is_over { over("words over") } else { Element::classed("span", "words") };
            quote = quote.with(place.prose(span));
            continue;
        }
        let sign = if length.is_unspaced { "…" } else { "\u{a0}…" };
        quote = quote
            .with(Element::classed("span", "words").prose(&span[..end]).with(over("over").prose(&span[end..])))
            .with(Element::classed("span", "cut").set("hidden", "").text(sign));
    }
    quote
}

/// A place for what comes after the cut.
fn over(class: &'static str) -> Element {
    Element::classed("span", class).set("hidden", "until-found")
}

/// The sign for words that are left out, in this place.
fn gap(edition: &Edition, place: Element) -> Element {
    let phrases = edition.phrases();
    place
        .set("lang", phrases.language())
        .with(Element::new("span").set("aria-hidden", "true").text(" […] "))
        .with(visually_hidden(phrases.words_left_out()))
}

/// How long words are.
pub(super) struct Length {
    /// In words; in scripts without spaces, in characters.
    number: usize,
    /// In scripts without spaces, two characters are about one word.
    is_unspaced: bool,
}

impl Length {
    pub(super) fn of(words: &Words) -> Self {
        let total = |is_unspaced| words.spans().iter().map(|span| units(span, is_unspaced)).sum();
        let [number, characters]: [usize; 2] = [total(false), total(true)];
        let is_unspaced = characters > number * LETTERS;
        Self { number: if is_unspaced { characters } else { number }, is_unspaced }
    }

    /// This number of words in the unit of `number`: words or characters.
    fn most(&self, words: usize) -> usize {
        if self.is_unspaced { 2 * words } else { words }
    }

    pub(super) fn is_long(&self) -> bool {
        self.number > self.most(LONG)
    }

    /// The part of long words where they are cut, and the byte in it: after a sentence, if there is one that leaves a third of them, or else after a word,
    /// before the space there.
    fn cut(&self, words: &Words) -> Option<(usize, usize)> {
        if !self.is_long() {
            return None;
        }
        let mut before = 0;
        for (index, span) in words.spans().iter().enumerate() {
            let number = units(span, self.is_unspaced);
            let left = self.most(SHOWN) - before;
            if number < left {
                before += number;
                continue;
            }
            let end = if self.is_unspaced {
                span.char_indices().nth(left).map(|(at, _)| at)
            } else {
                span.bytes().enumerate().filter(|(_, byte)| *byte == b' ').nth(left - 1).map(|(at, _)| at)
            };
            let end = end.unwrap_or(span.len());
            let most = self.most(MOST).min(self.number * 2 / 3);
            let mut sentence = None;
            for at in sentences(span).into_iter().map(|at| at - 1) {
                let shown = before + units(&span[..at], self.is_unspaced);
                if shown >= self.most(LEAST) && (at <= end || sentence.is_none() && shown <= most) {
                    sentence = Some(at);
                }
            }
            return Some((index, sentence.unwrap_or(end)));
        }
        None
    }

    /// The quote; if it is long, with a `<details>` after it that shows all.
    fn with_button(&self, edition: &Edition, quote: Element) -> Vec<Element> {
        if !self.is_long() {
            return vec![quote];
        }
        vec![quote, Element::classed("details", "all").with(more(edition, edition.phrases().read_all(self.number)))]
    }
}

/// The number of words, or of characters.
fn units(text: &str, is_unspaced: bool) -> usize {
    if is_unspaced {
        // Each character begins with a byte that does not continue another one.
        text.bytes().filter(|byte| (*byte as i8) >= -0x40).count()
    } else {
        1 + text.bytes().filter(|byte| *byte == b' ').count()
    }
}
