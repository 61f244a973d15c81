//! What is asked of the browser beyond gloo.

use std::cell::Cell;

use editing::{JsonLd, Reviews};
use wasm_bindgen::prelude::*;
use yew::Callback;

// Each function takes a text, even where it needs none: wasm-bindgen imports one without parameters as it is, with no function of the glue around
// it, and then the build finds no name to shorten, and ends.
#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_then(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = read)]
    fn read_then(file: &web_sys::File, encoding: &str, done: JsValue);
    pub fn download(name: &str, media_type: &str, text: &str);
    fn selected() -> Option<Vec<usize>>;
    pub fn show(selector: &str);
    pub fn focus(selector: &str);
    #[wasm_bindgen(js_name = leaveField)]
    pub fn leave_field(unused: &str);
    #[wasm_bindgen(js_name = takeFocus)]
    pub fn take_focus(selector: &str);
    #[wasm_bindgen(js_name = showTab)]
    pub fn show_tab(panel: &str);
    #[wasm_bindgen(js_name = toTop)]
    fn to_top(unused: &str);
    pub fn remembered(name: &str) -> String;
    pub fn remember(name: &str, text: &str);
    pub fn told(time: &str, language: &str) -> String;
    #[wasm_bindgen(js_name = widgetLanguages)]
    fn languages_of_widget(language: &str) -> String;
    #[wasm_bindgen(js_name = wordsForDrafts)]
    async fn drafting(language: &str) -> JsValue;
    #[wasm_bindgen(js_name = example)]
    async fn example_of_editor(unused: &str) -> JsValue;
    #[wasm_bindgen(js_name = wordsOfWidget)]
    async fn widget(language: &str) -> JsValue;
    #[wasm_bindgen(catch, js_name = documentsOfReviews)]
    async fn documents_of(json_ld: &str, is_page: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = sheetOfCards)]
    async fn sheet(unused: &str) -> JsValue;
}

/// The languages that the cards have words in: their tags, and their names in this language.
pub fn widget_languages(language: &str) -> Vec<(String, String)> {
    let lines = languages_of_widget(language);
    lines.lines().filter_map(|line| line.split_once(' ')).map(|(tag, name)| (tag.to_owned(), name.to_owned())).collect()
}

/// The file with a language's words for drafting; `None` if it does not come.
pub async fn words_for_drafts(language: &str) -> Option<String> {
    drafting(language).await.as_string()
}

/// The article of the example, as plain text; `None` if it does not come.
pub async fn example() -> Option<String> {
    example_of_editor("").await.as_string()
}

/// The file with the widget's own words in a language, empty if they are in English; `None` if it does not come.
pub async fn words_of_widget(language: &str) -> Option<String> {
    widget(language).await.as_string()
}

/// The cards' style sheet, which is a part of published HTML; `None` if it does not come.
pub async fn sheet_of_cards() -> Option<String> {
    sheet("").await.as_string()
}

/// What is made of the reviews in JSON-LD by the program that readers' browsers load for it; `None` if it does not come.
pub async fn documents_of_reviews(json_ld: &JsonLd) -> Option<Reviews> {
    const BETWEEN: &str = "\0";
    match documents_of(&json_ld.blocks.join(BETWEEN), json_ld.is_page).await {
        Ok(documents) => Some(Ok(documents.as_string()?.split(BETWEEN).map(str::to_owned).collect())),
        // It has failed, and so does whoever asked.
        Err(error) => Some(Err(error.as_string().expect("a reason"))),
    }
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: &str, done: Callback<bool>) {
    let done = Closure::once_into_js(move |is_copied: bool| done.emit(is_copied));
    copy_then(text, done);
}

/// Reads a text file. One that is no Unicode was most likely written by an older program on Windows.
pub fn read(file: &web_sys::File, done: Callback<String>) {
    let done = Closure::once_into_js(move |text: String| done.emit(text));
    read_then(file, "windows-1252", done);
}

/// The words that are selected in the article: for each paragraph its number, and where they begin and end in it, in UTF-16 code units.
pub fn selection() -> Option<Vec<(usize, usize, usize)>> {
    let places = selected()?;
    Some(places.chunks_exact(3).map(|place| (place[0], place[1], place[2])).collect())
}

/// Brings an element into view once it has been drawn.
pub fn show_later(selector: &'static str) {
    gloo::timers::callback::Timeout::new(30, || show(selector)).forget();
}

/// Goes to what a panel is about: a selector, or the top of the panel.
pub fn go_to(selector: Option<&str>) {
    match selector {
        Some(selector) => show(selector),
        // A call without a text would bypass the glue, which the build renames.
        None => to_top(""),
    }
}

/// Moves the focus, if nothing has it, to the open card, to the heading of the problems, or to the panel.
pub fn take_focus_in_panel() {
    ["#panel .card.is-open", "#panel .problems-title", "#panel"].into_iter().for_each(take_focus);
}

thread_local! {
    /// Whether the draft that is open is kept nowhere but in this page.
    static IS_AT_RISK: Cell<bool> = const { Cell::new(false) };
}

pub fn set_at_risk(is_at_risk: bool) {
    IS_AT_RISK.set(is_at_risk);
}

/// Whether the draft may be left: it is kept, or the editor has been asked and does not need it.
pub fn may_leave(question: &str) -> bool {
    !IS_AT_RISK.get() || gloo::utils::window().confirm_with_message(question).unwrap_or_default()
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
    let opener = gloo::utils::window().opener().ok().filter(|opener| opener.is_object());
    // A window of another site is no `Window` of this one.
    let opener = opener.map(JsCast::unchecked_into::<web_sys::Window>);
    // The page that opened it may be of any site, and learns nothing but this.
    opener.is_some_and(|opener| opener.post_message(&"fact-cards-editor-ready".into(), "*").is_ok())
}
