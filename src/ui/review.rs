use yew::AttrValue;

use super::edition::Edition;
use super::element::{Element, isolated};
use super::source::{BETWEEN, date_time, linked};
use document::model::Review;

/// The rating that a fact-checker gave the claim, always with the fact-checker's name.
pub(super) fn review(edition: &Edition, review: &Review) -> Element {
    let phrases = edition.phrases();
    let by = Element::new("span")
        .set_some("lang", edition.language())
        .with(linked(review.url.as_ref(), isolated(&review.by)));
    let label = review
        .label
        .as_ref()
        .map(|label| Element::classed("p", "rating").set_some("lang", edition.language()).with(isolated(label)));

    let mut title = Element::classed("p", "note-title").with_filled(phrases.rated_by(), by);
    if let Some(date) = &review.published {
        title = title.text(BETWEEN).with(date_time(edition, date));
    }

    Element::classed("div", "note review")
        .set("role", "note")
        .with(title)
        .with_some(label)
        .with_some(rating(edition, review).map(|rating| Element::classed("p", "detail").text(rating)))
}

/// The rating as a number, with the best possible number.
pub(super) fn rating(edition: &Edition, review: &Review) -> Option<AttrValue> {
    review.value.as_ref().map(|value| match &review.best {
        Some(best) => edition.phrases().out_of(value.as_str(), best.as_str()),
        None => AttrValue::from(value.as_str()),
    })
}
