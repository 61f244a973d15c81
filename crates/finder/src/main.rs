//! The wasm that looks for quotes in the page around the cards: the article's paragraphs in, the places of quotes out.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod memory;

use std::cell::RefCell;

use quotes::{Passage, Position, Quote, Text, is_label};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: memory::Memory = memory::Memory::new();

/// What stands between the parts of a quote: no character of a text.
const BETWEEN: u8 = 0;

thread_local! {
    /// The articles of the host page, each with its number, from 1. A class for them would bring 0.6 KB of code and glue.
    static ARTICLES: RefCell<Vec<Option<Box<Text>>>> = const { RefCell::new(Vec::new()) };
}

/// Runs something with the article of a number. There must be one.
fn with<T>(number: usize, run: impl FnOnce(&mut Text) -> T) -> T {
    ARTICLES.with_borrow_mut(|articles| run(articles[number - 1].as_mut().unwrap()))
}

/// Makes an article without text, and returns its number.
#[wasm_bindgen]
pub fn begin() -> usize {
    ARTICLES.with_borrow_mut(|articles| {
        let free = articles.iter().position(Option::is_none).unwrap_or(articles.len());
        if free == articles.len() {
            articles.push(None);
        }
        articles[free] = Some(Text::empty());
        free + 1
    })
}

/// Frees the memory of an article. Its number may be another one's after that.
#[wasm_bindgen]
pub fn end(article: usize) {
    ARTICLES.with_borrow_mut(|articles| articles[article - 1] = None);
}

/// Adds a paragraph at the end of an article; `begins_box` as for [`Text::begin_box`]. Returns whether it is text of the article, and not a label such
/// as “Advertisement”.
#[wasm_bindgen]
pub fn push(article: usize, paragraph: &str, begins_box: bool) -> bool {
    let is_text = !is_label(paragraph);
    with(article, |text| {
        if begins_box && is_text {
            text.begin_box();
        }
        text.push(paragraph);
    });
    is_text
}

/// Looks for a quote. `words` are its prefix and its suffix, each empty if there is none, and its parts, with U+0000 between them. Returns the number of
/// its grade, in the order of [`quotes::Grade`], then for each passage of each place four numbers: paragraph and offset of its start, paragraph and
/// offset of its end, with a space before each. Offsets are in UTF-16 code units. No place is returned for words that [`Text::is_withheld`] keeps from
/// readers. It is a text, because a list of numbers would bring glue of its own.
/// `asked` is 1 for words that somebody has said, and 0 for others; for 2, it returns the text fragment that leads to the quote, empty if there is none.
/// Both are one function, because each has glue of its own.
#[wasm_bindgen]
pub fn find(article: usize, words: &str, asked: u32) -> String {
    let spans = spans(words);
    with(article, |text| {
        if asked > 1 {
            return text.fragment(&quote(&spans)).unwrap_or_default();
        }
        let finding = text.locate(&quote(&spans));
        let places = if text.is_withheld(&finding, asked == 1) { &[] } else { &*finding.places };
        // Loops: chained iterators would add 0.7 KB to the wasm.
        let mut answer = String::new();
        write(&mut answer, finding.grade as usize);
        for place in places {
            for Passage { start, end } in place {
                write_place(&mut answer, text, *start);
                write_place(&mut answer, text, *end);
            }
        }
        answer
    })
}

fn write_place(answer: &mut String, text: &Text, at: Position) {
    answer.push(' ');
    write(answer, at.paragraph);
    answer.push(' ');
    write(answer, text.utf16(at));
}

/// Writes the digits of a number: std's way has 0.5 KB more.
fn write(text: &mut String, number: usize) {
    if number > 9 {
        write(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

fn quote(spans: &[String]) -> Quote<'_> {
    let context = |at: usize| Some(&*spans[at]).filter(|context| !context.is_empty());
    Quote { spans: &spans[2..], prefix: context(0), suffix: context(1) }
}

/// The texts between U+0000. They come as one text, because a list of texts would take 0.6 KB of code.
fn spans(parts: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let mut from = 0;
    for at in 0..=parts.len() {
        if parts.as_bytes().get(at).is_none_or(|byte| *byte == BETWEEN) {
            spans.push(parts[from..at].to_owned());
            from = at + 1;
        }
    }
    spans
}

/// Natively there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-finder runs in a browser: build it with `make build`");
    std::process::exit(2);
}
