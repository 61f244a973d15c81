//! Is this quote in that text, where, and how exactly?
//!
//! Words are compared, not characters: see [`Grade`] for what counts as the same.
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

mod case;
mod fragment;
mod invisible;
mod labels;
mod nearest;
mod parts;
mod platform;
mod signs;
mod turning_words;
mod words;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use case::Cases;
pub use invisible::{is_bidirectional, is_invisible};
pub use labels::is_label;
pub use parts::{Doubt, Reason};
pub use words::{count_words, has_words};

use words::{form, letters, may_be_broken, tokens, unbroken};

/// A quote of more parts than this is not compared: nobody writes one, and the time would grow with the parts times the places.
pub const MOST_PARTS: usize = 200;

/// The most places that are found for an ambiguous quote.
pub const MOST_PLACES: usize = 100;

/// The most places of one part that are examined. Only a text that repeats itself all the time has more.
const MOST_OCCURRENCES: usize = 10_000;

/// What is looked for: words in one piece or in several, in this order, with others left out between.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quote<'quote> {
    pub spans: &'quote [String],
    /// Text right before and right after, which tells the place from others where the same words stand
    /// (W3C Web Annotation, `TextQuoteSelector`). What is cut off within a word will do.
    pub prefix: Option<&'quote str>,
    pub suffix: Option<&'quote str>,
}

/// How exactly a quote stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Character for character, however many blanks or line breaks of the source stand where one space is shown.
    Exact,
    /// Word for word. Only quotation marks, apostrophes, dashes, ellipses, spaces, soft hyphens and other invisible characters,
    /// Unicode's normal form, ligatures, the width of letters, hyphens at the ends of lines, ends of paragraphs or the side of the mark on
    /// which a comma stands are others.
    Typographic,
    /// Close, but not word for word, or not in this order.
    Altered,
    NotFound,
    /// In several places, and neither prefix, suffix nor order says in which.
    Ambiguous,
    /// There is no text to compare with, or there are no words, or more than [`MOST_PARTS`] parts.
    NotChecked,
}

impl Grade {
    /// As it is called outside: `not-found`.
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

/// What became of looking for a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub grade: Grade,
    /// Where its spans stand: one passage for each of them that has words. An ambiguous quote has several such places, an altered one the
    /// nearest, what is not found none.
    pub places: Vec<Vec<Passage>>,
    /// What an altered quote has in place of what the text has; empty where it is the order that differs.
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
    /// Counted from 0.
    pub paragraph: usize,
    /// In bytes of UTF-8; [`Text::utf16`] tells it in the units of a browser.
    pub byte: usize,
}

/// A piece of a text, which may go on from one paragraph to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    pub start: Position,
    pub end: Position,
}

/// Words in which a quote and a text differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which span of the quote it is in.
    pub span: usize,
    /// The quote's words, in bytes of that span; empty where words of the text are missing.
    pub quote: Range<usize>,
    /// The text's words; empty where the quote has added some.
    pub text: Passage,
}

/// A text that quotes are looked for in. Reading it takes longer than looking for a quote.
#[derive(Clone, Debug, Default)]
pub struct Text {
    paragraphs: Vec<String>,
    tokens: Vec<Placed>,
    vocabulary: Vocabulary,
    /// For each form, where its tokens are.
    occurrences: Vec<Vec<u32>>,
    /// Which forms differ in case only, once that is asked.
    cases: OnceCell<Cases>,
    /// Whether ends of lines may have parted words.
    is_broken: bool,
    /// The text with such words in one, once that is asked.
    unbroken: OnceCell<Box<Text>>,
    /// Whether this is that text.
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

/// The forms of a text, numbered.
#[derive(Clone, Debug, Default)]
struct Vocabulary {
    /// By how they are written; several spellings may be of one form.
    spellings: BTreeMap<Box<str>, Form>,
    forms: Vec<Box<str>>,
}

/// A token of a quote. Its form is `None` where the text has none of it.
#[derive(Clone, Debug)]
struct QuoteToken {
    form: Option<Form>,
    /// Where it stands in its span, in bytes.
    range: Range<usize>,
    is_word: bool,
    /// How much of the quote it is, in letters.
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
    /// Adds a paragraph at the end. A quote goes on behind one that is only a label: see [`is_label`].
    pub fn push(&mut self, paragraph: &str) {
        self.cases.take();
        self.unbroken.take();
        let number = self.paragraphs.len() as u32;
        let mut tokens = if is_label(paragraph) { Vec::new() } else { tokens(paragraph) };
        self.is_broken |= may_be_broken(paragraph);
        if self.joins_words {
            tokens = unbroken(paragraph, tokens, |_| true);
        }
        for token in tokens {
            let form = self.vocabulary.add(&paragraph[token.range.clone()]);
            if form as usize == self.occurrences.len() {
                self.occurrences.push(Vec::new());
            }
            self.occurrences[form as usize].push(self.tokens.len() as u32);
            let (start, end) = (token.range.start as u32, token.range.end as u32);
            self.tokens.push(Placed { form, paragraph: number, start, end, is_word: token.is_word });
        }
        self.paragraphs.push(paragraph.to_owned());
    }

    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
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

    /// How many UTF-16 code units of its paragraph stand before a position: an offset as the DOM counts.
    pub fn utf16(&self, position: Position) -> usize {
        self.paragraphs[position.paragraph][..position.byte].encode_utf16().count()
    }

    /// Looks for a quote.
    pub fn find(&self, quote: &Quote<'_>) -> Finding {
        let finding = self.find_as_written(quote);
        let differs = matches!(finding.grade, Grade::Altered | Grade::NotFound);
        let unbroken = if differs { self.find_unbroken(quote) } else { None };
        unbroken.unwrap_or(finding)
    }

    /// Looks for a quote of which, or of whose text, lines have parted words: `infor- mation`. Whether the hyphen belongs to the word is known
    /// only where quote and text differ in it. `None` where that is not all that differs.
    fn find_unbroken(&self, quote: &Quote<'_>) -> Option<Finding> {
        if !self.is_broken && !quote.spans.iter().any(|span| may_be_broken(span)) {
            return None;
        }
        let text = self.unbroken.get_or_init(|| {
            let mut text = Self { joins_words: true, ..Self::default() };
            self.paragraphs.iter().for_each(|paragraph| text.push(paragraph));
            text.into()
        });
        let finding = text.find_as_written(quote);
        (!matches!(finding.grade, Grade::Altered | Grade::NotFound)).then_some(finding)
    }

    fn find_as_written(&self, quote: &Quote<'_>) -> Finding {
        let (numbers, spans) = self.spans(quote);
        if self.tokens.is_empty() || spans.is_empty() || spans.len() > MOST_PARTS {
            return Finding::none(Grade::NotChecked);
        }
        let each: Vec<Vec<usize>> = spans.iter().map(|span| self.occurrences_of(span)).collect();
        let decided = chains(&self.between(quote, &spans, each.clone()), &spans);
        let chains = if decided.is_empty() { chains(&each, &spans) } else { decided };
        if chains.is_empty() {
            let mut finding =
                self.punctuated_otherwise(quote, &spans, &each).unwrap_or_else(|| self.nearest(&spans, &each));
            if finding.grade == Grade::NotFound {
                let words: Vec<_> = numbers.iter().map(|number| &*quote.spans[*number]).collect();
                finding = self.in_another_case(&words, &spans);
            }
            for difference in &mut finding.differences {
                difference.span = numbers[difference.span];
            }
            return finding;
        }
        let places: Vec<Vec<Passage>> = chains.iter().map(|chain| self.passages(&spans, chain)).collect();
        let is_exact = || {
            let mut parts = numbers.iter().zip(&spans).zip(&places[0]);
            parts.all(|((number, tokens), place)| self.reads(&quote.spans[*number], tokens, *place))
        };
        let grade = match places.len() {
            1 if is_exact() => Grade::Exact,
            1 => Grade::Typographic,
            _ => Grade::Ambiguous,
        };
        Finding { grade, places, differences: Vec::new() }
    }

    /// Whether the text reads prefix and suffix around the quote, wherever it may stand. Without either it does.
    pub fn confirms(&self, quote: &Quote<'_>) -> bool {
        let (_, spans) = self.spans(quote);
        let each: Vec<Vec<usize>> = spans.iter().map(|span| self.occurrences_of(span)).collect();
        !spans.is_empty() && !chains(&self.between(quote, &spans, each), &spans).is_empty()
    }

    /// The spans that have words, and their numbers. Others, such as an ellipsis, say nothing of where they stand.
    fn spans(&self, quote: &Quote<'_>) -> (Vec<usize>, Vec<Vec<QuoteToken>>) {
        let all = quote.spans.iter().map(|span| self.quote_tokens(span)).enumerate();
        all.filter(|(_, span)| span.iter().any(|token| token.is_word)).unzip()
    }

    fn quote_tokens(&self, span: &str) -> Vec<QuoteToken> {
        let quote_token = |token: words::Token| {
            let written = &span[token.range.clone()];
            QuoteToken {
                form: self.vocabulary.form(written),
                letters: letters(written, token.is_word),
                range: token.range,
                is_word: token.is_word,
            }
        };
        let mut tokens = tokens(span);
        if self.joins_words {
            tokens = unbroken(span, tokens, |word| self.vocabulary.form(word).is_some());
        }
        tokens.into_iter().map(quote_token).collect()
    }

    /// Where these tokens follow each other: the numbers of the first.
    fn occurrences_of(&self, span: &[QuoteToken]) -> Vec<usize> {
        let Some(forms) = span.iter().map(|token| token.form).collect::<Option<Vec<_>>>() else { return Vec::new() };
        let rarest = (0..forms.len()).min_by_key(|at| self.occurrences[forms[*at] as usize].len());
        let Some(rarest) = rarest else { return Vec::new() };
        let starts =
            self.occurrences[forms[rarest] as usize].iter().filter_map(|at| (*at as usize).checked_sub(rarest));
        starts.filter(|start| self.follow(*start, &forms)).take(MOST_OCCURRENCES).collect()
    }

    /// Whether these forms stand in the text from here on.
    fn follow(&self, start: usize, forms: &[Form]) -> bool {
        let here = self.tokens.get(start..start + forms.len());
        here.is_some_and(|tokens| tokens.iter().zip(forms).all(|(token, form)| token.form == *form))
    }

    /// Of the places where each span stands those that have the prefix before the first, and the suffix behind the last.
    fn between(&self, quote: &Quote<'_>, spans: &[Vec<QuoteToken>], mut each: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let forms = |context: &str| -> Vec<String> {
            tokens(context).into_iter().map(|token| form(&context[token.range]).into_owned()).collect()
        };
        if let (Some(prefix), Some(starts)) = (quote.prefix.map(forms), each.first_mut()) {
            starts.retain(|start| {
                let Some(from) = start.checked_sub(prefix.len()) else { return false };
                // The first word of a prefix may be the end of one.
                self.reads_as(from, &prefix, |at, text, wanted| text == wanted || (at == 0 && text.ends_with(wanted)))
            });
        }
        if let (Some(suffix), Some(starts), Some(span)) = (quote.suffix.map(forms), each.last_mut(), spans.last()) {
            let last = suffix.len().saturating_sub(1);
            starts.retain(|start| {
                self.reads_as(start + span.len(), &suffix, |at, text, wanted| {
                    text == wanted || (at == last && text.starts_with(wanted))
                })
            });
        }
        each
    }

    fn reads_as(&self, start: usize, forms: &[String], is_same: impl Fn(usize, &str, &str) -> bool) -> bool {
        let Some(here) = self.tokens.get(start..start + forms.len()) else { return false };
        let mut pairs = here.iter().zip(forms).enumerate();
        pairs.all(|(at, (token, wanted))| is_same(at, &self.vocabulary.forms[token.form as usize], wanted))
    }

    fn passages(&self, spans: &[Vec<QuoteToken>], chain: &[usize]) -> Vec<Passage> {
        chain.iter().zip(spans).map(|(start, span)| self.passage(*start..start + span.len())).collect()
    }

    /// From the first of these tokens to the last, of which there is at least one.
    fn passage(&self, tokens: Range<usize>) -> Passage {
        let (first, last) = (self.tokens[tokens.start], self.tokens[tokens.end - 1]);
        Passage {
            start: Position { paragraph: first.paragraph as usize, byte: first.start as usize },
            end: Position { paragraph: last.paragraph as usize, byte: last.end as usize },
        }
    }

    /// Whether a span of a quote stands here character for character, with what it has before and behind its words. Blanks of the source are
    /// one space, as where it is shown.
    fn reads(&self, span: &str, tokens: &[QuoteToken], place: Passage) -> bool {
        let (before, behind) = span.split_at(tokens[0].range.start);
        let (head, tail) = self.paragraphs[place.start.paragraph].split_at(place.start.byte);
        begins_with(tail.chars(), behind.chars()) && begins_with(head.chars().rev(), before.chars().rev())
    }
}

/// Whether one text begins like another, with all blanks that follow each other as one space.
fn begins_with(text: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> bool {
    let mut text = collapsed(text);
    collapsed(other).all(|c| text.next() == Some(c))
}

fn collapsed(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut last = None;
    text.map(|c| if c.is_ascii_whitespace() { ' ' } else { c })
        .filter(move |c| last.replace(*c) != Some(' ') || *c != ' ')
}

/// The ways in which spans follow each other in a text, each way as the numbers of the tokens they begin at; only the tightest of those
/// that end alike. There are no more than [`MOST_PLACES`].
fn chains(each: &[Vec<usize>], spans: &[Vec<QuoteToken>]) -> Vec<Vec<usize>> {
    let mut chains: Vec<Vec<usize>> = Vec::new();
    for first in &each[0] {
        let mut chain = vec![*first];
        for (index, starts) in each.iter().enumerate().skip(1) {
            let behind = chain[index - 1] + spans[index - 1].len();
            let next = starts.partition_point(|start| *start < behind);
            match starts.get(next) {
                Some(start) => chain.push(*start),
                None => return chains,
            }
        }
        if each.len() > 1 && chains.last().is_some_and(|before| before.last() == chain.last()) {
            chains.pop();
        }
        if chains.len() == MOST_PLACES {
            break;
        }
        chains.push(chain);
    }
    chains
}

impl Vocabulary {
    fn form(&self, token: &str) -> Option<Form> {
        self.spellings.get(token).or_else(|| self.spellings.get(&*form(token))).copied()
    }

    fn add(&mut self, token: &str) -> Form {
        if let Some(known) = self.spellings.get(token) {
            return *known;
        }
        let written = form(token);
        let number = match self.spellings.get(&*written) {
            Some(known) => *known,
            None => {
                let number = self.forms.len() as Form;
                self.spellings.insert((*written).into(), number);
                self.forms.push((*written).into());
                number
            }
        };
        self.spellings.insert(token.into(), number);
        number
    }
}
