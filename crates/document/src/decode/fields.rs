use crate::json::Node;
use crate::model::{Date, Language, Number, Words};
use crate::problem::{Fault, Kind, Problem, Severity, key_path};
use crate::web_url::WebUrl;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report {
    pub(super) problems: Vec<Problem>,
    /// How many of them are errors.
    pub(super) errors: usize,
    /// How many pairs of letters were compared to guess what was meant.
    pub(super) comparisons: usize,
}

impl Report {
    pub(super) fn fail(&mut self, path: impl Into<String>, fault: Fault) {
        self.add(path.into(), fault, Severity::Error);
    }

    pub(super) fn warn(&mut self, path: impl Into<String>, fault: Fault) {
        self.add(path.into(), fault, Severity::Warning);
    }

    /// The last error. There must be one.
    pub(super) fn last_error(mut self) -> Problem {
        let at = self.problems.iter().rposition(|problem| problem.severity == Severity::Error);
        self.problems.swap_remove(at.expect("an error was reported"))
    }

    pub(super) fn array(&mut self, node: Node, path: &str) -> Option<Vec<Node>> {
        match node {
            Node::Array(nodes) => Some(nodes),
            other => self.mismatch(path, Kind::Array, &other),
        }
    }

    fn string(&mut self, node: Node, path: &str) -> Option<String> {
        match node {
            Node::String(text) => Some(text),
            other => self.mismatch(path, Kind::String, &other),
        }
    }

    fn strings(&mut self, nodes: Vec<Node>, path: &str) -> Option<Vec<String>> {
        let mut strings = Vec::new();
        for (index, node) in nodes.into_iter().enumerate() {
            strings.push(self.string(node, &format!("{path}[{index}]"))?);
        }
        Some(strings)
    }

    fn mismatch<T>(&mut self, path: &str, expected: Kind, found: &Node) -> Option<T> {
        self.fail(path, Fault::WrongType { expected, found: found.kind() });
        None
    }

    fn add(&mut self, path: String, fault: Fault, severity: Severity) {
        self.errors += usize::from(severity == Severity::Error);
        self.problems.push(Problem { fault, severity, path });
    }
}

/// The fields of one object while they are read. Fields that were not read are reported at the end.
///
/// A field with the value `null` counts as absent.
pub(super) struct Fields<'report> {
    path: String,
    fields: Vec<(String, Node)>,
    known: Vec<&'static str>,
    report: &'report mut Report,
}

impl<'report> Fields<'report> {
    pub(super) fn open(node: Node, path: String, report: &'report mut Report) -> Option<Self> {
        let Node::Object(mut fields) = node else { return report.mismatch(&path, Kind::Object, &node) };
        // The sort is stable, so if two fields have the same name, the last one in the text comes last.
        fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        fields.dedup_by(|later, earlier| {
            let twice = later.0 == earlier.0;
            if twice {
                report.warn(key_path(&path, &later.0), Fault::DuplicateField);
                std::mem::swap(later, earlier);
            }
            twice
        });
        Some(Self { path, fields, known: Vec::new(), report })
    }

    /// All fields of an object that is used as a map, except those whose names start with `$`.
    pub(super) fn into_entries(self) -> impl Iterator<Item = (String, Node)> + use<> {
        self.fields.into_iter().filter(|(key, _)| !key.starts_with('$'))
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.known.push(key);
        let at = self.fields.iter().position(|(name, _)| name == key)?;
        match self.fields.remove(at).1 {
            Node::Null => None,
            node => Some(node),
        }
    }

    pub(super) fn required(&mut self, key: &'static str) -> Option<Node> {
        let node = self.take(key);
        if node.is_none() {
            self.report.fail(self.path_of(key), Fault::Missing);
        }
        node
    }

    /// `Some` if the field `version` has a value that this release reads.
    pub(super) fn version(&mut self, read: u32) -> Option<()> {
        let fault = match self.take("version") {
            Some(Node::Number(digits)) if digits == read.to_string() => return Some(()),
            Some(Node::Number(digits)) => Fault::Version { found: Some(digits) },
            Some(other) => Fault::WrongType { expected: Kind::Number, found: other.kind() },
            None => Fault::Version { found: None },
        };
        self.report.fail("version", fault);
        None
    }

    pub(super) fn required_text(&mut self, key: &'static str) -> Option<String> {
        let node = self.required(key)?;
        let path = self.path_of(key);
        let text = self.report.string(node, &path)?;
        if text.trim().is_empty() {
            self.report.fail(path, Fault::Empty);
            return None;
        }
        Some(text)
    }

    /// An optional text. A blank text counts as absent, with a warning.
    pub(super) fn text(&mut self, key: &'static str, into: &mut Option<String>) {
        let Some(node) = self.take(key) else { return };
        let path = self.path_of(key);
        match self.report.string(node, &path) {
            Some(text) if text.trim().is_empty() => self.report.warn(path, Fault::Empty),
            text => *into = text,
        }
    }

    /// Texts in their order; one that is none is reported, and blank in its place.
    pub(super) fn texts(&mut self, key: &'static str, into: &mut Option<Vec<String>>) {
        let Some(node) = self.take(key) else { return };
        let path = self.path_of(key);
        *into = self.report.array(node, &path).map(|nodes| {
            let texts = nodes.into_iter().enumerate();
            texts
                .map(|(index, node)| self.report.string(node, &format!("{path}[{index}]")).unwrap_or_default())
                .collect()
        });
    }

    /// A string, or an array of strings if words are left out between them.
    pub(super) fn words(&mut self, key: &'static str, into: &mut Option<Words>) {
        let Some(node) = self.take(key) else { return };
        let path = self.path_of(key);
        let spans = match node {
            Node::String(text) => Some(vec![text]),
            Node::Array(nodes) => self.report.strings(nodes, &path),
            other => self.report.mismatch(&path, Kind::StringOrStrings, &other),
        };
        if let Some(spans) = spans {
            *into = Words::new(spans);
            if into.is_none() {
                self.report.fail(path, Fault::Empty);
            }
        }
    }

    pub(super) fn number(&mut self, key: &'static str, into: &mut Option<Number>) {
        match self.take(key) {
            Some(Node::Number(digits)) => *into = Number::parse(&digits),
            Some(other) => drop(self.report.mismatch::<()>(&self.path_of(key), Kind::Number, &other)),
            None => (),
        }
    }

    pub(super) fn array(&mut self, key: &'static str) -> Vec<Node> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let path = self.path_of(key);
        self.report.array(node, &path).unwrap_or_default()
    }

    /// An absolute web address. Any other text is left out, with a warning.
    pub(super) fn url(&mut self, key: &'static str, into: &mut Option<WebUrl>) {
        self.parsed(key, into, WebUrl::parse, Fault::Url);
    }

    pub(super) fn date(&mut self, key: &'static str, into: &mut Option<Date>) {
        self.parsed(key, into, Date::parse, Fault::Date);
    }

    pub(super) fn language(&mut self, key: &'static str, into: &mut Option<Language>) {
        self.parsed(key, into, Language::parse, Fault::Language);
    }

    /// One of a few allowed words. Any other text is left out, with a warning.
    pub(super) fn choice(&mut self, key: &'static str, choices: &'static [&'static str]) -> Option<usize> {
        let mut text = None;
        self.text(key, &mut text);
        let text = text?;
        let chosen = choices.iter().position(|choice| *choice == text);
        if chosen.is_none() {
            self.report.warn(self.path_of(key), Fault::Choice { choices });
        }
        chosen
    }

    /// Reports the fields that were not read.
    pub(super) fn finish(self) {
        for (key, _) in &self.fields {
            if key.starts_with('$') {
                continue;
            }
            let near = nearest(key, self.known.iter().copied(), &mut self.report.comparisons).map(str::to_owned);
            self.report.warn(key_path(&self.path, key), Fault::UnknownField { near });
        }
    }

    fn parsed<T>(&mut self, key: &'static str, into: &mut Option<T>, parse: impl Fn(&str) -> Option<T>, fault: Fault) {
        let mut text = None;
        self.text(key, &mut text);
        if let Some(text) = text {
            *into = parse(&text);
            if into.is_none() {
                self.report.warn(self.path_of(key), fault);
            }
        }
    }

    fn path_of(&self, key: &str) -> String {
        key_path(&self.path, key)
    }
}

/// How many pairs of letters are compared in one document to guess what was meant: enough for 200 unknown names beside 200 known ones of 15
/// letters. A document with more has another fault than slips, and comparing all with all would take minutes.
const MOST_COMPARISONS: usize = 10_000_000;

/// The one of `names` that was probably meant by `word`: at most a third of its letters differ. `None` also if too much was compared before.
pub(super) fn nearest<'name>(
    word: &str,
    names: impl Iterator<Item = &'name str>,
    comparisons: &mut usize,
) -> Option<&'name str> {
    let length = word.chars().count();
    // Such a long word is hardly a slip, and the comparison takes time that grows with the square of its length.
    if length > 64 {
        return None;
    }
    let most = length.div_ceil(3).min(4);
    let mut near = None;
    let mut least = most + 1;
    for name in names {
        if *comparisons > MOST_COMPARISONS {
            return None;
        }
        // No two words are closer than their lengths.
        if name.len() > 4 * 64 || name.chars().count().abs_diff(length) > most {
            *comparisons += name.len().min(4 * 64);
            continue;
        }
        *comparisons += word.len() * name.len();
        let distance = strsim::osa_distance(word, name);
        if distance < least {
            (near, least) = (Some(name), distance);
        }
    }
    near
}
