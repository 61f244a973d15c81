//! Nothing moves, nothing overflows, and every control is large enough to tap.

use crate::browser::visit;
use serde_json::json;

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
