//! The editor for everybody: by keyboard alone, by touch, in colours that somebody needs; and what survives when something fails.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::editor::{SELECT, click, letter, opened, outputs, paste};
use crate::editor_begin::paste_text;

/// Presses Tab until an element with this text has the focus.
async fn tab_to(visit: &Visit, text: &str) -> WebDriverResult<()> {
    for _ in 0..80 {
        let focused = "return (document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()";
        if visit.ask(focused).await?.as_str().is_some_and(|focused| focused.starts_with(text)) {
            return Ok(());
        }
        visit.press(Key::Tab).await?;
    }
    panic!("Tab does not reach {text}");
}

/// The claims in their order, and the decision about each.
async fn order(visit: &Visit) -> WebDriverResult<Vec<String>> {
    let ids = visit.ask("return [...document.querySelectorAll('.card')].map(({ id }) => id)").await?;
    Ok(ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_are_moved_merged_and_split_by_keyboard_alone() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "j").await?;
        visit.until("document.querySelector('#card-1.is-open')").await?;
        tab_to(&visit, "Move up").await?;
        visit.press(Key::Enter).await?;
        visit.until("document.querySelector('.list').firstElementChild.id == 'card-1'").await?;
        assert_eq!(order(&visit).await?[..3], ["card-1", "card-0", "card-2"]);
        // The focus is still in the card, so that it can be moved back at once.
        tab_to(&visit, "Move down").await?;
        visit.press(Key::Enter).await?;
        visit.until("document.querySelector('.list').firstElementChild.id == 'card-0'").await?;
        tab_to(&visit, "Merge with the card above").await?;
        visit.press(Key::Enter).await?;
        visit
            .until("!document.querySelector('#card-1') && document.querySelectorAll('#card-0 .statement').length == 2")
            .await?;
        visit.until("document.activeElement.id == 'card-0'").await?;
        tab_to(&visit, "Make it a new card").await?;
        visit.press(Key::Enter).await?;
        visit
            .until("document.querySelectorAll('.card').length == 7 && document.activeElement.matches('.card.is-open')")
            .await?;
        // The letters still work, and all of it can be undone.
        letter(&visit, "a").await?;
        visit.until("document.querySelector('.card.is-accepted')").await?;
        for _ in 0..5 {
            visit.driver.action_chain().key_down(Key::Control).send_keys("z").key_up(Key::Control).perform().await?;
        }
        visit.until("document.querySelector('.tools .sign').disabled").await?;
        assert_eq!(order(&visit).await?, (0..7).map(|number| format!("card-{number}")).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn fingers_decide_and_choose_words() {
    visit(|visit| async move {
        let metrics = json!({ "width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": true });
        visit.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        visit.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        tap(&visit, ".decide button").await?;
        visit
            .until("document.querySelector('#card-0.is-accepted') && document.querySelector('#card-1.is-open')")
            .await?;
        tap(&visit, "[data-panel=article]").await?;
        visit.until("document.querySelector('.shows-article')").await?;
        tap(&visit, "mark[data-card='3']").await?;
        visit.until("document.querySelector('mark.is-current')?.dataset.card == '3'").await?;
        // A long press selects a word; the handles at its ends, which only a phone has, make it longer.
        visit.driver.execute(SELECT, vec![json!("Meanwhile, Turkey has a firm intention")]).await?;
        visit.until("document.querySelector('.toolbar')").await?;
        let small = visit
            .ask("return [...document.querySelectorAll('.toolbar button')].filter((button) => button.offsetHeight < 24).length")
            .await?;
        assert_eq!(small, 0);
        tap(&visit, ".toolbar button[aria-keyshortcuts=Q]").await?;
        tap(&visit, "[data-panel=cards]").await?;
        visit.until("document.querySelector('.card.is-open .quote')?.textContent.includes('Meanwhile, Turkey')").await
    });
}

/// How long an element stays where it is before it is touched.
const STILL: std::time::Duration = std::time::Duration::from_millis(150);

/// Touches an element with a finger, once it no longer moves: after a decision, the editor brings the next card into view.
async fn tap(visit: &Visit, selector: &str) -> WebDriverResult<()> {
    visit.until(&format!("document.querySelector({})", json!(selector))).await?;
    let place = format!(
        "const element = document.querySelector({}); element.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
         const {{ left, top, width, height }} = element.getClientRects()[0]; return [left + width / 2, top + height / 2]",
        json!(selector)
    );
    let script = place;
    let mut place = visit.ask(&script).await?;
    loop {
        tokio::time::sleep(STILL).await;
        let before = std::mem::replace(&mut place, visit.ask(&script).await?);
        if before == place {
            break;
        }
    }
    let cdp = visit.driver.cdp();
    let start = json!({ "type": "touchStart", "touchPoints": [{ "x": place[0], "y": place[1] }] });
    cdp.send_raw("Input.dispatchTouchEvent", start).await?;
    cdp.send_raw("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await.map(drop)
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_forced_colours_nothing_is_told_by_colour_alone() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('mark.is-accepted') && document.querySelector('mark.is-proposed')").await?;
        let line = |class: &str| {
            format!("return getComputedStyle(document.querySelector('mark.{class}')).textDecorationStyle")
        };
        assert_eq!(visit.ask(&line("is-accepted")).await?, "solid");
        assert_eq!(visit.ask(&line("is-proposed")).await?, "dotted");
        visit.driver.execute(SELECT, vec![json!("Meanwhile, Turkey has a firm intention")]).await?;
        visit.until("document.querySelector('b.is-chosen')").await?;
        let colors = "const color = (element) => getComputedStyle(element).backgroundColor; \
            return color(document.querySelector('b.is-chosen')) != color(document.querySelector('.sheet'))";
        assert_eq!(visit.ask(colors).await?, true);
        // What is pressed and what is current has an edge of its own.
        let current = "return getComputedStyle(document.querySelector('.tabs [aria-current]')).borderBlockEndStyle";
        assert_eq!(visit.ask(current).await?, "solid");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_trap_of_the_wasm_is_told_and_the_work_survives_it() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('\"accepted\"'))").await?;
        // What a browser reports when a wasm traps.
        visit.ask("const script = document.createElement('script'); script.textContent = `reportError(new WebAssembly.RuntimeError('unreachable'))`; document.body.append(script)").await?;
        visit
            .until("document.querySelector('.stopped[role=alert]')?.textContent.includes('Your work is kept')")
            .await?;
        click(&visit, ".stopped button").await?;
        visit.until("!document.querySelector('.stopped') && document.querySelector('#card-0.is-accepted')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn ratings_are_published_as_claim_review() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        letter(&visit, "k").await?;
        visit.until("document.querySelector('#card-0.is-open')").await?;
        click(&visit, "#card-0 .more summary").await?;
        for (label, value) in [
            ("Review: by", "Check Desk"),
            ("Review: rating in words", "False"),
            ("Review: web address", "https://check.example/1"),
            ("Review: date", "2019-02-20"),
        ] {
            let field = format!(
                "const label = [...document.querySelectorAll('#card-0 .field')].find((field) => field.textContent.startsWith({})); \
                 label.querySelector('input').focus()",
                json!(label)
            );
            visit.ask(&field).await?;
            visit.driver.action_chain().send_keys(value).perform().await?;
            visit.press(Key::Tab).await?;
        }
        click(&visit, "[data-panel=publish]").await?;
        visit.until("document.querySelectorAll('textarea.code').length == 5").await?;
        let texts = outputs(&visit).await?;
        let document = document::decode::decode(&texts[2]).unwrap().document;
        let made = serde_json::to_value(schema_org::claim_reviews(&document)).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&texts[4]).unwrap(), made);
        assert!(texts[4].contains("Check Desk") && texts[4].contains("\"False\""), "{}", texts[4]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_preview_is_as_readers_get_it() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.querySelector('details')").await?;
        let width = "return Math.round(document.querySelector('.stand').getBoundingClientRect().width)";
        let column = visit.ask(width).await?;
        click(&visit, ".preview .choice button").await?;
        visit.until("document.querySelector('.stand.is-phone')").await?;
        assert_eq!(visit.ask(width).await?, 360);
        assert!(column.as_u64() > Some(360), "{column}");
        visit.ask("const choice = document.querySelector('.preview select'); choice.value = 'de'; choice.dispatchEvent(new Event('change', { bubbles: true }))").await?;
        visit.until("root?.textContent.includes('Wer hat was gesagt')").await?;
        // From the card to its words in the article beside it.
        visit
            .ask("root.querySelector('details').open = true; root.querySelector('.rest')?.setAttribute('open', '')")
            .await?;
        // The button can be pressed from the moment when the words are found.
        visit.until("window.go = [...root.querySelectorAll('button:enabled')].find((button) => button.textContent.includes('Zur Textstelle'))").await?;
        visit.ask("document.querySelector('.article').scrollTo(0, 9999); go.click()").await?;
        visit.until("document.querySelector('.article').scrollTop < 600").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_typed_stays_where_it_was_typed() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        // Real keys, which go wherever the focus is.
        click(&visit, "#card-0 .claim").await?;
        visit.press(Key::End).await?;
        visit.driver.action_chain().send_keys(" near").perform().await?;
        visit
            .until("document.activeElement.id == 'sentence-0' && document.activeElement.value.includes('near')")
            .await?;
        assert_eq!(visit.ask("return document.querySelectorAll('.is-accepted, .is-rejected').length").await?, 0);
        // What stands in a field that was not left is kept, too.
        visit.ask("document.querySelector('#card-0 input.name').focus(); document.activeElement.select()").await?;
        visit.driver.action_chain().send_keys("Ada Low").perform().await?;
        visit.driver.refresh().await?;
        visit.until("document.querySelector('#card-0 input.name')?.value == 'Ada Low'").await?;
        // Right before the desk is left, too.
        letter(&visit, "a").await?;
        visit.ask("document.querySelector('.masthead .quiet').click()").await?;
        click(&visit, ".kept .draft").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await?;
        // A letter decides nothing where no card is seen.
        click(&visit, "[data-panel=publish]").await?;
        visit.until("document.querySelector('.output')").await?;
        visit.ask("document.activeElement.blur()").await?;
        letter(&visit, "r").await?;
        click(&visit, "[data-panel=cards]").await?;
        visit.until("!document.querySelector('.is-rejected')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_stands_in_a_field_is_kept_when_the_browser_goes_back() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        visit.until("location.hash.length > 1 && document.querySelector('#who-0-0')").await?;
        visit.ask("document.querySelector('#who-0-0').focus(); document.activeElement.select()").await?;
        visit.driver.action_chain().send_keys("Ada Low").perform().await?;
        visit.driver.back().await?;
        visit.until("document.querySelector('#source') && location.hash == ''").await?;
        visit.driver.forward().await?;
        visit.until("document.querySelector('#who-0-0')?.value == 'Ada Low'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_focus_stays_at_a_speaker_whose_note_goes_when_the_name_is_typed() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        let article = "The water\n\nAda Low, an engineer, was at the river.\n\n“We will test the water again on Monday,” she said.";
        paste_text(&visit, "", article).await?;
        visit.until("document.querySelector('#card-0 .statement .notes button')").await?;
        visit.ask("document.querySelector('#who-0-0').focus(); document.activeElement.select()").await?;
        visit.driver.action_chain().send_keys("Ben Hart").send_keys(Key::Tab).perform().await?;
        visit.until("!document.querySelector('#card-0 .statement .notes button')").await?;
        visit.until("document.activeElement.id == 'who-0-0'").await?;
        // Where the focus finds its place, it stays there, and a touch beside the field leaves it.
        visit.press(Key::Tab).await?;
        visit.until("document.activeElement.closest('#card-0') && document.activeElement.id != 'who-0-0'").await?;
        visit.ask("document.querySelector('#who-0-0').focus(); document.activeElement.blur()").await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        visit.until("document.activeElement == document.body").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_storage_the_editor_works_and_says_so() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })").await?;
        paste(&visit).await?;
        visit.until("document.querySelector('.notice button')").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}
