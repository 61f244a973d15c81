//! Pages whose scripts show one article after the other, as frameworks do: elements stay and get another document, leave and come back.

use axum::response::Html;
use prerender::{Form, Setting, prerender};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::sources::until_claims;

fn document(claim: &str) -> String {
    let claims = [json!({ "id": "a", "text": claim, "statements": [{ "speaker": "ada", "quote": "x" }] })];
    let speakers = json!({ "ada": { "name": "Ada Low" } });
    json!({ "version": 1, "article": { "headline": "Host" }, "speakers": speakers, "claims": claims }).to_string()
}

fn prerendered(claim: &str) -> String {
    let setting = Setting { src: Some("/named/elsewhere".to_owned()), ..Setting::default() };
    prerender(&document(claim), &setting, Form::Element).unwrap().html
}

/// A page with prerendered cards of the claim “First”, far below its beginning.
pub async fn page() -> Html<String> {
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script>window.events = []; window.claims = () => [...document.querySelector("fact-cards").shadowRoot.querySelectorAll("[part=claim]")].map((claim) => claim.textContent)</script>
<script type="module" async src="/fact-cards.js"></script>
<div style="height: 500vh"></div>
{}"#,
        prerendered("First")
    ))
}

const NAMED: &str = "window.named = (text, id = 'a') => JSON.stringify({ version: 1, article: { headline: 'Host' }, speakers: {}, \
    claims: [{ id, text, statements: [{ quote: 'x' }] }] }); \
    window.script = (text, type = 'application/json') => Object.assign(document.createElement('script'), { type, text });";

/// A document in a script of the page, shown by an element, and then this change.
fn shows_the_change(element: &'static str, change: &'static str) {
    visit(move |visit| async move {
        visit.open("/bare").await?;
        visit.ask(&format!("{NAMED} window.first = script(named('First')); first.id = 'one'; {element}")).await?;
        until_claims(&visit, &["First"]).await?;
        visit.ask(change).await?;
        until_claims(&visit, &["Second"]).await?;
        // What changes beside the script changes nothing.
        visit.ask("window.before = events.length; first.parentNode?.append(document.createElement('i'))").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert_eq!(visit.ask("return events.length - before").await?, 0);
        Ok(())
    });
}

const CHILD: &str = "document.querySelector('main').append(Object.assign(document.createElement('fact-cards'), {})); \
    document.querySelector('fact-cards').append(first)";
const BY_ID: &str = "document.querySelector('main').append(first); make({ src: '#one' })";

#[rustfmt::skip]
mod an_element_shows_the_document_of_its_script_after {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn its_text_was_set() { shows_the_change(CHILD, "first.textContent = named('Second')") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn its_text_was_changed_in_place() { shows_the_change(CHILD, "first.firstChild.data = named('Second')") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn it_was_replaced() { shows_the_change(CHILD, "first.replaceWith(script(named('Second')))") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn the_script_of_an_id_was_changed() { shows_the_change(BY_ID, "first.textContent = named('Second')") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn the_script_of_an_id_was_replaced() { shows_the_change(BY_ID, "first.replaceWith(Object.assign(script(named('Second')), { id: 'one' }))") }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn another_claim_review_of_the_page_is_shown_in_place_of_the_first() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let review = "window.review = (claimReviewed) => script(JSON.stringify({ '@type': 'ClaimReview', claimReviewed, author: 'Desk' }), 'application/ld+json');";
        visit
            .ask(&format!("{NAMED} {review} window.first = review('First'); document.head.append(first); make()"))
            .await?;
        until_claims(&visit, &["First"]).await?;
        visit.ask("first.remove(); document.head.append(review('Second'))").await?;
        until_claims(&visit, &["Second"]).await
    });
}

/// Near the reader, what the buttons need has been loaded, and watches the script.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn prerendered_cards_that_nobody_has_touched_follow_their_script() {
    visit(|visit| async move {
        visit.open("/single-page").await?;
        visit.ask(&format!("{NAMED} document.querySelector('fact-cards').scrollIntoView()")).await?;
        visit
            .until("performance.getEntriesByType('resource').some(({ name }) => name.includes('fact-cards-tools'))")
            .await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        visit.ask("document.querySelector('fact-cards script').textContent = named('Second')").await?;
        until_claims(&visit, &["Second"]).await
    });
}

/// A script that makes one page of another brings the template as an element. Until the reader comes near, nothing was loaded that could tell.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn prerendered_cards_whose_template_a_script_has_brought_are_those_of_its_document() {
    visit(|visit| async move {
        visit.open("/single-page").await?;
        visit.until("customElements.get('fact-cards')").await?;
        let html = json!(prerendered("Second"));
        visit
            .ask(&format!(
                "const other = new DOMParser().parseFromString({html}, 'text/html').querySelector('fact-cards'); \
                document.querySelector('fact-cards').replaceChildren(...other.childNodes)"
            ))
            .await?;
        assert_eq!(visit.ask("return claims()").await?, json!(["First"]));
        visit.ask("document.querySelector('fact-cards').scrollIntoView()").await?;
        until_claims(&visit, &["Second"]).await?;
        // The template is still there, and the buttons work.
        visit.ask("root.querySelector('.only').click()").await?;
        visit.until("root.querySelector('.only[aria-pressed=true]')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_that_leaves_and_comes_back_while_it_is_observed_is_drawn() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.until("customElements.get('fact-cards')").await?;
        for _ in 0..8 {
            visit
                .ask(
                    "document.querySelector('main').replaceChildren(); window.element = document.createElement('fact-cards'); \
                    element.setAttribute('src', '/water'); \
                    new IntersectionObserver((_, observer) => { observer.disconnect(); element.remove(); \
                        setTimeout(() => document.querySelector('main').append(element)); }).observe(element); \
                    document.querySelector('main').append(element)",
                )
                .await?;
            visit.until("claims(element).length === 2").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_card_that_was_open_is_open_when_its_element_comes_back_after_another() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit
            .ask(&format!("{NAMED} window.first = make(); first.document = JSON.parse(named('First', 'one'))"))
            .await?;
        visit.until("claims(first).length").await?;
        visit.ask("first.shadowRoot.querySelector('[data-claim]').open = true; first.remove()").await?;
        visit.ask("window.second = make(); second.document = JSON.parse(named('Second', 'two'))").await?;
        visit.until("claims(second).length").await?;
        assert_eq!(visit.ask("return second.shadowRoot.querySelectorAll('details[open]').length").await?, 0);
        visit.ask("second.remove(); document.querySelector('main').append(first)").await?;
        visit.until("claims(first).length && first.shadowRoot.querySelector('[data-claim]').open").await
    });
}

/// Routers change the address before or after they show the article. An earlier one has loaded the widget.
async fn at_the_address(visit: &Visit, show: &str) -> WebDriverResult<()> {
    visit.open("/bare").await?;
    visit.ask(&format!("{NAMED} window.first = make(); first.document = JSON.parse(named('First', 'one'))")).await?;
    visit.until("claims(first).length").await?;
    visit.ask(&format!("first.remove(); window.next = () => {{ window.second = make(); second.document = JSON.parse(named('Second', 'two')); }}; {show}")).await?;
    visit.until("claims(second)[0] === 'Second' && second.shadowRoot.querySelector('[data-claim=two]').open").await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_address_of_an_article_that_a_script_shows_opens_its_card() {
    visit(|visit| async move {
        at_the_address(&visit, "history.pushState({}, '', '/bare/second#claim-two'); next()").await?;
        at_the_address(&visit, "next(); history.pushState({}, '', '/bare/second#claim-two')").await?;
        // Of an address that stays the same, no later card is opened.
        visit.ask("second.remove(); next()").await?;
        visit.until("claims(second)[0] === 'Second'").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert_eq!(visit.ask("return second.shadowRoot.querySelectorAll('[data-claim][open]').length").await?, 0);
        Ok(())
    });
}
