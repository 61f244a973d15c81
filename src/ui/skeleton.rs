use super::element::{Element, visually_hidden};
use super::phrases::Phrases;

/// Stands where cards are about to be, in the height that is reserved for them.
pub(super) fn skeleton(phrases: &Phrases) -> Element {
    Element::classed("div", "skeleton").set("role", "status").with(visually_hidden(phrases.loading()))
}
