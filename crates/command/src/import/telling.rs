//! Tells what a file lacks: each kind of fault once, with its first places and how often it is there. A table may have it in every row.

use std::collections::HashMap;
use std::path::Path;

use super::super::Outcome;
use super::super::report;
use schema_org::Remark;

/// The most further places of one kind that are named.
const MOST_PLACES: usize = 3;

/// What is to be told of a file. It is told when this goes.
pub(super) struct Telling<'file> {
    file: &'file Path,
    kinds: Vec<Kind>,
    /// The index of each kind.
    at: HashMap<String, usize>,
}

/// Remarks that differ only in their lines and in the values that they name.
struct Kind {
    first: String,
    /// The places of the next ones.
    places: Vec<String>,
    count: usize,
}

impl<'file> Telling<'file> {
    pub(super) fn of(file: &'file Path) -> Self {
        Self { file, kinds: Vec::new(), at: HashMap::new() }
    }

    pub(super) fn add(&mut self, remarks: &[Remark]) -> Outcome {
        for remark in remarks {
            let (kind, value) = kind(remark);
            let at = *self.at.entry(kind).or_insert(self.kinds.len());
            let Some(known) = self.kinds.get_mut(at) else {
                self.kinds.push(Kind { first: remark.line(), places: Vec::new(), count: 1 });
                continue;
            };
            known.count += 1;
            if known.places.len() < MOST_PLACES && !remark.path.is_empty() {
                // The column is that of the first.
                let is_of_row = remark.path.starts_with("line ");
                let line = remark.path.split(',').next().filter(|_| is_of_row);
                let value = if value.is_empty() { value } else { format!(" (“{value}”)") };
                known.places.push(line.unwrap_or(&remark.path).to_owned() + &value);
            }
        }
        Outcome::of(remarks.iter().map(Remark::severity))
    }
}

impl Drop for Telling<'_> {
    fn drop(&mut self) {
        for Kind { first, places, count } in &self.kinds {
            let further = match count - 1 {
                0 => String::new(),
                more => format!("; the same {more} more {}", if more == 1 { "time" } else { "times" }),
            };
            let dots = if *count > places.len() + 1 { ", …" } else { "" };
            let places = if places.is_empty() { String::new() } else { format!(": {}{dots}", places.join(", ")) };
            report::remark(self.file, &format!("{first}{further}{places}"));
        }
    }
}

/// The name of a kind: the code, the place without its numbers, and the text without the value in quotation marks; and that value.
fn kind(remark: &Remark) -> (String, String) {
    let mut kind = format!("{}\n", remark.code());
    kind.extend(remark.path.chars().filter(|c| !c.is_ascii_digit()));
    let (mut is_value, mut value) = (false, String::new());
    for c in remark.fault.to_string().chars() {
        match c {
            '“' => is_value = true,
            '”' => is_value = false,
            '"' => is_value = !is_value,
            _ if is_value => value.push(c),
            _ => kind.push(c),
        }
    }
    (kind, value)
}
