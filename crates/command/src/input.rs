//! A file that is opened once, and whose beginning is looked at before it is read: a pipe can be read only once.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use super::files::text_of;

/// How many bytes are looked at, to find out what a file is.
const LOOK: u64 = 1_000_000;

/// A file or standard input, before it is read.
pub(super) struct Input {
    start: Vec<u8>,
    rest: Box<dyn Read>,
    /// Its size in bytes, if it is a file and no pipe.
    size: Option<u64>,
}

impl Input {
    /// Opens a file and reads its beginning; `-` is standard input.
    ///
    /// # Errors
    ///
    /// A text that says why the file cannot be read.
    pub(super) fn open(file: &Path) -> Result<Self, String> {
        let opened = || -> io::Result<Self> {
            let (rest, size): (Box<dyn Read>, _) = match file.as_os_str() == "-" {
                true => (Box::new(io::stdin()), None),
                false => {
                    let file = File::open(file)?;
                    let metadata = file.metadata()?;
                    (Box::new(file), metadata.is_file().then_some(metadata.len()))
                }
            };
            Self::of(rest, size)
        };
        opened().map_err(|error| format!("cannot be read: {error}"))
    }

    /// Reads the beginning of `rest`.
    ///
    /// # Errors
    ///
    /// Those of reading.
    pub(super) fn of(mut rest: Box<dyn Read>, size: Option<u64>) -> io::Result<Self> {
        let mut start = Vec::new();
        rest.by_ref().take(LOOK).read_to_end(&mut start)?;
        Ok(Self { start, rest, size })
    }

    /// The first bytes: all of them if the file is small.
    pub(super) fn start(&self) -> &[u8] {
        &self.start
    }

    pub(super) fn size(&self) -> Option<u64> {
        self.size
    }

    pub(super) fn into_bytes(self) -> impl Read + 'static {
        Cursor::new(self.start).chain(self.rest)
    }

    /// The whole text, which is in UTF-8 and not longer than this many bytes.
    ///
    /// # Errors
    ///
    /// A text that says why it cannot be read.
    pub(super) fn into_text(self, most: usize) -> Result<String, String> {
        let mut bytes = Vec::new();
        let read = self.into_bytes().take(most as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("cannot be read: {error}"))?;
        if bytes.len() > most {
            return Err(format!("larger than {} MB, the most that is read at once; split it", most / 1_000_000));
        }
        text_of(bytes)
    }
}

/// Whether these bytes look like UTF-16 without the mark that says so: every second byte is zero in Latin text.
pub(super) fn is_unmarked_utf_16(start: &[u8]) -> bool {
    if start.starts_with(&[0xfe, 0xff]) || start.starts_with(&[0xff, 0xfe]) {
        return false;
    }
    let start = &start[..start.len().min(1_000)];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (fewer, more) = (even.min(odd), even.max(odd));
    more * 4 > start.len() && fewer * 4 < more
}
