//! The cards as HTML that needs neither style nor script: for newsletters, feeds, and systems that strip what they do not know.
//!
//! It has no classes, because the styles of the host page could match them, and its elements have the meaning by themselves.
//! Blocks are marked as ours, so that their words are never taken for the article's.

use yew::Html;

use super::card::{differ, is_denied, several};
use super::edition::Edition;
use super::element::Element;
use super::marks::marks;
use super::review::rating;
use super::source::{BETWEEN, article, date_time, linked, source};
use super::statement::{circumstances, common_source, credits, own_source, way_to_passage};
use super::words::is_same;
use document::model::{Claim, Correction, Review, Statement, Words};

/// The attribute of blocks that are ours. Each block has it, because systems may remove the elements around it.
const OURS: &str = "data-fact-cards";

/// All cards of a document, for places without style and script. The widget never draws these, so they are not part of its wasm.
/// `has_ids` says whether each card has an id, so that links can lead to it.
///
/// Nothing is closed: paper and many mail programs could not open it.
pub fn plain_cards(edition: &Edition, has_ids: bool) -> Html {
    plain(edition, has_ids).html()
}

fn plain(edition: &Edition, has_ids: bool) -> Element {
    let phrases = edition.phrases();
    let total = edition.shown() + edition.left_out();
    let mut section = Element::new("section")
        .set(OURS, "")
        .set("lang", phrases.language())
        .set("dir", phrases.direction())
        .with(Element::new(edition.heading_level().title_tag()).text(phrases.title()));
    if edition.left_out() > 0 {
        section = section.with(Element::new("p").text(phrases.left_out(edition.left_out(), total)));
    }
    for claim in &edition.document().claims {
        // The name of a card's speaker comes first, and without a line it would seem to belong to the words of the card above. Mail has a limit
        // for the length of lines.
        section = section.text("\n").with(Element::new("hr")).with(card(edition, claim, has_ids));
    }
    section = section.text("\n");
    if edition.shown() > 0 {
        section = section.with(article(edition, Element::new("p"), isolated));
    }
    section
}

fn card(edition: &Edition, claim: &Claim, has_id: bool) -> Element {
    let phrases = edition.phrases();
    let differ = differ(claim);
    let has_stances = differ || is_denied(claim);
    let mut card = Element::new("div").set(OURS, "");
    if has_id {
        card = card.set("id", format!("claim-{}", claim.id));
    }
    let first = claim.statements.first().filter(|_| !differ);
    let who = match first {
        Some(said) => speaker(edition, said, has_stances),
        None if differ => several(edition, claim, Element::new("p"), isolated),
        None => Element::new("p").text(phrases.nobody()),
    };
    let heading = Element::new(edition.heading_level().claim_tag())
        .set("dir", "auto")
        .set_some("lang", edition.language())
        .text(claim.text.clone());
    card = card
        .with_some(claim.correction.as_ref().map(|correction| corrected(edition, correction)))
        .with(who)
        .with(heading)
        .with_all(claim.reviews.iter().map(|rated| review(edition, rated)));
    // The stance is shown beside the name only.
    let line = |said| (edition.attribution(said), said.stance.filter(|_| has_stances));
    let mut before = first.map(line);
    for said in &claim.statements {
        let by = line(said);
        // One line for statements of one speaker with one stance that follow each other.
        if before.as_ref() != Some(&by) {
            card = card.with(speaker(edition, said, has_stances));
        }
        before = Some(by);
        card = card.with_all(statement(edition, claim, said));
    }
    if claim.statements.is_empty() {
        card = card.with(Element::new("p").text(phrases.no_statements()));
    }
    card.with_some(common_source(edition, claim).map(|common| source(edition, common, paragraph(), isolated)))
        .with_all(credits(edition, claim, isolated).into_iter().map(|credit| paragraph().with(credit)))
}

fn paragraph() -> Element {
    Element::new("p")
}

/// Text from the document, whose direction does not change that of the text around it. It is never divided as in cards, where a class keeps
/// “S-400” on one line.
fn isolated(text: &str) -> Element {
    Element::new("bdi").text(text.to_owned())
}

/// The name, the stance where it is shown, the role and the organization.
fn speaker(edition: &Edition, statement: &Statement, has_stance: bool) -> Element {
    let by = edition.attribution(statement);
    let name = match by.name {
        Some(known) => isolated(known).set_some("lang", edition.language()),
        None => isolated(&edition.phrases().unattributed()),
    };
    let name = match statement.stance.filter(|_| has_stance) {
        Some(stance) => Element::new("strong").with_filled(edition.phrases().differs(stance), name),
        None => Element::new("strong").with(name),
    };
    let mut line = Element::new("p").with(name);
    for text in [by.role, by.organization].into_iter().flatten() {
        line = line.text(edition.phrases().comma()).with(isolated(text).set_some("lang", edition.language()));
    }
    line
}

fn statement(edition: &Edition, claim: &Claim, statement: &Statement) -> Vec<Element> {
    let phrases = edition.phrases();
    let mut lines = Vec::new();
    if let Some(quote) = &statement.quote {
        lines.push(words(edition, statement, quote, true));
    }
    match &statement.reported {
        Some(reported) if is_same(reported, claim) => lines.push(Element::new("p").text(phrases.reported_as_claim())),
        Some(reported) => {
            lines.push(Element::new("p").text(phrases.reported()));
            lines.push(words(edition, statement, reported, false));
        }
        None if statement.quote.is_none() => lines.push(Element::new("p").text(phrases.no_words())),
        None => {}
    }
    lines.extend(circumstances(edition, statement, paragraph, isolated));
    lines.extend(own_source(edition, claim, statement, paragraph(), isolated));
    lines.extend(way_to_passage(edition, statement).map(|way| paragraph().with(way)));
    lines
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
        .set_some("cite", address.map(|url| url.as_str().into()))
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
    let by = linked(review.url.as_ref(), isolated(&review.by)).set_some("lang", edition.language());
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
