//! What `check` lists for programs, here as JSON. The names are public: they change only with a major version.

mod github;
mod sarif;

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

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
    /// The reason why the file could not be read.
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
    /// The similar words of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

/// Lines and columns, counted from 1 in characters; the end is after the last character.
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
    /// The first places where the words are: in each place, a passage for each span that has words.
    places: Vec<Vec<Piece>>,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Piece {
    start: Point,
    end: Point,
    text: String,
}

/// As a browser counts: the paragraph from 0, and in it UTF-16 code units.
#[derive(Serialize)]
struct Point {
    paragraph: usize,
    offset: usize,
}

#[derive(Serialize)]
struct Difference {
    /// The number of the span, from 0.
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

    /// The listing of a document in a line of NDJSON: with paths, but without line and column.
    pub(super) fn of_line(checked: &Checked<'_>) -> Map<String, Value> {
        let remarks: Vec<_> = checked.remarks.iter().map(|remark| (Vec::new(), remark)).collect();
        let report = Self::of(Path::new(""), checked, &remarks, &Places::of(""));
        let Ok(Value::Object(mut fields)) = serde_json::to_value(report) else { unreachable!("a report is an object") };
        fields.remove("file");
        fields
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
    /// All of it for people who see nothing else: where in the document, what is wrong, and what the article has.
    fn told(&self) -> String {
        let Self { path, message, article, .. } = self;
        let separator = if path.is_empty() { "" } else { ": " };
        let article = article.as_ref().map(|article| format!("\nThe article has: {article}")).unwrap_or_default();
        format!("{path}{separator}{message}{article}")
    }

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

/// If a passage goes over several paragraphs, line breaks separate them.
fn slice(article: &Text, passage: Passage) -> String {
    article.slices(passage).collect::<Vec<_>>().join("\n")
}
