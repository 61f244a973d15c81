use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

use super::edition::Edition;

/// An HTML element under construction, from attributes that are text and children in order.
///
/// The cards use this in place of `html!`, which makes separate code for each element: the wasm would be 6 KB larger.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    /// In the order of [`NAMES`].
    attributes: Vec<Option<AttributeOrProperty>>,
}

/// Every attribute that is used. The usual ones come first, because an element stores the values up to its last one in this order.
const NAMES: &[&str] = &[
    "class",
    "part",
    "lang",
    "dir",
    "aria-hidden",
    "data-initials",
    "data-speaker",
    "id",
    "data-statement",
    "aria-label",
    "type",
    "data-tool",
    "data-text",
    "disabled",
    "href",
    "rel",
    "cite",
    "datetime",
    "aria-labelledby",
    "aria-describedby",
    "data-claim",
    "name",
    "open",
    "role",
    "src",
    "alt",
    "loading",
    "aria-pressed",
    "data-same",
    "placeholder",
    "hidden",
    "data-prefix",
    "data-suffix",
    "data-fact-cards",
    "data-credit",
];

/// Only shorter names are kept on one line, in bytes.
const LONGEST_NAME: usize = 12;

impl Element {
    pub(super) fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts { tag: VTag::new(tag), attributes: Vec::new() }))
    }

    pub(super) fn classed(tag: &'static str, class: &'static str) -> Self {
        Self::new(tag).set("class", class)
    }

    /// Panics where the attribute is not one of [`NAMES`].
    pub(super) fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set_attribute(name, value.into())
    }

    pub(super) fn set_some(self, name: &'static str, value: Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.set_attribute(name, value),
            None => self,
        }
    }

    fn set_attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        let at = NAMES.iter().position(|known| *known == name).expect("an attribute of NAMES");
        let attributes = &mut self.0.attributes;
        if attributes.len() <= at {
            attributes.resize(at + 1, None);
        }
        attributes[at] = Some(AttributeOrProperty::Attribute(value));
        self
    }

    pub(super) fn text(self, text: impl Into<AttrValue>) -> Self {
        self.push(VText::new(text.into()).into())
    }

    /// Adds prose in which no line ends inside a short name with a number after a hyphen, such as “S-400”.
    pub(super) fn prose(mut self, text: &str) -> Self {
        let (mut begin, mut word) = (0, 0);
        let (mut is_name, mut before) = (false, b' ');
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            is_name |= before == b'-' && byte.is_ascii_digit() && at - word > 1;
            before = byte;
            if byte != b' ' {
                continue;
            }
            if is_name && at - word < LONGEST_NAME {
                let name = Element::classed("span", "name").text(text[word..at].to_owned());
                self = self.text(text[begin..word].to_owned()).with(name);
                begin = at;
            }
            (word, is_name) = (at + 1, false);
        }
        self.text(text[begin..].to_owned())
    }

    pub(super) fn with(self, child: Element) -> Self {
        self.push(child.html())
    }

    /// Adds a text with the child in its only gap.
    pub(super) fn with_filled(self, text: AttrValue, child: Element) -> Self {
        let at = text.find('{').unwrap_or(text.len());
        let after = text.get(at + "{0}".len()..).unwrap_or_default().to_owned();
        self.text(text[..at].to_owned()).with(child).text(after)
    }

    pub(super) fn with_some(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    pub(super) fn with_all(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    fn push(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// Yew never reuses an element for one with another key, so that what a reader did to one does not appear on the other.
    pub(super) fn keyed(mut self, key: &'static str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    pub(super) fn html(self) -> Html {
        let Parts { mut tag, attributes } = *self.0;
        let keys = &NAMES[..attributes.len()];
        tag.set_attributes(Attributes::Dynamic { keys, values: attributes.into_boxed_slice() });
        tag.into()
    }
}

/// Text from the document in a `<bdi>`, so that an Arabic name does not change the order of the Latin text around it.
pub(super) fn isolated(text: &str) -> Element {
    Element::new("bdi").prose(text)
}

/// Text for screen readers only.
pub(super) fn visually_hidden(text: impl Into<AttrValue>) -> Element {
    Element::classed("span", "visually-hidden").text(text)
}

/// A line that opens what is cut or left out, and says what it does then: “Read all 90 words”, “Show less”. The style sheet shows one of both.
pub(super) fn more(edition: &Edition, all: AttrValue) -> Element {
    let less = Element::classed("span", "less").text(edition.phrases().show_less());
    Element::new("summary").with(Element::classed("span", "more").text(all)).text(" ").with(less)
}

/// The element's JavaScript does what the button says, so that it works in prerendered cards, too, and after the wasm has failed.
pub(super) fn button(label: AttrValue) -> Element {
    Element::new("button").set("type", "button").text(label)
}
