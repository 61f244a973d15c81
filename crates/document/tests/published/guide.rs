//! Checks `docs/document.md`: its tables and its examples.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use document::schema::schema;
use serde_json::{Value, json};

use crate::{choices, holds, is_required, part, read, type_named};

const FILE: &str = "docs/document.md";
/// The text between BEGIN and END is generated from the type named in it.
const BEGIN: &str = "<!-- made from the type ";
const END: &str = "<!-- end -->\n";

#[test]
fn the_tables_are_those_of_the_schema() {
    let schema = schema();
    let found = read(FILE);
    let mut parts = found.split(BEGIN);
    let mut expected = parts.next().unwrap().to_owned();
    let mut told = BTreeSet::new();
    for rest in parts {
        let (name, rest) = rest.split_once(" -->\n").unwrap();
        let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("{name} has no end"));
        write!(expected, "{BEGIN}{name} -->\n{}\n{END}{after}", section(part(&schema, name))).unwrap();
        told.insert(name.to_owned());
    }
    holds(FILE, &expected);
    let types = schema["$defs"].as_object().unwrap().keys().cloned();
    assert_eq!(told, types.chain(["Document".to_owned()]).collect(), "each type has its section");
}

/// Writes the description of a type, and a table of its fields or of its names.
fn section(part: &Value) -> String {
    let mut text = format!("\n{}\n", part["description"].as_str().unwrap());
    if let Some(fields) = part["properties"].as_object() {
        text.push_str("\n| field | value | meaning |\n|---|---|---|\n");
        for (name, field) in fields {
            let required = if is_required(part, name) { ", required" } else { "" };
            let meaning = field["description"].as_str().unwrap();
            writeln!(text, "| `{name}` | {}{required} | {meaning} |", value(field)).unwrap();
        }
    }
    let choices = choices(part);
    if !choices.is_empty() {
        text.push_str("\n| value | meaning |\n|---|---|\n");
        for (name, meaning) in choices {
            writeln!(text, "| `\"{name}\"` | {meaning} |").unwrap();
        }
    }
    text
}

/// Describes the value of a field in a few words.
fn value(field: &Value) -> String {
    if let Some(name) = type_named(field) {
        return link(name, "");
    }
    if let Some(value) = field.get("const") {
        return format!("`{value}`");
    }
    match field["type"].as_str() {
        Some("string") => "text".to_owned(),
        Some("number") => "number".to_owned(),
        Some("array") => match type_named(&field["items"]) {
            Some(name) => format!("array of {}", link(name, "s")),
            None => "array of texts".to_owned(),
        },
        Some("object") => {
            format!("object, a key for each {}", link(type_named(&field["additionalProperties"]).unwrap(), ""))
        }
        other => panic!("no words for {other:?}"),
    }
}

/// Links to the section about the type.
fn link(name: &str, ending: &str) -> String {
    let words = match name {
        "SpeakerType" => "type of speaker".to_owned(),
        "WebUrl" => "web address".to_owned(),
        name => name.to_lowercase(),
    };
    format!("[{words}{ending}](#{})", words.replace(' ', "-"))
}

/// Returns the sections that have examples, each with the name of its type and the values.
fn examples(guide: &str) -> Vec<(&str, Vec<Value>)> {
    let sections = guide.split(BEGIN).skip(1).map(|section| section.split_once(" -->\n").unwrap());
    let values = |text: &str| {
        let all = text.split("```json\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
        all.map(|json| serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))).collect()
    };
    sections.map(|(name, text)| (name, values(text.split("\n## For ").next().unwrap()))).collect()
}

#[test]
fn the_examples_are_valid_and_have_every_field() {
    let schema = schema();
    let guide = read(FILE);
    for (name, values) in examples(&guide) {
        let of_type = json!({ "$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"] });
        let validator = jsonschema::draft202012::new(if name == "Document" { &schema } else { &of_type }).unwrap();
        for value in &values {
            let faults: Vec<_> = validator.iter_errors(value).map(|error| error.to_string()).collect();
            assert_eq!(faults, [""; 0], "{name}: {value}");
        }
        for field in part(&schema, name)["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
            assert!(values.iter().any(|value| value.get(field).is_some()), "no example of {name} has {field}");
        }
    }
}

#[test]
fn links_lead_to_existing_headings() {
    let guide = read(FILE);
    let anchor = |heading: &str| heading.to_lowercase().replace(' ', "-");
    let headings: BTreeSet<_> =
        guide.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' ')).map(anchor).collect();
    for target in guide.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert!(headings.contains(target), "#{target}");
    }
}
