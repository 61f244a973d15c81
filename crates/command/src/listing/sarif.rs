//! The output of `check --format sarif`: SARIF 2.1.0, which GitHub code scanning and many editors read.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Extent, Fault, Listing, Report};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// The file that explains each code, in tables with two columns.
const PROBLEMS: &str = include_str!("../../../../docs/problems.md");

impl Listing {
    pub(crate) fn to_sarif(&self) -> String {
        let faults = || self.files.iter().flat_map(|report| &report.problems);
        let codes: BTreeSet<_> = faults().map(|fault| fault.code).collect();
        let results = self.files.iter().flat_map(|report| report.problems.iter().map(|fault| result(report, fault)));
        let failures: Vec<_> = self.files.iter().filter_map(notification).collect();
        let sarif = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "fact-cards",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": codes.into_iter().map(rule).collect::<Vec<_>>(),
                } },
                "invocations": [{
                    "executionSuccessful": failures.is_empty(),
                    "toolExecutionNotifications": failures,
                }],
                "columnKind": "unicodeCodePoints",
                "results": results.collect::<Vec<_>>(),
            }],
        });
        format!("{sarif:#}\n")
    }
}

fn rule(code: &str) -> Value {
    let text = json!({ "text": explained(code).unwrap_or(code) });
    json!({ "id": code, "shortDescription": text, "fullDescription": text, "help": text })
}

/// Returns the explanation of a code from the tables.
fn explained(code: &str) -> Option<&'static str> {
    let code = format!("`{code}`");
    let rows = PROBLEMS.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    let mut of_code = rows.filter(|(codes, _)| codes.split(", ").any(|other| other == code));
    of_code.next().map(|(_, text)| text)
}

fn result(report: &Report, fault: &Fault) -> Value {
    let mut place = place(report);
    if let Some(Extent { line, column, end_line, end_column }) = fault.extent {
        place["region"] =
            json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
    }
    json!({
        "ruleId": fault.code,
        "level": fault.severity,
        "message": { "text": fault.told() },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "fullyQualifiedName": fault.path }],
        }],
    })
}

/// A file that could not be read.
fn notification(report: &Report) -> Option<Value> {
    let failure = report.failure.as_ref()?;
    Some(json!({
        "level": "error",
        "message": { "text": failure },
        "locations": [{ "physicalLocation": place(report) }],
    }))
}

fn place(report: &Report) -> Value {
    json!({ "artifactLocation": { "uri": uri(&report.file) } })
}

/// Characters that must be escaped in a URI's path, because they have another meaning there or are not allowed (RFC 3986).
const NOT_IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The file as a reference relative to the folder in which the command was run. A colon in the name must not be read as
/// the end of a scheme.
fn uri(file: &str) -> String {
    let file = if std::path::MAIN_SEPARATOR == '\\' { file.replace('\\', "/") } else { file.to_owned() };
    let path = utf8_percent_encode(&file, NOT_IN_PATH).to_string();
    let is_drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    match path.split('/').next() {
        _ if is_drive => format!("file:///{path}"),
        Some("") => format!("file://{path}"),
        Some(first) if first.contains(':') => format!("./{path}"),
        _ => path,
    }
}
