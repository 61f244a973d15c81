//! Bytes of any encoding as UTF-8, without any replacement of what cannot be decoded.

use std::io::{self, Read};
use std::ops::Range;

use chardetng::EncodingDetector;
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use tables::Text;

/// How many bytes are read at once.
const CHUNK: usize = 64 * 1024;
/// How many bytes from the first character on that is not ASCII are looked at, to find out the encoding.
const LOOK: usize = 1_000_000;

/// A text that is being decoded.
pub(crate) struct Decoding {
    source: Box<dyn Read>,
    /// The size of the source in bytes, if it is known.
    size: Option<u64>,
    raw: Vec<u8>,
    /// The part of `raw` that is not decoded yet.
    filled: Range<usize>,
    /// How many bytes were read so far.
    read: u64,
    is_at_end: bool,
    /// `None` as long as all is ASCII, which is the same in all encodings that have no byte order mark.
    decoder: Option<Decoder>,
    text: Vec<u8>,
    /// How many bytes of `text` were used.
    used: usize,
    /// The number of the line in which `text` ends, from 1.
    line: usize,
    ends_in_return: bool,
    /// Reported as soon as all text before it is used.
    fault: Option<String>,
}

impl Decoding {
    pub(super) fn new(source: Box<dyn Read>, size: Option<u64>) -> Self {
        Self {
            source,
            size,
            raw: Vec::new(),
            filled: 0..0,
            read: 0,
            is_at_end: false,
            decoder: None,
            text: Vec::new(),
            used: 0,
            line: 1,
            ends_in_return: false,
            fault: None,
        }
    }

    /// How many bytes of the source were read.
    pub(crate) fn bytes(&self) -> u64 {
        self.read - self.filled.len() as u64
    }

    /// The encoding that was found out, if it is not UTF-8 and no byte order mark says so.
    pub(crate) fn guessed(&self) -> Option<&'static str> {
        let encoding = self.decoder.as_ref().map(Decoder::encoding).filter(|encoding| encoding.is_ascii_compatible());
        encoding.map(Encoding::name).filter(|name| *name != "UTF-8")
    }

    fn refill(&mut self) -> Result<(), String> {
        self.text.clear();
        self.used = 0;
        let is_start = self.read == 0;
        if self.filled.is_empty() {
            self.fill()?;
        }
        if is_start && let Some((encoding, _)) = Encoding::for_bom(&self.raw[self.filled.clone()]) {
            self.decoder = Some(encoding.new_decoder_with_bom_removal());
        }
        if self.decoder.is_none() {
            if self.raw[self.filled.clone()].is_ascii() {
                self.text.extend_from_slice(&self.raw[self.filled.clone()]);
                self.filled = 0..0;
                self.count_lines();
                return self.ended();
            }
            self.fill_for_look()?;
            let encoding = encoding_of(&self.raw[self.filled.clone()], self.is_at_end);
            self.decoder = Some(encoding.new_decoder_without_bom_handling());
        }
        self.decode();
        self.count_lines();
        self.ended()
    }

    /// Reads the next bytes.
    fn fill(&mut self) -> Result<(), String> {
        self.raw.resize(CHUNK, 0);
        self.filled = 0..0;
        // A byte order mark has up to three bytes.
        while self.filled.end < 3 && !self.is_at_end {
            let read = match self.source.read(&mut self.raw[self.filled.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read.map_err(unreadable)?,
            };
            self.filled.end += read;
            self.read += read as u64;
            self.is_at_end = read == 0;
        }
        Ok(())
    }

    /// Reads on until [`LOOK`] bytes wait, or the source ends.
    fn fill_for_look(&mut self) -> Result<(), String> {
        self.raw.truncate(self.filled.end);
        let wanted = LOOK - self.filled.len();
        let read = self.source.by_ref().take(wanted as u64).read_to_end(&mut self.raw).map_err(unreadable)?;
        self.filled.end += read;
        self.read += read as u64;
        self.is_at_end = read < wanted;
        Ok(())
    }

    fn decode(&mut self) {
        let Some(decoder) = &mut self.decoder else { return };
        let raw = &self.raw[self.filled.clone()];
        // A byte becomes three bytes of UTF-8 at most, and what was cut before needs a few.
        self.text.resize((3 * raw.len() + 16).min(2 * CHUNK), 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut self.text, self.is_at_end);
        self.text.truncate(written);
        if let DecoderResult::Malformed(length, behind) = result {
            let end = read.saturating_sub(behind.into());
            let bad = raw[..end].iter().skip(end.saturating_sub(length.into()));
            let bad: Vec<_> = bad.map(|byte| format!("0x{byte:02X}")).collect();
            self.fault = Some(undecodable(decoder.encoding(), &bad));
        }
        self.filled.start += read;
        if self.fault.is_some() {
            // Nothing behind the fault is read.
            (self.filled, self.is_at_end) = (0..0, true);
        }
    }

    /// Counts the lines of the new text, and names the line of a fault behind it. A line ends with `\n`, `\r` or both.
    fn count_lines(&mut self) {
        for byte in &self.text {
            let is_end = *byte == b'\r' || *byte == b'\n' && !self.ends_in_return;
            self.line += usize::from(is_end);
            self.ends_in_return = *byte == b'\r';
        }
        let line = self.line;
        self.fault = self.fault.take().map(|fault| format!("line {line}: {fault}"));
    }

    /// Compares the size at the end with the size at the beginning.
    fn ended(&mut self) -> Result<(), String> {
        if self.is_at_end
            && self.fault.is_none()
            && self.filled.is_empty()
            && self.size.is_some_and(|size| self.read < size)
        {
            let size = self.size.unwrap_or_default();
            self.fault = Some(format!(
                "became shorter while it was read: it had {size} bytes, and {} were read; import it again",
                self.read
            ));
        }
        Ok(())
    }
}

/// An error is that the source cannot be read, or that a byte cannot be decoded: with its line.
impl Text for Decoding {
    fn rest(&mut self) -> Result<&[u8], String> {
        while self.used == self.text.len() {
            if let Some(fault) = self.fault.take() {
                return Err(fault);
            }
            if self.filled.is_empty() && self.is_at_end {
                break;
            }
            self.refill()?;
        }
        Ok(&self.text[self.used..])
    }

    fn take(&mut self, bytes: usize) {
        self.used += bytes;
    }
}

fn unreadable(error: io::Error) -> String {
    format!("cannot be read: {error}")
}

fn undecodable(encoding: &'static Encoding, bad: &[String]) -> String {
    let bytes = match bad {
        [] => "the end".to_owned(),
        [byte] => format!("the byte {byte}"),
        bytes => format!("the bytes {}", bytes.join(" ")),
    };
    let is = if bad.len() > 1 { "are" } else { "is" };
    format!("{bytes} {is} not {}; correct this line, or save the whole table as UTF-8", encoding.name())
}

/// The encoding of bytes that have no byte order mark. Bytes that are UTF-8 in more places than not are UTF-8 with a fault: in other
/// encodings, hardly any two characters look like one of UTF-8.
fn encoding_of(bytes: &[u8], is_whole: bool) -> &'static Encoding {
    let (mut sound, mut bad) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        // The bytes may end in the middle of a character.
        let is_cut = chunks.peek().is_none()
            && !is_whole
            && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        bad += usize::from(!chunk.invalid().is_empty() && !is_cut);
    }
    if sound >= bad {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, is_whole);
    detector.guess(None, false)
}
