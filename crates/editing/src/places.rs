//! Fields within fields of a document.

use serde_json::{Map, Value};

/// Sets the value at a place such as `source/url` or `reviews/0/by`. Objects and lists on the way to it are made; with `None`, the
/// value is removed, and so is what becomes empty around it.
pub fn set(root: &mut Value, place: &str, value: Option<Value>) {
    let (name, rest) = match place.split_once('/') {
        Some((name, rest)) => (name, Some(rest)),
        None => (place, None),
    };
    if let (Value::Array(entries), Ok(number)) = (&mut *root, name.parse::<usize>()) {
        return set_entry(entries, number, rest, value);
    }
    let Value::Object(fields) = root else { return };
    match (rest, value) {
        (None, Some(value)) => drop(fields.insert(name.to_owned(), value)),
        (None, None) => drop(fields.shift_remove(name)),
        (Some(rest), value) => {
            if value.is_none() && !fields.contains_key(name) {
                return;
            }
            let inner = fields.entry(name).or_insert_with(|| empty(rest));
            set(inner, rest, value);
            // A claim keeps its list of statements, which every claim must have.
            if is_empty(inner) && name != "statements" {
                fields.shift_remove(name);
            }
        }
    }
}

fn set_entry(entries: &mut Vec<Value>, number: usize, rest: Option<&str>, value: Option<Value>) {
    if number > entries.len() || value.is_none() && number == entries.len() {
        return;
    }
    match (rest, value) {
        (None, Some(value)) if number == entries.len() => entries.push(value),
        (None, Some(value)) => entries[number] = value,
        (None, None) => drop(entries.remove(number)),
        (Some(rest), value) => {
            if number == entries.len() {
                entries.push(empty(rest));
            }
            set(&mut entries[number], rest, value);
            if is_empty(&entries[number]) {
                entries.remove(number);
            }
        }
    }
}

/// What holds the first name of a place: a list, if that is a number.
fn empty(place: &str) -> Value {
    let first = place.split('/').next().unwrap_or_default();
    if first.parse::<usize>().is_ok() { Value::Array(Vec::new()) } else { Value::Object(Map::new()) }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// A path such as `claims[2].statements[0].quote`, as its names and numbers.
pub fn steps(path: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix("[\"") {
            let Some((name, behind)) = inner.split_once("\"]") else { break };
            steps.push(name.to_owned());
            rest = behind;
        } else if let Some(inner) = rest.strip_prefix('[') {
            let Some((number, behind)) = inner.split_once(']') else { break };
            steps.push(number.to_owned());
            rest = behind;
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end == 0 {
                break;
            }
            steps.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
    }
    steps
}
