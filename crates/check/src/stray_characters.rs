//! Invisible characters, which often come with copied text.

use super::{Character, Fault, Mark, Remark};
use document::json::Node;
use document::problem::key_path;
use quotes::{is_bidirectional, is_invisible};

/// The most places of one character in one string that are shown.
const MOST_MARKS: usize = 8;

/// Examines every string of a document.
pub(super) fn check(document: &Node, remarks: &mut Vec<Remark>) {
    walk(document, String::new(), remarks);
}

fn walk(node: &Node, path: String, remarks: &mut Vec<Remark>) {
    match node {
        Node::String(text) => check_text(text, &path, remarks),
        Node::Array(nodes) => {
            nodes.iter().enumerate().for_each(|(index, node)| walk(node, format!("{path}[{index}]"), remarks));
        }
        Node::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
            for (at, (name, node)) in sorted.iter().enumerate() {
                // If several fields have one name, the last one counts.
                let is_last = sorted.get(at + 1).is_none_or(|(next, _)| next != name);
                if is_last && !name.starts_with('$') {
                    walk(node, key_path(&path, name), remarks);
                }
            }
        }
        Node::Null | Node::Boolean(_) | Node::Number(_) => (),
    }
}

fn check_text(text: &str, path: &str, remarks: &mut Vec<Remark>) {
    if text.is_ascii() && !text.contains(|c: char| c.is_ascii_control()) {
        return;
    }
    // The body is a copy of the article, so it is not corrected in the document.
    let is_body = path.starts_with("article.body[");
    let script = Script::of(text);
    let mut found: Vec<(char, Vec<Mark>)> = Vec::new();
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|(_, c)| *c);
        let is_fault = is_bidirectional(c) || (!is_body && is_stray(c));
        if is_fault && !is_at_home(c, before, after, &script) {
            let mark = Mark { path: path.to_owned(), words: at..at + c.len_utf8() };
            match found.iter_mut().find(|(known, _)| *known == c) {
                Some((_, marks)) => marks.push(mark),
                None => found.push((c, vec![mark])),
            }
        }
        before = Some(c);
    }
    remarks.extend(found.into_iter().map(|(c, marks)| remark(c, path, marks)));
}

fn remark(c: char, path: &str, mut marks: Vec<Mark>) -> Remark {
    let character = Character { character: c, name: name(c), times: marks.len() };
    let fault = if is_bidirectional(c) { Fault::Bidirectional(character) } else { Fault::Invisible(character) };
    marks.truncate(MOST_MARKS);
    Remark { marks, ..Remark::warning(fault, path) }
}

/// The writing of a text, as far as it decides which invisible characters belong there.
struct Script {
    runs_from_right_to_left: bool,
    has_flags: bool,
}

impl Script {
    fn of(text: &str) -> Self {
        Self {
            runs_from_right_to_left: text.chars().any(runs_from_right_to_left),
            has_flags: text.contains('\u{1f3f4}'),
        }
    }
}

/// Whether the character belongs there.
fn is_at_home(c: char, before: Option<char>, after: Option<char>, script: &Script) -> bool {
    match c {
        // Joiners are part of the spelling of Arabic, Persian and the scripts of India, and of emoji.
        '\u{200c}' | '\u{200d}' => [before, after].into_iter().flatten().any(is_joined),
        // They show a number or a name correctly among letters that run from right to left.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => script.runs_from_right_to_left,
        // Emoji also need tags, for the flags of regions.
        '\u{e0020}'..='\u{e007f}' => script.has_flags,
        _ => false,
    }
}

/// Whether it is of a script or a kind in which joiners are usual: all but Latin, Greek, Cyrillic and punctuation.
fn is_joined(c: char) -> bool {
    c >= '\u{530}' && !('\u{1e00}'..='\u{206f}').contains(&c)
}

fn runs_from_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether it does not belong in a text: it is invisible, a control character, or an unusual line end.
fn is_stray(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// The Unicode name of a stray character, or its kind.
fn name(c: char) -> &'static str {
    match c {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "(a control character)",
        '\u{ad}' => "SOFT HYPHEN",
        '\u{34f}' => "COMBINING GRAPHEME JOINER",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{115f}' => "HANGUL CHOSEONG FILLER",
        '\u{1160}' => "HANGUL JUNGSEONG FILLER",
        '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}' => "FUNCTION APPLICATION",
        '\u{2062}' => "INVISIBLE TIMES",
        '\u{2063}' => "INVISIBLE SEPARATOR",
        '\u{2064}' => "INVISIBLE PLUS",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{206a}'..='\u{206f}' => "(a deprecated format character)",
        '\u{3164}' => "HANGUL FILLER",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{ffa0}' => "HALFWIDTH HANGUL FILLER",
        '\u{fff9}' => "INTERLINEAR ANNOTATION ANCHOR",
        '\u{fffa}' => "INTERLINEAR ANNOTATION SEPARATOR",
        '\u{fffb}' => "INTERLINEAR ANNOTATION TERMINATOR",
        '\u{e0001}' => "LANGUAGE TAG",
        '\u{e0020}'..='\u{e007f}' => "(a tag)",
        _ => "(an invisible character)",
    }
}
