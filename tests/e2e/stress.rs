//! A document with more of everything than most have: 30 claims by 12 speakers, quotes of 600 words, ratings, corrections, portraits and
//! speakers who contradict each other. The same each time.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Map, Value, json};

/// Key, name, type, role, organization, and the number of the portrait, if there is one.
type Speaker = (&'static str, &'static str, &'static str, Option<&'static str>, Option<&'static str>, Option<usize>);

#[rustfmt::skip]
const SPEAKERS: [Speaker; 12] = [
    ("low", "Ada Low", "person", Some("chief engineer"), Some("City Water"), Some(1)),
    ("dhomhnaill", "Siobhán Ní Dhomhnaill", "person", Some("toxicologist"), Some("University Hospital"), Some(2)),
    ("works", "Eastern Water Works", "organization", None, None, None),
    ("okonkwo", "Chukwuemeka Okonkwo-Featherstonehaugh", "person", Some("deputy commissioner for drinking water, sanitation and flood defences"), Some("Ministry of Health, Environment and Consumer Protection"), Some(3)),
    ("tenants", "Tenants of Mill Street", "group", None, None, None),
    ("haddad", "ليلى حداد", "person", Some("مهندسة بيئية"), None, None),
    ("lindqvist", "Åsa Lindqvist", "person", Some("mayor"), None, Some(4)),
    ("tan", "Tan", "person", Some("plumber"), None, None),
    ("marsh", "Rosalind Marsh", "person", Some("member of the city council"), Some("Independent List"), Some(404)),
    ("union", "Union of Pipe Fitters", "organization", None, None, None),
    ("ferreira", "João Ferreira", "person", Some("professor of hydrology"), Some("Technical University"), None),
    ("kowalczyk", "Agnieszka Kowalczyk", "person", Some("head teacher"), Some("Mill Street Primary School"), Some(5)),
];

const CLAIMS: [&str; 30] = [
    "The water in the east of the city is safe to drink",
    "All lead pipes will be replaced within two years",
    "The city knew of the values in spring",
    "Filters from the supermarket remove lead",
    "Nobody has fallen ill",
    "Of 1,204 samples, 37 were above the limit, and 30 of these came from the same four streets between the river and the old S-400 pumping station",
    "The price of water will not rise",
    "Schools were told first",
    "The limit for lead was halved in 2013",
    "Tenants pay for new pipes",
    "Children under six should not drink from the tap",
    "The old pumping station was closed for lack of money",
    "A second laboratory found the same values",
    "Boiling water removes lead",
    "The mayor was warned in writing",
    "Landlords must measure once a year",
    "Two thirds of the pipes are older than 1950",
    "The river is cleaner than it was ten years ago",
    "The state pays half of the costs",
    "Bottled water is handed out at the town hall",
    "The first street will be finished in May",
    "Fitters are hard to find",
    "The measurements were made at night",
    "Letting the tap run for a minute is enough",
    "The letter to all households was written by a lawyer",
    "Copper pipes are not affected",
    "The council will vote in March",
    "Other cities have higher values",
    "The laboratory is owned by the water works",
    "Nothing was concealed",
];

const SENTENCES: [&str; 12] = [
    "We have measured the water every morning since the first of January, at 44 places, and at the same hour",
    "Not one of the values was above the limit that the law has set for drinking water",
    "What was measured on Mill Street in the autumn came from a pipe in a house, and not from our network",
    "I understand that people are afraid, and I would not tell them that they have no reason to be",
    "A limit is a decision, it is not a border between what is healthy and what is not",
    "Who has small children should let the water run until it is cold, and should not cook with warm water from the tap",
    "We were told of the values in a letter of two lines, three weeks after they had been measured",
    "There is no list of the houses that still have lead pipes, and the owners do not have to tell anybody",
    "I have asked for that list four times, and I was told each time that it would be ready in a month",
    "It costs about four thousand to replace the pipes of a house, and the state pays for half of that",
    "Everything that we know is on our web site, with the day and the hour of each measurement",
    "If we had known in spring what we know now, we would have acted in spring",
];

/// About so many words of a speaker, from this sentence on.
fn words(number: usize, first: usize) -> String {
    let mut text = String::new();
    let mut counted = 0;
    for sentence in SENTENCES.iter().cycle().skip(first) {
        if counted >= number {
            break;
        }
        counted += sentence.split(' ').count();
        text = if text.is_empty() { (*sentence).to_owned() } else { format!("{text}. {sentence}") };
    }
    text
}

fn statement(claim: usize, turn: usize) -> Value {
    let (speaker, ..) = SPEAKERS[(claim * 5 + turn * 7 + claim / 12) % SPEAKERS.len()];
    let mut statement = json!({ "speaker": speaker });
    match (claim + turn) % 5 {
        0 if turn == 0 => statement["quote"] = json!(words(600, claim)),
        1 => statement["reported"] = json!(format!("said {}", SENTENCES[(claim + turn) % 12].to_lowercase())),
        2 => statement["quote"] = json!([SENTENCES[claim % 12], SENTENCES[(claim + 1) % 12]]),
        3 => statement["quote"] = json!("No"),
        _ => statement["quote"] = json!(SENTENCES[(claim + turn) % 12]),
    }
    if claim.is_multiple_of(4) {
        statement["source"] = json!({ "title": "Answers to a question in the city council about the measurements of last spring", "url": "https://city.example/council/answers/2026/03",
            "publisher": "City council", "published": "2026-03-02" });
        statement["said"] = json!("2026-03-01");
    }
    statement
}

fn claim(index: usize, text: &str) -> Value {
    let turns = [1, 2, 1, 4, 1, 3][index % 6];
    let mut statements: Vec<_> = (0..turns).map(|turn| statement(index, turn)).collect();
    if index % 6 == 3 || index == 0 {
        if index == 0 {
            statements.push(statement(0, 1));
            statements.push(statement(0, 2));
        }
        for (statement, stance) in statements.iter_mut().zip(["affirms", "denies", "comments", "denies"]) {
            statement["stance"] = json!(stance);
        }
    }
    if index == 29 {
        statements.clear();
    }
    let mut claim = json!({ "id": format!("claim-{index}"), "text": text, "statements": statements });
    if index % 5 == 1 || index == 0 {
        let label = ["Mostly false", "True", "Missing context: the values are from one street"][index % 3];
        claim["reviews"] = json!([{ "by": "Full Measure", "url": "https://measure.example/water", "published": "2026-03-04",
            "label": label, "value": index % 5 + 1, "best": 5, "worst": 1 }]);
    }
    if index.is_multiple_of(7) {
        claim["correction"] = json!({ "date": "2026-03-03", "text": "An earlier version of this card gave the number of samples as 1,240." });
    }
    claim
}

/// The document, in English.
pub fn document() -> Value {
    let speakers: Map<_, _> = SPEAKERS
        .iter()
        .map(|(key, name, kind, role, organization, portrait)| {
            let mut speaker = json!({ "name": name, "type": kind });
            for (field, value) in [("role", role), ("organization", organization)] {
                if let Some(value) = value {
                    speaker[field] = json!(value);
                }
            }
            if let Some(number) = portrait {
                speaker["image"] = json!(format!("/portraits/{number}.svg"));
                let credit = ["Jo Photo / Example Press", "City of Example"][number % 2];
                speaker["image_credit"] = json!(credit);
            }
            ((*key).to_owned(), speaker)
        })
        .collect();
    let claims: Vec<_> = CLAIMS.iter().enumerate().map(|(index, text)| claim(index, text)).collect();
    let paragraph = |at: usize| {
        format!(
            "“{},” she said at the meeting. The council had asked for this for months, and it took another hour until all questions were answered.",
            SENTENCES[at]
        )
    };
    let body: Vec<_> = (0..12).map(paragraph).collect();
    json!({
        "version": 1,
        "article": { "headline": "Is the water safe?", "url": "https://gazette.example/water", "publisher": "The Example Gazette",
            "published": "2026-03-02", "language": "en", "body": body },
        "speakers": speakers,
        "claims": claims,
    })
}

/// The same with as few claims as have a search field, and with shorter quotes, for what takes long.
pub fn short() -> Value {
    let mut document = document();
    let claims = document["claims"].as_array_mut().unwrap();
    claims.truncate(16);
    for claim in &mut claims[5..] {
        claim["statements"].as_array_mut().unwrap().truncate(1);
        for field in ["reviews", "correction"] {
            claim.as_object_mut().unwrap().remove(field);
        }
    }
    for statement in claims.iter_mut().flat_map(|claim| claim["statements"].as_array_mut().unwrap()) {
        if let Some(quote) = statement["quote"].as_str().filter(|quote| quote.len() > 1000) {
            statement["quote"] = json!(quote[..quote.len() / 6]);
        }
    }
    document
}

/// A page with its cards: in a `theme` or none, in the language `lang` and its direction `dir`.
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let asked = |name: &str, default: &str| asked.get(name).map_or(default, String::as_str).to_owned();
    let (lang, dir, src) = (asked("lang", "en"), asked("dir", "ltr"), asked("src", "/stress"));
    let theme = match asked("theme", "none").as_str() {
        "none" => String::new(),
        name => format!("<link rel=\"stylesheet\" href=\"/themes/{name}.css\">"),
    };
    Html(format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Is the water safe?</title>
<link rel="icon" href="data:,">
<style>body {{ margin: 0; }} h1 {{ margin: 0; padding: 0.5em 1rem; font: 700 1rem/1.3 sans-serif; }}</style>
{theme}
<script type="module" async src="/fact-cards.js"></script>
<main><h1>Is the water safe?</h1><fact-cards src="{src}" lang="{lang}"></fact-cards></main>"#
    ))
}

/// A portrait: a face in a few shapes. There is none of the number 404.
pub async fn portrait(Path(file): Path<String>) -> Response {
    let number: usize = file.trim_end_matches(".svg").parse().unwrap_or_default();
    let Some([back, skin, hair]) = FACES.get(number.wrapping_sub(1)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let face = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='160' height='160' viewBox='0 0 80 80'><rect width='80' height='80' fill='{back}'/>\
         <path d='M10 80q2-26 30-26t30 26z' fill='#333c46'/><circle cx='40' cy='34' r='17' fill='{skin}'/>\
         <path d='M22 34q0-22 18-22t18 22q-4-12-18-12t-18 12z' fill='{hair}'/></svg>"
    );
    ([(CONTENT_TYPE, "image/svg+xml")], face).into_response()
}

/// The colors of each portrait: what is behind, skin and hair.
const FACES: [[&str; 3]; 5] = [
    ["#7fa3b8", "#e9c3a4", "#4a3226"],
    ["#b89a7f", "#f1d5bf", "#a33b1e"],
    ["#88a98a", "#6f4730", "#1d1512"],
    ["#a7a2bd", "#f3dcc8", "#d8c08a"],
    ["#c2a1a1", "#e2b593", "#2f2522"],
];
