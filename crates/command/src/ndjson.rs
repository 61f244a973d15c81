//! A command as a filter for pipelines: one JSON object in each line of input, and one in each line of output, in the same order.

use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

use document::json::{Node, parse};
use document::problem::Fault;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::Outcome;
use super::report::complain;

/// The number of bytes in one batch of lines: enough to keep all cores busy, and few enough for any machine's memory.
const BATCH: usize = 4_000_000;
/// The most lines in one batch.
const MOST_LINES: usize = 2_000;

/// A line of input: an object, whose `id` is copied to the answer.
pub(super) struct Line {
    node: Node,
}

/// The answer to a line, and whether it succeeded.
pub(super) type Answer = Result<(Map<String, Value>, Outcome), String>;

/// The fields of an answer.
pub(super) fn fields<const COUNT: usize>(fields: [(&str, Value); COUNT]) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

impl Line {
    /// The JSON of this field; if it is missing, of the whole object.
    pub(super) fn json(&self, key: &str) -> String {
        match self.node.at(key) {
            // The document may be a string that holds JSON.
            Some(Node::String(text)) => text.clone(),
            Some(node) => node.to_string(),
            None => self.node.to_string(),
        }
    }

    /// Whether it has this field.
    pub(super) fn has(&self, key: &str) -> bool {
        self.node.at(key).is_some()
    }

    /// The text of this field.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.node.at(key).and_then(Node::as_string)
    }

    fn id(&self) -> Option<Value> {
        serde_json::from_str(&self.node.at("id")?.to_string()).ok()
    }
}

/// Reads lines from files, or from standard input if no file is named, and writes an answer for each to standard output. Blank lines
/// are skipped.
pub(super) fn filter(files: &[PathBuf], work: impl Fn(&Line) -> Answer + Sync) -> Outcome {
    let standard = [PathBuf::from("-")];
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Fine;
    for file in if files.is_empty() { &standard } else { files } {
        let opened: io::Result<Box<dyn BufRead + Send>> = match file.as_os_str() == "-" {
            true => Ok(Box::new(io::BufReader::new(io::stdin()))),
            false => std::fs::File::open(file).map(|file| Box::new(io::BufReader::new(file)) as _),
        };
        match opened.map_err(Stopped::Unread).and_then(|mut lines| batches(&mut *lines, &mut out, &work)) {
            Ok(of_file) => outcome = outcome.max(of_file),
            Err(Stopped::Unread(error)) => {
                complain(file, format!("cannot be read: {error}"));
                outcome = Outcome::Failed;
            }
            Err(Stopped::Unwritten(error)) => {
                // A reader that closes the pipe early, such as `head`, has what it wants.
                if error.kind() != io::ErrorKind::BrokenPipe {
                    complain(Path::new("standard output"), format!("cannot be written: {error}"));
                }
                return Outcome::Failed;
            }
        }
    }
    outcome
}

/// The reason to stop.
enum Stopped {
    Unread(io::Error),
    Unwritten(io::Error),
}

fn batches(
    lines: &mut (dyn BufRead + Send),
    out: &mut impl Write,
    work: &(impl Fn(&Line) -> Answer + Sync),
) -> Result<Outcome, Stopped> {
    let mut outcome = Outcome::Fine;
    let mut number = 0;
    let mut batch = batch_of(lines, &mut number).map_err(Stopped::Unread)?;
    while let Some(current) = batch {
        // The next batch is read while this one is worked on.
        let work_on = || current.par_iter().map(|(number, line)| answer(*number, line, work)).collect();
        let (answers, next): (Vec<_>, _) = rayon::join(work_on, || batch_of(lines, &mut number));
        for (answer, of_line) in answers {
            outcome = outcome.max(of_line);
            out.write_all(answer.as_bytes()).map_err(Stopped::Unwritten)?;
        }
        batch = next.map_err(Stopped::Unread)?;
    }
    out.flush().map(|()| outcome).map_err(Stopped::Unwritten)
}

/// Lines, each with its number from 1.
type Lines = Vec<(usize, Vec<u8>)>;

/// The next batch of lines; empty at the end of the input.
fn batch_of(lines: &mut dyn BufRead, number: &mut usize) -> io::Result<Option<Lines>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH && batch.len() < MOST_LINES {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Ok((bytes > 0).then_some(batch));
        }
        *number += 1;
        bytes += line.len();
        if !line.trim_ascii().is_empty() {
            batch.push((*number, line));
        }
    }
    Ok(Some(batch))
}

/// A fault of a line. Its place in the line is a column; the number of the line is told apart.
fn told(fault: Fault) -> String {
    match fault {
        Fault::Syntax { ref reason, line, column } => {
            let reason = reason.strip_suffix(&format!(" at line {line} column {column}"));
            reason.map_or_else(|| fault.to_string(), |reason| format!("not JSON: {reason} at column {column}"))
        }
        fault => fault.to_string(),
    }
}

fn answer(number: usize, line: &[u8], work: &(impl Fn(&Line) -> Answer + Sync)) -> (String, Outcome) {
    let read = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned());
    let node = read.and_then(|line| parse(line).map_err(|problem| told(problem.fault)));
    let node = node.and_then(|node| match node {
        Node::Object(_) => Ok(node),
        other => Err(format!("expected an object, found {}", other.kind())),
    });
    let line = node.map(|node| Line { node });
    let id = line.as_ref().ok().and_then(Line::id);
    let mut object = Map::new();
    if let Some(id) = id {
        object.insert("id".to_owned(), id);
    }
    let outcome = match line.and_then(|line| work(&line)) {
        Ok((answer, outcome)) => {
            object.extend(answer);
            outcome
        }
        Err(message) => {
            object.insert("error".to_owned(), json!({ "line": number, "message": message }));
            Outcome::Problems
        }
    };
    (Value::Object(object).to_string() + "\n", outcome)
}
