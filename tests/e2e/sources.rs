//! Where an element's document may be: at an address, in the page, in a property.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// Waits until the page's element shows these claims.
pub async fn until_claims(visit: &Visit, claims: &[&str]) -> WebDriverResult<()> {
    visit.until(&format!("JSON.stringify(window.claims()) === JSON.stringify({})", json!(claims))).await
}

/// A document of one claim, as an expression.
const NAMED: &str = "const named = (text) => ({ version: 1, article: { headline: 'Host' }, speakers: {}, \
    claims: [{ id: 'a', text, statements: [{ quote: 'x' }] }] });";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_child_script() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let script = "const script = document.createElement('script'); script.type = 'application/json'; \
            script.text = JSON.stringify(named('from a child')); \
            const element = document.createElement('fact-cards'); element.append(script); document.body.append(element);";
        visit.ask(&format!("{NAMED}{script}")).await?;
        until_claims(&visit, &["from a child"]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_script_that_is_still_being_parsed() {
    visit(|visit| async move {
        visit.open("/streamed").await?;
        visit.until("root?.querySelectorAll('[data-claim]').length === 2").await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_claim_review_further_down_the_page() {
    visit(|visit| async move {
        visit.open("/streamed-review").await?;
        visit.until("root?.querySelector('[part=claim]')?.textContent === 'The earth is flat'").await?;
        assert_eq!(
            visit.ask("return root.querySelector('.article-line').textContent.includes(location.host)").await?,
            true,
            "the page has no title"
        );
        assert!(!visit.console().await?.concat().contains("no-document"));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_script_with_an_id_in_the_page_or_in_the_same_shadow_root() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let script = "const put = (text, where) => { const script = document.createElement('script'); \
            script.type = 'application/json'; script.id = 'the: document'; script.text = JSON.stringify(named(text)); where.append(script) }; \
            put('in the page', document.body); window.make({ src: '#the: document' }); \
            const div = document.createElement('div'); document.body.append(div); \
            const shadow = div.attachShadow({ mode: 'open' }); put('in the root', shadow); \
            window.inner = window.make({ src: '#the: document' }, shadow);";
        visit.ask(&format!("{NAMED}{script}")).await?;
        until_claims(&visit, &["in the page"]).await?;
        visit.until("window.claims(window.inner)[0] === 'in the root'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_id_that_nothing_has_is_said() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.make({ src: '#nowhere' })").await?;
        visit.until("window.events.length").await?;
        let expected =
            json!([{ "name": "error", "code": "no-document", "message": "no <script> in the page has this id" }]);
        assert_eq!(visit.ask("return window.events").await?, expected);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_property_set_before_the_element_is_defined_and_again_after() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        let early = "window.named = named; window.element = window.make({ src: '/water' }); element.document = named('early'); \
            const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; document.body.append(script)";
        visit.ask(&format!("{NAMED}{early}")).await?;
        until_claims(&visit, &["early"]).await?;
        visit.ask("element.document = named('late')").await?;
        until_claims(&visit, &["late"]).await?;
        // The same object with changes is read again when it is set again.
        visit.ask("element.document.claims[0].text = 'changed'; element.document = element.document").await?;
        until_claims(&visit, &["changed"]).await?;
        visit.ask("element.document = undefined").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        assert_eq!(
            visit.ask("return window.events.map(({ name }) => name)").await?,
            json!(["ready", "ready", "ready", "ready"])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_property_that_is_no_document_is_said() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("const element = window.make(); element.document = {}; element.document.self = element.document; element.document = element.document").await?;
        visit.until("window.events.length").await?;
        let told = visit.ask("return [events.length, events[0].code, events[0].message.split(':')[0]]").await?;
        assert_eq!(told, json!([1, "document", "not JSON"]));
        visit.ask("document.querySelector('fact-cards').document = { version: 1 }").await?;
        visit.until("window.events.length === 2").await?;
        assert_eq!(
            visit.ask("return [events[1].code, events[1].message]").await?,
            json!(["document", "error[missing]: article: missing; add it"])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn another_origin_that_allows_it_and_one_that_does_not() {
    visit(|visit| async move {
        let other = crate::host::start().await;
        visit.open(&format!("/page?src={other}/cors/water")).await?;
        visit.until_cards().await?;
        visit.open(&format!("/page?src={other}/water&inside=Theirs.")).await?;
        visit.until("window.events.length").await?;
        assert_eq!(visit.ask("return [events.length, events[0].code]").await?, json!([1, "network"]));
        assert_eq!(visit.ask("return document.querySelector('fact-cards').innerText").await?, "Theirs.");
        Ok(())
    });
}

/// What React 18 makes of the property, and other frameworks before the element is defined.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_that_became_an_attribute_is_told_and_no_other_is_shown() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let review = r#"{"@type": "ClaimReview", "claimReviewed": "Another", "author": "Desk"}"#;
        let prepare = format!(
            "const script = document.createElement('script'); script.type = 'application/ld+json'; script.text = `{review}`; \
            document.body.append(script); window.first = make({{ document: '[object Object]' }})"
        );
        visit.ask(&prepare).await?;
        visit.until("events.length").await?;
        assert_eq!(visit.ask("return [events[0].code, claims(first)]").await?, json!(["no-document", []]));
        let message = visit.ask("return events[0].message").await?;
        assert!(message.as_str().unwrap().contains("load fact-cards.js before your framework"), "{message}");
        visit.ask("first.document = { version: 1, article: { headline: 'H' }, speakers: {}, claims: [{ id: 'a', text: 'Ours', statements: [{ quote: 'q' }] }] }").await?;
        visit.until("String(claims(first)) === 'Ours'").await
    });
}

/// Some editors keep the script of prerendered cards, and their template, and lose what is in them.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_address_beside_an_empty_script_and_an_empty_template() {
    visit(|visit| async move {
        let inside =
            "<template shadowrootmode=open></template><script type=application/json data-src=/water> </script>";
        visit.open(&format!("/page?src=/water&inside={inside}")).await?;
        visit.until("root?.querySelectorAll('[data-claim]').length === 2").await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}
