//! Documents that once took minutes or gigabytes are checked in time that grows with their length, not with its square.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../benches/growth/inputs.rs"]
mod inputs;

use std::sync::Mutex;
use std::time::Duration;

use check::check;
use document::decode::decode;
use inputs::{ARTICLES, INPUTS};
use quotes::{Quote, Text};
use serde_json::Value;
use testing::ThreadTime;

/// The smaller size; the larger is four times as much. Where work is cut off at a fixed amount, it grows with the square of smaller sizes.
const SIZE: usize = 400;

/// What the larger may take in times of the smaller: 4 is linear, 16 is quadratic.
const STEEPEST: f64 = 8.0;

/// How many times longer the larger takes, if that is more than [`STEEPEST`]. Only time tells, and a busy machine takes more of it. So the best of
/// several runs counts, and of more where that is not enough.
fn steepness<T>(documents: &[T; 2], run: impl Fn(&T)) -> Option<f64> {
    let mut best = [Duration::MAX; 2];
    let mut growth = f64::MAX;
    for _ in 0..15 {
        for (document, best) in documents.iter().zip(&mut best) {
            let begin = ThreadTime::now();
            run(document);
            *best = begin.elapsed().min(*best);
        }
        growth = best[1].as_secs_f64() / best[0].as_secs_f64();
        if growth < STEEPEST {
            return None;
        }
    }
    Some(growth)
}

/// One test at a time is measured.
static MEASURING: Mutex<()> = Mutex::new(());

#[track_caller]
fn all_are_flat(run: impl Fn(&(Value, String)), is_meant: impl Fn(&Value) -> bool) {
    let _alone = MEASURING.lock();
    let (mut steep, mut measured) = (Vec::new(), 0);
    for (name, input) in INPUTS {
        let documents = [SIZE, 4 * SIZE].map(input).map(|document| {
            let text = document.to_string();
            (document, text)
        });
        if is_meant(&documents[0].0) {
            measured += 1;
            steep.extend(steepness(&documents, &run).map(|growth| format!("{name}: {growth:.1} times")));
        }
    }
    assert!(steep.is_empty(), "four times the document takes {steep:#?}");
    assert_ne!(measured, 0, "no kind of document is meant");
}

#[test]
fn four_times_the_document_is_checked_in_about_four_times_the_time() {
    all_are_flat(|(_, text)| drop(check(text, None)), |_| true);
}

#[test]
fn four_times_the_document_is_decoded_in_about_four_times_the_time() {
    all_are_flat(|(_, text)| drop(decode(text)), |_| true);
}

#[test]
fn four_times_the_article_is_drafted_in_about_four_times_the_time() {
    let _alone = MEASURING.lock();
    let steep = ARTICLES.into_iter().filter_map(|(name, article)| {
        let growth = steepness(&[SIZE, 4 * SIZE].map(article), |article| drop(draft_document::draft(article)))?;
        Some(format!("{name}: {growth:.1} times"))
    });
    let steep: Vec<_> = steep.collect();
    assert!(steep.is_empty(), "four times the article takes {steep:#?}");
}

#[test]
fn links_to_four_times_the_quotes_are_made_in_about_four_times_the_time() {
    let has_body = |document: &Value| document["article"]["body"].is_array();
    all_are_flat(|(document, _)| make_links(document), has_body);
}

fn make_links(document: &Value) {
    let texts = |value: &Value| -> Vec<String> {
        let texts = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let text: Text = texts(&document["article"]["body"]).iter().collect();
    for claim in document["claims"].as_array().unwrap() {
        let statement = &claim["statements"][0];
        let spans = texts(&statement["quote"]);
        text.fragment(&Quote { spans: &spans, prefix: statement["prefix"].as_str(), ..Quote::default() });
    }
}
