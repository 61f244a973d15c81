//! Files of the widget that come broken, empty or not at all, and what becomes of a later attempt.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

const WATCH: &str =
    "window.uncaught = []; addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));";

const SENTENCE: &str = "These cards cannot be shown right now.";

/// Loads the widget from a folder whose files have a fault, and makes a first element.
async fn begin(visit: &Visit, fault: &str, attributes: &str) -> WebDriverResult<()> {
    visit.open("/bare?widget=none").await?;
    let script = format!(
        "{WATCH} const script = document.createElement('script'); script.type = 'module'; script.src = '{fault}/fact-cards.js'; \
        document.head.append(script); window.first = make({attributes})"
    );
    visit.ask(&script).await?;
    visit.until("events.length").await
}

/// The first element has no cards, but one that comes later has, although the browser remembers the module that failed.
fn succeeds_later(fault: &'static str) {
    visit(move |visit| async move {
        begin(&visit, &format!("/broken-at-first/embed-{fault}"), "{ src: '/water' }").await?;
        assert_eq!(visit.ask("return events.map(({ code }) => code)").await?, json!(["start"]));
        visit.ask("window.second = make({ src: '/water' })").await?;
        visit.until("events.length === 2").await?;
        assert_eq!(visit.ask("return claims(second)").await?, json!(["water 1", "water 2"]));
        // The reader asks the first element again.
        visit.ask("first.click()").await?;
        visit.until("claims(first).length === 2").await?;
        assert_eq!(visit.ask("return uncaught").await?, json!([]));
        Ok(())
    });
}

#[rustfmt::skip]
mod a_start_succeeds_after {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_came_empty() { succeeds_later("empty") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn half_a_script_came() { succeeds_later("cut") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_did_not_come() { succeeds_later("missing") }
}

/// Cards stay, and what looks for their words does so once its file comes. Passages are off, because they would ask for the file before.
fn finds_words_later(fault: &'static str) {
    visit(move |visit| async move {
        begin(&visit, &format!("/broken-at-first/article-{fault}"), "{ src: '/water', article: 'p', passages: 'off' }")
            .await?;
        visit
            .ask("document.body.append(Object.assign(document.createElement('p'), { textContent: 'Much x is here.' }))")
            .await?;
        visit
            .ask("window.told = []; addEventListener('fact-cards-quote', ({ detail }) => told.push(detail.grade))")
            .await?;
        let open = "first.shadowRoot.querySelectorAll('summary')";
        visit.ask(&format!("[...{open}].at(-2).click()")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(visit.ask("return [uncaught, told]").await?, json!([[], []]));
        visit.ask(&format!("[...{open}].at(-1).click()")).await?;
        visit.until("told.length").await?;
        assert_eq!(visit.ask("return uncaught").await?, json!([]));
        Ok(())
    });
}

#[rustfmt::skip]
mod the_words_of_a_card_are_looked_for_after {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_came_empty() { finds_words_later("empty") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn half_a_script_came() { finds_words_later("cut") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_did_not_come() { finds_words_later("missing") }
}

/// Makes an element above an article, loads the file that leads to words with a fault, and waits until the words of its cards are found.
async fn begin_above_a_story(visit: &Visit, fault: &str) -> WebDriverResult<()> {
    let attributes = "{ src: '/water', article: 'p', passages: 'off' }";
    begin(visit, &format!("/broken-at-first/there-{fault}"), attributes).await?;
    let story = "const story = document.createElement('p'); story.style.marginTop = '3000px'; story.textContent = 'Much x is here.'";
    visit.ask(&format!("{story}; document.body.append(story)")).await?;
    visit.ask("[...first.shadowRoot.querySelectorAll('summary')].forEach((line) => line.click())").await?;
    visit.until(GO).await?;
    assert_eq!(visit.ask(&format!("return {IS_SEEN}")).await?, false);
    Ok(())
}

const GO: &str = "first.shadowRoot.querySelector('.go:enabled')";
const WAY: &str = "first.shadowRoot.querySelector('.way-back:popover-open')";
const IS_SEEN: &str = "document.querySelector('p').getBoundingClientRect().top < innerHeight";

/// The button of words that were found leads to them while its file does not come, and marks them and offers a way back when it is pressed again.
fn leads_back_later(fault: &'static str) {
    visit(move |visit| async move {
        begin_above_a_story(&visit, fault).await?;
        visit.console().await?;
        visit.ask(&format!("{GO}.click()")).await?;
        visit.until(IS_SEEN).await?;
        assert_eq!(visit.ask(&format!("return [uncaught, {WAY}]")).await?, json!([[], null]));
        let told = visit.console().await?;
        assert!(told.iter().any(|line| line.contains("words in the article could not be marked")), "{told:?}");
        visit.ask("scrollTo(0, 0)").await?;
        visit.ask(&format!("{GO}.click()")).await?;
        visit.until(&format!("{IS_SEEN} && {WAY}")).await?;
        assert_eq!(visit.ask("return uncaught").await?, json!([]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_reader_gets_to_the_words_where_a_script_hangs() {
    visit(|visit| async move {
        begin_above_a_story(&visit, "hang").await?;
        visit.ask(&format!("{GO}.click()")).await?;
        visit.until(IS_SEEN).await
    });
}

/// Presses the button, does something before its file is there, and waits until it is there, and for what is done then.
async fn meanwhile(visit: &Visit, script: &str) -> WebDriverResult<()> {
    begin_above_a_story(visit, "slow").await?;
    visit.ask(&format!("{GO}.click(); {script}")).await?;
    visit
        .until("performance.getEntriesByType('resource').some(({ name }) => name.includes('fact-cards-there'))")
        .await?;
    visit.driver.execute_async("setTimeout(arguments[0], 500)", vec![]).await.map(drop)
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_that_change_while_a_script_comes_are_not_said_to_appear() {
    visit(|visit| async move {
        // After the words were looked for.
        meanwhile(&visit, "setTimeout(() => (document.querySelector('p').textContent = 'Much y is here.'), 500)")
            .await?;
        assert_eq!(visit.ask(&format!("return [{WAY}, {GO}, CSS.highlights.size]")).await?, json!([null, null, 0]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_reader_who_does_something_else_while_a_script_comes_is_left_in_peace() {
    visit(|visit| async move {
        for act in
            ["dispatchEvent(new WheelEvent('wheel'))", "dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))"]
        {
            meanwhile(&visit, act).await?;
            assert_eq!(visit.ask(&format!("return [{WAY}, scrollY]")).await?, json!([null, 0]), "{act}");
        }
        meanwhile(&visit, "first.shadowRoot.querySelector('details').open = false").await?;
        assert_eq!(visit.ask(&format!("return [{WAY}, scrollY]")).await?, json!([null, 0]));
        Ok(())
    });
}

#[rustfmt::skip]
mod a_reader_who_went_to_words_finds_the_way_back_after {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_came_empty() { leads_back_later("empty") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn half_a_script_came() { leads_back_later("cut") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_did_not_come() { leads_back_later("missing") }
}

/// A button does nothing while its file does not come, and works when it is pressed again.
fn works_later(fault: &'static str) {
    visit(move |visit| async move {
        begin(&visit, &format!("/broken-at-first/tools-{fault}"), "{ src: '/water' }").await?;
        visit.console().await?;
        let press = "first.shadowRoot.querySelector('[data-tool=open]').click()";
        visit.ask(press).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let open = "first.shadowRoot.querySelectorAll('details[data-claim][open]').length";
        assert_eq!(visit.ask(&format!("return [uncaught, {open}]")).await?, json!([[], 0]));
        let console = visit.console().await?.concat();
        assert!(console.contains("fact-cards") && console.contains("tools"), "{console}");
        visit.ask(press).await?;
        visit.until(&format!("{open} === 2")).await?;
        assert_eq!(visit.ask("return uncaught").await?, json!([]));
        Ok(())
    });
}

#[rustfmt::skip]
mod a_button_works_after {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_came_empty() { works_later("empty") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn half_a_script_came() { works_later("cut") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_script_did_not_come() { works_later("missing") }
}

/// Cards without their style are a heap of text: the element keeps what the page wrote.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_a_page_comes_in_place_of_the_styles_no_cards_are_drawn() {
    visit(|visit| async move {
        begin(&visit, "/a-page-for-styles", "{ src: '/water' }").await?;
        assert_eq!(visit.ask("return events.map(({ code }) => code)").await?, json!(["start"]));
        let message = visit.ask("return events[0].message").await?;
        assert!(message.as_str().unwrap().ends_with("is no style sheet of the cards"), "{message}");
        assert_eq!(visit.ask("return document.body.innerText.trim()").await?, SENTENCE);
        Ok(())
    });
}

/// Readers of an element without contents see a sentence in place of nothing.
fn says_so(folder: &'static str) {
    visit(move |visit| async move {
        begin(&visit, folder, "{ src: '/water' }").await?;
        assert_eq!(visit.ask("return document.body.innerText.trim()").await?, SENTENCE);
        // Asked again in vain, it says so once.
        visit.ask("first.click()").await?;
        visit.until("events.length === 2").await?;
        assert_eq!(visit.ask("return document.body.innerText.trim()").await?, SENTENCE);
        assert_eq!(
            visit.ask("return [uncaught, events.map(({ code }) => code)]").await?,
            json!([[], ["start", "start"]])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_without_contents_says_that_its_cards_cannot_be_shown() {
    says_so("/corrupt");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_element_without_contents_says_so_too_where_a_file_is_missing() {
    says_so("/without-wasm");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sentence_goes_when_the_cards_come() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        let begin = "const { compileStreaming } = WebAssembly; \
            WebAssembly.compileStreaming = () => { WebAssembly.compileStreaming = compileStreaming; return Promise.reject(new Error('not now')); }; \
            const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; \
            document.head.append(script); window.first = make({ src: '/water' })";
        visit.ask(begin).await?;
        visit.until(&format!("document.body.innerText.trim() === '{SENTENCE}'")).await?;
        visit.ask("first.click()").await?;
        visit.until("claims(first).length === 2").await?;
        assert_eq!(visit.ask("return first.textContent").await?, "");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sentence_goes_when_another_element_could_start() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        let begin = "const { compileStreaming } = WebAssembly; \
            WebAssembly.compileStreaming = () => { WebAssembly.compileStreaming = compileStreaming; return Promise.reject(new Error('not now')); }; \
            const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; \
            document.head.append(script); window.first = make({ src: '/water' })";
        visit.ask(begin).await?;
        visit.until(&format!("document.body.innerText.trim() === '{SENTENCE}'")).await?;
        visit.ask("window.second = make({ src: '/water' })").await?;
        visit.until("claims(first).length === 2 && claims(second).length === 2").await
    });
}

/// As in a tunnel: the page had come, and the document did not.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_that_did_not_come_is_asked_for_again() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        for touch in ["dispatchEvent(new Event('online'))", "first.firstElementChild.click()"] {
            let begin = "document.querySelector('main').replaceChildren(); events.length = 0; window.browsers ??= window.fetch; \
                window.fetch = (address, ...given) => String(address).includes('water') ? Promise.reject(new TypeError('offline')) : browsers(address, ...given); \
                window.first = make({ src: '/water?' + Math.random() }); first.innerHTML = '<q>Their own words.</q>'";
            visit.ask(begin).await?;
            visit.until("events.length").await?;
            assert_eq!(visit.ask("return events.map(({ code }) => code)").await?, json!(["network"]));
            visit.ask(&format!("window.fetch = browsers; {touch}")).await?;
            visit.until("claims(first).length === 2").await?;
        }
        Ok(())
    });
}
