//! Writes the documents that were made: to standard output, or each into a file.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::super::Outcome;
use super::super::files::{print, write_new};
use super::super::report::complain;
use super::{MOST_CLAIMS, short};
use document::json::MOST_BYTES;
use document::model::Document;
use schema_org::{Imported, Repair, RepairKind, kebab};

/// The documents that are done, as a hash of eight bytes each: their names would need as much memory as the table.
#[derive(Default)]
pub(super) struct Apart {
    hasher: RandomState,
    done: HashSet<u64>,
}

impl Apart {
    /// Whether this one was there before.
    pub(super) fn again(&mut self, key: &str) -> bool {
        !self.done.insert(self.hasher.hash_one(key))
    }
}

/// A document with the list of changes.
#[derive(Serialize)]
struct File<'imported> {
    #[serde(flatten)]
    document: &'imported Document,
    #[serde(rename = "$import", skip_serializing_if = "Option::is_none")]
    import: Option<Import<'imported>>,
}

#[derive(Serialize)]
struct Import<'imported> {
    repairs: Vec<Changed<'imported>>,
}

#[derive(Serialize)]
struct Changed<'imported> {
    kind: &'static str,
    path: &'imported str,
    before: Cow<'imported, str>,
    after: Cow<'imported, str>,
}

/// A script without its middle: the whole may have megabytes. All other values are told in full.
fn told(kind: RepairKind, text: &str) -> Cow<'_, str> {
    const MOST: usize = 100;
    let begin = text.char_indices().nth(MOST);
    let end = text.char_indices().nth_back(MOST - 1);
    match (begin, end) {
        (Some((begin, _)), Some((end, _))) if kind == RepairKind::Json && begin < end => {
            format!("{} … {}", &text[..begin], &text[end..]).into()
        }
        _ => text.into(),
    }
}

impl<'imported> File<'imported> {
    fn of(imported: &'imported Imported) -> Self {
        let changed = |repair: &'imported Repair| {
            let Repair { kind, path, before, after } = repair;
            Changed { kind: kind.code(), path, before: told(*kind, before), after: told(*kind, after) }
        };
        let repairs: Vec<_> = imported.repairs.iter().map(changed).collect();
        let import = (!repairs.is_empty()).then_some(Import { repairs });
        Self { document: &imported.document, import }
    }
}

/// The JSON of a document, in one line.
///
/// # Errors
///
/// It has more claims, or is larger, than what is read of a document.
pub(super) fn line_of(imported: &Imported) -> Result<String, String> {
    let headline = short(&imported.document.article.headline);
    if imported.document.claims.len() > MOST_CLAIMS {
        return Err(format!("more than {MOST_CLAIMS} claims for one document, \"{headline}\"; split the file"));
    }
    let line = serde_json::to_string(&File::of(imported)).expect("texts and numbers can be written");
    if line.len() > MOST_BYTES {
        let most = MOST_BYTES / 1_000_000;
        return Err(format!(
            "the document \"{headline}\" is larger than {most} MB, the most that is read; split the file"
        ));
    }
    Ok(line)
}

/// The JSON of a document, as a value.
///
/// # Errors
///
/// As [`line_of`].
pub(super) fn value_of(imported: &Imported) -> Result<Value, String> {
    line_of(imported)?;
    Ok(serde_json::to_value(File::of(imported)).expect("texts and numbers can be written"))
}

/// The place where documents are written.
pub(super) struct Writing<'arguments> {
    folder: Option<&'arguments Path>,
    names: Apart,
    /// The first document in many lines and in one, until it is known whether it is the only one.
    first: Option<(String, String)>,
    count: usize,
    is_stopped: bool,
}

impl<'arguments> Writing<'arguments> {
    pub(super) fn new(folder: Option<&'arguments Path>) -> Self {
        Self { folder, names: Apart::default(), first: None, count: 0, is_stopped: false }
    }

    pub(super) fn add(&mut self, file: &Path, imported: &Imported) -> Outcome {
        let line = match line_of(imported) {
            Ok(written) => written,
            Err(fault) => {
                complain(file, fault);
                return Outcome::Failed;
            }
        };
        self.count += 1;
        if let Some(folder) = self.folder {
            let target = folder.join(self.name(&imported.document) + ".json");
            let Err(fault) = write_new(&target, &pretty(imported, line)) else { return Outcome::Fine };
            // A file that is there already says nothing about the next one.
            self.is_stopped = !target.exists();
            complain(&target, fault);
            return Outcome::Failed;
        }
        if self.count == 1 {
            self.first = Some((pretty(imported, line.clone()), line));
            return Outcome::Fine;
        }
        let first = self.first.take().map(|(_, first)| first + "\n").unwrap_or_default();
        let printed = print(&format!("{first}{line}\n"));
        self.is_stopped = printed == Outcome::Failed;
        printed
    }

    /// Whether documents cannot be written any more: the disk is full, the folder is write-protected, or nobody reads standard output.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// The last part of the article's address, or its headline, with a number if another document has this name.
    fn name(&mut self, document: &Document) -> String {
        let page = document.article.url.as_ref().map(|url| url.page().split('?').next().unwrap_or_default());
        let last = page.and_then(|page| page.split('/').skip(3).filter(|part| !part.is_empty()).last());
        let stem = last.map(kebab).filter(|name| !name.is_empty()).unwrap_or_else(|| kebab(&document.article.headline));
        let stem = match stem.as_str() {
            "" => "document".to_owned(),
            name if is_reserved(name) => format!("{name}-document"),
            _ => stem,
        };
        let mut name = stem.clone();
        let mut number = 2;
        while self.names.again(&name) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        name
    }

    pub(super) fn finish(self) -> Outcome {
        self.first.map_or(Outcome::Fine, |(pretty, _)| print(&pretty))
    }
}

/// Whether Windows keeps this name for a device, whatever extension follows it.
fn is_reserved(name: &str) -> bool {
    let is_numbered = |device: &str| {
        name.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest != "0" && rest.parse::<u8>().is_ok())
    };
    ["con", "prn", "aux", "nul"].contains(&name) || ["com", "lpt"].into_iter().any(is_numbered)
}

/// The document in many lines; in one, if the blanks would make it larger than what is read.
fn pretty(imported: &Imported, line: String) -> String {
    let pretty = serde_json::to_string_pretty(&File::of(imported)).expect("texts and numbers can be written");
    (if pretty.len() < MOST_BYTES { pretty } else { line }) + "\n"
}
