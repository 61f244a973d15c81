//! Shadow roots that are written in a page, as `<template shadowrootmode>`. Natively only: `dom.js` does the same in the browser.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Edge, Id, Kind, Tree};

/// What the markup says of shadow roots.
#[derive(Default)]
pub struct Shadows {
    /// The templates that become shadow roots.
    roots: BTreeSet<Id>,
    /// The names of slots, and of the slots that other elements are for. The usual slot has none.
    names: BTreeMap<Id, String>,
}

/// What can have a shadow root, besides elements with a hyphen in their names.
const HOSTS: [&str; 18] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "span",
];

fn is_host(tree: &Tree, id: Id) -> bool {
    matches!(tree.kind(id), Kind::Element(element) if element.name().contains('-') || HOSTS.contains(&element.name()))
}

impl Shadows {
    pub fn add_root(&mut self, id: Id) {
        self.roots.insert(id);
    }

    pub fn add_name(&mut self, id: Id, name: &str) {
        self.names.insert(id, name.to_owned());
    }

    /// Puts what each shadow root shows in the place of what its element has. That goes into the slots of the shadow root; what has no slot is
    /// not shown.
    pub fn show(&self, tree: &mut Tree) {
        let mut shown = BTreeSet::new();
        for root in &self.roots {
            // Of several in one element, the first counts.
            let host = tree.parent(*root).filter(|host| is_host(tree, *host) && shown.insert(*host));
            if let Some(host) = host {
                self.show_one(tree, *root, host);
            }
        }
    }

    fn show_one(&self, tree: &mut Tree, root: Id, host: Id) {
        let slots = self.slots(tree, root);
        let mut filled = BTreeSet::new();
        for id in tree.children(host).filter(|id| *id != root).collect::<Vec<_>>() {
            tree.detach(id);
            let Some(slot) = slots.get(&self.names.get(&id)) else { continue };
            if filled.insert(*slot) {
                // What is in a slot is for when there is nothing else.
                tree.children(*slot).collect::<Vec<_>>().into_iter().for_each(|own| tree.detach(own));
            }
            tree.put(id, *slot, None);
        }
        if let Some(shown) = tree.element(root) {
            shown.name = "slot".to_owned();
        }
    }

    /// The first slot of each name in a shadow root, without those of others inside it.
    fn slots(&self, tree: &Tree, root: Id) -> BTreeMap<Option<&String>, Id> {
        let mut slots = BTreeMap::new();
        let mut walk = tree.walk(root);
        while let Some(edge) = walk.next() {
            let Edge::Begin(id) = edge else { continue };
            match tree.kind(id) {
                _ if id != root && self.roots.contains(&id) => walk.leave_out(id),
                Kind::Element(element) if element.name() == "slot" => {
                    slots.entry(self.names.get(&id)).or_insert(id);
                }
                _ => (),
            }
        }
        slots
    }
}
