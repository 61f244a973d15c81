//! Nothing moves, nothing overflows, and every control is large enough to tap.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};

/// Every layout shift so far, in the units of the Layout Instability API, with what has moved from where to where. What moves by a small part of
/// a pixel, as rounding makes it, does not count: a line of text that moves by one pixel scores about 0.00003.
pub const SHIFTS: &str = "const done = arguments[arguments.length - 1]; \
    const seen = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '); \
    const source = ({ node, previousRect, currentRect }) => [node?.className ?? node?.textContent, seen(previousRect), seen(currentRect)]; \
    new PerformanceObserver((list) => done(list.getEntries().filter(({ value }) => value > 1e-5).map(({ value, sources }) => [value, sources.map(source)]))) \
        .observe({ type: 'layout-shift', buffered: true }); \
    setTimeout(() => done([]), 500)";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_shifts_while_the_page_loads() {
    visit(|visit| async move {
        for (width, height) in [(360, 740), (800, 1000), (1280, 900)] {
            visit.size(width, height).await?;
            // At the top, and for a reader who comes back to where the cards are.
            for at in ["/", "/#cards", "/article?embeds=1"] {
                visit.open("/page").await?;
                visit.open(at).await?;
                visit.until_cards().await?;
                let shifts = visit.driver.execute_async(SHIFTS, vec![]).await?.json().clone();
                assert_eq!(shifts, json!([]), "{width} px, {at}");
            }
        }
        Ok(())
    });
}

/// The same without what follows within half a second of a touch or a key: what a reader opens moves what is below.
fn unasked_shifts() -> String {
    SHIFTS.replace("({ value }) => value > 1e-5", "({ value, hadRecentInput }) => value > 1e-5 && !hadRecentInput")
}

/// A line with 200 KB a second, and 150 milliseconds until an answer begins.
async fn slow_line(visit: &Visit) -> WebDriverResult<()> {
    let cdp = visit.driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
    cdp.send_raw("Network.emulateNetworkConditions", line).await.map(drop)
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_shifts_on_a_slow_line_while_cards_are_opened_found_and_taken_over() {
    visit(|visit| async move {
        slow_line(&visit).await?;
        for (width, height) in [(390, 844), (1280, 900)] {
            visit.size(width, height).await?;
            visit.open("/page").await?;
            visit.open("/#cards").await?;
            visit.until_cards().await?;
            visit.ask("root.querySelector('.rest > summary').focus()").await?;
            visit.press(Key::Enter).await?;
            visit.until("root.querySelector('.rest').open").await?;
            assert_eq!(
                visit.ask("return root.querySelector('style') !== null").await?,
                true,
                "the cards are the prerendered ones"
            );
            visit.until("root.querySelector('button.go:enabled')").await?;
            // The widget takes over as soon as the reader is elsewhere.
            visit.ask("root.activeElement.blur()").await?;
            visit.until("!root.querySelector('style')").await?;
            visit.until("root.querySelector('.rest').open && root.querySelector('button.go:enabled')").await?;
            let shifts = visit.driver.execute_async(&unasked_shifts(), vec![]).await?.json().clone();
            assert_eq!(shifts, json!([]), "{width} px");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_shifts_on_a_slow_line_where_the_page_has_reserved_the_height() {
    visit(|visit| async move {
        slow_line(&visit).await?;
        visit.size(390, 2400).await?;
        visit.open("/article?embeds=1").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelector('.rest > summary').focus()").await?;
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('.rest').open").await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let shifts = visit.driver.execute_async(&unasked_shifts(), vec![]).await?.json().clone();
        assert_eq!(shifts, json!([]));
        Ok(())
    });
}

/// The tests above can fail: a line of text that appears late is noticed.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_shift_is_noticed() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelector('.card').before(Object.assign(document.createElement('p'), { textContent: 'late' }))").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert_ne!(visit.driver.execute_async(&unasked_shifts(), vec![]).await?.json(), &json!([]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_sticks_out_from_320_to_1600_pixels() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelector('button').click()").await?;
        for width in [320, 360, 600, 959, 960, 1280, 1600] {
            visit.size(width, 900).await?;
            let overflow =
                visit.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
            assert_eq!(overflow, 0, "{width} px");
        }
        Ok(())
    });
}

/// The words of names that stand on more than one line, and how far the page is wider than its window.
const BROKEN: &str = "const parts = []; \
    for (const name of root.querySelectorAll('.speaker-name, .speaker, .alone')) { \
        const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT); \
        for (let node; (node = walker.nextNode()); ) for (const { index, 0: word } of node.data.matchAll(/[^\\s-]+-?/g)) { \
            const range = new Range(); range.setStart(node, index); range.setEnd(node, index + word.length); \
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))); \
            if (lines.size > 1) parts.push(word); } } \
    return [parts, document.documentElement.scrollWidth - document.documentElement.clientWidth]";

/// Nothing fits beside a portrait in large letters on a narrow screen; the name then stands below it.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn names_are_broken_between_words_and_nothing_sticks_out_at_320_pixels() {
    visit(|visit| async move {
        for (language, direction) in [("en", "ltr"), ("ar", "rtl")] {
            visit.open(&format!("/stress-page?lang={language}&dir={direction}")).await?;
            visit.until_cards().await?;
            visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
            for (width, letters) in [(320, 16), (320, 24), (360, 16), (768, 32)] {
                visit.size(width, 900).await?;
                visit.ask(&format!("root.host.style.setProperty('--fact-cards-font-size', '{letters}px')")).await?;
                assert_eq!(visit.ask(BROKEN).await?, json!([[], 0]), "{language}, {width} px, letters of {letters} px");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn everything_that_can_be_touched_is_44_pixels_high() {
    visit(|visit| async move {
        visit.size(360, 740).await?;
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelectorAll('details').forEach((card) => (card.open = true))").await?;
        let small = "return [...root.querySelectorAll('summary, button, .link')].filter((target) => target.checkVisibility()) \
            .filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML)";
        assert_eq!(visit.ask(small).await?, json!([]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_stand_beside_the_text_where_there_is_room_and_after_it_where_there_is_not() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        let place = "const text = document.querySelector('.text').getBoundingClientRect(); \
            const cards = document.querySelector('fact-cards').getBoundingClientRect(); \
            return [cards.left >= text.right, cards.top >= text.bottom]";
        visit.size(1280, 900).await?;
        assert_eq!(visit.ask(place).await?, json!([true, false]));
        visit.size(360, 740).await?;
        assert_eq!(visit.ask(place).await?, json!([false, true]));
        Ok(())
    });
}

/// The languages of the widget's own words.
fn languages() -> Vec<String> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/languages")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".properties").map(str::to_owned)).collect()
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_title_stands_on_one_line_at_320_pixels_in_every_language() {
    visit(|visit| async move {
        visit.size(320, 700).await?;
        visit.open("/stress-page").await?;
        visit.until_cards().await?;
        for language in languages() {
            visit.ask(&format!("root.host.lang = {language:?}")).await?;
            visit.until(&format!("root.querySelector('.cards').lang.toLowerCase() === {language:?}")).await?;
            let lines = "const range = new Range(); range.selectNodeContents(root.querySelector('.title')); \
                return range.getClientRects().length";
            assert_eq!(visit.ask(lines).await?, 1, "{language}");
        }
        Ok(())
    });
}
