//! How long it takes to look for 1,000 quotes in texts of growing length, half of them altered, and to make links to them; the budget is for
//! the longest.

use std::time::{Duration, Instant};

use quotes::{Grade, Quote, Text};

/// For 1,000,000 characters: reading the text, looking for all quotes, and making their links.
const BUDGET: Duration = Duration::from_secs(2);

fn main() {
    println!("characters   read text   find 1,000 quotes   link to them");
    let mut last = Duration::ZERO;
    for length in [10_000, 100_000, 1_000_000] {
        let paragraphs = article(length);
        let begin = Instant::now();
        let text: Text = paragraphs.iter().collect();
        let read = begin.elapsed();
        let quotes = quotes(&paragraphs);
        let quote = |span| Quote { spans: std::slice::from_ref(span), ..Quote::default() };
        let begin = Instant::now();
        for (index, span) in quotes.iter().enumerate() {
            let finding = text.find(&quote(span));
            let expected = if index % 2 == 0 { Grade::Exact } else { Grade::Altered };
            assert!(finding.grade == expected || finding.grade == Grade::Ambiguous, "{:?}: {span}", finding.grade);
        }
        let found = begin.elapsed();
        let begin = Instant::now();
        let links = quotes.iter().filter_map(|span| text.fragment(&quote(span))).count();
        let linked = begin.elapsed();
        assert!(links > 300, "{links}");
        let [read_ms, found_ms, linked_ms] = [read, found, linked].map(|time| time.as_millis());
        println!("{length:>10}   {read_ms:>6} ms   {found_ms:>14} ms   {linked_ms:>9} ms");
        last = read + found + linked;
    }
    assert!(last < BUDGET, "{last:?} is above the budget of {BUDGET:?}");
}

/// Words as a text has them, some far more often than others, from numbers that look random and are the same each time.
fn article(length: usize) -> Vec<String> {
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as f64 / 2_147_483_648.0
    };
    let mut paragraphs = vec![String::new()];
    let mut characters = 0;
    while characters < length {
        // Zipf's law: the rank's logarithm is spread evenly.
        let rank = (20_000_f64).powf(next()) as usize;
        let word = format!("{} ", base_26(rank * 7));
        characters += word.len();
        paragraphs.last_mut().unwrap().push_str(&word);
        if next() < 0.01 {
            paragraphs.push(String::new());
        }
    }
    paragraphs
}

fn base_26(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
    }
    word
}

/// A thousand runs of up to 25 words; every other one with a word that the text has not.
fn quotes(paragraphs: &[String]) -> Vec<String> {
    let long: Vec<_> = paragraphs.iter().filter(|paragraph| paragraph.split_whitespace().count() >= 30).collect();
    (0..1000)
        .map(|index| {
            let words: Vec<&str> = long[index * 31 % long.len()].split_whitespace().collect();
            let from = index % (words.len() - 25);
            let mut words = words[from..from + 25].to_vec();
            if index % 2 == 1 {
                words[12] = "ZEBRA";
            }
            words.join(" ")
        })
        .collect()
}
