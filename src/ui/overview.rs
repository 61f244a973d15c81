use super::edition::{Edition, Part};
use super::element::{Element, button, isolated, visually_hidden};
use super::portrait::portrait;
use document::model::Stance;

/// How many speakers are seen at once; the others are behind a line that says how many there are in all.
const MOST_SPEAKERS: usize = 6;

/// The title, and who said what in one figure: a row for each speaker, with a dot for each claim.
pub(super) fn overview(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    let title = Element::classed(edition.heading_level().title_tag(), "title").text(phrases.title());
    let overview = Element::classed("header", "overview").with(title);
    let speaking = edition.speaking();
    if speaking.is_empty() {
        return overview;
    }
    let differ = speaking.iter().any(|(_, parts)| parts.iter().any(|part| part.stance.is_some()));
    let number = speaking.len();
    let (first, further) = speaking.split_at(number.min(if number > MOST_SPEAKERS + 1 { MOST_SPEAKERS } else { number }));
    let rows = |rows: &[(&str, Vec<Part>)]| {
        Element::classed("ul", "speakers").set("role", "list").with_all(rows.iter().map(|(key, parts)| row(edition, key, parts)))
    };
    let further = (!further.is_empty()).then(|| {
        let all = Element::new("summary").text(phrases.all_speakers(number));
        Element::classed("details", "all").with(all).with(rows(further))
    });
    overview.with(rows(first)).with_some(further).with(legend(edition, differ)).with_some((edition.shown() > 1).then(|| actions(edition)))
}

fn actions(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    Element::classed("div", "actions")
        .set("part", "actions")
        .with(button(phrases.open_all()))
        .with(button(phrases.close_all()))
}

/// A speaker, with a dot for each claim. The button over the row shows the speaker's claims alone.
fn row(edition: &Edition, key: &str, parts: &[Part]) -> Element {
    let phrases = edition.phrases();
    let name = edition.speaker(key).map_or("", |speaker| &speaker.name);
    let dots = parts.iter().map(|part| Element::new("span").set("class", part.class()));
    let number = |own: bool| parts.iter().filter(|part| part.is_own == own).count();
    let spoken = [(phrases.own_words(), number(true)), (phrases.by_the_article(), number(false))];
    let spoken: Vec<String> = spoken.iter().filter(|(_, number)| *number > 0).map(|(what, number)| format!("{number} {what}")).collect();
    let only = Element::classed("button", "only")
        .set("type", "button")
        .set("aria-pressed", "false")
        .set("aria-label", phrases.only(name))
        .set("data-speaker", key.to_owned());
    Element::classed("li", "speaker-row")
        .with(portrait(edition, Some(key)))
        .with(isolated(name).set("class", "speaker-name").set_some("lang", edition.language()))
        .with(Element::classed("span", "dots").set("aria-hidden", "true").with_all(dots))
        .with(visually_hidden(format!(": {}", spoken.join(", "))))
        .with(only)
}

/// What the dots mean.
fn legend(edition: &Edition, differ: bool) -> Element {
    let phrases = edition.phrases();
    let entry = |class: &'static str, text| {
        Element::new("span").with(Element::classed("span", class)).text(" ").text(text)
    };
    let mut legend = Element::classed("p", "legend")
        .set("aria-hidden", "true")
        .with(entry("dot own", phrases.own_words()))
        .with(entry("dot", phrases.by_the_article()));
    if differ {
        for stance in [Stance::Affirms, Stance::Denies, Stance::Comments] {
            legend = legend.with(entry(Part { is_own: true, stance: Some(stance) }.class(), phrases.stance(stance)));
        }
    }
    legend
}
