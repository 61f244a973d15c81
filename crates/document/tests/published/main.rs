//! Everything published about the format agrees with the types: the TypeScript declarations, the guide, the documents.
//!
//! The declarations and the tables of the guide are generated here. After a change of the types,
//! `WRITE=1 cargo test -p document --test published` writes them again.
#![cfg(not(target_arch = "wasm32"))]

mod guide;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};

use document::decode::decode;
use document::schema::{FILE_NAME, schema};
use serde_json::Value;

/// Reads a file of the project.
fn place(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file)
}

fn read(file: &str) -> String {
    fs::read_to_string(place(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Compares a file with its expected contents, or writes them if `WRITE` is set in the environment.
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

/// Returns the type that a `$ref` refers to.
fn type_named(part: &Value) -> Option<&str> {
    part["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/"))
}

/// Returns the object with this name in the schema; `Document` is the whole schema.
fn part<'schema>(schema: &'schema Value, name: &str) -> &'schema Value {
    if name == "Document" { schema } else { &schema["$defs"][name] }
}

fn is_required(part: &Value, field: &str) -> bool {
    part["required"].as_array().is_some_and(|all| all.iter().any(|name| name == field))
}

/// Returns the names in an enumeration, each with its description.
fn choices(part: &Value) -> Vec<(&str, &str)> {
    let all = part["oneOf"].as_array().into_iter().flatten();
    all.filter_map(|choice| Some((choice["const"].as_str()?, choice["description"].as_str()?))).collect()
}

#[test]
fn each_document_of_the_project_is_valid_and_names_the_schema() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let mut seen = 0;
    for folder in ["data", "demo/documents"] {
        for entry in fs::read_dir(place(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            // These two demonstrate faults.
            if name == "not-json.json" {
                continue;
            }
            let text = read(&format!("{folder}/{name}"));
            let document: Value = serde_json::from_str(&text).unwrap();
            let sound = name != "one-broken-claim.json";
            assert_eq!(validator.is_valid(&document), sound, "{name}");
            assert_eq!(decode(&text).unwrap().problems.is_empty(), sound, "{name}");
            // The build puts the schema into its root folder, and these folders next to it.
            let up = "../".repeat(folder.split('/').count());
            assert_eq!(document["$schema"], format!("{up}{FILE_NAME}"), "{name}");
            seen += 1;
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn the_documents_inside_the_demo_pages_are_valid() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let mut seen = 0;
    for file in fs::read_dir(place("demo")).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        for script in fs::read_to_string(&file).unwrap().split("<script type=\"application/json\"").skip(1) {
            let json = script.split_once('>').unwrap().1.split_once("</script>").unwrap().0;
            let faults = validator.iter_errors(&serde_json::from_str(json).unwrap()).count();
            assert_eq!((faults, decode(json).unwrap().problems), (0, vec![]), "{}", file.display());
            seen += 1;
        }
    }
    assert!(seen > 1, "{seen}");
}

#[test]
fn the_smallest_document_of_the_readme_is_valid() {
    let readme = read("README.md");
    let smallest = readme.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    jsonschema::draft202012::validate(&schema(), &serde_json::from_str(smallest).unwrap()).unwrap();
}
