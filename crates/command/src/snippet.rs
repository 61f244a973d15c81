use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use check::Remark;
use document::problem::Severity;
use quotes::is_invisible;
use source_map::{Places, Span};

/// How many bytes of a line are shown on both sides of the underlined part: enough for a line that was written by hand. The
/// renderer cuts it further to fit.
const AROUND: usize = 400;

/// The longest span that is underlined, in characters.
const MOST_UNDERLINED: usize = 60;

/// The longest passage of the article that is shown, in characters.
const MOST_REPEATED: usize = 300;

/// The line of a problem with its place underlined, and the article's words; nothing if the problem has no place.
pub(super) fn excerpt(places: &Places<'_>, spans: &[Span], remark: &Remark, renderer: &Renderer) -> String {
    let text = places.text();
    let underlined = spans.iter().map(|span| {
        let mut characters = text[span.bytes.clone()].char_indices();
        let length = characters.nth(MOST_UNDERLINED).map_or(span.bytes.len(), |(at, _)| at);
        span.bytes.start..span.bytes.start + length
    });
    let underlined: Vec<_> = underlined.collect();
    let (Some(first), Some(span)) = (underlined.first(), spans.first()) else { return String::new() };
    let line = around(text, first);
    let here = underlined.iter().filter(|words| line.start <= words.start && words.end <= line.end);
    let annotations = here.map(|words| AnnotationKind::Primary.span(words.start - line.start..words.end - line.start));
    let level = match remark.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let snippet = Snippet::source(&text[line.clone()]).line_start(span.start.line).annotations(annotations);
    let mut group = Group::with_level(level).element(snippet);
    if let Some(whole) = &remark.nearest {
        let mut nearest: String = whole.chars().take(MOST_REPEATED).collect();
        nearest = visible(&nearest);
        if whole.chars().count() > MOST_REPEATED {
            nearest.push('…');
        }
        group = group.element(Level::NOTE.with_name("article").message(format!("“{nearest}”")));
    }
    renderer.render(&[group]) + "\n"
}

/// The line that has the words, or the part of a long line around them.
fn around(text: &str, words: &Range<usize>) -> Range<usize> {
    let mut from = words.start.saturating_sub(AROUND);
    let mut to = text.len().min(words.end + AROUND);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    from = text[from..words.start].rfind('\n').map_or(from, |at| from + at + 1);
    to = text[words.end..to].find(['\r', '\n']).map_or(to, |at| words.end + at);
    from..to
}

/// Writes out characters that would control the terminal or change the order of the text.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::new();
    for c in text.chars() {
        if c.is_control() || is_invisible(c) { visible.extend(c.escape_unicode()) } else { visible.push(c) }
    }
    visible
}
