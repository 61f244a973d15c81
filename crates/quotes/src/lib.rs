//! Finds a quote in a text: whether it is there, where, and how exactly.
//!
//! Words are compared, not characters: [`Grade`] says which differences are ignored.
//!
//! ```
//! use quotes::{Grade, Quote, Text};
//!
//! let article: Text = ["She said: “The water is safe.”"].into_iter().collect();
//! let spans = ["The water is safe".to_owned()];
//! let finding = article.find(&Quote { spans: &spans, ..Quote::default() });
//! assert_eq!(finding.grade, Grade::Exact);
//! assert_eq!(article.slices(finding.places[0][0]).next(), Some("The water is safe"));
//! ```

mod affirming;
mod beside;
mod blanks;
mod case;
mod clauses;
mod conditions;
mod cut;
mod cut_words;
mod denials;
mod edges;
mod fragment;
mod invisible;
mod labels;
mod letter_case;
mod lists;
mod nearest;
mod numbers;
mod parts;
mod platform;
mod search;
mod sign_sets;
mod signs;
mod turning_words;
mod unreal;
mod words;

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::str::Chars;

pub use cut::Cut;
pub use cut_words::{is_denial, is_negation};
pub use denials::{denies, denies_not, is_taken_back, unsaid, unsays};
pub use invisible::{is_bidirectional, is_invisible};
pub use labels::is_label;
pub use letter_case::{capitalized, lower_case, upper_case, without_marks};
use numbers::Numbers;
pub use parts::{Doubt, Reason};
pub use search::most_places;
pub use words::{count_words, has_words};

use words::{form, letters, may_be_broken, tokens, unbroken};

/// The words to look for: one piece, or several in this order with other words between them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quote<'quote> {
    pub spans: &'quote [String],
    /// The text right before and right after, which distinguishes the place from others with the same words
    /// (W3C Web Annotation, `TextQuoteSelector`). It may begin or end inside a word.
    pub prefix: Option<&'quote str>,
    pub suffix: Option<&'quote str>,
}

/// How exactly a text has a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Character for character; spaces and line breaks of the source that are shown as one space count as one.
    Exact,
    /// Word for word. The only differences are quotation marks, apostrophes, dashes, ellipses, spaces, soft hyphens and other invisible characters,
    /// Unicode's normal form, ligatures, the width of letters, ß or ss, ё or е, the points of Hebrew, joiners or blanks, digits above or below the line behind a letter, hyphens at the ends of lines, ends of paragraphs, and whether a comma is before
    /// or after a closing mark.
    Typographic,
    /// Similar, but not word for word, or not in this order.
    Altered,
    NotFound,
    /// In several places; prefix, suffix and order do not say in which.
    Ambiguous,
    /// There is no text to compare with, or there are no words.
    NotChecked,
}

impl Grade {
    /// Its name in the command's output: `not-found`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typographic => "typographic",
            Self::Altered => "altered",
            Self::NotFound => "not-found",
            Self::Ambiguous => "ambiguous",
            Self::NotChecked => "not-checked",
        }
    }
}

/// The result of looking for a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub grade: Grade,
    /// The places of the quote: for each, one passage for each span with words. An ambiguous quote has several places, of which only the first
    /// are listed, as many as [`most_places`] says; an altered quote has the most similar place; a quote that is not found has none.
    pub places: Vec<Vec<Passage>>,
    /// How an altered quote differs from the text; empty if only the order differs.
    pub differences: Vec<Difference>,
}

impl Finding {
    fn none(grade: Grade) -> Self {
        Self { grade, places: Vec::new(), differences: Vec::new() }
    }
}

/// A place between two characters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The number of the paragraph, from 0.
    pub paragraph: usize,
    /// In bytes of UTF-8; [`Text::utf16`] converts it to the units of a browser.
    pub byte: usize,
}

/// A piece of a text, which may continue from one paragraph to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    pub start: Position,
    pub end: Position,
}

/// Words in which a quote and a text differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The number of the quote's span.
    pub span: usize,
    /// The quote's words, in bytes of that span; empty if the quote lacks words of the text.
    pub quote: Range<usize>,
    /// The text's words; empty if the text lacks words of the quote.
    pub text: Passage,
}

/// A text in which quotes are looked for. To read it takes longer than to look for a quote.
#[derive(Clone, Debug, Default)]
pub struct Text {
    paragraphs: Vec<String>,
    /// The numbers of the paragraphs with which a box ends.
    boxes: Vec<u32>,
    tokens: Vec<Placed>,
    vocabulary: Vocabulary,
    /// For each form, the numbers of its tokens.
    occurrences: Vec<Vec<u32>>,
    /// The same tokens in small letters; made when it is first needed.
    small: OnceCell<Box<Text>>,
    /// Whether its language is one of those whose words for “not” are listed; made when it is first needed.
    is_listed: OnceCell<bool>,
    /// The numbers of the signs of words that were read between parts of quotes.
    signs_of_words: RefCell<Numbers>,
    /// Whether ends of lines may have divided words.
    is_broken: bool,
    /// The text with divided words joined; made when it is first needed.
    unbroken: OnceCell<Box<Text>>,
    /// Whether this is the text with divided words joined.
    joins_words: bool,
}

/// A token of a text.
#[derive(Clone, Copy, Debug)]
struct Placed {
    form: Form,
    paragraph: u32,
    start: u32,
    end: u32,
    is_word: bool,
}

/// The number of a form in the vocabulary.
type Form = u32;

/// The forms of a text, with their numbers.
#[derive(Clone, Debug, Default)]
struct Vocabulary {
    /// By spelling; several spellings may have one form.
    spellings: Numbers,
    forms: Vec<Box<str>>,
}

/// A token of a quote. Its form is `None` if the text does not have it.
#[derive(Clone, Debug)]
struct QuoteToken {
    form: Option<Form>,
    /// Its place in the span, in bytes.
    range: Range<usize>,
    is_word: bool,
    /// Its share of the quote, in letters; known where similar words are looked for.
    letters: usize,
}

impl<T: AsRef<str>> FromIterator<T> for Text {
    fn from_iter<I: IntoIterator<Item = T>>(paragraphs: I) -> Self {
        let mut text = Self::default();
        paragraphs.into_iter().for_each(|paragraph| text.push(paragraph.as_ref()));
        text
    }
}

impl Text {
    /// A text without paragraphs. One function for all that need one, because it has many fields.
    #[inline(never)]
    pub fn empty() -> Box<Self> {
        Box::default()
    }

    /// Adds a paragraph at the end. A quote may continue after one that is only a label: see [`is_label`].
    pub fn push(&mut self, paragraph: &str) {
        self.small.take();
        self.unbroken.take();
        self.is_listed.take();
        let number = self.paragraphs.len() as u32;
        let mut tokens = if is_label(paragraph) { Vec::new() } else { tokens(paragraph, self.joins_words) };
        self.is_broken |= may_be_broken(paragraph);
        if self.joins_words {
            tokens = unbroken(paragraph, tokens, None);
        }
        for token in tokens {
            let form = self.vocabulary.add(&paragraph[token.range.clone()]);
            let (start, end) = (token.range.start as u32, token.range.end as u32);
            self.append(Placed { form, paragraph: number, start, end, is_word: token.is_word });
        }
        self.paragraphs.push(paragraph.to_owned());
    }

    /// Adds a token, whose form the text has already or is the next one.
    fn append(&mut self, token: Placed) {
        if token.form as usize == self.occurrences.len() {
            self.occurrences.push(Vec::new());
        }
        self.occurrences[token.form as usize].push(self.tokens.len() as u32);
        self.tokens.push(token);
    }

    /// Says that the next paragraph stands in another box than the one before, such as an item of a list below a heading, so that no quotation goes on
    /// from one to the other.
    pub fn begin_box(&mut self) {
        if let Some(last) = self.tokens.last() {
            self.boxes.push(last.paragraph);
        }
    }

    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// Whether the next paragraph stands in another box: see [`Text::begin_box`].
    pub fn ends_box(&self, paragraph: usize) -> bool {
        self.boxes.contains(&(paragraph as u32))
    }

    /// The characters of a passage, paragraph by paragraph, without labels.
    pub fn slices(&self, passage: Passage) -> impl Iterator<Item = &str> {
        let Passage { start, end } = passage;
        let numbers = (start.paragraph..=end.paragraph).filter(|number| !is_label(&self.paragraphs[*number]));
        numbers.map(move |number| {
            let paragraph = &self.paragraphs[number];
            let from = if number == start.paragraph { start.byte } else { 0 };
            let to = if number == end.paragraph { end.byte } else { paragraph.len() };
            &paragraph[from..to]
        })
    }

    /// The number of UTF-16 code units of the paragraph before a position: an offset as the DOM counts.
    pub fn utf16(&self, position: Position) -> usize {
        let mut units = 0;
        for c in self.paragraphs[position.paragraph][..position.byte].chars() {
            units += c.len_utf16();
        }
        units
    }

    /// Looks for a quote, and where it is not there word for word, for the words that are most similar.
    pub fn find(&self, quote: &Quote<'_>) -> Finding {
        let finding = self.locate(quote);
        if finding.grade == Grade::NotFound { self.similar(quote) } else { finding }
    }

    /// Looks for a quote word for word, and never answers [`Grade::Altered`]: altered words are not found. Who needs no more, such as readers'
    /// browsers, need a fifth less code.
    pub fn locate(&self, quote: &Quote<'_>) -> Finding {
        let finding = self.locate_as_written(quote);
        let unbroken = if finding.grade == Grade::NotFound { self.locate_unbroken(quote) } else { None };
        unbroken.unwrap_or(finding)
    }

    /// Looks for a quote if ends of lines have divided words in it or in the text, or joiners keep letters apart: `infor- mation`. Whether the hyphen belongs to the word is
    /// known only where quote and text differ in it. `None` if there are other differences.
    fn locate_unbroken(&self, quote: &Quote<'_>) -> Option<Finding> {
        if !self.is_broken && !quote.spans.iter().any(|span| may_be_broken(span)) {
            return None;
        }
        let text = self.unbroken.get_or_init(|| {
            let mut text = Self::empty();
            text.joins_words = true;
            for paragraph in &self.paragraphs {
                text.push(paragraph);
            }
            text
        });
        let mut finding = text.locate_as_written(quote);
        // Blanks count as one there, and joiners as blanks.
        if finding.grade == Grade::Exact {
            finding.grade = Grade::Typographic;
        }
        (finding.grade != Grade::NotFound).then_some(finding)
    }

    fn locate_as_written(&self, quote: &Quote<'_>) -> Finding {
        let (numbers, spans) = self.spans(quote);
        if self.tokens.is_empty() || spans.is_empty() {
            return Finding::none(Grade::NotChecked);
        }
        let chains = self.ways(quote, &spans);
        if chains.is_empty() {
            return Finding::none(Grade::NotFound);
        }
        let mut places = Vec::new();
        for chain in &chains {
            places.push(self.passages(&spans, chain));
        }
        let is_exact = || {
            let reads = |at: usize| self.reads(&quote.spans[numbers[at]], &spans[at], places[0][at]);
            (0..spans.len()).all(reads)
        };
        let grade = match places.len() {
            1 if is_exact() => Grade::Exact,
            1 => Grade::Typographic,
            _ => Grade::Ambiguous,
        };
        Finding { grade, places, differences: Vec::new() }
    }

    /// For a quote that the text does not have word for word.
    fn similar(&self, quote: &Quote<'_>) -> Finding {
        let (numbers, mut spans) = self.spans(quote);
        for (number, span) in numbers.iter().zip(&mut spans) {
            for token in span {
                token.letters = letters(&quote.spans[*number][token.range.clone()], token.is_word);
            }
        }
        let search = self.search(&spans);
        let mut finding =
            self.punctuated_otherwise(quote, &spans, &search).unwrap_or_else(|| self.nearest(&spans, &search));
        if finding.grade == Grade::NotFound {
            let words: Vec<_> = numbers.iter().map(|number| &*quote.spans[*number]).collect();
            finding = self.in_another_case(&words, &spans);
        }
        for difference in &mut finding.differences {
            difference.span = numbers[difference.span];
        }
        finding
    }

    /// Whether the text has prefix and suffix around the quote, in any place. `true` if there is neither.
    pub fn confirms(&self, quote: &Quote<'_>) -> bool {
        let (_, spans) = self.spans(quote);
        let search = self.search(&spans).between(quote.prefix, quote.suffix);
        !spans.is_empty() && (search.chain(0).is_some() || search.is_cut())
    }

    /// The ways in which spans follow each other; only those between prefix and suffix, if there are any.
    fn ways(&self, quote: &Quote<'_>, spans: &[Vec<QuoteToken>]) -> Vec<Vec<usize>> {
        if quote.prefix.or(quote.suffix).is_some() {
            let search = self.search(spans).between(quote.prefix, quote.suffix);
            let chains = search.chains();
            // If there are more places than are compared, another one may be meant.
            if !chains.is_empty() && !search.is_cut() {
                return chains;
            }
        }
        self.search(spans).chains()
    }

    /// The spans with words, and their numbers. Spans without words, such as an ellipsis, have no place.
    fn spans(&self, quote: &Quote<'_>) -> (Vec<usize>, Vec<Vec<QuoteToken>>) {
        let (mut numbers, mut spans) = (Vec::new(), Vec::new());
        for (number, span) in quote.spans.iter().enumerate() {
            let tokens = self.quote_tokens(span);
            if tokens.iter().any(|token| token.is_word) {
                numbers.push(number);
                spans.push(tokens);
            }
        }
        (numbers, spans)
    }

    fn quote_tokens(&self, span: &str) -> Vec<QuoteToken> {
        let mut tokens = tokens(span, self.joins_words);
        if self.joins_words {
            tokens = unbroken(span, tokens, Some(&self.vocabulary));
        }
        let mut quote_tokens = Vec::new();
        for words::Token { range, is_word } in tokens {
            quote_tokens.push(QuoteToken {
                form: self.vocabulary.form(&span[range.clone()]),
                letters: 0,
                range,
                is_word,
            });
        }
        quote_tokens
    }

    fn passages(&self, spans: &[Vec<QuoteToken>], chain: &[usize]) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (start, span) in chain.iter().zip(spans) {
            passages.push(self.passage(*start..start + span.len()));
        }
        passages
    }

    /// From the first of these tokens to the last. There must be at least one.
    fn passage(&self, tokens: Range<usize>) -> Passage {
        let (first, last) = (self.tokens[tokens.start], self.tokens[tokens.end - 1]);
        Passage {
            start: Position { paragraph: first.paragraph as usize, byte: first.start as usize },
            end: Position { paragraph: last.paragraph as usize, byte: last.end as usize },
        }
    }

    /// Whether a span of a quote is here character for character, including the characters before and after its words. Spaces and line breaks of
    /// the source count as one space, as they are shown.
    fn reads(&self, span: &str, tokens: &[QuoteToken], place: Passage) -> bool {
        let (before, behind) = span.split_at(tokens[0].range.start);
        let (head, tail) = self.paragraphs[place.start.paragraph].split_at(place.start.byte);
        begins_with(tail, behind, false) && begins_with(head, before, true)
    }
}

/// Whether one text begins like another, or, from the end, ends like it; consecutive spaces and line breaks count as one space.
fn begins_with(text: &str, other: &str, is_from_end: bool) -> bool {
    let (mut text, mut other) = (Seen::of(text), Seen::of(other));
    loop {
        let (one, other) = (text.next(is_from_end), other.next(is_from_end));
        if other.is_none() || one != other {
            return other.is_none();
        }
    }
}

/// The characters of a text as they are shown: consecutive spaces and line breaks are one space.
struct Seen<'text> {
    characters: Chars<'text>,
    is_behind_space: bool,
}

impl<'text> Seen<'text> {
    fn of(text: &'text str) -> Self {
        Self { characters: text.chars(), is_behind_space: false }
    }

    #[inline(never)]
    fn next(&mut self, is_from_end: bool) -> Option<char> {
        loop {
            let c = if is_from_end { self.characters.next_back() } else { self.characters.next() }?;
            let is_space = c.is_ascii_whitespace();
            if !(std::mem::replace(&mut self.is_behind_space, is_space) && is_space) {
                return Some(if is_space { ' ' } else { c });
            }
        }
    }
}

impl Vocabulary {
    fn form(&self, token: &str) -> Option<Form> {
        self.spellings.get(token).or_else(|| self.spellings.get(&form(token)))
    }

    fn add(&mut self, token: &str) -> Form {
        if let Some(known) = self.spellings.get(token) {
            return known;
        }
        let written = form(token);
        let known = self.spellings.get(&written);
        let number = known.unwrap_or_else(|| {
            self.forms.push((*written).into());
            self.forms.len() as Form - 1
        });
        if known.is_none() && *written != *token {
            self.spellings.insert(&written, number);
        }
        self.spellings.insert(token, number);
        number
    }
}
