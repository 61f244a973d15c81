//! The way into the editor when something is in the way: a fault, a long article, a draft that cannot be read, the browser's own buttons.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit, visit_with};
use crate::editor::{click, letter, opened, paste};

const ARTICLE: &str =
    "Is the water safe?\n\n“It is safe to drink the water again,” said Ada Low, an engineer.\n\nShe left.";

/// Pastes text, and the markup that goes with it, if there is any.
pub async fn paste_text(visit: &Visit, html: &str, text: &str) -> WebDriverResult<()> {
    let script = "const data = new DataTransfer(); const [html, text] = arguments; \
        if (html) data.setData('text/html', html); data.setData('text/plain', text); \
        document.querySelector('#source').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    visit.driver.execute(script, vec![json!(html), json!(text)]).await.map(drop)
}

/// From now on, the worker answers questions as one does whose wasm has trapped, or not at all.
const FAILING: &str = "window.post ??= Worker.prototype.postMessage; \
    Worker.prototype.postMessage = function ({ number }) { if (number) setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { number } }))) }";
pub const SILENT: &str = "window.post ??= Worker.prototype.postMessage; Worker.prototype.postMessage = () => {}";
pub const MENDED: &str = "Worker.prototype.postMessage = post";

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_was_pasted_survives_a_fault_while_it_is_drafted() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask(FAILING).await?;
        let html = "<h1>Is the water safe?</h1><p>“It is safe to drink the water again,” said <b>Ada Low</b>, an engineer.</p>";
        paste_text(&visit, html, ARTICLE).await?;
        visit
            .until("document.querySelector('.refusal[role=alert]')?.textContent.includes('fault of the editor')")
            .await?;
        // Nothing is said that is not so, and what was pasted is in the field again.
        visit
            .until("!document.querySelector('.stopped') && document.querySelector('#source').value.includes('Ada Low')")
            .await?;
        visit.ask(MENDED).await?;
        click(&visit, ".refusal button").await?;
        visit.until("document.querySelectorAll('.card').length == 1").await?;
        // Where the page itself stops or is loaded again, too.
        opened(&visit).await?;
        visit.ask(SILENT).await?;
        paste_text(&visit, html, ARTICLE).await?;
        visit.until("document.querySelector('.reading')").await?;
        visit.ask("const script = document.createElement('script'); script.textContent = `reportError(new WebAssembly.RuntimeError('unreachable'))`; document.body.append(script)").await?;
        visit.until("document.querySelector('.stopped')").await?;
        let told = visit.ask("return document.querySelector('.stopped').textContent").await?;
        assert!(!told.as_str().unwrap().contains("kept"), "{told}");
        click(&visit, ".stopped button").await?;
        visit
            .until("document.querySelector('#source')?.value.includes('Ada Low') && document.querySelector('.refusal')")
            .await?;
        click(&visit, ".primary").await?;
        visit.until("document.querySelectorAll('.card').length == 1").await?;
        // Once the draft is kept, it is not offered any more.
        visit.until("Object.keys(sessionStorage).length == 0 && localStorage.length == 3").await?;
        opened(&visit).await?;
        visit.until("document.querySelector('#source').value == '' && !document.querySelector('.refusal')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn reading_can_be_stopped() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask(SILENT).await?;
        paste_text(&visit, "", ARTICLE).await?;
        click(&visit, ".stop").await?;
        visit.until("!document.querySelector('.reading') && document.querySelector('.refusal button')").await?;
        visit.ask(MENDED).await?;
        click(&visit, ".refusal button").await?;
        visit.until("document.querySelectorAll('.card').length == 1").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn an_article_with_too_many_quotations_is_refused_soon_and_truly() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        let article: String =
            (0..13_000).map(|number| format!("“It is {number} now,” said Ada Low. The council met again in the evening and heard from all the people who had come to the hall.\n\n")).collect();
        assert!(article.len() > 1_500_000);
        let begin = std::time::Instant::now();
        paste_text(&visit, "", &article).await?;
        visit.until("document.querySelector('.refusal')?.textContent.includes('more than 1,000 quotations')").await?;
        println!("13,000 quotations were refused after {:.1} s", begin.elapsed().as_secs_f64());
        // A thousand are not too many, and the page still answers.
        let article: String = article.split_inclusive("\n\n").take(1_000).collect();
        opened(&visit).await?;
        let begin = std::time::Instant::now();
        paste_text(&visit, "", &article).await?;
        visit.until("document.querySelectorAll('.card').length == 1000").await?;
        println!("1,000 quotations were drafted in {:.1} s", begin.elapsed().as_secs_f64());
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_browser_goes_back_and_forth_between_drafts_and_the_beginning() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        visit.until("location.hash.length > 1").await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await?;
        visit.driver.back().await?;
        visit
            .until("document.querySelector('#source') && !document.querySelector('.desk') && location.hash == ''")
            .await?;
        visit.driver.forward().await?;
        visit.until("document.querySelector('#card-0.is-accepted') && location.hash.length > 1").await?;
        click(&visit, ".masthead .quiet").await?;
        visit.until("document.querySelector('#source') && location.hash == ''").await?;
        visit.driver.back().await?;
        visit.until("document.querySelector('.desk') && location.hash.length > 1").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_draft_that_is_kept_nowhere_is_not_left_by_going_back() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })").await?;
        paste(&visit).await?;
        letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted') && location.hash.length > 1").await?;
        let address = visit.driver.current_url().await?;
        visit.driver.back().await?;
        visit
            .until(&format!(
                "location.href == {} && document.querySelector('#card-0.is-accepted')",
                json!(address.as_str())
            ))
            .await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        visit.until("document.querySelector('#card-0.is-accepted')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn drafts_that_cannot_be_read_or_were_deleted_are_told() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        visit.until("localStorage.length == 2").await?;
        // A list that is broken hides no draft.
        visit.ask("localStorage.setItem('fact-cards-editor', '[{'); localStorage.setItem('fact-cards-editor:cut-off-1', '{\"frame\":')").await?;
        opened(&visit).await?;
        visit.until("document.querySelectorAll('.kept .draft').length == 2").await?;
        let names = visit
            .ask("return [...document.querySelectorAll('.kept .draft b')].map((name) => name.textContent).sort()")
            .await?;
        assert_eq!(
            names,
            json!(["Rumors Circulating: Is Iran buying the powerful Russian S-400 system?", "cut-off-1"])
        );
        visit.ask("[...document.querySelectorAll('.kept .draft')].find((draft) => draft.textContent == 'cut-off-1').click()").await?;
        visit.until("document.querySelector('.unread[role=alert] button')").await?;
        visit
            .ask("URL.createObjectURL = (blob) => (blob.text().then((text) => { window.saved = text }), '#'); HTMLAnchorElement.prototype.click = () => {}")
            .await?;
        click(&visit, ".unread button").await?;
        visit.until("window.saved == '{\"frame\":'").await?;
        // Deleted in another tab.
        visit.ask("[...document.querySelectorAll('.kept .draft')].find((draft) => draft.textContent.startsWith('Rumors')).click()").await?;
        visit.until("document.querySelector('.card.is-open') && location.hash.length > 1").await?;
        let (first, address) = (visit.driver.window().await?, visit.driver.current_url().await?);
        let second = visit.driver.new_tab().await?;
        visit.driver.switch_to_window(second).await?;
        visit.driver.goto(address.as_str().split('#').next().unwrap()).await?;
        visit.until("document.querySelector('.kept .draft')").await?;
        visit.ask("localStorage.removeItem(Object.keys(localStorage).find((key) => key.includes(':rumors')))").await?;
        visit.driver.switch_to_window(first).await?;
        visit.until("document.querySelector('.notice')?.textContent.includes('deleted') && document.querySelectorAll('.notice button').length == 1").await?;
        click(&visit, ".notice button").await?;
        visit.until("!document.querySelector('.notice') && Object.keys(localStorage).some((key) => key.includes(':rumors'))").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_first_card_has_the_focus_and_their_number_is_told() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        visit.ask("document.querySelector('#source').focus()").await?;
        paste(&visit).await?;
        visit.until("document.activeElement.matches('.card.is-open') && document.querySelector('.desk > [role=status]').textContent.trim() == '7 cards'").await?;
        opened(&visit).await?;
        paste_text(&visit, "", "The bridge\n\nThe bridge is open again. It was closed for a year.").await?;
        visit.until("document.activeElement.id == 'panel' && document.querySelector('.desk > [role=status]').textContent.trim() == '0 cards'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_missing_headline_is_asked_for() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste_text(&visit, "", "“It is safe to drink the water again,” said Ada Low, an engineer. She left.").await?;
        visit.until("document.querySelectorAll('.card').length == 1 && !document.querySelector('.sheet h2')").await?;
        visit.until("document.querySelector('[data-panel=problems].has-errors')").await?;
        click(&visit, ".no-headline textarea").await?;
        visit.driver.action_chain().send_keys("Is the water safe? Read all").perform().await?;
        visit.press(Key::Tab).await?;
        visit.until("document.querySelector('.sheet h2')?.textContent == 'Is the water safe? Read all'").await?;
        visit.until("!document.querySelector('[data-panel=problems].has-errors') && !document.querySelector('.is-accepted, .is-rejected')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_reviews_of_a_page_are_offered_beside_its_quotations() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        let review = json!({ "@type": "ClaimReview", "claimReviewed": "The water is safe", "author": { "name": "Check Desk" },
            "reviewRating": { "alternateName": "True" } });
        let page = format!(
            "<!doctype html><h1>Checked</h1><script type=application/ld+json>{review}</script><p>“It is safe to drink the water again,” said Ada Low."
        );
        paste_text(&visit, "", &page).await?;
        visit.until("document.querySelectorAll('.several .draft').length == 2").await?;
        let last = visit.ask("return document.querySelector('.several li:last-child').textContent").await?;
        assert_eq!(last, "Checked1 card · ClaimReview");
        click(&visit, ".several li:last-child .draft").await?;
        visit.until("document.querySelector('#card-0 textarea')?.value == 'The water is safe'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_columns_of_a_table_that_are_left_out_are_named_before_it_opens() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        opened(&visit).await?;
        paste_text(&visit, "", "claim,speaker,quote,Remarks\nIt is safe,Ada Low,It is safe to drink,for the desk")
            .await?;
        visit.until("document.querySelectorAll('.several .draft').length == 1").await?;
        let told = visit.ask("return document.querySelector('.several').innerText").await?;
        assert!(told.as_str().unwrap().contains("not taken over: Remarks"), "{told}");
        click(&visit, ".several .draft").await?;
        visit.until("document.querySelector('#card-0 textarea')?.value == 'It is safe'").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_is_refused_is_told_in_the_words_of_its_reader() {
    visit_with(json!({ "intl.accept_languages": "de-AT,en" }), |visit| async move {
        for (text, told) in [
            ("{\\rtf1\\ansi It is safe}", "es ist weder reiner Text noch HTML"),
            ("PK\u{3}\u{4}\u{14}\u{fffd}\u{fffd}", "es ist weder reiner Text noch HTML"),
            ("null", "kein Text eines Artikels"),
            ("[]", "kein Dokument von Fact Cards"),
            ("{\"a\": 1}", "kein Dokument von Fact Cards"),
        ] {
            opened(&visit).await?;
            paste_text(&visit, "", text).await?;
            visit.until(&format!("document.querySelector('.refusal')?.textContent.includes({})", json!(told))).await?;
            visit.until("document.querySelector('.refusal').textContent.includes('Word')").await?;
        }
        Ok(())
    });
}
