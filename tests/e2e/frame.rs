//! embed.html, for systems that remove scripts.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// Switches to the page's only frame.
async fn enter(visit: &Visit) -> WebDriverResult<()> {
    visit.driver.find(By::Tag("iframe")).await?.enter_frame().await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_frame_shows_its_cards_and_gets_the_height_it_asks_for() {
    visit(|visit| async move {
        visit.open("/demo/iframe.html").await?;
        enter(&visit).await?;
        visit.until_cards().await?;
        visit.ask("root.querySelectorAll('details').forEach((card) => (card.open = true))").await?;
        let fits = "document.documentElement.scrollHeight <= innerHeight && innerHeight > 1500 && innerHeight - document.body.clientHeight <= 1";
        visit.until(fits).await?;
        assert_eq!(
            visit.ask("return [document.title, document.querySelector('base').target]").await?,
            json!(["Fact cards", "_top"])
        );
        visit.driver.enter_default_frame().await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_page_believes_no_height_but_its_frames() {
    visit(|visit| async move {
        visit.open("/demo/iframe.html").await?;
        let height = "return document.querySelector('iframe').style.height";
        visit.until("parseInt(document.querySelector('iframe').style.height) > 1000").await?;
        let before = visit.ask(height).await?;
        visit.ask("postMessage({ type: 'fact-cards-height', height: 7 }, '*')").await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(visit.ask(height).await?, before);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_frame_is_told_of_to_the_page_that_holds_it_only() {
    visit(|visit| async move {
        let other = crate::host::start().await;
        visit.open("/bare?widget=none").await?;
        let framed = format!(
            "window.told = []; addEventListener('message', ({{ data, origin }}) => told.push([data.type, origin])); \
            const frame = document.createElement('iframe'); frame.src = '{other}/embed.html?src=/water'; frame.referrerPolicy = 'origin'; document.body.append(frame)"
        );
        visit.ask(&framed).await?;
        visit.until("told.some(([type]) => type === 'fact-cards-ready')").await?;
        let told = visit.ask("return [...new Set(told.map(String))].sort()").await?;
        assert_eq!(
            told,
            json!(["embed-size", "fact-cards-height", "fact-cards-ready"].map(|kind| format!("{kind},{other}")))
        );
        Ok(())
    });
}

/// The listener of docs/embedding.md.
fn documented_listener() -> &'static str {
    let docs = include_str!("../../docs/embedding.md");
    let from = docs.find("addEventListener(\"message\"").unwrap();
    docs[from..].split("```").next().unwrap()
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_documented_listener_sets_the_height_of_a_sandboxed_frame() {
    visit(|visit| async move {
        // Without an origin of its own, the frame gets no file that is not allowed for all origins.
        visit.open("/bare?widget=none").await?;
        let framed = format!(
            "{} const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; frame.style.height = '300px'; \
            frame.src = '/cors/embed.html?src=/cors/water'; document.body.append(frame)",
            documented_listener()
        );
        visit.ask(&framed).await?;
        // Its cards are higher than what it shows before them.
        let height = "parseInt(document.querySelector('iframe').style.height)";
        visit.until(&format!("{height} > 350")).await?;
        // Other windows are not believed.
        visit.ask("postMessage({ type: 'fact-cards-height', height: 7 }, '*')").await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(visit.ask(&format!("return {height}")).await?.as_i64().unwrap() > 350);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_amp_page_is_told_the_height_in_its_own_words() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        let framed = "window.told = []; addEventListener('message', ({ data }) => told.push(data)); \
            const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts allow-same-origin'; \
            frame.referrerPolicy = 'no-referrer'; frame.src = '/embed.html?src=/water'; document.body.append(frame)";
        visit.ask(framed).await?;
        let last = "told.filter(({ sentinel, type }) => sentinel === 'amp' && type === 'embed-size').at(-1)?.height";
        visit.until(&format!("{last} > 100")).await?;
        let own = "told.filter(({ type }) => type === 'fact-cards-height').at(-1).height";
        assert_eq!(visit.ask(&format!("return {last} - {own}")).await?, 0);
        Ok(())
    });
}

/// The frame page refuses this document: nothing of it is shown.
fn refuses(src: fn(&str, &str) -> String, code: &'static str) {
    visit(move |visit| async move {
        let other = crate::host::start().await;
        visit.open(&format!("/embed.html?src={}", src(&visit.host, &other))).await?;
        visit.until("document.body.textContent.trim() || root?.querySelector('[role=alert]')").await?;
        let console = visit.console().await?;
        assert!(console.iter().any(|line| line.contains("fact-cards: ") && line.contains(code)), "{console:?}");
        assert_eq!(visit.ask("return root?.querySelector('details') ?? null").await?, json!(null));
        Ok(())
    });
}

const NOT_HERE: &str = "src has to be the address of a document on this site";

#[rustfmt::skip]
mod refuses {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn another_site() { refuses(|_, other| format!("{other}/cors/water"), NOT_HERE) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn another_site_without_its_scheme() { refuses(|_, other| other.replace("http:", "") + "/cors/water", NOT_HERE) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_way_to_another_site() { refuses(|_, other| format!("/away?to={other}/cors/water"), "the network failed") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_picture_that_is_a_document() { refuses(|_, _| "/upload.png".to_owned(), "this is image/png, not JSON") }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn data() { refuses(|_, _| "data:application/json,{}".to_owned(), NOT_HERE) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn nothing() { refuses(|_, _| String::new(), NOT_HERE) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn an_address_that_is_none() { refuses(|_, _| "http://[".to_owned(), NOT_HERE) }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_holder_without_an_origin_is_told_the_height_and_nothing_else() {
    visit(|visit| async move {
        visit.open("/bare?widget=none").await?;
        visit.ask("window.told = []; addEventListener('message', ({ data }) => told.push(data))").await?;
        let script = "addEventListener(`message`, ({ data }) => parent.postMessage(data.type, `*`))";
        let inner =
            format!("<script>{script}</script><iframe src='{}/cors/embed.html?src=/cors/water'></iframe>", visit.host);
        visit
            .ask(&format!(
                "const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts allow-same-origin'; \
            frame.srcdoc = \"{inner}\"; frame.sandbox = 'allow-scripts'; document.body.append(frame)"
            ))
            .await?;
        visit.until("told.length").await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        assert_eq!(visit.ask("return [...new Set(told)].sort()").await?, json!(["embed-size", "fact-cards-height"]));
        let console = visit.console().await?;
        assert!(!console.iter().any(|line| line.contains("postMessage")), "{console:?}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn attributes_come_from_the_address() {
    visit(|visit| async move {
        visit.open("/embed.html?src=/water&open=all&theme=dark&heading-level=2&onclick=alert(1)").await?;
        visit.until_cards().await?;
        let shown = "const element = document.querySelector('fact-cards'); return [element.getAttributeNames().sort(), \
            root.querySelectorAll('article:has(details[open]) h2').length, getComputedStyle(document.documentElement).colorScheme]";
        assert_eq!(visit.ask(shown).await?, json!([["heading-level", "open", "src", "theme"], 2, "dark"]));
        Ok(())
    });
}
