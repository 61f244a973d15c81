//! Writes predictions for the scorer in `../shared/quotations`: `score GOLD.jsonl LANGUAGE > PRED.jsonl`

use draft::{Article, Kind};
use serde_json::{Value, json};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let gold = std::fs::read_to_string(&arguments[1]).expect("the gold is a file of text");
    let mut spent = std::time::Duration::ZERO;
    for line in gold.lines() {
        let article: Value = serde_json::from_str(line).expect("each line is an article");
        let text = article["text"].as_str().expect("an article has a text");
        let paragraphs: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
        let begin = std::time::Instant::now();
        let input = Article { paragraphs: &paragraphs, language: arguments.get(2).map(String::as_str) };
        let attributions = draft::draft(&input);
        spent += begin.elapsed();
        let place = |span: draft::Span| {
            let byte = paragraphs[span.paragraph].as_ptr() as usize - text.as_ptr() as usize + span.start;
            text[..byte].chars().count()
        };
        let quotes: Vec<Value> = attributions
            .iter()
            .map(|attribution| {
                let texts: Vec<&str> = attribution.spans.iter().map(|span| input.text(*span)).collect();
                let speaker = attribution.speaker.as_ref().map(|speaker| input.text(speaker.name));
                let kind = if attribution.kind == Kind::Quoted { "direct" } else { "indirect" };
                let cue = attribution.cue.map(|cue| input.text(cue));
                json!({ "quote": texts, "speaker": speaker, "kind": kind, "start": place(attribution.spans[0]), "cue": cue })
            })
            .collect();
        println!("{}", json!({ "id": article["id"], "quotes": quotes }));
    }
    let articles = gold.lines().count();
    eprintln!("{articles} articles in {spent:?}: {:.0} a second", articles as f64 / spent.as_secs_f64());
}
