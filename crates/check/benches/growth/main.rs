//! How time and memory grow with documents and articles that once took minutes or gigabytes.

mod inputs;
mod measure;

use std::hint::black_box;

use check::check;
use document::decode::decode;
use inputs::{ARTICLES, INPUTS};
use measure::{Measuring, SIZE};
use quotes::{Quote, Text};
use serde_json::Value;

fn main() {
    let mut measuring = Measuring::begin();
    for (name, input) in INPUTS {
        if !measuring.wants(name) {
            continue;
        }
        let documents = [1, 2, 4].map(|times| input(SIZE * times));
        let texts = documents.each_ref().map(Value::to_string);
        measuring.add(&format!("check: {name}"), &texts, |text| drop(black_box(check(text, None))));
        if documents[0]["article"]["body"].is_null() {
            measuring.add(&format!("page: {name}"), &texts, |text| drop(black_box(decode(text))));
        } else if name.starts_with("links") {
            measuring.add(&format!("links: {name}"), &documents, link);
        }
    }
    for (name, article) in ARTICLES {
        if measuring.wants(name) {
            let articles = [1, 2, 4].map(|times| article(SIZE * times));
            measuring.add(&format!("draft: {name}"), &articles, |article| {
                drop(black_box(draft_document::draft(article).to_json()))
            });
        }
    }
    measuring.end();
}

/// Makes the links to a document's quotes.
fn link(document: &Value) {
    let text: Text = document["article"]["body"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for claim in document["claims"].as_array().unwrap() {
        let span = [claim["statements"][0]["quote"].as_str().unwrap().to_owned()];
        black_box(text.fragment(&Quote { spans: &span, ..Quote::default() }));
    }
}
