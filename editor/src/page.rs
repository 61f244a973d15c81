//! What is asked of the browser beyond gloo.

use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_then(text: &str, done: JsValue);
    pub fn download(name: &str, media_type: &str, text: &str);
    fn selected() -> Option<Vec<usize>>;
    pub fn unselect();
    pub fn writes(target: &JsValue) -> bool;
    pub fn show(selector: &str);
    pub fn focus(selector: &str);
    pub fn now() -> f64;
    pub fn told(time: f64, language: &str) -> String;
    pub fn languages() -> String;
    #[wasm_bindgen(js_name = tellOpener)]
    pub fn tell_opener() -> bool;
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: &str, done: Callback<bool>) {
    let done = Closure::once_into_js(move |is_copied: bool| done.emit(is_copied));
    copy_then(text, done);
}

/// The words that are selected in the article: their paragraph, and where they begin and end in it, in UTF-16 code units.
pub fn selection() -> Option<(usize, usize, usize)> {
    match selected()?.as_slice() {
        [paragraph, from, to] => Some((*paragraph, *from, *to)),
        _ => None,
    }
}
