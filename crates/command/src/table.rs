//! Reads tables as people have them: finds out the encoding and the delimiter, and reads row by row.

mod decoding;

use std::io::Cursor;

use super::input::{Input, is_unmarked_utf_16};
use decoding::Decoding;

/// The rows of a file.
pub(super) type Rows = tables::Rows<Decoding>;

/// Opens a table, whose headings are read next. UTF-8, UTF-16 with a byte order mark and the encodings that browsers know are read.
///
/// # Errors
///
/// Why it cannot be read.
pub(super) fn open(input: Input) -> Result<Rows, String> {
    if is_unmarked_utf_16(input.start()) {
        return Err("this is UTF-16 without a byte order mark; save it as UTF-8".to_owned());
    }
    let start = input.start().to_vec();
    let size = input.size();
    let text = Decoding::new(Box::new(input.into_bytes()), size);
    Rows::open(text, || Decoding::new(Box::new(Cursor::new(start.clone())), None))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All rows of a table, each with its line.
    fn numbered(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, String> {
        let mut table = open(Input::of(Box::new(Cursor::new(bytes.to_vec())), None).unwrap())?;
        let mut all = Vec::new();
        while table.read()? {
            all.push((table.line(), table.cells().iter().map(|cell| (*cell).to_owned()).collect()));
        }
        Ok(all)
    }

    fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
        Ok(numbered(bytes)?.into_iter().map(|(_, row)| row).collect())
    }

    #[track_caller]
    fn refused(bytes: &[u8], message: &str) {
        let fault = rows(bytes).unwrap_err();
        assert!(fault.starts_with(message), "{fault}");
    }

    #[test]
    fn any_bytes_are_read_to_the_end_or_refused() {
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

    #[test]
    fn what_the_crate_csv_writes_is_read() {
        let row = prop::collection::vec("[a-zé ,;|\t\"\r\n]{0,9}", 3);
        proptest!(|(table in prop::collection::vec(row, 0..9))| {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["one", "two", "three"]).unwrap();
            table.iter().for_each(|row| writer.write_record(row).unwrap());
            let read = rows(&writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(&read[1..], &table[..]);
        });
    }

    #[test]
    fn rows_have_the_line_where_they_begin_whatever_ends_lines() {
        let table = "one,two\n\na,\"b\nc\"\nd,e\n\n\nf,g";
        let expected = [1, 3, 5, 8];
        for end in ["\n", "\r\n", "\r"] {
            let read = numbered(table.replace('\n', end).as_bytes()).unwrap();
            assert_eq!(read.iter().map(|(line, _)| *line).collect::<Vec<_>>(), expected, "{end:?}");
            assert_eq!(read[1].1, ["a", &format!("b{end}c")]);
        }
    }

    #[test]
    fn one_bad_byte_does_not_change_the_encoding_of_a_table_but_is_named_with_its_line() {
        let table = b"claim\nCaf\xc3\xa9 M\xc3\xbcller \xc3\xb6ffnet\n\xc5\x81\xc3\xb3d\xc5\xba\nbad \xff byte\n";
        refused(table, "line 4: the byte 0xFF is not UTF-8");
        // The line is the one of the byte, also within a cell of several lines.
        refused(b"claim\n\"\xc3\xa9\n\n\xc3\"\n", "line 4: the byte 0xC3 is not UTF-8");
        refused(b"claim\n\xc3\xa9\xc3\xa9\n\xc3", "line 3: the byte 0xC3 is not UTF-8");
        refused(b"\xef\xbb\xbfclaim\nCaf\xe9\n", "line 2: the byte 0xE9 is not UTF-8");
        refused(b"\xff\xfec\0l\0a\0i\0m\0\n\0\x00\xd8\n\0", "line 2: ");
    }

    #[test]
    fn an_older_encoding_is_found_out_where_the_first_other_character_stands() {
        let mut table = b"claim\n".to_vec();
        table.extend(b"The water is safe\n".repeat(400_000));
        table.extend(b"Stra\xdfe caf\xe9\n");
        let read = rows(&table).unwrap();
        assert_eq!((read.len(), read[400_001][0].as_str()), (400_002, "Straße café"));
    }

    #[test]
    fn no_character_is_replaced_in_silence() {
        let cells = prop::collection::vec(any::<u8>(), 0..300);
        proptest!(|(bytes in cells)| {
            if let Ok(rows) = rows(&bytes) {
                let before = String::from_utf8_lossy(&bytes).matches('\u{fffd}').count() > 0 && std::str::from_utf8(&bytes).is_ok();
                let after = rows.iter().flatten().any(|cell| cell.contains('\u{fffd}'));
                prop_assert!(before || !after);
            }
        });
    }

    #[test]
    fn quotation_marks_that_do_not_fit_are_named_with_their_line() {
        let unclosed = "claim,speaker\none,A\n\"two,B\nthree,C\n";
        refused(unclosed.as_bytes(), "line 3: the quotation mark is never closed");
        refused(b"a,b\n\"one\"\"", "line 2: the quotation mark is never closed");
        refused(b"a,b\n\"two,B\n\"three\",C\n", "line 3: there is text behind a closing quotation mark");
        refused(b"a,b\nC,\"She said \"no\" twice\"\n", "line 2: there is text behind a closing quotation mark");
        // Marks within a cell that does not begin with one are characters.
        assert_eq!(rows(b"a,b\n5\" pipe,\"x\" \n").unwrap()[1], ["5\" pipe", "x"]);
    }

    #[test]
    fn a_row_has_a_greatest_length() {
        let table = format!("claim\n\"{}", "never closed\n".repeat(100_000));
        refused(table.as_bytes(), "line 2: this row is longer than 1 MB");
        refused("x".repeat(2_000_000).as_bytes(), "line 1: this row is longer than 1 MB");
    }

    #[test]
    fn the_first_line_may_say_the_delimiter() {
        for first in ["sep=;\n", "SEP=;\r\n", "\u{feff}sep=;\n", "\"sep=;\"\n"] {
            let read = numbered(format!("{first}claim;a,b,c\nOne;2\n").as_bytes()).unwrap();
            assert_eq!(read[0], (2, vec!["claim".to_owned(), "a,b,c".to_owned()]), "{first:?}");
        }
    }

    #[test]
    fn utf_16_without_its_mark_is_named() {
        let bytes = |is_big: bool| -> Vec<u8> {
            let units = "claim,speaker\nThe water is safe,Ada\n".encode_utf16();
            units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        refused(&bytes(true), "this is UTF-16 without a byte order mark; save it as UTF-8");
        refused(&bytes(false), "this is UTF-16 without a byte order mark; save it as UTF-8");
    }

    #[test]
    fn a_file_that_ends_before_its_size_is_told() {
        let input = Input::of(Box::new(Cursor::new(b"claim\nOne\nTw".to_vec())), Some(100)).unwrap();
        let mut table = open(input).unwrap();
        assert_eq!((table.read(), table.read()), (Ok(true), Ok(true)), "the rows that are whole are read");
        assert!(table.read().unwrap_err().starts_with("became shorter while it was read"));
    }
}
