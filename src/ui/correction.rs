use super::edition::Edition;
use super::element::Element;
use super::source::{BETWEEN, date_time};
use document::model::Correction;

/// What was corrected; it stands above everything else in the card.
pub(super) fn correction(edition: &Edition, correction: &Correction) -> Element {
    let mut title = Element::classed("p", "note-title").text(edition.phrases().correction());
    if let Some(date) = &correction.date {
        title = title.text(BETWEEN).with(date_time(edition, date));
    }
    let text = Element::new("p").set("dir", "auto").set_some("lang", edition.language()).prose(&correction.text);
    Element::classed("div", "note correction").set("role", "note").with(title).with(text)
}
