//! Whatever is loaded instead of a document, the reader and the newsroom are told, and the page around it works.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::host::SENT;

/// What readers are told, whatever the reason.
const READER: &str = "These cards cannot be shown right now.";

/// The document at `src` leads to one sentence for readers, and to this code and a message that begins so for the newsroom.
fn fails(src: &'static str, code: &'static str, message: &'static str) {
    visit(move |visit| async move { check(&visit, src, code, message).await });
}

async fn check(visit: &Visit, src: &str, code: &str, message: &str) -> WebDriverResult<()> {
    visit.open_embed(src).await?;
    visit.until_within("root?.querySelector('[role=alert]')", Duration::from_secs(20)).await?;
    assert_eq!(visit.ask("return root.querySelector('[role=alert] p').textContent").await?, READER);
    let events = visit.ask("return window.events").await?;
    assert_eq!(events.as_array().unwrap().len(), 1, "{events}");
    assert_eq!((&events[0]["name"], &events[0]["code"]), (&json!("fact-cards-error"), &json!(code)));
    assert!(events[0]["message"].as_str().unwrap().starts_with(message), "{events}");
    assert_eq!(visit.ask("return document.body.innerText.replace(/\\s+/g, ' ')").await?, "Before. After.");
    let ours: Vec<_> = visit.console().await?.into_iter().filter(|line| line.contains("fact-cards: ")).collect();
    assert_eq!(ours.len(), 1, "{ours:?}");
    assert!(ours[0].contains(&src.replace("%26", "&")), "{ours:?}");
    Ok(())
}

#[rustfmt::skip]
mod a_document {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_empty() { fails("/bad/empty", "document", "error[no-json]: empty: there is no JSON in it") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_not_json() { fails("/bad/not-json", "document", "error[syntax]: not JSON: EOF while parsing a value at line 1 column 14") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_html_with_status_200() { fails("/bad/html", "document", "error[markup]: this is HTML or XML, not JSON") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_of_another_version() { fails("/bad/version", "document", "error[version]: version: 2 cannot be read; this release reads version 1") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_not_utf_8() { fails("/bad/not-utf-8", "document", "not UTF-8") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_not_there() { fails("/bad/nowhere", "status", "the server answered with status 404") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_the_server_refuses() { fails("/bad/status", "status", "the server answered with status 503") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn on_a_network_that_is_down() { fails("http://127.0.0.1:1/a.json", "network", "the network failed: TypeError: ") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_cut_off() { fails("/bad/cut-off", "network", "the network failed: TypeError: ") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn from_a_server_that_hangs() { fails("/bad/hang", "timeout", "no answer within 10 seconds") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn from_a_server_that_goes_silent() { fails("/bad/stall", "timeout", "no answer within 10 seconds") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_is_announced_as_too_large() { fails("/bad/announced-large", "too-large", "larger than 5 MB, the most that is read") }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_without_end_is_not_read_to_the_end() {
    visit(|visit| async move {
        check(&visit, "/bad/endless", "too-large", "larger than 5 MB, the most that is read").await?;
        let sent = SENT.load(Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(SENT.load(Ordering::Relaxed), sent, "the server still sends");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_without_an_address_says_so() {
    visit(|visit| async move {
        visit.open("/page").await?;
        visit.until("window.events.length").await?;
        assert_eq!(visit.ask("return window.events[0].code").await?, "no-document");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn trying_again_works() {
    visit(|visit| async move {
        visit.open_embed("/flaky").await?;
        visit.until("root?.querySelector('[role=alert] button')").await?;
        visit.ask("const button = root.querySelector('[role=alert] button'); button.focus(); button.click()").await?;
        visit.until_cards().await?;
        assert_eq!(visit.ask("return root.activeElement?.className").await?, "widget", "the focus stays in the widget");
        assert_eq!(visit.ask("return root.querySelector('[part=claim]').textContent").await?, "There at last");
        assert_eq!(
            visit.ask("return window.events.map((event) => event.name)").await?,
            json!(["fact-cards-error", "fact-cards-ready"])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_the_newsroom_wrote_stays_where_the_document_does_not_come() {
    visit(|visit| async move {
        visit.open("/page?src=/bad/not-json&inside=<blockquote>Their own words.</blockquote>").await?;
        visit.until("window.events.length").await?;
        assert_eq!(
            visit.ask("return document.body.innerText.replace(/\\s+/g, ' ')").await?,
            "Before. Their own words. After."
        );
        assert_eq!(visit.ask("return root.querySelector('[role=alert]')").await?, json!(null));
        Ok(())
    });
}

/// What an element without contents says if the wasm fails.
const APOLOGY: &str = "Before. These cards cannot be shown right now. After.";

/// The widget from this folder does not start: there is one event and one line in the console, and the element's contents stay. The page has
/// the text `empty` if there are no contents.
async fn does_not_start(visit: &Visit, from: &str, patience: u64, empty: &str) -> WebDriverResult<()> {
    for (inside, text) in [("Their own words.", "Before. Their own words. After."), ("", empty)] {
        visit.open(&format!("/page?src=/no-claims&from={from}&inside={inside}")).await?;
        visit.until_within("window.events.length", Duration::from_secs(patience)).await?;
        assert_eq!(visit.ask("return [window.events.length, window.events[0].code]").await?, json!([1, "start"]));
        assert_eq!(visit.ask("return document.body.innerText.replace(/\\s+/g, ' ')").await?, text);
        assert_eq!(visit.ask("return root?.querySelector('.skeleton') ?? null").await?, json!(null));
        let console = visit.console().await?;
        let ours = console.iter().filter(|line| line.contains("fact-cards: "));
        assert_eq!(ours.count(), 1, "{console:?}");
    }
    Ok(())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_its_wasm_the_widget_leaves_what_there_is() {
    visit(|visit| async move { does_not_start(&visit, "/without-wasm", 10, APOLOGY).await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn with_a_corrupt_wasm_the_widget_leaves_what_there_is() {
    visit(|visit| async move { does_not_start(&visit, "/corrupt", 10, APOLOGY).await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_widget_that_does_not_come_is_given_up() {
    visit(|visit| async move { does_not_start(&visit, "/hanging", 40, "Before. After.").await });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_height_is_reserved_before_the_widget_is_there_but_not_for_what_is_hidden() {
    visit(|visit| async move {
        visit.open("/page?src=/water&from=/hanging&inside=Theirs.").await?;
        visit.until("customElements.get('fact-cards')").await?;
        let height = "const element = document.querySelector('fact-cards'); element.style.setProperty('--fact-cards-min-height', '500px'); \
            const height = element.getBoundingClientRect().height; element.hidden = true; return [height, element.getBoundingClientRect().height]";
        assert_eq!(visit.ask(height).await?, json!([500, 0]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_skeleton_of_the_reserved_height_stands_where_cards_are_awaited() {
    visit(|visit| async move {
        visit.open_embed("/bad/hang").await?;
        visit.until("root?.adoptedStyleSheets[0].cssRules.length > 9").await?;
        let height = "document.querySelector('fact-cards').style.setProperty('--fact-cards-min-height', '500px'); \
            return root.querySelector('.skeleton').getBoundingClientRect().height";
        assert_eq!(visit.ask(height).await?, 500);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_without_claims_shows_nothing() {
    visit(|visit| async move {
        visit.open_embed("/no-claims").await?;
        visit.until("window.events.length && root?.querySelector('.widget')").await?;
        assert_eq!(
            visit.ask("return [root.querySelector('.widget').innerText.trim(), events[0].claims]").await?,
            json!(["", 0])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn one_broken_claim_of_eight_costs_one_card() {
    visit(|visit| async move {
        visit.open_embed("/partly-broken").await?;
        visit.until_cards().await?;
        assert_eq!(
            visit.ask("return root.querySelector('.notice').textContent").await?,
            "1 of 8 cards could not be shown."
        );
        assert_eq!(visit.ask("return root.querySelectorAll('[data-claim]').length").await?, 7);
        assert_eq!(
            visit.ask("return window.events").await?,
            json!([{ "name": "fact-cards-ready", "claims": 7, "leftOut": 1 }])
        );
        let console = visit.console().await?.concat();
        assert!(console.contains("claims[2].text: expected a string, found a number"), "{console}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_without_a_sound_claim_leaves_what_the_newsroom_wrote() {
    visit(|visit| async move {
        visit.open("/page?src=/all-broken&inside=Their own words.").await?;
        visit.until("window.events.length").await?;
        assert_eq!(
            visit.ask("return [window.events[0].code, document.querySelector('fact-cards').innerText]").await?,
            json!(["document", "Their own words."])
        );
        let console = visit.console().await?.concat();
        assert!(console.contains("claims[0].text: empty; fill it in"), "{console}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_nobody_sees_is_no_fallback() {
    visit(|visit| async move {
        visit.open("/page?src=/bad/nowhere&inside=<noscript>No scripts</noscript><template>x</template>").await?;
        visit.until("root?.querySelector('[role=alert] button')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_wasm_of_an_odd_type_works_all_the_same() {
    visit(|visit| async move {
        visit.open("/page?src=/water&from=/odd-type").await?;
        visit.until_cards().await
    });
}
