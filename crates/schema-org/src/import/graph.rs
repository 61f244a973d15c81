//! JSON-LD as things with properties, which may be in different places of the text.
//!
//! A reference is followed only when one of its properties is asked for, so things that refer to each other in a circle
//! do no harm.

use document::json::Node;
use document::problem::key_path;

/// The most objects with one `@id` that are read as one thing. Pages have a few; without a limit, time would grow with the square of their number.
const MOST_PARTS: usize = 16;

/// The most values of one property that are read. If many things refer to one with more, they would multiply.
pub const MOST_VALUES: usize = 100;

/// The greatest depth of nested lists. JSON-LD does not need more.
const MOST_NESTED: usize = 8;

/// A value and its place.
#[derive(Clone)]
pub struct At<'graph> {
    pub node: &'graph Node,
    pub path: String,
}

pub struct Graph<'graph> {
    /// The objects with an `@id` and at least one property, sorted by `@id`.
    named: Vec<(&'graph str, At<'graph>)>,
    /// The prefixes that names of schema.org may have.
    prefixes: Vec<String>,
}

impl<'graph> Graph<'graph> {
    /// Reads all blocks together.
    pub fn of(blocks: &[At<'graph>]) -> Self {
        let prefixes = [
            "http://schema.org/",
            "https://schema.org/",
            "http://www.schema.org/",
            "https://www.schema.org/",
            "schema:",
        ];
        let mut graph = Self { named: Vec::new(), prefixes: prefixes.map(str::to_owned).into() };
        for block in blocks {
            graph.collect(block);
        }
        // The sort is stable: objects with one `@id` keep the order of the text.
        graph.named.sort_by_key(|(id, _)| *id);
        graph
    }

    fn collect(&mut self, at: &At<'graph>) {
        if let Node::Object(fields) = at.node {
            if let Some(id) = id(at.node)
                && fields.len() > 1
            {
                self.named.push((id, at.clone()));
            }
            if let Some(Node::Object(terms)) = at.node.at("@context") {
                let of_schema_org = |node: &Node| node.as_string().is_some_and(|iri| iri.contains("://schema.org"));
                let terms = terms.iter().filter(|(term, node)| !term.starts_with('@') && of_schema_org(node));
                self.prefixes.extend(terms.map(|(term, _)| format!("{term}:")));
            }
        }
        for child in children(at) {
            self.collect(&child);
        }
    }

    /// All values of a property, up to one more than [`MOST_VALUES`], with the items of lists as single values. If the thing does not have the
    /// property, the values of other objects with the same `@id`.
    pub fn values(&self, thing: &At<'graph>, property: &str) -> Vec<At<'graph>> {
        let own = self.own(thing, property);
        if !own.is_empty() {
            return own;
        }
        let others = self.parts(thing).iter().filter(|(_, part)| !std::ptr::eq(part.node, thing.node));
        others.take(MOST_PARTS).flat_map(|(_, part)| self.own(part, property)).collect()
    }

    fn own(&self, thing: &At<'graph>, property: &str) -> Vec<At<'graph>> {
        let mut values = Vec::new();
        let Node::Object(fields) = thing.node else { return values };
        for (key, node) in fields.iter().filter(|(key, _)| self.bare(key) == property) {
            flatten(At { node, path: path_of(&thing.path, key) }, &mut values, MOST_NESTED);
        }
        values
    }

    /// All properties of a thing, also those that other objects with the same `@id` have, each with its value as it is written.
    pub fn properties<'of>(&'of self, thing: &'of At<'graph>) -> impl Iterator<Item = (&'graph str, At<'graph>)> + 'of {
        let others = self.parts(thing).iter().map(|(_, part)| part).filter(|part| !std::ptr::eq(part.node, thing.node));
        std::iter::once(thing).chain(others).flat_map(|part| {
            let fields: &'graph [(String, Node)] = match part.node {
                Node::Object(fields) => fields,
                _ => &[],
            };
            fields.iter().map(|(key, node)| (self.bare(key), At { node, path: path_of(&part.path, key) }))
        })
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
            Some(Node::Array(types)) => types.iter().any(fits),
            Some(one) => fits(one),
            None => false,
        };
        of(thing.node) || self.parts(thing).iter().take(MOST_PARTS).any(|(_, part)| of(part.node))
    }

    /// Whether this is nothing but a reference, to a thing that is not there.
    pub fn is_dangling(&self, thing: &At<'graph>) -> bool {
        matches!(thing.node, Node::Object(fields) if fields.len() == 1)
            && id(thing.node).is_some()
            && self.parts(thing).is_empty()
    }

    fn parts(&self, thing: &At<'graph>) -> &[(&'graph str, At<'graph>)] {
        let Some(id) = id(thing.node) else { return &[] };
        let begin = self.named.partition_point(|(known, _)| *known < id);
        let length = self.named[begin..].iter().take_while(|(known, _)| *known == id).take(MOST_PARTS).count();
        &self.named[begin..begin + length]
    }

    /// The name of a type or property, without its prefix.
    fn bare<'name>(&self, name: &'name str) -> &'name str {
        self.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).unwrap_or(name)
    }
}

/// The thing's identifier in JSON-LD. schema.org's own context also calls it `id`.
pub fn id(node: &Node) -> Option<&str> {
    node.at("@id").or_else(|| node.at("id")).and_then(Node::as_string)
}

/// The direct children of a value, in the order of the text.
pub fn children<'graph>(at: &At<'graph>) -> Vec<At<'graph>> {
    match at.node {
        Node::Array(nodes) => {
            let each = nodes.iter().enumerate();
            each.map(|(index, node)| At { node, path: format!("{}[{index}]", at.path) }).collect()
        }
        Node::Object(fields) => fields.iter().map(|(key, node)| At { node, path: path_of(&at.path, key) }).collect(),
        _ => Vec::new(),
    }
}

fn path_of(path: &str, key: &str) -> String {
    match key.strip_prefix('@') {
        Some(_) if path.is_empty() => key.to_owned(),
        Some(_) => format!("{path}.{key}"),
        None => key_path(path, key),
    }
}

/// `@list` and `@set` are also lists; `null` is no value.
fn flatten<'graph>(at: At<'graph>, values: &mut Vec<At<'graph>>, most_nested: usize) {
    if values.len() > MOST_VALUES {
        return;
    }
    let list = ["@list", "@set"].iter().find(|key| at.node.at(key).is_some());
    match (at.node, list) {
        (Node::Null, _) => (),
        (Node::Array(nodes), _) if most_nested > 0 => {
            for (index, node) in nodes.iter().enumerate().take(MOST_VALUES + 1) {
                flatten(At { node, path: format!("{}[{index}]", at.path) }, values, most_nested - 1);
            }
        }
        (_, Some(key)) if most_nested > 0 => {
            let inner = At { node: at.node.at(key).expect("it has this key"), path: path_of(&at.path, key) };
            flatten(inner, values, most_nested - 1);
        }
        _ => values.push(at),
    }
}
