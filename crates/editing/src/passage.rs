//! Words that are chosen in the article. They are always whole words, so that a misquotation cannot be made.

use std::ops::Range;

use draft_document::quoted;
use quotation_marks::{Family, family, is_within_word};

/// Words in a paragraph of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The number of the paragraph, from 0.
    pub paragraph: usize,
    /// In bytes of the paragraph.
    pub start: usize,
    pub end: usize,
}

/// One of the two ends of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Start,
    End,
}

/// The words right before and after a quote, which tell its place from others where the article has the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub prefix: Option<String>,
    pub suffix: Option<String>,
}

impl Context {
    /// The fields of a statement, and what each is to be.
    pub(crate) fn fields(context: Option<&Self>) -> [(&'static str, Option<&str>); 2] {
        let prefix = context.and_then(|context| context.prefix.as_deref());
        let suffix = context.and_then(|context| context.suffix.as_deref());
        [("prefix", prefix), ("suffix", suffix)]
    }
}

/// Whether it is certainly a quotation mark. A single one may be an apostrophe.
pub(crate) fn is_sure_mark(c: char) -> bool {
    family(c).is_some_and(|(family, _)| family != Family::Single)
}

/// How many bytes on each side are tried as a context, until they tell a place from all others.
const CONTEXTS: [usize; 4] = [24, 60, 160, 400];

/// Words that are chosen: a passage in each paragraph that they run through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(Vec<Passage>);

impl Chosen {
    /// What somebody has selected, as [`Passage::of_selection`] reads it in each of these paragraphs: number, beginning and end.
    pub fn of_selection(paragraphs: &[&str], selected: impl IntoIterator<Item = (usize, usize, usize)>) -> Self {
        let passage = |(paragraph, from, to)| Passage::of_selection(paragraphs, paragraph, from, to);
        Self(selected.into_iter().filter_map(passage).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn passages(&self) -> &[Passage] {
        &self.0
    }

    /// The passage, if all is in one paragraph.
    pub fn only(&self) -> Option<Passage> {
        if let [passage] = self.0.as_slice() { Some(*passage) } else { None }
    }

    /// All words, as an editor reads them.
    pub fn text(&self, paragraphs: &[&str]) -> String {
        self.0.iter().map(|passage| passage.text(paragraphs)).collect::<Vec<_>>().join(" […] ")
    }

    /// The words that a quotation leaves out, because they stand outside quotation marks; empty if it has all.
    pub fn left_out(&self, paragraphs: &[&str]) -> String {
        let mut all = Vec::new();
        for passage in &self.0 {
            let mut from = passage.start;
            let pieces = passage.within_marks(paragraphs);
            for (start, end) in pieces.iter().map(|piece| (piece.start, piece.end)).chain([(passage.end, 0)]) {
                let between = Passage { start: from, end: start.max(from), ..*passage }.text(paragraphs);
                all.push(between.trim_matches(|c: char| !c.is_alphanumeric()));
                from = end;
            }
        }
        all.retain(|words| !words.is_empty());
        all.join(" […] ")
    }

    /// The words with one end moved by a word, into the next paragraph too; `None` where that leaves no word, or the article ends.
    pub fn stretched(&self, paragraphs: &[&str], end: End, is_longer: bool) -> Option<Self> {
        let place = if end == End::Start { 0 } else { self.0.len().checked_sub(1)? };
        let mut passages = self.0.clone();
        let passage = passages.get_mut(place)?;
        if let Some(new) = passage.stretched(paragraphs, end, is_longer) {
            *passage = new;
        } else if is_longer {
            let beside = passage.neighbour(paragraphs, end == End::End)?;
            passages.insert(if end == End::Start { 0 } else { place + 1 }, beside);
        } else {
            passages.remove(place);
        }
        (!passages.is_empty()).then_some(Self(passages))
    }
}

impl From<Passage> for Chosen {
    fn from(passage: Passage) -> Self {
        Self(vec![passage])
    }
}

impl Passage {
    /// What somebody has selected, made longer until it is whole words. Positions are counted in UTF-16 code units, as browsers do. `None` if
    /// there is no word in it.
    pub fn of_selection(paragraphs: &[&str], paragraph: usize, from: usize, to: usize) -> Option<Self> {
        let text = paragraphs.get(paragraph)?;
        let (from, to) = (byte(text, from.min(to)), byte(text, from.max(to)));
        let mut touched = words(text).into_iter().filter(|word| word.start < to && word.end > from);
        let first = touched.next()?;
        let last = touched.next_back().unwrap_or_else(|| first.clone());
        // Marks that close a sentence or open a bracket were selected on purpose.
        let (start, end) = (first.start.min(from), last.end.max(to));
        Some(Self { paragraph, start, end }.trimmed(text))
    }

    /// The first word of a paragraph or of one after it.
    pub fn first(paragraphs: &[&str], from: usize) -> Option<Self> {
        let found = paragraphs
            .iter()
            .enumerate()
            .skip(from)
            .find_map(|(number, text)| Some((number, words(text).into_iter().next()?)));
        found.map(|(paragraph, Range { start, end })| Self { paragraph, start, end })
    }

    pub fn text<'text>(&self, paragraphs: &[&'text str]) -> &'text str {
        paragraphs.get(self.paragraph).and_then(|text| text.get(self.start..self.end)).unwrap_or_default()
    }

    /// The passage with one end moved by a word; `None` where that leaves no word, or the paragraph ends.
    pub fn stretched(&self, paragraphs: &[&str], end: End, is_longer: bool) -> Option<Self> {
        let words = words(paragraphs.get(self.paragraph)?);
        let (start, end) = match (end, is_longer) {
            (End::Start, true) => (words.iter().rev().find(|word| word.start < self.start)?.start, self.end),
            (End::Start, false) => (words.iter().find(|word| word.start > self.start)?.start, self.end),
            (End::End, true) => (self.start, words.iter().find(|word| word.end > self.end)?.end),
            (End::End, false) => (self.start, words.iter().rev().find(|word| word.end < self.end)?.end),
        };
        (start < end).then_some(Self { start, end, ..*self })
    }

    /// Where these words stand that were made of the passage by moving its ends; `None` if none of them are in it, or if it has them several times.
    pub fn moved_to(self, words: &str, paragraphs: &[&str]) -> Option<Self> {
        if self.text(paragraphs) == words {
            return Some(self);
        }
        let text = paragraphs.get(self.paragraph)?;
        let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || is_unspaced(c));
        // Also those that overlap: “that we know that” stands twice in “that we know that we know that”.
        let starts = text.char_indices().map(|(at, _)| at).filter(|at| text[*at..].starts_with(words));
        let places = starts.map(|at| Self { start: at, end: at + words.len(), ..self });
        let mut touching = places.filter(|place| {
            let beside = (text[..place.start].chars().next_back(), text[place.end..].chars().next());
            place.start < self.end && self.start < place.end && is_apart(beside.0) && is_apart(beside.1)
        });
        touching.next().filter(|_| touching.next().is_none())
    }

    /// The next word, or the one before; that of another paragraph at the end of this one.
    pub fn neighbour(&self, paragraphs: &[&str], is_next: bool) -> Option<Self> {
        let own = words(paragraphs.get(self.paragraph)?);
        let beside = match is_next {
            true => own.into_iter().find(|word| word.start >= self.end),
            false => own.into_iter().rev().find(|word| word.end <= self.start),
        };
        if let Some(Range { start, end }) = beside {
            return Some(Self { start, end, ..*self });
        }
        if is_next {
            return Self::first(paragraphs, self.paragraph + 1);
        }
        let before = paragraphs[..self.paragraph].iter().enumerate().rev();
        let found = before.filter_map(|(number, text)| Some((number, words(text).pop()?))).next();
        found.map(|(paragraph, Range { start, end })| Self { paragraph, start, end })
    }

    /// Without the quotation marks around it, which the card adds by itself.
    pub fn without_marks(self, paragraphs: &[&str]) -> Self {
        let text = self.text(paragraphs);
        // A single mark may be an apostrophe, unless there is one at each end.
        let is_single = |c: char| family(c).is_some_and(|(family, _)| family == Family::Single);
        let is_in_single = text.starts_with(is_single) && text.ends_with(is_single);
        let is_around = |c: char| is_sure_mark(c) || is_in_single && is_single(c) || c.is_whitespace();
        let start = text.len() - text.trim_start_matches(is_around).len();
        let end = text.trim_end_matches(is_around).len();
        if start >= end {
            return self;
        }
        Self { start: self.start + start, end: self.start + end, ..self }
    }

    /// Without the quotation marks around it, but with a mark whose other half is within: the article's words about what was said may have both.
    pub fn for_report(self, paragraphs: &[&str]) -> Self {
        let bare = self.without_marks(paragraphs);
        let Some(text) = paragraphs.get(self.paragraph) else { return bare };
        let is_mark = |c: &char| family(*c).is_some();
        let before = text[..bare.start].chars().next_back().filter(is_mark).map_or(0, char::len_utf8);
        let after = text[bare.end..].chars().next().filter(is_mark).map_or(0, char::len_utf8);
        let tries = [(0, 0), (0, after), (before, 0), (before, after)];
        let mut all =
            tries.map(|(before, after)| Self { start: bare.start - before, end: bare.end + after, ..bare }).into_iter();
        all.find(|passage| !passage.has_half_pair(paragraphs)).unwrap_or(bare)
    }

    /// Whether it has one quotation mark without the other of its pair.
    pub fn has_half_pair(&self, paragraphs: &[&str]) -> bool {
        let Some(text) = paragraphs.get(self.paragraph) else { return false };
        has_half_pair(self.text(paragraphs), &text[..self.start])
    }

    /// Its pieces between quotation marks, without the narrator's words between them; all of it, without marks around it, if it runs over none.
    pub fn within_marks(self, paragraphs: &[&str]) -> Vec<Self> {
        let whole = self.without_marks(paragraphs);
        let Some(text) = paragraphs.get(self.paragraph) else { return vec![whole] };
        // To find the marks of an article takes long.
        if !text[whole.start..whole.end].contains(|c| c == '`' || family(c).is_some()) {
            return vec![whole];
        }
        let pieces = quoted(paragraphs, self.paragraph).into_iter().map(|Range { start, end }| Self {
            start: start.max(whole.start),
            end: end.min(whole.end),
            ..whole
        });
        let has_words = |piece: &Self| piece.start < piece.end && !words(&text[piece.start..piece.end]).is_empty();
        let pieces: Vec<_> = pieces.filter(has_words).collect();
        if pieces.is_empty() || pieces == [whole] {
            return vec![whole];
        }
        pieces.into_iter().map(|piece| piece.without_comma(text)).collect()
    }

    /// Without the comma at its end, which belongs to the sentence around the quotation.
    fn without_comma(self, text: &str) -> Self {
        let passage = self.trimmed(text);
        let own = &text[passage.start..passage.end];
        Self { end: passage.start + own.trim_end_matches(',').len(), ..passage }
    }

    /// What tells these words from the same words elsewhere in the article; `None` where there are none.
    pub fn context(&self, paragraphs: &[&str]) -> Option<Context> {
        let is_once =
            |text: &str| paragraphs.iter().flat_map(|paragraph| paragraph.match_indices(text)).take(2).count() < 2;
        let words = self.text(paragraphs);
        if words.is_empty() || is_once(words) {
            return None;
        }
        let text = paragraphs[self.paragraph];
        let mut around = CONTEXTS.iter().map(|most| {
            (boundary(text, self.start.saturating_sub(*most)), boundary(text, text.len().min(self.end + most)))
        });
        let (from, to) = around.clone().find(|(from, to)| is_once(&text[*from..*to])).or(around.next_back())?;
        let beside = |text: &str| Some(text.trim().to_owned()).filter(|text| text.contains(char::is_alphanumeric));
        Some(Context { prefix: beside(&text[from..self.start]), suffix: beside(&text[self.end..to]) })
    }

    /// Without the blanks at its ends.
    fn trimmed(self, text: &str) -> Self {
        let own = &text[self.start..self.end];
        let start = self.start + own.len() - own.trim_start().len();
        Self { start, end: start + own.trim().len(), ..self }
    }
}

/// Whether words have one quotation mark without the other of its pair, if this stands before them in the article.
pub(crate) fn has_half_pair(words: &str, before: &str) -> bool {
    let families = [Family::Double, Family::Guillemet, Family::SingleGuillemet, Family::Corner, Family::WhiteCorner];
    let is_half = |own: &Family| {
        let marks = words
            .char_indices()
            .filter(|(at, c)| family(*c).is_some_and(|(family, _)| family == *own) && !is_sign(words, *at));
        let first = marks.clone().next();
        // A mark right behind a word closes: its other half is not among these words.
        marks.count() % 2 == 1 || first.is_some_and(|(at, _)| words[..at].ends_with(is_before_closing))
    };
    families.iter().any(is_half) || is_in_single(before) && words.contains('’') || is_in_single(words)
}

/// Whether a text ends within single marks. An apostrophe stands between letters.
fn is_in_single(text: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let closes = |rest: &str| {
        rest.char_indices().any(|(at, c)| match c {
            '’' => !is_letter(rest[at + c.len_utf8()..].chars().next()),
            '‘' => true,
            _ => false,
        })
    };
    let last =
        text.char_indices().rev().find(|(at, c)| matches!(c, '‘' | '‚') && !text[..*at].ends_with(is_before_closing));
    last.is_some_and(|(at, c)| !closes(&text[at + c.len_utf8()..]))
}

/// Whether a straight mark is a sign for inches, or within a word, as in Hebrew.
fn is_sign(text: &str, at: usize) -> bool {
    let is_inches = text[at..].starts_with('"') && text[..at].ends_with(|c: char| c.is_ascii_digit());
    is_inches || is_within_word(text, at)
}

/// What a mark that closes stands right behind, in scripts that have spaces.
fn is_before_closing(c: char) -> bool {
    matches!(c, ',' | '.' | '!' | '?' | '…') || c.is_alphanumeric() && !is_unspaced(c)
}

/// Whether a text runs from right to left: its first letter decides, as in browsers where nothing else says it.
pub fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// The byte at which so many UTF-16 code units of a text end.
fn byte(text: &str, units: usize) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if before >= units {
            return at;
        }
        before += c.len_utf16();
    }
    text.len()
}

/// The next character boundary from here on.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Where each word of a text stands. Apostrophes and hyphens within a word belong to it.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    // Whether the next letter goes on with the last word.
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            // A sign that stands on the letter before, or joins it to the next.
            _ if is_attached(c) => {
                if let Some(word) = words.last_mut().filter(|word| word.end == at) {
                    word.end = end;
                }
            }
            _ if is_unspaced(c) => {
                words.push(at..end);
                is_open = false;
            }
            _ if c.is_alphanumeric() => {
                match words.last_mut().filter(|_| is_open) {
                    Some(word) => word.end = end,
                    None => words.push(at..end),
                }
                is_open = true;
            }
            // Signs that stand on or between letters, such as vowel signs and joiners.
            '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' => {}
            _ if !c.is_ascii() && !is_punctuation(c) => {
                if let Some(word) = words.last_mut().filter(|word| is_open && word.end == at) {
                    word.end = end;
                }
            }
            _ => is_open = false,
        }
    }
    words
}

/// Scripts that set no spaces between words: each of their characters can begin or end a passage.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

/// Vowel and tone signs of those scripts, which belong to the letter before.
fn is_attached(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb3}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
        || matches!(c, '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{3099}' | '\u{309a}')
}

fn is_punctuation(c: char) -> bool {
    c.is_whitespace()
        || family(c).is_some()
        || matches!(c, '\u{80}'..='\u{bf}' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '،' | '؛' | '؟' | '۔' | '।')
}
