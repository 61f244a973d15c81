//! A host with a strict policy, two embeds, and a document that uses every field.

use serde_json::json;

use crate::browser::{CARDS_WASM, visit};

/// Scrolls to each of the two elements, and waits until both have their cards.
const BOTH: &str = "[...document.querySelectorAll('fact-cards')].every((element) => \
    (element.scrollIntoView(), element.shadowRoot?.querySelector('[data-claim]')))";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_embeds_work_under_a_strict_policy_and_share_one_instance() {
    visit(|visit| async move {
        visit.open("/strict").await?;
        visit.until(BOTH).await?;
        let cards = "return [...document.querySelectorAll('fact-cards')].map((element) => \
            [element.shadowRoot.querySelectorAll('[data-claim]').length, element.shadowRoot.querySelectorAll('[data-claim][open]').length])";
        assert_eq!(visit.ask(cards).await?, json!([[3, 0], [3, 3]]));
        let found = "document.querySelector('[article]').shadowRoot.querySelector('.go:enabled')";
        visit.until(found).await?;
        visit.ask(&format!("{found}.click()")).await?;
        visit.until("CSS.highlights.has('fact-cards')").await?;
        // There are two lines about the broken claim, and no violation of the policy.
        let console = visit.console().await?;
        assert!(console.iter().all(|line| line.contains("claims[3].text")), "{console:?}");
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_where_every_field_is_used() {
    visit(|visit| async move {
        visit.open("/strict").await?;
        visit.until(BOTH).await?;
        assert_eq!(crate::accessibility::violations(&visit).await?, json!([]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn portraits_load_from_the_hosts_own_origin_only() {
    visit(|visit| async move {
        visit.open("/strict").await?;
        visit.until(BOTH).await?;
        let sources = "return [...new Set([...root.querySelectorAll('img')].map((image) => image.src))]";
        assert_eq!(visit.ask(sources).await?, json!([format!("{}/portrait.svg", visit.host)]));
        let foreign = "return performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith(location.origin)).length";
        assert_eq!(visit.ask(foreign).await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn themes_and_levels_are_as_asked() {
    visit(|visit| async move {
        visit.open("/strict").await?;
        visit.until(BOTH).await?;
        let asked = "return [...document.querySelectorAll('fact-cards')].map((element) => \
            [getComputedStyle(element).colorScheme, element.shadowRoot.querySelector('[part=claim]').tagName])";
        assert_eq!(visit.ask(asked).await?, json!([["normal", "H3"], ["dark", "H4"]]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_policy_without_wasm_leaves_what_the_page_wrote() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source":
            "window.events = []; addEventListener('fact-cards-error', ({ detail }) => window.events.push(detail.code))" })).await?;
        visit.console().await?;
        visit.open("/no-eval").await?;
        visit.until("events.length === 2").await?;
        assert_eq!(visit.ask("return events").await?, json!(["start", "start"]));
        assert_eq!(
            visit.ask("return document.body.innerText.replace(/\\s+/g, ' ')").await?,
            "Their own words. Theirs too."
        );
        let console = visit.console().await?;
        assert_eq!(console.iter().filter(|line| line.contains("fact-cards: ")).count(), 1, "{console:?}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_widget_may_come_from_another_origin() {
    visit(|visit| async move {
        let cdn = format!("{}/cors", crate::host::start().await);
        visit.open(&format!("/page?src=/water&from={cdn}")).await?;
        visit.until_cards().await?;
        let origins = "return [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ pathname }) => pathname.startsWith('/cors/')).map(({ origin }) => origin))]";
        assert_eq!(visit.ask(origins).await?, json!([cdn.trim_end_matches("/cors")]));
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}
