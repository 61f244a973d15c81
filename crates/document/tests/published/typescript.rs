//! Checks `fact-cards.d.ts`: the part about the document.

use std::fmt::Write as _;

use document::schema::schema;
use serde_json::Value;

use crate::{choices, holds, is_required, part, read, type_named};

const FILE: &str = "src/element/fact-cards.d.ts";
const BEGIN: &str = "// The document. Made from the schema by crates/document/tests/published; do not edit.\n";
const END: &str = "// End of what is made from the schema.\n";

#[test]
fn the_declarations_are_those_of_the_schema() {
    let found = read(FILE);
    let (before, rest) = found.split_once(BEGIN).expect("the beginning is marked");
    let (_, after) = rest.split_once(END).expect("the end is marked");
    holds(FILE, &format!("{before}{BEGIN}\n{}{END}{after}", declarations(&schema())));
}

fn declarations(schema: &Value) -> String {
    let types = schema["$defs"].as_object().unwrap().keys().map(String::as_str);
    let mut text = String::new();
    for name in ["Document"].into_iter().chain(types) {
        let part = part(schema, name);
        comment(&mut text, "", &meaning(part));
        match part["properties"].as_object() {
            Some(_) => interface(&mut text, name, part),
            None => writeln!(text, "export type {} = {};", type_name(name), type_of(part)).unwrap(),
        }
        text.push('\n');
    }
    text
}

fn interface(text: &mut String, name: &str, part: &Value) {
    writeln!(text, "export interface {} {{", type_name(name)).unwrap();
    for (field, value) in part["properties"].as_object().unwrap() {
        comment(text, "  ", &[value["description"].as_str().unwrap().to_owned()]);
        let optional = if is_required(part, field) { "" } else { "?" };
        writeln!(text, "  {field}{optional}: {};", type_of(value)).unwrap();
    }
    assert_eq!(part["patternProperties"]["^\\$"], true);
    comment(text, "  ", &["For tools and notes, such as `$schema`. Ignored.".to_owned()]);
    writeln!(text, "  [key: `$${{string}}`]: unknown;\n}}").unwrap();
}

/// Writes the description of a type, and for an enumeration the description of each name.
fn meaning(part: &Value) -> Vec<String> {
    let mut paragraphs = vec![part["description"].as_str().unwrap().to_owned()];
    paragraphs.extend(choices(part).into_iter().map(|(name, meaning)| format!("`{name}`: {meaning}")));
    paragraphs
}

/// `Document` and `Date` are already names of browser types.
fn type_name(name: &str) -> &str {
    match name {
        "Document" => "FactCardsDocument",
        "Date" => "IsoDate",
        name => name,
    }
}

fn type_of(part: &Value) -> String {
    let union = |types: Vec<String>| types.join(" | ");
    if let Some(name) = type_named(part) {
        return type_name(name).to_owned();
    }
    if part.get("const").is_some() {
        return part["const"].to_string();
    }
    if let Some(all) = part["oneOf"].as_array().or(part["anyOf"].as_array()) {
        return union(all.iter().map(type_of).collect());
    }
    match part["type"].as_str() {
        Some("string") => "string".to_owned(),
        Some("number") => "number".to_owned(),
        Some("array") => format!("{}[]", type_of(&part["items"])),
        Some("object") => format!("Record<string, {}>", type_of(&part["additionalProperties"])),
        other => panic!("no TypeScript for {other:?}"),
    }
}

/// Writes a comment in lines of at most 120 characters.
fn comment(text: &mut String, indent: &str, paragraphs: &[String]) {
    if let [line] = paragraphs
        && line.chars().count() + indent.len() <= 112
    {
        return writeln!(text, "{indent}/** {line} */").unwrap();
    }
    writeln!(text, "{indent}/**").unwrap();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let mut line = format!("{indent} *{}", if index > 0 { " -" } else { "" });
        for word in paragraph.split(' ') {
            if line.chars().count() + 1 + word.chars().count() > 120 {
                writeln!(text, "{line}").unwrap();
                line = format!("{indent} *{}", if index > 0 { "  " } else { "" });
            }
            line = format!("{line} {word}");
        }
        writeln!(text, "{line}").unwrap();
    }
    writeln!(text, "{indent} */").unwrap();
}
