//! The editor, from an article that is pasted to a page with its cards.

use std::time::Duration;

use prerender::{Form, Setting, prerender};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::accessibility::violations;
use crate::browser::{Visit, visit, visit_with};
use crate::engine::Engine;

/// Pastes the article of the project's own page, as a browser copies it: HTML with its paragraphs. In Firefox, whose scripts cannot fill a
/// clipboard, it is dropped.
const PASTE: &str = "const page = new DOMParser().parseFromString(arguments[0], 'text/html'); \
    const data = new DataTransfer(); \
    data.setData('text/html', page.querySelector('article').innerHTML); \
    data.setData('text/plain', page.querySelector('article').textContent); \
    const how = { bubbles: true, cancelable: true }; \
    const pasted = new ClipboardEvent('paste', { clipboardData: data, ...how }); \
    const has = pasted.clipboardData?.types.length; \
    document.querySelector('#source').dispatchEvent(has ? pasted : new DragEvent('drop', { dataTransfer: data, ...how }));";

const PAGE: &str = include_str!("../../index.html");

/// Selects words in the article, as a mouse does.
pub const SELECT: &str = "const [words] = arguments; \
    for (const text of document.querySelectorAll('[data-paragraph]')) { \
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); \
        for (let node; (node = walk.nextNode()); ) { \
            const at = node.data.indexOf(words); \
            if (at >= 0) return getSelection().setBaseAndExtent(node, at + 1, node, at + words.length - 1); \
        } \
    }";

pub async fn opened(visit: &Visit) -> WebDriverResult<()> {
    visit.open("/editor/").await?;
    visit.until("document.querySelector('#source')").await
}

pub async fn paste(visit: &Visit) -> WebDriverResult<()> {
    visit.driver.execute(PASTE, vec![json!(PAGE)]).await?;
    visit.until("document.querySelector('.card.is-open') && document.querySelector('mark')").await
}

/// Presses a letter, wherever the focus is.
pub async fn letter(visit: &Visit, letter: &str) -> WebDriverResult<()> {
    // WebKit's driver loses keys that follow each other sooner than any fingers do.
    if Engine::of_this_run() == Engine::WebKit {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    visit.driver.action_chain().send_keys(letter).perform().await
}

pub async fn click(visit: &Visit, selector: &str) -> WebDriverResult<()> {
    visit.until(&format!("document.querySelector({})", json!(selector))).await?;
    // While something is still being drawn or scrolled, WebKit's driver refuses to click.
    for _ in 0..100 {
        match visit.driver.find(By::Css(selector)).await?.click().await {
            Err(error) if matches!(error.as_inner(), WebDriverErrorInner::ElementNotInteractable(_)) => {
                // It may have left the element below what stays in place above it.
                let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
                visit.driver.execute(scroll, vec![json!(selector)]).await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            answer => return answer,
        }
    }
    panic!("{selector} cannot be clicked");
}

/// Waits for the toolbar and presses one of its buttons, by its key.
pub async fn use_chosen(visit: &Visit, key: &str) -> WebDriverResult<()> {
    click(visit, &format!(".toolbar button[aria-keyshortcuts='{key}']")).await
}

/// The texts of the panel for publishing, in their order.
pub async fn outputs(visit: &Visit) -> WebDriverResult<Vec<String>> {
    click(visit, "[data-panel=publish]").await?;
    visit.until("document.querySelectorAll('textarea.code').length >= 4").await?;
    let texts = visit.ask("return [...document.querySelectorAll('textarea.code')].map((area) => area.value)").await?;
    Ok(texts.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect())
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_becomes_cards_in_a_page() {
    visit(|visit| async move {
        visit.driver.set_window_rect(0, 0, 1280, 1000).await?;
        let mut actions = 0;
        opened(&visit).await?;
        paste(&visit).await?;
        actions += 1;
        let cards = visit.ask("return document.querySelectorAll('.card').length").await?.as_u64().unwrap();
        assert_eq!(cards, 7);
        for _ in 0..cards {
            letter(&visit, "a").await?;
            actions += 1;
        }
        visit.until("document.querySelectorAll('.card.is-accepted').length == 7").await?;

        // Altered by hand, and mended by its button.
        click(&visit, "#card-3 .card-head").await?;
        click(&visit, ".statement.is-current .tools [aria-pressed]").await?;
        click(&visit, ".typed textarea").await?;
        visit.ask("const words = document.querySelector('.typed textarea'); words.setSelectionRange(words.value.length, words.value.length)").await?;
        visit.driver.action_chain().send_keys(" and our people").perform().await?;
        click(&visit, "#card-3 .claim").await?;
        visit.until("document.querySelector('#card-3 .problem.is-error .mend')").await?;
        click(&visit, "#card-3 .problem.is-error .mend").await?;
        visit.until("!document.querySelector('.problem')").await?;

        // Added by selecting its words.
        visit
            .driver
            .execute(SELECT, vec![json!("we will see if the US will be able to fully respond to our demands")])
            .await?;
        use_chosen(&visit, "Q").await?;
        actions += 2;
        visit.until("document.querySelector('#card-7.is-open')").await?;
        // Who speaks was concluded, so the card is still to be accepted.
        visit.until("document.querySelector('#card-7.is-proposed input.name').value == 'Ibrahim Kalin'").await?;
        letter(&visit, "a").await?;
        actions += 1;
        visit.until("document.querySelector('#card-7 .role')?.textContent == 'Turkish Presidential Spokesman'").await?;

        let texts = outputs(&visit).await?;
        actions += 1;
        let [html, lines, document, plain] = texts.as_slice() else { panic!("{texts:#?}") };
        println!("from paste to the published document: {} actions", actions);
        assert!(actions <= 25, "{} actions", actions);

        let value: Value = serde_json::from_str(document).unwrap();
        assert_eq!(value["claims"].as_array().unwrap().len(), 8);
        assert_eq!(
            value["claims"][4]["statements"][0]["quote"].as_str().map(|quote| quote.contains("our people")),
            Some(false)
        );
        let problems = check::check(document, None).remarks;
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);

        let src = "rumors-circulating-is-iran-buying-the-powerful-russian.json";
        let setting = Setting { src: Some(src.to_owned()), ..Setting::default() };
        assert_eq!(*html, prerender(document, &setting, Form::Element).unwrap().html);
        assert_eq!(*plain, prerender(document, &Setting::default(), Form::Plain).unwrap().html);
        assert!(lines.contains(&format!("<fact-cards src=\"{src}\">")));

        visit.open("/bare").await?;
        visit.driver.execute("document.body.setHTMLUnsafe(arguments[0])", vec![json!(html)]).await?;
        visit.until("root?.querySelectorAll('details').length == 8").await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_editor_works_by_keyboard_alone() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        // The first Tab stops are the field and the buttons.
        visit.until("document.activeElement === document.body").await?;
        for _ in 0..3 {
            visit.press(Key::Tab).await?;
        }
        visit.until("document.activeElement.textContent.startsWith('Try it')").await?;
        visit.press(Key::Enter).await?;
        visit.until("document.querySelector('.card.is-open')").await?;
        letter(&visit, "r").await?;
        visit
            .until("document.querySelector('#card-0.is-rejected') && document.querySelector('#card-1.is-open')")
            .await?;
        letter(&visit, "k").await?;
        visit.until("document.querySelector('#card-0.is-open')").await?;
        visit.driver.action_chain().key_down(Key::Control).send_keys("z").key_up(Key::Control).perform().await?;
        visit.until("document.querySelector('#card-0.is-proposed')").await?;
        // The words of a card are drawn shorter and longer.
        let quote = "document.querySelector('.card.is-open .quote').textContent";
        visit.until(&format!("{quote}.endsWith('S-400 systems')")).await?;
        // Where they stand is known once the check has come.
        visit.until("document.querySelector('mark.is-current.is-proposed:not(.is-near)')").await?;
        letter(&visit, "[").await?;
        visit.until(&format!("{quote}.endsWith('sell S-400')")).await?;
        visit.until("document.querySelector('mark.is-current.is-proposed:not(.is-near)').textContent").await?;
        // Words are chosen in the article with the arrow keys.
        visit.ask("document.querySelector('.sheet').focus()").await?;
        visit.press(Key::Right).await?;
        visit.until("document.querySelector('.chosen-words')?.textContent == 'MOSCOW'").await?;
        visit.press(Key::Right).await?;
        visit.driver.action_chain().key_down(Key::Shift).send_keys(Key::Right).key_up(Key::Shift).perform().await?;
        visit.until("document.querySelector('.chosen-words')?.textContent == 'Russia – Iran'").await?;
        letter(&visit, "w").await?;
        visit.until("document.querySelector('.card.is-open .reported')?.textContent.includes('Russia – Iran')").await?;
        letter(&visit, "a").await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn nothing_leaves_the_browser_and_work_survives_a_reload() {
    visit(|visit| async move {
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('\"accepted\"'))").await?;
        let texts = outputs(&visit).await?;
        click(&visit, "[data-panel=preview]").await?;
        visit.until("root?.querySelector('details')").await?;
        // The page knows of requests to other sites, and the server of those that the worker makes.
        let elsewhere =
            "performance.getEntriesByType('resource').filter(({ name }) => new URL(name).origin !== location.origin)";
        assert_eq!(visit.ask(&format!("return {elsewhere}.length")).await?, 0);
        let asked = visit.ask("return fetch('/asked').then((answer) => answer.text())").await?;
        for name in asked.as_str().unwrap().lines() {
            let is_own = name.starts_with("/editor/") || name.starts_with("/fact-cards");
            assert!(is_own, "{asked}");
            // An article has no ClaimReview.
            assert!(!name.contains("reviews"), "{asked}");
        }
        visit.driver.refresh().await?;
        visit.until("document.querySelector('.card.is-accepted')").await?;
        assert_eq!(outputs(&visit).await?, texts);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_no_violation_in_any_state_of_the_editor() {
    visit(|visit| async move {
        for width in [320, 1280] {
            for scheme in ["light", "dark"] {
                visit.size(width, 900).await?;
                visit.scheme(scheme).await?;
                visit.open("/bare").await?;
                visit.ask("localStorage.clear()").await?;
                opened(&visit).await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} empty");
                // A worker that never answers: the article is being drafted for good.
                visit.ask("Worker.prototype.postMessage = () => {}").await?;
                visit.driver.execute(PASTE, vec![json!(PAGE)]).await?;
                visit.until("document.querySelector('.reading')").await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} drafting");
                opened(&visit).await?;
                paste(&visit).await?;
                letter(&visit, "a").await?;
                // An error, for the panel of problems.
                let tool = "document.querySelector('.statement.is-current .tools [aria-pressed]').click()";
                visit.ask(tool).await?;
                visit.until("document.querySelector('.typed textarea')").await?;
                visit.ask("const area = document.querySelector('.typed textarea'); area.value += ' and more'; area.dispatchEvent(new Event('change', { bubbles: true }))").await?;
                visit.until("document.querySelector('.problem.is-error')").await?;
                for panel in ["article", "cards", "speakers", "problems", "preview", "publish"] {
                    visit.ask(&format!("document.querySelector('[data-panel={panel}]').click()")).await?;
                    visit.until(&format!("document.querySelector('[data-panel={panel}][aria-current]')")).await?;
                    if panel == "publish" {
                        visit.until("document.querySelector('.output')").await?;
                    }
                    assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} {panel}");
                    let overflow = visit.ask("return document.documentElement.scrollWidth - innerWidth").await?;
                    assert!(overflow.as_i64().unwrap() <= 0, "{width} {scheme} {panel} is {overflow} too wide");
                }
                visit.ask("document.querySelector('[data-panel=article]').click()").await?;
                visit.driver.execute(SELECT, vec![json!("Meanwhile, Turkey has a firm intention to buy")]).await?;
                visit.until("document.querySelector('.toolbar')").await?;
                assert_eq!(violations(&visit).await?, json!([]), "{width} {scheme} with chosen words");
                let overflow = visit.ask("return document.documentElement.scrollWidth - innerWidth").await?;
                assert!(overflow.as_i64().unwrap() <= 0, "{width} {scheme} with chosen words is {overflow} too wide");
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_headline_is_corrected_before_it_is_published() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        outputs(&visit).await?;
        let field = visit.driver.find(By::Css("#headline textarea")).await?;
        field.clear().await?;
        field.send_keys("Is it so?").await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelector('.sheet h2').textContent == 'Is it so?'").await?;
        visit
            .until("[...document.querySelectorAll('textarea.code')][2]?.value.includes('\"headline\": \"Is it so?\"')")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn two_tabs_on_one_draft_notice_each_other() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        visit.until("localStorage.length == 2 && location.hash.length > 1").await?;
        let (first, address) = (visit.driver.window().await?, visit.driver.current_url().await?);
        let second = visit.driver.new_tab().await?;
        visit.driver.switch_to_window(second).await?;
        visit.driver.goto(address.as_str()).await?;
        visit.until("document.querySelector('.card.is-open')").await?;
        letter(&visit, "r").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('\"rejected\"'))").await?;
        visit.driver.switch_to_window(first).await?;
        visit.until("document.querySelectorAll('.notice button').length == 2").await?;
        // Until one of the two is chosen, nothing of this tab overwrites the other's work.
        letter(&visit, "a").await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        visit.until("document.querySelectorAll('.notice button').length == 2").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('\"rejected\"'))").await?;
        visit.until("document.querySelector('.keeping').textContent == 'Not kept'").await?;
        click(&visit, ".notice button").await?;
        visit.until("document.querySelector('#card-0.is-rejected') && !document.querySelector('.notice')").await?;
        visit.until("document.querySelector('.keeping').textContent == 'Kept in this browser'").await?;
        // Taking over is one change.
        click(&visit, "[aria-label=Undo]").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_full_storage_is_told_and_the_work_goes_on() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit
            .ask("for (let size = 4_000_000, n = 0; size >= 1; ) try { localStorage.setItem(`full${n++}`, 'x'.repeat(size)) } catch { size = Math.floor(size / 2) }")
            .await?;
        paste(&visit).await?;
        visit.until("document.querySelector('.notice button')").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await?;
        // Who leaves is asked, and so is who reloads the page.
        visit.ask("window.confirm = (question) => { window.asked = question; return false }").await?;
        click(&visit, ".masthead .quiet").await?;
        visit.until("window.asked?.includes('not kept') && document.querySelector('#card-0.is-accepted')").await?;
        let unload = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
        assert_eq!(visit.ask(unload).await?, true);
        visit.ask("localStorage.clear()").await?;
        letter(&visit, "a").await?;
        visit.until("!document.querySelector('.notice') && localStorage.length == 2").await?;
        assert_eq!(visit.ask(unload).await?, false);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_editor_speaks_german_and_takes_articles_from_right_to_left() {
    visit_with(json!({ "intl.accept_languages": "de-AT,en" }), |visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.until("document.documentElement.lang == 'de' && document.querySelector('h1').textContent == 'Vom Artikel zu Karten'").await?;
        let article = "هل الماء آمن؟\n\n«الماء آمن للشرب مرة أخرى اليوم»، قالت آدا لو.\n\nوانتهى الخبر هنا.";
        let paste = format!(
            "const data = new DataTransfer(); data.setData('text/plain', {}); document.querySelector('#source') \
             .dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));",
            json!(article)
        );
        visit.ask(&paste).await?;
        visit.until("document.querySelector('[data-paragraph]')").await?;
        let direction =
            visit.ask("return getComputedStyle(document.querySelector('[data-paragraph]')).direction").await?;
        assert_eq!(direction, "rtl");
        visit.driver.execute(SELECT, vec![json!("وانتهى الخبر")]).await?;
        use_chosen(&visit, "W").await?;
        visit.until("document.querySelector('.card.is-open .reported').textContent.includes('وانتهى الخبر')").await
    });
}

/// An article with so many quotations, each with so many sentences after it.
fn long_article(quotations: usize, sentences: usize) -> String {
    let names = ["Ada Low", "Bo Reed", "Cy Hart", "Dee Moss"];
    let mut article = "The long dispute about the water\n\n".to_owned();
    for number in 0..quotations {
        let name = names[number % names.len()];
        article += &format!(
            "“We have counted {number} leaks in the old pipes this year alone,” said {name}, an engineer at City Water.\n\n"
        );
        article +=
            "The council met again in the evening and heard from the people of the town what had become of the pipes. "
                .repeat(sentences)
                .trim_end();
        article += "\n\n";
    }
    article
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_of_two_megabytes_is_drafted() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        let article = long_article(90, 220);
        assert!(article.len() > 2_000_000, "{}", article.len());
        let begin = std::time::Instant::now();
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); document.querySelector('#source') \
             .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
        visit.driver.execute(paste, vec![json!(article)]).await?;
        visit.until("document.querySelectorAll('.card').length >= 90").await?;
        println!("2 MB were drafted in {:.1} s", begin.elapsed().as_secs_f64());
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_no_article_is_refused_with_what_is_taken() {
    visit(|visit| async move {
        opened(&visit).await?;
        for (name, bytes) in
            [("a.pdf", "%PDF-1.7"), ("a.jpg", "\\xff\\xd8\\xff\\x00JFIF"), ("a.txt", "  "), ("a.json", "{")]
        {
            let choose = format!(
                "const data = new DataTransfer(); data.items.add(new File([Uint8Array.from('{bytes}', (c) => c.charCodeAt())], '{name}')); \
                 const input = document.querySelector('input[type=file]'); input.files = data.files; \
                 document.querySelector('.refusal')?.remove(); input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            );
            opened(&visit).await?;
            visit.ask(&choose).await?;
            visit.until("document.querySelector('.refusal')?.textContent.includes('The editor takes')").await?;
        }
        // Scripts of a page that is pasted do not run, and its pictures are not fetched.
        let page = "<!doctype html><article><h1>Water</h1><script>document.title = 'run'</script><img src=/upload.png onerror='document.title=1'>\
            <form><input value=no></form><style>p { color: red }</style><p>“It is safe to drink again,” said Ada Low, a baker.</article>";
        let paste = format!(
            "const data = new DataTransfer(); data.setData('text/plain', {}); document.querySelector('#source') \
             .dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));",
            json!(page)
        );
        opened(&visit).await?;
        visit.ask(&paste).await?;
        visit.until("document.querySelector('.card.is-open input.name')?.value == 'Ada Low'").await?;
        assert_eq!(visit.ask("return document.title").await?, "Fact cards: the editor");
        let fetched = visit
            .ask("return performance.getEntriesByType('resource').some(({ name }) => name.includes('upload'))")
            .await?;
        assert_eq!(fetched, false);
        Ok(())
    });
}

/// What is measured, by `make bench`: alone, because other tests would take its time.
mod bench {
    use super::*;

    #[test]
    #[ignore = "needs dist/ and a browser: make bench"]
    fn a_long_article_is_marked_soon_and_typing_never_waits() {
        visit(|visit| async move {
            visit.size(1280, 900).await?;
            opened(&visit).await?;
            let article = long_article(200, 4);
            assert!(article.chars().count() >= 100_000, "{}", article.chars().count());
            let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); window.begun = performance.now(); \
                new MutationObserver(() => { window.marked ??= document.querySelector('mark') && performance.now() - begun }) \
                    .observe(document.body, { childList: true, subtree: true }); \
                document.querySelector('#source').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
            visit.driver.execute(paste, vec![json!(article)]).await?;
            visit.until("window.marked && document.querySelectorAll('.card').length >= 200").await?;
            let marked = visit.ask("return window.marked").await?.as_f64().unwrap();
            println!("first marks after {marked:.0} ms");
            // What the beginning left to be done is over.
            tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
            visit
                .ask("window.long = []; new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => long.push(duration))) \
                    .observe({ type: 'longtask' })")
                .await?;
            for _ in 0..5 {
                letter(&visit, "a").await?;
            }
            click(&visit, ".card.is-open .claim").await?;
            for typed in "again".split("").filter(|typed| !typed.is_empty()) {
                letter(&visit, typed).await?;
            }
            visit.driver.execute(SELECT, vec![json!("The council met again")]).await?;
            visit.until("document.querySelector('.toolbar')").await?;
            tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
            let long = visit.ask("return long").await?;
            println!("tasks above 50 ms while accepting, typing and selecting: {long}");
            assert!(marked < 1_000.0, "first marks after {marked} ms");
            assert_eq!(long, json!([]));
            Ok(())
        });
    }
}
