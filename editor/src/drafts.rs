//! The drafts that are kept in this browser.

use crate::brought::Brought;

use editing::{History, Work, file_stem, string};
use serde_json::{Number, Value, json};
use web_sys::Storage;

/// One draft, as the list of all has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: String,
    pub title: String,
    /// When it was changed last, in milliseconds since 1970; `None` where the list does not say. It keeps its digits, because reading
    /// a floating-point number brings 10 KB of tables.
    pub changed: Option<Number>,
}

/// The name of the list; what a tab holds has the same name.
pub const LIST: &str = "fact-cards-editor";

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
    let entry = |entry: &Entry| json!({ "id": entry.id, "title": entry.title, "changed": entry.changed });
    write(LIST, &Value::Array(entries.iter().map(entry).collect()).to_string())
}

/// The name under which a draft is stored.
pub fn key(id: &str) -> String {
    format!("{LIST}:{id}")
}

/// The name under which the changes of a draft are stored: not one of the drafts.
fn key_of_changes(id: &str) -> String {
    format!("{LIST}-changes:{id}")
}

/// Whether the browser keeps nothing for this site.
pub fn is_blocked() -> bool {
    store().is_none()
}

/// All drafts, the last changed first. One that the list has lost is still there.
pub fn all() -> Vec<Entry> {
    let list = read(LIST).and_then(|list| serde_json::from_str(&list).ok()).unwrap_or(Value::Null);
    let Some(store) = store() else { return Vec::new() };
    let names = (0..store.length().unwrap_or_default()).filter_map(|number| store.key(number).ok().flatten());
    let prefix = key("");
    let entry = |name: String| {
        let id = name.strip_prefix(&prefix)?;
        let known = list.as_array().and_then(|list| list.iter().find(|entry| string(entry, "id") == id));
        let kept_title = known.and_then(|entry| entry.get("title")?.as_str()).map(str::to_owned);
        let title = kept_title.unwrap_or_else(|| load(id).map_or(id.to_owned(), |work| title(&work)));
        let changed = known.and_then(|entry| entry.get("changed")?.as_number()).cloned();
        Some(Entry { id: id.to_owned(), title, changed })
    };
    // All have the same number of digits.
    let changed = |entry: &Entry| entry.changed.as_ref().map(Number::to_string);
    let mut entries: Vec<Entry> = Vec::new();
    for entry in names.filter_map(entry) {
        let last_changed = changed(&entry);
        let at = entries.iter().position(|other| changed(other) < last_changed).unwrap_or(entries.len());
        entries.insert(at, entry);
    }
    entries
}

/// A name for a new draft that no other has.
pub fn new_id(work: &Work) -> String {
    format!("{}-{}", file_stem(work.article("headline")), now() % 1_000_000_000)
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The most letters of a title that is no headline.
const LONGEST_TITLE: usize = 60;

/// What a draft is called: its headline, or how the article begins.
pub fn title(work: &Work) -> String {
    match work.article("headline") {
        "" => work.paragraphs().first().map_or_else(String::new, |text| text.chars().take(LONGEST_TITLE).collect()),
        headline => headline.to_owned(),
    }
}

/// A draft; `None` if it is not there or cannot be read.
pub fn load(id: &str) -> Option<Work> {
    text(id).and_then(|json| Work::from_json(&json))
}

/// A draft with the changes that can be undone; `None` if it is not there or cannot be read.
pub fn load_with_changes(id: &str) -> Option<History> {
    load(id).map(|work| History::resumed(work, read(&key_of_changes(id)).as_deref()))
}

/// Keeps what can be undone of a draft: as many of the last changes as there is room for.
pub fn keep_changes(id: &str, history: &History) {
    let is_kept = history.to_texts().any(|text| write(&key_of_changes(id), &text));
    if !is_kept {
        remove(&key_of_changes(id));
    }
}

fn remove(key: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(key);
    }
}

/// The text of a draft as it is stored.
pub fn text(id: &str) -> Option<String> {
    read(&key(id))
}

/// Keeps a draft. Returns whether the browser had room for it.
pub fn keep(id: &str, work: &Work, json: &str) -> bool {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    entries.push(Entry { id: id.to_owned(), title: title(work), changed: Some(now().into()) });
    let write = || write(&key(id), json) && write_list(&entries);
    // The drafts need the room more than what could be undone of them.
    let is_kept = write()
        || entries.iter().any(|entry| read(&key_of_changes(&entry.id)).is_some()) && {
            entries.iter().for_each(|entry| remove(&key_of_changes(&entry.id)));
            write()
        };
    if is_kept {
        Brought::release();
    }
    is_kept
}

pub fn delete(id: &str) {
    let mut entries = all();
    entries.retain(|entry| entry.id != id);
    // A list that becomes shorter always has room.
    write_list(&entries);
    [key(id), key_of_changes(id)].iter().for_each(|key| remove(key));
}
