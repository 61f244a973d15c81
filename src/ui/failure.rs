use super::element::{Element, button};
use super::phrases::Phrases;

/// Tells readers that there are no cards, with a button to try again. The event and the console tell the newsroom why.
pub(super) fn failure(phrases: &Phrases) -> Element {
    let retry = Element::classed("div", "actions").set("part", "actions");
    Element::classed("div", "failure")
        .set("role", "alert")
        .set("lang", phrases.language())
        .set("dir", phrases.direction())
        .with(Element::new("p").text(phrases.failed()))
        .with(retry.with(button(phrases.try_again())))
}
