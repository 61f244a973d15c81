//! Converts the values of things to those of the document, and reports each that is changed or cannot be used.

use std::fmt::Display;

use document::json::Node;
use document::model::{Date, Language, Number};
use document::web_url::WebUrl;

use super::date::date;
use super::graph::{At, Graph, MOST_VALUES, id};
use super::markup::decoded;
use super::place::Place;
use super::rating::number;
use crate::remark::{Fault, Remark, Repair, RepairKind};

/// The report on the values that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    pub remarks: Vec<Remark>,
    pub repairs: Vec<Repair>,
}

impl Notes {
    pub fn remark(&mut self, path: impl Display, fault: Fault) {
        self.remark_at(&path, fault);
    }

    /// One function for all kinds of paths, because a copy for each would add to the wasm.
    fn remark_at(&mut self, path: &dyn Display, fault: Fault) {
        self.remarks.push(Remark { fault, path: path.to_string() });
    }

    /// Does nothing where the crate is built without repairs, as for readers' browsers.
    pub fn repair(&mut self, kind: RepairKind, path: impl Display, before: &str, after: &str) {
        if cfg!(feature = "repairs") {
            let (before, after) = (before.to_owned(), after.to_owned());
            self.repairs.push(Repair { kind, path: path.to_string(), before, after });
        }
    }

    /// Adds these, without those of values that were reported before.
    pub(super) fn add_unless_known(&mut self, other: Self) {
        for remark in other.remarks {
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
        for repair in other.repairs {
            if !self.repairs.contains(&repair) {
                self.repairs.push(repair);
            }
        }
    }

    /// A text with its markup decoded, without spaces around it; `None` if nothing is left.
    pub fn text(&mut self, text: &str, path: impl Display) -> Option<String> {
        let read = decoded(text);
        let trimmed = read.trim();
        if trimmed.is_empty() {
            return None;
        }
        if trimmed != text {
            let kind = if trimmed == text.trim() { RepairKind::Blanks } else { RepairKind::Markup };
            self.repair(kind, path, text, trimmed);
        }
        Some(trimmed.to_owned())
    }

    pub fn date(&mut self, text: &str, path: impl Display) -> Option<Date> {
        self.parsed(text, path, date, Date::as_str, RepairKind::Date, Fault::NoDate)
    }

    pub fn number(&mut self, text: &str, path: impl Display) -> Option<Number> {
        self.parsed(text, path, number, Number::as_str, RepairKind::Number, Fault::NoNumber)
    }

    /// An address without a scheme (`desk.example/a`) gets one.
    pub fn url(&mut self, text: &str, path: impl Display) -> Option<WebUrl> {
        self.parsed(text, path, web_url, WebUrl::as_str, RepairKind::Url, Fault::NoUrl)
    }

    /// The tag of a language; programs often write `es_ES`.
    pub fn language(&mut self, text: &str, path: impl Display) -> Option<Language> {
        let trimmed = text.trim();
        let tag = trimmed.replace('_', "-");
        let language = Language::parse(&tag);
        match &language {
            Some(_) if tag != trimmed => self.repair(RepairKind::Language, path, text, &tag),
            None if !trimmed.is_empty() => self.remark(path, Fault::UnusableValue),
            _ => (),
        }
        language
    }

    fn parsed<T>(
        &mut self,
        text: &str,
        path: impl Display,
        parse: impl Fn(&str) -> Option<T>,
        written: impl Fn(&T) -> &str,
        kind: RepairKind,
        fault: Fault,
    ) -> Option<T> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        let parsed = parse(trimmed);
        match &parsed {
            Some(parsed) if written(parsed) != text => {
                let kind = if written(parsed) == trimmed { RepairKind::Blanks } else { kind };
                self.repair(kind, path, text, written(parsed));
            }
            Some(_) => (),
            None => self.remark(path, fault),
        }
        parsed
    }
}

fn web_url(text: &str) -> Option<WebUrl> {
    WebUrl::parse(text).or_else(|| {
        let host = text.split(['/', '?', '#']).next()?;
        // Other characters than ASCII may all be letters, because tables of letters would add kilobytes to the wasm.
        let is_letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii();
        let is_host = |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '.' | '-');
        // The last part of a host name has only letters: `1.5` is not an address, and `report.pdf` would be a useless one.
        let (_, last) = host.rsplit_once('.')?;
        let is_name = last.len() > 1 && last.chars().all(is_letter) && !host.starts_with('.');
        let is_likely = host.starts_with("www.") || text.contains('/') || host.len() == text.len();
        (is_name && is_likely && host.chars().all(is_host)).then(|| WebUrl::parse(&format!("https://{text}")))?
    })
}

/// What a remark counts, in the measure of [`most_work`](super::graph::most_work).
const WORK_OF_REMARK: usize = 200;

/// What a text counts beside its bytes.
const WORK_OF_TEXT: usize = 20;

/// Reads the things of a graph.
pub struct Reader<'graph> {
    pub graph: &'graph Graph<'graph>,
    pub notes: Notes,
}

impl<'graph> Reader<'graph> {
    /// The values of a property, up to the limit; if there are more, that is reported.
    pub fn values(&mut self, thing: &At<'graph>, property: &str) -> Vec<At<'graph>> {
        let mut values = self.graph.values(thing, property);
        if values.len() > MOST_VALUES {
            let more = values.swap_remove(MOST_VALUES);
            self.further(&more);
            values.truncate(MOST_VALUES);
        }
        values
    }

    /// Reports a value.
    pub fn remark(&mut self, at: &At<'graph>, fault: Fault) {
        self.graph.spend(WORK_OF_REMARK);
        self.notes.remark(&at.path, fault);
    }

    /// Reports a further value, and what it says.
    pub fn further(&mut self, at: &At<'graph>) {
        let text = ["@value", "name", "text", "headline", "alternateName", "ratingValue", "url", "@id"]
            .into_iter()
            .find_map(|key| at.node.at(key)?.as_string());
        self.remark(at, Fault::further(at.node.as_string().or(text).unwrap_or_default()));
    }

    /// The text of a value as it is written.
    fn raw(&self, node: &'graph Node) -> Option<&'graph str> {
        let raw = raw(node)?;
        // What is read is often kept, too, and reported.
        self.graph.spend(raw.len() + WORK_OF_TEXT);
        Some(raw)
    }

    /// The text of a value: a string, a number, or the `@value` of an object.
    pub fn text_of(&mut self, at: &At<'graph>) -> Option<String> {
        let raw = self.raw(at.node)?;
        self.notes.text(raw, &at.path)
    }

    /// The text of a value that is read, and its changes reported, elsewhere.
    pub fn text_without_note(&self, at: &At<'graph>) -> Option<String> {
        Notes::default().text(self.raw(at.node)?, "")
    }

    /// The first text of these properties. Further texts of the same property are reported.
    pub fn text(&mut self, thing: &At<'graph>, properties: &[&str]) -> Option<String> {
        let mut found = None;
        self.first(thing, properties, &mut |notes, raw, path| {
            found = notes.text(raw, path);
            found.is_some()
        });
        found
    }

    pub fn date(&mut self, thing: &At<'graph>, property: &str) -> Option<Date> {
        let mut found = None;
        self.first(thing, &[property], &mut |notes, raw, path| {
            found = notes.date(raw, path);
            found.is_some()
        });
        found
    }

    pub fn number(&mut self, thing: &At<'graph>, property: &str) -> Option<Number> {
        let mut found = None;
        self.first(thing, &[property], &mut |notes, raw, path| {
            found = notes.number(raw, path);
            found.is_some()
        });
        found
    }

    pub fn language(&mut self, thing: &At<'graph>, property: &str) -> Option<Language> {
        let mut found = None;
        self.first(thing, &[property], &mut |notes, raw, path| {
            found = notes.language(raw, path);
            found.is_some()
        });
        found
    }

    /// An address, which may also be the `@id` of a thing.
    pub fn url(&mut self, thing: &At<'graph>, property: &str) -> Option<WebUrl> {
        let mut found = None;
        self.first(thing, &[property], &mut |notes, raw, path| {
            found = notes.url(raw, path);
            found.is_some()
        });
        found
    }

    /// The address of a picture, which may be an `ImageObject`; the further ones are reported.
    pub fn picture(&mut self, thing: &At<'graph>, property: &str) -> Option<WebUrl> {
        let mut found = None;
        for picture in self.values(thing, property) {
            if found.is_some() {
                self.further(&picture);
            } else if let Some(raw) = self.raw(picture.node) {
                found = self.notes.url(raw, &picture.path);
            } else {
                found = self.url(&picture, "contentUrl").or_else(|| self.url(&picture, "url"));
                self.lost_unless(found.is_some(), &picture);
            }
        }
        found
    }

    /// Reads the values of the first of these properties that has any, until `take` accepts one; the further ones are reported.
    ///
    /// `take` is a reference, because a copy of this function for each kind of value would add kilobytes to the wasm.
    fn first(
        &mut self,
        thing: &At<'graph>,
        properties: &[&str],
        take: &mut dyn FnMut(&mut Notes, &str, &Place) -> bool,
    ) {
        let mut is_taken = false;
        for property in properties {
            for value in self.values(thing, property) {
                match self.raw(value.node).or_else(|| id(value.node)) {
                    None => self.remark(&value, Fault::UnusableValue),
                    Some(raw) if raw.trim().is_empty() => (),
                    Some(_) if is_taken => self.further(&value),
                    Some(raw) => is_taken = take(&mut self.notes, raw, &value.path),
                }
            }
            if is_taken {
                break;
            }
        }
    }

    /// The name of a person, an organization or a work; a text may be the name itself.
    pub fn name_of(&mut self, at: &At<'graph>) -> Option<String> {
        match self.raw(at.node) {
            Some(raw) => self.notes.text(raw, &at.path),
            None => self.text(at, &["name"]).or_else(|| self.full_name(at)),
        }
    }

    /// The name of a person that is given in parts.
    fn full_name(&mut self, person: &At<'graph>) -> Option<String> {
        let family = self.text(person, &["familyName"])?;
        Some(match self.text(person, &["givenName"]) {
            Some(given) => format!("{given} {family}"),
            None => family,
        })
    }

    /// The name of the first value of a property; the further ones are reported.
    pub fn name(&mut self, thing: &At<'graph>, property: &str) -> Option<String> {
        let mut found = None;
        for value in self.values(thing, property) {
            match found {
                None => {
                    found = self.name_of(&value);
                    self.lost_unless(found.is_some(), &value);
                }
                Some(_) => self.further(&value),
            }
        }
        found
    }

    /// Reports a value from which nothing can be taken: it refers to nothing, or is of a kind that has no place here. Blank texts are no values.
    pub fn lost_unless(&mut self, is_used: bool, at: &At<'graph>) {
        let is_blank = raw(at.node).is_some_and(|text| text.trim().is_empty());
        if !is_used && !is_blank {
            let fault = if self.graph.is_dangling(at) { Fault::Dangling } else { Fault::UnusableValue };
            self.remark(at, fault);
        }
    }
}

fn raw(node: &Node) -> Option<&str> {
    match node {
        Node::String(text) | Node::Number(text) => Some(text),
        Node::Object(_) => node.at("@value").and_then(raw),
        _ => None,
    }
}
