//! Pages as the browser's own parser reads them.
//!
//! `dom.js` lists a page from its beginning to its end, so that a page can be handed to another thread. Each text of the list says by its first
//! character what it is:
//!
//! | | |
//! |---|---|
//! | `<p` | an element begins |
//! | `=class=lead` | an attribute of it |
//! | `>p` | the element ends |
//! | `"Home` | a text |

use serde_json::Value;

use super::metadata::Said;
use super::tree::{Element, Kind, Tree};

/// What `dom.js` puts before each tag of a <fact-cards>, which says where it stood: the parser may close the element before.
const BEGIN: &str = "fact-cards-begin";
const END: &str = "fact-cards-end";

/// An entry of the list.
enum Entry<'list> {
    Begin(&'list str, &'list [String]),
    End(&'list str),
    Text(&'list str),
}

/// The tree of a page.
pub fn tree(list: &str) -> Tree {
    let mut tree = Tree::new();
    let mut open = vec![Tree::ROOT];
    read(list, &mut |entry| match entry {
        Entry::Begin(name @ (BEGIN | END), _) => tree.mark_ours(name == BEGIN),
        Entry::End(BEGIN | END) => (),
        Entry::Begin(name, attributes) => {
            let id = tree.add(Kind::Element(Element::of(name, &|name| value(attributes, name))));
            tree.put(id, open.last().copied().unwrap_or(Tree::ROOT), None);
            open.push(id);
        }
        Entry::End(_) => drop(open.pop()),
        Entry::Text(text) => tree.put_text(text, open.last().copied().unwrap_or(Tree::ROOT), None),
    });
    tree.mark_blocks_behind();
    tree
}

/// What the tags of a page say.
pub fn said(list: &str) -> Said {
    let mut said = Said::default();
    read(list, &mut |entry| match entry {
        Entry::Begin(name, attributes) => said.begin(name, |name| value(attributes, name)),
        Entry::End(name) => said.end(name),
        Entry::Text(text) => said.text(text),
    });
    said
}

// A list of texts would be one more type that serde reads.
fn read(list: &str, take: &mut dyn FnMut(Entry)) {
    let list: Vec<_> = match serde_json::from_str(list) {
        Ok(Value::Array(list)) => list.into_iter().filter_map(text).collect(),
        _ => return,
    };
    let mut rest = list.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        let count = behind.iter().take_while(|entry| entry.starts_with('=')).count();
        let (attributes, next) = behind.split_at(count);
        rest = next;
        match first.split_at_checked(1) {
            Some(("<", name)) => take(Entry::Begin(name, attributes)),
            Some((">", name)) => take(Entry::End(name)),
            Some((_, text)) => take(Entry::Text(text)),
            None => (),
        }
    }
}

fn text(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

/// The value of an attribute.
fn value<'list>(attributes: &'list [String], name: &str) -> Option<&'list str> {
    let named = attributes.iter().filter_map(|attribute| attribute[1..].split_once('='));
    named.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}
