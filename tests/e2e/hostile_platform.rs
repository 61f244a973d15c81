//! Pages with libraries and names that change what the browser gives to scripts. Readers get their cards; where that cannot be, they keep
//! what the page wrote.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::quotes::{ARTICLE, address_of_story};

/// Collects what nobody has caught.
const WATCH: &str = "window.uncaught = []; addEventListener('error', ({ message }) => uncaught.push(message)); \
    addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));";

/// Loads the widget now, after the page's own scripts. An element with contents comes after it.
const BEGIN: &str = "const native = (name) => Reflect.get(Object.getPrototypeOf(document), name, document); \
    const script = native('createElement').call(document, 'script'); script.type = 'module'; script.src = '/fact-cards.js'; \
    native('head').append(script); window.host = native('createElement').call(document, 'fact-cards'); \
    host.setAttribute('src', '/water'); host.append('Their own words.'); native('body').append(host);";

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

/// What measures a page's requests, and reads addresses that are texts or in a `Request`.
const MEASURED_FETCH: &str = "{ const before = window.fetch; window.fetch = (what, ...given) => { \
        const address = typeof what === 'string' ? what : what.url; address.includes('measured'); return before(what, ...given); }; }";

/// Classes of its own in the place of the browser's, which old libraries had from a time without these.
const OWN_WINDOW: &str = "window.Window = function () {}; window.Document = function () {};";

/// Elements whose names hide the document's own properties and methods.
const NAMES: &str = "{ const make = document.createElement.bind(document), place = document.documentElement; \
    for (const name of ['querySelector', 'querySelectorAll', 'readyState', 'documentElement', 'title', 'baseURI', 'createElement', \
        'createElementNS', 'createTextNode', 'body', 'activeElement', 'scrollingElement', 'addEventListener']) { \
        const form = make('form'); form.setAttribute('name', name); place.append(form); } \
    if (typeof document.createElement === 'function') throw new Error('a form does not hide it'); }";

/// Methods of arrays under the same names, from before browsers had them.
const OWN_ARRAYS: &str = "for (const name of ['at', 'flat', 'flatMap']) \
    Array.prototype[name] = function () { throw new Error(`another ${name}`); };";

/// The page has its own way to order its work.
const NO_RETURN: &str = "scheduler.yield = scheduler.postTask = () => new Promise(() => {});";
const NO_TASKS: &str = "scheduler.yield = scheduler.postTask = () => { throw new Error('not here'); };";

/// What all objects inherit becomes an option of all listeners.
const INHERITED: &str =
    "Object.prototype.signal = 'polluted'; Object.prototype.get = 'polluted'; Object.prototype.once = true;";

/// Only the page's own events pass.
const NO_EVENTS: &str = "{ const { dispatchEvent } = EventTarget.prototype; EventTarget.prototype.dispatchEvent = function (event) { \
    if (event.type.startsWith('fact-cards')) throw new Error('not here'); return dispatchEvent.call(this, event); }; }";

/// The driver of the browser goes on with the browser's own.
const OWN_JSON: &str = "for (const name of ['parse', 'stringify']) { const before = JSON[name]; JSON[name] = (...given) => { \
    if (new Error().stack.includes('/fact-cards')) throw new Error('not here'); return before(...given); }; }";

#[rustfmt::skip]
mod cards_are_shown_in_pages {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_a_fetch_made_of_xhr() { shows_cards(FETCH_OVER_XHR) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_a_fetch_that_is_measured() { shows_cards(MEASURED_FETCH) }
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
    fn without_mutation_observers() { shows_cards("delete window.MutationObserver") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_microtasks_never_come() { shows_cards("window.queueMicrotask = () => {}") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_arrays_have_other_methods() { shows_cards(OWN_ARRAYS) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn where_all_objects_inherit_options() { shows_cards(INHERITED) }
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

const STORY: &str = "<p>“It is so and not otherwise,” he said. “Let us wait and see,” she answered.";

/// Goes to a page with this story where this script has run, and opens the cards.
async fn read_story(visit: &Visit, platform: &str) -> WebDriverResult<()> {
    let cards = "{ const find = document.querySelector.bind(document); window.host = () => find('fact-cards'); }";
    let script = format!("{WATCH} {cards} {platform}");
    let quotes = json!(["It is so and not otherwise", "Let us wait and see"]);
    visit.open(&address_of_story(STORY, &quotes, &[("attributes", ARTICLE), ("script", &script)])).await?;
    until(visit, "host()").await?;
    ask(visit, "host().scrollIntoView()").await?;
    until(visit, "host().shadowRoot?.querySelectorAll('[data-claim]').length === 2").await?;
    ask(visit, "for (const card of host().shadowRoot.querySelectorAll('[data-claim]')) card.open = true")
        .await
        .map(drop)
}

/// The words of cards are found and underlined in a page where this script has run.
fn finds_words(platform: &'static str) {
    visit(move |visit| async move {
        read_story(&visit, platform).await?;
        until(&visit, "host().shadowRoot.querySelectorAll('.go:enabled').length === 2").await?;
        until(&visit, "CSS.highlights.get('fact-cards-passages')?.size === 2").await?;
        // A reader goes there.
        ask(&visit, "host().shadowRoot.querySelector('.go').click()").await?;
        until(&visit, "String([...(CSS.highlights.get('fact-cards') ?? [])][0]) === 'It is so and not otherwise'")
            .await?;
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

/// Readers see the cards, without their places in the article, in a page where this script has run; the newsroom is told once.
fn says_once_that_nothing_is_searched(platform: &'static str) {
    visit(move |visit| async move {
        read_story(&visit, platform).await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let shown = "return [uncaught.join(), host().shadowRoot.querySelectorAll('.go:enabled').length, CSS.highlights.size].join()";
        assert_eq!(ask(&visit, shown).await?, ",0,0");
        let console = visit.console().await?;
        assert!(
            console.len() == 1 && console[0].contains("fact-cards: the article could not be searched"),
            "{console:?}"
        );
        Ok(())
    });
}

#[rustfmt::skip]
mod words_are_found_in_pages {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn with_forms_that_have_the_names_of_methods() { finds_words(NAMES) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_tasks_never_come() { finds_words(NO_RETURN) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn that_allow_no_tasks() { finds_words(NO_TASKS) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_microtasks_never_come() { finds_words("window.queueMicrotask = () => {};") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_arrays_have_other_methods() { finds_words(OWN_ARRAYS) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn where_all_objects_inherit_options() { finds_words(INHERITED) }
}

#[rustfmt::skip]
mod nothing_is_searched_in_pages {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn without_mutation_observers() { says_once_that_nothing_is_searched("delete window.MutationObserver;") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn where_no_element_is_inside_another() { says_once_that_nothing_is_searched("Element.prototype.closest = () => null;") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn whose_observers_of_changes_fail() {
        says_once_that_nothing_is_searched("window.MutationObserver = class { constructor() { throw new Error('not here'); } };");
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_is_uncaught_where_the_page_finds_no_element() {
    visit(|visit| async move {
        read_story(&visit, "Document.prototype.querySelector = () => null;").await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_are_shown_and_their_words_found_where_the_page_refuses_their_events() {
    visit(|visit| async move {
        read_story(&visit, NO_EVENTS).await?;
        until(&visit, "host().shadowRoot.querySelectorAll('.go:enabled').length === 2").await?;
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        let console = visit.console().await?;
        assert!(
            !console.is_empty() && console.iter().all(|line| line.contains("fact-cards: Error: not here")),
            "{console:?}"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_newsroom_is_told_of_an_element_whose_document_the_page_has_deleted() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        let emptied = "window.host = make({}, document.body); const inner = document.createElement('script'); \
            inner.type = 'application/json'; inner.text = '{}'; host.append(inner); host.replaceChildren(); \
            const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; \
            document.head.append(script);";
        visit.ask(&format!("{WATCH} {emptied}")).await?;
        until(&visit, "events.length").await?;
        let told = visit.ask("return [events.map(({ name, code }) => `${name} ${code}`), uncaught]").await?;
        assert_eq!(told, json!([["error no-document"], []]));
        assert_eq!(visit.console().await?.len(), 1);
        Ok(())
    });
}

/// Styles that only the widget's sheet gives.
const LOOK: &str = "window.look = () => { const style = (selector) => getComputedStyle(host().shadowRoot.querySelector(selector)); \
    return ['.cards', '.card', '.claim', '.quote'].map((part) => JSON.stringify(style(part), ['color', 'font', 'margin', 'padding'])).join(); };";

/// Moves the element into another document, which a script names, and back; its cards look and work the same in both, if both are wide.
fn looks_the_same_in(place: &'static str) {
    visit(move |visit| async move {
        read_story(&visit, LOOK).await?;
        until(&visit, "host().shadowRoot.querySelectorAll('.go:enabled').length === 2").await?;
        let begin =
            ask(&visit, "window.card = host(); window.home = card.parentNode; window.host = () => card; return look()")
                .await?;
        ask(&visit, &format!("window.other = {place}; other.body.append(card)")).await?;
        until(&visit, &format!("look() === {begin}")).await?;
        ask(&visit, "card.shadowRoot.querySelector('[data-claim]').open = false").await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        ask(&visit, "card.shadowRoot.querySelector('[data-claim]').open = true").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        ask(&visit, "home.append(card)").await?;
        until(&visit, &format!("look() === {begin}")).await?;
        until(&visit, "CSS.highlights.get('fact-cards-passages')?.size === 2").await?;
        ask(&visit, "host().shadowRoot.querySelector('.go').click()").await?;
        until(&visit, "host().shadowRoot.querySelector('.way-back:popover-open')").await?;
        assert_eq!(
            ask(&visit, "return getComputedStyle(host().shadowRoot.querySelector('.way-back')).position").await?,
            "fixed"
        );
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_is_moved_into_a_frame_and_back() {
    looks_the_same_in(
        "(() => { const frame = document.createElement('iframe'); frame.width = 800; document.body.prepend(frame); return frame.contentDocument })()",
    );
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_is_moved_into_a_popup_and_back() {
    looks_the_same_in("open('', '', 'width=800,height=400').document");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_is_moved_into_a_document_without_a_window_and_back() {
    visit(|visit| async move {
        read_story(&visit, LOOK).await?;
        let begin =
            ask(&visit, "window.card = host(); window.home = card.parentNode; window.host = () => card; return look()")
                .await?;
        ask(&visit, "document.implementation.createHTMLDocument().body.append(card)").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        ask(&visit, "home.append(card)").await?;
        until(&visit, &format!("look() === {begin}")).await?;
        assert_eq!(ask(&visit, "return uncaught.join()").await?, "");
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}
