//! The output of `check --format github`: a workflow command for each problem, which GitHub Actions shows at the line.
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
        // Without an end line, GitHub uses the first line. With one, it uses the columns only if both are on the same
        // line.
        let places = [("line", line), ("endLine", end_line), ("col", column), ("endColumn", end_column)];
        properties.extend(places.map(|(name, number)| (name, number.to_string())));
    }
    properties.push(("title", fault.code.to_owned()));
    command(fault.severity, &properties, &fault.told())
}

/// Writes `::error file=a.json,line=1::message`, always on one line.
fn command(name: &str, properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", escaped_property(value))).collect();
    format!("::{name} {}::{}\n", properties.join(","), escaped(message))
}

/// A message must not contain a line break, because GitHub would read the rest as another command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, colon and comma have a meaning, too.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
