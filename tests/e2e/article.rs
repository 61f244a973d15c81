//! The demo page: a real article with its cards.

use document::decode::decode;
use document::model::{Document, Words};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit, visit_with};

fn document() -> Document {
    decode(include_str!("../../data/iran-s-400.json")).unwrap().document
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn every_card_opens_and_says_what_the_document_says() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let root = visit.driver.find(By::Css("fact-cards")).await?.get_shadow_root().await?;
        for summary in root.find_all(By::Css(".rest > summary")).await? {
            summary.scroll_into_view().await?;
            summary.click().await?;
        }
        let shown = visit.ask(READ_CARDS).await?;
        assert_eq!(shown, expected());
        Ok(())
    });
}

/// The visible text of each open card.
const READ_CARDS: &str = r#"
    const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true });
    const texts = (within, selector) => [...within.querySelectorAll(selector)].filter(seen).map((element) => element.textContent);
    return [...root.querySelectorAll(".card:has(.rest[open])")].map((card) => {
        const numbers = new Set([...card.querySelectorAll("figure")].map(({ dataset }) => dataset.statement).sort());
        return { claim: texts(card, "[part=claim]"), statements: [...numbers].map((number) => {
            const theirs = (part) => texts(card, `figure[data-statement="${number}"] ${part}`);
            // The lead words of a claim are those of the speaker above it, unless the speakers differ.
            const heads = (part) => theirs(part)[0] ?? texts(card, `.who:not(figcaption) ${part}`)[0];
            const same = [...card.querySelectorAll(`figure[data-statement="${number}"] [data-same]`)].flatMap(() => texts(card, "[part=claim]"));
            return { speaker: heads("[part=speaker] bdi"), role: heads("[part=role]"),
                quote: theirs("blockquote.direct .words"), reported: [...theirs("blockquote.reported .words"), ...same] };
        }) };
    });
"#;

fn expected() -> Value {
    let document = document();
    let words = |words: &Option<Words>| words.as_ref().map(|words| words.spans().to_vec()).unwrap_or_default();
    let claims = document.claims.iter().map(|claim| {
        let statements = claim.statements.iter().map(|statement| {
            let speaker = document.speakers.get(statement.speaker.as_ref().unwrap()).unwrap();
            let place: Vec<&str> =
                [speaker.role.as_deref(), speaker.organization.as_deref()].into_iter().flatten().collect();
            // A sentence that is the claim but for its first letter is not printed twice.
            let mut reported = words(&statement.reported);
            if let [only] = reported.as_mut_slice()
                && only[1..] == claim.text[1..]
            {
                only.clone_from(&claim.text);
            }
            json!({
                "speaker": speaker.name,
                "role": place.join(", "),
                "quote": words(&statement.quote),
                "reported": reported,
            })
        });
        json!({ "claim": [claim.text], "statements": statements.collect::<Vec<_>>() })
    });
    claims.collect()
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn quotation_marks_are_around_direct_speech_only_and_are_text() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let marks = "return ['.direct', '.reported'].map((words) => { const { textContent } = root.querySelector(words); \
            return textContent[0] + textContent.at(-1); })";
        let found = visit.ask(marks).await?;
        assert_eq!(found[0], "“”");
        assert_ne!(found[1], "“”");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_claims_address_opens_its_card_and_goes_there() {
    visit(|visit| async move {
        visit.size(360, 740).await?;
        visit.open("/#claim-turkey-is-ready-to-study-the-us-offer").await?;
        // Without scrolling, because a reader who has scrolled is not moved.
        visit.until("root?.querySelector('details[open]')").await?;
        let reached = "const card = root.querySelector('details[open]'); \
            return [root.querySelectorAll('details[open]').length, card?.dataset.claim, \
                Math.round(card?.closest('.card').getBoundingClientRect().top)]";
        let expected = |claim: &str| json!([1, claim, 0]);
        assert_eq!(visit.ask(reached).await?, expected("turkey-is-ready-to-study-the-us-offer"));

        visit.ask("root.querySelector('details[open]').open = false; location.hash = '#claim-ask-the-russian-foreign-ministry'").await?;
        visit.until("root.querySelector('details[open]')").await?;
        assert_eq!(visit.ask(reached).await?, expected("ask-the-russian-foreign-ministry"));

        // By way of another page, because from this one only the hash would change.
        visit.open("/page").await?;
        visit.open("/#claim-nobody-made").await?;
        visit.until_cards().await?;
        assert_eq!(visit.ask("return root.querySelectorAll('details[open]').length").await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_page_works_from_the_top_of_a_site_and_from_below_without_a_word_in_the_console() {
    visit(|visit| async move {
        for path in ["/", "/a/b/"] {
            visit.open(path).await?;
            visit.until_cards().await?;
            assert_eq!(visit.ask("return root.querySelectorAll('details').length").await?, 8);
            assert_eq!(visit.console().await?, [""; 0], "{path}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_is_asked_of_others_and_nothing_is_kept() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let traces = "return [document.cookie, localStorage.length, sessionStorage.length, \
            performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith(location.origin)).length]";
        assert_eq!(visit.ask(traces).await?, json!(["", 0, 0, 0]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn each_file_is_fetched_once() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.until("CSS.highlights.get('fact-cards-passages')?.size").await?;
        let names = "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.replace(/-[0-9a-f]{8,}/, '')).sort()";
        let near = [
            "/fact-cards-article.js",
            "/fact-cards-quotes.wasm",
            "/fact-cards-tools.js",
            "/fact-cards.js",
            "/page.css",
        ];
        assert_eq!(visit.ask(names).await?, json!(near), "the cards came with the page; the rest is for passages");
        visit.ask("document.querySelector('fact-cards').click()").await?;
        visit.until("root.adoptedStyleSheets.length").await?;
        let mut touched = near.to_vec();
        touched.extend(["/fact-cards-embed.js", "/fact-cards.css", "/fact-cards.wasm"]);
        touched.sort();
        assert_eq!(visit.ask(names).await?, json!(touched), "and with them their document");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_scripts_are_forbidden_the_article_and_its_cards_are_there() {
    let no_scripts = json!({ "profile.managed_default_content_settings.javascript": 2 });
    visit_with(no_scripts, |visit: Visit| async move {
        visit.open("/").await?;
        let text = visit.driver.find(By::Css("main")).await?.text().await?;
        for paragraph in document().article.body.unwrap() {
            assert!(text.contains(&paragraph), "{paragraph}");
        }
        let cards = visit.driver.find(By::Css("fact-cards")).await?.get_shadow_root().await?;
        let seen = cards.find(By::Css(".widget")).await?.text().await?;
        for words in [
            "Turkish Foreign Minister",
            "Iranian partners have not yet asked to sell",
            "And Levan Dzhagaryan, reported",
        ] {
            assert!(seen.contains(words), "{words} is not in {seen}");
        }
        // Without scripts nothing would hear these buttons.
        for button in cards.find_all(By::Css("button")).await? {
            assert!(!button.is_displayed().await?, "{}", button.outer_html().await?);
        }
        Ok(())
    });
}
