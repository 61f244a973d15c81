//! Text ▶ words and signs; each quotation is one sign.

use crate::attribution::Span;
use crate::incise;
use crate::interview;
use crate::language::{Language, Order};
use crate::lexicon::*;
use crate::marks::{self, Quotation, Style};
use crate::speech;
use crate::unlisted;

/// A word, a sign or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) paragraph: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) sign: Sign,
    /// The classes of the word in its language; empty for a sign.
    pub(crate) classes: Classes,
    /// Whether the word begins with a capital.
    pub(crate) is_capital: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Word,
    Number,
    /// The index of a quotation in the article.
    Quotation(usize),
    /// `.`, `!`, `?` or `…`
    Stop,
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// Text in brackets, brackets included: `(SPD)`.
    Bracket,
    /// `’s`
    Genitive,
    Other,
}

/// An article as words and signs.
pub(crate) struct Words<'a> {
    pub(crate) paragraphs: &'a [&'a str],
    pub(crate) language: &'static Language,
    pub(crate) tokens: Vec<Token>,
    pub(crate) quotations: Vec<(usize, Quotation)>,
    /// If the words in a bracket are being read, where the bracket closes.
    bracket: Option<usize>,
    /// The first token of each paragraph, and at the end the number of tokens.
    pub(crate) starts: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(crate) fn of(paragraphs: &'a [&'a str], language: &'static Language) -> Self {
        let style = Style::of(paragraphs);
        let mut words = Words {
            paragraphs,
            language,
            tokens: Vec::new(),
            quotations: Vec::new(),
            bracket: None,
            starts: Vec::new(),
        };
        for (number, paragraph) in paragraphs.iter().enumerate() {
            words.starts.push(words.tokens.len());
            let mut at = 0;
            for quotation in marks::quotations(paragraph, style) {
                let mut quotation = quotation;
                words.read(number, at, quotation.open);
                let inside = &paragraph[quotation.start..quotation.end];
                if at == 0
                    && paragraph[..quotation.open].trim().is_empty()
                    && let Some(length) = interview::label_within(inside)
                {
                    // “ROE: Let us begin …”: the label is not part of what is said.
                    words.read(number, quotation.start, quotation.start + length + 1);
                    let from = quotation.start + length + 1;
                    quotation.start = quotation.end - paragraph[from..quotation.end].trim_start().len();
                    quotation.open = quotation.start;
                }
                at = quotation.close;
                words.quote(number, quotation);
            }
            words.read(number, at, paragraph.len());
        }
        words.starts.push(words.tokens.len());
        (0..paragraphs.len()).for_each(|number| words.end_dateline(number));
        words.fit_names();
        unlisted::mark(&mut words);
        words
    }

    /// Lets a sentence end with the dateline at the beginning of a paragraph: “PARIS (AP) —”.
    fn end_dateline(&mut self, paragraph: usize) {
        let first = self.starts[paragraph];
        let end = self.starts[paragraph + 1].min(first + LONGEST_DATELINE);
        let Some(dash) = (first + 1..end).find(|at| self.sign(*at) == Sign::Dash) else { return };
        let place = self.text(first);
        let is_shouted = self.is_capital(first) && place.len() > 2 && !place.contains(is_small);
        // “FIFA — which runs the cup — said”
        let begins = self.is_capital(dash + 1) || self.quotation(dash + 1).is_some();
        if begins && (is_shouted || self.sign(dash - 1) == Sign::Bracket) {
            self.tokens[dash].sign = Sign::Stop;
        }
    }

    /// Leaves words that are also months, days or small words only what they are in a name: “Theresa May”, “Mrs May”, “Julio Pérez”, “Will Roe”.
    fn fit_names(&mut self) {
        for at in 0..self.tokens.len() {
            let before = at.checked_sub(1).map_or(Classes::NONE, |before| self.tokens[before].classes);
            let is_behind_name = before.has(GIVEN_NAME.and(TITLE)) && self.is_capital(at - 1);
            let is_given = self.has(at, GIVEN_NAME) && self.is_capital(at + 1) && !before.has(BEFORE_TIME);
            let has_other = self.has(at, TIME.and(BETWEEN)) && self.is_capital(at);
            if has_other && (is_behind_name || is_given && !self.has(at + 1, TIME)) {
                self.tokens[at].classes = Classes(self.tokens[at].classes.0 & (GIVEN_NAME.0 | MALE.0 | FEMALE.0));
            }
        }
    }

    /// Adds a quotation. It is split in two if a cue is within its marks.
    fn quote(&mut self, paragraph: usize, quotation: Quotation) {
        let inside = &self.paragraphs[paragraph][quotation.start..quotation.end];
        let incise = incise::find(inside, self.language);
        let Some(incise) = incise else { return self.add_quotation(paragraph, quotation) };
        let (from, to) = (quotation.start + incise.start, quotation.start + incise.end);
        self.add_quotation(paragraph, Quotation { end: from, close: from, ..quotation });
        self.read(paragraph, from, to);
        let text = &self.paragraphs[paragraph][to..quotation.end];
        let start = quotation.end - text.trim_start_matches([' ', ',', '\u{a0}', '\u{202f}']).len();
        if text.contains(is_letter) {
            self.read(paragraph, to, start);
            self.add_quotation(paragraph, Quotation { open: start, start, ..quotation });
        }
    }

    fn add_quotation(&mut self, paragraph: usize, quotation: Quotation) {
        let sign = Sign::Quotation(self.quotations.len());
        self.push(paragraph, quotation.open, quotation.close, sign, Classes::NONE);
        self.quotations.push((paragraph, quotation));
    }

    // This function and some below are not inlined. They are called in many places, and copies would make the wasm
    // larger.
    #[inline(never)]
    pub(crate) fn text(&self, token: usize) -> &'a str {
        let Token { paragraph, start, end, .. } = self.tokens[token];
        &self.paragraphs[paragraph][start..end]
    }

    #[inline(never)]
    pub(crate) fn sign(&self, token: usize) -> Sign {
        self.tokens.get(token).map_or(Sign::Other, |token| token.sign)
    }

    #[inline(never)]
    pub(crate) fn has(&self, token: usize, classes: Classes) -> bool {
        self.tokens.get(token).is_some_and(|token| token.classes.has(classes))
    }

    /// Whether it is a word with a capital.
    #[inline(never)]
    pub(crate) fn is_capital(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.is_capital)
    }

    #[inline(never)]
    pub(crate) fn is_word(&self, token: usize) -> bool {
        self.sign(token) == Sign::Word
    }

    /// Whether a phrase continues with this token: a word, or a sign that can occur within a phrase, as in: the weekly
    /// “Port News” (Linwick).
    pub(crate) fn is_phrase(&self, token: usize) -> bool {
        match self.sign(token) {
            Sign::Word | Sign::Number | Sign::Genitive | Sign::Bracket => true,
            // Phil “Spanner” Doe
            Sign::Quotation(number) => {
                let is_nickname = self.is_capital(token + 1) && speech::is_nickname(self.inside(number));
                token > 0 && (self.has(token - 1, ORGANIZATION.and(WORK)) || is_nickname && self.is_capital(token - 1))
            }
            _ => false,
        }
    }

    /// The index of the quotation, if this token is one.
    #[inline(never)]
    pub(crate) fn quotation(&self, token: usize) -> Option<usize> {
        match self.sign(token) {
            Sign::Quotation(number) => Some(number),
            _ => None,
        }
    }

    /// The span of these tokens, which must all be in one paragraph.
    #[inline(never)]
    pub(crate) fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        let first = self.tokens[tokens.start];
        Span { paragraph: first.paragraph, start: first.start, end: self.tokens[tokens.end - 1].end }
    }

    /// The words of a quotation, without its marks.
    #[inline(never)]
    pub(crate) fn inside(&self, quotation: usize) -> &'a str {
        let (paragraph, Quotation { start, end, .. }) = self.quotations[quotation];
        &self.paragraphs[paragraph][start..end]
    }

    #[inline(never)]
    fn push(&mut self, paragraph: usize, start: usize, end: usize, sign: Sign, classes: Classes) {
        let is_capital = sign == Sign::Word && self.paragraphs[paragraph][start..].starts_with(is_capital);
        self.tokens.push(Token { paragraph, start, end, sign, classes, is_capital });
    }

    /// Reads a part of a paragraph that contains no quotation.
    fn read(&mut self, paragraph: usize, from: usize, to: usize) {
        let text = &self.paragraphs[paragraph][..to];
        let mut at = from;
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
            } else if is_letter(c) {
                at = self.word(paragraph, text, at);
            } else {
                let (mut end, mut sign) = sign(text, at, c);
                // “Jane Roe (mayor of Linwick)” means the same as “Jane Roe, mayor of Linwick,”.
                let first = text[at + c.len_utf8()..end.max(at + c.len_utf8())].split([' ', ')']).next().unwrap_or("");
                if sign == Sign::Bracket && (self.language.lexicon.classes(first).has(ROLE) || Some(at) == self.bracket)
                {
                    self.bracket = Some(end - 1);
                    (end, sign) = (at + 1, Sign::Comma);
                } else if self.bracket == Some(at) {
                    sign = Sign::Comma;
                }
                self.push(paragraph, at, end, sign, Classes::NONE);
                at = end;
            }
        }
    }

    /// Whether a sentence ends with an abbreviation, or with a word that only looks like one: “in Duluth, Minn. She was 94”, “was ill. Nobody”.
    fn ends_sentence(&self, word: &str, classes: Classes, behind: &str) -> bool {
        // “announced it on X. Roe said”
        let is_site = word == "X" && self.tokens.last().is_some_and(|last| last.classes.has(PREPOSITION));
        let next = behind.trim_start();
        let next = &next[..end_of_word(next, 0)];
        // “on Sunday in The Sun.”
        if behind.is_empty() {
            return !word.contains('.') && classes.has(ABBREVIATION);
        }
        if !next.starts_with(is_capital) || behind.len() == next.len() || classes.has(TITLE.and(ROLE)) {
            return false;
        }
        // Abbreviations of days, months and states begin with capitals.
        let is_in_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_plain = !self.language.has_capital_nouns && word.len() > 2 && is_in_small;
        let next_classes = self.language.lexicon.classes(next);
        // “at 5 p.m. Police said”, but “U.S. Republicans”
        let is_group = next_classes.has(GROUP) && !matches!(next, "Republicans" | "Democrats" | "Conservatives");
        let begins = is_group && !self.language.has_capital_nouns;
        is_plain || is_site || begins || next_classes.has(NO_NAME.and(PRONOUN).and(DETERMINER))
    }

    /// Reads the word or expression that begins here, and returns where it ends.
    fn word(&mut self, paragraph: usize, text: &str, at: usize) -> usize {
        let mut end = end_of_word(text, at);
        let word = &text[at..end];
        let lexicon = &self.language.lexicon;
        let mut classes = lexicon.classes(word);
        if classes == Classes::NONE
            && let Some(part) = word.find(['\'', '’'])
        {
            // « l’association », and Kalın’ın.
            let behind = part + word[part..].chars().next().map_or(1, char::len_utf8);
            let elided = lexicon.classes(&word[..behind]);
            if elided != Classes::NONE && !word[behind..].starts_with(is_capital) | !word.starts_with(is_capital) {
                self.push(paragraph, at, at + behind, Sign::Word, elided);
                return at + behind;
            }
            if self.language.order == Order::VerbLast {
                let stem = lexicon.classes(&word[..part]);
                self.push(paragraph, at, at + part, Sign::Word, stem);
                self.push(paragraph, at + part, end, Sign::Genitive, Classes::NONE);
                return end;
            }
        }
        if classes == Classes::NONE {
            classes = lexicon.inverted(word);
        }
        if classes.has(PHRASE)
            && let Some((length, phrase)) = lexicon.phrase(&text[at..], word)
        {
            // “new york” is no name; a phrase for a place begins with a capital.
            if !phrase.has(PLACE) || word.starts_with(is_capital) {
                self.push(paragraph, at, at + length, Sign::Word, phrase);
                return at + length;
            }
        }
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let may_be_compound = is_number || self.language.has_capital_nouns == word.starts_with(is_capital);
        if classes.without(PHRASE) == Classes::NONE && may_be_compound {
            classes = lexicon.ending(word);
        }
        // „Frankreichs“, „Landgerichts“
        if self.language.has_capital_nouns && classes == Classes::NONE && word.ends_with('s') {
            classes = Classes(lexicon.classes(&word[..word.len() - 1]).0 & (PLACE.0 | ORGANIZATION.0));
        }
        // “Roe, N.-Linw., said”: a full stop before a comma ends no sentence.
        if text[end..].starts_with(".,")
            || text[end..].starts_with('.')
                && is_abbreviation(word, classes)
                && !is_refusal(word, &text.as_bytes()[end..])
                && !self.ends_sentence(word, classes, &text[end + 1..])
        {
            end += 1;
        }
        self.push(paragraph, at, end, if is_number { Sign::Number } else { Sign::Word }, classes);
        end
    }
}

/// What stands before a month that is no name: “in April”, “last April”.
const BEFORE_TIME: Classes = Classes(PREPOSITION.0 | DETERMINER.0 | TIME.0 | NO_NAME.0);

/// The largest number of tokens in “MOSCOW, Russia (AP) –”.
const LONGEST_DATELINE: usize = 12;

/// Whether a full stop after the word belongs to it: “Mr”, the “J” of a name, and “U.S”.
fn is_abbreviation(word: &str, classes: Classes) -> bool {
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(is_capital) && letters.next().is_none_or(|c| c == '.');
    is_initial || classes.has(ABBREVIATION)
}

/// “voted no.”, but “No. 5”
fn is_refusal(word: &str, rest: &[u8]) -> bool {
    matches!(word, "no" | "No") && !rest.get(2).is_some_and(u8::is_ascii_digit)
}

/// Returns where a word ends. It may contain an apostrophe, a hyphen, or a full stop between single letters or digits.
fn end_of_word(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices().peekable();
    let mut run = 0;
    while let Some((offset, c)) = chars.next() {
        if is_letter(c) || c == '\u{ad}' {
            run += 1;
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next).unwrap_or(' ');
        let goes_on = match c {
            '\'' | '’' | 'ʼ' => {
                (is_letter(next) && !next.is_ascii_digit()) && !is_genitive(&text[at + offset + c.len_utf8()..])
            }
            '-' | '‐' | '‑' => is_letter(next),
            '.' => (run == 1 && (is_letter(next) && !next.is_ascii_digit())) || next.is_ascii_digit(),
            ',' | ':' => next.is_ascii_digit() && text[..at + offset].ends_with(|c: char| c.is_ascii_digit()),
            '&' => (is_letter(next) && !next.is_ascii_digit()) && run > 0,
            '@' | '_' => is_letter(next),
            _ => false,
        };
        if !goes_on {
            return at + offset;
        }
        run = 0;
    }
    text.len()
}

/// Whether this is the part of a genitive after the apostrophe.
fn is_genitive(text: &str) -> bool {
    text.starts_with(['s', 'S']) && !text[1..].starts_with(is_letter)
}

/// The largest number of bytes in a bracket that is an aside within a sentence.
const LONGEST_BRACKET: usize = 120;

/// Returns the sign at this byte, and where it ends.
fn sign(text: &str, at: usize, c: char) -> (usize, Sign) {
    let end = at + c.len_utf8();
    let tail = &text[end..];
    let sign = match c {
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => Sign::Stop,
        ',' | '،' | '、' | '，' => Sign::Comma,
        ':' | '：' => Sign::Colon,
        ';' | '；' => Sign::Semicolon,
        '—' | '–' | '―' | '-' | '−' => Sign::Dash,
        '\'' | '’' if is_genitive(tail) => return (end + 1, Sign::Genitive),
        '\'' | '’' if text[..at].ends_with('s') && tail.starts_with(' ') => Sign::Genitive,
        '(' | '[' => {
            let closing = tail.bytes().take(LONGEST_BRACKET).position(|byte| byte == b')' || byte == b']');
            return closing.map_or((end, Sign::Other), |length| (end + length + 1, Sign::Bracket));
        }
        _ => Sign::Other,
    };
    (end, sign)
}
