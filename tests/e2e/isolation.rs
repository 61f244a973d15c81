//! The page's styles do not affect the cards, and the cards' styles do not affect the page.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// Every computed style of every element in the first element's cards, except those that depend on its place in the page.
const STYLES: &str = "document.querySelector('fact-cards').style.cssText = 'display: block; inline-size: 600px'; \
    const placed = /^(perspective-origin|transform-origin|block-size|inline-size|height|width|.*color.*|.*inset.*|top|left|right|bottom)$/; \
    return [...root.querySelectorAll('.widget, .widget *')].map((element) => { const style = getComputedStyle(element); \
        const set = [...style].filter((name) => !placed.test(name) && !name.startsWith('--')).map((name) => `${name}: ${style[name] || style.getPropertyValue(name)}`); \
        return [element.localName + '.' + element.className, ...set]; });";

async fn styles(visit: &Visit, path: &str) -> WebDriverResult<Value> {
    visit.open(path).await?;
    visit.until_cards().await?;
    visit.ask("root.querySelectorAll('details').forEach((card) => (card.open = true))").await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    visit.ask(STYLES).await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_hostile_page_changes_no_style_of_the_cards() {
    visit(|visit| async move {
        let own = styles(&visit, "/demo/strict-policy.html").await?;
        let hostile = styles(&visit, "/demo/hostile-styles.html").await?;
        let (own, hostile) = (own.as_array().unwrap(), hostile.as_array().unwrap());
        assert_eq!(own.len(), hostile.len());
        assert!(own.len() > 40);
        for (own, hostile) in own.iter().zip(hostile) {
            let (own, hostile) = (own.as_array().unwrap(), hostile.as_array().unwrap());
            let differ: Vec<_> = own.iter().zip(hostile).filter(|(own, hostile)| own != hostile).collect();
            assert!(own.len() == hostile.len() && differ.is_empty(), "{}: {differ:?}", own[0]);
        }
        assert_eq!(visit.ask("return [getComputedStyle(document.documentElement).fontSize, getComputedStyle(root.querySelector('.widget')).fontSize]").await?, json!(["40px", "16px"]));
        Ok(())
    });
}

/// What a page may say without knowing of the cards: names for its own colours, on every element and registered, and a line through a text.
const UNAWARE: &str = "if (!window.unaware) for (const name of ['--ink', '--muted', '--rule', '--accent', '--surface', '--sans', '--serif']) \
        CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'lime' }); \
    const sheet = (window.unaware = new CSSStyleSheet()); document.adoptedStyleSheets.push(sheet); \
    sheet.replaceSync('* { --ink: red; --muted: red; --rule: red; --accent: red; --surface: lime; --sans: fantasy; --serif: fantasy } \
        body { text-decoration: line-through red } fact-cards { text-indent: 3em }');";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn names_of_colours_and_a_line_through_the_text_around_them_do_not_get_into_the_cards() {
    visit(|visit| async move {
        visit.open_embed("/water").await?;
        visit.until_cards().await?;
        let cards = visit.driver.find(By::Css("fact-cards")).await?;
        for display in ["block", "flex", "grid"] {
            visit.ask(&format!("document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.unaware); \
                root.host.style.display = '{display}'")).await?;
            let before = cards.screenshot_as_png().await?;
            visit.ask(UNAWARE).await?;
            assert_eq!(
                visit.ask("return getComputedStyle(document.body).getPropertyValue('--ink')").await?,
                "rgb(255, 0, 0)"
            );
            assert!(cards.screenshot_as_png().await? == before, "the cards look otherwise: {display}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_cards_change_no_style_of_the_page() {
    visit(|visit| async move {
        let page = "return JSON.stringify([...document.querySelectorAll('html, head, body, body *:not(fact-cards, fact-cards *)')] \
            .map((element) => [element.localName, ...[...getComputedStyle(element)].filter((name) => !/size|height|width|origin/.test(name)).map((name) => getComputedStyle(element)[name])]))";
        let globals = "return [Object.keys(window).length, document.styleSheets.length, document.adoptedStyleSheets.length, document.documentElement.attributes.length]";
        visit.open("/demo/slow.html").await?;
        // The page has a scroll bar from the beginning, because one that appears later would change the margins.
        visit.ask("document.documentElement.style.overflowY = 'scroll'").await?;
        let before = (visit.ask(page).await?, visit.ask(globals).await?);
        visit.until_cards().await?;
        assert_eq!((visit.ask(page).await?, visit.ask(globals).await?), before);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_run_as_their_own_language_does_whatever_the_pages() {
    visit(|visit| async move {
        visit.open("/demo/right-to-left.html").await?;
        let both = "[...document.querySelectorAll('fact-cards')].every((element) => { element.scrollIntoView(); return element.shadowRoot?.querySelector('details'); })";
        visit.until(both).await?;
        let directions = "return [...document.querySelectorAll('fact-cards')].map(({ shadowRoot }) => \
            ['.cards', '.title', '[part=claim]', '.words'].map((part) => getComputedStyle(shadowRoot.querySelector(part)).direction))";
        assert_eq!(visit.ask(directions).await?, json!([["rtl", "rtl", "rtl", "rtl"], ["ltr", "ltr", "ltr", "ltr"]]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn custom_properties_and_parts_reach_the_cards() {
    visit(|visit| async move {
        visit.open("/bare").await?;
        visit.ask("const sheet = new CSSStyleSheet(); sheet.replaceSync(`fact-cards { --fact-cards-surface: rgb(1, 2, 3); --fact-cards-accent: rgb(4, 5, 6); \
            --fact-cards-ink: rgb(7, 8, 9); --fact-cards-muted: rgb(10, 11, 12); --fact-cards-rule: rgb(13, 14, 15); --fact-cards-font: monospace; \
            --fact-cards-quote-font: cursive; --fact-cards-font-size: 1em; font-size: 20px; --fact-cards-padding: 7px; --fact-cards-min-height: 3000px } \
            ${['card', 'summary', 'claim', 'speaker', 'role', 'quote', 'source', 'actions'].map((part) => `fact-cards::part(${part}) { outline: 1px solid rgb(9, 9, 9) }`).join('')}`); \
            document.adoptedStyleSheets.push(sheet); window.make({ src: '/every-field', open: 'all' })").await?;
        visit.until_cards().await?;
        let set = "const style = (selector) => getComputedStyle(root.querySelector(selector)); const widget = style('.widget'); \
            return [widget.backgroundColor, widget.color, style('.rest > summary').color, style('.role').color, style('.card').borderTopColor, widget.fontFamily, \
                style('.direct').fontFamily, widget.fontSize, widget.paddingTop, getComputedStyle(document.querySelector('fact-cards')).minHeight]";
        let expected = [
            "rgb(1, 2, 3)",
            "rgb(7, 8, 9)",
            "rgb(4, 5, 6)",
            "rgb(10, 11, 12)",
            "rgb(13, 14, 15)",
            "monospace",
            "cursive",
            "20px",
            "7px",
            "3000px",
        ];
        assert_eq!(visit.ask(set).await?, json!(expected));
        let parts = "return ['card', 'summary', 'claim', 'speaker', 'role', 'quote', 'source', 'actions'].filter((part) => \
            getComputedStyle(root.querySelector(`[part=${part}]`)).outlineColor !== 'rgb(9, 9, 9)')";
        assert_eq!(visit.ask(parts).await?, json!([]));
        Ok(())
    });
}
