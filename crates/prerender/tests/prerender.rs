//! A document as HTML: it is complete and safe, and it contains the document unchanged.

mod common;

use common::{element, html, script, with_text};
use document::web_url::WebUrl;
use fact_cards::ui::{HeadingLevel, Opening};
use prerender::{Form, Prerendered, Setting, policy, prerender, style};
use serde_json::{Value, json};
use testing::test;

const IRAN: &str = include_str!("../../../data/iran-s-400.json");
const EVERY_FIELD: &str = include_str!("../../../tests/e2e/every-field.json");

#[test]
fn the_html_contains_the_document_unchanged() {
    for json in [IRAN, EVERY_FIELD] {
        let embedded = element(json);
        let embedded: Value = serde_json::from_str(script(&embedded, "application/json")).unwrap();
        assert_eq!(embedded, serde_json::from_str::<Value>(json).unwrap());
    }
}

#[test]
fn a_lone_surrogate_is_reported_with_line_and_column() {
    let problems = prerender("{\n  \"version\": \"\\ud800\"\n}", &Setting::default(), Form::Element).unwrap_err();
    assert_eq!(problems[0].to_string(), "not JSON: unexpected end of hex escape at line 2 column 21");
}

#[test]
fn the_same_document_gives_the_same_bytes_and_all_documents_have_the_same_style() {
    assert_eq!(element(IRAN), element(IRAN));
    let style_of = |html: &str| html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0.to_owned();
    for json in [IRAN, EVERY_FIELD] {
        assert_eq!(style_of(&element(json)), style());
    }
    assert!(policy().starts_with("'sha256-") && policy().ends_with("='"), "{}", policy());
}

#[test]
fn each_claim_has_an_anchor_that_its_card_shows() {
    let html = element(IRAN);
    let claims = serde_json::from_str::<Value>(IRAN).unwrap()["claims"].clone();
    for claim in claims.as_array().unwrap() {
        let id = claim["id"].as_str().unwrap();
        assert!(html.contains(&format!("<span id=\"claim-{id}\" slot=\"claim-{id}\"></span>")), "{id}");
        assert!(html.contains(&format!("<slot name=\"claim-{id}\"></slot>")), "{id}");
    }
}

#[test]
fn a_broken_claim_is_left_out_and_readers_are_told() {
    let Prerendered { html, problems, left_out } = prerender(EVERY_FIELD, &Setting::default(), Form::Element).unwrap();
    assert_eq!(left_out, 1);
    assert!(problems.iter().any(|problem| problem.path == "claims[3].text"));
    assert!(html.contains("1 of 4 cards could not be shown."));
    // The embedded document still contains it.
    assert_eq!(serde_json::from_str::<Value>(script(&html, "application/json")).unwrap()["claims"][3]["text"], 1);
}

#[test]
fn a_document_with_nothing_to_show_is_an_error_with_every_problem() {
    let json = with_text("").replace("\"headline\":\"\"", "\"headline\":\"h\"");
    let problems = prerender(&json, &Setting::default(), Form::Element).unwrap_err();
    assert!(problems.len() > 2, "{problems:?}");
}

#[test]
fn the_settings_become_attributes_of_the_element() {
    let setting = Setting {
        open: Opening::First,
        theme: Some("dark".to_owned()),
        lang: Some("de-AT".to_owned()),
        heading_level: HeadingLevel::new(4).unwrap(),
        src: Some("a.json?b&\"c".to_owned()),
        stylesheet: Some("/cards.css".to_owned()),
        script: Some("/fact-cards.js".to_owned()),
        ..Setting::default()
    };
    let html = html(IRAN, &setting, Form::Element);
    assert!(
        html.starts_with(
            "<fact-cards src=\"a.json?b&amp;&quot;c\" open=\"first\" theme=\"dark\" lang=\"de\" heading-level=\"4\">\n\
             <template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"/cards.css\"><div"
        ),
        "{}",
        &html[..400]
    );
    assert!(html.contains("</fact-cards>\n<script type=\"module\" async src=\"/fact-cards.js\"></script>\n"));
    assert!(html.contains("data-src=\"a.json?b&amp;&quot;c\""));
    assert!(html.contains("Wer sagte was") || html.contains("Wer hat was gesagt"), "German words");
    assert_eq!(html.matches("<h4 class=\"claim\"").count(), 8);
    assert_eq!(
        html.matches(" open=\"\"").count(),
        1,
        "in the cards; those for where templates are not shown are always open"
    );
    assert!(!html.contains("<style"));
}

#[test]
fn no_line_ends_the_html_in_markdown() {
    let json = IRAN.replace(",\n", ",\n\n  \t\n");
    let html = html(&json, &Setting::default(), Form::Element);
    assert!(html.lines().all(|line| !line.trim().is_empty()));
    assert!(html.starts_with("<fact-cards lang=\"en\">\n"));
}

#[test]
fn without_settings_the_element_has_only_the_language() {
    assert!(element(IRAN).starts_with("<fact-cards lang=\"en\">\n<template shadowrootmode=\"open\"><style>"));
}

/// Returns the picture's address in the cards, if there is one.
fn picture(image: &str, src: Option<&str>, page_url: Option<&str>) -> Option<String> {
    let json = json!({ "version": 1, "article": { "headline": "h" }, "speakers": { "a": { "name": "A", "image": image } },
        "claims": [{ "id": "c", "text": "t", "statements": [{ "speaker": "a", "quote": "q" }] }] });
    let setting =
        Setting { src: src.map(str::to_owned), page_url: page_url.and_then(WebUrl::parse), ..Setting::default() };
    let html = html(&json.to_string(), &setting, Form::Element);
    let (_, image) = html.split_once("<img ")?;
    let (_, address) = image.split_once("src=\"").unwrap();
    Some(address.split('"').next().unwrap().to_owned())
}

#[test]
fn only_pictures_from_the_page_and_the_document_load() {
    let page = Some("https://news.example/a/b.html");
    for (image, src, page_url, address) in [
        ("ada.jpg", None, None, Some("./ada.jpg")),
        ("ada.jpg", Some("../data/water.json"), None, Some("../data/ada.jpg")),
        ("../ada.jpg", Some("data/water.json"), None, Some("./ada.jpg")),
        ("/ada.jpg", Some("data/water.json"), None, Some("/ada.jpg")),
        ("ada.jpg", Some("https://data.example/d/water.json"), None, Some("https://data.example/d/ada.jpg")),
        ("ada.jpg", Some("/d/water.json"), page, Some("https://news.example/d/ada.jpg")),
        ("https://news.example/ada.jpg", None, page, Some("https://news.example/ada.jpg")),
        ("https://news.example/ada.jpg", None, None, None),
        ("https://spy.example/pixel.gif", Some("data/water.json"), page, None),
        ("//spy.example/pixel.gif", None, None, None),
        ("\\\\spy.example\\pixel.gif", None, None, None),
        ("/\t/spy.example/pixel.gif", None, None, None),
        ("data:image/gif;base64,x", None, None, None),
        ("javascript:alert(1)", None, None, None),
        ("ada.jpg?a=//b", None, None, Some("./ada.jpg?a=//b")),
        ("./https://spy.example/x.png", None, None, None),
        ("/.//spy.example/x.png", None, None, None),
        ("/1/..//spy.example/x.png", None, None, None),
        (".///spy.example/x.png", Some("/img.json"), None, None),
        ("https://page.invalid//spy.example/x.png", None, None, None),
        ("//page.invalid/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/https:/spy.example/x", None, None, None),
        ("./javascript:alert(1)", None, None, Some("./javascript:alert(1)")),
    ] {
        assert_eq!(picture(image, src, page_url).as_deref(), address, "{image} {src:?} {page_url:?}");
    }
}

#[test]
fn plain_html_has_no_class_no_style_no_script_and_every_word() {
    let setting = Setting::default();
    for json in [IRAN, EVERY_FIELD] {
        let html = html(json, &setting, Form::Plain);
        for absent in ["class=", "style", "script", "<slot", "<button", "<img", "part=", "<template", "aria-"] {
            assert!(!html.contains(absent), "{absent}");
        }
        let document: Value = serde_json::from_str(json).unwrap();
        let claims = document["claims"].as_array().unwrap().iter().filter(|claim| claim["text"].is_string());
        for statement in claims.flat_map(|claim| claim["statements"].as_array().cloned().unwrap_or_default()) {
            for words in ["quote", "reported"].iter().filter_map(|field| statement.get(field)) {
                let spans = words.as_array().cloned().unwrap_or(vec![words.clone()]);
                for span in spans {
                    let span = html_escape::encode_text(span.as_str().unwrap()).into_owned();
                    assert!(html.contains(&span), "{span}");
                }
            }
        }
    }
}

#[test]
fn no_block_stands_in_a_paragraph_because_parsers_take_it_out() {
    for json in [IRAN, EVERY_FIELD] {
        for form in [Form::Element, Form::Plain] {
            let html = html(json, &Setting { open: Opening::All, ..Setting::default() }, form);
            let blocks = ["p", "div", "ul", "figure", "blockquote", "details", "section", "article", "h2", "h3"];
            for (begin, _) in html.match_indices("<p").filter(|(at, _)| html[at + 2..].starts_with(['>', ' '])) {
                let inside = html[begin + 2..].split("</p>").next().unwrap();
                let is_inside = |tag: &&&str| [">", " "].iter().any(|end| inside.contains(&format!("<{tag}{end}")));
                assert_eq!(blocks.iter().find(is_inside), None, "{inside}");
            }
        }
    }
}

#[test]
fn in_plain_html_every_block_says_that_it_is_ours() {
    let html = html(EVERY_FIELD, &Setting::default(), Form::Plain);
    for tag in ["section", "div", "blockquote"] {
        let tag = format!("<{tag}");
        let begins: Vec<_> = html.match_indices(&tag).map(|(at, _)| html[at..].split_once('>').unwrap().0).collect();
        assert!(!begins.is_empty() && begins.iter().all(|tag| tag.contains(" data-fact-cards=")), "{begins:?}");
    }
}

#[test]
fn in_plain_html_quotes_have_quotation_marks_and_reported_words_have_none() {
    let html = html(EVERY_FIELD, &Setting::default(), Form::Plain);
    assert!(html.contains("<p>“It is safe to drink […] and has been since Monday”</p>"));
    assert!(html.contains(
        "<p>Reported:</p><blockquote lang=\"en\" dir=\"auto\" data-fact-cards=\"\"><p>the board doubts it</p>"
    ));
    assert!(html.contains("<div id=\"claim-the-water-is-safe\" data-fact-cards=\"\">"));
}

#[test]
fn without_a_style_or_when_copied_names_roles_and_quotes_stay_apart() {
    let html = html(EVERY_FIELD, &Setting::default(), Form::Element);
    let text = seen(&html[html.find("<div class=\"widget\">").unwrap()..html.find("</template>").unwrap()]);
    for expected in [
        "“It is safe to drink",
        "since Monday”",
        "Ada Low: 1 in their own words",
        "Ada Low affirms it former engineer, City Council",
        "Open all Close all",
        "Link Share Copy Go to the passage",
        "”لا نعرف“",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
    // The role begins a line of its own.
    assert!(html.contains("</span> <div class=\"role\""));
}

#[test]
fn quotation_marks_are_those_of_the_language_of_the_words() {
    for (language, marks) in [
        ("de-AT", "„x“"),
        ("fr", "«\u{a0}x\u{a0}»"),
        ("ja", "「x」"),
        ("zh", "“x”"),
        ("zh-TW", "「x」"),
        ("ar", "”x“"),
        ("en", "“x”"),
        ("ko", "“x”"),
    ] {
        let json = format!(
            r#"{{"version": 1, "article": {{"headline": "h", "language": "{language}"}}, "speakers": {{}},
                     "claims": [{{"id": "a", "text": "a", "statements": [{{"quote": "x"}}]}}]}}"#
        );
        for form in [Form::Element, Form::Plain] {
            let html = html(&json, &Setting::default(), form);
            assert!(seen(&html).contains(marks), "{language}: {html}");
        }
    }
}

#[test]
fn separators_are_those_of_the_language_of_the_widget() {
    for (language, who, when, source) in [
        (
            "en",
            "engineer, City Water",
            "last week, as the article puts it",
            "Source: Is the water safe? · The Gazette · 2024",
        ),
        (
            "ar",
            "engineer، City Water",
            "last week، كما ورد في المقال",
            "المصدر: Is the water safe? · The Gazette · 2024",
        ),
        ("ja", "engineer、City Water", "last week（記事の表現）", "出典：Is the water safe? · The Gazette · 2024年"),
        ("zh", "engineer，City Water", "last week（文章的表述）", "来源：Is the water safe? · The Gazette · 2024年"),
    ] {
        let source_of_it = json!({ "title": "Is the water safe?", "publisher": "The Gazette", "published": "2024" });
        let statement = json!({ "speaker": "ada", "quote": "x", "when": "last week", "source": source_of_it });
        let document = json!({
            "version": 1, "article": { "headline": "h", "language": language },
            "speakers": { "ada": { "name": "Ada Low", "role": "engineer", "organization": "City Water" } },
            "claims": [{ "id": "a", "text": "a", "statements": [statement] }]
        });
        for form in [Form::Element, Form::Plain] {
            let text = seen(&html(&document.to_string(), &Setting::default(), form));
            for expected in [who, when, source] {
                assert!(text.contains(expected), "{expected} is not in {text}");
            }
        }
    }
}

#[test]
fn numbers_have_their_plural_form_and_the_digits_of_the_language() {
    for (language, expected) in [
        ("ar", ["يختلف متحدثان", "يختلف ثلاثة متحدثين", "يختلف 11 متحدثًا", "يختلف 100 متحدث"]),
        (
            "fa",
            [
                "دو گوینده اختلاف نظر دارند",
                "سه گوینده اختلاف نظر دارند",
                "۱۱ گوینده اختلاف نظر دارند",
                "۱۰۰ گوینده اختلاف نظر دارند",
            ],
        ),
        ("ja", ["2人の見解が分かれる", "3人の見解が分かれる", "11人の見解が分かれる", "100人の見解が分かれる"]),
        (
            "pl",
            [
                "Dwie osoby mają różne zdania",
                "Trzy osoby mają różne zdania",
                "11 osób ma różne zdania",
                "100 osób ma różne zdania",
            ],
        ),
    ] {
        for (number, expected) in [2, 3, 11, 100].into_iter().zip(expected) {
            let keys = (0..number).map(|number| format!("s{number}"));
            let speakers: serde_json::Map<_, _> = keys.map(|key| (key, json!({ "name": "Ada" }))).collect();
            let mut statements = vec![json!({ "speaker": "s0", "quote": "x", "stance": "denies" })];
            statements.extend(speakers.keys().map(|key| json!({ "speaker": key, "quote": "x", "stance": "affirms" })));
            let claim = json!({ "id": "a", "text": "a", "statements": statements });
            let document = json!({ "version": 1, "article": { "headline": "h", "language": language }, "speakers": speakers, "claims": [claim] });
            for form in [Form::Element, Form::Plain] {
                let html = html(&document.to_string(), &Setting::default(), form);
                assert!(html.contains(expected), "{expected} is not in {html}");
            }
        }
    }
}

#[test]
fn further_statements_are_counted_in_the_grammar_of_the_language() {
    for (language, expected) in [
        ("ar", ["وتصريحان آخران", "وثلاثة تصريحات أخرى", "و11 تصريحًا آخر"]),
        ("en", ["And two more", "And three more", "And 11 more"]),
    ] {
        for (further, expected) in [2, 3, 11].into_iter().zip(expected) {
            let statements = vec![json!({ "speaker": "ada", "quote": "x" }); further + 1];
            let claim = json!({ "id": "a", "text": "a", "statements": statements });
            let document = json!({ "version": 1, "article": { "headline": "h", "language": language }, "speakers": { "ada": { "name": "Ada" } }, "claims": [claim] });
            let html = html(&document.to_string(), &Setting::default(), Form::Element);
            assert!(html.contains(expected), "{expected} is not in {html}");
        }
    }
}

#[test]
fn long_words_are_counted_in_the_grammar_of_arabic() {
    for (number, expected) in [(71, "(71 كلمة)"), (103, "(103 كلمات)")] {
        let statement = json!({ "quote": vec!["كلمة"; number].join(" ") });
        let claim = json!({ "id": "a", "text": "a", "statements": [statement] });
        let document = json!({ "version": 1, "article": { "headline": "h", "language": "ar" }, "speakers": {}, "claims": [claim] });
        let html = html(&document.to_string(), &Setting::default(), Form::Element);
        assert!(html.contains(expected), "{expected} is not in {html}");
    }
}

#[test]
fn some_of_the_cards_are_left_out_in_the_grammar_of_the_language() {
    for (language, left_out, expected) in [
        ("de", 1, "1 von 3 Karten konnte nicht gezeigt werden."),
        ("de", 2, "2 von 3 Karten konnten nicht gezeigt werden."),
        ("ar", 2, "تعذّر عرض اثنتين من أصل 3 بطاقات."),
        ("ja", 2, "カード3枚のうち2枚を表示できませんでした。"),
        ("fr", 1, "3 fiches, dont 1 impossible à afficher."),
    ] {
        let claim = |number: usize| json!({ "id": format!("c{number}"), "text": if number < left_out { json!(1) } else { json!("a") }, "statements": [] });
        let claims: Vec<_> = (0..3).map(claim).collect();
        let document = json!({ "version": 1, "article": { "headline": "h", "language": language }, "speakers": {}, "claims": claims });
        let html = html(&document.to_string(), &Setting::default(), Form::Plain);
        assert!(html.contains(expected), "{expected} is not in {html}");
    }
}

#[test]
fn chinese_is_in_the_characters_of_its_readers() {
    for (language, lang, title) in [
        ("zh", "zh", "谁说了什么"),
        ("zh-Hans-HK", "zh", "谁说了什么"),
        ("zh-CN", "zh", "谁说了什么"),
        ("zh-Hant", "zh-hant", "誰說了什麼"),
        ("zh-TW", "zh-hant", "誰說了什麼"),
        ("zh-hk", "zh-hant", "誰說了什麼"),
    ] {
        let document = json!({ "version": 1, "article": { "headline": "h", "language": language }, "speakers": {}, "claims": [{ "id": "a", "text": "a", "statements": [] }] });
        let html = html(&document.to_string(), &Setting::default(), Form::Plain);
        assert!(html.contains(&format!("lang=\"{lang}\"")) && html.contains(title), "{language}: {html}");
    }
}

#[test]
fn a_page_has_its_language_a_title_and_one_main_heading() {
    let html = html(EVERY_FIELD, &Setting::default(), Form::Page);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"));
    assert!(html.contains("<title>City says the water is safe again</title>\n<link rel=\"canonical\" href=\"https://daily.example/water\">"));
    assert_eq!(html.matches("<h1").count(), 1);
}

/// Makes a document with these statements. Its article contains “It rains” twice and everything else once.
fn with_statements(statements: &Value) -> String {
    json!({
        "version": 1,
        "article": {
            "headline": "Rain", "url": "https://daily.example/rain?page=1#top", "publisher": "The Daily",
            "body": ["“It rains,” she said. “It rains – a lot, day by day.”", "He had nothing to add to that."]
        },
        "speakers": {},
        "claims": [{ "id": "c", "text": "It rains", "statements": statements }]
    })
    .to_string()
}

/// Returns the links of the cards that lead to a source, or to words in the article.
fn source_links(html: &str) -> Vec<String> {
    // The last one is that of all cards.
    let cards = html.split_once("<section").unwrap().1.rsplit_once("Source: ").unwrap().0;
    let links = cards.split(" href=\"http").skip(1);
    links.map(|link| format!("http{}", link.split('"').next().unwrap())).collect()
}

#[test]
fn without_the_widget_sources_link_to_the_words() {
    let statements = json!([
        { "quote": "It rains – a lot" },
        { "reported": "nothing to add" },
        { "quote": "It rains", "suffix": ",” she said" },
        { "quote": "day by day", "source": { "title": "The Daily’s own title", "url": "https://daily.example/rain?page=1" } },
    ]);
    let words = "https://daily.example/rain?page=1#:~:text=";
    for form in [Form::Plain, Form::Page] {
        let html = html(&with_statements(&statements), &Setting::default(), form);
        let links = source_links(html.split("</template>").next().unwrap());
        let expected = ["It%20rains%20%E2%80%93%20a%20lot", "nothing%20to%20add", "It%20rains,-%2C", "day%20by%20day"];
        assert_eq!(links, expected.map(|fragment| format!("{words}{fragment}")), "{form:?}");
        assert!(html.contains("The Daily’s own title"));
        // The article is named once, below the cards; what is in it is a passage.
        let cards = html.split("</template>").next().unwrap();
        let [sources, passages] = ["Source: ", ">Go to the passage</a>"].map(|text| cards.matches(text).count());
        assert_eq!((sources, passages), (2, 3), "{form:?}");
    }
}

#[test]
fn sources_stay_unchanged_if_the_words_are_not_in_exactly_one_place_in_the_article() {
    let elsewhere = json!({ "quote": "day by day", "source": { "title": "Other", "url": "https://other.example/" } });
    let in_a_book = json!({ "quote": "day by day", "source": { "title": "A book" } });
    let statements = json!([{ "quote": "It rains" }, { "quote": "It never rains there" }, elsewhere, in_a_book]);
    let html = html(&with_statements(&statements), &Setting::default(), Form::Plain);
    assert_eq!(source_links(&html), ["https://other.example/"]);
    assert!(!html.contains(":~:"));
}

#[test]
fn where_the_widget_never_comes_cards_say_so_to_their_style_and_link_to_the_words() {
    let json = with_statements(&json!([{ "quote": "It rains – a lot" }]));
    let alone = Setting { without_script: true, ..Setting::default() };
    let (given, static_class) = (Setting::default(), "<div class=\"widget static\">");
    for (setting, form) in [(&alone, Form::Element), (&given, Form::Page)] {
        let html = html(&json, setting, form);
        assert!(html.contains(static_class) && html.contains(":~:"), "{form:?}");
    }
    assert!(!html(&json, &given, Form::Element).contains(static_class));
}

#[test]
fn cards_for_the_widget_are_the_same_as_those_it_draws() {
    let json = with_statements(&json!([{ "quote": "It rains – a lot" }]));
    let script = Setting { script: Some("fact-cards.js".to_owned()), ..Setting::default() };
    for (setting, form) in [(&Setting::default(), Form::Element), (&script, Form::Page)] {
        assert!(!html(&json, setting, form).contains(":~:"), "{form:?}");
    }
}

#[test]
fn the_stance_is_told_again_where_one_speaker_has_another_stance() {
    let [says, denies, affirms] = ["comments", "denies", "affirms"]
        .map(|stance| json!({ "speaker": "ada", "reported": format!("{stance} it"), "stance": stance }));
    let seen_of = |statements: &[&serde_json::Value]| {
        let document = json!({
            "version": 1,
            "article": { "headline": "Dam" },
            "speakers": { "ada": { "name": "Ada Low" } },
            "claims": [{ "id": "leak", "text": "It leaked", "statements": statements }],
        });
        seen(&html(&document.to_string(), &Setting::default(), Form::Plain))
    };
    let quoted = json!({ "speaker": "ada", "quote": "We are safe" });
    let cards = seen_of(&[&quoted, &denies, &denies, &affirms, &says]);
    for (name, words) in [("Ada Low denies it", "denies it"), ("Ada Low affirms it", "affirms it")] {
        assert!(cards.contains(&format!("{name}Reported:{words}")), "{cards}");
    }
    // The name stands once in the line above, and once for two statements with one stance.
    assert_eq!(cards.matches("Ada Low").count(), 5, "{cards}");
    let alike = seen_of(&[&affirms, &affirms]);
    assert_eq!(alike.matches("Ada Low").count(), 1, "{alike}");
}

/// The text of some HTML, as it is without any style: the tags left out.
fn seen(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.collect::<String>().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
