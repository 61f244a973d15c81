//! What many embeds cost: one instance, one fetch of each file, and no more memory than what is drawn.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit, visit_fresh};

/// Bytes in use after a garbage collection: scripts, DOM, buffers and the wasm's memory.
async fn memory(visit: &Visit) -> WebDriverResult<f64> {
    collect_garbage(visit).await?;
    let cdp = visit.driver.cdp();
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let kinds = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
    let used: f64 = kinds.iter().map(|kind| usage[kind].as_f64().unwrap()).sum();
    Ok(used + wasm_memory(visit).await?)
}

async fn collect_garbage(visit: &Visit) -> WebDriverResult<()> {
    for _ in 0..3 {
        visit.driver.cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

async fn wasm_memory(visit: &Visit) -> WebDriverResult<f64> {
    Ok(visit.ask("return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)").await?.as_f64().unwrap())
}

/// The widget's requests of this page, without the hashes in their names.
async fn requests(visit: &Visit) -> WebDriverResult<Value> {
    visit.ask("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.replace(/-[0-9a-f]{8,}/, '')).sort()").await
}

/// The bytes in use in an article with this many embeds, in a browser of its own, once the first embed is read.
fn memory_with(embeds: usize) -> f64 {
    let used = Arc::new(Mutex::new(0.0));
    let answer = used.clone();
    visit_fresh(move |visit| async move {
        visit.open(&format!("/article?embeds={embeds}")).await?;
        visit.until_cards().await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        *answer.lock().unwrap() = memory(&visit).await?;
        Ok(())
    });
    let used = used.lock().unwrap();
    *used
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn ten_embeds_take_hardly_more_memory_than_one() {
    let [one, ten] = [1, 10].map(memory_with);
    println!("memory: {:.0} KB with one embed, {:.0} KB with ten", one / 1e3, ten / 1e3);
    assert!(ten <= 1.3 * one, "{one} bytes with one embed, {ten} with ten");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn of_ten_in_a_row_those_are_drawn_that_are_near_once_the_others_have_their_height() {
    visit(|visit| async move {
        visit.size(800, 600).await?;
        visit.open("/article?embeds=10&apart=0").await?;
        visit.until_cards().await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let drawn = "return [...document.querySelectorAll('fact-cards')].map(({ shadowRoot }) => Boolean(shadowRoot?.querySelector('[data-claim]')))";
        let drawn = visit.ask(drawn).await?;
        // One of them is more than two screens high here.
        assert_eq!(drawn.as_array().unwrap().iter().filter(|drawn| **drawn == true).count(), 1, "{drawn}");
        assert_eq!(drawn[0], true, "{drawn}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn ten_embeds_cost_the_bytes_of_one() {
    visit(|visit| async move {
        visit.open("/article?embeds=10").await?;
        visit.until_cards().await?;
        let all = "[...document.querySelectorAll('fact-cards')].every((element) => { element.scrollIntoView(); return element.shadowRoot?.querySelector('[data-claim]'); })";
        visit.until(all).await?;
        println!("memory: {:.0} KB with all ten read", memory(&visit).await? / 1e3);
        let once =
            ["/data/iran-s-400.json", "/fact-cards-embed.js", "/fact-cards.css", "/fact-cards.js", "/fact-cards.wasm"];
        assert_eq!(requests(&visit).await?, json!(once));
        assert_eq!(visit.ask("return memories.length").await?, 1, "one instance");
        Ok(())
    });
}

/// Nodes, listeners and wasm bytes, after a garbage collection.
async fn counts(visit: &Visit) -> WebDriverResult<[f64; 3]> {
    memory(visit).await?;
    let counters = visit.driver.cdp().send_raw("Memory.getDOMCounters", json!({})).await?;
    let count = |kind: &str| counters[kind].as_f64().unwrap();
    Ok([count("nodes"), count("jsEventListeners"), wasm_memory(visit).await?])
}

/// Nothing grows from the hundredth to the thousandth time of `cycle`, an expression of an async function.
///
/// The wasm's memory grows by pages of 64 KiB, and when it needs its last page depends on how the browser orders the work.
/// So one page may still come until the thousandth time; a leak would bring another one in the thousand times after that.
fn stays_flat(cycle: &'static str) {
    visit(move |visit| async move {
        visit.open("/article?embeds=0").await?;
        visit.ask(&format!("window.cycle = {cycle}; window.done = 0; window.cycles = async (most) => {{ for (; done < most; window.done++) await cycle(); }};")).await?;
        let few = counts_after(&visit, 100).await?;
        let mut many = counts_after(&visit, 1000).await?;
        println!("nodes, listeners, wasm bytes: {few:?} after 100, {many:?} after 1000");
        // The test's own calls leave a few nodes.
        assert!((many[0] - few[0]).abs() < 20.0, "nodes: {few:?}, {many:?}");
        assert!((many[1] - few[1]).abs() < 20.0, "listeners: {few:?}, {many:?}");
        if many[2] != few[2] {
            assert_eq!(many[2] - few[2], 65_536.0, "wasm memory: {few:?}, {many:?}");
            let page = many[2];
            many = counts_after(&visit, 2000).await?;
            assert_eq!(many[2], page, "wasm memory after 2000");
        }
        Ok(())
    });
}

/// What is in use once `window.cycles` has run so often in all.
async fn counts_after(visit: &Visit, times: usize) -> WebDriverResult<[f64; 3]> {
    visit.ask(&format!("cycles({times})")).await?;
    visit.until_within(&format!("done === {times}"), Duration::from_secs(120)).await?;
    counts(visit).await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_thousand_times_in_and_out_of_the_page_leaves_nothing_behind() {
    stays_flat(
        "(() => { const element = document.createElement('fact-cards'); let turn = 0; \
        return async () => { \
            // Another document each time, so that each time there is something to draw.\n \
            element.setAttribute('src', ++turn % 2 ? '/water' : '/poison'); \
            const ready = new Promise((resolve) => element.addEventListener('fact-cards-ready', resolve, { once: true })); \
            document.body.prepend(element); await ready; element.remove(); await new Promise(requestAnimationFrame); }; })()",
    );
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_thousand_elements_one_after_the_other_leave_nothing_behind() {
    stays_flat(
        "async () => { const element = document.createElement('fact-cards'); element.setAttribute('src', '/water'); \
            const ready = new Promise((resolve) => element.addEventListener('fact-cards-ready', resolve, { once: true })); \
            document.body.prepend(element); await ready; element.remove(); }",
    );
}

/// The build leaves out of Yew what it needs only where many components wait to be drawn at once.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn forty_elements_that_change_in_one_moment_are_all_drawn() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.all = Array.from({ length: 40 }, () => make()); window.change = (text) => all.forEach((element, at) => { \
            element.document = { version: 1, article: { headline: 'H' }, speakers: {}, claims: Array.from({ length: 3 }, (_, claim) => \
                ({ id: `c${at}-${claim}`, text: `${text} ${at}`, statements: [{ quote: text }] })) } }); change('One')").await?;
        for text in ["One", "Two", "Three"] {
            visit.ask(&format!("change('{text}')")).await?;
            // Each is drawn when it comes near.
            let done = format!(
                "all.every((element, at) => String(claims(element)) === Array(3).fill(`{text} ${{at}}`).join() || element.scrollIntoView())"
            );
            visit.until(&done).await?;
        }
        assert_eq!(visit.ask("return events.filter(({ name }) => name === 'error')").await?, json!([]));
        // All are opened, changed and taken away in the same moment.
        visit.ask("all.forEach((element) => element.shadowRoot.querySelectorAll('details').forEach((card) => (card.open = true))); \
            change('Four'); all.slice(20).forEach((element) => element.remove())").await?;
        visit.until("all.slice(0, 20).every((element, at) => claims(element)[2] === `Four ${at}` || element.scrollIntoView())").await?;
        assert_eq!(visit.ask("return events.filter(({ name }) => name === 'error')").await?, json!([]));
        Ok(())
    });
}

/// As in a page that shows one article after the other, whose readers use the filter.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn filtered_cards_that_have_left_the_page_are_forgotten() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("window.gone = []").await?;
        for round in 1..=4 {
            visit.ask("window.element = make({ src: '/data/iran-s-400.json' }); element.scrollIntoView()").await?;
            visit.until("element.shadowRoot?.querySelector('.only')").await?;
            visit.ask("element.shadowRoot.querySelector('.only').click()").await?;
            visit.until("element.shadowRoot.querySelector('.card[hidden]')").await?;
            visit.ask("gone.push(new WeakRef(element)); element.remove(); element = undefined").await?;
            assert_eq!(visit.ask("return gone.length").await?, round);
        }
        collect_garbage(&visit).await?;
        // The last one or two may still be known.
        let kept = visit.ask("return gone.filter((element) => element.deref()).length").await?;
        assert!(kept.as_u64() <= Some(2), "{kept} of 4 are kept");
        Ok(())
    });
}
