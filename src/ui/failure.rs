use super::element::{Element, button};
use super::phrases::Phrases;

/// The reason why there are no cards, as far as it helps a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The network failed or the server gave no answer that could be used.
    Unreachable,
    /// There is nothing at that address.
    Missing,
    /// No answer in time.
    TooSlow,
    /// It is larger than the limit.
    TooLarge,
    /// It was loaded, but it is not a document that can be shown.
    Unreadable,
}

/// Says what went wrong, with a button to try again.
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
