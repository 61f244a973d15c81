//! The output of `check --format json`. Its names are public: they change only with a major version.

use std::path::Path;

use serde::Serialize;

use check::{Checked, Compared, Remark};
use quotes::{Passage, Position, Text};
use source_map::{Place, Places, Span};

#[derive(Default, Serialize)]
pub(super) struct Listing {
    pub(super) files: Vec<Report>,
}

#[derive(Default, Serialize)]
pub(super) struct Report {
    file: String,
    /// Why the file could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
    /// Whether quotes were compared with an article.
    compared: bool,
    errors: usize,
    warnings: usize,
    problems: Vec<Fault>,
    quotes: Vec<Words>,
}

#[derive(Serialize)]
struct Fault {
    #[serde(flatten)]
    extent: Option<Extent>,
    path: String,
    severity: &'static str,
    code: &'static str,
    message: String,
    /// Similar words that the article has.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

/// Lines and columns in characters, from 1. The end is the position after the last character.
#[derive(Serialize)]
struct Extent {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Words {
    path: String,
    /// `quote` or `reported`.
    kind: &'static str,
    grade: &'static str,
    #[serde(flatten)]
    extent: Option<Extent>,
    /// The first places with these words. Each is a list of passages, one for each span that has words.
    places: Vec<Vec<Piece>>,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Piece {
    start: Point,
    end: Point,
    text: String,
}

/// Positions as browsers count them: paragraphs from 0, and UTF-16 code units within a paragraph.
#[derive(Serialize)]
struct Point {
    paragraph: usize,
    offset: usize,
}

#[derive(Serialize)]
struct Difference {
    /// The index of the span that the difference is in, from 0.
    span: usize,
    quote: String,
    article: String,
}

/// The largest number of places that are listed for ambiguous words.
const MOST_PLACES: usize = 20;

impl Listing {
    pub(super) fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("text and numbers can be written");
        json + "\n"
    }
}

impl Report {
    pub(super) fn failed(file: &Path, fault: String) -> Self {
        Self { file: file.display().to_string(), failure: Some(fault), ..Self::default() }
    }

    pub(super) fn of(
        file: &Path,
        checked: &Checked<'_>,
        remarks: &[(Vec<Span>, &Remark)],
        places: &Places<'_>,
    ) -> Self {
        let errors = checked.errors();
        let article = checked.article.as_deref().map(|article| &article.text);
        let quotes =
            article.map(|article| checked.words.iter().map(|words| Words::of(words, article, places)).collect());
        Self {
            file: file.display().to_string(),
            failure: None,
            compared: article.is_some(),
            errors,
            warnings: remarks.len() - errors,
            problems: remarks.iter().map(|(spans, remark)| Fault::of(spans.first(), remark)).collect(),
            quotes: quotes.unwrap_or_default(),
        }
    }
}

impl Fault {
    fn of(span: Option<&Span>, remark: &Remark) -> Self {
        let Remark { fault, path, nearest, .. } = remark;
        Self {
            extent: span.map(Extent::of),
            path: path.clone(),
            severity: remark.severity.name(),
            code: fault.code(),
            message: fault.to_string(),
            article: nearest.clone(),
        }
    }
}

impl Extent {
    fn of(span: &Span) -> Self {
        let Span { start, end, .. } = span;
        let (Place { line, column }, Place { line: end_line, column: end_column }) = (*start, *end);
        Self { line, column, end_line, end_column }
    }
}

impl Words {
    fn of(words: &Compared, article: &Text, places: &Places<'_>) -> Self {
        let finding = &words.finding;
        let piece = |passage: &Passage| Piece::of(*passage, article);
        let difference = |difference: &quotes::Difference| Difference {
            span: difference.span,
            quote: words.spans[difference.span][difference.quote.clone()].to_owned(),
            article: slice(article, difference.text),
        };
        Self {
            path: words.path.clone(),
            kind: words.kind.name(),
            grade: finding.grade.name(),
            extent: places.span_of_value(&words.path).as_ref().map(Extent::of),
            places: finding.places.iter().take(MOST_PLACES).map(|place| place.iter().map(piece).collect()).collect(),
            differences: finding.differences.iter().map(difference).collect(),
        }
    }
}

impl Piece {
    fn of(passage: Passage, article: &Text) -> Self {
        let point = |position: Position| Point { paragraph: position.paragraph, offset: article.utf16(position) };
        Self { start: point(passage.start), end: point(passage.end), text: slice(article, passage) }
    }
}

/// Returns the text of a passage. If it continues in another paragraph, there is a line break between the two.
fn slice(article: &Text, passage: Passage) -> String {
    article.slices(passage).collect::<Vec<_>>().join("\n")
}
