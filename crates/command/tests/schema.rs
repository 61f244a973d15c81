//! Runs `fact-cards schema`.

use std::process::Command;

use serde_json::Value;

/// Returns the exit code, standard output and standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_fact-cards")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn it_prints_the_schema_and_nothing_else() {
    let (code, printed, told) = run(&["schema"]);
    assert_eq!((code, told.as_str()), (0, ""));
    assert_eq!(printed, document::schema::text());
    assert!(printed.starts_with("{\n  \"$schema\": ") && printed.ends_with("}\n"), "{printed}");
    // The fields are in the order of the Rust types, in which documents are usually written.
    let schema: Value = serde_json::from_str(&printed).unwrap();
    let fields: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["version", "article", "speakers", "claims"]);
}

#[test]
fn help_names_the_published_file_and_arguments_are_refused() {
    let (code, help, _) = run(&["schema", "--help"]);
    assert_eq!(code, 0);
    assert!(help.contains(document::schema::FILE_NAME), "{help}");
    assert!(run(&["--help"]).1.contains("JSON Schema"));
    assert_eq!(run(&["schema", "article.json"]).0, 2);
}
