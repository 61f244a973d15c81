use super::element::{Element, visually_hidden};
use super::phrases::Phrases;

/// Fills the height that is reserved for cards while they are loaded.
pub(super) fn skeleton(phrases: &Phrases) -> Element {
    Element::classed("div", "skeleton").set("role", "status").with(visually_hidden(phrases.loading()))
}
