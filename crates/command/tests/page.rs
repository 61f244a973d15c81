//! A page contains text that is not part of its article: the widget's own markup, hidden text, footnote marks. Such
//! text never confirms an invented quote.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

const TRUE_WORDS: &str = "It is so and not otherwise";
const INVENTED: &str = "The water has never been safe at all";

fn fact_cards(folder: &TempDir, arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_fact-cards")).args(arguments).current_dir(folder.path()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the grades of the true words and of the invented words. The page has this markup after the true words.
fn grades(folder: &TempDir, markup: &str) -> Value {
    let page = format!(
        "<!doctype html><title>Story</title><main><p>“{TRUE_WORDS},” he said.</p>{markup}<p>And so on.</p></main>"
    );
    fs::write(folder.path().join("page.html"), page).unwrap();
    let told = fact_cards(folder, &["check", "--format", "json", "--article", "page.html", "a.json"]);
    let told: Value = serde_json::from_str(&told).unwrap();
    told["files"][0]["quotes"].as_array().unwrap().iter().map(|quote| quote["grade"].clone()).collect()
}

fn folder() -> TempDir {
    let claim = |id: &str, quote: &str| json!({ "id": id, "text": id, "statements": [{ "quote": quote }] });
    let claims = [claim("true", TRUE_WORDS), claim("invented", INVENTED)];
    let document = json!({ "version": 1, "article": { "headline": "Story" }, "speakers": {}, "claims": claims });
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.json"), document.to_string()).unwrap();
    folder
}

const PLACES: [(&str, &str); 10] = [
    ("", ""),
    ("<p>", "</p>"),
    ("<p>Some words, then", "and others.</p>"),
    ("<p><a name=cards>", "</p><p>More.</a></p>"),
    ("<a name=cards><p>", "</p>"),
    ("<p><b><i>", "</p>"),
    ("<ul><li>", "<li>More</ul>"),
    ("<table><tr>", "<td>More</table>"),
    ("<table><tr><td><font size=2>", "</table>"),
    ("<h2>", "</h2>"),
];

#[test]
fn prerendered_and_plain_cards_confirm_nothing() {
    let folder = folder();
    for (form, arguments) in [("element", &["prerender", "a.json"][..]), ("plain", &["prerender", "--plain", "a.json"])]
    {
        let cards = fact_cards(&folder, arguments);
        assert!(cards.contains(INVENTED));
        for (before, after) in PLACES {
            let markup = format!("{before}{cards}{after}");
            assert_eq!(grades(&folder, &markup), json!(["exact", "not-found"]), "{form} {before}");
        }
    }
}

#[test]
fn the_contents_of_an_element_confirm_nothing_wherever_the_parser_puts_them() {
    let folder = folder();
    let contents = [
        format!("<q>{INVENTED}</q>"),
        format!("<blockquote>{INVENTED}</blockquote>"),
        format!("<p>{INVENTED}</p>"),
        format!("\n<section><h2>Who said what</h2><blockquote><p>{INVENTED}</p></blockquote></section>{INVENTED}\n"),
        format!("<ul><li><a href=#>{INVENTED}</a></ul>"),
        format!("<a href=#>Source</a> {INVENTED}"),
    ];
    for inside in &contents {
        for (before, after) in PLACES {
            let markup = format!("{before}<fact-cards src=a.json>{inside}</fact-cards>{after}");
            assert_eq!(grades(&folder, &markup), json!(["exact", "not-found"]), "{before}{inside}");
        }
    }
}

#[test]
fn a_quote_that_is_only_in_hidden_text_is_not_found() {
    let folder = folder();
    for hidden in [
        "<p style='opacity: 0'>{}</p>",
        "<p class=sr-only>{}</p>",
        "<p style='position: absolute; left: -9999px'>{}</p>",
        "<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>{}</p>",
        "<p style='position: absolute; clip: rect(1px 1px 1px 1px)'>{}</p>",
        "<div style='max-height: 0; overflow: hidden'><p>{}</p></div>",
    ] {
        assert_eq!(grades(&folder, &hidden.replace("{}", INVENTED)), json!(["exact", "not-found"]), "{hidden}");
    }
    let shown = format!("<p style='opacity: 0.5; height: 40px; overflow: hidden'>{INVENTED}</p>");
    assert_eq!(grades(&folder, &shown), json!(["exact", "exact"]));
}

#[test]
fn text_that_readers_skip_does_not_break_a_quote() {
    let folder = folder();
    for words in [
        "<p>The water has never<sup>[1]</sup> been safe<sup><a href='#two'>2</a></sup> at all</p>",
        "<p>The water has <span class=visually-hidden>(a note for listeners) </span>never been safe at all</p>",
    ] {
        assert_eq!(grades(&folder, words), json!(["exact", "exact"]), "{words}");
    }
    let advertisement = "<p>The water has never<div>Advertisement</div><p>been safe at all</p>";
    assert_eq!(grades(&folder, advertisement), json!(["exact", "typographic"]));
}
