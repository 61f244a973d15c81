//! A page's ClaimReview instead of a document: the wasm that reads it is loaded only there, and may fail like any other file.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::host::{hang, widget_file};

/// A page with a ClaimReview that can be shown, one that cannot, and elements that name no document; without an inline script, under
/// the policy of a strict host. `embeds` is how many elements there are, `inside` what stands in each; their `src` and the folder
/// that the widget comes `from` may be given.
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Response {
    let given = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let embeds = asked.get("embeds").map_or(1, |embeds| embeds.parse().unwrap());
    let src = asked.get("src").map(|src| format!("src=\"{src}\"")).unwrap_or_default();
    let element = format!("<fact-cards {src}>{}</fact-cards>", given("inside"));
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
        img-src data:; require-trusted-types-for 'script'";
    let page = format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script type="application/ld+json">[
  {{ "@type": "ClaimReview", "claimReviewed": "The earth is flat", "author": {{ "name": "Desk" }} }},
  {{ "@type": "ClaimReview", "author": {{ "name": "Desk" }} }}
]</script>
<script type="module" async src="{}/fact-cards.js"></script>
<main>{}</main>"#,
        given("from"),
        element.repeat(embeds)
    );
    ([("content-security-policy", policy)], Html(page)).into_response()
}

/// The widget's files without those that read ClaimReview.
pub async fn missing(Path(file): Path<String>) -> Response {
    match file.starts_with("fact-cards-reviews") {
        true => StatusCode::NOT_FOUND.into_response(),
        false => widget_file(&file),
    }
}

/// The widget's files without the wasm that reads ClaimReview.
pub async fn without_wasm(Path(file): Path<String>) -> Response {
    match file.starts_with("fact-cards-reviews") && file.ends_with(".wasm") {
        true => StatusCode::NOT_FOUND.into_response(),
        false => widget_file(&file),
    }
}

/// The widget's files, where those that read ClaimReview never come.
pub async fn hanging(Path(file): Path<String>) -> Response {
    match file.starts_with("fact-cards-reviews") {
        true => hang().await,
        false => widget_file(&file),
    }
}

/// The widget's files, where the wasm that reads ClaimReview never comes.
pub async fn hanging_wasm(Path(file): Path<String>) -> Response {
    match file.starts_with("fact-cards-reviews") && file.ends_with(".wasm") {
        true => hang().await,
        false => widget_file(&file),
    }
}

/// Runs a script in each page that is opened from now on, before the page's own scripts.
async fn from_the_start(visit: &Visit, script: &str) -> WebDriverResult<()> {
    let events = "window.events = []; for (const name of ['ready', 'error']) \
        addEventListener(`fact-cards-${name}`, ({ detail }) => window.events.push({ name, ...detail }));";
    let source = json!({ "source": format!("{events}{script}") });
    visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await.map(drop)
}

/// Which of the files that read ClaimReview were fetched, by the ends of their names.
async fn fetched(visit: &Visit) -> WebDriverResult<Value> {
    let ends = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('fact-cards-reviews')) \
        .map(({ name }) => name.split('.').at(-1))";
    visit.ask(ends).await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn they_are_shown_by_several_elements_with_one_fetch_under_a_strict_policy() {
    visit(|visit| async move {
        from_the_start(&visit, "").await?;
        visit.open("/reviews?embeds=3").await?;
        visit.until("events.length === 3").await?;
        let ready = json!({ "name": "ready", "claims": 1, "leftOut": 1 });
        assert_eq!(visit.ask("return events").await?, json!([ready, ready, ready]));
        until_claims_in_all(&visit).await?;
        assert_eq!(
            visit.ask("return root.querySelector('.notice').textContent").await?,
            "1 of 2 cards could not be shown."
        );
        assert_eq!(fetched(&visit).await?, json!(["js", "wasm"]));
        let console = visit.console().await?;
        let line = "error[nothing-reviewed]: [1].claimReviewed: missing; the review is not shown";
        assert!(console.len() == 3 && console.iter().all(|told| told.contains(line)), "{console:?}");
        Ok(())
    });
}

async fn until_claims_in_all(visit: &Visit) -> WebDriverResult<()> {
    visit
        .until(
            "[...document.querySelectorAll('fact-cards')].every(({ shadowRoot }) => \
            shadowRoot.querySelector('[part=claim]').textContent === 'The earth is flat')",
        )
        .await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_page_whose_elements_have_documents_does_not_fetch_what_reads_them() {
    visit(|visit| async move {
        visit.open("/reviews?src=/water").await?;
        visit.until_cards().await?;
        assert_eq!(fetched(&visit).await?, json!([]));
        Ok(())
    });
}

/// Puts a script of JSON-LD into the page a moment after the element has begun to look for it.
fn late_script(attributes: &str) -> String {
    format!(
        "setTimeout(() => {{ const script = document.createElement('script'); script.type = 'application/ld+json; charset=utf-8'; \
            script.text = `{{\"@type\": \"ClaimReview\", \"claimReviewed\": \"The moon is cheese\", \"author\": \"Desk\"}};`; \
            {attributes} document.body.append(script) }}, 1500)"
    )
}

/// An element in a page without a document has cards once one comes: no event tells of a failure before.
async fn comes_late(visit: &Visit, element: &str, attributes: &str) -> WebDriverResult<()> {
    visit.open("/bare").await?;
    visit.ask(&format!("{element} document.body.append(element); {}", late_script(attributes))).await?;
    visit.until("document.querySelector('fact-cards').shadowRoot?.querySelector('[part=claim]')?.textContent === 'The moon is cheese'").await?;
    assert_eq!(visit.ask("return events.map(({ name }) => name)").await?, json!(["ready"]));
    Ok(())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_review_that_a_script_brings_after_the_element_is_shown() {
    visit(|visit| async move { comes_late(&visit, "const element = document.createElement('fact-cards');", "").await });
    visit(|visit| async move {
        let element = "const element = document.createElement('fact-cards'); element.setAttribute('article', 'main');";
        comes_late(&visit, element, "").await
    });
    visit(|visit| async move {
        let element = "const element = document.createElement('fact-cards'); element.setAttribute('src', '#late');";
        comes_late(&visit, element, "script.id = 'late';").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_block_that_is_broken_is_named_and_hides_no_other() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let scripts = "for (const text of ['{\"@type\": \"ClaimReview\",', '{\"@type\": \"ClaimReview\", \"claimReviewed\": \"Flat\", \"author\": {\"@id\": \"#d\"}}', \
            '{\"@id\": \"#d\", \"name\": \"Desk\"}']) { const script = document.createElement('script'); script.type = 'application/ld+json'; script.text = text; \
            document.head.append(script); } document.body.append(document.createElement('fact-cards'))";
        visit.ask(scripts).await?;
        visit.until("events.length").await?;
        assert_eq!(visit.ask("return events").await?, json!([{ "name": "ready", "claims": 1, "leftOut": 1 }]));
        assert!(visit.console().await?.concat().contains("error[syntax]: [0]: not JSON"));
        Ok(())
    });
}

/// Adds scripts of JSON-LD, each a number of milliseconds after the element.
fn scripts_and_an_element(scripts: &[(&str, u32)]) -> String {
    let scripts = scripts.iter().map(|(json, after)| {
        let json = serde_json::to_string(json).unwrap();
        format!("add({json}, {after});")
    });
    let add = "const add = (json, after) => { const put = () => { const script = document.createElement('script'); \
        script.type = 'application/ld+json'; script.text = json; document.head.append(script) }; after ? setTimeout(put, after) : put() };";
    format!("{add} {} document.body.append(document.createElement('fact-cards'))", scripts.collect::<String>())
}

const FLAT: &str = r#"{"@type": "ClaimReview", "claimReviewed": "Flat", "author": "Desk"}"#;

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_script_that_is_broken_and_has_no_review_costs_no_card() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(&scripts_and_an_element(&[("", 0), ("{\"@type\": \"BreadcrumbList\",", 0), (FLAT, 0)])).await?;
        visit.until("events.length").await?;
        assert_eq!(visit.ask("return events").await?, json!([{ "name": "ready", "claims": 1, "leftOut": 0 }]));
        visit.until("document.querySelector('fact-cards').shadowRoot?.querySelector('[part=claim]')").await?;
        let notice =
            "return document.querySelector('fact-cards').shadowRoot.querySelector('.notice')?.textContent ?? ''";
        assert_eq!(visit.ask(notice).await?, "");
        let console = visit.console().await?.concat();
        assert!(console.contains("warning[syntax]: [1]: not JSON") && !console.contains("[0]"), "{console}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_review_that_comes_after_what_only_mentions_one_or_is_broken_is_shown() {
    for early in [
        r#"{"@type": "WebPage", "name": "What is a ClaimReview?"}"#,
        r#"{"@type": "ClaimReview", "#,
        r#"{"@type": "ClaimReview", "author": "Desk"}"#,
    ] {
        visit(|visit| async move {
            visit.open("/bare").await?;
            visit.ask(&scripts_and_an_element(&[(early, 0), ("{}", 800), (FLAT, 1600)])).await?;
            visit.until("document.querySelector('fact-cards').shadowRoot?.querySelector('[part=claim]')?.textContent === 'Flat'").await?;
            assert_eq!(
                visit.ask("return events.map(({ name, claims }) => [name, claims])").await?,
                json!([["ready", 1]])
            );
            Ok(())
        });
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_author_that_another_script_brings_a_moment_later_signs_the_rating() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let review = r##"{"@type": "ClaimReview", "claimReviewed": "Flat", "author": {"@id": "#desk"}, "reviewRating": {"alternateName": "False"}}"##;
        let desk = r##"{"@id": "#desk", "name": "Late Desk"}"##;
        visit.ask(&scripts_and_an_element(&[(review, 500), (desk, 1300)])).await?;
        visit.until("document.querySelector('fact-cards').shadowRoot?.querySelector('[part=claim]')").await?;
        let cards = visit.ask("return document.querySelector('fact-cards').shadowRoot.textContent").await?;
        assert!(cards.as_str().unwrap().contains("Late Desk"), "{cards}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_script_that_gets_its_text_later_is_read() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let fill = format!(
            "{}; setTimeout(() => {{ document.querySelector('head script[type*=ld]').firstChild.data = {} }}, 1000)",
            scripts_and_an_element(&[(" ", 0)]),
            serde_json::to_string(FLAT).unwrap()
        );
        visit.ask(&fill).await?;
        visit.until("document.querySelector('fact-cards').shadowRoot?.querySelector('[part=claim]')?.textContent === 'Flat'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn json_ld_without_one_is_said() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let script = "const script = document.createElement('script'); script.type = 'application/ld+json'; script.text = '{}'; \
            const element = document.createElement('fact-cards'); element.append(script, 'Their own words.'); document.body.append(element)";
        visit.ask(script).await?;
        visit.until("events.length").await?;
        let message = "error[no-claim-review]: there is no ClaimReview in it";
        assert_eq!(
            visit.ask("return events").await?,
            json!([{ "name": "error", "code": "document", "message": message }])
        );
        Ok(())
    });
}

/// With the widget from this folder, ClaimReview cannot be read: the element keeps what its page wrote, with one event of this code
/// and one line in the console; an element with a document has its cards.
async fn fails(visit: &Visit, from: &str, code: &str) -> WebDriverResult<()> {
    from_the_start(visit, "").await?;
    visit.open(&format!("/reviews?from={from}&inside=Their own words.")).await?;
    visit.until("events.length").await?;
    assert_eq!(visit.ask("return [events.length, events[0].code]").await?, json!([1, code]));
    assert_eq!(visit.ask("return document.body.innerText.trim()").await?, "Their own words.");
    let console = visit.console().await?;
    let ours = console.iter().filter(|line| line.contains("fact-cards: ")).count();
    assert_eq!(ours, 1, "{console:?}");
    visit.ask("document.querySelector('fact-cards').setAttribute('src', '/water')").await?;
    visit.until("root.querySelectorAll('[data-claim]').length === 2").await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_what_reads_them_the_page_keeps_what_it_wrote() {
    visit(|visit| async move { fails(&visit, "/missing-reviews", "network").await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_the_wasm_that_reads_them_the_page_keeps_what_it_wrote() {
    visit(|visit| async move { fails(&visit, "/reviews-without-wasm", "network").await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_reads_them_is_given_up_where_it_does_not_come() {
    visit(|visit| async move { fails(&visit, "/hanging-reviews", "timeout").await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_wasm_that_reads_them_is_given_up_where_it_does_not_come() {
    visit(|visit| async move { fails(&visit, "/reviews-with-hanging-wasm", "timeout").await });
}

/// Makes each call of the reviews' wasm crash while `crash` is set, except the call that starts it.
const CRASH: &str = "window.crash = true; window.instances = 0; const { instantiate } = WebAssembly; \
    WebAssembly.instantiate = async (...given) => { \
        const { exports } = await instantiate(...given); \
        if (++window.instances === 1) return { exports }; \
        let calls = 0; \
        const guard = (exported) => (...given) => { \
            if (calls++ && window.crash) throw new WebAssembly.RuntimeError('unreachable'); return exported(...given) }; \
        return { exports: Object.fromEntries(Object.entries(exports).map(([name, value]) => \
            [name, typeof value === 'function' ? guard(value) : value])) }; };";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_crash_of_what_reads_them_costs_one_element_its_cards_and_later_ones_get_a_fresh_instance() {
    visit(|visit| async move {
        from_the_start(&visit, CRASH).await?;
        visit.open("/reviews?inside=Their own words.").await?;
        visit.until("events.length").await?;
        assert_eq!(visit.ask("return [events.length, events[0].code]").await?, json!([1, "document"]));
        assert_eq!(visit.ask("return document.body.innerText.trim()").await?, "Their own words.");
        visit
            .ask("crash = false; document.querySelector('main').prepend(document.createElement('fact-cards'))")
            .await?;
        let flat = "root?.querySelector('[part=claim]')?.textContent === 'The earth is flat'";
        visit.until(flat).await?;
        assert_eq!(visit.ask("return instances").await?, 3, "the cards', the one that crashed, and a fresh one");
        assert_eq!(fetched(&visit).await?, json!(["js", "wasm"]));
        Ok(())
    });
}
