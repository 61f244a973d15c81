//! The drafts that are kept in this browser.

use editing::{Work, file_stem};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// One draft, as the list of all has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: String,
    pub title: String,
    /// When it was changed last, in milliseconds since 1970.
    pub changed: f64,
}

const LIST: &str = "fact-cards-editor";

/// What the browser keeps for this site; `None` where it keeps nothing.
fn store() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok().flatten()
}

/// Returns whether there was room for it.
fn write(key: &str, text: &str) -> bool {
    store().is_some_and(|store| store.set_item(key, text).is_ok())
}

fn write_list(entries: &[Entry]) -> bool {
    write(LIST, &serde_json::to_string(entries).expect("texts and numbers can be written"))
}

/// The name under which a draft is stored.
pub fn key(id: &str) -> String {
    format!("{LIST}:{id}")
}

/// All drafts, the last changed first.
pub fn all() -> Vec<Entry> {
    let list = read(LIST);
    let mut entries: Vec<Entry> = list.and_then(|list| serde_json::from_str(&list).ok()).unwrap_or_default();
    entries.sort_by(|one, other| other.changed.total_cmp(&one.changed));
    entries
}

/// A name for a new draft that no other has.
pub fn new_id(work: &Work) -> String {
    format!("{}-{}", file_stem(work.article("headline")), js_sys::Date::now() as u64 % 1_000_000_000)
}

pub fn load(id: &str) -> Option<Work> {
    read(&key(id)).and_then(|json| Work::from_json(&json))
}

/// Keeps a draft. Returns whether the browser had room for it.
pub fn keep(id: &str, work: &Work, json: &str) -> bool {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    entries.push(Entry { id: id.to_owned(), title: work.article("headline").to_owned(), changed: js_sys::Date::now() });
    write(&key(id), json) && write_list(&entries)
}

pub fn delete(id: &str) {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    // A list that becomes shorter always has room.
    write_list(&entries);
    if let Some(store) = store() {
        let _ = store.remove_item(&key(id));
    }
}
