//! Every message of the decoder, in full, and what it still shows after each fault.

use document::decode::{Decoded, decode};
use document::problem::Severity::{self, Error, Warning};
use serde_json::{Value, json};
use testing::test;

/// Makes a document without faults: two speakers, two claims.
fn sound() -> Value {
    json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": ["One.", "Two."] },
        "speakers": {
            "ada": { "name": "Ada Low", "role": "engineer", "organization": "City Water" },
            "board": { "name": "Water Board", "type": "organization" }
        },
        "claims": [
            { "id": "it-is-safe", "text": "The water is safe", "statements": [
                { "speaker": "ada", "quote": "It is safe", "stance": "affirms", "said": "2024-05-01",
                  "source": { "title": "Daily", "url": "https://daily.example/a" } },
                { "speaker": "board", "reported": ["the board", "doubts it"], "stance": "denies" } ],
              "reviews": [{ "by": "Checkers", "value": 4.50, "best": 5, "label": "Mostly true" }],
              "correction": { "date": "2024-05-02", "text": "An earlier version named another board." } },
            { "id": "it-is-cheap", "text": "The water is cheap", "statements": [{ "speaker": "ada", "quote": "Cheap" }] }
        ]
    })
}

#[test]
fn a_sound_document_has_no_problem() {
    let Decoded { document, problems, left_out } = decode(&sound().to_string()).unwrap();
    assert_eq!((problems, left_out), (vec![], 0));
    assert_eq!(document.claims.len(), 2);
    assert_eq!(document.claims[0].reviews[0].value.as_ref().unwrap().as_str(), "4.5");
}

#[test]
fn the_smallest_document_of_the_readme_has_no_problem() {
    let readme = include_str!("../../../README.md");
    let smallest = readme.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    assert_eq!(decode(smallest).unwrap().problems, []);
}

/// Checks that the whole document is refused with this one message.
#[track_caller]
fn refused(json: &str, message: &str) {
    assert_eq!(decode(json).unwrap_err().to_string(), message);
}

#[track_caller]
fn refused_with(pointer: &str, value: Value, message: &str) {
    refused(&changed(pointer, Some(value)).to_string(), message);
}

/// Checks that exactly this problem is reported and that this many claims are left.
#[track_caller]
fn reported(document: &Value, problem: &str, severity: Severity, claims: usize) {
    let decoded = decode(&document.to_string()).unwrap();
    let problems: Vec<_> = decoded.problems.iter().map(|problem| (problem.to_string(), problem.severity)).collect();
    assert_eq!(problems, [(problem.to_owned(), severity)]);
    assert_eq!((decoded.document.claims.len(), decoded.left_out), (claims, 2 - claims));
}

/// Checks that this value removes its claim.
#[track_caller]
fn breaks_the_claim(pointer: &str, value: Value, problem: &str) {
    reported(&changed(pointer, Some(value)), problem, Error, 1);
}

/// Checks that only this value is not shown.
#[track_caller]
fn breaks_only_itself(pointer: &str, value: Value, problem: &str) {
    reported(&changed(pointer, Some(value)), problem, Error, 2);
}

#[track_caller]
fn warns(pointer: &str, value: Value, problem: &str) {
    reported(&changed(pointer, Some(value)), problem, Warning, 2);
}

/// Returns the document without faults after setting (`Some`) or removing (`None`) one value.
fn changed(pointer: &str, value: Option<Value>) -> Value {
    let mut document = sound();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (document.pointer_mut(parent).unwrap(), value) {
        (Value::Array(array), Some(value)) => array[key.parse::<usize>().unwrap()] = value,
        (Value::Object(object), Some(value)) => drop(object.insert(key.to_owned(), value)),
        (Value::Object(object), None) => drop(object.remove(key).unwrap()),
        _ => unreachable!(),
    }
    document
}

#[rustfmt::skip]
mod the_whole_document_is_refused {
    use super::*;
    use testing::test;

    #[test] fn when_empty() { refused("", "empty: there is no JSON in it") }
    #[test] fn when_blank() { refused("\u{feff} \n", "empty: there is no JSON in it") }
    #[test] fn when_html() { refused("<!doctype html><p>Not found", "this is HTML or XML, not JSON") }
    #[test] fn when_not_json() { refused("{\n  \"version\": 1,\n}", "not JSON: trailing comma at line 3 column 1") }
    #[test] fn when_cut_off() { refused("{\"version\": 1", "not JSON: EOF while parsing an object at line 1 column 13") }
    #[test] fn with_a_lone_surrogate() { refused(r#"{"version": "\ud800"}"#, "not JSON: unexpected end of hex escape at line 1 column 20") }
    #[test] fn when_too_large() { refused(&" ".repeat(5_000_001), "larger than 5 MB, the most that is read") }
    #[test] fn when_nested_too_deeply() { refused(&"[".repeat(100_000), "not JSON: nested too deeply at line 1 column 128") }
    #[test] fn when_not_an_object() { refused("[]", "expected an object, found an array") }
    #[test] fn without_a_version() { refused(&changed("/version", None).to_string(), "version: missing; this release reads version 1") }
    #[test] fn in_another_version() { refused_with("/version", json!(2), "version: 2 cannot be read; this release reads version 1") }
    #[test] fn in_a_version_that_is_not_a_number() { refused_with("/version", json!("1"), "version: expected a number, found a string") }
    #[test] fn without_an_article() { refused(&changed("/article", None).to_string(), "article: missing; add it") }
    #[test] fn with_a_text_for_article() { refused_with("/article", json!("Water"), "article: expected an object, found a string") }
    #[test] fn without_a_headline() { refused(&changed("/article/headline", None).to_string(), "article.headline: missing; add it") }
    #[test] fn with_a_blank_headline() { refused_with("/article/headline", json!(" "), "article.headline: empty; fill it in") }
    #[test] fn without_speakers() { refused(&changed("/speakers", None).to_string(), "speakers: missing; add it") }
    #[test] fn with_a_list_of_speakers() { refused_with("/speakers", json!([]), "speakers: expected an object, found an array") }
    #[test] fn without_claims() { refused(&changed("/claims", None).to_string(), "claims: missing; add it") }
    #[test] fn with_a_map_of_claims() { refused_with("/claims", json!({}), "claims: expected an array, found an object") }
}

#[rustfmt::skip]
mod a_claim_is_left_out {
    use super::*;
    use testing::test;

    #[test] fn when_not_an_object() { breaks_the_claim("/claims/1", json!("cheap"), "claims[1]: expected an object, found a string") }
    #[test] fn without_text() { reported(&changed("/claims/0/text", None), "claims[0].text: missing; add it", Error, 1) }
    #[test] fn with_a_blank_text() { breaks_the_claim("/claims/0/text", json!(""), "claims[0].text: empty; fill it in") }
    #[test] fn with_a_number_for_text() { breaks_the_claim("/claims/0/text", json!(7), "claims[0].text: expected a string, found a number") }
    #[test] fn with_a_map_of_statements() { breaks_the_claim("/claims/0/statements", json!({}), "claims[0].statements: expected an array, found an object") }
    #[test] fn with_a_text_for_statement() { breaks_the_claim("/claims/0/statements/1", json!("no"), "claims[0].statements[1]: expected an object, found a string") }
    #[test] fn with_an_empty_statement() { breaks_the_claim("/claims/0/statements/1", json!({}), "claims[0].statements[1]: empty; add a speaker, a quote, reported words or a source") }
    #[test] fn with_a_number_for_speaker() { breaks_the_claim("/claims/0/statements/0/speaker", json!(1), "claims[0].statements[0].speaker: expected a string, found a number") }
    #[test] fn with_an_unknown_speaker() { breaks_the_claim("/claims/0/statements/0/speaker", json!("zoe"), "claims[0].statements[0].speaker: no speaker has the key \"zoe\"; add it to speakers") }
    #[test] fn with_a_misspelled_speaker() { breaks_the_claim("/claims/0/statements/1/speaker", json!("baord"), "claims[0].statements[1].speaker: no speaker has the key \"baord\"; did you mean \"board\"?") }
    #[test] fn with_a_number_for_role() { breaks_the_claim("/claims/0/statements/0/role", json!(1), "claims[0].statements[0].role: expected a string, found a number") }
    #[test] fn with_a_number_for_organization() { breaks_the_claim("/claims/0/statements/0/organization", json!(1), "claims[0].statements[0].organization: expected a string, found a number") }
    #[test] fn with_an_empty_quote() { breaks_the_claim("/claims/0/statements/0/quote", json!(""), "claims[0].statements[0].quote: empty; fill it in") }
    #[test] fn with_an_empty_span_in_a_quote() { breaks_the_claim("/claims/0/statements/0/quote", json!(["a", " "]), "claims[0].statements[0].quote: empty; fill it in") }
    #[test] fn with_no_span_in_a_quote() { breaks_the_claim("/claims/0/statements/0/quote", json!([]), "claims[0].statements[0].quote: empty; fill it in") }
    #[test] fn with_a_number_for_quote() { breaks_the_claim("/claims/0/statements/0/quote", json!(1), "claims[0].statements[0].quote: expected a string or an array of strings, found a number") }
    #[test] fn with_a_number_within_a_quote() { breaks_the_claim("/claims/0/statements/0/quote", json!(["a", 1]), "claims[0].statements[0].quote[1]: expected a string, found a number") }
    #[test] fn with_true_for_reported() { breaks_the_claim("/claims/0/statements/1/reported", json!(true), "claims[0].statements[1].reported: expected a string or an array of strings, found true or false") }
    #[test] fn with_a_number_for_prefix() { breaks_the_claim("/claims/0/statements/0/prefix", json!(1), "claims[0].statements[0].prefix: expected a string, found a number") }
    #[test] fn with_a_number_for_suffix() { breaks_the_claim("/claims/0/statements/0/suffix", json!(1), "claims[0].statements[0].suffix: expected a string, found a number") }
    #[test] fn with_a_list_for_language() { breaks_the_claim("/claims/0/statements/0/language", json!(["en"]), "claims[0].statements[0].language: expected a string, found an array") }
    #[test] fn with_a_number_for_original_language() { breaks_the_claim("/claims/0/statements/0/translated_from", json!(1), "claims[0].statements[0].translated_from: expected a string, found a number") }
    #[test] fn with_a_number_for_said() { breaks_the_claim("/claims/0/statements/0/said", json!(2024), "claims[0].statements[0].said: expected a string, found a number") }
    #[test] fn with_a_number_for_when() { breaks_the_claim("/claims/0/statements/0/when", json!(2024), "claims[0].statements[0].when: expected a string, found a number") }
    #[test] fn with_a_number_for_stance() { breaks_the_claim("/claims/0/statements/0/stance", json!(1), "claims[0].statements[0].stance: expected a string, found a number") }
    #[test] fn with_a_text_for_source() { breaks_the_claim("/claims/0/statements/0/source", json!("Daily"), "claims[0].statements[0].source: expected an object, found a string") }
    #[test] fn with_a_number_for_source_title() { breaks_the_claim("/claims/0/statements/0/source/title", json!(1), "claims[0].statements[0].source.title: expected a string, found a number") }
    #[test] fn with_a_number_for_source_url() { breaks_the_claim("/claims/0/statements/0/source/url", json!(1), "claims[0].statements[0].source.url: expected a string, found a number") }
    #[test] fn with_a_map_of_reviews() { breaks_the_claim("/claims/0/reviews", json!({}), "claims[0].reviews: expected an array, found an object") }
    #[test] fn with_a_review_by_nobody() { breaks_the_claim("/claims/0/reviews/0", json!({}), "claims[0].reviews[0].by: missing; add it") }
    #[test] fn with_a_text_for_value() { breaks_the_claim("/claims/0/reviews/0/value", json!("4"), "claims[0].reviews[0].value: expected a number, found a string") }
    #[test] fn with_a_text_for_best() { breaks_the_claim("/claims/0/reviews/0/best", json!("5"), "claims[0].reviews[0].best: expected a number, found a string") }
    #[test] fn with_a_text_for_worst() { breaks_the_claim("/claims/0/reviews/0/worst", json!("1"), "claims[0].reviews[0].worst: expected a number, found a string") }
    #[test] fn with_a_number_for_label() { breaks_the_claim("/claims/0/reviews/0/label", json!(1), "claims[0].reviews[0].label: expected a string, found a number") }
    #[test] fn with_a_text_for_correction() { breaks_the_claim("/claims/0/correction", json!("sorry"), "claims[0].correction: expected an object, found a string") }
    #[test] fn with_a_correction_of_nothing() { breaks_the_claim("/claims/0/correction", json!({}), "claims[0].correction.text: missing; add it") }
}

#[rustfmt::skip]
mod the_claim_stays {
    use super::*;
    use testing::test;

    #[test] fn without_an_id() { reported(&changed("/claims/1/id", None), "claims[1].id: missing; shown as \"claim-2\"", Error, 2) }
    #[test] fn with_a_number_for_id() { breaks_only_itself("/claims/1/id", json!(5), "claims[1].id: expected a string, found a number; shown as \"claim-2\"") }
    #[test] fn with_an_id_not_in_kebab_case() { breaks_only_itself("/claims/1/id", json!("It is"), "claims[1].id: not in kebab case (a-z, 0-9 and single hyphens); shown as \"claim-2\"") }
    #[test] fn with_an_id_that_another_has() { breaks_only_itself("/claims/1/id", json!("it-is-safe"), "claims[1].id: another claim has this id; shown as \"it-is-safe-2\"") }
    #[test] fn without_statements() { warns("/claims/1/statements", json!([]), "claims[1].statements: empty; the card will say that nobody is named") }
    #[test] fn with_an_empty_role() { warns("/claims/0/statements/0/role", json!(""), "claims[0].statements[0].role: empty; fill it in") }
    #[test] fn with_an_unknown_field() { warns("/claims/0/qoute", json!(1), "claims[0].qoute: unknown field") }
    #[test] fn with_a_slip_in_a_field() { warns("/claims/0/statements/0/qoute", json!(1), "claims[0].statements[0].qoute: unknown field; did you mean \"quote\"?") }
    #[test] fn with_a_field_that_is_no_word() { warns("/article/a b", json!(1), "article[\"a b\"]: unknown field") }
    #[test] fn with_a_javascript_link() { warns("/claims/0/statements/0/source/url", json!("javascript:alert(1)"), "claims[0].statements[0].source.url: not an absolute http: or https: URL; shown without a link") }
    #[test] fn with_a_relative_link() { warns("/claims/0/statements/0/source/url", json!("/a"), "claims[0].statements[0].source.url: not an absolute http: or https: URL; shown without a link") }
    #[test] fn with_a_source_of_nothing_but_a_wrong_link_once() { warns("/claims/0/statements/0/source", json!({ "url": "a" }), "claims[0].statements[0].source.url: not an absolute http: or https: URL; shown without a link") }
    #[test] fn with_a_source_of_nothing() { warns("/claims/0/statements/0/source", json!({}), "claims[0].statements[0].source: empty; add a title, a URL, a publisher or a date") }
    #[test] fn with_a_day_that_is_none() { warns("/claims/0/statements/0/said", json!("2023-02-29"), "claims[0].statements[0].said: not an ISO 8601 date (such as 2019-02 or 2019-02-11T09:30Z); not shown") }
    #[test] fn with_a_language_that_is_none() { warns("/claims/0/statements/0/language", json!("English!"), "claims[0].statements[0].language: not a BCP 47 language tag (such as en or pt-BR); ignored") }
    #[test] fn with_a_stance_that_is_none() { warns("/claims/0/statements/0/stance", json!("agrees"), "claims[0].statements[0].stance: not one of affirms, denies, comments; ignored") }
    #[test] fn with_a_number_for_the_article_url() { breaks_only_itself("/article/url", json!(1), "article.url: expected a string, found a number") }
    #[test] fn with_a_number_for_the_publisher() { breaks_only_itself("/article/publisher", json!(1), "article.publisher: expected a string, found a number") }
    #[test] fn with_a_number_for_the_date() { breaks_only_itself("/article/published", json!(1), "article.published: expected a string, found a number") }
    #[test] fn with_a_number_for_the_update() { breaks_only_itself("/article/updated", json!(1), "article.updated: expected a string, found a number") }
    #[test] fn with_a_number_for_the_article_language() { breaks_only_itself("/article/language", json!(1), "article.language: expected a string, found a number") }
    #[test] fn with_a_number_for_the_dateline() { breaks_only_itself("/article/dateline", json!(1), "article.dateline: expected a string, found a number") }
    #[test] fn with_a_text_for_the_body() { breaks_only_itself("/article/body", json!("One."), "article.body: expected an array, found a string") }
    #[test] fn with_a_number_within_the_body() { breaks_only_itself("/article/body", json!(["One.", 2]), "article.body[1]: expected a string, found a number") }
    #[test] fn with_a_number_for_the_speakers_role() { breaks_only_itself("/speakers/ada/role", json!(1), "speakers.ada.role: expected a string, found a number") }
    #[test] fn with_a_number_for_the_speakers_organization() { breaks_only_itself("/speakers/ada/organization", json!(1), "speakers.ada.organization: expected a string, found a number") }
    #[test] fn with_a_number_for_the_speakers_url() { breaks_only_itself("/speakers/ada/url", json!(1), "speakers.ada.url: expected a string, found a number") }
    #[test] fn with_a_number_for_the_portrait() { breaks_only_itself("/speakers/ada/image", json!(1), "speakers.ada.image: expected a string, found a number") }
    #[test] fn with_a_number_for_the_portraits_credit() { breaks_only_itself("/speakers/ada/image_credit", json!(1), "speakers.ada.image_credit: expected a string, found a number") }
    #[test] fn with_a_type_of_speaker_that_is_none() { warns("/speakers/ada/type", json!("robot"), "speakers.ada.type: not one of person, organization, group; ignored") }
}

#[test]
fn null_means_absent() {
    let decoded = decode(&changed("/claims/0/statements/0/role", Some(Value::Null)).to_string()).unwrap();
    assert_eq!(decoded.problems, []);
}

#[test]
fn keys_that_start_with_a_dollar_are_ignored() {
    let mut document = changed("/$schema", Some(json!("fact-cards-1.schema.json")));
    document["claims"][0]["$note"] = json!(1);
    document["speakers"]["$comment"] = json!("who they are");
    assert_eq!(decode(&document.to_string()).unwrap().problems, []);
}

#[test]
fn no_claims_is_a_warning() {
    let decoded = decode(&changed("/claims", Some(json!([]))).to_string()).unwrap();
    assert_eq!(decoded.problems[0].to_string(), "claims: empty; add a claim");
    assert_eq!(decoded.left_out, 0);
}

#[test]
fn a_speaker_without_a_name_removes_the_claims_that_name_them() {
    let decoded = decode(&changed("/speakers/board/name", None).to_string()).unwrap();
    let problems: Vec<_> = decoded.problems.iter().map(ToString::to_string).collect();
    let expected = [
        "speakers.board.name: missing; add it",
        "claims[0].statements[1].speaker: this speaker cannot be shown; see speakers.board",
    ];
    assert_eq!(problems, expected);
    assert_eq!(decoded.document.claims[0].id, "it-is-cheap");
}

#[test]
fn the_last_of_two_fields_with_one_name_counts() {
    let json = sound().to_string().replacen("\"headline\"", "\"headline\": \"Fire\", \"headline\"", 1);
    let decoded = decode(&json).unwrap();
    assert_eq!(decoded.problems[0].to_string(), "article.headline: this field occurs twice; only the last one counts");
    assert_eq!(decoded.document.article.headline, "Water");
}

#[test]
fn an_id_made_for_a_claim_is_not_the_id_of_another_claim() {
    let mut document = sound();
    let third = json!({ "id": "it-is-safe-2", "text": "Third", "statements": [{ "speaker": "ada" }] });
    document["claims"].as_array_mut().unwrap().push(third);
    document["claims"][1]["id"] = json!("it-is-safe");
    let decoded = decode(&document.to_string()).unwrap();
    let ids: Vec<_> = decoded.document.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["it-is-safe", "it-is-safe-3", "it-is-safe-2"]);
}

#[test]
fn ids_made_for_claims_are_unique() {
    let mut document = sound();
    let claims = document["claims"].as_array_mut().unwrap();
    claims.extend((0..4).map(|number| json!({ "text": number.to_string(), "statements": [{ "speaker": "ada" }] })));
    claims[5]["id"] = json!("claim-3");
    let decoded = decode(&document.to_string()).unwrap();
    let ids: Vec<_> = decoded.document.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["it-is-safe", "it-is-cheap", "claim-4", "claim-5", "claim-6", "claim-3"]);
}

#[test]
fn many_faults_are_found_quickly() {
    let same = r#"{"id": "a", "text": "A", "statements": [{"speaker": "x"}]},"#.repeat(20_000);
    let long = "k".repeat(1_000_000);
    let json = format!(
        r#"{{"version": 1, "article": {{"headline": "Water", "{long}": 1}}, "speakers": {{"{long}": {{"name": "A"}}, "x": {{"name": "X"}}}}, "claims": [{}]}}"#,
        same.trim_end_matches(',')
    );
    let begin = testing::ThreadTime::now();
    assert_eq!(decode(&json).unwrap().document.claims.len(), 20_000);
    // This takes a tenth of a second. It would take hours if the time grew with the square of either number.
    assert!(begin.elapsed().as_secs() < 30);
}

#[test]
fn every_fault_of_a_claim_is_reported_at_once() {
    let mut document = sound();
    document["claims"][0]["text"] = json!(1);
    document["claims"][0]["statements"][0]["quote"] = json!("");
    document["claims"][0]["reviews"][0]["by"] = json!(2);
    assert_eq!(decode(&document.to_string()).unwrap().problems.len(), 3);
}

#[test]
fn numbers_keep_their_digits() {
    let json = sound().to_string().replace("\"value\":4.5", "\"value\":4.50");
    let document = decode(&json).unwrap().document;
    assert_eq!(document.claims[0].reviews[0].value.as_ref().unwrap().as_str(), "4.50");
    assert!(serde_json::to_string(&document).unwrap().contains("\"value\":4.50"));
}

#[test]
fn every_character_of_a_text_is_kept() {
    let hostile = "<script>alert(1)</script> \u{202e}مرحبا\u{2028}👩\u{200d}🚒 </template><!-- \u{0} \" ' `";
    let mut document = sound();
    document["claims"][0]["statements"][0]["quote"] = json!(hostile);
    let decoded = decode(&document.to_string()).unwrap();
    assert_eq!(decoded.document.claims[0].statements[0].quote.as_ref().unwrap().spans(), [hostile]);
}

mod dates {
    use document::model::Date;

    #[test]
    fn are_read_with_any_precision() {
        let sound =
            ["2019", "2019-02", "2019-02-11", "2024-02-29", "2019-02-11T09:30Z", "2019-02-11T09:30:15.25+03:00"];
        for text in sound.into_iter().chain(["2019-02-11T09:30", "2016-12-31T23:59:60Z"]) {
            assert_eq!(Date::parse(text).map(|date| date.as_str().to_owned()).as_deref(), Some(text));
        }
    }

    #[test]
    fn nothing_else() {
        let faulty = ["", "19", "2019-13", "2019-00", "2019-2-1", "2019-02-30", "1900-02-29", "11.02.2019", "20190211"];
        let more =
            ["2019T09:30Z", "2019-02-11T24:00Z", "2019-02-11T09:30+3", "2019-02-11 09:30", "２０１９", "2019-02-11T"];
        for text in faulty.into_iter().chain(more) {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}

mod web_urls {
    use document::web_url::WebUrl;

    #[test]
    fn only_absolute_http_and_https() {
        for text in ["https://a.example/b?c#d", "http://localhost:1", "HTTPS://A.EXAMPLE", "https://münchen.example/ä"]
        {
            assert!(WebUrl::parse(text).is_some(), "{text}");
        }
        let no = [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "/a",
            "",
            "//a",
        ];
        for text in no.into_iter().chain([
            "ftp://a.example",
            "https://",
            "https:a.example",
            "https:/a.example/p",
            "ht\ntps://a.example",
            "blob:https://a.example/1",
            "file:///a",
        ]) {
            assert!(WebUrl::parse(text).is_none(), "{text}");
        }
    }
}

mod portraits {
    use super::*;
    use document::portraits;
    use testing::test;

    fn kept(image: &str) -> Option<String> {
        kept_from(image, "https://docs.example/d/a.json")
    }

    fn kept_from(image: &str, document_address: &str) -> Option<String> {
        let mut document = decode(&changed("/speakers/ada/image", Some(json!(image))).to_string()).unwrap().document;
        portraits::keep_own(&mut document, document_address, "https://news.example/a");
        document.speakers.get("ada").unwrap().image.clone()
    }

    #[test]
    fn come_from_the_document_or_the_page() {
        assert_eq!(kept("ada.jpg").as_deref(), Some("https://docs.example/d/ada.jpg"));
        assert_eq!(kept("https://news.example/ada.jpg").as_deref(), Some("https://news.example/ada.jpg"));
    }

    #[test]
    fn come_only_from_the_page_if_the_document_has_no_web_address() {
        for document in ["data:application/json,{}", "blob:https://news.example/1", ""] {
            assert_eq!(kept_from("https://spy.example/ada.gif", document), None);
            assert_eq!(kept_from("/ada.jpg", document).as_deref(), Some("https://news.example/ada.jpg"));
        }
    }

    #[test]
    fn come_from_nowhere_else() {
        for image in
            ["https://spy.example/ada.gif", "http://news.example/ada.jpg", "javascript:alert(1)", "data:image/gif,x"]
        {
            assert_eq!(kept(image), None, "{image}");
        }
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use testing::test;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            ".*".prop_map(Value::from)
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(".*", inner, 0..4).prop_map(|map| map.into_iter().collect())
            ]
        })
    }

    /// Returns the place of every value in the document without faults.
    fn pointers(value: &Value, at: String, into: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(array) => array.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
            _ => vec![],
        };
        for (key, value) in children {
            let at = format!("{at}/{key}");
            into.push(at.clone());
            pointers(value, at, into);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = decode(&text);
        }

        #[test]
        fn whatever_stands_in_a_claim_never_costs_another(pick in any::<prop::sample::Index>(), value in any_json()) {
            let mut all = Vec::new();
            pointers(&sound(), String::new(), &mut all);
            let pointer = pick.get(&all);
            let document = changed(pointer, Some(value));
            if let (Ok(decoded), Some(claim)) = (decode(&document.to_string()), pointer.strip_prefix("/claims/")) {
                prop_assert!(decoded.left_out <= 1, "{claim}");
                prop_assert!(decoded.left_out == 0 || !decoded.problems.is_empty());
            }
        }

        #[test]
        fn what_is_read_and_written_is_read_the_same(pick in any::<prop::sample::Index>(), value in any_json()) {
            let mut all = Vec::new();
            pointers(&sound(), String::new(), &mut all);
            if let Ok(decoded) = decode(&changed(pick.get::<String>(&all), Some(value)).to_string()) {
                let again = decode(&serde_json::to_string(&decoded.document).unwrap()).unwrap();
                prop_assert_eq!(&again.document, &decoded.document);
                prop_assert!(again.problems.iter().all(|problem| problem.severity == Severity::Warning));
            }
        }
    }
}

#[test]
fn json_is_written_with_the_values_that_were_read() {
    let json = r#"{"a":[null,true,false,-1.50e+9,"\"\\\n\u0000é"],"b":{},"a":[]}"#;
    assert_eq!(document::json::parse(json).unwrap().to_string(), json);
}
