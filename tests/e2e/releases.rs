//! Cards that an earlier release has prerendered, in pages that load the script of this one: nobody renders an archive anew for each release.
//! `releases/` has what each release made of `data/iran-s-400.json`; a new release adds its own.

use std::collections::HashMap;

use axum::extract::Query;
use axum::response::Html;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

const RELEASES: [(&str, &str); 2] =
    [("0.3.0", include_str!("releases/0.3.0.html")), ("0.4.0", include_str!("releases/0.4.0.html"))];

const DOCUMENT: &str = include_str!("../../data/iran-s-400.json");

/// The article with the cards of a `release`, with the script `from` a folder or `none`, and with as much space above them as is `before`.
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let (_, cards) = RELEASES.into_iter().find(|(release, _)| *release == asked["release"]).unwrap();
    let before = asked.get("before").map_or("0", String::as_str);
    let script = match asked.get("from").map(String::as_str) {
        Some("none") => String::new(),
        from => format!("<script type=\"module\" async src=\"{}/fact-cards.js\"></script>", from.unwrap_or_default()),
    };
    let document: Value = serde_json::from_str(DOCUMENT).unwrap();
    let article: String = document["article"]["body"]
        .as_array()
        .unwrap()
        .iter()
        .map(|text| format!("<p>{}</p>", text.as_str().unwrap()))
        .collect();
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<script>
  window.events = [];
  for (const name of ["ready", "error", "quote"])
    addEventListener(`fact-cards-${{name}}`, (event) => window.events.push({{ name, ...event.detail }}));
</script>
{script}
<main>{article}</main>
<div style="height: {before}"></div>
{cards}"#
    ))
}

const IS_REPLACED: &str = "root.querySelector('article.card')";

/// The cards of this release are there, and nothing has failed before.
async fn replaced(visit: &Visit) -> WebDriverResult<()> {
    visit.until(IS_REPLACED).await?;
    assert_eq!(visit.ask("return root.querySelectorAll('details[data-claim]').length").await?, 8);
    visit.until("events.length").await?;
    assert_eq!(visit.ask("return events[0]").await?, json!({ "name": "ready", "claims": 8, "leftOut": 0 }));
    assert_eq!(visit.console().await?, Vec::<String>::new());
    Ok(())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_of_earlier_ones_are_replaced_before_a_reader_sees_them() {
    visit(|visit| async move {
        for (release, _) in RELEASES {
            visit.open(&format!("/release?release={release}&before=500vh")).await?;
            visit.until("customElements.get('fact-cards')").await?;
            assert_eq!(visit.ask(&format!("return Boolean({IS_REPLACED})")).await?, false, "{release}");
            // A screen away from them.
            visit.ask("scrollTo(0, document.querySelector('fact-cards').offsetTop - 1.5 * innerHeight)").await?;
            replaced(&visit).await?;
            visit.ask("root.querySelector('[data-tool=open]').click()").await?;
            visit.until("root.querySelectorAll('details[data-claim][open]').length === 8").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_open_card_of_an_earlier_one_stays_open_and_its_words_are_found() {
    visit(|visit| async move {
        for (release, _) in RELEASES {
            visit.open(&format!("/release?release={release}&from=none")).await?;
            // A reader opens the second card with the keyboard, and stays there.
            visit.ask("const line = root.querySelectorAll('summary')[1]; line.focus(); line.click()").await?;
            visit
                .ask("const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; document.head.append(script)")
                .await?;
            replaced(&visit).await?;
            let open =
                "return [...root.querySelectorAll('details[data-claim][open]')].map(({ dataset }) => dataset.claim)";
            assert_eq!(visit.ask(open).await?, json!(["ask-the-russian-foreign-ministry"]), "{release}");
            assert_eq!(visit.ask("return document.activeElement.localName").await?, "fact-cards", "{release}");
            visit.ask("root.querySelector('summary').click()").await?;
            visit.until("root.querySelector('button.go:enabled')").await?;
            let statements = visit
                .ask("return events.filter(({ name }) => name === 'quote').map(({ statement }) => statement)")
                .await?;
            assert!(statements.as_array().unwrap().iter().all(Value::is_u64), "{release}: {statements}");
            assert_eq!(visit.console().await?, Vec::<String>::new());
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_address_opens_a_card_of_an_earlier_one() {
    visit(|visit| async move {
        for (release, _) in RELEASES {
            visit
                .open(&format!("/release?release={release}&before=500vh#claim-ask-the-russian-foreign-ministry"))
                .await?;
            replaced(&visit).await?;
            visit.until("root.querySelector('[data-claim=ask-the-russian-foreign-ministry]').open").await?;
            visit.until("Math.abs(root.querySelector('[data-claim=ask-the-russian-foreign-ministry]').parentElement.getBoundingClientRect().top) < innerHeight").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_of_an_earlier_one_stay_where_the_widget_does_not_come() {
    visit(|visit| async move {
        for (release, _) in RELEASES {
            visit.open(&format!("/release?release={release}&from=/corrupt")).await?;
            visit.until("events.length || document.readyState === 'complete'").await?;
            visit.ask("root.querySelector('summary').click()").await?;
            visit.until("root.querySelector('details[open] .words').checkVisibility()").await?;
            assert_eq!(visit.ask(&format!("return Boolean({IS_REPLACED})")).await?, false, "{release}");
        }
        Ok(())
    });
}
