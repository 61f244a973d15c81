//! What somebody has brought: held until a draft of it is kept, so that no fault can lose it.

use web_sys::{DataTransfer, Storage};

use crate::drafts;

/// An article, or whatever was pasted, dropped or typed in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    pub source: String,
    /// The name of the file; empty if it was none.
    pub name: String,
    /// What stands in the field for it: the text without its markup, or nothing for a file.
    pub shown: String,
}

/// What stands between two texts where they are held: a character that no text has.
const BETWEEN: &str = "\0";

impl Brought {
    /// What was typed, or is no file for another reason.
    pub fn text(text: String) -> Self {
        Self { source: text.clone(), name: String::new(), shown: text }
    }

    /// What was dragged or is on the clipboard: a part of a page with its paragraphs, or text.
    pub fn of(data: &DataTransfer, is_source: impl Fn(&str) -> bool) -> Option<Self> {
        let of = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
        let (text, html) = (of("text/plain"), of("text/html"));
        match (text, html) {
            (Some(shown), Some(source)) if !is_source(&shown) => Some(Self { source, name: String::new(), shown }),
            (text, html) => text.or(html).map(Self::text),
        }
    }

    /// Holds it for as long as the tab is open, also where the page stops.
    pub fn hold(&self) {
        if let Some(store) = store() {
            let Self { source, name, shown } = self;
            let _ = store.set_item(drafts::LIST, &[&**name, shown, source].join(BETWEEN));
        }
    }

    /// What was brought last, if no draft of it was kept.
    pub fn held() -> Option<Self> {
        let text = store()?.get_item(drafts::LIST).ok()??;
        let (name, text) = text.split_once(BETWEEN)?;
        let (shown, source) = text.split_once(BETWEEN)?;
        Some(Self { source: source.to_owned(), name: name.to_owned(), shown: shown.to_owned() })
    }

    /// Ends holding it.
    pub fn release() {
        if let Some(store) = store() {
            let _ = store.remove_item(drafts::LIST);
        }
    }
}

/// What the browser keeps for this tab; `None` where it keeps nothing.
fn store() -> Option<Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}
