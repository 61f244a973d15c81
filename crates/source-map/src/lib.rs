//! Finds the line and column of a problem in a JSON text, for people who mend it in a text editor.
//!
//! ```
//! let json = "{\n  \"version\": 2\n}";
//! let problem = document::decode::decode(json).unwrap_err();
//! let place = source_map::Places::of(json).of_problem(&problem).unwrap();
//! assert_eq!((place.line, place.column), (2, 14));
//! ```

use std::borrow::Cow;
use std::ops::Range;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use document::json::MOST_BYTES;
use document::problem::{About, Problem};

/// A place in a text, as text editors count: the first character of the first line is at 1, 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the line, from 1. A line ends with a line feed.
    pub line: usize,
    /// The number of the character (Unicode scalar value) in its line, from 1. A byte order mark at the beginning of
    /// the text is not counted.
    pub column: usize,
}

/// A part of a text on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: Place,
    /// Right after its last character.
    pub end: Place,
    /// Bytes of the text without its byte order mark.
    pub bytes: Range<usize>,
}

/// The places of all values in one JSON text. It is made once, and then finds any number of problems quickly.
pub struct Places<'json> {
    json: &'json str,
    /// `None` if the text cannot be read.
    root: Option<Entry<'json>>,
}

impl<'json> Places<'json> {
    /// `json` is the text that the problems are about. It must have been decoded before, because only the decoder
    /// checks how deeply the text is nested.
    pub fn of(json: &'json str) -> Self {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        // Longer texts are not read, so there are no problems to find in them.
        let root = if json.len() > MOST_BYTES { None } else { parse(json) };
        Self { json, root: root.map(|root| Entry::new(root, None, &mut Cursor::new(json))) }
    }

    /// The place of a problem of this text: the beginning of the value that its path names.
    ///
    /// If several fields have the same name, the last one counts. The place of an unknown or repeated field is its name. The place
    /// of a missing value is the innermost value around it that exists. In a text that is not JSON, it is the first wrong
    /// character.
    ///
    /// `None` if no single place is wrong: the text is empty, too long, or not JSON at all.
    pub fn of_problem(&self, problem: &Problem) -> Option<Place> {
        self.span_of(&problem.path, problem.about()).map(|span| span.start)
    }

    /// The part of the text to underline for a problem: the value or the name; for an array or object, its opening bracket.
    pub fn span_of(&self, path: &str, about: About) -> Option<Span> {
        if let About::Character { line, column } = about {
            return self.of_byte(line, column);
        }
        let (entry, rest) = self.root.as_ref()?.follow(path);
        let name = entry.name.as_ref().filter(|_| about == About::Name && rest.is_empty());
        Some(name.unwrap_or(&entry.value).clone())
    }

    /// The value on a path, or the innermost existing value around it; for an array or object, its opening bracket.
    pub fn span_of_value(&self, path: &str) -> Option<Span> {
        Some(self.root.as_ref()?.follow(path).0.value.clone())
    }

    /// The place of words in a string. They are given in bytes of the string's value, in which `\n` is one byte; in the text it is two.
    ///
    /// The path of a single string may be written as if the string were in an array. `None` if there is no string on this path, or it is
    /// too short.
    pub fn of_words(&self, path: &str, words: Range<usize>) -> Option<Span> {
        let (entry, rest) = self.root.as_ref()?.follow(path);
        let value = &entry.value;
        let literal = self.json[value.bytes.clone()].strip_prefix('"')?;
        if !matches!(rest, "" | "[0]") {
            return None;
        }
        let in_text = |byte: usize| Some(value.bytes.start + 1 + encoded_length(literal, byte)?);
        let (start, end) = (in_text(words.start)?, in_text(words.end)?);
        let mut cursor = Cursor { json: self.json, at: value.bytes.start, place: value.start };
        Some(cursor.span(start..end))
    }

    /// The text of the places, without its byte order mark.
    pub fn text(&self) -> &'json str {
        self.json
    }

    /// The place of a byte, from the line and column that serde_json gives.
    ///
    /// Its column is that of the last byte that was read. So column 0 is the line feed before the line, for example after a string
    /// that has no end.
    fn of_byte(&self, line: usize, column: usize) -> Option<Span> {
        let mut line_feeds = self.json.match_indices('\n');
        let begin = match line.checked_sub(2) {
            None => 0,
            Some(line_feeds_before) => line_feeds.nth(line_feeds_before)?.0 + 1,
        };
        let mut at = (begin + column).saturating_sub(1);
        while !self.json.is_char_boundary(at) {
            at -= 1;
        }
        let character = self.json[at..].chars().next().filter(|c| *c != '\n');
        Some(Cursor::new(self.json).span(at..at + character.map_or(0, char::len_utf8)))
    }
}

/// How many bytes of a JSON string, after its opening quotation mark, encode this many bytes of its value.
fn encoded_length(literal: &str, bytes: usize) -> Option<usize> {
    let (mut at, mut decoded) = (0, 0);
    while decoded < bytes {
        let (encoded_bytes, decoded_bytes) = character(literal.get(at..)?)?;
        at += encoded_bytes;
        decoded += decoded_bytes;
    }
    Some(at)
}

/// The length of the first character in the text, and in the string's value. `None` at the end of the string.
fn character(literal: &str) -> Option<(usize, usize)> {
    let c = literal.chars().next().filter(|c| *c != '"')?;
    if c != '\\' {
        return Some((c.len_utf8(), c.len_utf8()));
    }
    let unit = |at: usize| {
        let hexadecimal = literal.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(hexadecimal, 16).ok()
    };
    match unit(0) {
        // A surrogate pair: the second half follows.
        Some(0xd800..=0xdfff) => Some((12, 4)),
        Some(unit) => Some((6, char::from_u32(unit)?.len_utf8())),
        None => Some((2, 1)),
    }
}

fn parse(json: &str) -> Option<Value<'_>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    parse_to_ast(json, &CollectOptions::default(), &strict).ok()?.value
}

/// A value of the text: its place and what it contains.
struct Entry<'json> {
    /// The place of its name, if it is the value of a field.
    name: Option<Span>,
    /// For an array or object, its opening bracket.
    value: Span,
    within: Within<'json>,
}

enum Within<'json> {
    Nothing,
    Elements(Vec<Entry<'json>>),
    /// In the order of their names. Each name occurs once.
    Fields(Vec<Field<'json>>),
}

type Field<'json> = (Cow<'json, str>, Entry<'json>);

/// A value on a path, and the rest of the path.
type Way<'way> = (&'way Entry<'way>, &'way str);

impl<'json> Entry<'json> {
    /// The cursor is before the value, and after all values of earlier calls.
    fn new(value: Value<'json>, name: Option<Span>, cursor: &mut Cursor<'json>) -> Self {
        let end = if matches!(value, Value::Array(_) | Value::Object(_)) { value.start() + 1 } else { value.end() };
        let span = cursor.span(value.start()..end);
        let within = match value {
            Value::Array(array) => {
                Within::Elements(array.elements.into_iter().map(|element| Self::new(element, None, cursor)).collect())
            }
            Value::Object(object) => {
                let fields = object.properties.into_iter().map(|field| {
                    let span = cursor.span(field.name.start()..field.name.end());
                    let name = match field.name {
                        ObjectPropName::String(name) => name.value,
                        ObjectPropName::Word(name) => name.value.into(),
                    };
                    (name, Self::new(field.value, Some(span), cursor))
                });
                let mut fields: Vec<_> = fields.collect();
                // The last one first, because it is the one that counts.
                fields.reverse();
                fields.sort_by(|(one, _), (other, _)| one.cmp(other));
                fields.dedup_by(|(one, _), (other, _)| one == other);
                Within::Fields(fields)
            }
            _ => Within::Nothing,
        };
        Self { name, value: span, within }
    }

    /// The innermost value on a path, and the rest of the path.
    fn follow<'way>(&'way self, path: &'way str) -> Way<'way> {
        let mut innermost: Way<'_> = (self, path);
        for (entry, rest) in self.steps(path) {
            let found = entry.follow(rest);
            if found.1.len() < innermost.1.len() {
                innermost = found;
            }
        }
        innermost
    }

    /// The values that the first step of a path may lead to, each with the rest of the path. There is at most one, unless names
    /// themselves look like steps.
    fn steps<'way>(&'way self, path: &'way str) -> Vec<Way<'way>> {
        match (&self.within, path.strip_prefix("[\"")) {
            (Within::Nothing, _) => Vec::new(),
            (Within::Elements(elements), _) => element(elements, path).into_iter().collect(),
            (Within::Fields(fields), None) => field(fields, path).into_iter().collect(),
            (Within::Fields(fields), Some(path)) => quoted_fields(fields, path).collect(),
        }
    }
}

/// Returns the element that a step such as `[0]` leads to.
fn element<'way>(elements: &'way [Entry<'way>], path: &'way str) -> Option<Way<'way>> {
    let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
    Some((elements.get(index.parse::<usize>().ok()?)?, rest))
}

/// The field that `.name` leads to, or `name` at the beginning of a path.
fn field<'way>(fields: &'way [Field<'way>], path: &'way str) -> Option<Way<'way>> {
    let path = path.strip_prefix('.').unwrap_or(path);
    let (name, rest) = path.split_at(path.find(['.', '[']).unwrap_or(path.len()));
    let at = fields.binary_search_by(|(known, _)| (**known).cmp(name)).ok()?;
    Some((&fields[at].1, rest))
}

/// Returns the fields that `["name"]` may lead to. `path` begins with the name.
///
/// In paths, names are not escaped, even if they have quotation marks or brackets. Only the existing names show where a name ends.
fn quoted_fields<'way>(fields: &'way [Field<'way>], path: &'way str) -> impl Iterator<Item = Way<'way>> {
    // Every beginning of the path sorts before the path, and all names between the two have that beginning. So a name that
    // differs rules out all names that are longer than what it has in common with the path.
    let before = move |text: &[u8]| fields.partition_point(|(name, _)| name.as_bytes() <= text);
    let mut left = before(path.as_bytes());
    let beginnings = std::iter::from_fn(move || {
        loop {
            let (name, entry) = fields[..left].last()?;
            if let Some(rest) = path.strip_prefix(&**name) {
                left -= 1;
                return Some((entry, rest));
            }
            let alike = name.bytes().zip(path.bytes()).take_while(|(one, other)| one == other).count();
            left = before(&path.as_bytes()[..alike]);
        }
    });
    let whole = beginnings.filter_map(|(entry, rest)| Some((entry, rest.strip_prefix("\"]")?)));
    whole.filter(|(_, rest)| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Reads a text once from its beginning, and counts lines and columns.
struct Cursor<'json> {
    json: &'json str,
    /// The current position in bytes.
    at: usize,
    place: Place,
}

impl<'json> Cursor<'json> {
    fn new(json: &'json str) -> Self {
        Self { json, at: 0, place: Place { line: 1, column: 1 } }
    }

    /// The part between two bytes. Neither may be before the byte of the last call.
    fn span(&mut self, bytes: Range<usize>) -> Span {
        Span { start: self.advance(bytes.start), end: self.advance(bytes.end), bytes }
    }

    /// The place of the character at this byte, which may not be before the byte of the last call.
    fn advance(&mut self, to: usize) -> Place {
        for c in self.json[self.at..to].chars() {
            if c == '\n' {
                self.place = Place { line: self.place.line + 1, column: 1 };
            } else {
                self.place.column += 1;
            }
        }
        self.at = to;
        self.place
    }
}
