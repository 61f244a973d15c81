//! Rows of a table, as RFC 4180 has them. The crate `csv` would read on in silence where a quotation mark is not closed, counts lines
//! otherwise than text editors do, and has no limits.

use memchr::{memchr, memchr3};

use crate::columns::{MOST_ROWS, known};

/// The text of a table in UTF-8, which comes piece by piece.
pub trait Text {
    /// The next piece, which is not used yet; empty at the end.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    fn rest(&mut self) -> Result<&[u8], String>;

    /// Passes over this many bytes of [`Self::rest`].
    fn take(&mut self, bytes: usize);
}

/// A text that is there as a whole.
impl Text for &[u8] {
    fn rest(&mut self) -> Result<&[u8], String> {
        Ok(self)
    }

    fn take(&mut self, bytes: usize) {
        *self = &self[bytes..];
    }
}

/// The longest row, in bytes.
const MOST_BYTES: usize = 1_000_000;

/// The rows of a table. One is there at a time.
pub struct Rows<Source> {
    text: Source,
    delimiter: u8,
    /// The number of the line that is being read, from 1.
    now: usize,
    /// Whether the text so far ends with `\r`, behind which a `\n` belongs to the same end of a line.
    is_behind_return: bool,
    cells: Vec<u8>,
    /// Where each cell ends in `cells`.
    ends: Vec<usize>,
    /// The line in which the row begins.
    line: usize,
}

/// The place within a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At its beginning.
    Begin,
    /// In a cell without quotation marks around it.
    Plain,
    /// Between the quotation marks around it.
    Quoted,
    /// Right behind a quotation mark that closes it, or is the first of two.
    Mark,
    /// Behind it, in the blanks before the delimiter.
    Behind,
}

impl<Source: Text> Rows<Source> {
    /// The rows of a table. Its columns are separated by commas, semicolons, tabs or vertical bars, or by what a first line such as `sep=;`
    /// says. `look` returns the beginning of the text, which is looked at several times before it is read.
    ///
    /// # Errors
    ///
    /// Why the first line cannot be read.
    pub fn open(text: Source, look: impl Fn() -> Source) -> Result<Self, String> {
        let said = said_delimiter(&mut look());
        let mut rows = Self::new(text, said.unwrap_or_else(|| delimiter_of(look)));
        if said.is_some() {
            rows.read()?;
        }
        Ok(rows)
    }

    fn new(text: Source, delimiter: u8) -> Self {
        let (cells, ends) = (Vec::new(), Vec::new());
        Self { text, delimiter, now: 1, is_behind_return: false, cells, ends, line: 1 }
    }

    /// The cells of the row.
    pub fn cells(&self) -> Vec<&str> {
        let text = std::str::from_utf8(&self.cells).unwrap_or_default();
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(begin, end)| &text[begin..*end]).collect()
    }

    /// The number of the line in which the row begins, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The text that is being read.
    pub fn text(&self) -> &Source {
        &self.text
    }

    /// Reads the next row; `false` at the end of the table. Empty lines are passed over.
    ///
    /// # Errors
    ///
    /// What is wrong, and in which line.
    pub fn read(&mut self) -> Result<bool, String> {
        self.cells.clear();
        self.ends.clear();
        let (mut place, mut opened) = (Place::Begin, self.now);
        loop {
            let rest = self.text.rest()?;
            let Some(first) = rest.first().copied() else { return self.end(place, opened) };
            if std::mem::take(&mut self.is_behind_return) && first == b'\n' {
                self.second_of_line_break(place);
                continue;
            }
            if place == Place::Begin && self.ends.is_empty() {
                self.line = self.now;
            }
            match (place, first) {
                (Place::Begin, b'"') => {
                    (place, opened) = (Place::Quoted, self.now);
                    self.text.take(1);
                }
                (Place::Quoted, b'"') => {
                    place = Place::Mark;
                    self.text.take(1);
                }
                (Place::Mark, b'"') => {
                    self.cells.push(b'"');
                    place = Place::Quoted;
                    self.text.take(1);
                }
                (Place::Quoted, _) => self.quoted(),
                (_, b'\r' | b'\n') => {
                    let is_empty = place == Place::Begin && self.ends.is_empty();
                    self.line_break(first);
                    if !is_empty {
                        self.ends.push(self.cells.len());
                        return Ok(true);
                    }
                }
                (_, byte) if byte == self.delimiter => {
                    self.ends.push(self.cells.len());
                    place = Place::Begin;
                    self.text.take(1);
                }
                (Place::Begin | Place::Plain, _) => {
                    place = Place::Plain;
                    self.plain();
                }
                (Place::Mark | Place::Behind, b' ') => {
                    place = Place::Behind;
                    self.text.take(1);
                }
                (Place::Mark | Place::Behind, _) => return Err(self.behind_mark()),
            }
            if self.cells.len() + self.ends.len() > MOST_BYTES {
                return Err(self.too_long(place == Place::Quoted));
            }
        }
    }

    /// Goes on to the next line.
    fn line_break(&mut self, first: u8) {
        self.text.take(1);
        self.now += 1;
        self.is_behind_return = first == b'\r';
    }

    /// Passes over the second character of a line break, which is part of a cell in quotation marks.
    fn second_of_line_break(&mut self, place: Place) {
        if place == Place::Quoted {
            self.cells.push(b'\n');
        }
        self.text.take(1);
    }

    /// Copies the cell up to the delimiter, the end of the line, or the end of what is there.
    fn plain(&mut self) {
        let Ok(rest) = self.text.rest() else { return };
        let length = memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
        self.cells.extend_from_slice(&rest[..length]);
        self.text.take(length);
    }

    /// Copies the cell up to the next quotation mark, or the end of what is there.
    fn quoted(&mut self) {
        let Ok(rest) = self.text.rest() else { return };
        let length = memchr(b'"', rest).unwrap_or(rest.len());
        let mut is_behind_return = false;
        for byte in &rest[..length] {
            self.now += usize::from(*byte == b'\r' || *byte == b'\n' && !is_behind_return);
            is_behind_return = *byte == b'\r';
        }
        self.is_behind_return = is_behind_return;
        self.cells.extend_from_slice(&rest[..length]);
        self.text.take(length);
    }

    fn end(&mut self, place: Place, opened: usize) -> Result<bool, String> {
        if place == Place::Quoted {
            return Err(format!(
                "line {opened}: the quotation mark is never closed; close it, or write it twice if it belongs to the text"
            ));
        }
        if place == Place::Begin && self.ends.is_empty() {
            return Ok(false);
        }
        self.ends.push(self.cells.len());
        Ok(true)
    }

    fn behind_mark(&self) -> String {
        format!(
            "line {}: there is text behind a closing quotation mark; write each quotation mark within a cell twice, or close the one before it",
            self.now
        )
    }

    fn too_long(&self, is_quoted: bool) -> String {
        let why = if is_quoted { "; a quotation mark may not be closed" } else { "" };
        format!("line {}: this row is longer than {} MB, the most that is read{why}", self.line, MOST_BYTES / 1_000_000)
    }
}

/// The delimiter that the first line says: Excel writes and reads `sep=;`.
fn said_delimiter(text: &mut impl Text) -> Option<u8> {
    let line = text.rest().ok()?.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let (name, rest) = line.split_at_checked(4)?;
    let delimiter = *rest.first().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())?;
    (name.eq_ignore_ascii_case(b"sep=") && matches!(&rest[1..], b"" | b"\"")).then_some(delimiter)
}

/// The delimiter that gives one of the first rows the most headings that are known, and else the most columns; if several give the same
/// numbers, the first in the list.
fn delimiter_of<Source: Text>(open: impl Fn() -> Source) -> u8 {
    let mut best = ((0, 0), b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut rows = Rows::new(open(), delimiter);
        for number in 0..MOST_ROWS {
            let is_there = rows.read() == Ok(true);
            let cells = if is_there { rows.cells() } else { break };
            let columns = (known(&cells), cells.len());
            // Rows with words of anybody have more columns or fewer than their headings, where it is another delimiter.
            if columns > best.0 && (number == 0 || columns.0 > 1) {
                best = (columns, delimiter);
            }
        }
    }
    best.1
}
