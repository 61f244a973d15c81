//! Each page of `demo/` does what its text says.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::violations;
use crate::browser::{Visit, visit};
use crate::host::dist;

/// Opens a demonstration and waits until its elements show this many cards each.
async fn open(visit: &Visit, name: &str, cards: &[usize]) -> WebDriverResult<()> {
    visit.open(&format!("/demo/{name}.html")).await?;
    let count = "const found = (tree) => [...tree.querySelectorAll('*')].flatMap((element) => element.localName === 'fact-cards' ? [element] \
        : element.shadowRoot ? found(element.shadowRoot) : []);";
    let shown = "found(document).map((element) => { element.scrollIntoView(); return element.shadowRoot?.querySelectorAll('details').length; })";
    visit.until(&format!("(() => {{ {count} return JSON.stringify({shown}) === '{}' }})()", json!(cards))).await
}

/// The page shows this many cards, with an empty console, and axe has nothing to say.
fn shows(name: &'static str, cards: &'static [usize]) {
    visit(move |visit| async move {
        open(&visit, name, cards).await?;
        assert_eq!(visit.console().await?, [""; 0]);
        assert_eq!(violations(&visit).await?, json!([]));
        Ok(())
    });
}

#[rustfmt::skip]
mod shows {
    use super::*;

    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn no_script() { shows("no-script", &[2]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn two_widgets() { shows("two-widgets", &[8, 8]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_strict_policy() { shows("strict-policy", &[2]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn inline_data() { shows("inline", &[2]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn the_pages_own_claim_review() { shows("claim-review", &[1]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_shadow_root() { shows("shadow-root", &[2]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn a_page_from_right_to_left() { shows("right-to-left", &[2, 2]) }
    #[test] #[ignore = "needs dist/ and a browser: make test"]
    fn the_index() { shows("index", &[]) }
}

/// Also in a browser that runs scripts, where the style alone cannot know that none will come.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_page_without_the_script_has_neither_buttons_nor_their_room() {
    visit(|visit| async move {
        visit.open("/demo/no-script.html").await?;
        visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
        let buttons = "return [...root.querySelectorAll('.actions, .only, .search, .tools button')].map((button) => button.getClientRects().length)";
        let buttons = visit.ask(buttons).await?;
        assert!(buttons.as_array().unwrap().len() > 8 && buttons.as_array().unwrap().iter().all(|boxes| boxes == 0));
        let beside = "return [...root.querySelectorAll('.tools')].filter((row) => row.firstElementChild && row.checkVisibility()) \
            .map((row) => Math.round(row.querySelector('a.link').getBoundingClientRect().left - row.getBoundingClientRect().left))";
        let beside = visit.ask(beside).await?;
        assert!(beside.as_array().unwrap().iter().all(|distance| distance == 0), "{beside}");
        Ok(())
    });
}

/// Cards inside a shadow root lie on the page without an edge: rules of the page do not reach them, but custom properties do.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_in_a_shadow_root_have_the_surface_of_the_page_and_its_width_of_text() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        visit.open("/demo/shadow-root.html").await?;
        let widget = "document.querySelector('#host').shadowRoot?.querySelector('fact-cards').shadowRoot?.querySelector('.widget')";
        visit.until(widget).await?;
        let look = format!(
            "const [widget, text] = [{widget}, document.querySelector('.what')]; const places = [widget, text].map((part) => part.getBoundingClientRect()); \
            return [getComputedStyle(widget).backgroundColor === getComputedStyle(document.body).backgroundColor, places[0].left === places[1].left, places[0].width <= 640]"
        );
        assert_eq!(visit.ask(&look).await?, json!([true, true, true]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn hostile_styles_hide_the_pages_own_line_and_no_card() {
    visit(|visit| async move {
        open(&visit, "hostile-styles", &[2]).await?;
        let seen = "return [document.querySelector('div').checkVisibility(), [...root.querySelectorAll('.rest > summary, .only, .actions button, [part=claim]')].every((element) => element.checkVisibility())]";
        assert_eq!(visit.ask(seen).await?, json!([false, true]));
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_by_script_gives_way_to_another() {
    visit(|visit| async move {
        open(&visit, "by-script", &[2]).await?;
        visit.driver.find(By::Tag("button")).await?.click().await?;
        visit.until("root.querySelector('[part=claim]').textContent.startsWith('الماء')").await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_slow_document_leaves_what_the_page_wrote_until_it_is_there() {
    visit(|visit| async move {
        visit.open("/demo/slow.html").await?;
        let shown = "return document.querySelector('fact-cards').innerText";
        visit.until("root").await?;
        assert_eq!(visit.ask(shown).await?, "The water is safe, says City Water.");
        assert_eq!(visit.ask("return document.querySelector('fact-cards p').checkVisibility()").await?, true);
        visit.until_cards().await?;
        assert_eq!(visit.ask("return document.querySelector('fact-cards p').checkVisibility()").await?, false);
        Ok(())
    });
}

/// The schema stands beside the widget, where text editors and other programs look for it.
#[test]
#[ignore = "needs dist/: make test"]
fn the_documents_name_the_published_schema() {
    for document in ["data/iran-s-400.json", "demo/documents/water.json", "demo/documents/water-ar.json"] {
        let place = dist().join(document);
        let read =
            |place: &std::path::Path| -> Value { serde_json::from_slice(&std::fs::read(place).unwrap()).unwrap() };
        let address = read(&place)["$schema"].as_str().unwrap().to_owned();
        let schema = read(&place.parent().unwrap().join(address));
        assert_eq!(schema["title"], "Fact cards document, version 1");
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn broken_documents_cost_no_more_than_they_must() {
    visit(|visit| async move {
        open(&visit, "broken", &[2, 0, 0]).await?;
        visit.until("document.querySelectorAll('fact-cards')[2].shadowRoot.querySelector('[role=alert]')").await?;
        let second = "return document.querySelectorAll('fact-cards')[1].innerText";
        assert_eq!(visit.ask(second).await?, "The water is safe, says City Water.");
        let console = visit.console().await?;
        let ours: Vec<_> = console.iter().filter(|line| line.contains("fact-cards: ")).collect();
        assert_eq!(ours.len(), 3, "{console:?}");
        assert_eq!(violations(&visit).await?, json!([]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_wasm_is_blocked_the_pages_own_words_stay() {
    visit(|visit| async move {
        visit.open("/demo/wasm-blocked.html").await?;
        visit.until("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let console = visit.console().await?;
        assert_eq!(console.iter().filter(|line| line.contains("fact-cards: ")).count(), 1, "{console:?}");
        assert_eq!(visit.ask("return document.querySelector('blockquote').checkVisibility()").await?, true);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_are_found_in_the_article_but_for_those_that_are_other_words() {
    visit(|visit| async move {
        open(&visit, "in-the-article", &[4]).await?;
        visit.ask("root.querySelectorAll('details').forEach((card) => (card.open = true))").await?;
        visit.until("root.querySelectorAll('button.go:enabled').length === 3").await?;
        let found = "return [...root.querySelectorAll('details')].map((card) => card.querySelectorAll('button.go:enabled').length)";
        assert_eq!(visit.ask(found).await?, json!([1, 1, 1, 0]));
        assert_eq!(visit.console().await?, [""; 0]);
        assert_eq!(violations(&visit).await?, json!([]));
        Ok(())
    });
}

/// Every page of the folder is linked from its index and named in a test above.
#[test]
fn every_page_is_linked_and_tested() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let index = std::fs::read_to_string(folder.join("index.html")).unwrap();
    let tests = concat!(include_str!("demo.rs"), include_str!("frame.rs"), include_str!("themes.rs"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(stem) = name.strip_suffix(".html").filter(|stem| *stem != "index") else { continue };
        assert!(index.contains(&format!("href=\"{name}\"")), "{name} is not linked");
        assert!(
            tests.contains(&format!("\"{stem}\"")) || tests.contains(&format!("/demo/{name}")),
            "{name} is not tested"
        );
    }
}
