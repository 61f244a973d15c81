//! Reads tables as people have them: finds out the encoding and the delimiter, and reads row by row.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use chardetng::EncodingDetector;
use csv::{Reader, ReaderBuilder};
use encoding_rs::{CoderResult, Encoding, UTF_8};

/// How many bytes of a table are read to find out its encoding and delimiter.
const LOOK: usize = 1_000_000;

/// A table whose headings are read next.
pub(super) struct Table {
    pub(super) reader: Reader<Decoding>,
    /// Its size in bytes, if it is known.
    pub(super) size: Option<u64>,
}

/// Opens a table; `-` is standard input. UTF-8, UTF-16 with a byte order mark and the encodings that browsers know are read; columns are
/// separated by commas, semicolons, tabs or vertical bars.
///
/// # Errors
///
/// Why it cannot be read.
pub(super) fn open(file: &Path) -> io::Result<Table> {
    let (mut source, size): (Box<dyn Read>, _) = match file.as_os_str() == "-" {
        true => (Box::new(io::stdin().lock()), None),
        false => {
            let file = File::open(file)?;
            let size = file.metadata()?.len();
            (Box::new(file), Some(size))
        }
    };
    let mut start = Vec::new();
    source.by_ref().take(LOOK as u64).read_to_end(&mut start)?;
    let encoding = encoding_of(&start);
    let delimiter = delimiter_of(&encoding.decode(&start).0);
    let decoding = Decoding {
        source: Box::new(Cursor::new(start).chain(source)),
        decoder: encoding.new_decoder_with_bom_removal(),
        raw: vec![0; 64 * 1024],
        filled: 0..0,
        text: Vec::new(),
        given: 0,
        is_at_end: false,
    };
    let reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(decoding);
    Ok(Table { reader, size })
}

fn encoding_of(start: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return encoding;
    }
    // The first bytes may end in the middle of a character.
    match std::str::from_utf8(start) {
        Ok(_) => return UTF_8,
        Err(error) if error.error_len().is_none() => return UTF_8,
        Err(_) => (),
    }
    let mut detector = EncodingDetector::new();
    detector.feed(start, true);
    detector.guess(None, true)
}

/// The delimiter that gives the first line the most columns; if several give the same number, the first in the list.
fn delimiter_of(text: &str) -> u8 {
    let mut best = (0, b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
        let columns = reader.records().next().and_then(Result::ok).map_or(0, |row| row.len());
        if columns > best.0 {
            best = (columns, delimiter);
        }
    }
    best.1
}

/// Bytes of any encoding as UTF-8.
pub(super) struct Decoding {
    source: Box<dyn Read>,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    /// The part of `raw` that is not decoded yet.
    filled: std::ops::Range<usize>,
    text: Vec<u8>,
    /// How many bytes of `text` were handed out.
    given: usize,
    is_at_end: bool,
}

impl Decoding {
    fn refill(&mut self) -> io::Result<()> {
        self.text.resize(128 * 1024, 0);
        self.given = 0;
        let mut written = 0;
        while written == 0 && !self.is_at_end {
            let mut is_last = false;
            if self.filled.is_empty() {
                let read = self.source.read(&mut self.raw)?;
                self.filled = 0..read;
                is_last = read == 0;
            }
            let (result, read, count, _) =
                self.decoder.decode_to_utf8(&self.raw[self.filled.clone()], &mut self.text, is_last);
            self.filled.start += read;
            written = count;
            self.is_at_end = is_last && result == CoderResult::InputEmpty;
        }
        self.text.truncate(written);
        Ok(())
    }
}

impl Read for Decoding {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.text.len() && !self.is_at_end {
            self.refill()?;
        }
        let count = into.len().min(self.text.len() - self.given);
        into[..count].copy_from_slice(&self.text[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All rows of a table that a file has.
    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let mut table = open(file.path()).unwrap();
        let rows = table.reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        rows.collect()
    }

    #[test]
    fn any_bytes_are_read_to_the_end() {
        proptest!(|(bytes in prop::collection::vec(any::<u8>(), 0..2_000))| drop(rows(&bytes)));
        proptest!(|(text in any::<String>())| drop(rows(text.as_bytes())));
    }

    #[test]
    fn utf_16_reads_as_utf_8_does() {
        proptest!(|(cells in prop::collection::vec("[a-zé€😀,;\"\n]{0,9}", 1..9), is_big in any::<bool>())| {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&cells).unwrap();
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            let bytes: Vec<u8> = units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            prop_assert_eq!(rows(&bytes), rows(text.as_bytes()));
        });
    }
}
