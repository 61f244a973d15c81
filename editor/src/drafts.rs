//! The drafts that are kept in this browser.

use editing::{Work, file_stem};
use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// One draft, as the list of all has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: String,
    pub title: String,
    /// When it was changed last, in milliseconds since 1970.
    pub changed: f64,
}

const LIST: &str = "fact-cards-editor";

/// The name under which a draft is stored.
pub fn key(id: &str) -> String {
    format!("{LIST}:{id}")
}

/// All drafts, the last changed first.
pub fn all() -> Vec<Entry> {
    let mut entries: Vec<Entry> = LocalStorage::get(LIST).unwrap_or_default();
    entries.sort_by(|one, other| other.changed.total_cmp(&one.changed));
    entries
}

/// A name for a new draft that no other has.
pub fn new_id(work: &Work) -> String {
    format!("{}-{}", file_stem(work.article("headline")), js_sys::Date::now() as u64 % 1_000_000_000)
}

pub fn load(id: &str) -> Option<Work> {
    LocalStorage::raw().get_item(&key(id)).ok().flatten().and_then(|json| Work::from_json(&json))
}

/// Keeps a draft. Returns whether the browser had room for it.
pub fn keep(id: &str, work: &Work, json: &str) -> bool {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    entries.push(Entry { id: id.to_owned(), title: work.article("headline").to_owned(), changed: js_sys::Date::now() });
    LocalStorage::raw().set_item(&key(id), json).is_ok() && LocalStorage::set(LIST, entries).is_ok()
}

pub fn delete(id: &str) {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    // A list that becomes shorter always has room.
    let _ = LocalStorage::set(LIST, entries);
    LocalStorage::delete(key(id));
}
