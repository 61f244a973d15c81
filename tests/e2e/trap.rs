//! When the widget itself fails, one embed has no cards, and everything on the screen stays.

use serde_json::json;

use crate::browser::{CARDS_WASM, visit};
use crate::sources::until_claims;

/// Makes the browser refuse an attribute that only the poisonous document sets, so that Yew panics while it renders.
const POISON: &str = "const { setAttribute } = Element.prototype; Element.prototype.setAttribute = function (name, value) { \
    if (String(value).startsWith('poison')) throw new DOMException('refused'); return setAttribute.call(this, name, value); };";

/// The instances of the widget that were made, and the calls that ended in an exception.
const WATCH_WASM: &str = "window.instances = []; const { instantiate } = WebAssembly; \
    WebAssembly.instantiate = async (...given) => { const made = await instantiate(...given); instances.push(made); return made; };";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn costs_one_embed_its_cards_and_later_ones_get_a_fresh_instance() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(&format!("{POISON}{WATCH_WASM}")).await?;
        visit.ask("window.first = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;

        visit
            .ask(
                "window.second = document.createElement('fact-cards'); second.textContent = 'Their own words.'; \
            second.setAttribute('src', '/poison'); document.body.append(second)",
            )
            .await?;
        visit.until("events.some(({ name }) => name === 'error')").await?;
        let error = visit.ask("return events.filter(({ name }) => name === 'error').map(({ code }) => code)").await?;
        assert_eq!(error, json!(["crash"]));
        let console = visit.console().await?;
        assert_eq!(console.iter().filter(|line| line.contains("fact-cards: ")).count(), 1, "{console:?}");
        assert_eq!(console.len(), 1, "{console:?}");
        assert_eq!(visit.ask("return second.innerText").await?, "Their own words.");

        // What is on the screen stays, and can still be opened, also by the two buttons.
        let clicked = "const open = () => first.shadowRoot.querySelectorAll('[data-claim][open]').length; const opened = []; \
            for (const one of first.shadowRoot.querySelectorAll('[data-claim] > summary')) { one.click(); opened.push(open()); } \
            return [claims(first), opened]";
        assert_eq!(visit.ask(clicked).await?, json!([["water 1", "water 2"], [1, 2]]));
        for (button, number) in [("close", 0), ("open", 2)] {
            visit.ask(&format!("first.shadowRoot.querySelector('[data-tool={button}]').click()")).await?;
            visit
                .until(&format!("first.shadowRoot.querySelectorAll('[data-claim][open]').length === {number}"))
                .await?;
        }

        visit
            .ask("window.third = window.make({ src: '/slow/third' }); first.setAttribute('src', '/slow/first')")
            .await?;
        visit.until("window.claims(third)[0] === 'third 1' && window.claims(first)[0] === 'first 1'").await?;
        assert_eq!(visit.ask("return instances.length").await?, 2);
        visit.ask("third.shadowRoot.querySelector('[data-tool=open]').click()").await?;
        visit.until("third.shadowRoot.querySelectorAll('[data-claim][open]').length === 2").await?;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 1, "the wasm is not fetched again");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn for_the_second_time_leaves_later_embeds_what_their_pages_wrote() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(&format!("{POISON}{WATCH_WASM}")).await?;
        for failures in 1..=2 {
            visit.ask("window.make({ src: '/poison' })").await?;
            visit.until(&format!("events.length === {failures}")).await?;
        }
        visit
            .ask(
                "window.last = document.createElement('fact-cards'); last.textContent = 'Their own words.'; \
            last.setAttribute('src', '/water'); document.body.append(last)",
            )
            .await?;
        visit.until("events.length === 3").await?;
        assert_eq!(
            visit.ask("return [instances.length, events.map(({ code }) => code)]").await?,
            json!([2, ["crash", "crash", "crash"]])
        );
        assert_eq!(visit.ask("return document.body.innerText.trim()").await?, "Their own words.");
        assert_eq!(visit.ask("return root.querySelector('.skeleton')").await?, json!(null));
        // No error message can be drawn either, and no loading animation remains.
        visit.ask("window.missing = window.make({ src: '/bad/nowhere' })").await?;
        visit.until("events.length === 4 && !missing.shadowRoot.querySelector('.skeleton')").await?;
        let console = visit.console().await?;
        let ours = console.iter().filter(|line| line.contains("fact-cards: "));
        assert_eq!(ours.count(), 4, "{console:?}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn for_the_second_time_leaves_the_cards_that_are_there_whatever_their_attributes_become() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask(POISON).await?;
        visit.ask("window.first = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        for failures in 1..=2 {
            visit.ask("window.make({ src: '/poison' })").await?;
            visit.until(&format!("events.filter(({{ code }}) => code === 'crash').length === {failures}")).await?;
        }
        visit.ask("first.setAttribute('heading-level', '2')").await?;
        visit.until("events.filter(({ code }) => code === 'crash').length === 3").await?;
        assert_eq!(visit.ask("return claims(first)").await?, json!(["water 1", "water 2"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn after_it_the_dead_instance_is_not_called_again() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        // Counts the calls into the wasm, inside the widget's own guard.
        let count = "window.calls = 0; const { instantiate } = WebAssembly; WebAssembly.instantiate = async (...given) => { \
            const { exports } = await instantiate(...given); const counted = {}; \
            for (const [name, value] of Object.entries(exports)) counted[name] = typeof value !== 'function' ? value \
                : (...args) => { window.calls++; return value(...args); }; return { exports: counted }; };";
        visit.ask(&format!("{POISON}{count}")).await?;
        visit.ask("window.first = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        visit.ask("window.make({ src: '/poison' })").await?;
        visit.until("events.some(({ code }) => code === 'crash')").await?;
        visit.ask("window.before = window.calls; first.shadowRoot.querySelector('[data-tool=open]').click()").await?;
        // Opening a card does not call the wasm.
        visit.until("first.shadowRoot.querySelectorAll('[open]').length === 2").await?;
        visit.ask("first.remove()").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(visit.ask("return [calls - before > 0, before > 0]").await?, json!([false, true]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn while_a_document_is_read_costs_that_embed_its_cards_and_no_other() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        // The first call into the wasm while `poisoned` fails.
        let trap = "const { instantiate } = WebAssembly; WebAssembly.instantiate = async (...given) => { \
            const { exports } = await instantiate(...given); const armed = {}; \
            for (const [name, value] of Object.entries(exports)) armed[name] = typeof value !== 'function' ? value \
                : (...args) => { if (window.poisoned) { window.poisoned = false; throw new WebAssembly.RuntimeError('unreachable'); } return value(...args); }; \
            return { exports: armed }; };";
        visit.ask(trap).await?;
        visit.ask(WATCH_WASM).await?;
        visit.ask("window.first = window.make({ src: '/water' })").await?;
        until_claims(&visit, &["water 1", "water 2"]).await?;
        visit.ask("window.poisoned = true; window.make({ src: '/slow/second' })").await?;
        visit.until("events.some(({ name }) => name === 'error')").await?;
        assert_eq!(
            visit.ask("return events.filter(({ name }) => name === 'error').map(({ code }) => code)").await?,
            json!(["crash"])
        );
        visit.ask("window.third = window.make({ src: '/slow/third' })").await?;
        visit.until("window.claims(third)[0] === 'third 1'").await?;
        assert_eq!(visit.ask("return [instances.length, claims(first)]").await?, json!([2, ["water 1", "water 2"]]));
        Ok(())
    });
}
