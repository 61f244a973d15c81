use web_sys::HtmlDetailsElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{Callback, MouseEvent};

use super::edition::Edition;
use super::element::{Element, button, isolated, unseen};
use super::portrait::portrait;

/// How many claims there are, who speaks in them, and the controls for all cards at once.
pub(super) fn overview(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    let claims = edition.shown();
    let voices = edition.voices();

    let title = Element::classed(edition.heading_level().title_tag(), "title");
    let mut overview = Element::classed("header", "overview").with(title.text(phrases.title()));
    if claims > 0 {
        overview = overview.with(Element::classed("p", "count").text(phrases.count(claims, voices.len())));
    }
    if !voices.is_empty() {
        let voices = voices.into_iter().map(|(key, spoken)| voice(edition, key, spoken));
        overview = overview.with(Element::classed("ul", "voices").set("role", "list").with_all(voices));
    }
    if claims > 1 {
        let actions = Element::classed("div", "actions")
            .set("part", "actions")
            .push(button(phrases.open_all(), set_all(true)))
            .push(button(phrases.close_all(), set_all(false)));
        overview = overview.with(actions);
    }
    overview
}

fn voice(edition: &Edition, key: &str, spoken: usize) -> Element {
    let name = edition.speaker(key).map_or("", |speaker| &speaker.name);
    Element::classed("li", "voice")
        .with(portrait(edition, Some(key)))
        .with(isolated(name).set("class", "voice-name").set_some("lang", edition.language()))
        .with(Element::classed("span", "voice-count").set("aria-hidden", "true").text(spoken.to_string()))
        .with(unseen(edition.phrases().claims(spoken)))
}

/// Opens or closes every card. What is open is the DOM's to know: find-in-page opens cards too.
fn set_all(open: bool) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(cards) = button.and_then(|button| button.closest(".cards").ok().flatten()) else { return };
        let Ok(all) = cards.query_selector_all("details.card") else { return };
        for details in (0..all.length()).filter_map(|index| all.get(index)) {
            details.unchecked_into::<HtmlDetailsElement>().set_open(open);
        }
    })
}
