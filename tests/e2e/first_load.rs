//! What a reader loads before opening anything.

use std::fs;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::host::dist;
use crate::quotes::{ARTICLE, address_of_story, visit_story};

/// The most that a reader loads before opening anything, in bytes of brotli 11.
const MOST: u64 = 64_000;

/// The longest time until the browser counts as idle, and some more.
const IDLE: Duration = Duration::from_millis(4000);

/// The bytes of these files of the build, compressed by brotli 11, as servers send them.
fn packed(files: &[String]) -> u64 {
    let sum = "const { brotliCompressSync, constants } = require('zlib'); const { readFileSync } = require('fs'); \
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }; \
        const size = (file) => brotliCompressSync(readFileSync(file), { params }).length; \
        console.log(process.argv.slice(1).map(size).reduce((one, other) => one + other, 0))";
    let output = Command::new("node").arg("-e").arg(sum).args(files).current_dir(dist()).output();
    let output = output.expect("node is on PATH");
    String::from_utf8(output.stdout).unwrap().trim().parse().expect("the sum of the sizes")
}

/// The files of the widget that the page has loaded; each once, because browsers keep them.
async fn loaded(visit: &Visit) -> WebDriverResult<Vec<String>> {
    let names = "return [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)))] \
        .filter((name) => name.startsWith('fact-cards'))";
    let names: Vec<String> = serde_json::from_value(visit.ask(names).await?).unwrap();
    Ok(names)
}

/// Waits until nothing more is loaded, and returns the bytes.
async fn bytes(visit: &Visit) -> WebDriverResult<u64> {
    tokio::time::sleep(IDLE).await;
    let files = loaded(visit).await?;
    let bytes = packed(&files);
    println!("{bytes} bytes: {files:?}");
    Ok(bytes)
}

const STORY: &str = "<p>“It is so and not otherwise,” he said.<p>“We will see what comes,” she answered.";

fn quotes() -> Value {
    json!(["It is so and not otherwise", "We will see what comes"])
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_that_the_widget_draws_load_no_more_than_64_000_bytes_before_anything_is_opened() {
    visit(|visit| async move {
        let body = json!(["“It is so and not otherwise,” he said."]).to_string();
        // The words of these languages weigh most.
        let longest = ["lang='ar'", "lang='uk'"].map(|language| ("attributes", language));
        for others in [("attributes", ARTICLE), ("attributes", ""), ("body", body.as_str())].into_iter().chain(longest)
        {
            visit.open(&address_of_story(STORY, &quotes(), &[others])).await?;
            assert_eq!(
                packed(&loaded(&visit).await?),
                packed(&["fact-cards.js".to_owned()]),
                "only the loader at first"
            );
            visit_story(&visit, STORY, &quotes(), &[others]).await?;
            let bytes = bytes(&visit).await?;
            assert!(bytes <= MOST, "{bytes} with {others:?}");
            let files = loaded(&visit).await?.join(" ");
            assert_eq!(files.contains("fact-cards-languages"), others.1.starts_with("lang="), "{files}");
            assert!(!files.contains("fact-cards-passages"), "these words come when a card is used: {files}");
            assert!(visit.ask("return root.querySelectorAll('.card').length === 2").await? == true);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn prerendered_cards_load_what_underlines_their_words_and_no_more_than_64_000_bytes() {
    visit(|visit| async move {
        let underlined = "CSS.highlights.get('fact-cards-passages')?.size";
        visit.size(1280, 900).await?;
        visit.open("/").await?;
        let bytes_of_demo = bytes(&visit).await?;
        assert!(bytes_of_demo <= MOST, "{bytes_of_demo} on the demo page");
        visit.until(&format!("{underlined} >= 8")).await?;
        visit_story(&visit, STORY, &quotes(), &[("cards", "now")]).await?;
        let bytes = bytes(&visit).await?;
        assert!(bytes <= MOST, "{bytes}");
        visit.until(&format!("{underlined} === 2")).await
    });
}

/// The number before ` KB` behind these words of the guide; a row of a table has it in its last cell.
fn told(guide: &str, words: &str) -> f64 {
    let (_, behind) = guide.split_once(words).unwrap_or_else(|| panic!("docs/embedding.md does not have: {words}"));
    let line = behind.lines().next().unwrap_or_default();
    let parts = if words.starts_with('|') { line.rsplit_once(" KB") } else { line.split_once(" KB") };
    let (before, _) = parts.unwrap_or_else(|| panic!("no number of KB behind: {words}"));
    before.rsplit([' ', '|']).next().unwrap().parse().unwrap()
}

/// The guide is written by hand, and nobody notices how files grow.
#[test]
#[ignore = "needs dist/: make test"]
fn the_guide_tells_what_readers_load() {
    let names: Vec<String> =
        fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    // `fact-cards-quotes.wasm` for `fact-cards-quotes-0fd5ed19.wasm`.
    let plain = |name: &str| {
        let (stem, rest) = name.rsplit_once('-')?;
        Some(format!("{stem}.{}", rest.split_once('.')?.1))
    };
    let size = |wanted: &str| {
        let named: Vec<_> =
            names.iter().filter(|name| *name == wanted || plain(name).as_deref() == Some(wanted)).collect();
        assert_eq!(named.len(), 1, "{wanted}: {named:?}");
        packed(&[named[0].clone()])
    };
    let all = |wanted: &[&str]| wanted.iter().map(|name| size(name)).sum::<u64>() as f64 / 1000.0;
    let loader = all(&["fact-cards.js"]);
    let core = loader + all(&["fact-cards-embed.js", "fact-cards.wasm", "fact-cards.css"]);
    let tools = all(&["fact-cards-tools.js"]);
    let finder = all(&["fact-cards-article.js", "fact-cards-quotes.wasm"]);
    let guide = include_str!("../../docs/embedding.md");
    for (words, kilobytes) in [
        ("It loads ", loader),
        ("are underlined in your article before a reader uses the cards, which loads ", finder),
        ("When the first card is opened, ", finder),
        ("| prerendered, with the attribute `article` |", loader + tools + finder),
        ("| drawn by the widget, with `article` |", core + tools + finder),
        ("| drawn by the widget, with `article` and `passages=\"early\"` |", core + finder),
        ("| without `article`, or for readers who save data |", core + finder),
        ("Only pages that show one load the ", all(&["fact-cards-reviews.js", "fact-cards-reviews.wasm"])),
    ] {
        let told = told(guide, words);
        assert!(
            (told - kilobytes).abs() < 1.0,
            "docs/embedding.md, “{words}”: {told} KB are told, it is {kilobytes:.1} KB"
        );
    }
}
