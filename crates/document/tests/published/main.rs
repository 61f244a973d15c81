//! What is published about the format says what the types say: the TypeScript declarations, the guide.
//!
//! The declarations and the tables of the guide are made here. After a change of the types, `WRITE=1 cargo test -p
//! document --test published` writes them anew.
#![cfg(not(target_arch = "wasm32"))]

mod guide;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};

use document::schema::schema;
use serde_json::Value;

/// A file of the project.
fn place(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file)
}

fn read(file: &str) -> String {
    fs::read_to_string(place(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Holds a file against what it should be, or with `WRITE` in the environment makes it so.
#[track_caller]
fn holds(file: &str, expected: &str) {
    if std::env::var_os("WRITE").is_some() {
        fs::write(place(file), expected).unwrap();
    }
    let found = read(file);
    let differs = found.lines().zip(expected.lines()).find(|(one, other)| one != other);
    let mend = "run WRITE=1 cargo test -p document --test published";
    assert!(found == expected, "{file} does not say what the types say; {mend}\n{differs:?}");
}

/// The type that a `$ref` leads to.
fn type_named(part: &Value) -> Option<&str> {
    part["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/"))
}

/// The object of this name in the schema; `Document` is the whole.
fn part<'schema>(schema: &'schema Value, name: &str) -> &'schema Value {
    if name == "Document" { schema } else { &schema["$defs"][name] }
}

fn is_required(part: &Value, field: &str) -> bool {
    part["required"].as_array().is_some_and(|all| all.iter().any(|name| name == field))
}

/// The names in an enumeration, each with what it means.
fn choices(part: &Value) -> Vec<(&str, &str)> {
    let all = part["oneOf"].as_array().into_iter().flatten();
    all.filter_map(|choice| Some((choice["const"].as_str()?, choice["description"].as_str()?))).collect()
}

#[test]
fn the_smallest_document_of_the_readme_is_valid() {
    let readme = read("README.md");
    let smallest = readme.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    jsonschema::draft202012::validate(&schema(), &serde_json::from_str(smallest).unwrap()).unwrap();
}
