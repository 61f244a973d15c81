//! The text of a JSON-LD script, without what content management systems wrap around it.

use document::json::{MOST_BYTES, Node, parse_any_length};
use document::problem::Fault;

/// What may surround JSON, from the time when old browsers had to ignore scripts.
const BEFORE: &[&str] = &["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "//"];
const BEHIND: &[&str] = &["-->", "]]>", "//", "/*]]>*/", "/* ]]> */", ";"];

/// Parses a text as JSON, even with a wrapper around it or raw line breaks in its strings; the result says if it had any of these.
///
/// # Errors
///
/// What is wrong with the original text; in a page, also that it is too long.
pub fn read(text: &str, is_of_page: bool) -> Result<(Node, bool), Fault> {
    if is_of_page && text.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    match parse_any_length(text) {
        Ok(node) => Ok((node, false)),
        Err(problem) if matches!(problem.fault, Fault::Syntax { .. } | Fault::Markup) => {
            let mended = parse_any_length(&escaped(unwrapped(text)));
            mended.map(|node| (node, true)).map_err(|_| problem.fault)
        }
        Err(problem) => Err(problem.fault),
    }
}

fn unwrapped(text: &str) -> &str {
    let mut inner = text.trim_start_matches('\u{feff}').trim();
    loop {
        let before = inner;
        for mark in BEFORE {
            inner = inner.strip_prefix(mark).unwrap_or(inner).trim_start();
        }
        for mark in BEHIND {
            inner = inner.strip_suffix(mark).unwrap_or(inner).trim_end();
        }
        if inner == before {
            return inner;
        }
    }
}

/// Replaces line breaks, tabs and other control characters in strings by JSON's escapes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let (mut is_string, mut is_escape) = (false, false);
    for c in text.chars() {
        // JSON has no such escape; what writes one means the line break.
        if is_escape && c <= '\u{1f}' {
            escaped.pop();
        }
        match c {
            '\n' if is_string => escaped.push_str("\\n"),
            '\r' if is_string => escaped.push_str("\\r"),
            '\t' if is_string => escaped.push_str("\\t"),
            '\0'..='\u{1f}' if is_string => escaped.push(' '),
            _ => escaped.push(c),
        }
        is_string ^= c == '"' && !is_escape;
        is_escape = is_string && c == '\\' && !is_escape;
    }
    escaped
}
