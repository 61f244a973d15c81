//! The finder reads the same paragraphs as the crate `article`, from the same pages.

use std::fs;
use std::path::Path;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use tower_http::services::{ServeDir, ServeFile};

use crate::browser::visit;

const FINDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/finder/src");
const ELEMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/element");
const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/article/tests/pages");

/// A module in place of the wasm, which keeps the paragraphs that it is given, and whether they begin a box.
const GLUE: &str = "export const read = []; export const begin = () => 1; export const push = (article, text, beginsBox) => { read.push([text, beginsBox]); }; export const end = () => {}; export const find = () => []; export const fragment = () => \"\"; export const imports = () => ({}); export const finalize = () => {};";

/// The modules of the finder as they are written, with an empty wasm, and the pages.
pub fn files() -> Router {
    Router::new()
        .route("/finder/glue.js", get(|| async { ([(CONTENT_TYPE, "text/javascript")], GLUE) }))
        .route("/finder/%7Bquotes%7D", get(|| async { *b"\0asm\x01\0\0\0" }))
        .route_service("/finder/browser.js", ServeFile::new(format!("{ELEMENT}/browser.js")))
        .route_service("/finder/queue.js", ServeFile::new(format!("{ELEMENT}/queue.js")))
        .nest_service("/finder", ServeDir::new(FINDER))
        .nest_service("/pages", ServeDir::new(PAGES))
}

const READ: &str = "const [done] = arguments; (async () => { \
    const [{ readingOf }, { read }] = await Promise.all([import('/finder/reading.js'), import('/finder/glue.js')]); \
    await readingOf(document.querySelector('main')); return read; })().then(done, (error) => done([String(error)]))";

/// White space in HTML is shown as one space, and not at all at the ends.
fn collapsed(text: &str) -> String {
    let words: Vec<_> = text.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[test]
#[ignore = "needs dist/ and a browser: make test"]
fn the_page_is_read_by_the_finder_as_by_the_command() {
    visit(|visit| async move {
        let mut pages: Vec<_> = fs::read_dir(PAGES).unwrap().map(|entry| entry.unwrap().path()).collect();
        pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
        assert!(pages.len() > 10);
        for page in pages {
            let name = page.file_stem().unwrap().to_str().unwrap();
            visit.open(&format!("/pages/{name}.html")).await?;
            let read = visit.driver.execute_async(READ, vec![]).await?;
            let read: Vec<(String, bool)> = serde_json::from_value(read.json().clone()).unwrap();
            let texts: Vec<String> = read.iter().map(|(text, _)| collapsed(text)).collect();
            assert_eq!(texts, expected(&page), "{name}");
            // Where a browser sees something else, there is nothing to compare with.
            if !page.with_extension("browser.txt").exists() {
                let boxes: Vec<bool> = read.iter().skip(1).map(|(_, begins_box)| *begins_box).collect();
                assert_eq!(boxes, boxes_of(&page), "{name}");
            }
        }
        Ok(())
    });
}

fn expected(page: &Path) -> Vec<String> {
    let texts = [page.with_extension("browser.txt"), page.with_extension("txt")];
    let text = texts.iter().find_map(|file| fs::read_to_string(file).ok()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Whether each paragraph but the first stands in another box than the one before.
fn boxes_of(page: &Path) -> Vec<bool> {
    let paragraphs = article::paragraphs(&fs::read_to_string(page).unwrap());
    paragraphs.windows(2).map(|pair| pair[0].place != pair[1].place).collect()
}
