//! Every control works by touch and by the keyboard alone, is large enough to touch, and is called by a name of its own.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::quotes::{ARTICLE, open_story};

/// What the platform is given to share, and what is put on its clipboard; this browser has no dialog to share with.
const PLATFORM: &str = "window.shared = []; navigator.share = async (given) => { window.shared.push(given); if (window.refusal) throw new DOMException('', window.refusal); }; \
    navigator.clipboard.write = async ([item]) => { window.copied = await (await item.getType('text/plain')).text(); };";

/// The page of the long document, in a browser that can share.
async fn open(visit: &Visit, path: &str) -> WebDriverResult<()> {
    visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PLATFORM })).await?;
    visit.open(path).await?;
    visit.until_cards().await?;
    // Prerendered cards are there at once, and offer to share when the tools have come: a hidden button takes no focus.
    visit.until("getComputedStyle(root.querySelector('.share')).display !== 'none'").await
}

/// What reaches a control, and how to use it.
enum By {
    Touch,
    Keyboard,
}

impl By {
    /// Uses the control that a script finds.
    async fn uses(&self, visit: &Visit, control: &str) -> WebDriverResult<()> {
        match self {
            Self::Touch => {
                let place = format!(
                    "const control = {control}; control.scrollIntoView({{ block: 'center' }}); \
                    const {{ left, top, width, height }} = control.getBoundingClientRect(); return [left + width / 2, top + height / 2]"
                );
                let place = visit.ask(&place).await?;
                let points = json!([{ "x": place[0], "y": place[1] }]);
                let cdp = visit.driver.cdp();
                cdp.send_raw("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": points }))
                    .await?;
                cdp.send_raw("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await?;
            }
            Self::Keyboard => {
                // A long way, but every stop must be reached by the key alone, and none may hold the reader.
                let stops = format!("return root.activeElement === {control}");
                for _ in 0..400 {
                    if visit.ask(&stops).await? == true {
                        visit.press(Key::Enter).await?;
                        return Ok(());
                    }
                    visit.press(Key::Tab).await?;
                }
                panic!("the keyboard does not reach {control}");
            }
        }
        Ok(())
    }
}

/// Uses every kind of control once and looks at what it has done. The document has all of them.
async fn every_control_works(visit: &Visit, by: By) -> WebDriverResult<()> {
    open(visit, "/stress-page").await?;
    let shown = "[...root.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length";

    by.uses(visit, "root.querySelector('.only')").await?;
    visit.until("root.querySelector('.only').ariaPressed === 'true'").await?;
    visit.until(&format!("{shown} < 30")).await?;
    by.uses(visit, "root.querySelector('[data-tool=all]')").await?;
    visit.until(&format!("{shown} === 30")).await?;

    by.uses(visit, "root.querySelector('.overview summary')").await?;
    visit.until("root.querySelector('.overview details').open").await?;

    by.uses(visit, "root.querySelector('.search')").await?;
    visit.until("root.activeElement?.matches('.search')").await?;
    visit.driver.action_chain().send_keys("Boiling").perform().await?;
    visit.until(&format!("{shown} === 1")).await?;
    by.uses(visit, "root.querySelector('[data-tool=all]')").await?;
    visit.until(&format!("{shown} === 30")).await?;

    by.uses(visit, "root.querySelector('[data-tool=open]')").await?;
    visit.until("root.querySelectorAll('.rest[open]').length === 30").await?;
    by.uses(visit, "root.querySelector('[data-tool=close]')").await?;
    visit.until("root.querySelectorAll('.rest[open]').length === 0").await?;

    by.uses(visit, "root.querySelector('.card .all > summary')").await?;
    visit.until("root.querySelector('.card .all').open").await?;
    by.uses(visit, "root.querySelector('.rest > summary')").await?;
    visit.until("root.querySelector('.rest').open").await?;

    by.uses(visit, "root.querySelector('.rest[open] .copy')").await?;
    visit.until("window.copied").await?;
    by.uses(visit, "root.querySelector('.rest[open] .share')").await?;
    visit.until("window.shared.length === 1").await?;
    by.uses(visit, "root.querySelector('.rest[open] a.link:not(.go)')").await?;
    visit.until("location.hash === '#claim-claim-0'").await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn all_work_by_touch() {
    visit(|visit| async move {
        visit.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        visit.size(390, 844).await?;
        every_control_works(&visit, By::Touch).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn copied_words_have_the_comma_of_their_language() {
    visit(|visit| async move {
        for (language, expected) in
            [("en", "— Ada Low, engineer"), ("fa", "— Ada Low، engineer"), ("ja", "— Ada Low、engineer")]
        {
            let document = json!({ "version": 1, "article": { "headline": "H", "language": language },
                "speakers": { "ada": { "name": "Ada Low", "role": "engineer" } },
                "claims": [{ "id": "a", "text": "The water is safe", "statements": [{ "speaker": "ada", "quote": "It is safe" }] }] });
            visit.open("/bare").await?;
            visit.ask(&format!("{PLATFORM} window.make({{ open: 'all' }}).document = {document}")).await?;
            visit.until_cards().await?;
            By::Keyboard.uses(&visit, "root.querySelector('.copy')").await?;
            visit.until("window.copied").await?;
            let line = visit.ask("return window.copied.split('\\n')[1]").await?;
            assert_eq!(line, expected);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn all_work_by_keyboard() {
    visit(|visit| async move { every_control_works(&visit, By::Keyboard).await });
}

/// Goes to the words in the article and back, by touch. By the keyboard, `quotes.rs` does it.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn lead_to_the_passage_and_back_by_touch() {
    visit(|visit| async move {
        visit.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        visit.size(390, 844).await?;
        visit.open("/").await?;
        visit.until_cards().await?;
        By::Touch.uses(&visit, "root.querySelector('.rest > summary')").await?;
        visit.until("root.querySelector('button.go:enabled')").await?;
        By::Touch.uses(&visit, "root.querySelector('button.go:enabled')").await?;
        visit.until("root.querySelector('.way-back:popover-open')").await?;
        let back = "root.querySelector('.way-back button')";
        let lines = format!(
            "const range = new Range(); range.selectNodeContents({back}); const {{ left, right }} = root.querySelector('.way-back').getBoundingClientRect(); \
            return [range.getClientRects().length, left >= 0 && right <= innerWidth]"
        );
        for width in [320, 390] {
            visit.size(width, 844).await?;
            assert_eq!(visit.ask(&lines).await?, json!([1, true]), "the button stands on one line of {width} pixels");
        }
        // It is fixed, so it is not scrolled to.
        let place = visit.ask(&format!("const {{ left, top, width, height }} = {back}.getBoundingClientRect(); return [left + width / 2, top + height / 2]")).await?;
        let points = json!([{ "x": place[0], "y": place[1] }]);
        visit
            .driver
            .cdp()
            .send_raw("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": points }))
            .await?;
        visit
            .driver
            .cdp()
            .send_raw("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }))
            .await?;
        visit.until("!root.querySelector('.way-back')").await?;
        visit.until("root.activeElement?.matches('.go')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_address_shows_its_card_also_where_a_filter_or_a_search_hides_it() {
    visit(|visit| async move {
        open(&visit, "/stress-page").await?;
        let hidden = "root.querySelector('.card[hidden]')";
        let goes = async || -> WebDriverResult<()> {
            // One with others above it, which come back and move it.
            let claim = "const hidden = [...root.querySelectorAll('.card[hidden]')]; \
                return hidden[Math.floor(hidden.length / 2)].querySelector('.rest').dataset.claim";
            let claim = visit.ask(claim).await?;
            let claim = claim.as_str().unwrap();
            visit.ask(&format!("location.hash = '#claim-{claim}'")).await?;
            visit
                .until(
                    "!root.querySelector('.card[hidden]') && !root.querySelector('.showing [role=status]').textContent",
                )
                .await?;
            let card = format!("root.querySelector('[data-claim={claim}]')");
            visit
                .until(&format!("{card}.open && Math.abs({card}.closest('.card').getBoundingClientRect().top) < 80"))
                .await?;
            assert_eq!(visit.ask(&format!("return root.activeElement === {card}.firstElementChild")).await?, true);
            Ok(())
        };
        visit.ask("root.querySelector('.only').click()").await?;
        visit.until(hidden).await?;
        goes().await?;
        visit.ask("root.querySelector('.search').focus()").await?;
        visit.driver.action_chain().send_keys("Boiling").perform().await?;
        visit.until(hidden).await?;
        goes().await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_a_text_to_look_in_no_button_offers_to_go_there() {
    visit(|visit| async move {
        let going = "return root.querySelector('.go').checkVisibility()";
        for (attributes, is_offered) in [("", false), (ARTICLE, true)] {
            open_story(&visit, "<p>“It is so,” he said.", &json!(["It is so"]), &[("attributes", attributes)]).await?;
            assert_eq!(visit.ask(going).await?, is_offered, "{attributes}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn share_gives_the_words_with_their_speaker_and_address() {
    visit(|visit| async move {
        open(&visit, "/").await?;
        let card = "root.querySelector('[data-claim=ask-the-russian-foreign-ministry]')";
        visit.ask(&format!("{card}.open = true; {card}.querySelector('.share').focus()")).await?;
        visit.press(Key::Enter).await?;
        visit.until("window.shared.length").await?;
        let address =
            visit.ask("return location.href.split('#')[0] + '#claim-ask-the-russian-foreign-ministry'").await?;
        let text = "“To get the answer to this question, it would be better to go to the Russian Foreign Ministry.”\n\
            — Vladimir Ermakov, director of the Department of Non-Proliferation and Weapons Control, Russia’s Foreign Ministry";
        let title = "On the talks between Russia and Iran, it would be better to ask the Russian Foreign Ministry";
        assert_eq!(visit.ask("return shared[0]").await?, json!({ "title": title, "text": text, "url": address }));

        // Readers who think better of it are left alone; where the page may not share, the words are copied.
        visit.ask("window.refusal = 'AbortError'").await?;
        visit.press(Key::Enter).await?;
        visit.until("window.shared.length === 2").await?;
        visit.ask("window.refusal = 'NotAllowedError'").await?;
        visit.press(Key::Enter).await?;
        visit.until("window.shared.length === 3 && window.copied").await?;
        visit.until(&format!("{card}.querySelector('.copy').textContent === 'Copied'")).await
    });
}

/// How the button to share is there: whether it is seen, and how wide its row is.
const SHARE: &str = "const all = [...root.querySelectorAll('.share')]; return [all.length > 0, all.some((button) => button.checkVisibility())]";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn to_share_are_there_only_where_the_browser_can() {
    visit(|visit| async move {
        let cannot = "delete Navigator.prototype.share";
        let script =
            visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": cannot })).await?;
        for path in ["/", "/bare"] {
            visit.open(path).await?;
            if path == "/bare" {
                visit.ask("window.make({ src: '/data/iran-s-400.json' })").await?;
            }
            visit.until_cards().await?;
            visit.ask("root.querySelector('[data-claim]').open = true").await?;
            assert_eq!(visit.ask(SHARE).await?, json!([true, false]), "{path}");
        }
        visit
            .driver
            .cdp()
            .send_raw("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] }))
            .await?;

        // Prerendered cards have it before the widget is loaded, so that nothing moves when it comes.
        open(&visit, "/").await?;
        visit.ask("root.querySelector('[data-claim]').open = true").await?;
        assert_eq!(visit.ask("return root.querySelector('style') !== null").await?, true);
        assert_eq!(visit.ask(SHARE).await?, json!([true, true]));
        // A page may do without.
        visit.ask("root.host.style.setProperty('--fact-cards-share', 'none')").await?;
        assert_eq!(visit.ask(SHARE).await?, json!([true, false]));
        Ok(())
    });
}

/// Of all controls that are seen: those that are less than 44 pixels high or 24 wide. Links in a line of text have the height of the line.
const SMALL: &str = "return [...root.querySelectorAll('summary, button, input, .link')].filter((target) => target.checkVisibility()) \
    .map((target) => [target, target.getBoundingClientRect()]).filter(([, { width, height }]) => height < 44 || width < 24) \
    .map(([target, { width, height }]) => [target.outerHTML, width, height])";

/// Of all controls that are seen: the names of buttons that occur twice, those of others that occur twice in one card or in the figure above the
/// cards, and those without a name. Links of one card lead to one place, and may be called the same.
const SAME_NAMES: &str = r#"
const name = (control) => control.ariaLabel ?? control.innerText.trim();
const twice = (names) => [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
const controls = (place) => [...place.querySelectorAll('summary, button, input, .link')].filter((control) => control.checkVisibility());
const cards = [...root.querySelectorAll('.card')];
return [
  ...twice(controls(root).filter((control) => control.matches('button')).map(name)),
  ...cards.flatMap((card) => twice(controls(card).filter(({ href }) => !href).map(name))),
  ...twice(controls(root.querySelector('.overview')).map(name)),
  ...controls(root).filter((control) => !name(control)).map((control) => control.outerHTML),
];"#;

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn are_large_enough_to_touch_and_differ_in_name() {
    visit(|visit| async move {
        for width in [320, 390, 1280] {
            visit.size(width, 844).await?;
            open(&visit, "/stress-page").await?;
            visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
            visit.ask("root.querySelectorAll('.only')[2].click()").await?;
            visit.until("!root.querySelector('[data-tool=all]').hidden").await?;
            assert_eq!(visit.ask(SMALL).await?, json!([]), "{width} px");
            visit.ask("root.querySelector('[data-tool=all]').click()").await?;
            visit.until("root.querySelector('[data-tool=all]').hidden").await?;
            assert_eq!(visit.ask(SMALL).await?, json!([]), "{width} px");
            assert_eq!(visit.ask(SAME_NAMES).await?, json!([]), "{width} px");
        }
        Ok(())
    });
}

/// What is cut, or lies on other text. `root` has every visible text; each line of text counts with the height of its small letters.
const SQUEEZED: &str = r#"
// Words that are cut have places in the browser, although nothing of them is painted.
const isCut = (element) => element.closest('.over') && getComputedStyle(element.closest('.over')).contentVisibility === 'hidden';
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden') && !isCut(element);
const cut = [...root.querySelectorAll('.widget *')].filter(seen)
  .filter((element) => getComputedStyle(element).overflow !== 'visible' && !element.matches('.portrait, img'))
  .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
  .map((element) => `cut: ${element.outerHTML.slice(0, 80)}`);
const wide = root.host.getBoundingClientRect();
const lines = [];
const walker = document.createTreeWalker(root.querySelector('.widget'), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (!node.data.trim() || !seen(node.parentElement)) continue;
  const range = new Range();
  range.selectNodeContents(node);
  const height = parseFloat(getComputedStyle(node.parentElement).fontSize) * 0.5;
  for (const { left, right, top, bottom, width } of range.getClientRects()) {
    if (width < 1) continue;
    const middle = (top + bottom) / 2;
    lines.push({ left, right, top: middle - height / 2, bottom: middle + height / 2, text: node.data.trim().slice(0, 30), node });
  }
}
const isOut = ({ left, right }) => left < wide.left - 1 || right > wide.right + 1;
// A space at the end of a line may hang over the edge: nobody sees it.
const hasWordOut = ({ node }) => [...node.data.matchAll(/\S+/g)].some(({ 0: word, index }) => {
  const range = new Range();
  range.setStart(node, index);
  range.setEnd(node, index + word.length);
  return [...range.getClientRects()].some(isOut);
});
const out = lines.filter(isOut).filter(hasWordOut).map(({ text }) => `outside: ${text}`);
lines.sort((one, other) => one.top - other.top);
const over = [];
lines.forEach((line, at) => {
  for (let next = at + 1; next < lines.length && lines[next].top < line.bottom; next++) {
    const other = lines[next];
    if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2) over.push(`${line.text} is over ${other.text}`);
  }
});
const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
if (lines.length < 100) over.push('hardly any text was seen');
return [...cut, ...out, ...over, ...sideways].slice(0, 10);"#;

/// What WCAG 1.4.12 asks of readers who need more space between letters, words, lines and paragraphs.
const SPACED: &str = "const sheet = new CSSStyleSheet(); \
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }'); \
    root.adoptedStyleSheets.push(sheet)";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn and_texts_have_room_at_320_pixels_with_wide_spacing_and_large_letters() {
    visit(|visit| async move {
        // 320 pixels are also what is left of 1280 at 400 percent.
        for (width, height) in [(320, 256), (390, 844), (1280, 900)] {
            visit.size(width, height).await?;
            for (lang, dir) in [("en", "ltr"), ("de", "ltr"), ("ar", "rtl")] {
                open(&visit, &format!("/stress-page?lang={lang}&dir={dir}")).await?;
                let place = format!("{width} px, {lang}");
                assert_eq!(visit.ask(SQUEEZED).await?, json!([]), "{place}, closed");
                visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
                assert_eq!(visit.ask(SQUEEZED).await?, json!([]), "{place}, open");
                visit.ask(SPACED).await?;
                assert_eq!(visit.ask(SQUEEZED).await?, json!([]), "{place}, open, with wide spacing");
                visit.ask("root.querySelectorAll('.rest').forEach((details) => (details.open = false))").await?;
                assert_eq!(visit.ask(SQUEEZED).await?, json!([]), "{place}, closed, with wide spacing");
                visit.ask("root.host.style = '--fact-cards-font-size: 32px'").await?;
                assert_eq!(visit.ask(SQUEEZED).await?, json!([]), "{place}, with letters of twice the size");
            }
        }
        Ok(())
    });
}

/// The test above can fail: a row without room is noticed.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn and_texts_without_room_are_noticed() {
    visit(|visit| async move {
        visit.size(320, 700).await?;
        open(&visit, "/stress-page").await?;
        for (style, expected) in [
            (".claim { overflow: hidden; white-space: nowrap; }", "cut: "),
            (".role { margin-top: -1em; }", " is over "),
            (".words { white-space: nowrap; }", "outside: "),
        ] {
            visit
                .ask(&format!(
                    "const sheet = new CSSStyleSheet(); sheet.replaceSync({}); root.adoptedStyleSheets.push(sheet)",
                    json!(style)
                ))
                .await?;
            let found: Value = visit.ask(SQUEEZED).await?;
            assert!(found.to_string().contains(expected), "{style}: {found}");
            visit.ask("root.adoptedStyleSheets.pop()").await?;
        }
        Ok(())
    });
}
