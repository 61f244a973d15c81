use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::Path;

use document::problem::Problem;
use source_map::{Place, Places};

/// Prints each problem of a file with its place, in the form that compilers use:
/// `file:line:column: error[code]: path: fault; what to do`.
pub(super) fn report(file: &Path, json: &str, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let places = Places::of(json);
    let mut placed: Vec<_> = problems.iter().map(|problem| (places.of_problem(problem), problem)).collect();
    placed.sort_by_key(|(place, _)| *place);
    for (place, problem) in placed {
        say(position(file, place) + &problem.line());
    }
}

/// The beginning of a line about a file: `file:line:column: `.
pub(super) fn position(file: &Path, place: Option<Place>) -> String {
    let file = file.display();
    match place {
        Some(Place { line, column }) => format!("{file}:{line}:{column}: "),
        None => format!("{file}: "),
    }
}

/// Prints what is wrong at a path in a file.
pub(super) fn remark(file: &Path, line: &str) {
    say(format!("{}: {line}", file.display()));
}

/// Prints why a file could not be read or written.
pub(super) fn complain(file: &Path, fault: impl Display) {
    say(format!("{}: error: {fault}", file.display()));
}

/// Prints a note about a file.
pub(super) fn note(file: &Path, outcome: impl Display) {
    say(format!("{}: note: {outcome}", file.display()));
}

/// Writes to standard error. If that fails, only the exit code tells. Control characters, which can come from other people's files, are
/// escaped: a terminal would obey them.
fn say(line: String) {
    let is_obeyed = |c: char| c.is_control() && c != '\n' && c != '\t';
    let line = match line.contains(is_obeyed) {
        true => {
            line.chars().map(|c| if is_obeyed(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
        }
        false => line,
    };
    let _ = writeln!(io::stderr(), "{line}");
}
