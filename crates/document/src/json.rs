//! JSON as it is in a text, before it is decoded.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::problem::{Fault, Kind, Problem, Severity};

/// The largest text that is accepted, in bytes.
pub const MOST_BYTES: usize = 5_000_000;

/// Parses a text as JSON.
///
/// # Errors
///
/// If the text is too long, empty, HTML or XML, or not JSON; in the last case with line and column.
pub fn parse(json: &str) -> Result<Node, Problem> {
    if json.len() > MOST_BYTES {
        return Err(refusal(Fault::TooLarge));
    }
    parse_any_length(json)
}

/// Reads a text of any length as JSON, for callers that have a limit of their own.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_any_length(json: &str) -> Result<Node, Problem> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let start = json.trim_start();
    if start.is_empty() {
        return Err(refusal(Fault::NoJson));
    }
    if start.starts_with('<') {
        return Err(refusal(Fault::Markup));
    }
    serde_json::from_str(json).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let reason = error.to_string();
        let too_deep =
            reason.strip_prefix("recursion limit exceeded").map(|place| "nested too deeply".to_owned() + place);
        refusal(Fault::Syntax { reason: too_deep.unwrap_or(reason), line, column })
    })
}

/// Makes the problem for a fault of the text as a whole.
pub fn refusal(fault: Fault) -> Problem {
    Problem { fault, severity: Severity::Error, path: String::new() }
}

/// Any JSON value. Objects keep their fields in the order of the text, also if a name is repeated.
pub enum Node {
    Null,
    Boolean(bool),
    /// With its digits as they are written.
    Number(String),
    String(String),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The kind of value.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Boolean(_) => Kind::Boolean,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array(_) => Kind::Array,
            Self::Object(_) => Kind::Object,
        }
    }

    /// The field `key` of an object; `None` if there is none. If several fields have this name, the last one counts.
    pub fn at(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().rev().find_map(|(name, node)| (name == key).then_some(node))
    }

    pub fn as_string(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// Writes the value as JSON, without blanks.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => f.write_str(if *value { "true" } else { "false" }),
            Self::Number(digits) => f.write_str(digits),
            Self::String(text) => write_string(f, text),
            Self::Array(nodes) => {
                f.write_str("[")?;
                for (index, node) in nodes.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { "," })?;
                    node.fmt(f)?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (index, (key, node)) in fields.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { "," })?;
                    write_string(f, key)?;
                    f.write_str(":")?;
                    node.fmt(f)?;
                }
                f.write_str("}")
            }
        }
    }
}

fn write_string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Boolean(value))
    }

    // serde_json does not call these three when numbers keep their digits. Their default code would add all of its texts about
    // mismatched types, and the formatting of floats, to the wasm.

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        unreachable!("numbers come with their digits")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = access.next_element()? {
            nodes.push(node);
        }
        Ok(Node::Array(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some((key, node)) = access.next_entry::<String, Node>()? {
            match node {
                Node::String(digits) if key == NUMBER => return Ok(Node::Number(digits)),
                node => fields.push((key, node)),
            }
        }
        Ok(Node::Object(fields))
    }
}

/// serde_json hands over a number with its digits as a map whose only entry has this key.
const NUMBER: &str = "$serde_json::private::Number";
