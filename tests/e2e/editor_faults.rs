//! The editor where something fails: the worker, the storage, the page.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::visit;
use crate::editor::{click, letter, opened, outputs, paste};
use crate::editor_begin::{MENDED, SILENT};
use crate::editor_desk::{WATER, begun, says, type_into};

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn where_no_worker_can_be_started_the_page_answers() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        visit.open("/no-worker/editor/").await?;
        visit.until("document.querySelector('#source')").await?;
        let typed = "const field = document.querySelector('#source'); field.value = arguments[0]; \
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        visit.driver.execute(typed, vec![json!(WATER)]).await?;
        click(&visit, ".begin .primary:not(:disabled)").await?;
        visit.until("document.querySelectorAll('.card').length == 2 && document.querySelector('mark')").await?;
        letter(&visit, "a").await?;
        type_into(&visit, "#card-1 input.name", "Ada Low").await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelector('#card-1 .problem')").await?;
        let texts = outputs(&visit).await?;
        assert!(texts[0].starts_with("<fact-cards"), "{}", texts[0]);
        assert_eq!(visit.ask("return document.querySelector('.stopped')").await?, json!(null));
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_worker_that_does_not_answer_is_told_and_asked_again() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark')").await?;
        visit.ask(SILENT).await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until(&says(".notice[role=alert]", "The check has not answered for some time.")).await?;
        visit.ask(MENDED).await?;
        click(&visit, ".notice button").await?;
        visit
            .until("!document.querySelector('.notice') && document.querySelectorAll('textarea.code').length >= 4")
            .await?;
        visit.until("!document.querySelector('.open').textContent.includes('Checking')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn blocked_storage_is_not_called_full() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })").await?;
        paste(&visit).await?;
        visit.until(&says(".notice", "its settings do not allow it")).await?;
        assert_eq!(visit.ask("return document.querySelector('.notice').textContent.includes('room')").await?, false);
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn changes_are_undone_and_made_again_after_a_reload() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        letter(&visit, "r").await?;
        visit.until("document.querySelector('#card-1.is-rejected')").await?;
        visit.driver.refresh().await?;
        visit.until("document.querySelector('#card-1.is-rejected') && document.querySelector('[aria-label=Undo]:not(:disabled)')").await?;
        click(&visit, "[aria-label=Undo]").await?;
        visit
            .until("document.querySelector('#card-1.is-proposed') && document.querySelector('#card-0.is-accepted')")
            .await?;
        // From the list of drafts, too.
        click(&visit, ".masthead .quiet").await?;
        click(&visit, ".kept .draft").await?;
        click(&visit, "[aria-label='Make it again']:not(:disabled), [aria-label=Redo]:not(:disabled)").await?;
        visit.until("document.querySelector('#card-1.is-rejected')").await?;
        for _ in 0..2 {
            click(&visit, "[aria-label=Undo]").await?;
        }
        visit
            .until(
                "document.querySelector('#card-0.is-proposed') && document.querySelector('[aria-label=Undo]:disabled')",
            )
            .await?;
        // What is deleted leaves nothing.
        visit.ask("window.confirm = () => true").await?;
        click(&visit, ".masthead .quiet").await?;
        click(&visit, ".kept li > .quiet").await?;
        visit.until("Object.keys(localStorage).every((key) => key == 'fact-cards-editor')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_was_taken_back_is_not_handed_out_while_the_worker_does_not_answer() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until("document.querySelector('mark')").await?;
        letter(&visit, "a").await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until("document.querySelectorAll('textarea.code').length >= 4").await?;
        visit.ask(SILENT).await?;
        click(&visit, "[aria-label=Undo]").await?;
        // The document is that of this state; nothing else is there until it is.
        visit.until(&says(".publish .hint", "Reading")).await?;
        let texts = "[...document.querySelectorAll('textarea.code')].map((area) => area.value)";
        visit.until(&format!("{texts}.length == 1 && JSON.parse({texts}[0]).claims.length == 1")).await?;
        assert_eq!(visit.ask("return document.querySelectorAll('.output button').length").await?, 2);
        assert_eq!(visit.ask("return document.querySelector('.shown')").await?, serde_json::Value::Null);
        visit.until("document.querySelector('.notice button')").await?;
        visit.until(&format!("{texts}.length == 1")).await?;
        visit.ask(MENDED).await?;
        click(&visit, ".notice button").await?;
        visit.until(&format!("{texts}.length >= 4 && !{texts}[3].includes('I have never lied')")).await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_blank_can_be_typed_into_the_address_of_the_document() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        click(&visit, "[data-panel=publish]").await?;
        visit.until("document.querySelectorAll('.publish > .field input').length == 2").await?;
        visit.ask("document.querySelectorAll('.publish > .field input')[0].id = 'address'").await?;
        type_into(&visit, "#address", "cards/a b.json ").await?;
        visit
            .until("[...document.querySelectorAll('textarea.code')].some(({ value }) => value.includes('<fact-cards src=\"cards/a b.json\">'))")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn once_there_is_room_again_the_work_is_kept() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        visit.until(&says(".keeping", "Kept")).await?;
        // Another tab makes room, which its event tells; or this one does, and somebody comes back to it.
        let elsewhere = "const other = document.createElement('iframe'); document.body.append(other); other.contentWindow.localStorage.removeItem('filler')";
        let here = "localStorage.removeItem('filler'); window.dispatchEvent(new Event('focus'))";
        for (number, room) in [elsewhere, here].into_iter().enumerate() {
            let fill = "for (let length = 2 ** 23; length >= 1; length /= 2) \
                try { localStorage.setItem('filler', (localStorage.getItem('filler') ?? '') + 'x'.repeat(length)) } catch {}";
            visit.ask(fill).await?;
            let sentence =
                format!("A sentence that is much longer than the one before: number {number}, and on and on");
            type_into(&visit, ".card.is-open .claim", &sentence).await?;
            visit.until(&says(".keeping", "Not kept")).await?;
            visit.until(&says(".notice", "room")).await?;
            visit.ask(room).await?;
            visit.until("!document.querySelector('.notice')").await?;
            visit
                .until(&format!(
                    "localStorage['fact-cards-editor:' + location.hash.slice(1)].includes('number {number}')"
                ))
                .await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_draft_that_the_browser_has_lost_is_kept_again_when_it_is_left() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        begun(&visit, WATER).await?;
        letter(&visit, "a").await?;
        visit.until("Object.values(localStorage).some((text) => text.includes('\"accepted\"'))").await?;
        visit.ask("localStorage.clear()").await?;
        click(&visit, ".masthead .tools .quiet").await?;
        // Nothing is asked: nothing is lost.
        click(&visit, ".kept .draft").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await?;
        // Also where the page is loaded again.
        visit.ask("localStorage.clear()").await?;
        visit.driver.refresh().await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}
