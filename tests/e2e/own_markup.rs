//! Elements in places where an HTML parser ends them early, and what then becomes of their contents.

use std::collections::HashMap;

use axum::extract::Query;
use axum::response::Html;
use prerender::{Form, Setting, prerender};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

const TRUE_WORDS: &str = "It is so and not otherwise";
const INVENTED: &str = "The water has never been safe at all";

fn document() -> String {
    let claim =
        |id: &str, quote: &str| json!({ "id": id, "text": format!("Claim {id}"), "statements": [{ "quote": quote }] });
    let claims = [claim("true", TRUE_WORDS), claim("invented", INVENTED)];
    json!({ "version": 1, "article": { "headline": "Story" }, "speakers": {}, "claims": claims }).to_string()
}

/// A story with an element between `before` and `after`: prerendered, or with `inside` written in it, where {json} is the document.
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let asked = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let element = match asked("inside").as_str() {
        "" => {
            let setting = Setting { article: Some("#story".to_owned()), ..Setting::default() };
            prerender(&document(), &setting, Form::Element).unwrap().html
        }
        inside => format!("<fact-cards article='#story'>{}</fact-cards>", inside.replace("{json}", &document())),
    };
    let (before, after) = (asked("before"), asked("after"));
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<style>body {{ font: 20px/1.5 serif }} .tall {{ height: 3000px }}</style>
<script>
  window.told = [];
  for (const name of ["quote", "error"])
    addEventListener(`fact-cards-${{name}}`, ({{ type, detail }}) => window.told.push({{ type, ...detail }}));
</script>
<script type="module" async src="/fact-cards.js"></script>
<main id="story"><p>“{TRUE_WORDS},” he said.</p>
{before}{element}{after}
<p>And so on.</p></main>
<div class="tall"></div>"#
    ))
}

async fn open(visit: &Visit, before: &str, after: &str, others: &[(&str, &str)]) -> WebDriverResult<()> {
    let given = [("before", before), ("after", after)];
    let given = given.iter().chain(others);
    let query = given.fold(url::form_urlencoded::Serializer::new(String::new()), |mut query, (name, value)| {
        query.append_pair(name, value);
        query
    });
    visit.open(&format!("/around?{}", { query }.finish())).await
}

/// Where systems put what an editor pastes.
const PLACES: [(&str, &str); 10] = [
    ("<p>", "</p>"),
    ("<p>Some words, then", "and others.</p>"),
    ("<p><a name=cards>", "</p><p>More.</a></p>"),
    ("<a name=cards><p>", "</p>"),
    ("<p><b><i>", "</p>"),
    ("<ul><li>", "<li>More</ul>"),
    ("<dl><dt>Cards<dd>", "</dl>"),
    ("<table><tr>", "<td>More</table>"),
    ("<table><tr><td><font size=2>", "</table>"),
    ("<h2>", "</h2>"),
];

/// No card, no plain copy of one and no text of either stands outside our element; one element is there, with everything in it.
const CONTENTS: &str = "const host = document.querySelector('fact-cards'); \
    const outside = document.body.cloneNode(true); outside.querySelectorAll('fact-cards, script').forEach((own) => own.remove()); \
    return [document.querySelectorAll('fact-cards').length, /Claim|water/.test(outside.textContent), outside.querySelectorAll('[data-fact-cards]').length, \
        document.querySelectorAll('#claim-true').length, host.querySelectorAll(':scope > [slot]').length, host.querySelectorAll('h3').length, \
        host.querySelectorAll('script').length, root.querySelectorAll('[data-claim]').length]";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn prerendered_cards_are_there_once_wherever_a_system_puts_them() {
    visit(|visit| async move {
        for (before, after) in PLACES {
            open(&visit, before, after, &[]).await?;
            assert_eq!(visit.ask(CONTENTS).await?, json!([1, false, 0, 1, 2, 2, 1, 2]), "{before}");
            visit.until_cards().await?;
            visit.ask("root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true)); document.querySelector('fact-cards').click()").await?;
            visit.until("window.told.length === 2").await?;
            let told = visit.ask("return window.told.map(({ claim, grade }) => `${claim} ${grade}`).sort()").await?;
            assert_eq!(told, json!(["invented not-found", "true exact"]), "{before}");
            let found = "return [...root.querySelectorAll('.go:enabled')].map((line) => line.closest('[data-claim]').dataset.claim)";
            assert_eq!(visit.ask(found).await?, json!(["true"]), "{before}");
            assert_eq!(visit.console().await?, Vec::<String>::new(), "{before}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_address_of_a_claim_opens_its_prerendered_card_inside_a_paragraph_too() {
    visit(|visit| async move {
        for (before, after) in PLACES {
            open(&visit, before, after, &[]).await?;
            visit.ask("location.hash = '#claim-invented'").await?;
            visit.until("root.querySelector('[data-claim][open]')").await?;
            let open = "return [...root.querySelectorAll('[data-claim][open]')].map((card) => card.dataset.claim)";
            assert_eq!(visit.ask(open).await?, json!(["invented"]), "{before}");
        }
        Ok(())
    });
}

/// What is recommended to be written inside an element.
const RECOMMENDED: &str = "<q cite='https://daily.example/'>The water has never been safe at all</q><script type='application/json'>{json}</script>";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_recommended_contents_stay_in_the_element_wherever_a_system_puts_it() {
    visit(|visit| async move {
        for (before, after) in PLACES {
            open(&visit, before, after, &[("inside", RECOMMENDED)]).await?;
            let inside = "const host = document.querySelector('fact-cards'); return [document.querySelectorAll('q').length, host.querySelectorAll('q').length, host.querySelectorAll('script').length]";
            assert_eq!(visit.ask(inside).await?, json!([1, 1, 1]), "{before}");
            visit.until_cards().await?;
            visit.ask("root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true))").await?;
            visit.until("window.told.length === 2").await?;
            let told = visit.ask("return window.told.map(({ claim, grade }) => `${claim} ${grade}`).sort()").await?;
            assert_eq!(told, json!(["invented not-found", "true exact"]), "{before}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn contents_that_the_parser_pushed_out_of_a_paragraph_confirm_nothing_and_bring_their_document() {
    visit(|visit| async move {
        let contents = [
            "<blockquote>The water has never been safe at all</blockquote><script type='application/json'>{json}</script>",
            "\n  <section><h2>Who said what</h2><blockquote>The water has never been safe at all</blockquote></section>\n  <script type='application/json'>{json}</script>\n",
            "<p>The water has never been safe at all</p>More.<script type='application/json'>{json}</script>",
        ];
        for inside in contents {
            for (before, after) in [("<p>", "</p>"), ("<p>Some words, then ", "</p>"), ("<p><b>", "</b></p>")] {
                open(&visit, before, after, &[("inside", inside)]).await?;
                visit.until_cards().await?;
                assert_eq!(
                    visit.ask("return document.querySelector('fact-cards').querySelector('script')").await?,
                    json!(null)
                );
                visit.ask("root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true))").await?;
                visit.until("window.told.length === 2").await?;
                let told =
                    visit.ask("return window.told.map(({ claim, grade }) => `${claim} ${grade}`).sort()").await?;
                assert_eq!(told, json!(["invented not-found", "true exact"]), "{before}{inside}");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_in_a_paragraph_without_a_document_is_told_where_to_stand() {
    visit(|visit| async move {
        open(&visit, "<p>", "</p>", &[("inside", "<blockquote>It is so</blockquote>")]).await?;
        visit.ask("document.querySelector('fact-cards').scrollIntoView()").await?;
        visit.until("window.told.length === 1").await?;
        let message = visit.ask("return window.told[0].message").await?;
        assert_eq!(
            message,
            "no document: give its address in src, or put it inside as a script; in a <p>, a block ends the element: put it outside the <p>"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn plain_cards_in_a_page_are_no_article() {
    visit(|visit| async move {
        let plain = prerender(&document(), &Setting::default(), Form::Plain).unwrap().html;
        let inside = "<script type='application/json'>{json}</script>";
        open(&visit, &plain, "", &[("inside", inside)]).await?;
        visit.until_cards().await?;
        visit.ask("document.querySelectorAll('[data-claim]').forEach((card) => (card.open = true)); root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true))").await?;
        visit.until("window.told.length === 2").await?;
        let told = visit.ask("return window.told.map(({ claim, grade }) => `${claim} ${grade}`).sort()").await?;
        assert_eq!(told, json!(["invented not-found", "true exact"]));
        Ok(())
    });
}

/// Puts what the cards show into the article, with only one kind of attributes, and returns the article's HTML.
const PASTE: &str = "const pasted = document.createElement('div'); pasted.innerHTML = root.querySelector('section').outerHTML; \
    pasted.querySelectorAll('style, template').forEach((other) => other.remove()); \
    for (const element of pasted.querySelectorAll('*')) for (const { name } of [...element.attributes]) if (name !== '{kept}') element.removeAttribute(name); \
    document.querySelector('#story').append(pasted); return pasted.outerHTML";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_in_the_article_that_have_kept_only_classes_or_only_parts_confirm_nothing() {
    visit(|visit| async move {
        for kept in ["class", "part"] {
            open(&visit, "", "", &[]).await?;
            visit.until_cards().await?;
            let pasted = visit.ask(&PASTE.replace("{kept}", kept)).await?;
            let pasted = pasted.as_str().unwrap();
            assert!(pasted.contains(INVENTED) && pasted.contains(&format!("{kept}=")), "{pasted}");
            visit.ask("root.querySelectorAll('[data-claim]').forEach((card) => (card.open = true)); document.querySelector('fact-cards').click()").await?;
            visit.until("window.told.length === 2").await?;
            let told = visit.ask("return window.told.map(({ claim, grade }) => `${claim} ${grade}`).sort()").await?;
            assert_eq!(told, json!(["invented not-found", "true exact"]), "{kept}");
            let page = format!("<main><p>“{TRUE_WORDS},” he said.</p>{pasted}</main>");
            let texts = article::paragraphs(&page).into_iter().map(|paragraph| paragraph.text);
            assert!(!texts.into_iter().any(|text| text.contains(INVENTED) || text.contains("Claim")), "{kept}: {page}");
        }
        Ok(())
    });
}
