use yew::AttrValue;

use super::edition::{Edition, Part};
use super::element::{Element, button, isolated, visually_hidden};
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
    let speaking = edition.speaking();
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
        let all = Element::new("summary").text(edition.phrases().all_speakers(number));
        figure.push(Element::classed("details", "all").with(all).with(rows(&speaking[shown..])));
    }
    figure.push(legend(edition));
    figure
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
    let own = parts.iter().filter(|part| part.is_own).count();
    let mut spoken = String::from(": ");
    for (number, what) in [(own, phrases.own_words()), (parts.len() - own, phrases.by_the_article())] {
        if number > 0 {
            let comma = if spoken.len() > 2 { phrases.comma() } else { "".into() };
            spoken = spoken + &comma + &number.to_string() + " " + &what;
        }
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

/// The meaning of the dots; the style sheet hides stances that no dot has. Speakers who affirm have the usual dot.
fn legend(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    let entry = |class: &'static str, text: AttrValue| {
        Element::new("span").with(Element::classed("span", class)).text(" ").text(text)
    };
    Element::classed("p", "legend")
        .set("aria-hidden", "true")
        .with(entry("dot own", phrases.own_words()))
        .with(entry("dot", phrases.by_the_article()))
        .with(entry("dot own denies", phrases.denies()))
        .with(entry("dot own comments", phrases.comments()))
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
}
