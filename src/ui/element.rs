use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, FullyKeyedState, Key, VList, VTag, VText};

use super::edition::Edition;

/// An HTML element under construction, from attributes that are text and children in order.
///
/// The cards use this in place of `html!`, which makes separate code for each element: the wasm would be 6 KB larger.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    key: Option<Key>,
    /// In the order of [`NAMES`].
    attributes: [Option<AttributeOrProperty>; NAMES.len()],
    /// The number of attributes up to the last one that is set.
    reached: usize,
    children: Vec<Html>,
}

impl Default for Parts {
    fn default() -> Self {
        Self { tag: "", key: None, attributes: [const { None }; NAMES.len()], reached: 0, children: Vec::new() }
    }
}

/// What can be the value of an attribute, or a text. Yew's own conversion would copy what is part of the program.
pub(super) trait Text {
    fn into_text(self) -> AttrValue;
}

impl Text for &'static str {
    fn into_text(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Text for String {
    fn into_text(self) -> AttrValue {
        self.into()
    }
}

impl Text for AttrValue {
    fn into_text(self) -> AttrValue {
        self
    }
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
    "data-first",
    "placeholder",
    "hidden",
    "data-prefix",
    "data-suffix",
    "data-denied",
    "data-fact-cards",
    "data-credit",
    "data-markup",
];

thread_local! {
    /// Where Yew keeps what it has drawn last: nobody reads it, so one place is enough for all elements.
    static UNUSED: NodeRef = NodeRef::default();

    /// Empty ones, to be used again: to make one for each element takes long.
    static SPARE: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };

    /// See [`shared`].
    static SHARED: RefCell<[Option<Rc<str>>; SHARING]> = const { RefCell::new([const { None }; SHARING]) };
}

/// The most texts that are shared at a time.
const SHARING: usize = 256;

/// Longer texts are rarely shown twice, in bytes. The glue keeps texts of the same length (`scripts/finish-build/glue.mjs`).
const LONGEST_SHARED: usize = 100;

/// Only shorter names are kept on one line, in bytes.
const LONGEST_NAME: usize = 12;

impl Element {
    pub(super) fn new(tag: &'static str) -> Self {
        let mut element = SPARE.with_borrow_mut(Vec::pop).unwrap_or_else(|| Self(Box::default()));
        element.0.tag = tag;
        element
    }

    pub(super) fn classed(tag: &'static str, class: &'static str) -> Self {
        Self::new(tag).set("class", class)
    }

    /// Panics where the attribute is not one of [`NAMES`].
    pub(super) fn set(self, name: &'static str, value: impl Text) -> Self {
        self.set_attribute(name, value.into_text())
    }

    pub(super) fn set_some(self, name: &'static str, value: Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.set_attribute(name, value),
            None => self,
        }
    }

    fn set_attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        // Mostly it is the same text in the same place; to compare what they say takes longer.
        let same = NAMES.iter().position(|known| std::ptr::eq(*known, name));
        let at = same.or_else(|| NAMES.iter().position(|known| *known == name)).expect("an attribute of NAMES");
        self.0.attributes[at] = Some(AttributeOrProperty::Attribute(value));
        self.0.reached = self.0.reached.max(at + 1);
        self
    }

    pub(super) fn text(self, text: impl Text) -> Self {
        let text = text.into_text();
        if text.is_empty() { self } else { self.push(VText::new(text).into()) }
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
                let name = Element::classed("span", "name").text(shared(&text[word..at]));
                self = self.text(shared(&text[begin..word])).with(name);
                begin = at;
            }
            (word, is_name) = (at + 1, false);
        }
        self.text(shared(&text[begin..]))
    }

    pub(super) fn with(self, child: Element) -> Self {
        self.push(child.html())
    }

    /// Adds a text with the child in its only gap.
    pub(super) fn with_filled(self, text: AttrValue, child: Element) -> Self {
        let at = text.find('{').unwrap_or(text.len());
        self.text(part(&text, 0, at)).with(child).text(part(&text, at + "{0}".len(), text.len()))
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
        self.0.children.push(child);
        self
    }

    /// Yew never reuses an element for one with another key, so that what a reader did to one does not appear on the other.
    pub(super) fn keyed(mut self, key: &'static str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    pub(super) fn html(mut self) -> Html {
        let Parts { tag, key, attributes, reached, children } = &mut *self.0;
        // A list takes Yew longer than its only node. Only the whole has a key.
        let children = match children.len() {
            1 => children.remove(0),
            _ => VList::__macro_new(emptied(children), None, FullyKeyedState::KnownMissingKeys).into(),
        };
        let values = attributes[..*reached].iter_mut().map(Option::take).collect();
        let attributes = Attributes::Dynamic { keys: &NAMES[..*reached], values };
        let node_ref = UNUSED.with(NodeRef::clone);
        let tag = AttrValue::Static(tag);
        let tag = VTag::__new_other(tag, node_ref, key.take(), attributes, Default::default(), children);
        *reached = 0;
        SPARE.with_borrow_mut(|spare| spare.push(self));
        tag.into()
    }
}

/// The items of a list in another one. The first keeps its room.
#[expect(clippy::drain_collect, reason = "`take` would give its room away")]
fn emptied(items: &mut Vec<Html>) -> Vec<Html> {
    items.drain(..).collect()
}

/// The part of a text between two places. It is empty where they are not in order, and not copied where the text is part of the program.
pub(super) fn part(text: &AttrValue, begin: usize, end: usize) -> AttrValue {
    match text {
        AttrValue::Static(text) => AttrValue::Static(text.get(begin..end).unwrap_or_default()),
        AttrValue::Rc(text) => text.get(begin..end).unwrap_or_default().into(),
    }
}

/// A text that many elements show, such as a name. Of the last few such texts there is one copy each, which the browser reads once.
pub(super) fn shared(text: &str) -> AttrValue {
    if text.len() > LONGEST_SHARED {
        return text.into();
    }
    let place = text.bytes().fold(0, |hash: usize, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    SHARED
        .with_borrow_mut(|texts| {
            let known = &mut texts[place % SHARING];
            if known.as_deref() != Some(text) {
                *known = Some(text.into());
            }
            known.clone()
        })
        .map(AttrValue::Rc)
        .unwrap_or_default()
}

/// A number in digits.
pub(super) fn digits(number: usize) -> AttrValue {
    match "0123456789".get(number..=number) {
        Some(digit) => AttrValue::Static(digit),
        None => number.to_string().into(),
    }
}

/// Text from the document in a `<bdi>`, so that an Arabic name does not change the order of the Latin text around it.
pub(super) fn isolated(text: &str) -> Element {
    Element::new("bdi").prose(text)
}

/// Text for screen readers only.
pub(super) fn visually_hidden(text: impl Text) -> Element {
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
