use document::model::Stance;
use yew::AttrValue;

use super::edition::{Edition, Given, Part};
use super::element::{Element, button, isolated, more, visually_hidden};
use super::portrait::portrait;

/// The most speakers that are shown at once; if there are more, a line opens the others.
const MOST_SPEAKERS: usize = 6;

/// The most dots in a row; if there are more, their number follows.
const MOST_DOTS: usize = 24;

/// The most claims without a search field.
const MOST_UNSEARCHED: usize = 15;

/// The title, and a figure of who said what: a row for each speaker, with a dot for each claim.
pub(super) fn overview(edition: &Edition) -> Element {
    let title = Element::classed(edition.heading_level().title_tag(), "title").text(edition.phrases().title());
    Element::classed("header", "overview")
        .with(title)
        .with_some((edition.shown() > 1).then(|| actions(edition)))
        .with_all(figure(edition))
        .with_some((edition.shown() > MOST_UNSEARCHED).then(|| search(edition)))
        // Below what is being used, so that it does not move when this appears.
        .with(showing(edition))
}

fn figure(edition: &Edition) -> Vec<Element> {
    let speaking = by_share(edition.speaking());
    if speaking.is_empty() {
        return Vec::new();
    }
    let number = speaking.len();
    let shown = if number > MOST_SPEAKERS { MOST_SPEAKERS - 1 } else { number };
    let rows = |speakers: &[(&str, &[Part])]| {
        let rows = speakers.iter().map(|(key, parts)| row(edition, key, parts));
        Element::classed("ul", "speakers").set("role", "list").with_all(rows)
    };
    let mut figure = vec![rows(&speaking[..shown])];
    if shown < number {
        // Hidden as the words beyond a cut are, so that the line that shows all of them, and fewer again, stands at the end.
        figure.push(rows(&speaking[shown..]).set("class", "speakers over").set("hidden", "until-found"));
        figure.push(Element::classed("details", "all").with(more(edition, edition.phrases().all_speakers(number))));
    }
    figure.push(legend(edition, &speaking));
    figure
}

/// The speakers in the order of how much they say: those with the most dots first, and of as many, in order of appearance. The sorting of the
/// standard library would make the wasm larger.
fn by_share<'edition>(speaking: Vec<(&'edition str, &'edition [Part])>) -> Vec<(&'edition str, &'edition [Part])> {
    let mut ordered: Vec<(&str, &[Part])> = Vec::new();
    for one in speaking {
        let before = ordered.iter().rposition(|(_, parts)| parts.len() >= one.1.len());
        ordered.insert(before.map_or(0, |at| at + 1), one);
    }
    ordered
}

fn actions(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    Element::classed("div", "actions")
        .set("part", "actions")
        .with(button(phrases.open_all()).set("data-tool", "open"))
        .text(" ")
        .with(button(phrases.close_all()).set("data-tool", "close"))
}

/// A speaker, with a dot for each claim. The button over the row hides the cards of others.
fn row(edition: &Edition, key: &str, parts: &[Part]) -> Element {
    let phrases = edition.phrases();
    let name = edition.speaker(key).map_or("", |speaker| &speaker.name);
    let dots = parts.iter().take(MOST_DOTS).map(|part| Element::new("span").set("class", part.class()));
    let mut dots = Element::classed("span", "dots").set("aria-hidden", "true").with_all(dots);
    if parts.len() > MOST_DOTS {
        dots = dots.text(phrases.and_more(parts.len() - MOST_DOTS));
    }
    let mut spoken = String::from(": ");
    for (class, what, is_such) in kinds(edition) {
        let number = parts.iter().filter(|part| is_such(part)).count().to_string();
        if number == "0" {
            continue;
        }
        if spoken.len() > 2 {
            spoken += &phrases.comma();
        }
        // Stances are verbs: “denies: 2”.
        let [first, between, last] = if class.is_none() { [&*what, ": ", &number] } else { [&number, " ", &*what] };
        spoken = spoken + first + between + last;
    }
    let only = Element::classed("button", "only")
        .set("type", "button")
        .set("aria-pressed", "false")
        .set("aria-label", phrases.only(name))
        .set("data-tool", "only");
    Element::classed("li", "speaker-row")
        .with(portrait(edition, Some(key)))
        .with(isolated(name).set("class", "speaker-name").set_some("lang", edition.language()))
        .with(dots)
        .with(visually_hidden(spoken))
        .with(only)
}

/// A kind of dot: its classes, unless it is a stance, which dots of all classes may have; what it means; and which parts have it.
type Kind = (Option<&'static str>, AttrValue, fn(&Part) -> bool);

fn kinds(edition: &Edition) -> [Kind; 5] {
    let phrases = edition.phrases();
    [
        (Some("dot own"), phrases.own_words(), |part| part.given == Given::OwnWords),
        (Some("dot"), phrases.by_the_article(), |part| part.given == Given::Reported),
        (Some("dot bare"), phrases.without_words(), |part| part.given == Given::Nothing),
        (None, phrases.denies(), |part| part.stance == Some(Stance::Denies)),
        (None, phrases.comments(), |part| part.stance == Some(Stance::Comments)),
    ]
}

/// The meaning of the dots that are there. Of a stance, it has the first dot as it is.
fn legend(edition: &Edition, speaking: &[(&str, &[Part])]) -> Element {
    let entry = |(class, meaning, is_such): Kind| {
        let part = speaking.iter().flat_map(|(_, parts)| parts.iter()).find(|part| is_such(part))?;
        let dot = Element::classed("span", class.unwrap_or(part.class()));
        Some(Element::new("span").with(dot).text(" ").text(meaning))
    };
    let entries = kinds(edition).into_iter().filter_map(entry);
    Element::classed("p", "legend").set("aria-hidden", "true").with_all(entries)
}

/// The place where `tools.js` says how many cards are shown, from the text in the attribute, with a button that shows all.
fn showing(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    let status = Element::new("span").set("role", "status").set("data-text", phrases.showing());
    let all = button(phrases.show_all()).set("data-tool", "all").set("hidden", "");
    Element::classed("p", "showing").with(status).with(all)
}

fn search(edition: &Edition) -> Element {
    let label = edition.phrases().search();
    Element::classed("input", "search")
        .set("type", "search")
        .set("aria-label", label.clone())
        .set("placeholder", label)
        .set("data-tool", "search")
        .set("data-text", edition.phrases().no_match())
}
