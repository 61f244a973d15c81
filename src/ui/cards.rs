use yew::{AttrValue, Html};

use super::card::card;
use super::edition::Edition;
use super::element::{Element, isolated};
use super::opening::Opening;
use super::overview::overview;
use super::source::article;

/// Which elements the cards are made of, as a number; `src/element/browser.js` has it, too. Pages keep prerendered cards when they load the script
/// of a later release. Raise the number if that script would do something wrong in the cards of the release before (`tests/e2e/releases.rs`).
const MARKUP: &str = "1";

/// What [`FactCards`](super::FactCards) draws of a document at first, for HTML that is written without a browser.
pub fn first_cards(edition: &Edition, opening: Opening) -> Html {
    cards(edition, opening).html()
}

/// All cards of a document, below a title and a figure of who said what. A document without claims shows nothing.
pub(super) fn cards(edition: &Edition, opening: Opening) -> Element {
    let phrases = edition.phrases();
    let total = edition.shown() + edition.left_out();
    let notice = |text: AttrValue| Element::classed("p", "notice").text(text);

    // Without the article's paragraphs, the words are looked for only where the element names the article.
    let has_body = edition.document().article.body.iter().flatten().next().is_some();
    // This is no landmark, because a page with several embeds would have several landmarks of one name. Screen readers find the heading.
    let section = Element::classed("section", if has_body { "cards" } else { "cards bodiless" })
        .set("lang", phrases.language())
        .set("dir", phrases.direction())
        .set("data-markup", MARKUP);
    if total == 0 {
        return section;
    }
    let mut section = section.with(overview(edition));
    if edition.left_out() > 0 {
        section = section.with(notice(phrases.left_out(edition.left_out(), total)));
    }
    let claims = edition.document().claims.iter().enumerate();
    section = section.with_all(claims.map(|(index, claim)| card(edition, claim, opening.opens(index))));
    if edition.shown() > 0 {
        let line = Element::classed("span", "detail").set("part", "source");
        section = section.with(Element::classed("p", "article-line").with(article(edition, line, isolated)));
    }
    section
}
