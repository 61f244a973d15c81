//! The schema and the decoder agree on every document: the schema accepts it exactly if the decoder reports no error
//! and no warning. `DIFFERENCES` lists everything that a schema cannot express.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use document::decode::decode;
use document::model::Date;
use document::problem::{Problem, key_path};
use document::schema::schema;
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use proptest::prelude::*;
use serde_json::{Value, json};

static SCHEMA: LazyLock<Value> = LazyLock::new(schema);
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());

const EVERY_FIELD: &str = include_str!("../../../tests/e2e/every-field.json");

/// Values that only the schema or only the decoder accepts: a description with the reason, the place in the document,
/// and the value for this place.
const DIFFERENCES: &[(&str, &str, &str, Accepts)] = &[
    (
        "A field is `null` instead of absent. The decoder accepts that because programs often write it. If you write by hand, leave the field out",
        "/claims/0/statements/0/role",
        "null",
        Accepts::Decoder,
    ),
    (
        "A statement names a speaker who is not in `speakers`. A schema cannot compare two places",
        "/claims/0/statements/0/speaker",
        "\"eve\"",
        Accepts::Schema,
    ),
    (
        "Two claims have the same `id`. A schema cannot compare two places",
        "/claims/1/id",
        "\"the-water-is-safe\"",
        Accepts::Schema,
    ),
    (
        "A day that the calendar does not have, such as `2023-02-29`. A pattern cannot count the days of a month",
        "/article/published",
        "\"2023-02-29\"",
        Accepts::Schema,
    ),
    (
        "An address that browsers refuse, such as `https://a b/`. A pattern checks only the beginning of an address",
        "/article/url",
        "\"https://a b/\"",
        Accepts::Schema,
    ),
    ("The version is written `1.0`. For a schema, that is the same number as `1`", "/version", "1.0", Accepts::Schema),
    (
        "A text contains only `U+0085`. For a schema, that is not a space",
        "/claims/0/text",
        "\"\u{85}\"",
        Accepts::Schema,
    ),
    (
        "A text contains only `U+FEFF`. For a schema, that is a space",
        "/claims/0/text",
        "\"\u{feff}\"",
        Accepts::Decoder,
    ),
];

#[derive(Clone, Copy, PartialEq)]
enum Accepts {
    Decoder,
    Schema,
}

/// The part of `every-field.json` that is without faults. Its last claims are broken on purpose.
fn sound() -> Value {
    let mut document: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    document["claims"]
        .as_array_mut()
        .unwrap()
        .retain(|claim| claim["text"].is_string() && claim["statements"].is_array());
    document
}

/// Returns everything that the decoder reports.
fn problems(document: &Value) -> Vec<Problem> {
    match decode(&document.to_string()) {
        Ok(decoded) => decoded.problems,
        Err(problem) => vec![problem],
    }
}

/// Returns where the schema finds faults, as paths in the decoder's form.
fn faults(document: &Value) -> Vec<String> {
    let of = |error: jsonschema::ValidationError| {
        let path = path_of(document, error.instance_path().as_str());
        match error.kind() {
            ValidationErrorKind::Required { property } => vec![key_path(&path, property.as_str().unwrap())],
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                unexpected.iter().map(|key| key_path(&path, key)).collect()
            }
            _ => vec![path],
        }
    };
    VALIDATOR.iter_errors(document).flat_map(of).collect()
}

/// Converts a JSON pointer to a path in the decoder's form.
fn path_of(document: &Value, pointer: &str) -> String {
    let mut path = String::new();
    let mut at = document;
    for key in pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~")) {
        match at {
            Value::Array(values) => {
                path = format!("{path}[{key}]");
                at = &values[key.parse::<usize>().unwrap()];
            }
            value => {
                path = key_path(&path, &key);
                at = &value[&key];
            }
        }
    }
    path
}

/// Checks that both accept the document, or that both find faults at the same place.
#[track_caller]
fn agree(document: &Value) {
    let (mut problems, faults) = (problems(document), faults(document));
    // The schema cannot check whether a speaker exists: this is one of the differences.
    let speakers = statements(document)
        .filter(|(_, statement)| statement["speaker"].as_str().is_some_and(|key| !key.trim().is_empty()));
    let speakers: BTreeSet<_> = speakers.map(|(path, _)| format!("{path}.speaker")).collect();
    problems.retain(|problem| !speakers.contains(&problem.path));
    assert_eq!(problems.is_empty(), faults.is_empty(), "decoder: {problems:?}\nschema: {faults:?}\n{document}");
    let same_place = |fault: &String| problems.iter().any(|problem| problem.path.starts_with(fault.as_str()));
    assert!(
        faults.is_empty() || faults.iter().any(same_place),
        "decoder: {problems:?}\nschema: {faults:?}\n{document}"
    );
}

/// Returns each statement with its path.
fn statements(document: &Value) -> impl Iterator<Item = (String, &Value)> {
    let claims = document["claims"].as_array().into_iter().flatten().enumerate();
    claims.flat_map(|(number, claim)| {
        let statements = claim["statements"].as_array().into_iter().flatten().enumerate();
        statements.map(move |(index, statement)| (format!("claims[{number}].statements[{index}]"), statement))
    })
}

#[test]
fn the_schema_itself_is_valid() {
    jsonschema::draft202012::meta::validate(&SCHEMA).unwrap();
    assert_eq!(SCHEMA["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn every_object_and_field_is_described_for_people() {
    let mut told = 0;
    let mut queue = vec![&*SCHEMA];
    while let Some(schema) = queue.pop() {
        let types = schema["$defs"].as_object().into_iter().flatten();
        for (name, part) in types.chain(schema["properties"].as_object().into_iter().flatten()) {
            let description = part["description"].as_str().unwrap_or_else(|| panic!("{name} has no description"));
            assert!(description.ends_with('.'), "{name}: {description}");
            for rust in ["::", "[`", "Option", "\n"] {
                assert!(!description.contains(rust), "{name}: {description}");
            }
            told += 1;
            queue.push(part);
        }
    }
    assert!(told > 50, "{told}");
}

/// A field of the schema at its place in a document.
struct Field<'schema> {
    /// For example `Claim.text`.
    name: String,
    pointer: String,
    required: bool,
    schema: &'schema Value,
}

/// Follows a reference to the part of the schema and the name of its type, if it has one.
fn resolved<'schema>(part: &'schema Value, name: &str) -> (&'schema Value, String) {
    match part["$ref"].as_str() {
        Some(target) => {
            let name = target.strip_prefix("#/$defs/").unwrap();
            (&SCHEMA["$defs"][name], name.to_owned())
        }
        None => (part, name.to_owned()),
    }
}

/// Collects every field of the schema in every object of the document that has it.
fn fields<'schema>(part: &'schema Value, name: &str, value: &Value, pointer: &str, into: &mut Vec<Field<'schema>>) {
    let (part, name) = resolved(part, name);
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let pointer = format!("{pointer}/{key}");
                match part["properties"].get(key) {
                    Some(schema) => {
                        let name = format!("{name}.{key}");
                        let required = part["required"].as_array().is_some_and(|all| all.contains(&json!(key)));
                        fields(schema, &name, value, &pointer, into);
                        into.push(Field { name, pointer, required, schema });
                    }
                    None => fields(&part["additionalProperties"], &name, value, &pointer, into),
                }
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                fields(&part["items"], &name, value, &format!("{pointer}/{index}"), into);
            }
        }
        _ => (),
    }
}

fn fields_of(document: &Value) -> Vec<Field<'static>> {
    let mut found = Vec::new();
    fields(&SCHEMA, "Document", document, "", &mut found);
    found
}

/// Returns the document after setting (`Some`) or removing (`None`) the value at this place.
fn changed(document: &Value, pointer: &str, value: Option<Value>) -> Value {
    let mut document = document.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (document.pointer_mut(parent).unwrap(), value) {
        (Value::Array(values), Some(value)) => values[key.parse::<usize>().unwrap()] = value,
        (Value::Object(object), Some(value)) => drop(object.insert(key.to_owned(), value)),
        (Value::Object(object), None) => drop(object.shift_remove(key).unwrap()),
        _ => unreachable!("only fields are taken away"),
    }
    document
}

#[test]
fn both_accept_a_document_without_faults_that_has_every_field() {
    let document = sound();
    assert_eq!((problems(&document), faults(&document)), (vec![], vec![]));
    let found: BTreeSet<_> = fields_of(&document).into_iter().map(|field| field.name).collect();
    let types = SCHEMA["$defs"].as_object().unwrap().iter().map(|(name, part)| (name.as_str(), part));
    for (name, part) in types.chain([("Document", &*SCHEMA)]) {
        for key in part["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
            assert!(found.contains(&format!("{name}.{key}")), "every-field.json has no {name}.{key}");
        }
    }
}

#[test]
fn both_find_the_same_faults_in_every_field_json() {
    let document: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    agree(&document);
    let places: BTreeSet<_> = problems(&document).into_iter().map(|problem| problem.path).collect();
    assert!(places.is_subset(&faults(&document).into_iter().collect()), "{places:?}");
}

#[test]
fn both_agree_on_each_missing_field() {
    let document = sound();
    for field in fields_of(&document) {
        let without = changed(&document, &field.pointer, None);
        agree(&without);
        assert!(!field.required || !faults(&without).is_empty(), "{}", field.pointer);
    }
}

#[test]
fn both_agree_on_each_field_with_a_value_of_each_type() {
    let document = sound();
    let values = json!([
        true, 7, 0.5, "text", "", " \t", [], [[]], [""], ["text"], ["text", 7], [null], [{}], {}, {"text": 7},
        {"text": {}}, {"$text": 7}, [{"text": "text"}]
    ]);
    let mut tried = 0;
    for field in fields_of(&document) {
        for value in values.as_array().unwrap() {
            agree(&changed(&document, &field.pointer, Some(value.clone())));
            tried += 1;
        }
        let mistyped = changed(&document, &field.pointer, Some(wrong_type(field.schema)));
        assert!(!faults(&mistyped).is_empty(), "{}", field.pointer);
    }
    assert!(tried > 1000, "{tried}");
}

/// Returns a value that this field never allows.
fn wrong_type(part: &Value) -> Value {
    let (part, _) = resolved(part, "");
    if part["type"] == "object" { json!([]) } else { json!({ "text": true }) }
}

#[test]
fn both_agree_on_each_field_set_to_null() {
    let document = sound();
    for field in fields_of(&document) {
        let with_null = changed(&document, &field.pointer, Some(Value::Null));
        assert!(!faults(&with_null).is_empty(), "{}", field.pointer);
        assert_eq!(problems(&with_null), problems(&changed(&document, &field.pointer, None)), "{}", field.pointer);
    }
}

#[test]
fn both_agree_on_unknown_keys_and_keys_that_start_with_a_dollar() {
    let document = sound();
    let mut objects: BTreeSet<_> =
        fields_of(&document).iter().map(|field| field.pointer.rsplit_once('/').unwrap().0.to_owned()).collect();
    assert!(objects.len() > 15);
    for object in &objects {
        let unknown = changed(&document, &format!("{object}/unknown"), Some(json!("text")));
        agree(&unknown);
        assert!(!faults(&unknown).is_empty(), "{object}");
    }
    objects.insert("/speakers".to_owned());
    for object in &objects {
        for value in [json!("text"), json!(null), json!({ "text": [7] })] {
            let noted = changed(&document, &format!("{object}/$note"), Some(value));
            assert_eq!((problems(&noted), faults(&noted)), (vec![], vec![]), "{object}");
        }
    }
}

#[test]
fn the_schema_and_the_decoder_differ_only_where_documented() {
    let guide = include_str!("../../../docs/document.md");
    for (what, pointer, value, accepts) in DIFFERENCES {
        let document = changed(&sound(), pointer, Some(serde_json::from_str(value).unwrap()));
        assert_eq!(problems(&document).is_empty(), *accepts == Accepts::Decoder, "{what}");
        assert_eq!(faults(&document).is_empty(), *accepts == Accepts::Schema, "{what}");
        assert!(guide.contains(&format!("- {what}.\n")), "docs/document.md does not say: {what}");
    }
}

/// Faults that the decoder finds while parsing the text, before a schema could check a value.
#[test]
fn the_decoder_reports_faults_that_a_schema_never_sees() {
    let twice = sound().to_string().replacen("\"headline\"", "\"headline\": \"Fire\", \"headline\"", 1);
    assert_eq!(decode(&twice).unwrap().problems.len(), 1);
    let large = changed(&sound(), "/$note", Some(json!("x".repeat(5_000_000))));
    assert!(decode(&large.to_string()).is_err());
    for text in [twice, large.to_string()] {
        assert_eq!(faults(&serde_json::from_str(&text).unwrap()), [""; 0]);
    }
}

/// JSON without `null`, because `null` is one of the differences.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f32>().prop_map(Value::from).prop_filter("not null", |value| !value.is_null()),
        "[a-zA-Z0-9 :./-]*".prop_map(Value::from)
    ];
    let keys = prop_oneof!["[$a-z]{0,4}", "name", "text", "statements", "quote", "title", "by"];
    leaf.prop_recursive(3, 16, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(keys.clone(), inner, 0..4).prop_map(|map| map.into_iter().collect())
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn anything_anywhere(pick in any::<prop::sample::Index>(), value in any_json()) {
        let document = sound();
        let fields = fields_of(&document);
        let field = pick.get(&fields);
        agree(&changed(&document, &field.pointer, Some(value)));
    }

    #[test]
    fn texts_that_are_nearly_dates(
        text in "[0-2][09][0-9]{2}(-[0-3][0-9](-[0-3][0-9](T[0-2][0-9]:[0-6][0-9](:[0-6][0-9](\\.[0-9]{0,3})?)?(Z|[+-][01][0-9]:[0-6][0-9])?)?)?)?.?"
    ) {
        let document = changed(&sound(), "/article/published", Some(json!(text)));
        let (problems, faults) = (problems(&document), faults(&document));
        let last_days = text.get(8..10).is_some_and(|day| ["29", "30", "31"].contains(&day));
        if last_days && Date::parse(&text).is_none() {
            prop_assert!(!problems.is_empty());
        } else {
            prop_assert_eq!(problems.is_empty(), faults.is_empty(), "{}", text);
        }
    }

    #[test]
    fn texts_that_are_nearly_languages(text in "([a-zA-Z]{1,9}|x|i)(-[a-zA-Z0-9]{0,9}){0,3}.?") {
        let document = changed(&sound(), "/article/language", Some(json!(text)));
        prop_assert_eq!(problems(&document).is_empty(), faults(&document).is_empty(), "{}", text);
    }
}
