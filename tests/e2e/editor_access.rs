//! The editor in states that are rarely seen, examined by axe: in Chromium at two widths, light and dark, and once in Firefox.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::violations;
use crate::browser::{Visit, visit, visit_with};
use crate::editor::{SELECT, click, letter, opened};
use crate::editor_begin::SILENT;
use crate::editor_desk::{WATER, begun, says};
use crate::engine::Engine;

/// Visits one state after the other, in each width and color scheme that the browser can be given.
async fn in_each_form(visit: &Visit, state: impl AsyncFn(&Visit) -> WebDriverResult<()>) -> WebDriverResult<()> {
    if Engine::of_this_run() != Engine::Chromium {
        visit.open("/bare").await?;
        visit.ask("localStorage.clear(); sessionStorage.clear()").await?;
        return state(visit).await;
    }
    for width in [320, 1280] {
        for scheme in ["light", "dark"] {
            visit.size(width, 900).await?;
            visit.scheme(scheme).await?;
            visit.open("/bare").await?;
            visit.ask("localStorage.clear(); sessionStorage.clear()").await?;
            state(visit).await?;
        }
    }
    Ok(())
}

async fn is_fine(visit: &Visit, state: &str) -> WebDriverResult<()> {
    let form = visit
        .ask("return `${innerWidth} ${matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'}`")
        .await?;
    assert_eq!(violations(visit).await?, json!([]), "{state} {form}");
    let overflow = visit.ask("return document.documentElement.scrollWidth - innerWidth").await?;
    assert!(overflow.as_i64().unwrap() <= 0, "{state} {form} is {overflow} too wide");
    Ok(())
}

/// Puts a text into the field of the beginning, and hands it on.
async fn given(visit: &Visit, text: &str) -> WebDriverResult<()> {
    opened(visit).await?;
    let typed = "const field = document.querySelector('#source'); field.value = arguments[0]; \
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.driver.execute(typed, vec![json!(text)]).await?;
    click(visit, ".begin .primary:not(:disabled)").await
}

/// Opens every `<details>` with this selector.
async fn open_all(visit: &Visit, selector: &str) -> WebDriverResult<()> {
    visit.until(&format!("document.querySelector({})", json!(selector))).await?;
    visit
        .ask(&format!("document.querySelectorAll({}).forEach((details) => (details.open = true))", json!(selector)))
        .await
        .map(drop)
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_nothing_at_the_beginning_whatever_has_happened() {
    visit(|visit| async move {
        in_each_form(&visit, async |visit| {
            given(visit, "[]").await?;
            open_all(visit, ".refusal .technical").await?;
            is_fine(visit, "refused").await?;

            given(visit, "claim;speaker;quote;article_url;headline\nA;Ada Low;It is safe;https://a.example/1;One\nB;Bo Reed;It is open;https://a.example/2;Two\n").await?;
            visit.until("document.querySelector('.several')").await?;
            is_fine(visit, "several").await?;

            opened(visit).await?;
            visit.ask(SILENT).await?;
            visit.ask("document.querySelector('#source').value = 'It rains.'; document.querySelector('#source').dispatchEvent(new InputEvent('input', { bubbles: true }))").await?;
            click(visit, ".begin .primary:not(:disabled)").await?;
            click(visit, ".stop").await?;
            visit.until("document.querySelector('.refusal button')").await?;
            is_fine(visit, "held").await?;

            visit.ask("localStorage.setItem('fact-cards-editor:a-draft', 'no draft'); sessionStorage.clear()").await?;
            opened(visit).await?;
            click(visit, ".kept .draft").await?;
            visit.until("document.querySelector('.unread')").await?;
            is_fine(visit, "a draft that cannot be read").await
        })
        .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_nothing_on_the_desk_with_all_that_can_be_opened() {
    visit(|visit| async move {
        in_each_form(&visit, async |visit| {
            begun(visit, WATER).await?;
            visit.until("document.querySelector('.note button')").await?;
            letter(visit, "j").await?;
            visit.until("document.querySelectorAll('#card-1 .words').length == 2").await?;
            open_all(visit, ".more, .help").await?;
            visit.ask("document.querySelectorAll('.words [aria-pressed]').forEach((button) => button.click())").await?;
            visit.until("document.querySelector('.typed textarea')").await?;
            visit.ask("const area = document.querySelector('.typed textarea'); area.value += ' and more'; area.dispatchEvent(new Event('change', { bubbles: true }))").await?;
            open_all(visit, ".card .technical").await?;
            is_fine(visit, "a card with all that is in it").await?;

            visit.ask("document.querySelector('.card .mend')?.click()").await?;
            visit.ask("const name = document.querySelector('#card-1 input.name'); name.value = 'Ada Low'; name.dispatchEvent(new Event('change', { bubbles: true }))").await?;
            visit.until("document.querySelector('.tabs .has-problems')").await?;
            for panel in ["speakers", "problems"] {
                click(visit, &format!("[data-panel={panel}]")).await?;
                open_all(visit, "#panel .technical").await?;
                is_fine(visit, panel).await?;
            }
            click(visit, "[data-panel=cards]").await?;
            letter(visit, "a").await?;
            click(visit, "[data-panel=publish]").await?;
            open_all(visit, ".output details").await?;
            is_fine(visit, "publish with its texts").await?;
            click(visit, "[data-panel=preview]").await?;
            visit.until("root?.querySelector('details')").await?;
            visit.ask("document.querySelector('.preview .choice button').click(); document.querySelectorAll('.preview .choice')[1].lastElementChild.click()").await?;
            visit.until("document.querySelector('.stand.is-phone[data-theme=dark]')").await?;
            is_fine(visit, "preview in the dark").await
        })
        .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_nothing_where_the_editor_tells_what_is_wrong_with_itself() {
    visit(|visit| async move {
        in_each_form(&visit, async |visit| {
            begun(visit, WATER).await?;
            visit.until("location.hash && localStorage.length == 2").await?;
            // As from another tab.
            visit.ask("dispatchEvent(new StorageEvent('storage', { key: `fact-cards-editor:${location.hash.slice(1)}` }))").await?;
            visit.until("document.querySelectorAll('.notice button').length == 2").await?;
            is_fine(visit, "changed in another tab").await?;
            visit.ask("document.querySelector('.notice button:last-child').click()").await?;
            visit.ask(SILENT).await?;
            visit.ask("document.querySelector('.decide button').click()").await?;
            visit.until(&says(".notice", "has not answered")).await?;
            visit.ask("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })").await?;
            visit.ask("document.querySelector('.decide button').click()").await?;
            visit.until("document.querySelectorAll('.notice').length == 2").await?;
            is_fine(visit, "no answer and no storage").await?;
            visit.ask("const script = document.createElement('script'); script.textContent = `reportError(new WebAssembly.RuntimeError('unreachable'))`; document.body.append(script)").await?;
            visit.until("document.querySelector('.stopped')").await?;
            // Nothing more is asked when this page is left.
            is_fine(visit, "stopped").await?;
            visit.ask("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)").await?;
            visit.ask("window.onbeforeunload = null").await.map(drop)
        })
        .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn axe_finds_nothing_in_german_and_in_an_article_from_right_to_left() {
    visit_with(json!({ "intl.accept_languages": "de-AT,en" }), |visit| async move {
        in_each_form(&visit, async |visit| {
            begun(visit, "هل المياه آمنة؟\n\nقالت المهندسة: «المياه ليست آمنة للشرب». وأضافت أن المدينة ستفحصها.")
                .await?;
            visit.until("document.querySelector('[data-paragraph]')").await?;
            visit.ask("document.querySelector('[data-panel=article]').click()").await?;
            visit.driver.execute(SELECT, vec![json!("المياه ليست آمنة")]).await?;
            visit.until("document.querySelector('.toolbar')").await?;
            is_fine(visit, "words from right to left").await?;
            visit.ask("document.querySelector('.toolbar .quiet:last-child').click()").await?;
            for panel in ["article", "cards", "speakers", "problems", "preview", "publish"] {
                visit.ask(&format!("document.querySelector('[data-panel={panel}]').click()")).await?;
                visit.until(&format!("document.querySelector('[data-panel={panel}][aria-current]')")).await?;
                is_fine(visit, panel).await?;
            }
            Ok(())
        })
        .await
    });
}
