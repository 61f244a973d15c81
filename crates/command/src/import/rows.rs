//! Makes documents of a table, each as soon as its rows end, so that a table of any size needs the memory of one document.

use std::io::IsTerminal as _;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::super::Outcome;
use super::super::input::Input;
use super::super::report::note;
use super::super::table::{self, Rows};
use super::telling::Telling;
use super::writing::{Apart, Writing};
use super::{Arguments, MOST_CLAIMS, short};
use document::web_url::WebUrl;
use tables::{Columns, Grouping};

/// The most columns that are named if they are not imported.
const MOST_HEADINGS: usize = 20;

/// Writes the documents of a table.
///
/// # Errors
///
/// What is wrong with the table as a whole, or from some line on. The documents before that line are written.
pub(super) fn read(file: &Path, input: Input, arguments: &Arguments, writing: &mut Writing) -> Result<Outcome, String> {
    let progress = progress(input.size());
    let mut table = table::open(input)?;
    let mut telling = Telling::of(file);
    let read = read_rows(file, &mut table, &progress, arguments, (writing, &mut telling));
    drop(telling);
    progress.finish_and_clear();
    if let Some(encoding) = table.text().guessed() {
        note(file, format!("read as {encoding}, because it is not UTF-8; if letters are wrong, save it as UTF-8"));
    }
    read
}

fn read_rows(
    file: &Path,
    table: &mut Rows,
    progress: &ProgressBar,
    arguments: &Arguments,
    (writing, telling): (&mut Writing, &mut Telling),
) -> Result<Outcome, String> {
    let (columns, above) = tables::headings(table, arguments.group_by.as_deref(), false)?;
    if above > 0 {
        note(file, format!("the headings are in line {}; what stands above them is left out", table.line()));
    }
    tell_unknown(file, &columns);
    let name = name(file);
    let mut done = Apart::default();
    let mut outcome = Outcome::Fine;
    let mut group: Option<(String, Grouping)> = None;
    while table.read()? {
        if table.line().is_multiple_of(1_000) {
            progress.set_position(table.text().bytes());
        }
        let cells = table.cells();
        if is_blank(&cells, table.line())? {
            continue;
        }
        let key = columns.group(&cells).unwrap_or_default();
        if group.as_ref().is_none_or(|(known, _)| known != key) {
            let is_first = group.is_none();
            outcome = outcome.max(finish(file, group.take(), writing, telling));
            if writing.is_stopped() {
                return Ok(outcome);
            }
            if done.again(key) {
                return Err(apart(table.line(), key, &columns));
            }
            if !is_first {
                tell_unnamed(file, table.line(), key, &columns);
            }
        }
        let (_, grouping) = group.get_or_insert_with(|| {
            let name = if key.is_empty() || WebUrl::parse(key).is_some() { &name } else { key };
            (key.to_owned(), Grouping::new(&columns, name))
        });
        grouping.add(&cells, table.line());
        if grouping.claims() > MOST_CLAIMS {
            return Err(too_many(&columns));
        }
    }
    if group.is_none() {
        return Err("there are no rows below the headings".to_owned());
    }
    Ok(outcome.max(finish(file, group, writing, telling)))
}

/// Whether all cells of a row are empty.
///
/// # Errors
///
/// One of them has a character that no text has.
fn is_blank(cells: &[&str], line: usize) -> Result<bool, String> {
    match cells.iter().any(|cell| cell.contains('\0')) {
        true => Err(format!("line {line}: this is not text: a cell contains the character U+0000")),
        false => Ok(cells.iter().all(|cell| cell.trim().is_empty())),
    }
}

/// Tells of a row behind a document that does not say to which document it belongs: spreadsheets write merged cells like this.
fn tell_unnamed(file: &Path, line: usize, key: &str, columns: &Columns) {
    if let Some(heading) = columns.group_heading().filter(|_| key.is_empty()) {
        let heading = short(heading);
        note(
            file,
            format!(
                "line {line}: the column \"{heading}\" is empty, so this row is not part of the document before it; if it is, write the same there as in the row above"
            ),
        );
    }
}

/// The rows of a document do not follow each other.
fn apart(line: usize, key: &str, columns: &Columns) -> String {
    match columns.group_heading().filter(|_| key.is_empty()) {
        Some(heading) => format!(
            "line {line}: the column \"{}\", which says to which document a row belongs, is empty here and in rows before; fill it in every row",
            short(heading)
        ),
        None => format!(
            "line {line}: \"{}\": the rows of this document are not next to each other; sort the table by the column that separates the \
             documents",
            short(key)
        ),
    }
}

fn too_many(columns: &Columns) -> String {
    let mend = match columns.has_groups() {
        true => "split the table",
        false => "name the column that tells the articles apart with --group-by",
    };
    format!("more than {MOST_CLAIMS} claims for one document; {mend}")
}

fn finish(file: &Path, group: Option<(String, Grouping)>, writing: &mut Writing, telling: &mut Telling) -> Outcome {
    let Some((_, grouping)) = group else { return Outcome::Fine };
    match grouping.finish() {
        Ok(imported) => telling.add(&imported.remarks).max(writing.add(file, &imported)),
        // None of its rows has a claim.
        Err(remarks) => telling.add(&remarks).max(Outcome::Problems),
    }
}

/// The headline of a document whose rows have none.
fn name(file: &Path) -> String {
    let stem = file.file_stem().filter(|_| file.as_os_str() != "-");
    stem.map_or_else(|| "Table".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Names the columns that are not imported, the first of many.
fn tell_unknown(file: &Path, columns: &Columns) {
    let mut unknown = columns.unknown();
    for heading in unknown.by_ref().take(MOST_HEADINGS) {
        note(file, format!("the column \"{}\" is not imported", short(heading)));
    }
    match unknown.count() {
        0 => (),
        more => note(file, format!("{more} further columns are not imported")),
    }
}

/// A progress bar, if the output is a terminal.
fn progress(bytes: Option<u64>) -> ProgressBar {
    let Some(bytes) = bytes.filter(|bytes| *bytes > 10_000_000 && std::io::stderr().is_terminal()) else {
        return ProgressBar::hidden();
    };
    let style = ProgressStyle::with_template("{bar:30} {percent} %, {eta} left").expect("a sound template");
    ProgressBar::new(bytes).with_style(style)
}
