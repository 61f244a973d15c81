//! The article opens its cards: words that are found in it are underlined, and a touch shows the card beside them.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::violations;
use crate::browser::{Visit, visit};
use crate::layout::SHIFTS;
use crate::quotes::{ARTICLE, OPEN_ALL, address_of_story, visit_story};

/// The attributes of an element whose words are underlined before it is used.
const EARLY: &str = "article=\"#story\" passages=early";

/// The words that are underlined, in the order of the article.
const UNDERLINED: &str = "[...(CSS.highlights?.get('fact-cards-passages') ?? [])].map((range) => range.toString())";

/// The line below the words of a highlight, as this browser has understood the style sheet.
const LINE: &str = "[...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]) \
    .filter(({ selectorText }) => selectorText?.includes(`(${name})`)) \
    .reduce((line, { style }) => ({ ...line, ...Object.fromEntries([...style].map((part) => [part, style.getPropertyValue(part)])) }), {})";

/// The sheet, if one is open.
const SHEET: &str =
    "[...(root?.children ?? [])].find((child) => child.shadowRoot)?.shadowRoot.querySelector('.sheet:popover-open')";

/// What the sheet shows, and what is marked in the article.
const STATE: &str = "return sheet && { claim: sheet.querySelector('.claim').textContent, \
    position: sheet.querySelector('[role=status]').firstChild.textContent, focus: sheet.getRootNode().activeElement?.className, \
    marked: [...(CSS.highlights.get('fact-cards-passage') ?? [])].join('') }";

impl Visit {
    async fn underlined(&self) -> WebDriverResult<Value> {
        self.ask(&format!("return {UNDERLINED}")).await
    }

    async fn until_underlined(&self, words: &[&str]) -> WebDriverResult<()> {
        self.until(&format!("JSON.stringify({UNDERLINED}) === {:?}", json!(words).to_string())).await
    }

    async fn sheet(&self) -> WebDriverResult<Value> {
        self.ask(&format!("const sheet = {SHEET}; {STATE}")).await
    }

    async fn until_sheet(&self, marked: &str) -> WebDriverResult<()> {
        let marked = format!("{SHEET} && [...CSS.highlights.get('fact-cards-passage')].join('') === {marked:?}");
        self.until(&marked).await
    }

    async fn until_no_sheet(&self) -> WebDriverResult<()> {
        self.until(&format!("!({SHEET}) && !CSS.highlights.has('fact-cards-passage')")).await
    }

    /// The middle of the first line that has these words in the page, in the window.
    async fn place(&self, words: &str) -> WebDriverResult<(i64, i64)> {
        let find = format!(
            "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
             for (let node; (node = walker.nextNode()); ) {{ \
                 const at = node.data.indexOf({words:?}); if (at < 0) continue; \
                 const range = new Range(); range.setStart(node, at); range.setEnd(node, at + {}); \
                 const [{{ left, top, width, height }}] = range.getClientRects(); \
                 return [Math.round(left + width / 2), Math.round(top + height / 2)]; }}",
            words.encode_utf16().count()
        );
        let place = self.ask(&find).await?;
        Ok((place[0].as_i64().unwrap(), place[1].as_i64().unwrap()))
    }

    /// Waits for the sheet of a passage that begins so.
    pub async fn until_sheet_of(&self, words: &str) -> WebDriverResult<()> {
        self.until(&format!("{SHEET} && [...CSS.highlights.get('fact-cards-passage')].join('').startsWith({words:?})"))
            .await
    }

    /// Clicks on these words with the mouse.
    pub async fn click_words(&self, words: &str) -> WebDriverResult<()> {
        let (x, y) = self.place(words).await?;
        self.driver.action_chain().move_to(x, y).click().perform().await
    }

    /// Touches these words with a finger.
    async fn tap_words(&self, words: &str) -> WebDriverResult<()> {
        let (x, y) = self.place(words).await?;
        self.tap(x, y).await
    }

    async fn tap(&self, x: i64, y: i64) -> WebDriverResult<()> {
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        let cdp = self.driver.cdp();
        cdp.send_raw("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await?;
        cdp.send_raw("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await.map(drop)
    }

    /// Clicks a button of the sheet.
    async fn click_sheet(&self, button: &str) -> WebDriverResult<()> {
        let place = format!(
            "const {{ left, top, width, height }} = {SHEET}.querySelector('{button}').getBoundingClientRect(); \
             return [Math.round(left + width / 2), Math.round(top + height / 2)]"
        );
        let place = self.ask(&place).await?;
        let (x, y) = (place[0].as_i64().unwrap(), place[1].as_i64().unwrap());
        self.driver.action_chain().move_to(x, y).click().perform().await
    }
}

const STORY: &str = "<div class=tall></div><p>“It is so and not otherwise,” he said.<p>“We will see what comes,” she \
    answered.<div class=tall></div><p>“Nobody has asked us yet,” they added.<div class=tall></div>";

/// Goes to the story, with the words of its first paragraph in sight.
async fn read_story(visit: &Visit, attributes: &str) -> WebDriverResult<()> {
    let quotes = json!(["We will see what comes", "It is so and not otherwise", "Nobody has asked us yet"]);
    visit_story(visit, STORY, &quotes, &[("attributes", attributes)]).await?;
    visit.ask("document.querySelector('#story p').scrollIntoView({ block: 'center' })").await?;
    visit.ask("window.before = [scrollY, document.querySelector('#story').outerHTML]").await.map(drop)
}

const ALL: [&str; 3] = ["It is so and not otherwise", "We will see what comes", "Nobody has asked us yet"];

const IS_AS_BEFORE: &str =
    "return [scrollY, document.querySelector('#story').outerHTML].every((now, index) => now === before[index])";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_line_below_a_passage_is_dotted_until_it_is_shown() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        let styles = ["fact-cards-passages", "fact-cards-passage-hover", "fact-cards-passage"];
        for (name, style) in styles.into_iter().zip(["dotted", "solid", "solid"]) {
            let line = visit.ask(&format!("const name = {name:?}; return {LINE}")).await?;
            assert_eq!(line["text-decoration-line"], "underline", "{name}: {line}");
            assert_eq!(line["text-decoration-style"], style, "{name}: {line}");
            assert_eq!(line["text-decoration-thickness"], "2px", "{name}: {line}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_click_on_a_passage_opens_its_card_and_escape_leads_back_to_the_pixel() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        visit.ask("addEventListener('fact-cards-passage', ({ detail }) => (window.told = detail))").await?;
        for leave in ["Escape", ".close"] {
            visit.click_words("not otherwise").await?;
            visit.until_sheet("It is so and not otherwise").await?;
            let opened = json!({ "claim": "Claim 1", "position": "1 / 3", "focus": null, "marked": ALL[0] });
            assert_eq!(visit.sheet().await?, opened);
            assert_eq!(visit.ask("return told").await?, json!({ "claim": "claim-1", "statement": 0 }));
            assert_eq!(visit.underlined().await?, json!(ALL[1..]), "the passage that is marked is not underlined, too");
            assert_eq!(visit.ask(IS_AS_BEFORE).await?, true, "nothing moves, and the page is not changed");
            // The last passage is far below.
            for _ in 0..2 {
                visit.click_sheet(".next").await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            visit.until_sheet("Nobody has asked us yet").await?;
            assert_eq!(visit.sheet().await?["position"], "3 / 3");
            assert_ne!(visit.ask("return scrollY - before[0]").await?, 0);
            if leave == "Escape" {
                visit.press(Key::Escape).await?;
            } else {
                visit.click_sheet(leave).await?;
            }
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask(IS_AS_BEFORE).await?, true, "{leave}");
            assert_eq!(visit.underlined().await?, json!(ALL));
        }
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_has_scrolled_on_or_touches_something_else_stays_there() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        for leave in ["Escape", "elsewhere"] {
            visit.click_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            visit.ask("scrollBy({ top: 40, behavior: 'instant' }); window.there = scrollY").await?;
            if leave == "Escape" {
                visit.press(Key::Escape).await?;
            } else {
                visit.click_words("she answered").await?;
            }
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask("return scrollY - there").await?, 0, "{leave}");
        }
        // A touch of another passage shows that one's card.
        visit.click_words("not otherwise").await?;
        visit.until_sheet(ALL[0]).await?;
        visit.click_words("We will see").await?;
        visit.until_sheet(ALL[1]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_never_opens_over_a_link_a_button_a_field_or_a_selection() {
    visit(|visit| async move {
        let story = "<p>“It is <a href='#elsewhere'>a link</a> here <button type=button>a button</button> <b>and bold</b>, my friend,” he said.";
        let quotes = json!(["It is a link here", "and bold, my friend"]);
        visit_story(&visit, story, &quotes, &[("attributes", EARLY)]).await?;
        visit.ask("scrollTo(0, 0)").await?;
        visit.until_underlined(&["It is ", "a link", " here", "and bold", ", my friend"]).await?;
        visit.click_words("a link").await?;
        visit.click_words("a button").await?;
        visit.click_words("he said").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(visit.ask("return location.hash").await?, "#elsewhere", "the link works");
        assert_eq!(visit.sheet().await?, Value::Null);
        // While something is selected, and with the click that drops the selection.
        visit.ask("getSelection().selectAllChildren(document.querySelector('#story p'))").await?;
        visit.click_words("my friend").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(visit.sheet().await?, Value::Null);
        // Another element covers it.
        visit.ask("const cover = document.createElement('div'); cover.id = 'cover'; cover.style = 'position: fixed; inset: 0'; document.body.append(cover)").await?;
        visit.click_words("my friend").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(visit.sheet().await?, Value::Null);
        visit.ask("document.querySelector('#cover').remove()").await?;
        visit.click_words("bold").await?;
        visit.until_sheet("and bold, my friend").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn only_words_that_are_surely_found_are_underlined() {
    visit(|visit| async move {
        let story = "<p>“Turkey can buy Patriot systems in the future,” he said. We shall all see it. We shall all see it. \
            <span style='opacity: 0'>It is hidden from all</span>";
        let quotes = json!([
            "Turkey can buy Patriot missiles in the future",
            "Nobody has ever said anything like that",
            "We shall all see it",
            "It is hidden from all",
            "can buy Patriot systems"
        ]);
        visit_story(&visit, story, &quotes, &[("attributes", EARLY)]).await?;
        visit.until_underlined(&["can buy Patriot systems"]).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(visit.underlined().await?, json!(["can buy Patriot systems"]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn passages_can_be_switched_off_and_readers_who_save_data_open_a_card_first() {
    visit(|visit| async move {
        let loaded = format!("return {FINDERS}");
        let off = format!("{ARTICLE} passages=off");
        let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
        let quotes = json!([ALL[0]]);
        for (attributes, script) in [(off.as_str(), ""), (EARLY, saving)] {
            visit_story(&visit, STORY, &quotes, &[("attributes", attributes), ("script", script)]).await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert_eq!(visit.ask(&loaded).await?, 0, "{attributes} {script}");
            visit.ask(OPEN_ALL).await?;
            visit.until("root.querySelector('.go:enabled')").await?;
            if script == saving {
                visit.until_underlined(&ALL[..1]).await?;
            }
            visit.ask("document.querySelector('fact-cards').setAttribute('passages', 'off')").await?;
            visit.until_underlined(&[]).await?;
            visit.ask("document.querySelector('fact-cards').removeAttribute('passages')").await?;
            visit.until_underlined(&ALL[..1]).await?;
        }
        Ok(())
    });
}

/// How many files were loaded that look for words in the page.
const FINDERS: &str =
    "performance.getEntriesByType('resource').filter(({ name }) => /article-|quotes-/.test(name)).length";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_that_the_widget_draws_underline_their_words_once_they_are_used() {
    visit(|visit| async move {
        let quotes = json!([ALL[0], ALL[1]]);
        let press = |part: &str| format!("root.querySelector('{part}').click()");
        // To close all cards opens none.
        for used in [press("[data-tool=close]"), press(".rest > summary")] {
            visit_story(&visit, STORY, &quotes, &[("attributes", ARTICLE)]).await?;
            // The browser has been idle for long.
            tokio::time::sleep(Duration::from_millis(800)).await;
            assert_eq!(visit.ask(&format!("return {FINDERS}")).await?, 0, "before {used}");
            visit.ask(&used).await?;
            visit.until_underlined(&ALL[..2]).await?;
            // What is drawn later is underlined, too, although that was not used.
            visit
                .ask(
                    "document.querySelector('fact-cards').document = { version: 1, article: { headline: 'Story' }, \
                speakers: {}, claims: [{ id: 'a', text: 'A', statements: [{ quote: 'It is so' }] }] }",
                )
                .await?;
            visit.until_underlined(&["It is so"]).await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_script_switches_the_passages_of_prerendered_cards_on_before_any_is_opened() {
    visit(|visit| async move {
        let host = "document.querySelector('fact-cards')";
        visit.open(&address_of_story(STORY, &json!([ALL[0]]), &[("cards", "now")])).await?;
        visit.ask(&format!("{host}.setAttribute('passages', 'off'); {host}.scrollIntoView()")).await?;
        tokio::time::sleep(Duration::from_millis(800)).await;
        assert_eq!(visit.ask(&format!("return {FINDERS}")).await?, 0);
        visit.ask(&format!("{host}.removeAttribute('passages')")).await?;
        visit.until_underlined(&ALL[..1]).await?;
        assert_eq!(visit.ask(&format!("return {}", crate::browser::CARDS_WASM)).await?, 0);
        // Cards of another document, which the widget draws, have other passages.
        visit
            .ask(&format!(
                "{host}.document = {{ version: 1, article: {{ headline: 'Story' }}, speakers: {{}}, \
                claims: [{{ id: 'claim-0', text: 'A', statements: [{{ quote: 'We will see what comes' }}] }}] }}"
            ))
            .await?;
        visit.until_underlined(&ALL[1..2]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_removed_leaves_nothing_and_what_changes_is_read_again() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        visit.ask("document.querySelectorAll('#story p')[1].textContent = 'We will not see what comes.'").await?;
        visit.until_underlined(&[ALL[0], ALL[2]]).await?;
        visit.click_words("not otherwise").await?;
        visit.until_sheet(ALL[0]).await?;
        visit.ask("window.element = document.querySelector('fact-cards'); element.remove()").await?;
        visit.until("!CSS.highlights.has('fact-cards-passages') && !CSS.highlights.has('fact-cards-passage')").await?;
        visit.ask("document.body.append(element)").await?;
        visit.until_underlined(&[ALL[0], ALL[2]]).await?;
        // Cards of another document have other passages.
        visit
            .ask(
                "element.document = { version: 1, article: { headline: 'Story' }, speakers: {}, \
            claims: [{ id: 'a', text: 'A', statements: [{ quote: 'It is so' }] }] }",
            )
            .await?;
        visit.until_underlined(&["It is so"]).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_keyboard_steps_through_passages_and_gets_its_focus_back() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        visit.ask("const link = document.createElement('button'); link.id = 'mine'; link.textContent = 'Mine'; document.querySelector('header').append(link); \
            link.focus({ preventScroll: true }); window.before[0] = scrollY").await?;
        // Screen readers click without a pointer, in the middle of the text that they read.
        let (x, y) = visit.place("not otherwise").await?;
        visit
            .ask(&format!(
                "document.querySelector('#story p').dispatchEvent(new MouseEvent('click', \
            {{ bubbles: true, composed: true, cancelable: true, detail: 0, clientX: {x}, clientY: {y} }}))"
            ))
            .await?;
        visit.until_sheet(ALL[0]).await?;
        assert_eq!(visit.sheet().await?["focus"], "widget sheet");
        let focus = "return root.activeElement.shadowRoot.activeElement.className";
        for _ in 0..9 {
            visit.press(Key::Tab).await?;
            if visit.ask(focus).await? == "next" {
                break;
            }
        }
        for marked in &ALL[1..] {
            assert_eq!(visit.ask(focus).await?, "next");
            visit.press(Key::Enter).await?;
            visit.until_sheet(marked).await?;
        }
        assert_eq!(visit.ask(focus).await?, "previous", "the last passage has no next one");
        visit.press(Key::Escape).await?;
        visit.until_no_sheet().await?;
        assert_eq!(visit.ask("return document.activeElement.id").await?, "mine");
        assert_eq!(visit.ask("return scrollY - before[0]").await?, 0);
        Ok(())
    });
}

/// What is in the way of a reader: parts of the sheet outside the window, small buttons, and the passage under the sheet.
const OBSTACLES: &str = "const found = []; const box = sheet.getBoundingClientRect(); \
    if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight) found.push(['outside', box]); \
    if (sheet.scrollWidth > sheet.clientWidth) found.push('wide'); \
    for (const button of sheet.querySelectorAll('button:not([hidden])')) { const { width, height } = button.getBoundingClientRect(); \
        if (button.checkVisibility() && (height < 44 || width < 30)) found.push([button.className, width, height]); } \
    for (const range of CSS.highlights.get('fact-cards-passage')) for (const line of range.getClientRects()) \
        if (line.bottom > box.top && line.top < box.bottom && line.right > box.left && line.left < box.right || line.top < 0 || line.bottom > innerHeight) found.push(['covered', line.top, box.top]); \
    return found";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_is_beside_its_passage_and_never_over_it_and_axe_finds_no_violation() {
    visit(|visit| async move {
        for (width, height, where_to) in [(320, 640, "below"), (800, 700, "corner"), (1280, 900, "beside")] {
            visit.size(width, height).await?;
            for scheme in ["light", "dark"] {
                visit.scheme(scheme).await?;
                visit.open("/").await?;
                visit.until_cards().await?;
                visit.until(&format!("{UNDERLINED}.length >= 8")).await?;
                visit
                    .ask("scrollTo(0, 0); document.querySelectorAll('.text p')[5].scrollIntoView({ block: 'end' })")
                    .await?;
                visit.click_words("In our view").await?;
                visit.until(SHEET).await?;
                for step in 0..4 {
                    let obstacles = visit.ask(&format!("const sheet = {SHEET}; {OBSTACLES}")).await?;
                    assert_eq!(obstacles, json!([]), "{width} {scheme}, {step} steps");
                    visit.click_sheet(".next").await?;
                    tokio::time::sleep(Duration::from_millis(150)).await;
                }
                assert_eq!(visit.ask(&format!("return {SHEET}.dataset.place")).await?, where_to, "{width}");
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme}");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn on_a_phone_a_tap_opens_and_closes_the_sheet() {
    visit(|visit| async move {
        let metrics = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        visit.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        visit.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        // Safari on phones may send no click.
        for swallow in [
            "",
            "addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true, signal: (window.over = new AbortController()).signal }); \
            document.querySelector('#story').addEventListener('touchend', (event) => event.preventDefault(), { signal: over.signal })",
        ] {
            visit.ask(swallow).await?;
            visit.tap_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            assert_eq!(visit.ask(&format!("return {SHEET}.dataset.place")).await?, "below");
            visit.tap_words("he said").await?;
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask(IS_AS_BEFORE).await?, true);
        }
        visit.ask("over.abort()").await?;
        // A finger that moves scrolls the page.
        let (x, y) = visit.place("not otherwise").await?;
        let touch = |kind: &str, y: i64| json!({ "type": kind, "touchPoints": if kind == "touchEnd" { json!([]) } else { json!([{ "x": x, "y": y }]) } });
        for event in [touch("touchStart", y), touch("touchMove", y - 60), touch("touchEnd", 0)] {
            visit.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
        }
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(visit.sheet().await?, Value::Null);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn prerendered_cards_open_from_the_article_before_the_widget_is_loaded() {
    visit(|visit| async move {
        let core = format!("return {}", crate::browser::CARDS_WASM);
        visit.size(1280, 900).await?;
        visit.open("/").await?;
        visit.until(&format!("{UNDERLINED}.length >= 8")).await?;
        visit.ask("window.before = document.querySelector('article').outerHTML").await?;
        visit.click_words("According to our data").await?;
        visit.until(SHEET).await?;
        assert_eq!(visit.ask(&core).await?, 0);
        assert_eq!(visit.sheet().await?["focus"], Value::Null);
        assert_eq!(visit.ask("return document.querySelector('article').outerHTML === before").await?, true);
        // A touch inside loads the widget, which draws the cards anew. The sheet stays.
        visit.ask("document.querySelector('fact-cards').addEventListener('fact-cards-ready', () => (window.isReady = true))").await?;
        visit.ask(&format!("const sheet = {SHEET}; sheet.querySelector('.claim').click()")).await?;
        visit.until("window.isReady").await?;
        assert_eq!(visit.sheet().await?["position"], "3 / 12");
        let shifts = visit.driver.execute_async(SHIFTS, vec![]).await?.json().clone();
        assert_eq!(shifts, json!([]));
        visit.click_sheet(".next").await?;
        visit.until(&format!("({SHEET}).querySelector('[role=status]').textContent.startsWith('4 / 12')")).await?;
        visit.press(Key::Escape).await?;
        visit.until_no_sheet().await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_shifts_when_passages_are_found_and_a_link_in_the_sheet_leads_to_the_card() {
    visit(|visit| async move {
        for (width, height) in [(360, 740), (1280, 900)] {
            visit.size(width, height).await?;
            read_story(&visit, EARLY).await?;
            visit.until_underlined(&ALL).await?;
            let shifts = visit.driver.execute_async(SHIFTS, vec![]).await?.json().clone();
            assert_eq!(shifts, json!([]), "{width}");
            visit.click_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            visit.click_sheet("a.link").await?;
            visit.until_no_sheet().await?;
            visit.until("root.querySelector('[data-claim=claim-1]').open").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_in_the_closed_part_of_a_card_are_shown_with_their_own_speaker_and_can_be_copied() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.until(&format!("{UNDERLINED}.length >= 12")).await?;
        visit.ask("document.querySelectorAll('.text p')[2].scrollIntoView({ block: 'center' })").await?;
        visit.click_words("Earlier, the same").await?;
        visit.until(SHEET).await?;
        let shown = format!(
            "const sheet = {SHEET}; return [...sheet.querySelectorAll('.speaker, .claim, .words')].map((part) => part.textContent)"
        );
        assert_eq!(
            visit.ask(&shown).await?,
            json!([
                "Levan Dzhagaryan",
                "Iran has not ordered Russian S-400 air defense systems",
                "Earlier, the same statement had been made by the Russian ambassador to Iran, Levan Dzhagaryan."
            ])
        );
        assert_eq!(
            visit
                .ask(&format!("const sheet = {SHEET}; return sheet.querySelectorAll('[id], [data-claim]').length"))
                .await?,
            0
        );
        visit.click_sheet(".copy").await?;
        visit.until(&format!("({SHEET}).querySelector('.copy').textContent === 'Copied'")).await
    });
}

/// The words are marked in the article, right beside the sheet; so is the sentence around them.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_repeats_neither_the_words_that_were_touched_nor_their_sentence() {
    visit(|visit| async move {
        let story = [
            "“It is so and not otherwise,” he said this morning.",
            "“We will see what comes,” she answered him.",
            "She would not say when she wants to decide.",
            "He has known that for a year, as he admits.",
            "The others were waiting for a sign, they say.",
        ];
        let claims = json!([{ "id": "a", "text": "A claim", "statements": [
            { "quote": "It is so and not otherwise", "reported": "has known that for a year" },
            { "quote": "We will see what comes", "reported": "would not say when she wants to decide" },
            { "reported": "were waiting for a sign" },
        ] }, { "id": "b", "text": "Another", "statements": [{ "reported": "this morning" }] }]);
        let (claims, body) = (claims.to_string(), json!(story).to_string());
        let given = [("attributes", EARLY), ("claims", &claims), ("body", &body)];
        visit_story(&visit, &format!("<p>{}", story.join("<p>")), &json!([]), &given).await?;
        visit.ask("scrollTo(0, 0)").await?;
        visit.until(&format!("{UNDERLINED}.length === 6")).await?;
        let shown = format!(
            "const sheet = {SHEET}; return [...sheet.querySelectorAll('.quote, .context')].filter((part) => part.checkVisibility()).map(({{ textContent }}) => textContent)"
        );
        for (touched, shows) in [
            ("It is so and", json!(["In their own words", "Reported: has known that for a year"])),
            (
                "We will see what comes",
                json!(["In their own words", "Reported: would not say when she wants to decide"]),
            ),
            ("would not say when", json!(["“We will see what comes”", "Reported"])),
            ("has known that", json!(["Reported"])),
            ("were waiting", json!(["Reported"])),
            ("this morning", json!(["Reported"])),
        ] {
            visit.click_words(touched).await?;
            visit.until_sheet_of(touched).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            assert_eq!(visit.ask(&shown).await?, shows, "{touched}");
        }
        Ok(())
    });
}

/// The article is right beside the sheet, so it is not named as the source. What the sheet says instead is what the words are, and what else there is
/// of their speaker.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_says_whose_words_they_are_and_how_many_other_cards_the_speaker_has() {
    visit(|visit| async move {
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.until(&format!("{UNDERLINED}.length >= 12")).await?;
        let shown = format!(
            "const sheet = {SHEET}; return [...sheet.querySelectorAll('.quote, .others, .detail')].filter((part) => part.checkVisibility()).map(({{ textContent }}) => textContent)"
        );
        let others = "4 more cards with this speaker";
        for (words, expected) in [
            ("To get the answer", vec!["In their own words", "1 more card with this speaker"]),
            ("Our position remains", vec!["In their own words", others]),
            ("Earlier, the same", vec!["Reported"]),
            ("Ankara is participating", vec!["The article reports this in its own words", others]),
        ] {
            let place = format!(
                "[...document.querySelectorAll('.text p')].find((part) => part.textContent.includes({words:?})).scrollIntoView({{ block: 'center' }})"
            );
            visit.ask(&place).await?;
            visit.click_words(words).await?;
            visit.until_sheet_of(words).await?;
            assert_eq!(visit.ask(&shown).await?, json!(expected));
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_leads_to_all_cards_of_the_speaker() {
    visit(|visit| async move {
        for width in [390, 1280] {
            visit.size(width, 844).await?;
            visit.open("/").await?;
            visit.until_cards().await?;
            visit.until(&format!("{UNDERLINED}.length >= 12")).await?;
            // Another speaker's row is pressed.
            visit.ask("root.querySelector('.only[aria-label*=Ermakov]').click()").await?;
            visit.until("root.querySelectorAll('.card[hidden]').length === 6").await?;
            visit.ask("document.querySelectorAll('.text p')[5].scrollIntoView({ block: 'center' })").await?;
            visit.click_words("Our position remains").await?;
            visit.until_sheet_of("Our position remains").await?;
            visit.click_sheet(".others").await?;
            visit.until_no_sheet().await?;
            visit.until("root.querySelectorAll('.card[hidden]').length === 3").await?;
            let row = "root.querySelector('.only[aria-label*=Kalin]')";
            assert_eq!(
                visit.ask(&format!("return [{row}.ariaPressed, root.activeElement === {row}]")).await?,
                json!(["true", true])
            );
            visit.until("(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(root.querySelector('.showing').getBoundingClientRect())").await?;
        }
        Ok(())
    });
}

/// A page with the story, and one card on which Ada Low affirms what Bo Lind denies; he says something else, too.
async fn visit_who_differ(visit: &Visit) -> WebDriverResult<()> {
    let said =
        |speaker: &str, stance: &str, quote: &str| json!({ "speaker": speaker, "stance": stance, "quote": quote });
    let statements = [said("ada", "affirms", ALL[0]), said("bo", "denies", ALL[1]), said("bo", "denies", ALL[2])];
    let document = json!({ "version": 1, "article": { "headline": "H", "language": "en" },
        "speakers": { "ada": { "name": "Ada Low" }, "bo": { "name": "Bo Lind" } },
        "claims": [{ "id": "safe", "text": "The water is safe", "correction": { "text": "It was Bo." }, "statements": statements }] });
    visit.open("/bare").await?;
    visit
        .ask(&format!(
            "document.body.insertAdjacentHTML('afterbegin', {:?}); const cards = window.make(); \
        cards.setAttribute('article', '#story'); cards.setAttribute('passages', 'early'); cards.document = {document}",
            format!("<div id=story>{STORY}</div>")
        ))
        .await?;
    visit.until_cards().await?;
    visit.until_underlined(&ALL).await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_names_its_speaker_once() {
    visit(|visit| async move {
        visit_who_differ(&visit).await?;
        visit.scroll_to(ALL[1], 100).await?;
        visit.click_words(ALL[1]).await?;
        visit.until_sheet(ALL[1]).await?;
        let names = format!("return {SHEET}.innerText.split('Bo Lind').length - 1");
        assert_eq!(visit.ask(&names).await?, 1);
        Ok(())
    });
}

/// What is said of “it” would come before the claim, and a correction before what it corrects.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_says_whose_words_they_are_then_the_claim_and_then_the_rest() {
    visit(|visit| async move {
        visit_who_differ(&visit).await?;
        for (words, says) in
            [(ALL[0], "Ada Low affirms it"), (ALL[1], "Bo Lind denies it"), (ALL[2], "Bo Lind denies it")]
        {
            visit.scroll_to(words, 100).await?;
            visit.click_words(words).await?;
            visit.until_sheet(words).await?;
            let parts = format!(
                "return [...{SHEET}.querySelectorAll('.portrait, .speaker, .claim, .note-title, .quote')].filter((part) => part.checkVisibility()).slice(0, 5).map((part) => part.textContent || part.classList[0])"
            );
            let expected = json!(["portrait", says, "The water is safe", "Correction", "In their own words"]);
            assert_eq!(visit.ask(&parts).await?, expected, "{words}");
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
        }
        Ok(())
    });
}

/// A shadow is not seen there, and the article has the same ground.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn in_the_dark_the_sheet_has_an_edge() {
    visit(|visit| async move {
        for width in [390, 1280] {
            visit.size(width, 844).await?;
            read_story(&visit, &format!("{EARLY} theme=dark")).await?;
            visit.until_underlined(&ALL).await?;
            visit.click_words(ALL[0]).await?;
            visit.until_sheet(ALL[0]).await?;
            let edges = format!(
                "const style = getComputedStyle({SHEET}); \
                const light = (color) => {{ const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => (part / 255) ** 2.2); return 0.2126 * red + 0.7152 * green + 0.0722 * blue; }}; \
                return ['Top', 'Left'].filter((side) => parseFloat(style[`border${{side}}Width`])) \
                    .map((side) => (light(style[`border${{side}}Color`]) + 0.05) / (light(style.backgroundColor) + 0.05) > 3)"
            );
            assert_eq!(visit.ask(&edges).await?, if width == 390 { json!([true]) } else { json!([true, true]) });
        }
        Ok(())
    });
}

/// Also where the words are of the part of the card that opens.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_says_that_others_contradict_the_words() {
    visit(|visit| async move {
        visit_who_differ(&visit).await?;
        // Whoever is named above is not named again on the line that opens the card.
        assert_eq!(visit.ask("return root.querySelector('.rest > summary').textContent").await?, "And one more");
        for words in ALL {
            visit.scroll_to(words, 100).await?;
            visit.click_words(words).await?;
            visit.until_sheet(words).await?;
            let differ = format!(
                "return [...{SHEET}.querySelectorAll('.faces + .speaker')].filter((part) => part.checkVisibility()).map(({{ textContent }}) => textContent)"
            );
            assert_eq!(visit.ask(&differ).await?, json!(["Two speakers differ"]), "{words}");
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
        }
        Ok(())
    });
}

impl Visit {
    /// Scrolls the page until these words are at this height of the window.
    async fn scroll_to(&self, words: &str, y: i64) -> WebDriverResult<()> {
        let (_, at) = self.place(words).await?;
        self.ask(&format!("scrollBy({{ top: {}, behavior: 'instant' }})", at - y)).await.map(drop)
    }

    /// Where the sheet is: its left and right edge, its upper edge, and what kind of place it is.
    async fn box_of_sheet(&self) -> WebDriverResult<(f64, f64, f64, String)> {
        let found = self.ask(&format!("const sheet = {SHEET}; const {{ left, right, top }} = sheet.getBoundingClientRect(); return [left, right, top, sheet.dataset.place]")).await?;
        let number = |index: usize| found[index].as_f64().unwrap();
        Ok((number(0), number(1), number(2), found[3].as_str().unwrap().to_owned()))
    }
}

/// An article that scrolls in a box of its own, which is as large as the window.
const IN_A_BOX: &str = "<style>#box { position: fixed; inset: 0; overflow: auto; background: white } #box p { max-width: 600px }</style><div id=box>";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_that_scrolls_in_a_box_takes_its_sheet_along_and_keeps_the_readers_place() {
    visit(|visit| async move {
        let story = format!("{IN_A_BOX}{STORY}");
        for (width, where_to) in [(390, "below"), (1280, "beside")] {
            visit.size(width, 844).await?;
            visit_story(&visit, &story, &json!(ALL), &[("attributes", EARLY)]).await?;
            visit.until_underlined(&ALL).await?;
            // On a phone, the sheet covers this place, and the window cannot be scrolled.
            visit.ask("document.body.style.overflow = 'hidden'; window.box = document.querySelector('#box'); \
                document.querySelector('#story p').scrollIntoView({ block: 'end' }); box.scrollBy(0, 20); window.before = box.scrollTop").await?;
            visit.click_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            let (.., top, kind) = visit.box_of_sheet().await?;
            assert_eq!(kind, where_to);
            let (_, y) = visit.place("not otherwise").await?;
            assert!(kind == "beside" || y + 12 < top as i64, "the words are at {y}, the sheet begins at {top}");
            // Who does not scroll comes back, whatever the sheet has scrolled.
            visit.click_sheet(".next").await?;
            visit.until_sheet(ALL[1]).await?;
            visit.click_sheet(".next").await?;
            visit.until_sheet(ALL[2]).await?;
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask("return box.scrollTop - before").await?, 0, "{width}");

            visit.click_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            let (.., top, _) = visit.box_of_sheet().await?;
            visit.ask("box.scrollBy({ top: 150, behavior: 'instant' }); window.there = box.scrollTop").await?;
            let gone = if kind == "beside" { 150.0 } else { 0.0 };
            visit.until(&format!("Math.abs({SHEET}.getBoundingClientRect().top - {}) < 2", top - gone)).await?;
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask("return box.scrollTop - there").await?, 0, "{width}: who has scrolled on stays there");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn beside_a_column_of_640_pixels_the_sheet_covers_no_text() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        for direction in ["ltr", "rtl"] {
            let story = format!(
                "<style>body {{ max-width: 640px }} #story {{ direction: {direction} }}</style><p>“It is so and not otherwise,” he said, and went home after that.\
                <table style='width: 100%'><tr><td>We will see what comes<td>Ben Hart, mayor of the town<td>Ada Low, engineer</table>\
                <div style='display: grid; grid-template-columns: 1fr 1fr'><p>Nobody has asked us yet<p>Other words stand here</div>"
            );
            visit_story(&visit, &story, &json!(ALL), &[("attributes", EARLY)]).await?;
            visit.ask("scrollTo(0, 0)").await?;
            visit.until_underlined(&ALL).await?;
            let column = "const { left, right } = document.querySelector('#story').getBoundingClientRect(); return [left, right, document.documentElement.clientWidth]";
            let column = visit.ask(column).await?;
            let [from, to, end] = [0, 1, 2].map(|index| column[index].as_f64().unwrap());
            for words in &ALL {
                visit.click_words(&words[..12]).await?;
                visit.until_sheet(words).await?;
                let (left, right, top, kind) = visit.box_of_sheet().await?;
                assert_eq!(kind, "beside");
                assert!(
                    (left >= to + 16.0 || right <= from - 16.0) && left >= 16.0 && right <= end - 16.0,
                    "{left} {right}, beside {from} to {to}"
                );
                assert!((280.0..=320.0).contains(&(right - left)), "{left} to {right}");
                let (_, y) = visit.place(&words[..12]).await?;
                assert!((top - y as f64).abs() < 30.0, "{top}, but the words are at {y}");
                assert_eq!(visit.ask(&format!("const sheet = {SHEET}; {OBSTACLES}")).await?, json!([]));
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_passage_that_is_higher_than_the_window_moves_only_if_the_touched_line_is_covered() {
    visit(|visit| async move {
        let quote = (0..420).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ");
        let story = format!(
            "<style>body {{ max-width: 600px }}</style><div class=tall></div><p>“{quote}”, she said.<div class=tall></div>"
        );
        for width in [390, 800, 1280] {
            visit.size(width, 844).await?;
            visit_story(&visit, &story, &json!([quote]), &[("attributes", EARLY)]).await?;
            visit.until_underlined(&[&quote]).await?;
            for words in ["word4 ", "word250", "word417"] {
                visit.scroll_to(words, 200).await?;
                visit.ask("window.there = scrollY").await?;
                visit.click_words(words).await?;
                visit.until_sheet_of("word0 ").await?;
                assert_eq!(visit.ask("return scrollY - there").await?, 0, "{width}, {words}");
                let (.., top, kind) = visit.box_of_sheet().await?;
                assert!(kind != "beside" || (150.0..250.0).contains(&top), "{top}, beside the line that was touched");
                visit.press(Key::Escape).await?;
                visit.until_no_sheet().await?;
                assert_eq!(visit.ask("return scrollY - there").await?, 0, "{width}, {words}, Escape");
            }
            // This line is below the upper edge of the sheet, unless that is beside the text.
            visit.scroll_to("word250", 780).await?;
            visit.ask("window.there = scrollY").await?;
            visit.click_words("word250").await?;
            visit.until_sheet_of("word0 ").await?;
            let (left, _, top, kind) = visit.box_of_sheet().await?;
            let (x, y) = visit.place("word250").await?;
            let moved = visit.ask("return scrollY - there").await?.as_f64().unwrap();
            if kind != "beside" {
                let space = top - y as f64;
                assert!((12.0..60.0).contains(&space), "no more than is needed: {space} above the sheet");
            } else {
                assert_eq!(moved, 0.0, "{width}: {x} {y}, beside {left} {top}");
            }
            visit.press(Key::Escape).await?;
            visit.until_no_sheet().await?;
            assert_eq!(visit.ask("return scrollY - there").await?, 0);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_goes_with_its_passage_and_counts_those_that_are_left() {
    visit(|visit| async move {
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        visit.click_words("We will see").await?;
        visit.until_sheet(ALL[1]).await?;
        assert_eq!(visit.sheet().await?["position"], "2 / 3");
        let enabled = format!(
            "const sheet = {SHEET}; return ['.previous', '.next'].map((name) => !sheet.querySelector(name).disabled)"
        );
        visit.ask("document.querySelectorAll('#story p')[2].remove()").await?;
        visit.until(&format!("{SHEET}.querySelector('[role=status]').textContent.startsWith('2 / 2')")).await?;
        assert_eq!(visit.ask(&enabled).await?, json!([true, false]));
        // Only the text goes, so that nothing else in the page could move.
        visit.ask("window.there = scrollY; document.querySelectorAll('#story p')[1].firstChild.data = '“We shall see,” she answered.'").await?;
        visit.until_no_sheet().await?;
        assert_eq!(visit.ask("return scrollY - there").await?, 0);
        visit.until_underlined(&ALL[..1]).await?;
        visit.click_words("not otherwise").await?;
        visit.until_sheet(ALL[0]).await?;
        visit.ask("document.querySelector('#story').remove()").await?;
        visit.until_no_sheet().await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_reads_on_is_not_sent_back_by_a_window_that_becomes_higher_or_by_a_second_touch() {
    visit(|visit| async move {
        visit.size(390, 700).await?;
        read_story(&visit, EARLY).await?;
        visit.until_underlined(&ALL).await?;
        // The sheet covers this place: the words move up by no more than is needed.
        visit.scroll_to("not otherwise", 650).await?;
        visit.click_words("not otherwise").await?;
        visit.until_sheet(ALL[0]).await?;
        let (.., top, _) = visit.box_of_sheet().await?;
        let (_, y) = visit.place("not otherwise").await?;
        assert!((12.0..60.0).contains(&(top - y as f64)), "the words are at {y}, the sheet begins at {top}");
        // The passage goes behind the sheet. When a reader scrolls, phones hide the bar with the address.
        visit.ask("scrollBy({ top: -100, behavior: 'instant' }); window.there = scrollY").await?;
        visit.size(390, 760).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(visit.ask("return scrollY - there").await?, 0);

        visit.scroll_to("We will see", 100).await?;
        visit.ask("window.there = scrollY").await?;
        visit.click_words("We will see").await?;
        visit.until_sheet(ALL[1]).await?;
        assert_eq!(visit.ask("return scrollY - there").await?, 0, "nothing moves under the finger");
        visit.press(Key::Escape).await?;
        visit.until_no_sheet().await?;
        assert_eq!(visit.ask("return scrollY - there").await?, 0, "back to where the second passage was touched");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_has_its_buttons_at_once_and_copies_the_words_that_were_touched() {
    visit(|visit| async move {
        let story = [
            "“It is so and not otherwise,” he said this morning.",
            "“We will see what comes,” she answered him.",
            "She would not say when she wants to decide.",
            "“Nobody has asked us yet,” they added.",
        ];
        let claims = json!([
            { "id": "a", "text": "A claim", "statements": [{ "quote": ALL[0] }] },
            { "id": "b", "text": "B claim", "statements": [
                { "quote": ALL[1], "reported": "would not say when she wants to decide" },
                { "quote": ALL[2] },
            ] },
        ]);
        let (claims, body) = (claims.to_string(), json!(story).to_string());
        let given = [("attributes", EARLY), ("claims", &claims), ("body", &body)];
        visit_story(&visit, &format!("<p>{}", story.join("<p>")), &json!([]), &given).await?;
        visit.ask("scrollTo(0, 0); navigator.clipboard.write = async ([item]) => { window.copied = await (await item.getType('text/plain')).text(); }").await?;
        visit.until(&format!("{UNDERLINED}.length === 4")).await?;
        for (touched, marked, shown, copied) in [
            ("not otherwise", ALL[0], json!([]), "“It is so and not otherwise”"),
            ("We will see", ALL[1], json!(["would not say when she wants to decide"]), "“We will see what comes”"),
            (
                "would not say",
                "would not say when she wants to decide",
                json!([]),
                "Reported: would not say when she wants to decide",
            ),
            ("Nobody has", ALL[2], json!([]), "“Nobody has asked us yet”"),
        ] {
            visit.click_words(touched).await?;
            visit.until_sheet(marked).await?;
            let words = format!(
                "return [...{SHEET}.querySelectorAll('.words')].filter((words) => words.checkVisibility()).map(({{ textContent }}) => textContent)"
            );
            assert_eq!(visit.ask(&words).await?, shown, "{touched}");
            visit.ask("window.copied = undefined").await?;
            visit.click_sheet(".copy").await?;
            visit.until("window.copied").await?;
            assert_eq!(visit.ask("return copied.split('\\n')[0]").await?, copied);
        }
        // What else the card says can still be opened: the sentence of the article, and what others say.
        visit.click_words("We will see").await?;
        visit.until_sheet(ALL[1]).await?;
        visit.click_sheet(".rest > summary").await?;
        visit.until(&format!("({SHEET}).querySelector('.rest .context')?.checkVisibility()")).await?;
        assert_eq!(visit.console().await?, [""; 0]);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_sheet_breaks_no_word_of_its_buttons_where_letters_are_large() {
    visit(|visit| async move {
        for width in [320, 390, 1280] {
            visit.size(width, 844).await?;
            read_story(&visit, EARLY).await?;
            visit.until_underlined(&ALL).await?;
            visit.ask("root.host.style = '--fact-cards-font-size: 32px'").await?;
            visit.click_words("not otherwise").await?;
            visit.until_sheet(ALL[0]).await?;
            let lines = "const lines = (part) => { const range = new Range(); range.selectNodeContents(part); return range.getClientRects().length; }";
            let found = format!(
                "{lines}; const sheet = {SHEET}; return [lines(sheet.querySelector('.previous')), lines(sheet.querySelector('.next')), sheet.scrollWidth <= sheet.clientWidth, sheet.getBoundingClientRect().right <= innerWidth]"
            );
            assert_eq!(visit.ask(&found).await?, json!([1, 1, true, true]), "{width}");
        }
        Ok(())
    });
}
