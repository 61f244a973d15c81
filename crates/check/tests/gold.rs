//! How often true quotations are warned of, in articles that people have annotated. Run with `--nocapture` to see the shares.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use check::{Fault, Original, check};
use quotes::{Quote, Text};
use serde_json::{Value, json};

/// An article with its quotations: the words between marks, and who says them.
struct Article {
    paragraphs: Vec<String>,
    language: String,
    quotations: Vec<(Vec<String>, String)>,
    /// Words outside marks, which it reports of somebody.
    reported: Vec<(Vec<String>, String)>,
}

/// The project's own articles.
fn own() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../draft/gold");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let strings =
        |value: &Value| value.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let article = |path: &std::path::PathBuf| {
        let value: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let of = |kind: &str| {
            let all = value["attributions"].as_array().unwrap().iter().filter(|quote| quote["kind"] == kind);
            all.filter_map(|quote| Some((strings(&quote["spans"]), quote["speaker"].as_str()?.to_owned()))).collect()
        };
        Article {
            paragraphs: strings(&value["paragraphs"]),
            language: value["language"].as_str().unwrap().to_owned(),
            quotations: of("quoted"),
            reported: of("reported"),
        }
    };
    paths.iter().map(article).collect()
}

/// Articles that others have annotated, if they are beside the project. Of each annotation, only what is within marks is taken.
fn others(name: &str, language: &str) -> Vec<Article> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(3);
    let mut paths = folders.map(|folder| folder.join(format!("shared/quotations/{name}.jsonl")));
    let Some(path) = paths.find(|path| path.exists()) else {
        println!("skipped: {name} is not beside the project");
        return Vec::new();
    };
    let article = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let text = value["text"].as_str().unwrap();
        let quotes = value["quotes"].as_array().unwrap().iter();
        let quotations = quotes.filter_map(|quote| {
            let words = quote["text"].as_str()?.trim();
            let inner = words.strip_prefix(['“', '"', '„'])?;
            let inner = inner.trim_end_matches([',', '.']).strip_suffix(['”', '"', '“'])?;
            if inner.contains(['“', '”', '"', '„']) {
                return None;
            }
            let name = quote["speaker"].as_str().unwrap_or_default();
            Some((vec![inner.trim_end_matches(',').to_owned()], name.to_owned()))
        });
        let reported = value["quotes"].as_array().unwrap().iter().filter_map(|quote| {
            let words = quote["text"].as_str()?.trim();
            let is_outside = !words.contains(['“', '”', '"', '„', '\n']) && words.split(' ').count() > 3;
            // The annotation takes “that” along, and a draft does not.
            let words = words.strip_prefix("that ").unwrap_or(words).trim_end_matches([',', '.']);
            is_outside.then(|| (vec![words.to_owned()], quote["speaker"].as_str().unwrap_or_default().to_owned()))
        });
        Article {
            paragraphs: text.split('\n').filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
            language: language.to_owned(),
            quotations: quotations.collect(),
            reported: reported.collect(),
        }
    };
    fs::read_to_string(path).unwrap().lines().map(article).collect()
}

fn all() -> Vec<Article> {
    own().into_iter().chain(others("polnear-dev", "en")).chain(others("wikinews-de-dev", "de")).collect()
}

/// The faults of a document with these quotes, each in a claim of its own.
fn faults(article: &Article, quotes: &[(Vec<String>, String)]) -> Vec<(usize, Fault)> {
    faults_of(article, "quote", quotes)
}

/// The same, with the words in this field.
fn faults_of(article: &Article, field: &str, quotes: &[(Vec<String>, String)]) -> Vec<(usize, Fault)> {
    let speakers: BTreeMap<&str, Value> =
        quotes.iter().map(|(_, name)| (name.as_str(), json!({ "name": name }))).collect();
    let claims: Vec<Value> = quotes
        .iter()
        .enumerate()
        .map(|(number, (quote, name))| {
            json!({ "id": format!("c{number}"), "text": "T", "statements": [{ "speaker": name, field: quote }] })
        })
        .collect();
    let article = json!({ "headline": "H", "language": article.language, "body": article.paragraphs });
    let document = json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    let number = |path: &str| path.strip_prefix("claims[")?.split(']').next()?.parse().ok();
    remarks.filter_map(|remark| Some((number(&remark.path)?, remark.fault))).collect()
}

/// Whether a name is one: no pronoun, and no description.
fn is_name(name: &str) -> bool {
    let is_described = name.contains(',') || name.starts_with(char::is_lowercase);
    !is_described
        && name.split_whitespace().filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count() > 1
}

#[test]
fn true_speakers_are_hardly_ever_warned_of_and_wrong_ones_mostly() {
    let (mut all_true, mut warned, mut all_wrong, mut caught) = (0, 0, 0, 0);
    for article in all() {
        let named: Vec<_> = article.quotations.iter().filter(|(_, name)| is_name(name)).cloned().collect();
        all_true += named.len();
        for (number, fault) in faults(&article, &named) {
            if let Fault::OtherSpeaker { .. } | Fault::Repeated = fault {
                warned += 1;
                println!("true, but warned of: {}: {:?}: {fault}", named[number].1, named[number].0);
            }
        }
        let names: Vec<&String> = named.iter().map(|(_, name)| name).collect();
        let wrong: Vec<_> = named
            .iter()
            .filter_map(|(quote, name)| {
                let surname = name.rsplit(' ').next()?;
                let other = names.iter().find(|other| !other.contains(surname))?;
                Some((quote.clone(), (*other).clone()))
            })
            .collect();
        all_wrong += wrong.len();
        caught += faults(&article, &wrong).iter().filter(|(_, f)| matches!(f, Fault::OtherSpeaker { .. })).count();
    }
    println!(
        "of {all_true} quotations under their speakers, {warned} are warned of; of {all_wrong} under others, {caught}"
    );
    assert!(warned * 100 <= all_true, "{warned} of {all_true}");
    assert!(caught * 2 >= all_wrong, "{caught} of {all_wrong}");
}

#[test]
fn reported_words_are_hardly_ever_warned_of_under_their_speakers() {
    let (mut count, mut warned) = (0, 0);
    for article in all() {
        let named: Vec<_> = article.reported.iter().filter(|(_, name)| is_name(name)).cloned().collect();
        count += named.len();
        for (number, fault) in faults_of(&article, "reported", &named) {
            if matches!(fault, Fault::OtherSpeaker { .. } | Fault::Repeated) {
                warned += 1;
                println!("true, but warned of: {}: {:?}: {fault}", named[number].1, named[number].0);
            }
        }
    }
    println!("of {count} reported words under their speakers, {warned} are warned of");
    assert!(warned * 50 <= count, "{warned} of {count}");
}

#[test]
fn no_quotation_of_an_article_is_taken_for_the_words_of_a_card() {
    let (mut count, mut lost) = (0, 0);
    for article in all() {
        let paragraphs = article.paragraphs.iter();
        let original: Original =
            paragraphs.map(|text| article::Paragraph { text: text.clone(), is_quotation: false, place: 0 }).collect();
        let all: Vec<_> = article.quotations.iter().chain(&article.reported).collect();
        let speakers: BTreeMap<&str, Value> =
            all.iter().map(|(_, name)| (name.as_str(), json!({ "name": name }))).collect();
        // Drafts write the words as the claim. The worst is a claim that is the whole paragraph before the words; the one that is lost is a post that
        // stands below its author's name.
        let claims: Vec<Value> = all.iter().enumerate().map(|(number, (quote, name))| {
            let at = article.paragraphs.iter().position(|paragraph| paragraph.contains(&quote[0])).unwrap_or_default();
            let claim = if number % 2 == 0 { quote[0].clone() } else { article.paragraphs[at.saturating_sub(1)].clone() };
            json!({ "id": format!("c{number}"), "text": claim, "statements": [{ "speaker": name, "quote": quote }] })
        }).collect();
        let own = json!({ "headline": "H", "language": article.language, "body": article.paragraphs });
        let document = json!({ "version": 1, "article": own, "speakers": speakers, "claims": claims }).to_string();
        let grades = |article: Option<&Original>| -> Vec<_> {
            check(&document, article).words.into_iter().map(|words| (words.finding.grade, words.spans)).collect()
        };
        for (with, without) in grades(Some(&original)).into_iter().zip(grades(None)) {
            count += 1;
            if with != without {
                lost += 1;
                println!("lost: {with:?}, {without:?}");
            }
        }
    }
    println!("of {count} quotations and reported words, {lost} are taken for a card's");
    assert!(count > 300 && lost < 2, "{lost} of {count}");
}

/// Pieces of a quotation as an editor may cut it: its sentences, or its clauses between commas, colons and dashes.
fn pieces<'words>(words: &'words str, ends: &'static [&'static str]) -> impl Iterator<Item = &'words str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = ends.iter().filter_map(|end| rest.find(end).map(|at| at + end.len())).min().unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        // “and” is in neither half.
        let piece =
            ends.iter().filter(|end| end.len() > 3).fold(piece, |piece, end| piece.strip_suffix(end).unwrap_or(piece));
        Some(piece.trim().trim_end_matches([',', ';', ':', '.', '–', '—']).trim())
    })
    .filter(|piece| piece.split(' ').count() > 3)
}

#[test]
fn quotations_and_their_sentences_are_hardly_ever_taken_for_cut() {
    const SENTENCES: &[&str] = &[". ", "? ", "! "];
    const CLAUSES: &[&str] = &[". ", "? ", "! ", ", ", "; ", ": ", " – ", " — "];
    const HALVES: &[&str] = &[". ", "? ", "! ", ", ", "; ", ": ", " – ", " — ", " and ", " und "];
    let mut shares =
        ["whole quotations", "their sentences", "their clauses", "their halves at “and”"].map(|name| (name, 0, 0));
    for article in all() {
        let whole = article.quotations.clone();
        let cut = |ends: &'static [&'static str]| {
            let spans = article.quotations.iter().flat_map(|(spans, name)| spans.iter().map(move |span| (span, name)));
            let pieces =
                spans.flat_map(|(span, name)| pieces(span, ends).map(|piece| (vec![piece.to_owned()], name.clone())));
            pieces.collect::<Vec<_>>()
        };
        for ((name, count, warned), quotes) in shares.iter_mut().zip([whole, cut(SENTENCES), cut(CLAUSES), cut(HALVES)])
        {
            *count += quotes.len();
            for (number, fault) in faults(&article, &quotes) {
                if matches!(fault, Fault::Cut { .. }) {
                    *warned += 1;
                    println!("{name}: {:?}: {fault}", quotes[number].0);
                }
            }
        }
    }
    println!("{shares:?}");
    // A clause that was cut from its condition, “If it rains, [we stay]”, is rightly warned of: pieces have more of them than quotations.
    for ((name, count, warned), most_of_hundred) in shares.into_iter().zip([1, 1, 4, 4]) {
        assert!(warned * 100 <= count * most_of_hundred, "{name}: {warned} of {count}");
    }
}

#[test]
fn readers_are_told_of_nearly_all_quotations_that_have_no_not_beside_them() {
    let (mut count, mut untold) = (0, 0);
    for article in all() {
        let text: Text = article.paragraphs.iter().collect();
        for (spans, _) in &article.quotations {
            let finding = text.locate(&Quote { spans, ..Quote::default() });
            count += 1;
            if text.is_beside_negation(&finding, true) || text.is_cut_at_edge(&finding) {
                untold += 1;
                println!("untold: {spans:?}");
            }
        }
    }
    println!("of {count} quotations, readers are not told of {untold} because of a “not” or a number beside them");
    assert!(untold * 100 <= count, "{untold} of {count}");
}

#[test]
fn reported_words_are_warned_of_only_beside_a_denial_or_a_condition() {
    let (mut count, mut warned) = (0, 0);
    for article in all() {
        count += article.reported.len();
        for (number, fault) in faults_of(&article, "reported", &article.reported) {
            if matches!(fault, Fault::Cut { .. }) {
                warned += 1;
                println!("reported: {:?}: {fault}", article.reported[number].0);
            }
        }
    }
    println!("of {count} reported words, {warned} are warned of");
    assert!(warned * 25 <= count, "{warned} of {count}");
}

#[test]
fn readers_are_told_of_nearly_all_reported_words_that_have_no_denial_beside_them() {
    let (mut count, mut untold, mut untold_unwarned, mut told_warned) = (0, 0, 0, 0);
    for article in all() {
        let text: Text = article.paragraphs.iter().collect();
        for (spans, _) in &article.reported {
            let finding = text.locate(&Quote { spans, ..Quote::default() });
            let is_warned = text.denial(&finding).is_some() || text.condition(&finding).is_some();
            count += 1;
            if text.is_beside_negation(&finding, true) {
                untold += 1;
                if !is_warned {
                    untold_unwarned += 1;
                    println!("untold without a warning: {spans:?}");
                }
            } else if is_warned {
                told_warned += 1;
                println!("told in spite of a warning: {spans:?}");
            }
        }
    }
    println!(
        "of {count} reported words, readers are not told of {untold}, of which check does not warn of {untold_unwarned}; \
         they are told of {told_warned} of which it warns"
    );
    assert!(untold_unwarned * 33 <= count, "{untold_unwarned} of {count}");
    assert!(told_warned * 500 <= count, "{told_warned} of {count}");
}
