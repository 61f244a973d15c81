//! The JSON Schema of the document, made from the types of [`crate::model`] and their comments.
//!
//! The schema accepts a document exactly if the decoder reports no error and no warning for it. What a schema cannot
//! express is listed, with the reasons, in `tests/schema.rs` and in `docs/document.md`.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Value, json};

use crate::model::{VERSION, Versioned};

/// The name of the file that contains the published schema.
pub const FILE_NAME: &str = "fact-cards-1.schema.json";

/// The schema of a document, version 1, in the JSON Schema dialect of 2020-12.
pub fn schema() -> Value {
    // The schema describes what should be written: the decoder reads `null` as an absent field, but nobody should write it.
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(tidy));
    let dialect = json!(settings.meta_schema);
    let mut schema = settings.into_generator().into_root_schema_for::<Versioned>();
    first(&mut schema, "title", json!(format!("Fact cards document, version {VERSION}")));
    first(&mut schema, "$schema", dialect);
    schema.into()
}

/// The contents of the published file.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

/// The only allowed value of `version`.
pub(crate) fn version(_: &mut schemars::SchemaGenerator) -> Schema {
    json_schema!({ "const": VERSION })
}

/// At least one of these fields must be there.
pub(crate) fn needs_one_of(names: &[&str]) -> Value {
    names.iter().map(|name| json!({ "required": [name] })).collect()
}

/// How JSON writes `Words`.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[expect(dead_code, reason = "describes a form; nothing is stored in it")]
pub(crate) enum OneOrSeveral {
    /// All the words in one text.
    One(Text),
    /// Several texts, in order.
    Several(#[schemars(length(min = 1))] Vec<Text>),
}

// A text that is not blank. A doc comment here would be published wherever this type is used.
#[derive(JsonSchema)]
#[schemars(transparent, inline, extend("pattern" = NOT_BLANK))]
#[expect(dead_code, reason = "describes a form; nothing is stored in it")]
pub(crate) struct Text(String);

const NOT_BLANK: &str = "\\S";

/// Rules for every object and every field, in one place.
fn tidy(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get("description") {
        // Line breaks in comments are for readers of the Rust code only.
        let description = description.replace('\n', " ");
        first(schema, "description", json!(description));
    }
    // Numbers keep their digits, so their format is not “double”.
    schema.remove("format");
    for field in
        schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flat_map(|all| all.values_mut())
    {
        absent_not_null(field);
        // The decoder reports blank texts everywhere except in the paragraphs of the article.
        if field["type"] == "string" && field.get("pattern").is_none() {
            field["pattern"] = json!(NOT_BLANK);
        }
    }
    if schema.get("type").is_some_and(|name| name == "object") {
        // Keys that start with `$` are for tools and notes. The decoder warns about any other unknown key: most are
        // misspelled, and their values are not shown.
        schema.insert("patternProperties".to_owned(), json!({ "^\\$": true }));
        schema.ensure_object().entry("additionalProperties").or_insert(json!(false));
    }
}

/// Puts a keyword first, because people read the schema, too.
fn first(schema: &mut Schema, key: &str, value: Value) {
    schema.remove(key);
    schema.ensure_object().shift_insert(0, key.to_owned(), value);
}

/// An optional field is an `Option` in Rust. In JSON it may be left out, but it may not be `null`.
fn absent_not_null(field: &mut Value) {
    let null = json!("null");
    if let Some(types) = field.get_mut("type").filter(|types| types.is_array()) {
        types.as_array_mut().expect("it was checked to be an array").retain(|name| *name != null);
        *types = types[0].take();
    }
    let Some(field) = field.as_object_mut() else { return };
    let nullable = |choices: &Value| choices.as_array().is_some_and(|all| all.len() == 2 && all[1]["type"] == "null");
    if field.get("anyOf").is_some_and(nullable) {
        let Some(Value::Array(choices)) = field.shift_remove("anyOf") else {
            unreachable!("it was checked to be an array")
        };
        let Some(Value::Object(choice)) = choices.into_iter().next() else { unreachable!("a type is an object") };
        field.extend(choice);
    }
}
