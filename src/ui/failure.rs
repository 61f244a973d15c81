use super::element::{Element, button};
use super::phrases::Phrases;

/// Why there are no cards, as far as a reader can use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The network failed or the server gave no answer that could be used.
    Unreachable,
    /// There is nothing at that address.
    Missing,
    /// No answer in time.
    TooSlow,
    /// More than is read.
    TooLarge,
    /// It came, but it is not a document that can be shown.
    Unreadable,
}

/// What went wrong, and a way to try again.
pub(super) fn failure(phrases: &Phrases, cause: Cause) -> Element {
    let retry = Element::classed("div", "actions").set("part", "actions");
    Element::classed("div", "failure")
        .set("role", "alert")
        .set("lang", phrases.language())
        .set("dir", phrases.direction())
        .with(Element::classed("p", "failure-title").text(phrases.failed()))
        .with(Element::new("p").text(phrases.cause(cause)))
        .with(retry.with(button(phrases.try_again())))
}
