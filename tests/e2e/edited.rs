//! Prerendered cards as editors for articles leave them: some remove empty elements, some the attributes that they do not know.

use std::collections::HashMap;

use axum::extract::Query;
use axum::response::Html;
use prerender::{Form, Setting, prerender};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{CARDS_WASM, Visit, visit};

/// A long page with prerendered cards and a link to the second, as this editor leaves it: `none`, `empty` (removes empty elements) or `slot`
/// (removes that attribute).
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let claim = |id: &str| json!({ "id": id, "text": format!("Claim {id}"), "statements": [{ "quote": "x" }] });
    let claims = [claim("one"), claim("two"), claim("three")];
    let document = json!({ "version": 1, "article": { "headline": "Story" }, "speakers": {}, "claims": claims });
    let cards = prerender(&document.to_string(), &Setting::default(), Form::Element).unwrap().html;
    let anchor = |id: &str| format!(r#"<span id="claim-{id}" slot="claim-{id}"></span>"#);
    let edited = ["one", "two", "three"].iter().fold(cards, |cards, id| {
        assert!(cards.contains(&anchor(id)), "the cards have other anchors: {cards}");
        match asked["editor"].as_str() {
            "empty" => cards.replace(&anchor(id), ""),
            "slot" => cards.replace(&anchor(id), &format!(r#"<span id="claim-{id}"></span>"#)),
            _ => cards,
        }
    });
    Html(format!(
        r##"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script type="module" async src="/fact-cards.js"></script>
<p><a href="#claim-two">The second claim</a></p>
<p style="height: 3000px">Text.</p>
{edited}
<p style="height: 3000px">Text.</p>"##
    ))
}

/// The open cards, each with the place of its top in the window.
const OPEN: &str = "return [...root.querySelectorAll('details[open]')].map((card) => \
    [card.dataset.claim, Math.abs(Math.round(card.closest('.card').getBoundingClientRect().top)) < 3])";

async fn second_opens(visit: &Visit) -> WebDriverResult<()> {
    visit.until("root?.querySelector('[data-claim=two]')?.open").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(visit.ask(OPEN).await?, json!([["two", true]]));
    Ok(())
}

/// A reader comes with the address of a claim, and another follows a link to it.
fn an_address_opens_its_card(editor: &'static str) {
    visit(move |visit| async move {
        visit.open(&format!("/edited?editor={editor}#claim-two")).await?;
        second_opens(&visit).await?;
        visit.open("about:blank").await.ok();
        visit.open(&format!("/edited?editor={editor}")).await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("document.querySelector('a').click()").await?;
        second_opens(&visit).await
    });
}

#[rustfmt::skip]
mod the_address_of_a_claim_opens_its_card {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn after_an_editor_that_changes_nothing() { an_address_opens_its_card("none") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn after_an_editor_that_removes_empty_elements() { an_address_opens_its_card("empty") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn after_an_editor_that_removes_the_attribute_slot() { an_address_opens_its_card("slot") }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_the_browser_goes_to_the_card_by_itself_nothing_is_loaded_for_it() {
    visit(|visit| async move {
        visit.open("/edited?editor=none#claim-two").await?;
        second_opens(&visit).await?;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 0);
        Ok(())
    });
}

/// An article in a shadow tree, with a part of it in a slot.
const COMPONENT: &str = "const story = document.createElement('div'); story.id = 'story'; document.body.append(story); \
    const paragraph = (text) => Object.assign(document.createElement('p'), { textContent: text }); \
    story.append(paragraph('Given: “The well was dry in June,” they said.')); \
    story.attachShadow({ mode: 'open' }).append(paragraph('Before it: “Nobody has told us anything.”'), document.createElement('slot'));";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_in_a_shadow_root_is_read_as_it_is_seen() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let quotes = ["Nobody has told us anything", "The well was dry in June"];
        let claims: Vec<_> = quotes
            .iter()
            .enumerate()
            .map(|(index, quote)| json!({ "id": format!("claim-{index}"), "text": "Said", "statements": [{ "quote": quote }] }))
            .collect();
        let document = json!({ "version": 1, "article": { "headline": "Story" }, "speakers": {}, "claims": claims });
        visit
            .ask(&format!(
                "{COMPONENT} const host = make({{ article: '#story', open: 'all' }}); host.document = {document}"
            ))
            .await?;
        visit.until("root?.querySelectorAll('button.go:enabled').length === 2").await?;
        for index in [0, 1] {
            visit.ask(&format!("root.querySelectorAll('button.go:enabled')[{index}].click()")).await?;
            visit.until("CSS.highlights.get('fact-cards')").await?;
            let marked = visit.ask("return [...CSS.highlights.get('fact-cards')].map(String).join('')").await?;
            assert_eq!(marked, quotes[index]);
        }
        // A change in it is noticed.
        visit.ask("story.shadowRoot.firstChild.remove()").await?;
        visit.ask("root.querySelector('button.go:enabled').click()").await?;
        visit.until("root.querySelectorAll('button.go:enabled').length === 1").await?;
        visit.ask("story.shadowRoot.prepend(Object.assign(document.createElement('p'), { textContent: 'Nobody has told us anything.' }))").await?;
        visit.until("root.querySelectorAll('button.go:enabled').length === 2").await?;
        Ok(())
    });
}
