//! schema.org's `ClaimReview` becomes a document.

use document::decode::Decoded;
use schema_org::claim_reviews;
use serde_json::{Value, json};
use testing::test;

const HEADLINE: &str = "Is the earth flat?";

#[track_caller]
fn imported(json: Value) -> Decoded {
    claim_reviews(&json.to_string(), HEADLINE).unwrap()
}

/// The document as JSON, after an import without a problem.
#[track_caller]
fn document(json: Value) -> Value {
    let Decoded { document, problems, left_out } = imported(json);
    assert_eq!((problems, left_out), (vec![], 0));
    serde_json::to_value(document).unwrap()
}

#[track_caller]
fn problems(json: Value) -> Vec<String> {
    imported(json).problems.iter().map(ToString::to_string).collect()
}

fn review() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2016-06-22",
        "url": "https://example.com/news/science/worldisflat.html",
        "claimReviewed": "The world is flat",
        "author": { "@type": "Organization", "name": "Example.com science watch" },
        "itemReviewed": {
            "@type": "Claim",
            "author": { "@type": "Organization", "name": "Square World Society", "sameAs": "https://example.flatworlders.com" },
            "datePublished": "2016-06-20",
            "appearance": {
                "@type": "OpinionNewsArticle",
                "url": "https://example.com/news/a122121",
                "headline": "Square Earth",
                "datePublished": "2016-06-19",
                "publisher": { "@type": "Organization", "name": "Skeptical News" },
            },
        },
        "reviewRating": { "@type": "Rating", "ratingValue": "1", "bestRating": 5, "worstRating": "1", "alternateName": "False" },
    })
}

/// A review with one property replaced.
fn review_with(property: &str, value: Value) -> Value {
    let mut review = review();
    review[property] = value;
    review
}

#[test]
fn takes_over_every_property_that_a_card_shows() {
    assert_eq!(
        document(review()),
        json!({
            "version": 1,
            "article": { "headline": "Is the earth flat?" },
            "speakers": { "Square World Society": { "name": "Square World Society", "type": "organization" } },
            "claims": [{
                "id": "the-world-is-flat",
                "text": "The world is flat",
                "statements": [{
                    "speaker": "Square World Society",
                    "said": "2016-06-20",
                    "source": {
                        "title": "Square Earth",
                        "url": "https://example.com/news/a122121",
                        "publisher": "Skeptical News",
                        "published": "2016-06-19",
                    },
                }],
                "reviews": [{
                    "by": "Example.com science watch",
                    "url": "https://example.com/news/science/worldisflat.html",
                    "published": "2016-06-22",
                    "label": "False",
                    "value": 1,
                    "best": 5,
                    "worst": 1,
                }],
            }],
        })
    );
}

#[test]
fn a_speaker_keeps_role_and_organization() {
    let author = json!({ "@type": "Person", "name": "Ada Low", "jobTitle": "engineer", "affiliation": { "name": "City Water" } });
    let document = document(review_with("itemReviewed", json!({ "@type": "Claim", "author": [author] })));
    assert_eq!(document["speakers"], json!({ "Ada Low": { "name": "Ada Low" } }));
    let said = json!({ "speaker": "Ada Low", "role": "engineer", "organization": "City Water" });
    assert_eq!(document["claims"][0]["statements"], json!([said]));
}

#[test]
fn names_may_be_plain_text_and_a_work_no_more_than_its_address() {
    let claim = json!({ "author": "Ada Low", "firstAppearance": "https://a.example/speech" });
    let document = document(review_with("itemReviewed", claim));
    let said = json!({ "speaker": "Ada Low", "source": { "url": "https://a.example/speech" } });
    assert_eq!(document["claims"][0]["statements"], json!([said]));
}

#[test]
fn finds_reviews_however_deep_they_stand() {
    let page = json!([
        { "@type": "BreadcrumbList", "itemListElement": [] },
        { "@context": "https://schema.org", "@graph": [{ "@type": "NewsArticle", "review": review() }] },
        { "@type": ["Review", "ClaimReview"], "claimReviewed": "The moon is cheese", "author": { "name": "Example" } },
    ]);
    let imported = imported(page);
    let texts: Vec<_> = imported.document.claims.iter().map(|claim| claim.text.as_str()).collect();
    assert_eq!(texts, ["The world is flat", "The moon is cheese"]);
}

#[test]
fn reviews_of_one_claim_share_a_card() {
    let second = review_with("author", json!({ "name": "Another desk" }));
    let document = document(json!([review(), second]));
    let claims = document["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["reviews"][1]["by"], "Another desk");
    assert_eq!(claims[0]["statements"].as_array().unwrap().len(), 1);
}

#[test]
fn claims_that_begin_alike_or_have_no_latin_letter_have_addresses_of_their_own() {
    let long = "a word and another ".repeat(10);
    let reviews: Vec<_> = [format!("{long}one"), format!("{long}two"), "地球は平らだ".to_owned()]
        .map(|text| review_with("claimReviewed", text.into()))
        .into();
    let imported = imported(json!(reviews));
    assert_eq!(imported.problems, []);
    let ids: Vec<_> = imported.document.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids[1..], ["review-2", "review-3"]);
}

#[test]
fn a_review_that_does_not_say_of_what_is_left_out_and_named() {
    let broken = review_with("claimReviewed", json!("  "));
    let page = json!({ "@graph": [broken, review()] });
    assert_eq!(problems(page.clone()), ["@graph[0].claimReviewed: missing; the review is not shown"]);
    assert_eq!(imported(page).left_out, 1);
}

#[test]
fn what_cannot_be_read_is_named() {
    let page = review_with("datePublished", "June 22nd".into());
    let expected =
        "claims[0].reviews[0].published: not an ISO 8601 date (such as 2019-02 or 2019-02-11T09:30Z); not shown";
    assert_eq!(problems(page), [expected]);
}

#[test]
fn an_address_that_is_no_link_stays_none() {
    let page = review_with("url", "javascript:alert(1)".into());
    assert_eq!(imported(page).document.claims[0].reviews[0].url, None);
}

#[test]
fn any_text_comes_through() {
    for text in ["a \"quote\" \\ and a\u{0}\n\u{2028}b", "</script>", "👍 é"] {
        let document = document(review_with("itemReviewed", json!({ "author": text })));
        assert_eq!(document["claims"][0]["statements"][0]["speaker"], text);
        assert_eq!(document["speakers"][text]["name"], text);
    }
}

#[test]
fn what_is_no_number_is_left_out_of_a_rating() {
    let value = |value: Value| {
        let document = document(review_with("reviewRating", json!({ "ratingValue": value })));
        document["claims"][0]["reviews"][0]["value"].to_string()
    };
    assert_eq!([json!("4.50"), json!(-1), json!("1e9")].map(value), ["4.50", "-1", "1e+9"]);
    assert_eq!([json!("Four"), json!("1."), json!("+1"), json!("")].map(value), ["null"; 4]);
}

#[track_caller]
fn refused(json: &str, message: &str) {
    assert_eq!(claim_reviews(json, HEADLINE).unwrap_err().to_string(), message);
}

#[test]
fn refuses_what_holds_no_review() {
    refused(r#"{"@type": "NewsArticle"}"#, "there is no ClaimReview in it");
    refused(r#"[{"@type": "ClaimReview"}]"#, "[0].claimReviewed: missing; the review is not shown");
    refused("{", "not JSON: EOF while parsing an object at line 1 column 1");
}

#[test]
fn all_who_made_a_claim_stand_on_its_card() {
    let by = |name: &str| review_with("itemReviewed", json!({ "author": { "name": name } }));
    let document = document(json!([by("Ada Low"), by("Ben High"), by("Ada Low")]));
    let said = document["claims"][0]["statements"].as_array().unwrap();
    assert_eq!(said, &[json!({ "speaker": "Ada Low" }), json!({ "speaker": "Ben High" })]);
}

#[test]
fn a_rating_that_nobody_has_signed_costs_itself_and_not_the_claim() {
    let page = review_with("author", json!({ "@id": "#desk" }));
    assert_eq!(problems(page.clone()), ["author.name: missing; the rating is not shown"]);
    let Decoded { document, left_out, .. } = imported(page);
    assert_eq!((document.claims.len(), document.claims[0].reviews.len(), left_out), (1, 0, 0));
}
