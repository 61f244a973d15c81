//! JSON-LD as things with properties, which may be in different places of the text.
//!
//! A reference is followed only when one of its properties is asked for, so things that refer to each other in a circle
//! do no harm.

use std::cell::{Cell, RefCell};

use document::json::Node;

use super::place::Place;

/// The most objects with one `@id` that are read as one thing. Pages have a few; without a limit, time would grow with the square of their number.
pub const MOST_PARTS: usize = 16;

/// The most values of one property that are read. If many things refer to one with more, they would multiply.
pub const MOST_VALUES: usize = 100;

/// The greatest depth of nested lists. JSON-LD does not need more.
const MOST_NESTED: usize = 8;

/// How much may be read of texts of this length in bytes, in values, fields and bytes. Reviews that refer to the same things read these again:
/// without a limit, a small text could take all time and memory. Real ones take less than a twentieth of this.
pub fn most_work(bytes: usize) -> usize {
    1_000_000 + 16 * bytes
}

/// A value and its place.
#[derive(Clone)]
pub struct At<'graph> {
    pub node: &'graph Node,
    pub path: Place<'graph>,
}

pub struct Graph<'graph> {
    /// The objects with an `@id` and at least one property, sorted by `@id`.
    named: Vec<(&'graph str, At<'graph>)>,
    /// The prefixes that names of schema.org have in these texts, without the colon, sorted.
    prefixes: Vec<&'graph str>,
    /// How much may still be read.
    work: Cell<usize>,
    /// The values that were read, if that is asked for.
    read: Option<RefCell<Vec<*const Node>>>,
}

impl<'graph> Graph<'graph> {
    /// Reads all blocks together. Once as much as `work` has been read of it, things have no more values.
    pub fn of(blocks: &[At<'graph>], work: usize) -> Self {
        let mut graph = Self { named: Vec::new(), prefixes: vec!["schema"], work: Cell::new(work), read: None };
        for block in blocks {
            graph.collect(block);
        }
        // The sort is stable: objects with one `@id` keep the order of the text.
        graph.named.sort_by_key(|(id, _)| *id);
        graph
    }

    /// The same, and remembers which values are read.
    pub fn remembering(blocks: &[At<'graph>], work: usize) -> Self {
        Self { read: Some(RefCell::default()), ..Self::of(blocks, work) }
    }

    /// The values that were read.
    pub fn read(self) -> Vec<*const Node> {
        self.read.map(RefCell::into_inner).unwrap_or_default()
    }

    fn collect(&mut self, at: &At<'graph>) {
        if let Node::Object(fields) = at.node {
            if let Some(id) = id(at.node)
                && fields.len() > 1
            {
                self.named.push((id, at.clone()));
            }
            if let Some(context) = at.node.at("@context") {
                self.collect_prefixes(context);
            }
        }
        for child in children(at) {
            self.collect(&child);
        }
    }

    /// A context is an object, an address, or a list of these. A prefix stands for an address, or for an object that has it as `@id`.
    fn collect_prefixes(&mut self, context: &'graph Node) {
        let of_schema_org = |node: &Node| {
            let iri = node.at("@id").unwrap_or(node).as_string();
            iri.is_some_and(|iri| iri.contains("://schema.org") || iri.contains("://www.schema.org"))
        };
        match context {
            Node::Array(contexts) => contexts.iter().for_each(|context| self.collect_prefixes(context)),
            Node::Object(terms) => {
                for (term, _) in terms.iter().filter(|(term, node)| !term.starts_with('@') && of_schema_org(node)) {
                    if let Err(place) = self.prefixes.binary_search(&term.as_str()) {
                        self.prefixes.insert(place, term);
                    }
                }
            }
            _ => (),
        }
    }

    /// All values of a property, up to one more than [`MOST_VALUES`], with the items of lists as single values. If the thing does not have the
    /// property, the values of other objects with the same `@id`. Several references to one thing are one value.
    pub fn values(&self, thing: &At<'graph>, property: &str) -> Vec<At<'graph>> {
        if self.is_exhausted() {
            return Vec::new();
        }
        let mut values = self.own(thing, property);
        if values.is_empty() {
            let others = self.parts(thing).iter().filter(|(_, part)| !std::ptr::eq(part.node, thing.node));
            values = others.flat_map(|(_, part)| self.own(part, property)).collect();
        }
        let mut known: Vec<&str> = Vec::new();
        values.retain(|value| {
            let Some(id) = reference(value.node) else { return true };
            let is_new = !known.contains(&id);
            known.push(id);
            is_new
        });
        if let Some(read) = &self.read {
            read.borrow_mut().extend(values.iter().map(|value| value.node as *const Node));
        }
        values
    }

    /// The values of a property of this very object.
    fn own(&self, thing: &At<'graph>, property: &str) -> Vec<At<'graph>> {
        let mut values = Vec::new();
        let Node::Object(fields) = thing.node else { return values };
        for (key, node) in fields.iter().filter(|(key, _)| self.bare(key) == property) {
            if values.len() > MOST_VALUES {
                break;
            }
            self.flatten(At { node, path: thing.path.key(key) }, &mut values, MOST_NESTED);
        }
        self.spend(fields.len() + values.len());
        values
    }

    /// A value as it is written, with the items of lists as single values, up to one more than [`MOST_VALUES`].
    pub fn flat(&self, value: &At<'graph>) -> Vec<At<'graph>> {
        let mut values = Vec::new();
        self.flatten(value.clone(), &mut values, MOST_NESTED);
        values
    }

    /// The objects that describe this thing: itself, and the others with the same `@id`.
    pub fn objects<'of>(&'of self, thing: &'of At<'graph>) -> impl Iterator<Item = &'of At<'graph>> + 'of {
        let others = self.parts(thing).iter().map(|(_, part)| part).filter(|part| !std::ptr::eq(part.node, thing.node));
        std::iter::once(thing).chain(others)
    }

    /// `@list` and `@set` are also lists; `null` is no value.
    fn flatten(&self, at: At<'graph>, values: &mut Vec<At<'graph>>, most_nested: usize) {
        if values.len() > MOST_VALUES {
            return;
        }
        if let Node::Object(fields) = at.node {
            self.spend(fields.len());
        }
        let list = ["@list", "@set"].into_iter().find_map(|key| Some((key, at.node.at(key)?)));
        match (at.node, list) {
            (Node::Null, _) => (),
            (Node::Array(nodes), _) if most_nested > 0 => {
                for (index, node) in nodes.iter().enumerate().take(MOST_VALUES + 1) {
                    self.spend(1);
                    self.flatten(At { node, path: at.path.index(index) }, values, most_nested - 1);
                }
            }
            (_, Some((key, node))) if most_nested > 0 => {
                self.flatten(At { node, path: at.path.key(key) }, values, most_nested - 1);
            }
            _ => values.push(at),
        }
    }

    /// Whether one of the thing's types is this one.
    pub fn is(&self, thing: &At<'graph>, name: &str) -> bool {
        self.has_type(thing, name, false)
    }

    /// Whether the name of one of the thing's types ends so: `NewsArticle` is a kind of `Article`.
    pub fn is_kind(&self, thing: &At<'graph>, ending: &str) -> bool {
        self.has_type(thing, ending, true)
    }

    fn has_type(&self, thing: &At<'graph>, name: &str, may_be_longer: bool) -> bool {
        let fits = |one: &Node| {
            let own = one.as_string().map_or("", |own| self.bare(own));
            own.ends_with(name) && (may_be_longer || own.len() == name.len())
        };
        let of = |node: &Node| match node.at("@type").or_else(|| node.at("type")) {
            Some(Node::Array(types)) => {
                self.spend(types.len());
                types.iter().any(fits)
            }
            Some(one) => fits(one),
            None => false,
        };
        of(thing.node) || self.parts(thing).iter().any(|(_, part)| of(part.node))
    }

    /// Whether this is nothing but a reference, to a thing that is not there.
    pub fn is_dangling(&self, thing: &At<'graph>) -> bool {
        reference(thing.node).is_some() && self.parts(thing).is_empty()
    }

    /// The object that this is, or refers to.
    pub fn identity(&self, thing: &At<'graph>) -> *const Node {
        let referred = reference(thing.node).and_then(|_| self.parts(thing).first());
        referred.map_or(thing.node, |(_, part)| part.node)
    }

    /// Counts what was read.
    pub fn spend(&self, work: usize) {
        self.work.set(self.work.get().saturating_sub(work));
    }

    /// Whether as much was read as may be.
    pub fn is_exhausted(&self) -> bool {
        self.work.get() == 0
    }

    fn parts(&self, thing: &At<'graph>) -> &[(&'graph str, At<'graph>)] {
        let Some(id) = id(thing.node) else { return &[] };
        let begin = self.named.partition_point(|(known, _)| *known < id);
        let length = self.named[begin..].iter().take_while(|(known, _)| *known == id).take(MOST_PARTS).count();
        &self.named[begin..begin + length]
    }

    /// The first object beyond those of one `@id` that are read together, for each `@id` that has so many.
    pub fn beyond(&self) -> impl Iterator<Item = &At<'graph>> {
        let parts = self.named.chunk_by(|(one, _), (other, _)| one == other);
        parts.filter_map(|parts| parts.get(MOST_PARTS)).map(|(_, at)| at)
    }

    /// The name of a type or property, without its prefix.
    pub fn bare<'name>(&self, name: &'name str) -> &'name str {
        let Some((prefix, rest)) = name.split_once(':') else { return name };
        if let Some(address) = rest.strip_prefix("//") {
            let bare = address.strip_prefix("www.").unwrap_or(address).strip_prefix("schema.org/");
            return bare.filter(|_| matches!(prefix, "http" | "https")).unwrap_or(name);
        }
        if self.prefixes.binary_search(&prefix).is_ok() { rest } else { name }
    }
}

/// The thing's identifier in JSON-LD. schema.org's own context also calls it `id`.
pub fn id(node: &Node) -> Option<&str> {
    node.at("@id").or_else(|| node.at("id")).and_then(Node::as_string)
}

/// The identifier, if the object has nothing else.
pub fn reference(node: &Node) -> Option<&str> {
    id(node).filter(|_| matches!(node, Node::Object(fields) if fields.len() == 1))
}

/// The direct children of a value, in the order of the text.
pub fn children<'graph>(at: &At<'graph>) -> Vec<At<'graph>> {
    match at.node {
        Node::Array(nodes) => {
            let each = nodes.iter().enumerate();
            each.map(|(index, node)| At { node, path: at.path.index(index) }).collect()
        }
        Node::Object(fields) => fields.iter().map(|(key, node)| At { node, path: at.path.key(key) }).collect(),
        _ => Vec::new(),
    }
}
