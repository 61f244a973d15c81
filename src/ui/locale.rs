//! Dates and names of languages as readers of a language write them: the browser's `Intl` does it.

use crate::model::{Date, Language};

/// The day as it is written in the document, without conversion between time zones: `February 11, 2019` in
/// English.
#[cfg(target_arch = "wasm32")]
pub(super) fn date(date: &Date, language: &str) -> String {
    use crate::model::Precision;
    use js_sys::{Object, Reflect};

    let options = Object::new();
    let set = |name: &str, value: &str| drop(Reflect::set(&options, &name.into(), &value.into()));
    set("timeZone", "UTC");
    set("year", "numeric");
    if date.precision() >= Precision::Month {
        set("month", "long");
    }
    if date.precision() == Precision::Day {
        set("day", "numeric");
    }
    // A date without a time is read as midnight UTC, whatever its precision.
    let moment = js_sys::Date::new(&date.day().into());
    moment.to_locale_date_string(language, &options).into()
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn date(date: &Date, _language: &str) -> String {
    date.day().to_owned()
}

/// `Russian` for `ru`, in English.
#[cfg(target_arch = "wasm32")]
pub(super) fn language_name(language: &Language, in_language: &str) -> String {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Intl)]
        type DisplayNames;
        #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
        fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
        #[wasm_bindgen(method, catch)]
        fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
    }

    let options = js_sys::Object::new();
    drop(js_sys::Reflect::set(&options, &"type".into(), &"language".into()));
    let name = DisplayNames::new(in_language, &options).and_then(|names| names.of(language.as_str()));
    name.ok().flatten().unwrap_or_else(|| language.as_str().to_owned())
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn language_name(language: &Language, _in_language: &str) -> String {
    language.as_str().to_owned()
}
