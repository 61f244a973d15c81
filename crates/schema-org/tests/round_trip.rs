//! What the exports hold comes back from them.

use document::decode::decode;
use document::model::{Document, Speaker, Statement};
use proptest::prelude::*;
use schema_org::{claim_reviews, import_claim_reviews, json_ld};
use serde_json::{Value, json};
use testing::test;

/// What is trimmed changes, and so cannot come back.
fn text() -> impl Strategy<Value = String> {
    "(<b>|&amp;|[A-Za-zé“”,;\"'\n])( ?(&|&amp;|</b>|<br>|<|[a-zé“”,;\"'\n])){0,9}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("blank", |text| !text.is_empty())
}

fn maybe(strategy: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    prop::option::of(strategy).prop_map(|value| value.map_or(Value::Null, Value::from))
}

fn date() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["2020", "2020-10", "2020-10-07", "2020-10-07T20:05Z"]).prop_map(str::to_owned)
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z]{1,8}\\.example/[a-z0-9]{0,8}"
}

prop_compose! {
    fn source()(title in maybe(text()), url in url(), publisher in maybe(text()), published in maybe(date())) -> Value {
        json!({ "title": title, "url": url, "publisher": publisher, "published": published })
    }
}

prop_compose! {
    fn statement()(name in "[A-Z][a-z]{1,6}", role in maybe(text()), organization in maybe(text()),
        quote in prop::collection::vec(text(), 1..3), said in maybe(date()), source in prop::option::of(source())) -> Value {
        json!({ "speaker": name, "role": role, "organization": organization, "quote": quote, "said": said, "source": source })
    }
}

prop_compose! {
    fn review()(by in text(), url in maybe(url()), published in maybe(date()), label in maybe(text()), value in prop::option::of(1..6)) -> Value {
        let scale = value.map(|_| (5, 1)).unzip();
        json!({ "by": by, "url": url, "published": published, "label": label, "value": value, "best": scale.0, "worst": scale.1 })
    }
}

fn documents(statements: std::ops::Range<usize>, reviews: std::ops::Range<usize>) -> impl Strategy<Value = Document> {
    let claim = (text(), prop::collection::vec(statement(), statements), prop::collection::vec(review(), reviews));
    let article = (text(), url(), maybe(text()), maybe(date()), maybe(date()));
    (article, prop::collection::vec(claim, 1..4)).prop_map(|((headline, url, publisher, published, updated), claims)| {
        let mut speakers = serde_json::Map::new();
        let claims: Vec<_> = claims
            .into_iter()
            .enumerate()
            .map(|(at, (text, statements, mut reviews))| {
                for statement in &statements {
                    let name = statement["speaker"].as_str().unwrap();
                    speakers.insert(name.to_owned(), json!({ "name": name }));
                }
                // The same review twice is one.
                reviews.dedup();
                json!({ "id": format!("c-{at}"), "text": format!("{at} {text}"), "statements": statements, "reviews": reviews })
            })
            .collect();
        let article = json!({ "headline": headline, "url": url, "publisher": publisher, "published": published, "updated": updated, "language": "en" });
        decode(&json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims }).to_string()).unwrap().document
    })
}

fn speaker<'document>(document: &'document Document, statement: &Statement) -> Option<&'document Speaker> {
    document.speakers.get(statement.speaker.as_deref()?)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn json_ld_holds_the_article_quotes_speakers_sources_and_reviews(document in documents(1..4, 0..3)) {
        let [imported] = import_claim_reviews(&json_ld(&document).to_string()).unwrap().try_into().unwrap();
        prop_assert_eq!(imported.remarks, vec![]);
        let again = imported.document;
        prop_assert_eq!(&again.article, &document.article);
        prop_assert_eq!(again.claims.len(), document.claims.len());
        for (after, before) in again.claims.iter().zip(&document.claims) {
            prop_assert_eq!((&after.id, &after.text, &after.reviews), (&before.id, &before.text, &before.reviews));
            // The same words by the same speaker twice are said once; the language of the article is that of each quote.
            let mut expected: Vec<_> = Vec::new();
            for statement in &before.statements {
                let statement = Statement { language: document.article.language.clone(), ..statement.clone() };
                if !expected.contains(&statement) {
                    expected.push(statement);
                }
            }
            prop_assert_eq!(&after.statements, &expected);
            for (one, other) in after.statements.iter().zip(&expected) {
                prop_assert_eq!(speaker(&again, one), speaker(&document, other));
            }
        }
    }

    #[test]
    fn claim_review_holds_claims_speakers_and_ratings(document in documents(0..2, 1..3)) {
        let json = claim_reviews(&document).to_string();
        let all = import_claim_reviews(&json).unwrap();
        let claims: Vec<_> = all.iter().flat_map(|imported| &imported.document.claims).collect();
        for before in &document.claims {
            let after: Vec<_> = claims.iter().filter(|claim| claim.text == before.text).collect();
            let reviews: Vec<_> = after.iter().flat_map(|claim| &claim.reviews).collect();
            prop_assert!(before.reviews.iter().all(|review| reviews.contains(&review)), "{before:?} {after:?}");
            for statement in &before.statements {
                let held = Statement { quote: None, ..statement.clone() };
                prop_assert!(after.iter().all(|claim| claim.statements.contains(&held)), "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn both_hold_who_made_a_claim_without_a_quote_when_and_where(
        (speakers, works) in prop_oneof![(0..4_usize, 0..2_usize), (0..2_usize, 0..4_usize)],
        sources in prop::collection::vec(source(), 4), said in maybe(date()), review in review(), headline in text(), publisher in maybe(text()),
        updated in maybe(date()), is_of_page in prop::sample::select(vec![true, false]),
    ) {
        prop_assume!(speakers + works > 0);
        let url = "https://a.example/1";
        let mut statements = Vec::new();
        for speaker in 0..speakers.max(1) {
            let key = (speaker < speakers).then(|| format!("S{speaker}"));
            let role = key.as_ref().map(|key| format!("role of {key}"));
            for (work, source) in sources.iter().enumerate().take(works.max(1)) {
                let mut source = source.clone();
                source["url"] = json!(format!("https://s.example/{work}"));
                let source = if work < works { source } else { Value::Null };
                statements.push(json!({ "speaker": key, "role": role, "said": said, "source": source }));
            }
        }
        let people: serde_json::Map<_, _> = (0..speakers).map(|at| (format!("S{at}"), json!({ "name": format!("S{at}") }))).collect();
        let mut review = review;
        review["url"] = if is_of_page { url.into() } else { Value::Null };
        // A review that is the article has its date.
        let published = if is_of_page { review["published"].clone() } else { "2020-10".into() };
        let document = json!({
            "version": 1,
            "article": { "headline": headline, "url": url, "publisher": publisher, "published": published, "updated": updated, "language": "de" },
            "speakers": people,
            "claims": [{ "id": "c", "text": "C", "statements": statements, "reviews": [review] }],
        });
        let document = decode(&document.to_string()).unwrap().document;
        for json in [json_ld(&document), claim_reviews(&document)] {
            let [imported] = import_claim_reviews(&json.to_string()).unwrap().try_into().unwrap();
            prop_assert_eq!(&imported.document, &document);
            prop_assert_eq!(imported.remarks, vec![]);
        }
    }
}

#[test]
fn quotes_and_reported_words_of_one_claim_come_back_with_their_dates_and_places() {
    let document = json!({ "version": 1, "article": { "headline": "H", "url": "https://a.example/" },
        "speakers": { "Ada": { "name": "Ada" }, "Ben": { "name": "Ben" } },
        "claims": [{ "id": "c", "text": "C", "statements": [
            { "speaker": "Ada", "quote": "q", "said": "2020", "source": { "title": "S" } },
            { "speaker": "Ben", "said": "2021", "source": { "title": "T" } },
        ] }] });
    let document = decode(&document.to_string()).unwrap().document;
    let [imported] = import_claim_reviews(&json_ld(&document).to_string()).unwrap().try_into().unwrap();
    assert_eq!(imported.document, document);
}

#[test]
fn claims_with_the_same_text_come_back_apart() {
    let claim = |id: &str, statements: Value| json!({ "id": id, "text": "Same", "statements": statements, "reviews": [{ "by": id }] });
    let claims = [
        claim("c1", json!([{ "speaker": "a", "quote": "one" }])),
        claim("c2", json!([{ "speaker": "a", "quote": "two" }])),
        claim("c3", json!([])),
    ];
    let document = json!({ "version": 1, "article": { "headline": "A", "url": "https://a.example/" }, "speakers": { "a": { "name": "a" } },
        "claims": claims });
    let document = decode(&document.to_string()).unwrap().document;
    let back = |json: Value| {
        let all = import_claim_reviews(&json.to_string()).unwrap();
        let claims = all.iter().flat_map(|imported| &imported.document.claims);
        claims.map(|claim| (claim.id.clone(), claim.statements.len(), claim.reviews.len())).collect::<Vec<_>>()
    };
    let expected = |statements: [usize; 3]| {
        ["c1", "c2", "c3"].into_iter().zip(statements).map(|(id, count)| (id.to_owned(), count, 1))
    };
    assert_eq!(back(json_ld(&document)), expected([1, 1, 0]).collect::<Vec<_>>());
}
