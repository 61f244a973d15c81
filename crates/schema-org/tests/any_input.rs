//! Whatever stands in a page, importing it ends, and what is made of it is a document.

use std::time::Duration;

use document::decode::decode;
use document::model::Article;
use document::problem::Severity;
use proptest::prelude::*;
use schema_org::{Imported, import_claim_reviews, import_google, import_page};
use testing::{ThreadTime, test};

/// JSON that is nearly what importers read: their words, in any place.
fn likely() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ClaimReview",
        "Claim",
        "Person",
        "Organization",
        "NewsArticle",
        "Quotation",
        "#a",
        "#b",
        "https://a.example/#claim-x",
        "a.example",
        "2020-10-07 20:05",
        "&quot;a&amp;b",
        " ",
        "",
        "4,5",
        "-1",
        "<b>",
        "$",
        "é\u{0}\u{feff}",
        "http://schema.org/Claim",
    ]);
    let key = prop::sample::select(vec![
        "@type",
        "@id",
        "@graph",
        "@value",
        "@list",
        "@context",
        "claimReviewed",
        "itemReviewed",
        "author",
        "name",
        "url",
        "text",
        "appearance",
        "reviewRating",
        "ratingValue",
        "bestRating",
        "worstRating",
        "datePublished",
        "mentions",
        "review",
        "subjectOf",
        "spokenByCharacter",
        "claims",
        "claimReview",
        "claimant",
        "publisher",
        "schema:author",
        "jobTitle",
    ]);
    let leaf = prop_oneof![
        4 => word.prop_map(serde_json::Value::from),
        1 => any::<i32>().prop_map(serde_json::Value::from),
        1 => Just(serde_json::Value::Null),
        1 => any::<bool>().prop_map(serde_json::Value::from),
        1 => any::<String>().prop_map(serde_json::Value::from),
    ];
    let node = leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            4 => prop::collection::vec((key.clone(), inner), 0..7).prop_map(|fields| {
                serde_json::Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    });
    node.prop_map(|mut node| {
        if let Some(fields) = node.as_object_mut() {
            fields.entry("@type").or_insert("ClaimReview".into());
            fields.entry("claimReviewed").or_insert("It is".into());
        }
        node.to_string()
    })
}

#[track_caller]
fn decodes(imported: &Imported) {
    let json = serde_json::to_string(&imported.document).unwrap();
    let decoded = decode(&json).unwrap();
    let faults: Vec<_> = decoded.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(faults.is_empty(), "{faults:?} in {json}");
    assert_eq!(decoded.document.claims.len(), imported.document.claims.len());
}

#[track_caller]
fn all_decode(json: &str) {
    let article = || Article { headline: "A".to_owned(), ..Article::default() };
    import_page(&[json], article()).iter().for_each(decodes);
    import_page(&[json, json, "{", json], article()).iter().for_each(decodes);
    import_claim_reviews(json).iter().flatten().for_each(decodes);
    import_google(json).iter().flatten().for_each(decodes);
}

#[test]
fn any_text_is_read_or_refused() {
    proptest!(|(text in any::<String>())| all_decode(&text));
}

#[test]
fn any_json_ld_becomes_a_document_or_is_refused() {
    proptest!(|(json in likely())| all_decode(&json));
}

#[test]
fn json_ld_that_is_cut_off_or_garbled_is_read_or_refused() {
    proptest!(|(json in likely(), at in any::<prop::sample::Index>(), with in any::<char>())| {
        let mut chars: Vec<_> = json.chars().collect();
        let at = at.index(chars.len());
        all_decode(&chars[..at].iter().collect::<String>());
        chars[at] = with;
        all_decode(&chars.iter().collect::<String>());
    });
}

/// A text of some hundred kilobytes is read in a moment, whatever refers to what.
#[track_caller]
fn in_a_moment(json: &str) {
    let begin = ThreadTime::now();
    all_decode(json);
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?} for {} bytes", begin.elapsed(), json.len());
}

#[test]
fn many_things_with_one_id_take_no_square_of_time() {
    let same =
        r##"{"@id":"#a","@type":"ClaimReview","claimReviewed":"A","author":{"@id":"#a"},"itemReviewed":{"@id":"#a"}}"##;
    in_a_moment(&format!("[{}]", vec![same; 2_000].join(",")));
}

#[test]
fn many_claims_with_the_same_many_authors_do_not_multiply() {
    let people: Vec<_> = (0..5_000).map(|number| format!(r#"{{"name":"P{number}"}}"#)).collect();
    let item = format!(r##"{{"@id":"#a","@type":"Claim","author":[{}]}}"##, people.join(","));
    let reviews: Vec<_> = (0..200)
        .map(|number| {
            format!(
                r##"{{"@type":"ClaimReview","claimReviewed":"C{number}","author":"D","itemReviewed":{{"@id":"#a"}}}}"##
            )
        })
        .collect();
    in_a_moment(&format!("[{item},{}]", reviews.join(",")));
}
