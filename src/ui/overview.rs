use super::edition::Edition;
use super::element::{Element, button, isolated};
use super::portrait::portrait;

/// How many claims there are, who speaks, and the two buttons for all cards.
pub(super) fn overview(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    let claims = edition.shown();
    let speaking = edition.speaking();

    let title = Element::classed(edition.heading_level().title_tag(), "title");
    let mut overview = Element::classed("header", "overview").with(title.text(phrases.title()));
    if claims > 0 {
        overview = overview.with(Element::classed("p", "count").text(phrases.count(claims, speaking.len())));
    }
    if !speaking.is_empty() {
        let speaking = speaking.into_iter().map(|(key, spoken)| speaker_row(edition, key, spoken));
        overview = overview.with(Element::classed("ul", "speakers").set("role", "list").with_all(speaking));
    }
    if claims > 1 {
        let actions = Element::classed("div", "actions")
            .set("part", "actions")
            .with(button(phrases.open_all()))
            .with(button(phrases.close_all()));
        overview = overview.with(actions);
    }
    overview
}

fn speaker_row(edition: &Edition, key: &str, spoken: usize) -> Element {
    let name = edition.speaker(key).map_or("", |speaker| &speaker.name);
    Element::classed("li", "speaker-row")
        .with(portrait(edition, Some(key)))
        .with(isolated(name).set("class", "speaker-name").set_some("lang", edition.language()))
        .text(" ")
        .with(Element::classed("span", "speaker-count").text(edition.phrases().claims(spoken)))
}
