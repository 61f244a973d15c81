//! Compares drafts of the project's own articles with annotations made by hand. `gold/README.md` explains how these
//! were made.
//!
//! `cargo test --test gold -- --nocapture` prints how accurate the drafts are. With `MISTAKES=en` it also prints every
//! mistake in that language.

use std::collections::BTreeMap;
use std::fs;

use draft::{Article, Attribution, Kind, Span};
use serde_json::Value;

/// An attribution in the annotations.
struct Gold {
    spans: Vec<Span>,
    speaker: Option<String>,
    role: Option<String>,
    organization: Option<String>,
    kind: &'static str,
    sureness: String,
}

struct GoldArticle {
    name: String,
    language: String,
    paragraphs: Vec<String>,
    attributions: Vec<Gold>,
}

fn articles() -> Vec<GoldArticle> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/gold")).expect("the gold stands beside the tests");
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
        .iter()
        .map(|path| article(path.file_stem().unwrap().to_string_lossy().into(), &fs::read_to_string(path).unwrap()))
        .collect()
}

fn article(name: String, json: &str) -> GoldArticle {
    let value: Value = serde_json::from_str(json).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let paragraphs: Vec<String> = value["paragraphs"].as_array().unwrap().iter().filter_map(text).collect();
    let attribution = |value: &Value| {
        let texts = value["spans"].as_array().unwrap().iter().filter_map(text);
        let numbers = value["paragraphs"].as_array().unwrap().iter().map(|number| number.as_u64().unwrap() as usize);
        Gold {
            spans: texts.zip(numbers).map(|(text, number)| span(&paragraphs[number], number, &text)).collect(),
            speaker: text(&value["speaker"]),
            role: text(&value["role"]),
            organization: text(&value["organization"]),
            kind: if value["kind"] == "quoted" { "quoted" } else { "reported" },
            sureness: text(&value["sureness"]).unwrap(),
        }
    };
    let attributions = value["attributions"].as_array().unwrap().iter().map(attribution).collect();
    GoldArticle { name, language: text(&value["language"]).unwrap(), paragraphs, attributions }
}

fn span(paragraph: &str, number: usize, words: &str) -> Span {
    let start = paragraph.find(words).unwrap_or_else(|| panic!("not in the article: {words}"));
    Span { paragraph: number, start, end: start + words.len() }
}

/// How many bytes two lists of spans share, and how many bytes they cover together.
fn overlap(some: &[Span], others: &[Span]) -> (usize, usize) {
    let length = |spans: &[Span]| spans.iter().map(|span| span.end - span.start).sum::<usize>();
    let mut shared = 0;
    for one in some {
        for other in others.iter().filter(|other| other.paragraph == one.paragraph) {
            shared += one.end.min(other.end).saturating_sub(one.start.max(other.start));
        }
    }
    (shared, length(some) + length(others) - shared)
}

/// The number of correct attributions, of those in the draft, and of those in the annotations.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    given: usize,
    wanted: usize,
}

impl Count {
    fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.given.max(1) as f64
    }

    fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.wanted.max(1) as f64
    }

    fn add(&mut self, given: Option<&str>, wanted: Option<&str>) -> bool {
        let is_right = given.map(bare) == wanted.map(bare);
        self.right += usize::from(is_right && wanted.is_some());
        self.given += usize::from(given.is_some());
        self.wanted += usize::from(wanted.is_some());
        is_right
    }
}

/// Removes an article (“a”, “the”) at the beginning, which does not count.
fn bare(words: &str) -> &str {
    let first = words.split([' ', '’', '\'']).next().unwrap_or("");
    let is_article = [
        "the", "a", "an", "der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "einen", "le",
        "la", "les", "l", "un", "une", "el", "los", "las", "una", "o", "os", "as", "um", "uma", "il", "i", "gli", "lo",
    ]
    .contains(&first.to_lowercase().as_str());
    if is_article && words.len() > first.len() {
        words[first.len()..].trim_start_matches([' ', '’', '\''])
    } else {
        words
    }
}

const MEASURES: [&str; 8] = ["words", "exact words", "speaker", "role", "organization", "kind", "sureness", "spans"];

type Counts = BTreeMap<(String, &'static str), Count>;

/// Compares one draft with its annotations.
fn compare(article: &GoldArticle, drafted: &[Attribution], input: &Article, counts: &mut Counts, is_shown: bool) {
    let mut left: Vec<&Attribution> = drafted.iter().collect();
    let mut pairs: Vec<(Option<&Gold>, Option<&Attribution>)> = Vec::new();
    for gold in &article.attributions {
        let share = |attribution: &&&Attribution| {
            let (shared, both) = overlap(&gold.spans, &attribution.spans);
            1000 * shared / both.max(1)
        };
        let best = left.iter().max_by_key(share).filter(|best| share(best) >= 400).copied();
        left.retain(|other| best.is_none_or(|best| !std::ptr::eq(*other, best)));
        pairs.push((Some(gold), best));
    }
    pairs.extend(left.into_iter().map(|attribution| (None, Some(attribution))));
    for (gold, attribution) in pairs {
        let words = |span: Span| input.text(span);
        let speaker = attribution.and_then(|attribution| attribution.speaker);
        let given: [Option<String>; 8] = [
            attribution.map(|_| "+".into()),
            attribution.map(|attribution| format!("{:?}", attribution.spans)),
            speaker.map(|speaker| words(speaker.name).to_owned()),
            speaker.and_then(|speaker| speaker.role).map(|role| words(role).to_owned()),
            speaker.and_then(|speaker| speaker.organization).map(|organization| words(organization).to_owned()),
            attribution
                .map(|attribution| if attribution.kind == Kind::Quoted { "quoted".into() } else { "reported".into() }),
            attribution.map(|attribution| format!("{:?}", attribution.sureness).to_lowercase()),
            attribution
                .filter(|attribution| attribution.spans.len() > 1)
                .map(|attribution| attribution.spans.len().to_string()),
        ];
        let wanted: [Option<String>; 8] = [
            gold.map(|_| "+".into()),
            gold.map(|gold| format!("{:?}", gold.spans)),
            gold.and_then(|gold| gold.speaker.clone()),
            gold.and_then(|gold| gold.role.clone()),
            gold.and_then(|gold| gold.organization.clone()),
            gold.map(|gold| gold.kind.into()),
            gold.map(|gold| gold.sureness.clone()),
            gold.filter(|gold| gold.spans.len() > 1).map(|gold| gold.spans.len().to_string()),
        ];
        for (number, measure) in MEASURES.into_iter().enumerate() {
            let (given, wanted) = (given[number].as_deref(), wanted[number].as_deref());
            for language in [article.language.as_str(), "all"] {
                let is_right = counts.entry((language.into(), measure)).or_default().add(given, wanted);
                if !is_right && is_shown && language == "all" {
                    let spans = attribution
                        .map(|attribution| attribution.spans.clone())
                        .or(gold.map(|gold| gold.spans.clone()))
                        .unwrap();
                    let (given, wanted) = if number == 1 {
                        let show =
                            |spans: &[Span]| spans.iter().map(|span| input.text(*span)).collect::<Vec<_>>().join(" | ");
                        (attribution.map(|it| show(&it.spans)), gold.map(|it| show(&it.spans)))
                    } else {
                        (given.map(str::to_owned), wanted.map(str::to_owned))
                    };
                    println!(
                        "{}: {measure}: {given:?}, wanted {wanted:?}: {}",
                        article.name,
                        input.text(spans[0]).chars().take(60).collect::<String>()
                    );
                }
            }
        }
    }
}

#[test]
fn drafts_of_the_annotated_articles_are_accurate_enough() {
    let shown = std::env::var("MISTAKES").unwrap_or_default();
    let mut counts = Counts::new();
    for article in articles() {
        let paragraphs: Vec<&str> = article.paragraphs.iter().map(String::as_str).collect();
        let input = Article { paragraphs: &paragraphs, language: Some(&article.language) };
        let drafted = draft::draft(&input);
        let is_shown = !shown.is_empty() && article.name.starts_with(&shown);
        compare(&article, &drafted, &input, &mut counts, is_shown);
    }
    print(&counts);
    let all = |measure| counts[&("all".to_owned(), measure)];
    for (measure, precision, recall) in FLOOR {
        let count = all(measure);
        assert!(
            count.precision() >= precision && count.recall() >= recall,
            "{measure}: {:.1} and {:.1}",
            count.precision(),
            count.recall()
        );
    }
}

/// The precision and recall that drafts have now. They must not get worse.
const FLOOR: [(&str, f64, f64); 5] = [
    ("words", 97.5, 98.0),
    ("speaker", 93.0, 91.5),
    ("role", 96.0, 92.0),
    ("organization", 96.0, 92.0),
    ("kind", 96.5, 96.5),
];

fn print(counts: &Counts) {
    for ((language, measure), count) in counts {
        println!(
            "{language:4}{measure:14}precision {:5.1}  recall {:5.1}  of {}",
            count.precision(),
            count.recall(),
            count.wanted
        );
    }
}
