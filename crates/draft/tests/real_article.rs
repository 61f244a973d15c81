//! Compares the draft of a published article with the widget's first cards, which people made from the same article.

use draft::{Article, Attribution, Kind};
use serde_json::Value;

fn card_document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/iran-s-400.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the document stands in the repository")).unwrap()
}

/// Returns the attribution of this kind that contains all of the words.
fn find<'a>(input: &Article, drafted: &'a [Attribution], words: &[&str], kind: Kind) -> Option<&'a Attribution> {
    let stands = |attribution: &Attribution, words: &str| {
        attribution.spans.iter().any(|span| input.text(*span).contains(words.trim_end_matches('.')))
    };
    drafted.iter().find(|it| it.kind == kind && words.iter().all(|words| stands(it, words)))
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
        Value::String(text) => vec![text],
        _ => Vec::new(),
    }
}

#[test]
fn finds_every_statement_in_a_published_article() {
    let document = card_document();
    let paragraphs = texts(&document["article"]["body"]);
    let input = Article { paragraphs: &paragraphs, language: document["article"]["language"].as_str() };
    let drafted = draft::draft(&input);
    for statement in
        document["claims"].as_array().unwrap().iter().flat_map(|claim| claim["statements"].as_array().unwrap())
    {
        let speaker = &document["speakers"][statement["speaker"].as_str().unwrap()];
        for (field, kind) in [("quote", Kind::Quoted), ("reported", Kind::Reported)] {
            let words = texts(&statement[field]);
            if words.is_empty() {
                continue;
            }
            let attribution = find(&input, &drafted, &words, kind).unwrap_or_else(|| panic!("not found: {words:?}"));
            let given = attribution.speaker.unwrap_or_else(|| panic!("nobody says: {words:?}"));
            let text = |span: Option<draft::Span>| span.map(|span| input.text(span));
            assert_eq!(text(Some(given.name)), speaker["name"].as_str(), "{words:?}");
            assert_eq!(text(given.role), speaker["role"].as_str(), "{words:?}");
            assert_eq!(text(given.organization), speaker["organization"].as_str(), "{words:?}");
        }
    }
}
