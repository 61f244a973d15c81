//! Links that lead to a quote: text fragments (WICG, “URL Fragment Text Directives”).

use std::ops::Range;

use super::blanks::{trim_end, trim_start};
use super::search::Search;
use super::{Grade, Placed, Position, Quote, Text};

/// The least number of words in the beginning or the end of a quote in a link, if the quote has as many.
const FEW: usize = 3;

/// The most words and marks of a prefix or suffix, and the most lengths of a beginning or end that are tried. If they are not enough, the text
/// repeats itself, and longer ones would take time that grows with the square of its length.
const MOST_TRIED: usize = 50;

impl Text {
    /// The part after `#` of a link that leads to the quote in a page with this text: `:~:text=prefix-,start,end,-suffix`,
    /// percent-encoded, with only as many words as are needed to distinguish the place from all others in the text.
    ///
    /// `None` if the quote is not in exactly one place, or if no words near it distinguish that place from others.
    pub fn fragment(&self, quote: &Quote<'_>) -> Option<String> {
        let finding = self.locate(quote);
        if !matches!(finding.grade, Grade::Exact | Grade::Typographic) {
            return None;
        }
        let (first, last) = (finding.places[0].first()?.start, finding.places[0].last()?.end);
        let (begin, end) = (self.tokens_before(first), self.tokens_before(last));
        // The beginning and the end must each be inside one paragraph.
        let tokens = &self.tokens[begin..end];
        let (one, other) = (tokens.first()?.paragraph, tokens.last()?.paragraph);
        let head = begin..begin + tokens.partition_point(|token| token.paragraph == one);
        let tail = begin + tokens.partition_point(|token| token.paragraph < other)..end;
        let (mut prefix, mut suffix) = (None, None);
        let least = begin + FEW.min(head.len());
        let mut start = self.longer(&(begin..least - 1), false, head.end).unwrap_or_else(|| {
            prefix = self.longer(&head, true, end);
            suffix = if prefix.is_none() { self.longer(&head, false, self.tokens.len()) } else { None };
            head.clone()
        });
        if prefix.is_none() && (suffix.is_none() || head != tail) && !self.stands_once(&start) {
            return None;
        }
        let mut fragment = String::from(":~:text=");
        if let Some(words) = prefix {
            // Browsers expect the prefix directly before the words, including marks that are no tokens.
            let (from, to) = (self.tokens[words.start].start, self.tokens[begin].start);
            write(&mut fragment, trim_end(&self.paragraphs[first.paragraph][from as usize..to as usize]));
            fragment += "-,";
        }
        if head == tail && (head.len() <= 2 * FEW || self.is_without_spaces(&head)) {
            start = head.clone();
        }
        self.write(&mut fragment, &start);
        if start.end < end {
            // A browser ends the passage at the first place after the beginning that has the words of the end.
            let first = tail.start.max(start.end);
            let mut rest = end - FEW.min(end - first)..end;
            let mut tries = 1;
            while self.first_place(&rest, start.end) != Some(rest.start) {
                if rest.start == first || tries == MOST_TRIED {
                    return None;
                }
                rest.start -= 1;
                tries += 1;
            }
            fragment += ",";
            self.write(&mut fragment, &rest);
        }
        if let Some(words) = suffix {
            fragment += ",-";
            let (from, to) = (self.tokens[head.end - 1].end, self.tokens[words.end - 1].end);
            write(&mut fragment, trim_start(&self.paragraphs[first.paragraph][from as usize..to as usize]));
        }
        Some(fragment)
    }

    /// How many tokens begin before a position.
    fn tokens_before(&self, at: Position) -> usize {
        let at = (at.paragraph as u32, at.byte as u32);
        self.tokens.partition_point(|token| (token.paragraph, token.start) < at)
    }

    /// Words with those behind them up to a token, or with those before them, in their paragraph: the fewest that stand once in the text.
    fn longer(&self, words: &Range<usize>, is_back: bool, last: usize) -> Option<Range<usize>> {
        let paragraph = self.tokens[words.start].paragraph;
        let mut words = words.clone();
        for _ in 0..MOST_TRIED {
            let next = if is_back { words.start.wrapping_sub(1) } else { words.end };
            if next == last || self.tokens.get(next)?.paragraph != paragraph {
                break;
            }
            if is_back {
                words.start = next;
            } else {
                words.end = next + 1;
            }
            if self.stands_once(&words) {
                return Some(words);
            }
        }
        None
    }

    /// Whether words without a space between them show a script without spaces. Browsers do not find an end inside what they take for one
    /// word. The first tokens show it: to look at all would take too long for many long passages.
    fn is_without_spaces(&self, words: &Range<usize>) -> bool {
        let touches = |pair: &[Placed]| pair[0].is_word && pair[1].is_word && pair[0].end == pair[1].start;
        self.tokens[words.clone()].windows(2).take(MOST_TRIED).any(touches)
    }

    fn stands_once(&self, words: &Range<usize>) -> bool {
        let first = self.first_place(words, 0);
        first.is_none_or(|first| self.first_place(words, first + 1).is_none())
    }

    /// The first place, from this token on, where a browser finds these words; browsers ignore case.
    fn first_place(&self, words: &Range<usize>, from: usize) -> Option<usize> {
        let small = self.in_small_letters();
        let mut forms = Vec::new();
        for token in &small.tokens[words.clone()] {
            forms.push(token.form);
        }
        Search::new(small, vec![forms]).first(0, from)
    }

    /// Writes the characters from the first of these tokens, which are in one paragraph, to the last.
    fn write(&self, fragment: &mut String, tokens: &Range<usize>) {
        let (first, last) = (self.tokens[tokens.start], self.tokens[tokens.end - 1]);
        write(fragment, &self.paragraphs[first.paragraph as usize][first.start as usize..last.end as usize]);
    }
}

/// Percent-encodes the characters that have a meaning in the syntax of fragments.
fn write(fragment: &mut String, characters: &str) {
    for byte in characters.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' => fragment.push(byte as char),
            _ => {
                fragment.push('%');
                fragment.push(hex(byte >> 4));
                fragment.push(hex(byte & 15));
            }
        }
    }
}

/// This adds fewer bytes to the wasm than the formatting of numbers.
fn hex(digit: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(digit)])
}
