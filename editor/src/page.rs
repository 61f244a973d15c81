//! What is asked of the browser beyond gloo.

use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_then(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = read)]
    fn read_then(file: &web_sys::File, done: JsValue);
    pub fn download(name: &str, media_type: &str, text: &str);
    fn selected() -> Option<Vec<usize>>;
    pub fn show(selector: &str);
    pub fn focus(selector: &str);
    #[wasm_bindgen(js_name = toTop)]
    fn to_top(unused: &str);
    pub fn told(time: f64, language: &str) -> String;
    pub fn languages() -> String;
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: &str, done: Callback<bool>) {
    let done = Closure::once_into_js(move |is_copied: bool| done.emit(is_copied));
    copy_then(text, done);
}

/// Reads a text file.
pub fn read(file: &web_sys::File, done: Callback<String>) {
    let done = Closure::once_into_js(move |text: String| done.emit(text));
    read_then(file, done);
}

/// The words that are selected in the article: their paragraph, and where they begin and end in it, in UTF-16 code units.
pub fn selection() -> Option<(usize, usize, usize)> {
    match selected()?.as_slice() {
        [paragraph, from, to] => Some((*paragraph, *from, *to)),
        _ => None,
    }
}

/// Goes to what a panel is about: a selector, or the top of the panel.
pub fn go_to(selector: Option<&str>) {
    match selector {
        Some(selector) => show(selector),
        // A call without a text would bypass the glue, which the build renames.
        None => to_top(""),
    }
}

/// Takes the browser's own selection away: the editor shows its own.
pub fn unselect() {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Whether a key that is pressed there writes something, or chooses from a list.
pub fn is_field(target: &web_sys::Element) -> bool {
    let fields = "input:not([type=file]), textarea, select";
    target.closest(fields).is_ok_and(|field| field.is_some())
}

/// Tells the window that opened this one, if there is one, that the editor is ready. Returns whether there is one.
pub fn tell_opener() -> bool {
    let opener = gloo::utils::window().opener().ok().and_then(|opener| opener.dyn_into::<web_sys::Window>().ok());
    // The page that opened it may be of any site, and learns nothing but this.
    opener.is_some_and(|opener| opener.post_message(&"fact-cards-editor-ready".into(), "*").is_ok())
}
