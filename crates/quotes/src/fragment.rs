//! Links that lead to a quote: text fragments (WICG, “URL Fragment Text Directives”).

use std::ops::Range;

use super::{Grade, Placed, Quote, Text};

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
        let place = |paragraph: u32, byte: u32| (paragraph as usize, byte as usize);
        let begin =
            self.tokens.partition_point(|token| place(token.paragraph, token.start) < (first.paragraph, first.byte));
        let end = self.tokens.partition_point(|token| place(token.paragraph, token.end) <= (last.paragraph, last.byte));
        // The beginning and the end must each be inside one paragraph.
        let paragraph = self.paragraph_of(begin);
        let head = begin..end.min(paragraph.end);
        let tail = begin.max(self.paragraph_of(end - 1).start)..end;

        let (start, prefix, suffix) = self.beginning(&head, &paragraph);
        if !self.stands_once(&start) && prefix.is_none() && (suffix.is_none() || head != tail) {
            return None;
        }
        let mut fragment = String::from(":~:text=");
        if let Some(from) = prefix {
            // Browsers expect the prefix directly before the words, including marks that are no tokens.
            let (from, words) = (self.tokens[from].start as usize, self.tokens[head.start].start as usize);
            write(&mut fragment, self.paragraphs[first.paragraph][from..words].trim_end());
            fragment += "-,";
        }
        let is_short = head == tail && (head.len() <= 2 * FEW || self.is_without_spaces(&head));
        let start = if is_short { head.clone() } else { start };
        self.write(&mut fragment, start.clone());
        if start.end < end {
            // A browser ends the passage at the first place after the beginning that has the words of the end.
            let rest = tail.start.max(start.end)..end;
            let least = rest.end - FEW.min(rest.len());
            let is_first = |from: &usize| self.first_place(&(*from..end), start.end) == Some(*from);
            let from = (rest.start..=least).rev().take(MOST_TRIED).find(is_first)?;
            fragment.push(',');
            self.write(&mut fragment, from..end);
        }
        if let Some(to) = suffix.filter(|_| prefix.is_none()) {
            fragment += ",-";
            let (words, to) = (self.tokens[head.end - 1].end as usize, self.tokens[to - 1].end as usize);
            write(&mut fragment, self.paragraphs[first.paragraph][words..to].trim_start());
        }
        Some(fragment)
    }

    /// The least words at the beginning that stand once in the text. If there are none, all of them, with the tokens to which words before
    /// and behind them are needed.
    fn beginning(&self, head: &Range<usize>, paragraph: &Range<usize>) -> (Range<usize>, Option<usize>, Option<usize>) {
        let least = head.start + FEW.min(head.len());
        let mut starts = (least..=head.end).take(MOST_TRIED).map(|end| head.start..end);
        if let Some(start) = starts.find(|words| self.stands_once(words)) {
            return (start, None, None);
        }
        let mut before = (paragraph.start..head.start).rev().take(MOST_TRIED);
        let mut behind = (head.end + 1..=paragraph.end).take(MOST_TRIED);
        let prefix = before.find(|from| self.stands_once(&(*from..head.end)));
        let suffix = behind.find(|to| self.stands_once(&(head.start..*to)));
        (head.clone(), prefix, suffix)
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
        let cases = self.cases();
        let heads = self.tokens[words.clone()].iter().map(|token| cases.head(token.form)).collect();
        self.search_in_any_case(vec![Some(heads)]).first(0, from)
    }

    /// The tokens of this token's paragraph.
    fn paragraph_of(&self, token: usize) -> Range<usize> {
        let own = self.tokens[token].paragraph;
        self.tokens.partition_point(|token| token.paragraph < own)
            ..self.tokens.partition_point(|token| token.paragraph <= own)
    }

    /// Writes the characters from the first of these tokens to the last.
    fn write(&self, fragment: &mut String, tokens: Range<usize>) {
        self.slices(self.passage(tokens)).for_each(|slice| write(fragment, slice));
    }
}

/// Percent-encodes the characters that have a meaning in the syntax of fragments.
fn write(fragment: &mut String, characters: &str) {
    for byte in characters.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' => fragment.push(byte as char),
            _ => fragment.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
}

/// This adds fewer bytes to the wasm than the formatting of numbers.
fn hex(digit: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(digit)])
}
