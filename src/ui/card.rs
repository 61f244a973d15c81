use super::attribution::attribution;
use super::correction::correction;
use super::edition::{Attribution, Edition};
use super::element::Element;
use super::portrait::portrait;
use super::review::review;
use super::statement::statement;
use document::model::{Claim, Stance};

/// The card of one claim: closed it shows the claim and who said it, open also their words.
///
/// `open` is its state at first; after that the reader opens and closes it.
pub(super) fn card(edition: &Edition, claim: &Claim, open: bool) -> Element {
    let differ = differ(claim);
    let stance = |stance: Option<Stance>| {
        let stance = stance.filter(|_| differ)?;
        Some(Element::classed("span", "tag stance").text(edition.phrases().stance(stance)))
    };

    // Prerendered cards have an anchor in the page for this slot. When the browser goes to the anchor, it opens the card, because the
    // slot is inside the closed part.
    let anchor = Element::new("slot").set("name", format!("claim-{}", claim.id));
    let mut body = Element::classed("div", "body").with(anchor);
    body = body.with_some(claim.correction.as_ref().map(|corrected| correction(edition, corrected)));
    if claim.statements.is_empty() {
        body = body.with(Element::classed("p", "notice").text(edition.phrases().no_statements()));
    }
    body = body
        .with_all(claim.statements.iter().map(|said| statement(edition, said, stance(said.stance))))
        .with_all(claim.reviews.iter().map(|rated| review(edition, rated)));

    let card = Element::classed("details", "card").set("part", "card").set("data-claim", claim.id.clone());
    let card = if open { card.set("open", "") } else { card };
    card.with(summary(edition, claim, stance)).with(body)
}

/// To assistive technology, the claim is the name of the summary, and who said it is its description.
fn summary(edition: &Edition, claim: &Claim, stance: impl Fn(Option<Stance>) -> Option<Element>) -> Element {
    let phrases = edition.phrases();
    let who_id = format!("{}-who", claim.id);

    let text = Element::classed(edition.heading_level().claim_tag(), "claim")
        .set("part", "claim")
        .set("dir", "auto")
        .set_some("lang", edition.language())
        .text(claim.text.clone());

    let mut who = Element::classed("span", "who").set("id", who_id.clone()).set("aria-hidden", "true");
    for byline in bylines(edition, claim, differ(claim)) {
        let reported = byline.only_reported.then(|| Element::classed("span", "tag").text(phrases.reported()));
        let tags = stance(byline.stance).into_iter().chain(reported);
        let line = Element::classed("span", "byline")
            .with(portrait(edition, byline.attribution.key))
            .with(attribution(edition, &byline.attribution, tags));
        who = who.with(line).text(" ");
    }
    if claim.statements.is_empty() {
        who = who.with(Element::classed("span", "nobody").text(phrases.nobody()));
    }
    if claim.correction.is_some() {
        who = who.with(Element::classed("span", "tag corrected").text(phrases.corrected()));
    }

    Element::classed("summary", "summary")
        .set("part", "summary")
        .set("aria-describedby", who_id)
        .with(Element::classed("span", "kicker").set("aria-hidden", "true").text(phrases.claim()))
        .text(" ")
        .with(text)
        .with(who)
}

/// A speaker of a claim as the closed card names them.
pub(super) struct Byline<'edition> {
    pub(super) attribution: Attribution<'edition>,
    pub(super) stance: Option<Stance>,
    /// Whether the card has no quote of theirs, only reported speech.
    pub(super) only_reported: bool,
}

/// One line for each speaker, role and shown stance, even if the speaker makes several statements with them.
pub(super) fn bylines<'edition>(
    edition: &'edition Edition,
    claim: &'edition Claim,
    differ: bool,
) -> Vec<Byline<'edition>> {
    let mut bylines: Vec<Byline<'_>> = Vec::new();
    for statement in &claim.statements {
        let attribution = edition.attribution(statement);
        let stance = statement.stance.filter(|_| differ);
        let only_reported = statement.quote.is_none() && statement.reported.is_some();
        match bylines.iter_mut().find(|byline| byline.attribution == attribution && byline.stance == stance) {
            Some(byline) => byline.only_reported &= only_reported,
            None => bylines.push(Byline { attribution, stance, only_reported }),
        }
    }
    bylines
}

/// Whether the statements of a claim differ in their stance.
pub(super) fn differ(claim: &Claim) -> bool {
    let mut stances = claim.statements.iter().filter_map(|statement| statement.stance);
    stances.next().is_some_and(|first| stances.any(|other| other != first))
}
