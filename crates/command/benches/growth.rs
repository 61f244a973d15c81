//! Budgets for documents that nobody writes by hand: the time of `check` and of plain HTML must grow with the size of the document, not with
//! its square.
//!
//! Each kind of document is measured at one, two and four times a size, three times each, and the shortest time counts. Four times the size may
//! take at most seven times as long: a time that grows with the square would take sixteen times as long.

use std::time::{Duration, Instant};

use check::check;
use serde_json::{Value, json};

/// Shorter times than this depend more on the machine than on the document.
const NOISE: Duration = Duration::from_millis(40);

type Kind = (&'static str, usize, fn(usize) -> String);

const KINDS: &[Kind] = &[
    ("claims with one id", 6_000, |n| {
        let given = (2..2 * n).map(|number| claim(&format!("a-{number}"), json!([said("x")])));
        document((0..n).map(|_| claim("a", json!([said("x")]))).chain(given).collect(), known(), Value::Null)
    }),
    ("unknown speakers", 3_000, |n| {
        let claims = (0..n).map(|i| claim(&id(i), json!([{ "speaker": format!("somebody-{i}"), "quote": "x" }])));
        document(claims.collect(), speakers(n, "someone", json!({ "name": "N" })), Value::Null)
    }),
    ("speakers without a name", 3_000, |n| {
        let claims = (0..n).map(|i| claim(&id(i), json!([{ "speaker": format!("p-{i}"), "quote": "x" }])));
        document(claims.collect(), speakers(n, "p", json!({})), Value::Null)
    }),
    ("parts of one quote", 20_000, |n| {
        document(vec![claim("c", json!([{ "speaker": "a", "quote": vec!["a"; n] }]))], known(), json!(["a ".repeat(n)]))
    }),
    ("quotes that occur everywhere", 3_000, |n| {
        let claims = (0..n).map(|i| claim(&id(i), json!([said("a b")])));
        document(claims.collect(), known(), json!(["a b ".repeat(n)]))
    }),
    ("words of which each sixth is altered", 6_000, |n| {
        let word = |i: usize| ["water", "is", "safe", "to", "drink"][i * i % 5].to_owned() + ["", "s", "ly"][i % 3];
        let words: Vec<String> = (0..6 * n).map(word).collect();
        let altered: Vec<_> = words.iter().enumerate().map(|(i, word)| if i % 6 == 5 { "zzz" } else { word }).collect();
        let body: Vec<_> = words.chunks(60).map(|paragraph| paragraph.join(" ")).collect();
        document(vec![claim("c", json!([said(&altered.join(" "))]))], known(), json!(body))
    }),
    ("quotation marks that never close", 4_000, |n| {
        document(
            vec![claim("c", json!([said("water is safe")]))],
            known(),
            json!(vec!["“The water is safe and so on"; n]),
        )
    }),
    ("statements with one role", 1_000, |n| {
        let role = json!([{ "speaker": "a", "quote": "x", "role": "chief minister of the water" }]);
        let claims = (0..n).map(|i| claim(&id(i), role.clone()));
        document(claims.collect(), known(), json!(vec!["minister of the water and chief of the"; n]))
    }),
];

fn main() {
    println!("{:40}{:>10}{:>10}{:>10}", "seconds of check", "n", "2 n", "4 n");
    let mut slow = Vec::new();
    for (name, size, make) in KINDS {
        let [one, two, four] = [1, 2, 4].map(|times| shortest(&make(size * times)));
        println!("{name:40}{:>10.2}{:>10.2}{:>10.2}", one.as_secs_f64(), two.as_secs_f64(), four.as_secs_f64());
        if four > 7 * one.max(NOISE) {
            slow.push(*name);
        }
    }
    assert!(slow.is_empty(), "the time grows faster than the document: {slow:?}");
}

fn shortest(json: &str) -> Duration {
    let once = || {
        let begin = Instant::now();
        std::hint::black_box(check(json, None));
        begin.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

fn document(claims: Vec<Value>, speakers: Value, body: Value) -> String {
    let mut article = json!({ "headline": "h", "language": "en" });
    if !body.is_null() {
        article["body"] = body;
    }
    json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims }).to_string()
}

fn claim(id: &str, statements: Value) -> Value {
    json!({ "id": id, "text": "t", "statements": statements })
}

fn said(quote: &str) -> Value {
    json!({ "speaker": "a", "quote": quote })
}

fn known() -> Value {
    json!({ "a": { "name": "A" } })
}

fn speakers(number: usize, stem: &str, speaker: Value) -> Value {
    (0..number).map(|i| (format!("{stem}-{i}"), speaker.clone())).collect::<serde_json::Map<_, _>>().into()
}

fn id(number: usize) -> String {
    format!("c{number}")
}
