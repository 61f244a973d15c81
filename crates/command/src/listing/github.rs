//! What `check --format github` writes: a workflow command for each problem, which GitHub Actions shows beside the line.
//!
//! See "Workflow commands for GitHub Actions" in GitHub's documentation.

use super::{Extent, Fault, Listing};

impl Listing {
    pub(crate) fn to_github(&self) -> String {
        let mut commands = String::new();
        for report in &self.files {
            if let Some(failure) = &report.failure {
                commands += &command("error", &[("file", report.file.clone())], failure);
            }
            for fault in &report.problems {
                commands += &of_fault(&report.file, fault);
            }
        }
        commands
    }
}

fn of_fault(file: &str, fault: &Fault) -> String {
    let mut properties = vec![("file", file.to_owned())];
    if let Some(Extent { line, column, end_line, end_column }) = fault.extent {
        // Without its end, GitHub takes the first line for it; with it, columns count only where both are on one line.
        let places = [("line", line), ("endLine", end_line), ("col", column), ("endColumn", end_column)];
        properties.extend(places.map(|(name, number)| (name, number.to_string())));
    }
    properties.push(("title", fault.code.to_owned()));
    command(fault.severity, &properties, &fault.told())
}

/// `::error file=a.json,line=1::message`, on one line whatever the texts hold.
fn command(name: &str, properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", escaped_property(value))).collect();
    format!("::{name} {}::{}\n", properties.join(","), escaped(message))
}

/// A message must not end its line: what follows would be a command of its own.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, colon and comma have a meaning, too.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
