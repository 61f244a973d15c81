//! How time and memory grow where an editor opens documents and tables that once took seconds.

#[path = "../../check/benches/growth/measure.rs"]
mod measure;

use std::hint::black_box;

use editing::{Given, Report, Work};
use measure::{Measuring, SIZE};
use serde_json::{Value, json};

/// What a kind of text is called, and how it is made in any size.
type Input = (&'static str, fn(usize) -> String);

const OPENED: [Input; 5] = [
    ("a table whose rows are one claim", |n| format!("claim;quote\n{}", "a;b\n".repeat(2 * n))),
    ("a table in which all ids are the same", |n| format!("id,claim,quote\n{}", "a,C,It is\n".repeat(n / 2))),
    ("a document with a note for each claim", with_notes),
    ("an article of she said, she said", |n| "she said, ".repeat(n)),
    ("an article of according to, according to", |n| "according to Ada Low. ".repeat(n)),
];

fn main() {
    let mut measuring = Measuring::begin();
    for (name, input) in OPENED {
        if measuring.wants(name) {
            let texts = [1, 2, 4].map(|times| input(SIZE * times));
            measuring.add(&format!("editor: {name}"), &texts, |text| open(text));
        }
    }
    let name = "reviews of the same claim";
    if measuring.wants(name) {
        let reviews = [1, 2, 4].map(|times| with_claims(SIZE * times).to_string());
        measuring.add(&format!("editor: {name}"), &reviews, |reviews| {
            let given = Given::of(REVIEW, "").unwrap();
            report(Work::all_of(&given, Some(Ok(vec![reviews.clone()]))).unwrap());
        });
    }
    measuring.end();
}

/// Any review, so that what is given has some; what was made of them is handed in.
const REVIEW: &str = r#"{ "@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "Water" }"#;

fn open(text: &str) {
    report(Work::all_of(&Given::of(text, "").unwrap(), None).unwrap_or_default());
}

fn report(works: Vec<Work>) {
    works.iter().for_each(|work| drop(black_box(Report::of(work))));
}

fn with_claims(n: usize) -> Value {
    let claim = |number: usize| json!({ "id": format!("c{number}"), "text": "The same claim", "statements": [{ "quote": "It is safe" }] });
    json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en" },
        "speakers": {},
        "claims": (0..n).map(claim).collect::<Vec<_>>(),
    })
}

fn with_notes(n: usize) -> String {
    let mut document = with_claims(n);
    let note = |number: usize| json!({ "path": format!("claims[{number}].text"), "why": "proposed" });
    document["$draft"] = (0..n).map(note).collect::<Vec<_>>().into();
    document.to_string()
}
