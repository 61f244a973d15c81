//! Pages with libraries and names that change what the browser gives to scripts. Readers get their cards; where that cannot be, they keep
//! what the page wrote.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// Collects what nobody has caught.
const WATCH: &str = "window.uncaught = []; addEventListener('error', ({ message }) => uncaught.push(message)); \
    addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));";

/// Loads the widget now, after the page's own scripts. An element with contents comes after it.
const BEGIN: &str = "const script = Object.getPrototypeOf(Object.getPrototypeOf(document)).createElement.call(document, 'script'); \
    script.type = 'module'; script.src = '/fact-cards.js'; document.head.append(script); \
    window.host = make({ src: '/water' }, document.body); host.append('Their own words.');";

async fn begin(visit: &Visit, platform: &str) -> WebDriverResult<()> {
    visit.open("/bare?widget=none").await?;
    visit.ask(&format!("{WATCH} {platform}; {BEGIN}")).await?;
    until(visit, "events.length").await
}

/// Returns what a script returns, which is run as it is: what the page hides is hidden from it, too.
async fn ask(visit: &Visit, script: &str) -> WebDriverResult<serde_json::Value> {
    Ok(visit.driver.execute(script, vec![]).await?.json().clone())
}

async fn until(visit: &Visit, condition: &str) -> WebDriverResult<()> {
    let begin = std::time::Instant::now();
    while ask(visit, &format!("return Boolean({condition})")).await? != true {
        assert!(begin.elapsed().as_secs() < 30, "in vain: {condition}");
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    Ok(())
}

/// Readers see the cards in a page where this script has run.
fn shows_cards(platform: &'static str) {
    visit(move |visit| async move {
        begin(&visit, platform).await?;
        let claims = "[...host.shadowRoot.querySelectorAll('[part=claim]')].map(({ textContent }) => textContent)";
        // A library may have changed what the driver uses, too: the answer is one text.
        let shown = ask(
            &visit,
            &format!("return [events[0].name, uncaught.join(), {claims}.join(), events.length].join(' | ')"),
        )
        .await?;
        assert_eq!(shown, "ready |  | water 1,water 2 | 1");
        assert_eq!(visit.console().await?, [""; 0]);
        // They open and close.
        let opened = "const card = host.shadowRoot.querySelector('[data-claim]'); card.firstElementChild.click(); return card.open";
        assert_eq!(ask(&visit, opened).await?, true);
        until(&visit, "events.some(({ name }) => name === 'toggle')").await?;
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        Ok(())
    });
}

/// Readers keep what the page wrote in a page where this script has run; the newsroom is told once.
fn keeps_the_contents(platform: &'static str) {
    visit(move |visit| async move {
        begin(&visit, platform).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let shown =
            ask(&visit, "return [document.body.innerText.trim(), uncaught, events.map(({ name }) => name)]").await?;
        assert_eq!(shown, json!(["Their own words.", [], ["error"]]));
        let console = visit.console().await?;
        assert_eq!(console.iter().filter(|line| line.contains("fact-cards: ")).count(), 1, "{console:?}");
        assert_eq!(console.len(), 1, "{console:?}");
        Ok(())
    });
}

/// A `fetch` made of `XMLHttpRequest`: its answer has no stream, and is no `Response` of the browser.
const FETCH_OVER_XHR: &str = "window.Response = function (xhr) { \
        this.status = xhr.status; this.ok = xhr.status >= 200 && xhr.status < 300; this.url = xhr.responseURL; \
        this.headers = { get: (name) => xhr.getResponseHeader(name) }; \
        this.arrayBuffer = () => Promise.resolve(xhr.response); \
        this.text = () => Promise.resolve(new TextDecoder().decode(xhr.response)); }; \
    window.fetch = (address) => new Promise((resolve, reject) => { const xhr = new XMLHttpRequest(); xhr.responseType = 'arraybuffer'; \
        xhr.onload = () => resolve(new Response(xhr)); xhr.onerror = () => reject(new TypeError('Network request failed')); \
        xhr.open('GET', String(address)); xhr.send(); });";

/// Classes of its own in the place of the browser's, which old libraries had from a time without these.
const OWN_WINDOW: &str = "window.Window = function () {}; window.Document = function () {};";

/// Elements whose names hide the document's own properties and methods.
const NAMES: &str = "for (const name of ['querySelector', 'querySelectorAll', 'readyState', 'documentElement', 'title', 'baseURI']) { \
        const form = document.createElement('form'); form.setAttribute('name', name); document.body.append(form); } \
    if (typeof document.querySelector === 'function') throw new Error('a form does not hide it');";

/// The driver of the browser goes on with the browser's own.
const OWN_JSON: &str = "for (const name of ['parse', 'stringify']) { const before = JSON[name]; JSON[name] = (...given) => { \
    if (new Error().stack.includes('/fact-cards')) throw new Error('not here'); return before(...given); }; }";

#[rustfmt::skip]
mod cards_are_shown_in_pages {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_a_fetch_made_of_xhr() { shows_cards(FETCH_OVER_XHR) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_forms_that_have_the_names_of_methods() { shows_cards(NAMES) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_a_library_that_has_its_own_window_class() { shows_cards(OWN_WINDOW) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_measurements_answer_nothing() { shows_cards("performance.getEntriesByType = performance.getEntries = () => undefined") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_measurements_answer_with_an_object() { shows_cards("performance.getEntriesByType = () => ({})") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_parse_json_in_their_own_way() { shows_cards(OWN_JSON) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn where_all_objects_inherit_a_property() { shows_cards("Object.prototype.src = '/polluted'; Object.prototype.problems = 'polluted'") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn without_intersection_observers() { shows_cards("delete window.IntersectionObserver") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_intersection_observers_fail() { shows_cards("window.IntersectionObserver = class { constructor() { throw new TypeError('not here') } }") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_give_arrays_methods() { shows_cards("Array.prototype.each = Array.prototype.forEach; Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; }") }
}

#[rustfmt::skip]
mod the_contents_stay_in_pages {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn without_style_sheets_made_by_scripts() { keeps_the_contents("delete window.CSSStyleSheet") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_replace_style_sheets_made_by_scripts() { keeps_the_contents("window.CSSStyleSheet = class { replaceSync() {} async replace() { return this } }") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn without_webassembly() { keeps_the_contents("delete window.WebAssembly") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_fetch_fails() { keeps_the_contents("window.fetch = () => { throw new Error('not here') }") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_allow_no_shadow_roots() { keeps_the_contents("Element.prototype.attachShadow = () => { throw new Error('not here') }") }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_claim_review_is_shown_with_a_fetch_made_of_xhr() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        let review = "const review = document.createElement('script'); review.type = 'application/ld+json'; \
            review.text = '{\"@type\": \"ClaimReview\", \"claimReviewed\": \"The earth is flat\", \"author\": {\"name\": \"Desk\"}}'; \
            document.head.append(review);";
        visit.ask(&format!("{WATCH} {FETCH_OVER_XHR} {review} window.host = make()")).await?;
        visit.until("events.length").await?;
        assert_eq!(visit.ask("return [claims(), uncaught]").await?, json!([["The earth is flat"], []]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_set_by_a_script_is_read_where_a_library_has_its_own_json_for_arrays() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        // Each array becomes a text, as in libraries from before JSON came into browsers.
        let library = "Array.prototype.toJSON = function () { return '[' + [...this].map((one) => JSON.stringify(one)).join(', ') + ']'; }; \
            if (JSON.stringify({ list: [1] }) !== '{\"list\":\"[1]\"}') throw new Error('arrays are as they were');";
        let document = "{ version: 1, article: { headline: 'Set' }, speakers: {}, \
            claims: [{ id: 'a', text: 'Set by a script', statements: [{ quote: ['in', 'parts'] }] }] }";
        visit.ask(&format!("{WATCH} {library} window.host = make(); host.document = {document}")).await?;
        until(&visit, "events.length").await?;
        let shown = visit.ask("return [events[0].name, host.shadowRoot.querySelector('[part=claim]').textContent, uncaught.join()].join(' | ')");
        assert_eq!(shown.await?, "ready | Set by a script | ");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_that_is_no_document_is_one_error_where_all_objects_inherit_a_property() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit
            .ask(&format!(
                "{WATCH} Object.prototype.src = '/bad/nowhere'; window.host = make({{ src: '/bad/not-json' }})"
            ))
            .await?;
        until(&visit, "events.length").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let told =
            visit.ask("return [events.map(({ name, code }) => `${name} ${code}`).join(), uncaught.join()]").await?;
        assert_eq!(told, json!(["error document", ""]));
        Ok(())
    });
}
