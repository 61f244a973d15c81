//! What a document says to those who read schema.org.

use document::decode::decode;
use document::model::Article;
use schema_org::{import_claim_reviews, import_page, json_ld};
use serde_json::{Value, json};
use testing::test;

const EVERY_FIELD: &str = include_str!("../../../tests/e2e/every-field.json");
const IRAN_S_400: &str = include_str!("../../../data/iran-s-400.json");

/// Types, what each is a kind of, and the properties that it has beside those of its parent. As far as they are used here.
const VOCABULARY: &[(&str, &str, Properties)] = &[
    ("Thing", "", &[("name", TEXT), ("alternateName", TEXT), ("url", URL), ("subjectOf", &["CreativeWork"])]),
    (
        "CreativeWork",
        "Thing",
        &[
            ("author", WHO),
            ("citation", &["CreativeWork", "Text"]),
            ("dateCreated", DATE),
            ("dateModified", DATE),
            ("datePublished", DATE),
            ("headline", TEXT),
            ("inLanguage", TEXT),
            ("isBasedOn", &["CreativeWork", "URL"]),
            ("mentions", &["Thing"]),
            ("publisher", WHO),
            ("review", &["Review"]),
            ("text", TEXT),
            ("translationOfWork", &["CreativeWork"]),
        ],
    ),
    ("NewsArticle", "CreativeWork", &[]),
    ("Claim", "CreativeWork", &[("appearance", &["CreativeWork"])]),
    ("Quotation", "CreativeWork", &[("spokenByCharacter", WHO)]),
    ("Review", "CreativeWork", &[("itemReviewed", &["Thing"]), ("reviewRating", &["Rating"])]),
    ("ClaimReview", "Review", &[("claimReviewed", TEXT)]),
    ("Rating", "Thing", &[("ratingValue", NUMBER), ("bestRating", NUMBER), ("worstRating", NUMBER)]),
    ("Person", "Thing", &[("jobTitle", TEXT), ("affiliation", &["Organization"])]),
    ("Organization", "Thing", &[]),
];

/// The name of each property, and what it may hold.
type Properties = &'static [(&'static str, &'static [&'static str])];

const TEXT: &[&str] = &["Text"];
const URL: &[&str] = &["URL"];
const DATE: &[&str] = &["Date"];
const NUMBER: &[&str] = &["Number", "Text"];
const WHO: &[&str] = &["Person", "Organization"];

/// The type and all that it is a kind of.
fn kinds(schema_type: &str) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    let mut next = schema_type;
    while let Some((kind, parent, _)) = VOCABULARY.iter().find(|(kind, ..)| *kind == next) {
        kinds.push(*kind);
        next = parent;
    }
    kinds
}

/// Fails at a property that its type does not have, at a value that the property does not take, and at nothing said.
fn hold_to_schema_org(thing: &Value) {
    let kinds_of_thing = kinds(thing["@type"].as_str().unwrap());
    assert!(!kinds_of_thing.is_empty(), "no type of schema.org: {thing}");
    let properties = thing.as_object().unwrap();
    assert!(properties.len() > 1, "nothing is said of {thing}");
    for (property, value) in properties.iter().filter(|(property, _)| !property.starts_with('@')) {
        let known = VOCABULARY.iter().filter(|(kind, ..)| kinds_of_thing.contains(kind)).flat_map(|(.., own)| *own);
        let (_, range) = known
            .clone()
            .find(|(name, _)| name == property)
            .unwrap_or_else(|| panic!("{} has no {property}", kinds_of_thing[0]));
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        assert!(!values.is_empty(), "{property} is empty");
        for value in values {
            let found = match value {
                Value::String(text) => {
                    assert!(!text.is_empty(), "{property} is empty");
                    // A date and a URL are texts to JSON.
                    vec!["Text", "URL", "Date"]
                }
                Value::Number(_) => vec!["Number"],
                Value::Object(_) => {
                    hold_to_schema_org(value);
                    kinds(value["@type"].as_str().unwrap())
                }
                other => panic!("{property} is {other}"),
            };
            assert!(found.iter().any(|kind| range.contains(kind)), "{property} does not take {value}");
        }
    }
}

#[track_caller]
fn of(document: &str) -> Value {
    let json_ld = json_ld(&decode(document).unwrap().document);
    hold_to_schema_org(&json_ld);
    json_ld
}

/// The claim of a document in which Ada Low, the Water Board and the residents may speak.
#[track_caller]
fn claim(claim: Value) -> Value {
    let mut claim = claim;
    claim["id"] = json!("it-is-safe");
    claim["text"] = json!("The water is safe");
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en" },
        "speakers": {
            "ada": { "name": "Ada Low", "role": "engineer", "organization": "City Water", "url": "https://city.example/ada" },
            "ben": { "name": "Ben High" },
            "board": { "name": "Water Board", "type": "organization", "role": "supplier", "organization": "City" },
            "street": { "name": "Residents of Mill Street", "type": "group" },
        },
        "claims": [claim],
    });
    of(&document.to_string())["mentions"][0].take()
}

#[track_caller]
fn statement(statement: Value) -> Value {
    claim(json!({ "statements": [statement] }))
}

/// The names of those who make a claim with these statements.
#[track_caller]
fn authors(statements: Value) -> Vec<String> {
    let claim = claim(json!({ "statements": statements }));
    let authors = claim.get("author").map(|authors| authors.as_array().unwrap().as_slice()).unwrap_or_default();
    authors.iter().map(|author| author["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_document_with_every_field_says_all_that_schema_org_has_a_word_for() {
    let ada = json!({
        "@type": "Person",
        "name": "Ada Low",
        "jobTitle": "former engineer",
        "affiliation": { "@type": "Organization", "name": "City Council" },
        "url": "https://city.example/ada",
    });
    let spied = json!({ "@type": "Person", "name": "Spied Upon" });
    let safe = json!({
        "@type": "Claim",
        "@id": "https://daily.example/water#claim-the-water-is-safe",
        "text": "The water is safe to drink again",
        "author": [ada, spied],
        "subjectOf": [
            {
                "@type": "Quotation",
                "text": "It is safe to drink […] and has been since Monday",
                "inLanguage": "en",
                "spokenByCharacter": ada,
                "dateCreated": "2024-05-01",
                "isBasedOn": {
                    "@type": "CreativeWork",
                    "name": "Press conference",
                    "url": "https://city.example/pc",
                    "publisher": { "@type": "Organization", "name": "City" },
                    "datePublished": "2024",
                },
            },
            {
                "@type": "Quotation",
                "text": "لا نعرف",
                "inLanguage": "ar",
                "translationOfWork": { "@type": "Quotation", "inLanguage": "fa" },
                "spokenByCharacter": {
                    "@type": "Person",
                    "name": "محمد جواد ظريف",
                    "jobTitle": "🧑‍🚒",
                    "affiliation": { "@type": "Organization", "name": "وزارة الخارجية" },
                },
            },
        ],
        "citation": [{ "@type": "CreativeWork", "url": "https://www.daily.example/b" }],
        "review": [{
            "@type": "ClaimReview",
            "claimReviewed": "The water is safe to drink again",
            "itemReviewed": { "@type": "Claim", "@id": "https://daily.example/water#claim-the-water-is-safe" },
            "author": { "@type": "Organization", "name": "Example Checkers" },
            "url": "https://checkers.example/1",
            "datePublished": "2024-05",
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": 4.50,
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": "Mostly true",
            },
        }],
    });
    let warned = json!({
        "@type": "Claim",
        "@id": "https://daily.example/water#claim-nobody-was-warned",
        "text": "Nobody was warned",
        "author": [{ "@type": "Organization", "name": "Residents of Mill Street" }],
        "subjectOf": [{ "@type": "Quotation", "text": "Nobody told us", "inLanguage": "en" }],
    });
    let knew = json!({
        "@type": "Claim",
        "@id": "https://daily.example/water#claim-somebody-knew",
        "text": "Somebody knew",
    });
    let expected = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "City says the water is safe again",
        "url": "https://daily.example/water",
        "publisher": { "@type": "Organization", "name": "The Daily Example" },
        "datePublished": "2024-05-01",
        "dateModified": "2024-05-02T09:30Z",
        "inLanguage": "en",
        "mentions": [safe, warned, knew],
    });
    // `json!` does not keep the digits of 4.50.
    let found = of(EVERY_FIELD).to_string().replace("4.50", "4.5");
    assert_eq!(serde_json::from_str::<Value>(&found).unwrap(), expected);
}

#[test]
fn the_article_of_the_demo_has_a_claim_for_each_card_and_no_review() {
    let iran = of(IRAN_S_400);
    assert_eq!(iran["mentions"].as_array().unwrap().len(), 8);
    assert!(!iran.to_string().contains("Review"));
    assert_eq!(iran["mentions"][0]["@id"], "#claim-iran-has-not-ordered-the-s-400");
    // Ibrahim Kalin only comments on it.
    assert_eq!(iran["mentions"][7]["author"][0]["name"], "Mevlut Cavusoglu");
    assert_eq!(iran["mentions"][7]["author"].as_array().unwrap().len(), 1);
}

#[test]
fn the_smallest_document_is_an_article_with_a_headline() {
    let smallest = of(r#"{"version": 1, "article": {"headline": "Water"}, "speakers": {}, "claims": []}"#);
    let expected = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Water" });
    assert_eq!(smallest, expected);
}

#[test]
fn the_address_of_a_claim_takes_the_place_of_a_fragment() {
    let address = |url: &str| {
        let document = json!({ "version": 1, "article": { "headline": "Water", "url": url }, "speakers": {},
                               "claims": [{ "id": "a", "text": "A" }] });
        of(&document.to_string())["mentions"][0]["@id"].as_str().unwrap().to_owned()
    };
    assert_eq!(address("https://daily.example/water?page=1#top"), "https://daily.example/water?page=1#claim-a");
    assert_eq!(address("https://daily.example"), "https://daily.example/#claim-a");
}

#[test]
fn a_role_is_held_at_a_time() {
    let said = statement(json!({ "speaker": "ada", "quote": "Safe", "role": "minister", "organization": "The State" }));
    let expected = json!({
        "@type": "Person",
        "name": "Ada Low",
        "jobTitle": "minister",
        "affiliation": { "@type": "Organization", "name": "The State" },
        "url": "https://city.example/ada",
    });
    assert_eq!(said["subjectOf"][0]["spokenByCharacter"], expected);
    assert_eq!(said["author"], json!([expected]));
}

#[test]
fn an_organization_has_neither_job_title_nor_affiliation() {
    for (key, name) in [("board", "Water Board"), ("street", "Residents of Mill Street")] {
        let said = statement(json!({ "speaker": key, "quote": "Safe", "role": "owner", "organization": "City" }));
        let expected = json!({ "@type": "Organization", "name": name });
        assert_eq!(said["subjectOf"][0]["spokenByCharacter"], expected);
    }
}

#[test]
fn what_is_reported_is_no_quotation() {
    let said = statement(json!({ "speaker": "ada", "reported": "the water is safe" }));
    assert_eq!(said.get("subjectOf"), None);
    let both = statement(json!({ "speaker": "ada", "reported": "the water is safe", "quote": "Safe" }));
    assert_eq!(both["subjectOf"].as_array().unwrap().len(), 1);
    assert_eq!(both["subjectOf"][0]["text"], "Safe");
}

#[test]
fn a_quotation_is_based_on_its_source_and_a_claim_appears_where_it_is_reported() {
    let source = json!({ "title": "Speech", "url": "https://city.example/speech" });
    let work = json!({ "@type": "CreativeWork", "name": "Speech", "url": "https://city.example/speech" });
    let quoted = statement(json!({ "speaker": "ada", "quote": "Safe", "source": source, "said": "2024" }));
    assert_eq!((&quoted["subjectOf"][0]["isBasedOn"], quoted.get("appearance")), (&work, None));
    assert_eq!((&quoted["subjectOf"][0]["dateCreated"], quoted.get("datePublished")), (&json!("2024"), None));
    let reported = statement(json!({ "speaker": "ada", "reported": "safe", "source": source, "said": "2024" }));
    assert_eq!((&reported["appearance"], reported.get("subjectOf")), (&json!([work]), None));
    assert_eq!(reported["datePublished"], "2024");
    // What denies a claim does not make it.
    let denied = statement(
        json!({ "speaker": "ada", "reported": "not safe", "stance": "denies", "source": source, "said": "2024" }),
    );
    assert_eq!(
        (&denied["citation"], denied.get("appearance"), denied.get("datePublished")),
        (&json!([work]), None, None)
    );
}

#[test]
fn a_quotation_is_in_the_language_of_its_words() {
    let in_language = |fields: Value| statement(fields)["subjectOf"][0]["inLanguage"].take();
    assert_eq!(in_language(json!({ "quote": "Safe" })), "en");
    assert_eq!(in_language(json!({ "quote": "Sicher", "language": "de" })), "de");
}

#[rustfmt::skip]
mod a_claim_is_made {
    use super::*;
    use testing::test;

    #[test] fn by_whoever_affirms_it() { assert_eq!(authors(json!([{ "speaker": "ada", "stance": "affirms" }])), ["Ada Low"]) }
    #[test] fn by_whoever_says_it_without_more() { assert_eq!(authors(json!([{ "speaker": "ada", "quote": "Safe" }])), ["Ada Low"]) }
    #[test] fn by_whoever_comments_on_it_and_affirms_it_too() { assert_eq!(authors(json!([{ "speaker": "ada", "stance": "comments" }, { "speaker": "ada", "stance": "affirms" }])), ["Ada Low"]) }
    #[test] fn by_each_speaker_once() { assert_eq!(authors(json!([{ "speaker": "ben" }, { "speaker": "ada", "role": "minister" }, { "speaker": "ada" }])), ["Ben High", "Ada Low"]) }
    #[test] fn by_no_one_who_denies_it() { assert!(authors(json!([{ "speaker": "ada", "stance": "denies" }])).is_empty()) }
    #[test] fn by_no_one_who_only_comments_on_it() { assert!(authors(json!([{ "speaker": "ada", "stance": "comments" }])).is_empty()) }
    #[test] fn by_no_one_who_affirms_it_and_denies_it_later() { assert_eq!(authors(json!([{ "speaker": "ada" }, { "speaker": "ben" }, { "speaker": "ada", "stance": "denies" }])), ["Ben High"]) }
    #[test] fn by_no_one_whom_the_document_does_not_name() { assert!(authors(json!([{ "quote": "Safe", "role": "engineer", "organization": "City Water" }])).is_empty()) }
}

#[test]
fn numbers_keep_their_digits() {
    let text = of(EVERY_FIELD).to_string();
    assert!(text.contains(r#""ratingValue":4.50"#), "{text}");
}

#[test]
fn a_review_without_a_rating_has_none() {
    let reviewed = claim(json!({ "statements": [{ "speaker": "ada" }], "reviews": [{ "by": "Checkers" }] }));
    assert_eq!(reviewed["review"][0].get("reviewRating"), None);
    let labelled = claim(json!({ "reviews": [{ "by": "Checkers", "label": "False" }] }));
    assert_eq!(labelled["review"][0]["reviewRating"], json!({ "@type": "Rating", "alternateName": "False" }));
}

#[test]
fn what_is_told_to_others_can_be_imported_again() {
    let before = decode(EVERY_FIELD).unwrap().document;
    let json = of(EVERY_FIELD).to_string();
    let [after] = import_claim_reviews(&json).unwrap().try_into().unwrap();
    assert_eq!(after.remarks, []);
    let after = after.document;
    let head = |article: &Article| {
        (article.headline.clone(), article.url.clone(), article.published.clone(), article.updated.clone())
    };
    assert_eq!(head(&after.article), head(&before.article));
    let claims = |document: &document::model::Document| {
        let claims = document.claims.iter().map(|claim| (claim.id.clone(), claim.text.clone(), claim.reviews.clone()));
        claims.collect::<Vec<_>>()
    };
    assert_eq!(claims(&after), claims(&before));
    let quote = |document: &document::model::Document| document.claims[0].statements[0].quote.clone();
    assert_eq!(quote(&after), quote(&before));
    // A page that has this beside its own reviews is one document.
    let page = import_page(&[&json], Article { headline: "Water".to_owned(), ..Article::default() }).unwrap();
    assert_eq!(claims(&page.document), claims(&before));
}

#[test]
fn texts_are_kept_character_for_character() {
    let hostile = "<script>alert(1)</script> \u{202e}مرحبا\u{2028}👩\u{200d}🚒 </template><!-- \u{0} \" ' `";
    let said = statement(json!({ "speaker": "ada", "quote": hostile }));
    assert_eq!(said["subjectOf"][0]["text"], hostile);
    assert!(said.to_string().contains("<script>"), "escaping for HTML is the page's affair");
}

#[test]
fn properties_stand_in_one_order_however_serde_json_is_built() {
    let text = of(EVERY_FIELD).to_string();
    assert!(text.starts_with(r#"{"@context":"https://schema.org","@type":"NewsArticle","dateModified":"#), "{text}");
    assert_eq!(of(EVERY_FIELD).to_string(), text);
}

#[test]
fn a_claim_of_many_speakers_takes_little_time() {
    let speakers = (0..20_000).map(|number| (format!("s{number}"), json!({ "name": format!("Speaker {number}") })));
    let statements: Vec<_> =
        (0..20_000).map(|number| json!({ "speaker": format!("s{number}"), "quote": "Safe" })).collect();
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "url": "https://daily.example/water" },
        "speakers": speakers.collect::<serde_json::Map<_, _>>(),
        "claims": [{ "id": "it-is-safe", "text": "The water is safe", "statements": statements }],
    });
    let document = decode(&document.to_string()).unwrap().document;
    let begin = testing::ThreadTime::now();
    assert_eq!(json_ld(&document)["mentions"][0]["author"].as_array().unwrap().len(), 20_000);
    // A second here, without optimization.
    assert!(begin.elapsed().as_secs() < 30);
}
