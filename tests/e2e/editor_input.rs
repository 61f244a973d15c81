//! What is brought to the editor: files, parts of other programs, pages. Each becomes a draft, a list to choose from, or a clear message.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit, visit_with};
use crate::editor::{click, opened};

/// Drops a file with this name and text.
async fn drop_file(visit: &Visit, name: &str, text: &str) -> WebDriverResult<()> {
    opened(visit).await?;
    drop_into(visit, name, text).await
}

/// The same, where the editor is open.
async fn drop_into(visit: &Visit, name: &str, text: &str) -> WebDriverResult<()> {
    let script = "const data = new DataTransfer(); data.items.add(new File([arguments[1]], arguments[0])); \
        document.querySelector('.begin').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    visit.driver.execute(script, vec![json!(name), json!(text)]).await.map(drop)
}

/// Pastes what another program has put on the clipboard.
async fn paste(visit: &Visit, html: &str, text: &str) -> WebDriverResult<()> {
    opened(visit).await?;
    let script = "const data = new DataTransfer(); const [html, text] = arguments; \
        if (html) data.setData('text/html', html); data.setData('text/plain', text); \
        document.querySelector('#source').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    visit.driver.execute(script, vec![json!(html), json!(text)]).await.map(drop)
}

async fn until_cards(visit: &Visit, count: usize) -> WebDriverResult<()> {
    visit
        .until(&format!("document.querySelector('.desk') && document.querySelectorAll('.card').length == {count}"))
        .await
}

/// The words of the card that is open.
async fn words(visit: &Visit) -> WebDriverResult<Value> {
    visit
        .ask("return document.querySelector('.card.is-open').querySelector('.quote, .reported')?.textContent ?? ''")
        .await
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_table_about_several_articles_offers_them_as_a_list() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let csv = "claim;speaker;quote;article_url;headline\n\
            The water is safe;Ada Low;It is safe;https://daily.example/water;Is the water safe?\n\
            The water is cold;Ada Low;It is cold;https://daily.example/water;Is the water safe?\n\
            The bridge is open;Bo Reed;\"It is \"\"open\"\"\";https://daily.example/bridge;Is the bridge open?\n";
        drop_file(&visit, "claims.csv", csv).await?;
        visit.until("document.querySelectorAll('.several .draft').length == 2").await?;
        let told = visit.ask("return document.querySelector('.several').innerText").await?;
        let told = told.as_str().unwrap();
        assert!(
            told.contains("2 documents") && told.contains("Is the water safe?") && told.contains("2 cards"),
            "{told}"
        );
        click(&visit, ".several li:last-child .draft").await?;
        until_cards(&visit, 1).await?;
        assert_eq!(words(&visit).await?, "It is \"open\"");
        // Cells of a spreadsheet come as a table of HTML beside the text.
        let html =
            "<table><tr><td>claim</td><td>speaker</td></tr><tr><td>The water is safe</td><td>Ada Low</td></tr></table>";
        paste(&visit, html, "claim\tspeaker\nThe water is safe\tAda Low").await?;
        until_cards(&visit, 1).await?;
        visit.until("document.querySelector('#card-0 textarea').value == 'The water is safe'").await?;
        // Letters of an older encoding.
        let old = "const data = new DataTransfer(); const bytes = Uint8Array.from('claim;speaker\\nDas Wasser ist s\\xfc\\xdf;Ada L\\xf6w', (c) => c.charCodeAt()); \
            data.items.add(new File([bytes], 'alt.csv')); \
            document.querySelector('.begin').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        opened(&visit).await?;
        visit.ask(old).await?;
        visit.until("document.querySelector('#card-0 textarea')?.value == 'Das Wasser ist süß'").await?;
        drop_file(&visit, "empty.csv", "claim,speaker\n").await?;
        visit.until("document.querySelector('.refusal')?.textContent.includes('no rows below the headings')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn reviews_and_broken_documents_are_opened() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let review = |page: u8| {
            json!({ "@type": "ClaimReview", "claimReviewed": format!("Claim {page}"), "url": format!("https://check.example/{page}"),
                "author": { "name": "Check Desk" }, "reviewRating": { "alternateName": "False" } })
        };
        drop_file(&visit, "reviews.json", &json!([review(1), review(2)]).to_string()).await?;
        click(&visit, ".several li:last-child .draft").await?;
        visit.until("document.querySelector('#card-0 textarea')?.value == 'Claim 2'").await?;
        let page = format!(
            "<!doctype html><title>Checks</title><script type=application/ld+json>{}</script><h1>Checks</h1>",
            review(3)
        );
        drop_file(&visit, "page.html", &page).await?;
        visit.until("document.querySelector('#card-0 textarea')?.value == 'Claim 3'").await?;
        // An error in each claim: both are there to be mended, and nothing is lost.
        let broken = json!({ "version": 1, "article": { "headline": "H", "body": ["“It is safe,” Ada Low said."] }, "speakers": {},
            "claims": [{ "id": "A b", "text": "One", "statements": [{ "speaker": "nobody", "quote": "It was safe" }] }, { "id": "b", "mine": 1 }] });
        drop_file(&visit, "broken.json", &broken.to_string()).await?;
        until_cards(&visit, 2).await?;
        visit.until("document.querySelector('[data-panel=problems].has-errors')").await?;
        click(&visit, "[data-panel=problems]").await?;
        let problems = visit.ask("return document.querySelectorAll('.problem').length").await?;
        assert!(problems.as_u64().unwrap() >= 3, "{problems}");
        click(&visit, "[data-panel=publish]").await?;
        visit
            .until("[...document.querySelectorAll('textarea.code')].some((area) => area.value.includes('\"mine\": 1'))")
            .await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_programs_put_on_the_clipboard_keeps_its_paragraphs() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let line = "“It is safe to drink the water again,” said Ada Low, an engineer.";
        let word = format!(
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {{ margin: 0 }} --></style>\
             <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body><!--StartFragment-->\
             <h1>Is the water safe?<o:p></o:p></h1><p class=MsoNormal>{line}<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"
        );
        let google = format!(
            "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'><h1><span>Is the water safe?</span></h1>\
             <p dir='ltr'><span style='white-space:pre-wrap'>{line}</span></p><br><p><span>She left.</span></p></b>"
        );
        let table = format!("<h1>Is the water safe?</h1><table><tr><td>Ada Low</td><td>{line}</td></tr></table>");
        for html in [word, google, table] {
            paste(&visit, &html, "no markup").await?;
            until_cards(&visit, 1).await?;
            assert_eq!(words(&visit).await?, "It is safe to drink the water again", "{html}");
            assert_eq!(
                visit.ask("return document.querySelector('.sheet h2').textContent").await?,
                "Is the water safe?"
            );
        }
        paste(&visit, "", line).await?;
        until_cards(&visit, 1).await?;
        paste(&visit, "", "The bridge\n\nThe bridge is open again. It was closed for a year.").await?;
        until_cards(&visit, 0).await?;
        visit.until("document.querySelector('.cards .hint')?.textContent.includes('No quotation was found')").await
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn controls_of_a_page_cannot_stand_in_for_its_properties() {
    visit(|visit| async move {
        let names = ["firstChild", "nextSibling", "parentNode", "localName", "nodeType", "getAttribute", "childNodes"];
        let inputs: String = names.map(|name| format!("<input name={name}><img name={name}>")).concat();
        let page = format!(
            "<!doctype html><body><form>{inputs}<p>“It is safe to drink again,” said Ada Low, a baker.</form>\
             <script>document.title = 'run'</script><img src=/upload.png onerror=\"document.title = 'run'\"><iframe src=/upload.png></iframe>\
             <style>@import '/upload.png'</style><link rel=stylesheet href=/upload.png><video src=/upload.png></video><object data=/upload.png></object>"
        );
        paste(&visit, "", &page).await?;
        until_cards(&visit, 1).await?;
        assert_eq!(words(&visit).await?, "It is safe to drink again");
        assert_eq!(visit.ask("return document.title").await?, "Fact cards: the editor");
        let asked = visit.ask("return fetch('/asked').then((answer) => answer.text())").await?;
        assert!(!asked.as_str().unwrap().contains("upload"), "{asked}");
        Ok(())
    });
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_bookmarklet_hands_a_page_over_and_the_editor_asks_first() {
    visit(|visit| async move {
        opened(&visit).await?;
        let link = visit.ask("return document.querySelector('.bookmarklet a').href").await?;
        let script = link.as_str().unwrap().strip_prefix("javascript:").unwrap().to_owned();
        // The page of another site.
        let site = visit.host.replace("127.0.0.1", "localhost");
        visit.driver.goto(format!("{site}/")).await?;
        let page = visit.driver.window().await?;
        visit.ask(&format!("eval(decodeURIComponent({}))", json!(script))).await?;
        let mut windows = visit.driver.windows().await?;
        windows.retain(|window| *window != page);
        visit.driver.switch_to_window(windows.pop().expect("the editor has opened")).await?;
        let question = asked(&visit).await?;
        assert!(question.contains(&site), "{question}");
        visit.driver.dismiss_alert().await?;
        visit.until("document.querySelector('#source') && !document.querySelector('.desk')").await?;
        // Taken.
        visit.driver.switch_to_window(page).await?;
        visit.ask(&format!("eval(decodeURIComponent({}))", json!(script))).await?;
        let last = visit.driver.windows().await?.pop().expect("the editor has opened again");
        visit.driver.switch_to_window(last).await?;
        asked(&visit).await?;
        visit.driver.accept_alert().await?;
        until_cards(&visit, 7).await
    });
}

/// The question that the browser shows.
async fn asked(visit: &Visit) -> WebDriverResult<String> {
    for _ in 0..400 {
        if let Ok(text) = visit.driver.get_alert_text().await {
            return Ok(text);
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the editor asks nothing");
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn what_reads_reviews_comes_later_and_nothing_is_lost_until_then() {
    for (language, told) in
        [("en-GB,en", "A file of the editor did not come"), ("de-AT,de", "Eine Datei des Editors kam nicht an")]
    {
        visit_with(json!({ "intl.accept_languages": language }), move |visit| async move {
            visit.size(1280, 900).await?;
            visit.open("/reviews-later/editor/").await?;
            visit.until("document.querySelector('#source')").await?;
            let review = json!({ "@type": "ClaimReview", "claimReviewed": "The water is safe", "author": { "name": "Check Desk" },
                "reviewRating": { "alternateName": "True" } });
            let page = format!(
                "<!doctype html><h1>Checked</h1><script type=application/ld+json>{review}</script><p>“It is safe to drink the water again,” said Ada Low."
            );
            drop_into(&visit, "page.html", &page).await?;
            // The script does not come, and then the wasm.
            for _ in 0..2 {
                visit.until("document.querySelector('.refusal:not(.seen) button')").await?;
                let said = visit.ask("return document.querySelector('.refusal p').textContent").await?;
                assert!(said.as_str().unwrap().starts_with(told), "{said}");
                // The quotations of the page need not wait for it.
                visit.until("document.querySelectorAll('.several .draft').length == 1").await?;
                visit.ask("document.querySelector('.refusal').classList.add('seen')").await?;
                click(&visit, ".refusal button").await?;
            }
            visit.until("document.querySelectorAll('.several .draft').length == 2").await?;
            click(&visit, ".several li:last-child .draft").await?;
            visit.until("document.querySelector('#card-0 textarea')?.value == 'The water is safe'").await
        });
    }
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_page_whose_reviews_cannot_be_read_is_drafted_all_the_same() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        visit.open("/reviews-never/editor/").await?;
        visit.until("document.querySelector('#source')").await?;
        let review =
            json!({ "@type": "ClaimReview", "claimReviewed": "The water is safe", "author": { "name": "Check Desk" } });
        let page = format!(
            "<!doctype html><h1>Checked</h1><script type=application/ld+json>{review}</script><p>“It is safe to drink the water again,” said Ada Low."
        );
        drop_into(&visit, "page.html", &page).await?;
        visit.until("document.querySelector('.refusal')?.textContent.includes('A file of the editor')").await?;
        click(&visit, ".several .draft").await?;
        until_cards(&visit, 1).await?;
        assert_eq!(words(&visit).await?, "It is safe to drink the water again");
        // Reviews alone are nothing without it.
        visit.open("/reviews-never/editor/?again").await?;
        visit.until("document.querySelector('#source')").await?;
        drop_into(&visit, "reviews.json", &review.to_string()).await?;
        visit.until("document.querySelector('.refusal')?.textContent.includes('A file of the editor')").await
    });
}

/// Drops files with these names and texts on an element, and returns whether the browser would leave the page for them.
async fn drop_on(visit: &Visit, selector: &str, files: &[(&str, &str)]) -> WebDriverResult<bool> {
    // The drop comes a moment later: what it asks would keep the script from ending.
    let script = "const [selector, files] = arguments; const data = new DataTransfer(); \
        files.forEach(([name, text]) => data.items.add(new File([text], name))); \
        const send = (kind) => document.querySelector(selector).dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true })); \
        setTimeout(() => send('drop') && document.body.remove(), 50); return send('dragover')";
    let answer = visit.driver.execute(script, vec![json!(selector), json!(files)]).await?;
    Ok(answer.json() == &json!(true))
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn a_file_that_is_dropped_anywhere_becomes_a_draft_and_keeps_the_one_before() {
    visit(|visit| async move {
        visit.size(1280, 900).await?;
        let article = |word: &str| format!("The {word}\n\n“The {word} is safe now,” said Ada Low, an engineer.");
        opened(&visit).await?;
        // Outside of the main part of the page, too.
        assert!(!drop_on(&visit, "body", &[("dam.txt", &article("dam"))]).await?);
        until_cards(&visit, 1).await?;
        crate::editor::letter(&visit, "a").await?;
        visit.until("document.querySelector('#card-0.is-accepted')").await?;
        // Somebody who does not want it stays.
        for (answer, title) in [(false, "The dam"), (true, "The bridge")] {
            assert!(!drop_on(&visit, "body", &[("bridge.txt", &article("bridge"))]).await?);
            let question = asked(&visit).await?;
            assert!(question.contains("stays among your drafts"), "{question}");
            if answer {
                visit.driver.accept_alert().await?
            } else {
                visit.driver.dismiss_alert().await?
            }
            visit.until(&format!("document.querySelector('.sheet h2')?.textContent == '{title}'")).await?;
        }
        // Several are refused.
        let two = [("one.txt", article("one")), ("two.txt", article("two"))];
        let two = two.each_ref().map(|(name, text)| (*name, text.as_str()));
        click(&visit, ".masthead .quiet").await?;
        visit.until("document.querySelectorAll('.kept .draft').length == 2").await?;
        assert!(!drop_on(&visit, ".masthead", &two).await?);
        visit.until("document.querySelector('.refusal')?.textContent.includes('one file at a time')").await?;
        click(&visit, ".kept .draft:not([hidden])").await?;
        visit.until("document.querySelector('.sheet h2')").await?;
        // Text may be dropped into a field of the desk, and nowhere else.
        let text = "const data = new DataTransfer(); data.setData('text/plain', 'words'); \
            const send = (selector) => document.querySelector(selector).dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true })); \
            return [send('.claim'), send('.sheet')]";
        assert_eq!(visit.ask(text).await?, json!([true, false]));
        Ok(())
    });
}
