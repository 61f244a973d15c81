//! Pictures of the cards, to be looked at: `make screenshots` writes them to `target/screenshots/`, with an `index.html` that shows all of them.

use std::fs;
use std::path::PathBuf;

use base64::prelude::*;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Visit, visit};
use crate::editor::{letter, opened, paste};
use crate::editor_desk::choose;

/// Longer pages are taken in several pictures, in pixels.
const LONGEST: u64 = 5000;

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What the browser pretends, such as dark places or print.
async fn emulate(visit: &Visit, medium: &str, features: &[(&str, &str)]) -> WebDriverResult<()> {
    let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    let media = json!({ "media": medium, "features": features });
    visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await.map(drop)
}

/// Takes the whole page as it is now, in pieces from top to bottom.
async fn take(visit: &Visit, name: &str) -> WebDriverResult<()> {
    // Pictures of a whole page have no scroll bar: what is measured must have none either.
    visit.ask("document.documentElement.style.scrollbarWidth = 'none'").await?;
    // Portraits are loaded when they are near.
    visit.ask("for (const image of root.querySelectorAll('img')) image.loading = 'eager'").await?;
    visit.until("[...root.querySelectorAll('img')].every((image) => image.complete)").await?;
    let size = visit
        .ask("const { scrollWidth, scrollHeight } = document.documentElement; return [scrollWidth, scrollHeight]")
        .await?;
    let (width, height) = (&size[0], size[1].as_u64().unwrap());
    for (piece, top) in (0..height).step_by(LONGEST as usize).enumerate() {
        let clip = json!({ "x": 0, "y": top, "width": width, "height": LONGEST.min(height - top), "scale": 1 });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = visit.driver.cdp().send_raw("Page.captureScreenshot", options).await?;
        write(&format!("{name}-{}.png", piece + 1), &picture);
    }
    Ok(())
}

/// Writes what the browser's protocol has answered.
fn write(name: &str, answer: &Value) {
    fs::write(folder().join(name), BASE64_STANDARD.decode(answer["data"].as_str().unwrap()).unwrap()).unwrap();
}

/// Opens everything that opens, and waits until all words are looked for.
async fn open_all(visit: &Visit) -> WebDriverResult<()> {
    visit.ask("root.querySelectorAll('details').forEach((details) => (details.open = true))").await?;
    visit.until("[...root.querySelectorAll('details')].every(({ open }) => open)").await
}

/// Lets this browser share, as those of phones can.
async fn as_on_a_phone(visit: &Visit) -> WebDriverResult<()> {
    let source = json!({ "source": "navigator.share ??= async () => {}" });
    visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await.map(drop)
}

/// The cards of a page, closed and open, at each width, in light and dark places.
async fn all_of(visit: &Visit, name: &str, path: &str, widths: &[u32]) -> WebDriverResult<()> {
    as_on_a_phone(visit).await?;
    for width in widths {
        visit.size(*width, 900).await?;
        for scheme in ["light", "dark"] {
            emulate(visit, "", &[("prefers-color-scheme", scheme)]).await?;
            visit.open(path).await?;
            visit.until_cards().await?;
            take(visit, &format!("{name}-{width}-{scheme}-closed")).await?;
            open_all(visit).await?;
            take(visit, &format!("{name}-{width}-{scheme}-open")).await?;
        }
    }
    Ok(())
}

#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_a_long_document_and_of_the_article() {
    visit(|visit| async move {
        all_of(&visit, "long", "/stress-page", &[320, 768, 1280]).await?;
        all_of(&visit, "article", "/", &[320, 768, 1280]).await
    });
}

#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_each_theme() {
    visit(|visit| async move {
        for theme in ["plain", "broadsheet", "contrast"] {
            all_of(&visit, &format!("theme-{theme}"), &format!("/stress-page?theme={theme}"), &[390]).await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_languages() {
    visit(|visit| async move {
        visit.size(390, 900).await?;
        as_on_a_phone(&visit).await?;
        for (language, direction) in [("ar", "rtl"), ("hi", "ltr"), ("ja", "ltr"), ("de", "ltr")] {
            visit.open(&format!("/stress-page?lang={language}&dir={direction}")).await?;
            visit.until_cards().await?;
            open_all(&visit).await?;
            take(&visit, &format!("language-{language}")).await?;
        }
        Ok(())
    });
}

/// What a search has found, and one that finds nothing.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_searches() {
    visit(|visit| async move {
        visit.size(320, 900).await?;
        for (name, language, words) in [("found", "en", "list"), ("nothing", "de", "elephant")] {
            visit.open(&format!("/stress-page?lang={language}")).await?;
            visit.until_cards().await?;
            let search = format!(
                "root.querySelectorAll('.only')[1].click(); const field = root.querySelector('.search'); field.focus(); \
                field.value = {words:?}; field.dispatchEvent(new Event('input'))"
            );
            visit.ask(&search).await?;
            visit
                .until(
                    "root.querySelector('.showing [role=status]').textContent && root.querySelector('.card[hidden]')",
                )
                .await?;
            take(&visit, &format!("search-{name}")).await?;
        }
        Ok(())
    });
}

/// The card beside a passage of the article: on a phone, in a corner and beside the text.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_passages() {
    visit(|visit| async move {
        as_on_a_phone(&visit).await?;
        for (width, height) in [(320, 640), (390, 844), (800, 700), (1280, 900)] {
            for scheme in ["light", "dark"] {
                visit.size(width, height).await?;
                emulate(&visit, "", &[("prefers-color-scheme", scheme)]).await?;
                visit.open("/").await?;
                visit.until_cards().await?;
                visit.until("CSS.highlights.get('fact-cards-passages')?.size >= 8").await?;
                visit
                    .ask("scrollTo(0, 0); document.querySelectorAll('.text p')[5].scrollIntoView({ block: 'center' })")
                    .await?;
                visit.click_words("In our view").await?;
                visit.until_sheet_of("In our view").await?;
                let picture = visit.driver.cdp().send_raw("Page.captureScreenshot", json!({ "format": "png" })).await?;
                write(&format!("passage-{width}-{scheme}.png"), &picture);
            }
        }
        Ok(())
    });
}

/// On paper: the article with its cards, cards in a page of their own, and plain HTML.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_paper() {
    visit(|visit| async move {
        for (name, path) in [("article", "/"), ("page", "/prerendered-page"), ("plain", "/prerendered-plain")] {
            visit.open(path).await?;
            for (features, background) in [("reduce", false), ("no-preference", true)] {
                emulate(&visit, "", &[("prefers-reduced-motion", features)]).await?;
                let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": background });
                let pdf = visit.driver.cdp().send_raw("Page.printToPDF", paper).await?;
                write(&format!("paper-{name}{}.pdf", if background { "-with-backgrounds" } else { "" }), &pdf);
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_forced_colors_and_more_contrast_and_paper() {
    visit(|visit| async move {
        visit.size(390, 900).await?;
        visit.open("/stress-page").await?;
        visit.until_cards().await?;
        for (name, feature) in [
            ("forced-colors-light", [("forced-colors", "active"), ("prefers-color-scheme", "light")]),
            ("forced-colors-dark", [("forced-colors", "active"), ("prefers-color-scheme", "dark")]),
            ("more-contrast", [("prefers-contrast", "more"), ("prefers-color-scheme", "light")]),
        ] {
            emulate(&visit, "", &feature).await?;
            take(&visit, name).await?;
        }
        // A page of A4 with its margins, in pixels.
        visit.size(680, 900).await?;
        emulate(&visit, "print", &[]).await?;
        take(&visit, "paper").await?;
        emulate(&visit, "", &[]).await?;
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        let pdf = visit.driver.cdp().send_raw("Page.printToPDF", paper).await?;
        write("paper.pdf", &pdf);
        Ok(())
    });
}

/// Takes what the window shows. With `FACT_CARDS_WRITE` set, it replaces the picture of this name in docs/.
async fn take_for_docs(visit: &Visit, name: &str) -> WebDriverResult<()> {
    let picture = visit.driver.cdp().send_raw("Page.captureScreenshot", json!({ "format": "png" })).await?;
    write(name, &picture);
    if std::env::var_os("FACT_CARDS_WRITE").is_some() {
        let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs");
        fs::copy(folder().join(name), docs.join(name)).unwrap();
    }
    Ok(())
}

/// The picture of the cards in README.md.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_the_readme() {
    visit(|visit| async move {
        visit.size(1280, 960).await?;
        visit.open("/").await?;
        visit.until_cards().await?;
        visit.ask("root.querySelector('.rest > summary').focus({ preventScroll: true })").await?;
        visit.press(Key::Enter).await?;
        visit.until("root.querySelector('button.go:enabled')").await?;
        visit
            .ask("root.activeElement.blur(); scrollTo(0, 0); document.documentElement.style.scrollbarWidth = 'none'")
            .await?;
        take_for_docs(&visit, "screenshot.png").await
    });
}

/// The pictures of docs/editors.md: a draft of which two cards are accepted, and words that are chosen in its article.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn of_the_editor() {
    visit(|visit| async move {
        visit.size(1280, 860).await?;
        // What is scrolled is there at once.
        emulate(&visit, "", &[("prefers-reduced-motion", "reduce")]).await?;
        opened(&visit).await?;
        paste(&visit).await?;
        for accepted in 1..=2 {
            letter(&visit, "a").await?;
            visit.until(&format!("document.querySelectorAll('.card.is-accepted').length === {accepted}")).await?;
        }
        // The next card has been brought into view.
        visit.until("document.querySelector('.article').scrollTop > 0").await?;
        visit.ask("for (const box of document.querySelectorAll('.article, .side')) box.scrollTop = 0, box.style.scrollbarWidth = 'none'").await?;
        take_for_docs(&visit, "editor.png").await?;
        choose(&visit, "we will see if the US will be able to fully respond to our demands").await?;
        let is_seen = "document.querySelector('b.is-chosen')?.getBoundingClientRect().bottom < document.querySelector('.toolbar').getBoundingClientRect().top";
        visit.until(is_seen).await?;
        take_for_docs(&visit, "editor-words.png").await?;
        emulate(&visit, "", &[]).await
    });
}

/// Written last, because its name comes last: the tests of this module run one after the other, in the order of their names.
#[test]
#[ignore = "takes pictures: make screenshots"]
fn you_find_on_one_page() {
    let mut names: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".png"));
    names.sort();
    let figures: String = names
        .iter()
        .map(|name| format!("<figure><figcaption><a href=\"{name}\">{name}</a></figcaption><img src=\"{name}\" alt=\"\" loading=\"lazy\"></figure>\n"))
        .collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pictures of the cards</title>\n\
         <style>body {{ display: flex; flex-wrap: wrap; align-items: start; gap: 2rem; margin: 2rem; background: #888; font: 14px/1.5 sans-serif; }} \
         figure {{ margin: 0; }} a {{ color: #fff; }}</style>\n<p><a href=\"paper.pdf\">The cards on paper</a></p>\n{figures}"
    );
    fs::write(folder().join("index.html"), page).unwrap();
}
