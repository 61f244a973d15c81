//! Counts how many quotations in parts are confirmed, and why the others are in doubt, in articles whose quotations somebody has marked.
//!
//! `cargo run --release -p quotes --example parts -- GOLD.jsonl` reads lines of `{"text": …, "quotes": [{"spans": [[from, to], …]}]}`, with offsets in
//! characters. With `--show REASON` it also prints the parts with that outcome, and what stands between them.

use std::collections::BTreeMap;

use quotes::{Grade, Passage, Quote, Text};
use serde_json::Value;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("the file with the articles");
    let shown = (arguments.next().as_deref() == Some("--show")).then(|| arguments.next()).flatten();
    let lines = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut counts = BTreeMap::<String, usize>::new();
    let mut all = 0;
    for line in lines.lines() {
        let article: Value = serde_json::from_str(line).expect("each line is JSON");
        let letters: Vec<char> = article["text"].as_str().expect("an article has a text").chars().collect();
        let text: Text = article["text"].as_str().unwrap_or_default().split('\n').collect();
        for parts in quotations(&article, &letters).filter(|parts| parts.len() > 1) {
            all += 1;
            let (outcome, between) = outcome(&text, &parts);
            if shown.as_ref() == Some(&outcome) {
                println!("{}  [{between}]", parts.join(" | "));
            }
            *counts.entry(outcome).or_default() += 1;
        }
    }
    println!("{all} quotations in parts");
    for (outcome, count) in counts {
        println!("{outcome:<14}{count:>5}{:>7.1} %", 100.0 * count as f64 / all as f64);
    }
}

fn quotations(article: &Value, letters: &[char]) -> impl Iterator<Item = Vec<String>> {
    let offset = |value: &Value| value.as_u64().expect("an offset is a number") as usize;
    let part = move |span: &Value| letters[offset(&span[0])..offset(&span[1])].iter().collect::<String>();
    let spans = article["quotes"].as_array().into_iter().flatten().map(|quote| quote["spans"].as_array());
    spans.map(move |spans| spans.into_iter().flatten().map(part).map(|part| part.replace('\n', " ")).collect())
}

fn outcome(text: &Text, parts: &[String]) -> (String, String) {
    let finding = text.find(&Quote { spans: parts, ..Quote::default() });
    let words = |between| text.slices(between).collect::<Vec<_>>().join("|");
    match text.doubt(&finding) {
        Some(doubt) => (format!("{:?}", doubt.reason), words(doubt.between)),
        None if matches!(finding.grade, Grade::Exact | Grade::Typographic) => {
            let gaps =
                finding.places[0].windows(2).map(|pair| words(Passage { start: pair[0].end, end: pair[1].start }));
            ("confirmed".to_owned(), gaps.collect::<Vec<_>>().join("] ["))
        }
        None => (finding.grade.name().to_owned(), String::new()),
    }
}
