//! The text of a script of JSON-LD, with what content management systems wrap around it.

use document::json::{MOST_BYTES, Node, parse_any_length};
use document::problem::Fault;

/// What may stand before and behind JSON, from when browsers had to be kept from reading scripts.
const BEFORE: &[&str] = &["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "//"];
const BEHIND: &[&str] = &["-->", "]]>", "//", "/*]]>*/", "/* ]]> */", ";"];

/// Reads a text as JSON; also with what is wrapped around it, and with raw line breaks in its texts, and says so then.
///
/// # Errors
///
/// What is wrong with the text as it stands; in a page, also that it is too long.
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

/// Line breaks, tabs and other control characters within strings as JSON has them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let (mut is_string, mut is_escape) = (false, false);
    for c in text.chars() {
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
