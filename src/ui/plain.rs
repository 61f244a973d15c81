//! The cards as HTML that needs neither style nor script: for newsletters, feeds, and systems that strip what they do not know.
//!
//! It has no classes, because the styles of the host page could match them, and its elements carry the meaning by themselves. Blocks are marked as ours, so that their words are never taken for the article's.

use yew::prelude::*;

use super::card::{Byline, bylines, differ};
use super::edition::{Attribution, Edition};
use super::element::{Element, isolated};
use super::marks::marks;
use super::opening::Opening;
use super::review::rating;
use super::source::{BETWEEN, article, date_time, linked};
use super::statement::circumstances;
use document::model::{Claim, Correction, Review, Statement, Words};

#[derive(PartialEq, Properties)]
pub struct PlainCardsProps {
    pub edition: Edition,
    pub opening: Opening,
    /// Whether each card has an id, so that links can lead to it.
    pub has_ids: bool,
}

/// The attribute of blocks that are ours. Each block has it, because systems may remove the elements around it.
const OURS: &str = "data-fact-cards";

/// All cards of a document, for places without style and script. The widget never draws these, so they are not part of its wasm.
#[component]
pub fn PlainCards(props: &PlainCardsProps) -> Html {
    plain(&props.edition, props.opening, props.has_ids).html()
}

fn plain(edition: &Edition, opening: Opening, has_ids: bool) -> Element {
    let phrases = edition.phrases();
    let total = edition.shown() + edition.left_out();
    let mut section = Element::new("section")
        .set(OURS, "")
        .set("lang", phrases.language())
        .set("dir", phrases.direction())
        .with(Element::new(edition.heading_level().title_tag()).text(phrases.title()));
    if total == 0 {
        section = section.with(Element::new("p").text(phrases.empty()));
    }
    if edition.shown() > 0 {
        section = section.with(Element::new("p").text(phrases.count(edition.shown(), edition.speaking().len())));
    }
    if edition.left_out() > 0 {
        section = section.with(Element::new("p").text(phrases.left_out(edition.left_out(), total)));
    }
    let claims = edition.document().claims.iter().enumerate();
    for (index, claim) in claims {
        // Mail has a limit for the length of lines.
        section = section.text("\n").with(card(edition, claim, opening.opens(index), has_ids));
    }
    section = section.text("\n");
    if edition.shown() > 0 {
        section = section.with(article(edition, Element::new("p")));
    }
    section
}

fn card(edition: &Edition, claim: &Claim, open: bool, has_id: bool) -> Element {
    let phrases = edition.phrases();
    // This is no heading, because without a style a heading would stand below the triangle that opens the card, not beside it.
    let text = Element::new("strong").with(isolated(&claim.text).set_some("lang", edition.language()));
    let mut summary = Element::new("summary").with(text);
    for byline in bylines(edition, claim, differ(claim)) {
        summary = summary.with(Element::new("br")).with(by(edition, &byline));
    }
    if claim.statements.is_empty() {
        summary = summary.with(Element::new("br")).text(phrases.nobody());
    }
    // The card itself has the id: not every program opens a closed card around an id.
    let mut card = Element::new("details").set(OURS, "");
    if has_id {
        card = card.set("id", format!("claim-{}", claim.id));
    }
    if open {
        card = card.set("open", "");
    }
    card = card.with(summary).with_some(claim.correction.as_ref().map(|correction| corrected(edition, correction)));
    if claim.statements.is_empty() {
        card = card.with(Element::new("p").text(phrases.no_statements()));
    }
    card.with_all(claim.statements.iter().map(|said| statement(edition, said)))
        .with_all(claim.reviews.iter().map(|rated| review(edition, rated)))
}

fn by(edition: &Edition, byline: &Byline<'_>) -> Element {
    let mut line = attribution(edition, &byline.attribution, "span");
    if let Some(stance) = byline.stance {
        line = line.text(BETWEEN).text(edition.phrases().stance(stance));
    }
    if byline.only_reported {
        line = line.text(BETWEEN).text(edition.phrases().reported());
    }
    line
}

fn attribution(edition: &Edition, attribution: &Attribution<'_>, name_tag: &'static str) -> Element {
    let name = Element::new(name_tag);
    let name = match attribution.name {
        Some(known) => name.set_some("lang", edition.language()).with(isolated(known)),
        None => name.text(edition.phrases().unattributed()),
    };
    let mut line = Element::new("span").with(name);
    for text in [attribution.role, attribution.organization].into_iter().flatten() {
        line = line.text(edition.phrases().comma()).with(isolated(text).set_some("lang", edition.language()));
    }
    line
}

fn statement(edition: &Edition, statement: &Statement) -> Element {
    let phrases = edition.phrases();
    let mut figure = Element::new("figure").set(OURS, "");
    if let Some(quote) = &statement.quote {
        figure = figure.with(words(edition, statement, quote, true));
    }
    if let Some(reported) = &statement.reported {
        figure = figure.with(Element::new("p").text(phrases.in_the_articles_words()));
        figure = figure.with(words(edition, statement, reported, false));
    }
    if statement.quote.is_none() && statement.reported.is_none() {
        figure = figure.with(Element::new("p").text(phrases.no_words()));
    }
    let mut caption = Element::new("figcaption").with(attribution(edition, &edition.attribution(statement), "strong"));
    for line in circumstances(edition, statement, || Element::new("span"), || Element::new("span")) {
        caption = caption.with(Element::new("br")).with(line);
    }
    figure.with(caption)
}

/// The words, character for character; in quotation marks of their language if they are the speaker's own. The marks are text, because
/// those of a `<q>` are lost where words are copied, or where a page's style sets none.
fn words(edition: &Edition, statement: &Statement, words: &Words, is_own: bool) -> Element {
    let address = statement.source.as_ref().and_then(|source| source.url.as_ref());
    let language = edition.language_of(statement).unwrap_or_else(|| edition.phrases().language());
    let [opens, closes] = if is_own { marks(&language) } else { [""; 2] };
    let said = format!("{opens}{}{closes}", words.spans().join(" […] "));
    Element::new("blockquote")
        .set(OURS, "")
        .set("dir", "auto")
        .set_some("lang", edition.language_of(statement))
        .set_some("cite", address.map(|url| url.as_str().to_owned().into()))
        .with(Element::new("p").text(said))
}

fn corrected(edition: &Edition, correction: &Correction) -> Element {
    let mut title = Element::new("strong").text(edition.phrases().correction());
    if let Some(date) = &correction.date {
        title = title.text(BETWEEN).with(date_time(edition, date));
    }
    let text = isolated(&correction.text).set_some("lang", edition.language());
    Element::new("p").with(title).with(Element::new("br")).with(text)
}

fn review(edition: &Edition, review: &Review) -> Element {
    let by = linked(review.url.as_ref(), &review.by).set_some("lang", edition.language());
    let mut line = Element::new("p").with_filled(edition.phrases().rated_by(), by);
    if let Some(label) = &review.label {
        let label = isolated(label).set_some("lang", edition.language());
        line = line.text(BETWEEN).with(Element::new("strong").with(label));
    }
    if let Some(rating) = rating(edition, review) {
        line = line.text(BETWEEN).text(rating);
    }
    if let Some(date) = &review.published {
        line = line.text(BETWEEN).with(date_time(edition, date));
    }
    line
}
