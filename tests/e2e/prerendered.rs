//! Prerendered cards: without any script, and when the widget takes them over.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use axum::extract::Query;
use axum::response::{Html, IntoResponse, Response};
use fact_cards::ui::Opening;
use prerender::{Form, Setting, prerender};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility::{spoken, violations};
use crate::browser::{CARDS_WASM, Visit, visit, visit_unfinished};
use crate::host::streaming;
use crate::quotes::address_of_story;

const EVERY_FIELD: &str = include_str!("every-field.json");
const IRAN: &str = include_str!("../../data/iran-s-400.json");
const DATES: &str = include_str!("dates.json");

/// A page with prerendered cards: of the `document`, `open` as asked, with the widget `from` a folder or `none`, and with the HTML
/// `altered` on its way.
pub async fn page(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let asked = |name: &str| asked.get(name).map(String::as_str);
    let json = match asked("document") {
        Some("iran") => IRAN.to_owned(),
        Some("dates") => DATES.to_owned(),
        _ => EVERY_FIELD.to_owned(),
    };
    let setting = Setting {
        open: asked("open").and_then(Opening::read).unwrap_or_default(),
        lang: asked("lang").map(str::to_owned),
        src: Some("/named/embedded".to_owned()),
        ..Setting::default()
    };
    let element = prerender(&json, &setting, Form::Element).unwrap().html;
    let element = altered(element, asked("altered").unwrap_or_default());
    let head = asked("head").unwrap_or_default();
    let script = match asked("from") {
        Some("none") => String::new(),
        from => format!("<script type=\"module\" async src=\"{}/fact-cards.js\"></script>", from.unwrap_or_default()),
    };
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<title>Host</title>
<link rel="icon" href="data:,">
<style>body {{ font: 20px/1.5 serif; }}</style>
<script>
  window.events = [];
  for (const name of ["ready", "error", "toggle"])
    addEventListener(`fact-cards-${{name}}`, (event) => window.events.push({{ name, ...event.detail }}));
</script>
{script}
{head}
<main>
<h1>Host</h1>
<p><a id="before" href="/elsewhere">Before.</a></p>
{element}
<p id="after">After.</p>
</main>"#
    ))
}

/// The page of the article's cards, of which the second half, from `pause` on, comes a second later.
pub async fn streamed(Query(asked): Query<HashMap<String, String>>) -> Response {
    let pause = asked["pause"].clone();
    let Html(page) = page(Query(HashMap::from([("document".to_owned(), "iran".to_owned())]))).await;
    // The widget is there before the cards are.
    let another = if asked.contains_key("alone") { "" } else { "<fact-cards src=\"/water\">Another.</fact-cards>" };
    let page = page.replace("<main>", &format!("<main>{another}"));
    let at = page.rfind(&pause).unwrap();
    streaming([page[..at].to_owned(), page[at..].to_owned()])
}

/// A page that has nothing to paint but the cards of the article.
pub async fn first(Query(asked): Query<HashMap<String, String>>) -> Html<String> {
    let script = Some("/fact-cards.js".to_owned()).filter(|_| asked["from"] != "none");
    let element = prerender(IRAN, &Setting { script, ..Setting::default() }, Form::Element).unwrap().html;
    Html(format!(r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">{element}"#))
}

pub async fn whole_page() -> Html<String> {
    Html(prerender(EVERY_FIELD, &Setting::default(), Form::Page).unwrap().html)
}

/// The cards in an article with text around them.
pub async fn plain() -> Html<String> {
    let html = prerender(EVERY_FIELD, &Setting::default(), Form::Plain).unwrap().html;
    Html(format!(
        r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><main><h1>Host</h1>{html}</main>"#
    ))
}

/// Under the policy of a strict host, which knows the style's hash.
pub async fn strict() -> Response {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {}; connect-src 'self'; img-src 'self' data:; \
         require-trusted-types-for 'script'",
        prerender::policy()
    );
    let setting = Setting { script: Some("/fact-cards.js".to_owned()), ..Setting::default() };
    let element = prerender(EVERY_FIELD, &setting, Form::Element);
    let page = format!(
        r#"<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">{}"#,
        element.unwrap().html
    );
    ([("content-security-policy", policy)], Html(page)).into_response()
}

/// The same HTML after systems have changed it.
fn altered(html: String, how: &str) -> String {
    match how {
        "whitespace" => html.replace("><", ">\n  <"),
        "comments" => html.replace("<article", "<!-- a --><article").replace("<details", "<!-- b --><details"),
        "attributes" => html.replace("class=\"card\" part=\"card\"", "part=card class='card'"),
        "nodes" => html
            .replace("<div class=\"body\">", "<p>Advertisement</p><div class=\"body\">")
            .replace("</fact-cards>", "<p>More</p></fact-cards>"),
        "classes" => without(&html, " class=\""),
        "parts" => without(&without(&html, " part=\""), " data-claim=\""),
        "document" => html.replace("<script type=\"application/json\"", "<script type=\"text/plain\""),
        "quotes" => html.replace("\"version\"", "“version”"),
        "scripts" => html
            .replace("<script type=\"application/json\" data-src=\"/named/embedded\"", "<script type=\"text/plain\"")
            .replace(" src=\"/named/embedded\"", ""),
        "template" => html.replace("<template", "<!--").replace("</template>", "-->"),
        "" => html,
        other => panic!("no alteration is called {other}"),
    }
}

/// HTML without the attributes whose names begin so.
pub fn without(html: &str, attribute: &str) -> String {
    let mut parts = html.split(attribute);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |html, part| html + part.split_once('"').map_or("", |(_, rest)| rest))
}

impl Visit {
    /// A page as readers see it who have switched scripts off; scripts of the test still run.
    async fn without_scripts(&self) -> WebDriverResult<()> {
        let off = json!({ "value": true });
        self.driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", off).await.map(drop)
    }

    /// Clicks as a reader does, with the mouse.
    async fn click(&self, place: &str) -> WebDriverResult<()> {
        let script = format!(
            "const element = {place}; element.scrollIntoView({{ block: 'center' }}); const {{ x, y }} = element.getBoundingClientRect(); return [x + 4, y + 8]"
        );
        let at = self.ask(&script).await?;
        let at = |index: usize| at[index].as_f64().unwrap() as i64;
        self.driver.action_chain().move_to(at(0), at(1)).click().perform().await
    }

    /// Waits until the cards are the widget's.
    async fn until_taken_over(&self) -> WebDriverResult<()> {
        self.until("root?.adoptedStyleSheets.length && root.querySelector('.widget[tabindex]')").await
    }

    /// A picture of the page.
    async fn picture(&self) -> WebDriverResult<Value> {
        let whole = json!({ "captureBeyondViewport": true });
        Ok(self.driver.cdp().send_raw("Page.captureScreenshot", whole).await?["data"].clone())
    }
}

/// Opens the first card as a reader does, then moves on to what is before the cards.
const FIRST: &str = "root.querySelector('summary')";
const BEFORE: &str = "document.querySelector('h1')";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_scripts_the_keyboard_opens_every_card_and_every_word_is_there() {
    visit(|visit| async move {
        visit.without_scripts().await?;
        for entry in std::fs::read_dir("data").unwrap() {
            let json = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let document: Value = serde_json::from_str(&json).unwrap();
            visit.open("/").await?;
            assert_eq!(visit.ask("return matchMedia('(scripting: none)').matches").await?, true);
            let claims = document["claims"].as_array().unwrap();
            let opened = "return root.querySelectorAll('[data-claim][open]').length";
            while visit.ask(opened).await? != claims.len() {
                visit.press(Key::Tab).await?;
                let is_closed = "return root.activeElement?.matches('[data-claim]:not([open]) > summary')";
                if visit.ask(is_closed).await? == true {
                    visit.press(Key::Enter).await?;
                }
            }
            let seen = visit
                .ask("return document.querySelector('fact-cards').shadowRoot.querySelector('.cards').innerText")
                .await?;
            let seen = seen.as_str().unwrap();
            for claim in claims {
                assert!(seen.contains(claim["text"].as_str().unwrap()), "{claim}");
                for statement in claim["statements"].as_array().unwrap() {
                    let speaker = &document["speakers"][statement["speaker"].as_str().unwrap()];
                    let words = [
                        &speaker["name"],
                        &speaker["role"],
                        &speaker["organization"],
                        &statement["quote"],
                        &statement["reported"],
                        &statement["when"],
                    ];
                    for word in words.into_iter().filter_map(Value::as_str) {
                        assert!(seen.contains(word), "{word} in {seen}");
                    }
                }
            }
            let open = visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?;
            assert_eq!(open, claims.len());
            assert_eq!(visit.ask("return [...root.querySelectorAll('button')].filter((button) => button.checkVisibility()).length").await?, 0);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn without_scripts_an_address_opens_its_card_and_goes_there() {
    visit(|visit| async move {
        // With animations, as most readers have them.
        let moving = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "no-preference" }] });
        visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", moving).await?;
        visit.size(360, 740).await?;
        visit.without_scripts().await?;
        let state = "return [...root.querySelectorAll('[data-claim][open]')].map((card) => [card.dataset.claim, Math.round(card.closest('.card').getBoundingClientRect().top)])";
        for claim in ["iran-has-not-ordered-the-s-400", "turkey-has-conditions-for-the-us-proposal"] {
            visit.open("about:blank").await.ok();
            visit.open(&format!("/#claim-{claim}")).await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert_eq!(visit.ask(state).await?, json!([[claim, 0]]));
            visit.open("/page").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn who_comes_by_an_address_can_go_to_the_passage_without_a_touch() {
    visit(|visit| async move {
        let claims = ["turkey-has-conditions-for-the-us-proposal", "iran-has-not-ordered-the-s-400"];
        visit.open(&format!("/#claim-{}", claims[0])).await?;
        visit.until(&format!("root.querySelector('[data-claim={}] .go:enabled')", claims[0])).await?;
        visit.ask(&format!("location.hash = '#claim-{}'", claims[1])).await?;
        visit.until(&format!("root.querySelector('[data-claim={}] .go:enabled')", claims[1])).await?;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 0);
        assert_eq!(visit.console().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_the_browser_finds_in_a_closed_card_opens_it() {
    visit(|visit| async move {
        visit.without_scripts().await?;
        // The same search as find-in-page.
        visit
            .open("/prerendered?document=iran#:~:text=Ermakov%20said%20in%20regards%20to%20the%20intensified%20talks")
            .await?;
        visit.until("root.querySelector('[data-claim][open]')").await?;
        let open = "return [...root.querySelectorAll('[data-claim][open]')].map(({ dataset }) => dataset.claim)";
        assert_eq!(visit.ask(open).await?, json!(["iran-has-not-ordered-the-s-400"]));
        Ok(())
    });
}

/// What is seen of long words: whether those beyond the first are, the sign that they are cut, and the line that opens them.
const CUT: &str = "const [over] = root.querySelectorAll('.over'); const all = root.querySelector('.quote + .all'); \
    return [over.getClientRects().length > 0 && over.checkVisibility({ contentVisibilityAuto: true }) && over.getBoundingClientRect().width > 9, \
        root.querySelector('.cut').checkVisibility(), all.checkVisibility() && all.innerText]";

/// The address of a page with cards that are prerendered or not, whose only quote has 68 words; and what a browser has to find in it.
fn address_of_long_words(cards: &str) -> (String, &'static str) {
    let words = format!("It begins so {}and ends at the lighthouse", "and goes on ".repeat(20));
    (address_of_story("<p>Nothing", &json!([words]), &[("cards", cards)]), "#:~:text=ends%20at%20the%20lighthouse")
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_the_browser_finds_in_words_that_are_cut_is_shown_without_scripts() {
    visit(|visit| async move {
        visit.without_scripts().await?;
        let (address, found) = address_of_long_words("now");
        visit.open(&address).await?;
        assert_eq!(visit.ask(CUT).await?, json!([false, true, "Alle 68 Wörter lesen"]));
        visit.open("/page").await?;
        visit.open(&format!("{address}{found}")).await?;
        visit.until("root.querySelector('.over').hidden === false").await?;
        // Nothing is left to open or to close.
        assert_eq!(visit.ask(CUT).await?, json!([true, false, false]));
        let seen = "const { top, bottom } = root.querySelector('.over').getBoundingClientRect(); return top > 0 && bottom < innerHeight";
        assert_eq!(visit.ask(seen).await?, true);
        // On paper, all words are there in any case.
        visit.open("/page").await?;
        visit.open(&address).await?;
        visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        assert_eq!(visit.ask(CUT).await?, json!([true, false, ""]));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_line_that_opens_long_words_follows_what_the_browser_finds_in_them() {
    visit(|visit| async move {
        for cards in ["now", ""] {
            let (address, found) = address_of_long_words(cards);
            visit.open("/page").await?;
            visit.open(&address).await?;
            visit.until_cards().await?;
            // Prerendered cards are attended by a file that comes when they are near.
            visit.until("performance.getEntriesByType('resource').some(({ name }) => /fact-cards-(tools|embed)/.test(name))").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            visit.open(&format!("{address}{found}")).await?;
            visit.until("root.querySelector('.quote + .all').open").await?;
            let less = if cards.is_empty() { "Show less" } else { "Weniger zeigen" };
            assert_eq!(visit.ask(CUT).await?, json!([true, false, less]), "{cards}");
            // Who closes the line again has the words hidden as before, and the browser finds them as before.
            visit.until("root.querySelector('.over').hidden === 'until-found'").await?;
            visit.ask("root.querySelector('.quote + .all > summary').click()").await?;
            visit.until("!root.querySelector('.quote + .all').open").await?;
            assert_eq!(visit.ask(CUT).await?[0], false, "{cards}");
        }
        Ok(())
    });
}

/// Who selects a quote and copies it has the words that are seen; the accessibility tree has them, too, and a line that opens the others.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn words_that_are_cut_are_neither_copied_nor_read_aloud_before_they_are_opened() {
    visit(|visit| async move {
        visit.open(&address_of_long_words("").0).await?;
        visit.until_cards().await?;
        let copied = "getSelection().selectAllChildren(root.querySelector('.quote')); return getSelection().toString().includes('lighthouse')";
        assert_eq!(visit.ask(copied).await?, false);
        assert!(!spoken(&visit).await?.contains("lighthouse"));
        assert!(spoken(&visit).await?.contains("DisclosureTriangle: Read all 68 words"));
        visit.ask("root.querySelector('.quote + .all > summary').click()").await?;
        assert_eq!(visit.ask(copied).await?, true);
        assert!(spoken(&visit).await?.contains("lighthouse"));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_stands_after_cards_is_readable_at_once_while_every_file_of_the_widget_hangs() {
    visit_unfinished(|visit| async move {
        for scripts in ["on", "off"] {
            if scripts == "off" {
                visit.without_scripts().await?;
            }
            let mut times = Vec::new();
            // A busy machine may be late once; a page that waits for something is late each time.
            while times.len() < 3 && !times.iter().any(|time| *time < Duration::from_secs(1)) {
                visit.open("/page").await?;
                visit.until("location.pathname === '/page'").await?;
                let begin = Instant::now();
                visit.open("/prerendered?from=/dead").await?;
                visit.until("document.querySelector('#after')?.checkVisibility()").await?;
                times.push(begin.elapsed());
            }
            assert!(times.last() < Some(&Duration::from_secs(1)), "{times:?} with scripts {scripts}");
            visit.click(FIRST).await?;
            assert_eq!(visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?, 1);
            // The page has no listener for them yet.
            assert_eq!(
                visit.ask("return root.querySelector('button').checkVisibility({ visibilityProperty: true })").await?,
                false
            );
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn printed_everything_is_open_and_links_are_spelled_out() {
    visit(|visit| async move {
        for scripts in ["on", "off"] {
            if scripts == "off" {
                visit.without_scripts().await?;
            }
            visit.open("/prerendered?from=none").await?;
            // Also for readers who like what moves, as most do.
            for motion in ["reduce", "no-preference"] {
                let features = json!([{ "name": "prefers-reduced-motion", "value": motion }]);
                let print = json!({ "media": "print", "features": features });
                visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", print).await?;
                // What is in a box without height is not seen.
                let hidden = "const low = [...root.querySelectorAll('details')].filter((details) => details.scrollHeight > details.clientHeight + 1); \
                    const words = [...root.querySelectorAll('.quote, .who:not(.whose), .note, .detail, .context')].filter((words) => !words.checkVisibility() || !words.getBoundingClientRect().height); \
                    return [...low, ...words].map(({ className }) => className)";
                assert_eq!(visit.ask(hidden).await?, json!([]), "scripts {scripts}, {motion}");
            }
            // Only then a page may end between two cards.
            assert_eq!(visit.ask("return getComputedStyle(root.querySelector('.widget')).display").await?, "block");
            assert_eq!(
                visit.ask("return getComputedStyle(root.querySelector('.dot')).printColorAdjust").await?,
                "exact"
            );
            // Dark cards would be light text on white paper.
            let ink =
                "root.host.setAttribute('theme', 'dark'); return getComputedStyle(root.querySelector('.claim')).color";
            assert_eq!(visit.ask(ink).await?, "rgb(26, 25, 23)");
            let link = "return getComputedStyle(root.querySelector('a[href]'), '::after').content";
            assert_eq!(visit.ask(link).await?, "\" (https://checkers.example/1)\"");
            assert_eq!(visit.ask("return root.querySelector('button').checkVisibility()").await?, false);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_in_cards_that_no_script_has_touched() {
    visit(|visit| async move {
        for width in [360, 1280] {
            for scheme in ["light", "dark"] {
                for open in ["none", "all"] {
                    visit.size(width, 900).await?;
                    visit.scheme(scheme).await?;
                    visit.open(&format!("/prerendered?from=none&open={open}")).await?;
                    assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} {open}");
                }
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_in_a_page_of_its_own_nor_in_plain_html() {
    visit(|visit| async move {
        for form in ["page", "plain"] {
            visit.open(&format!("/prerendered-{form}")).await?;
            assert_eq!(violations(&visit).await?, json!([]), "{form}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn no_wasm_is_loaded_before_a_reader_touches_the_cards() {
    visit(|visit| async move {
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("root.querySelector('.article-line').scrollIntoView(); scrollTo(0, 0); location.hash = '#claim-somebody-knew'").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 0);
        visit.click(FIRST).await?;
        visit.until(&format!("{CARDS_WASM} === 1")).await?;
        visit.click(BEFORE).await?;
        let place = visit.ask("return scrollY").await?;
        visit.until_taken_over().await?;
        visit.until("events.length === 3").await?;
        assert_eq!(
            visit.ask("return events").await?,
            json!([
                { "name": "ready", "claims": 3, "leftOut": 1 },
                { "name": "toggle", "claim": "the-water-is-safe", "open": true },
                { "name": "toggle", "claim": "somebody-knew", "open": true }
            ])
        );
        assert_eq!(visit.ask("return scrollY").await?, place, "who came by an address is not carried there again");
        // The embedded document is shown; nothing else was requested.
        let asked =
            "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/named/')).length";
        assert_eq!(visit.ask(asked).await?, 0);
        let console = visit.console().await?;
        assert!(console.iter().all(|line| line.contains("claims[3].text")), "{console:?}");
        Ok(())
    });
}

/// When the widget takes cards over, nothing visible changes.
fn is_not_seen(document: &'static str, lang: &'static str) {
    visit(move |visit| async move {
        for width in [360, 1280] {
            for scheme in ["light", "dark"] {
                visit.size(width, 3000).await?;
                visit.scheme(scheme).await?;
                visit.open(&format!("/prerendered?document={document}&open=all{lang}")).await?;
                visit.until("customElements.get('fact-cards')").await?;
                visit.until("[...root.querySelectorAll('img')].every((image) => image.complete || !image.checkVisibility())").await?;
                visit.click("root.querySelectorAll('summary')[1]").await?;
                visit.click(BEFORE).await?;
                visit.driver.action_chain().move_to(0, 0).perform().await?;
                let (seen, text) =
                    (visit.picture().await?, visit.ask("return root.querySelector('.widget').innerText").await?);
                visit.until_taken_over().await?;
                assert_eq!(
                    visit.ask("return root.querySelector('.widget').innerText").await?,
                    text,
                    "{width} {scheme}"
                );
                assert!(visit.picture().await? == seen, "the same picture: {document}, {width} px, {scheme}");
                assert_eq!(visit.ask("return root.querySelectorAll('[data-claim]:not([open])').length").await?, 1);
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn to_be_taken_over_is_not_seen_where_every_field_is_used() {
    is_not_seen("every-field", "");
}

/// Names of languages that CLDR spells in another way since the edition that prerendering has. Browsers have different editions, too.
const RESPELLED: &[(&str, &str, &str)] = &[
    ("bn", "পর্তুগীজ", "পর্তুগিজ"),
    ("bn", "তুর্কী", "তুর্কি"),
    ("ur", "کردش", "کردی"),
    ("zh-hant", "（拉丁文）", "（拉丁字母）"),
];

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn to_be_taken_over_is_not_seen_in_any_language() {
    visit(|visit| async move {
        for file in std::fs::read_dir("languages").unwrap() {
            let file = file.unwrap().path();
            let language = file.file_stem().unwrap().to_str().unwrap();
            visit.open(&format!("/prerendered?document=dates&open=all&lang={language}")).await?;
            visit.until("customElements.get('fact-cards')").await?;
            let markup = "return root.querySelector('.widget').innerHTML";
            let before = visit.ask(markup).await?;
            visit.ask("document.querySelector('fact-cards').click()").await?;
            visit.until_taken_over().await?;
            let mut before = before.as_str().unwrap().to_owned();
            for (_, older, newer) in RESPELLED.iter().filter(|(respelled, ..)| *respelled == language) {
                before = before.replace(older, newer);
            }
            assert_eq!(visit.ask(markup).await?, before, "{language}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_shifts_over_load_take_over_and_scroll() {
    visit(|visit| async move {
        for (width, height) in [(360, 740), (1280, 900)] {
            visit.size(width, height).await?;
            for page in ["/", "/prerendered", "/#cards"] {
                visit.open("/page").await?;
                visit.open(page).await?;
                visit.until("customElements.get('fact-cards')").await?;
                visit.ask("root.querySelector('summary').scrollIntoView()").await?;
                // By script, because shifts right after a reader's action are not counted.
                visit.ask("document.querySelector('fact-cards').click()").await?;
                visit.until_taken_over().await?;
                visit.ask("scrollTo(0, document.body.scrollHeight)").await?;
                tokio::time::sleep(Duration::from_millis(200)).await;
                let shifts = visit.driver.execute_async(crate::layout::SHIFTS, vec![]).await?.json().clone();
                assert_eq!(shifts, json!([]), "{width} px, {page}");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_focus_or_a_selection_inside_is_waited_for() {
    visit(|visit| async move {
        let taken = "return Boolean(root.querySelector('.widget[tabindex]'))";
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.click(FIRST).await?;
        visit.until(&format!("{CARDS_WASM} === 1")).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(visit.ask(taken).await?, false, "the focus is inside");
        // Selecting the words of the card takes the focus away.
        visit.ask("const words = root.querySelector('.words'); root.activeElement.blur(); getSelection().setBaseAndExtent(words.firstChild, 0, words.firstChild, 5)").await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(visit.ask(taken).await?, false, "a selection is inside");
        visit.ask("getSelection().removeAllRanges()").await?;
        visit.until_taken_over().await?;
        assert_eq!(visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?, 1);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_browsers_tell_of_selections_in_older_ways_cards_are_taken_over_too() {
    visit(|visit| async move {
        let older = [
            "const { getComposedRanges } = Selection.prototype; Selection.prototype.getComposedRanges = function (...roots) { \
                if (!roots.every((root) => root instanceof ShadowRoot)) throw new TypeError('not a ShadowRoot'); \
                return getComposedRanges.call(this, { shadowRoots: roots }); }",
            "delete Selection.prototype.getComposedRanges",
        ];
        for way in older {
            visit.open("/prerendered").await?;
            visit.until("customElements.get('fact-cards')").await?;
            visit.ask(way).await?;
            visit.ask("const words = root.querySelector('h3').firstChild; getSelection().setBaseAndExtent(words, 0, words, 5); document.querySelector('fact-cards').click()").await?;
            visit.until(&format!("{CARDS_WASM} === 1")).await?;
            visit.ask("getSelection().removeAllRanges()").await?;
            visit.until_taken_over().await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_reader_at_the_keyboard_keeps_their_place_until_they_leave() {
    visit(|visit| async move {
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("document.querySelector('#before').focus()").await?;
        while visit.ask("return root.activeElement?.localName").await? != "summary" {
            visit.press(Key::Tab).await?;
        }
        visit.press(Key::Enter).await?;
        visit.until(&format!("{CARDS_WASM} === 1")).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(visit.ask("return root.activeElement.parentElement.dataset.claim").await?, "the-water-is-safe");
        assert_eq!(visit.ask("return root.activeElement.parentElement.open").await?, true);
        Ok(())
    });
}

/// Cards that another system has altered are still taken over, without an error and without an empty moment.
fn survives(alterations: &'static [&'static str]) {
    visit(move |visit| async move {
        for altered in alterations {
            visit.open(&format!("/prerendered?altered={altered}")).await?;
            visit.until("customElements.get('fact-cards')").await?;
            visit.ask("document.querySelector('fact-cards').click(); document.querySelector('fact-cards').scrollIntoView()").await?;
            visit.until_taken_over().await?;
            assert_eq!(visit.ask("return root.querySelectorAll('[data-claim]').length").await?, 3, "{altered}");
            let codes = visit.ask("return events.map(({ name }) => name)").await?;
            assert_eq!(codes, json!(["ready"]), "{altered}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn markup_that_was_altered_on_the_way_is_taken_over_all_the_same() {
    survives(&["whitespace", "comments", "attributes", "nodes", "classes", "parts", "template"]);
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_whose_document_did_not_survive_stay_as_they_are() {
    visit(|visit| async move {
        for (altered, code) in [("quotes", "document"), ("document", "status")] {
            visit.open(&format!("/prerendered?altered={altered}&open=first")).await?;
            visit.until("customElements.get('fact-cards')").await?;
            visit
                .ask("window.cards = root.querySelector('.cards'); document.querySelector('fact-cards').click()")
                .await?;
            visit.until("events.length").await?;
            assert_eq!(visit.ask("return events.map(({ code }) => code)").await?, json!([code]), "{altered}");
            assert_eq!(visit.ask("return [root.contains(cards), cards.checkVisibility(), root.querySelectorAll('[data-claim][open]').length]").await?, json!([true, true, 1]));
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn all_cards_open_at_once_before_there_is_any_wasm() {
    visit(|visit| async move {
        visit.open("/prerendered?from=/hanging").await?;
        visit.until("customElements.get('fact-cards')").await?;
        let open = "return root.querySelectorAll('[data-claim][open]').length";
        visit.click("root.querySelectorAll('[part=actions] button')[0]").await?;
        visit.until("root.querySelectorAll('[data-claim][open]').length === 3").await?;
        visit.click("root.querySelectorAll('[part=actions] button')[1]").await?;
        visit.until("root.querySelectorAll('[data-claim][open]').length === 0").await?;
        assert_eq!(visit.ask(open).await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn another_document_that_a_script_names_is_shown() {
    visit(|visit| async move {
        for change in ["element.document = named('other')", "element.setAttribute('src', '/slow/other')"] {
            visit.open("/prerendered").await?;
            visit.until("customElements.get('fact-cards')").await?;
            let named = "const element = document.querySelector('fact-cards'); const named = (name) => ({ version: 1, article: { headline: 'h' }, speakers: {}, \
                claims: [{ id: 'the-water-is-safe', text: name + ' 1', statements: [] }] });";
            visit.ask("root.querySelector('[data-claim]').open = true").await?;
            visit.ask(&format!("{named} {change}")).await?;
            visit.until("root.querySelector('[part=claim]').textContent === 'other 1'").await?;
            // Even if a claim of the other document has the same id.
            assert_eq!(visit.ask("return root.querySelectorAll('[data-claim][open]').length").await?, 0);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn put_into_the_page_by_a_script_they_are_shown() {
    visit(|visit| async move {
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        // Browsers make no shadow root of a template in markup that a script sets.
        visit.ask("fetch('/prerendered').then((response) => response.text()).then((html) => { \
            const page = new DOMParser().parseFromString(html, 'text/html'); document.querySelector('main').replaceChildren(document.adoptNode(page.querySelector('fact-cards'))); })").await?;
        visit.until("document.querySelector('main').children.length === 1").await?;
        assert_eq!(visit.ask("return Boolean(document.querySelector('fact-cards > template'))").await?, true);
        visit.until_taken_over().await?;
        assert_eq!(visit.ask("return root.querySelectorAll('[data-claim]').length").await?, 3);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn put_into_the_page_by_a_script_without_wasm_they_are_readable() {
    visit(|visit| async move {
        visit.open("/prerendered?from=/hanging").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("const element = document.querySelector('fact-cards'); fetch('/prerendered').then((response) => response.text()).then((html) => { \
            document.querySelector('main').innerHTML = html.slice(html.indexOf('<fact-cards'), html.lastIndexOf('</fact-cards>')); })").await?;
        visit.until("document.querySelector('main').innerText.includes('The water is safe to drink again')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_document_set_before_the_widget_is_there_is_shown() {
    visit(|visit| async move {
        visit.open("/prerendered?from=none").await?;
        visit.ask("document.querySelector('fact-cards').document = { version: 1, article: { headline: 'h' }, speakers: {}, claims: [{ id: 'a', text: 'Mine', statements: [] }] }; \
            const script = document.createElement('script'); script.type = 'module'; script.src = '/fact-cards.js'; document.body.append(script)").await?;
        visit.until("root.querySelector('[part=claim]').textContent === 'Mine'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_that_the_parser_is_still_at_are_left_to_it() {
    visit_unfinished(|visit| async move {
        for pause in [
            "--fact-cards-surface",
            "<div class=\"widget\">",
            "<article class=\"card\"",
            "\"claims\"",
            "<template",
            "</template>",
        ] {
            visit.open("/page").await?;
            visit.until("location.pathname === '/page'").await?;
            let address = json!(pause).to_string();
            visit.ask(&format!("location.href = '/prerendered-streamed?pause=' + encodeURIComponent({address}) + '#claim-ask-the-russian-foreign-ministry'")).await?;
            visit.until("document.readyState === 'complete' && location.pathname === '/prerendered-streamed'").await?;
            let element = "document.querySelectorAll('fact-cards')[1]";
            visit.ask(&format!("{element}.click()")).await?;
            visit.until(&format!("{element}.shadowRoot?.querySelector('.widget[tabindex]')")).await?;
            let state = visit.ask(&format!("return [{element}.shadowRoot.querySelectorAll('[data-claim]').length, events.filter(({{ name }}) => name === 'error')]")).await?;
            assert_eq!(state, json!([8, []]), "a pause before {pause}");
        }
        Ok(())
    });
}

/// A browser under load paints what it has read so far, wherever that ends.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_moves_sideways_while_the_parser_is_still_at_it() {
    visit_unfinished(|visit| async move {
        visit.size(500, 3000).await?;
        for pause in [
            "In context</summary>",
            "</bdi>, reported</span></summary>",
            "<span class=\"dot\"></span></span>",
            "<button type=\"button\" data-tool=\"close\"",
            "comments</span></p>",
        ] {
            visit.open("/page").await?;
            visit.until("location.pathname === '/page'").await?;
            let address = json!(pause).to_string();
            visit
                .ask(&format!("location.href = '/prerendered-streamed?alone&pause=' + encodeURIComponent({address})"))
                .await?;
            visit.until("document.readyState === 'complete' && location.pathname === '/prerendered-streamed'").await?;
            // However little, because a small sign in a large window scores little.
            let shifts = crate::layout::SHIFTS.replace("1e-5", "1e-7");
            let shifts = visit.driver.execute_async(&shifts, vec![]).await?.json().clone();
            assert_eq!(shifts, json!([]), "a pause before {pause}");
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn cards_without_their_document_do_not_give_way_to_the_pages_own_reviews() {
    visit(|visit| async move {
        let review = r#"<script type="application/ld%2bjson">{"@type":"ClaimReview","claimReviewed":"Other","author":{"name":"C"},"reviewRating":{"alternateName":"False"}}</script>"#;
        visit.open(&format!("/prerendered?altered=scripts&head={review}")).await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("document.querySelector('fact-cards').click()").await?;
        visit.until("events.length").await?;
        assert_eq!(
            visit.ask("return [events[0].code, root.querySelectorAll('[data-claim]').length]").await?,
            json!(["no-document", 3])
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn links_of_the_page_may_look_as_they_like() {
    visit(|visit| async move {
        visit.open("/prerendered?open=all").await?;
        let height = "return document.querySelector('fact-cards').getBoundingClientRect().height";
        let before = visit.ask(height).await?;
        visit.ask("const sheet = new CSSStyleSheet(); sheet.replaceSync('a, span { position: relative; display: block; padding: 9px } a::after, span::after { content: \"external\" }'); \
            document.adoptedStyleSheets.push(sheet)").await?;
        assert_eq!(visit.ask(height).await?, before);
        let seen = "return [...document.querySelectorAll('fact-cards > [slot]')].filter((anchor) => getComputedStyle(anchor).visibility !== 'hidden').length";
        assert_eq!(visit.ask(seen).await?, 0);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn after_a_start_that_failed_the_next_touch_tries_again() {
    visit(|visit| async move {
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("window.real = fetch; window.fetch = () => Promise.reject(new Error('offline')); document.querySelector('fact-cards').click()").await?;
        visit.until("events.length === 1").await?;
        visit.ask("window.fetch = real; document.querySelector('fact-cards').click()").await?;
        visit.until_taken_over().await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_style_is_allowed_by_its_hash_alone() {
    visit(|visit| async move {
        visit.open("/prerendered-strict").await?;
        assert_eq!(
            visit.ask("return getComputedStyle(root.querySelector('.overview')).borderTopStyle").await?,
            "solid"
        );
        visit.until("customElements.get('fact-cards')").await?;
        visit.ask("document.querySelector('fact-cards').click()").await?;
        visit.until_taken_over().await?;
        let console = visit.console().await?;
        assert!(console.iter().all(|line| line.contains("claims[3].text")), "{console:?}");
        Ok(())
    });
}

/// Frameworks that take over a page which the server has made set attributes to the values that they have.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn attributes_that_are_set_to_what_they_are_load_nothing() {
    visit(|visit| async move {
        visit.open("/prerendered").await?;
        visit.until("customElements.get('fact-cards')").await?;
        visit
            .ask("const element = document.querySelector('fact-cards'); for (const { name, value } of [...element.attributes]) element.setAttribute(name, value)")
            .await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 0);
        visit.ask("document.querySelector('fact-cards').setAttribute('heading-level', '4')").await?;
        visit.until(CARDS_WASM).await
    });
}

/// Nobody has opened them, so no event has told of them.
#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_words_of_cards_that_are_open_from_the_start_are_looked_for() {
    visit(|visit| async move {
        let element = open_from_the_start();
        visit.open("/bare").await?;
        let article = "<p>“The water is safe to drink,” said Ada Low.</p>";
        visit
            .ask(&format!(
                "const html = {}; document.querySelector('main').setHTMLUnsafe(html)",
                json!(format!("{article}{element}"))
            ))
            .await?;
        visit
            .until("root?.querySelector('details[data-claim]').open && root.querySelector('button.go:enabled')")
            .await?;
        assert_eq!(visit.ask(&format!("return {CARDS_WASM}")).await?, 0);
        Ok(())
    });
}

fn open_from_the_start() -> String {
    let claim = json!({ "id": "a", "text": "Safe", "statements": [{ "quote": "The water is safe to drink" }] });
    let article = json!({ "headline": "Host", "body": ["“The water is safe to drink,” said Ada Low."] });
    let document = json!({ "version": 1, "article": article, "speakers": {}, "claims": [claim] }).to_string();
    let setting = Setting { open: Opening::All, article: Some("main > p".to_owned()), ..Setting::default() };
    prerender(&document, &setting, Form::Element).unwrap().html
}
