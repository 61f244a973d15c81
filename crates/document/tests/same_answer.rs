//! The same document gives the same result natively and in the browser: this file runs in both and expects the same
//! texts.

use document::decode::decode;
use document::web_url::WebUrl;
use testing::test;

const FAULTY: &str = r#"{
  "version": 1,
  "article": { "headline": "Water", "url": "javascript:alert(1)", "published": "2023-02-29", "headline": "Fire" },
  "speakers": { "ada": { "name": "Ada" }, "nameless": {} },
  "claims": [
    { "id": "a", "text": "A", "reviews": [{ "by": "C", "value": 4.50 }], "statements": [{ "speaker": "adda" }] },
    { "id": "a", "text": "B", "reviews": [{ "by": "C", "value": 4.50, "best": 1e999 }], "statements": [{ "speaker": "ada" }] },
    { "id": "a", "text": "C", "qoute": 1, "statements": [{ "source": { "title": "T", "url": "https:daily.example" } }] }
  ]
}"#;

#[test]
fn a_document_with_faults_gives_the_same_result_everywhere() {
    let decoded = decode(FAULTY).unwrap();
    let problems: Vec<_> = decoded.problems.iter().map(ToString::to_string).collect();
    let expected = [
        "article.headline: this field occurs twice; only the last one counts",
        "article.url: not an absolute http: or https: URL; shown without a link",
        "article.published: not an ISO 8601 date (such as 2019-02 or 2019-02-11T09:30Z); not shown",
        "speakers.nameless.name: missing; add it",
        "claims[0].statements[0].speaker: no speaker has the key \"adda\"; did you mean \"ada\"?",
        "claims[2].qoute: unknown field",
        "claims[2].statements[0].source.url: not an absolute http: or https: URL; shown without a link",
        "claims[2].id: another claim has this id; shown as \"a-3\"",
    ];
    assert_eq!(problems, expected);
    assert_eq!(decoded.left_out, 1);
    assert_eq!(
        serde_json::to_string(&decoded.document).unwrap(),
        r#"{"version":1,"article":{"headline":"Fire"},"speakers":{"ada":{"name":"Ada"}},"claims":[{"id":"a","text":"B","statements":[{"speaker":"ada"}],"reviews":[{"by":"C","value":4.50,"best":1e+999}]},{"id":"a-3","text":"C","statements":[{"source":{"title":"T"}}]}]}"#
    );
}

#[test]
fn invalid_json_is_refused_with_the_same_message_everywhere() {
    for (json, message) in [
        (r#"{"version": "\ud800"}"#, "not JSON: unexpected end of hex escape at line 1 column 20"),
        ("{\n  \"version\": 1,\n}", "not JSON: trailing comma at line 3 column 1"),
        (&"[".repeat(1_000), "not JSON: nested too deeply at line 1 column 128"),
    ] {
        assert_eq!(decode(json).unwrap_err().to_string(), message);
    }
}

/// The browser's parser and the `url` crate implement the same standard.
#[test]
fn addresses_are_read_the_same_way_everywhere() {
    for text in [
        "https://a.example/b?c#d",
        "HTTPS://A.EXAMPLE",
        "https://münchen.example/ä",
        "http://[::1]:8080/",
        "http://a_b.example/",
    ] {
        assert!(WebUrl::parse(text).is_some(), "{text}");
    }
    for text in [
        "https:a.example",
        "https://",
        "http://a b/",
        "http://a%20b/",
        "https://a.example:99999/",
        // The URL standard allows these characters in a host, Chromium escapes some of them, and Firefox refuses some.
        "http://!\"$&'()*+,-.;=_`{}~/",
        "http://a\"b.example/",
        "http://a$b.example/",
        "http://a~b.example/",
        "http://a{b}.example/",
        "https://[::1",
        "javascript:1",
    ] {
        assert!(WebUrl::parse(text).is_none(), "{text}");
    }
    let page = WebUrl::parse("https://www.news.example/a/b.html").unwrap();
    assert_eq!(page.join("../c d.jpg").unwrap().as_str(), "https://www.news.example/c%20d.jpg");
    assert_eq!(page.host(), "news.example");
    assert!(page.same_origin(&WebUrl::parse("https://www.news.example:443/x").unwrap()));
    assert!(!page.same_origin(&WebUrl::parse("http://www.news.example/x").unwrap()));
}
