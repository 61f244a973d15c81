use super::attribution::attribution;
use super::context::has_context;
use super::correction::correction;
use super::edition::Edition;
use super::element::{Element, isolated};
use super::portrait::portrait;
use super::review::review;
use super::statement::{credits, further, lead, rest_of_lead};
use document::model::{Claim, Statement};

/// How many statements a closed card shows where speakers differ.
const MOST_LEADS: usize = 2;

/// How many faces stand beside each other where speakers differ.
const MOST_FACES: usize = 3;

/// The card of one claim. Who said it, the claim and its lead words are always seen; a `<details>` below them holds the rest.
///
/// `open` is the state of the `<details>` at first; after that the reader opens and closes it.
pub(super) fn card(edition: &Edition, claim: &Claim, open: bool) -> Element {
    let leads = Leads::of(claim);
    let who_id = format!("{}-who", claim.id);
    let claim_id = format!("{}-claim", claim.id);
    let heading = Element::classed(edition.heading_level().claim_tag(), "claim")
        .set("part", "claim")
        .set("dir", "auto")
        .set_some("lang", edition.language())
        .set("id", claim_id.clone())
        // Who walks from heading to heading hears who said it, too.
        .set("aria-labelledby", format!("{who_id} {claim_id}"))
        .text(claim.text.clone());

    Element::classed("article", "card")
        .set("part", "card")
        .with_some(claim.correction.as_ref().map(|corrected| correction(edition, corrected)))
        .with(who(edition, claim, &leads, who_id))
        .with(heading)
        .with_all(claim.reviews.iter().map(|rated| review(edition, rated)))
        .with_all(leads.shown.iter().map(|said| lead(edition, claim, said, leads.differ)))
        .with(rest(edition, claim, &leads, open))
}

/// Which statements of a claim a closed card shows.
struct Leads<'claim> {
    shown: Vec<&'claim Statement>,
    further: Vec<&'claim Statement>,
    /// Whether the statements differ in their stance, which is shown only then.
    differ: bool,
}

impl<'claim> Leads<'claim> {
    /// The first quote; without one, the first words that are reported. Where speakers differ, the first statement of each of two.
    fn of(claim: &'claim Claim) -> Self {
        let statements = &claim.statements;
        let differ = differ(claim);
        let shown: Vec<usize> = if differ {
            let first = |index: &usize| {
                let speaker = &statements[*index].speaker;
                !statements[..*index].iter().any(|earlier| earlier.speaker == *speaker)
            };
            (0..statements.len()).filter(first).take(MOST_LEADS).collect()
        } else {
            let quoted = statements.iter().position(|said| said.quote.is_some());
            let reported = || statements.iter().position(|said| said.reported.is_some());
            quoted.or_else(reported).or((!statements.is_empty()).then_some(0)).into_iter().collect()
        };
        let (mut leads, mut further) = (Vec::new(), Vec::new());
        for (index, statement) in statements.iter().enumerate() {
            if shown.contains(&index) { leads.push(statement) } else { further.push(statement) }
        }
        Self { shown: leads, further, differ }
    }
}

/// Whether the statements of a claim differ in their stance.
pub(super) fn differ(claim: &Claim) -> bool {
    let mut stances = claim.statements.iter().filter_map(|statement| statement.stance);
    stances.next().is_some_and(|first| stances.any(|other| other != first))
}

/// Who said it: the speaker of the lead words; or the faces of those who differ.
fn who(edition: &Edition, claim: &Claim, leads: &Leads<'_>, id: String) -> Element {
    let line = Element::classed("div", "who");
    match leads.shown.first() {
        None => line.with(Element::classed("span", "nobody").set("id", id).text(edition.phrases().nobody())),
        Some(_) if leads.differ => {
            let keys = speakers(claim);
            let faces = keys.iter().take(MOST_FACES).map(|key| portrait(edition, *key));
            let text = edition.phrases().differ(keys.len());
            line.with(Element::classed("span", "faces").with_all(faces))
                .with(Element::classed("span", "speaker").set("id", id).text(text))
        }
        Some(said) => {
            let by = edition.attribution(said);
            line.with(portrait(edition, by.key)).with(attribution(edition, &by, Some(id)))
        }
    }
}

/// The keys of a claim's speakers, each once; nothing for statements without a speaker.
pub(super) fn speakers(claim: &Claim) -> Vec<Option<&str>> {
    let mut keys = Vec::new();
    for statement in &claim.statements {
        let key = statement.speaker.as_deref();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// What opens: where the lead words come from, the further statements, and what can be done with them.
fn rest(edition: &Edition, claim: &Claim, leads: &Leads<'_>, open: bool) -> Element {
    // Prerendered cards have an anchor in the page for this slot. When the browser goes to the anchor, it opens the card, because the
    // slot is inside the closed part.
    let anchor = Element::new("slot").set("name", format!("claim-{}", claim.id));
    let mut body = Element::classed("div", "body").with(anchor);
    if claim.statements.is_empty() {
        body = body.with(Element::classed("p", "notice").text(edition.phrases().no_statements()));
    }
    let body = body
        .with_all(leads.shown.iter().map(|said| rest_of_lead(edition, claim, said, leads.shown.len() > 1)))
        .with_all(leads.further.iter().map(|said| further(edition, claim, said, leads.differ)))
        .with_all(credits(edition, claim));
    let rest = Element::classed("details", "rest").set("data-claim", claim.id.clone());
    let rest = if open { rest.set("open", "") } else { rest };
    rest.with(disclosure(edition, claim, leads)).with(body)
}

/// Says in words what opens.
fn disclosure(edition: &Edition, claim: &Claim, leads: &Leads<'_>) -> Element {
    let phrases = edition.phrases();
    let summary = Element::classed("summary", "summary").set("part", "summary");
    match leads.further.as_slice() {
        [] if leads.shown.iter().any(|said| has_context(edition, said)) => summary.text(phrases.in_context()),
        [] => summary.text(phrases.source_and_link()),
        [one] => {
            let by = edition.attribution(one);
            let name = by.name.map_or_else(|| phrases.unattributed(), |name| name.to_owned().into());
            let only_reported = one.quote.is_none() && one.reported.is_some();
            summary.with(portrait(edition, by.key)).with(isolated(&phrases.and(&name, only_reported)))
        }
        several => summary.text(phrases.and_more(several.len())),
    }
    .set_some("aria-describedby", (!claim.statements.is_empty()).then(|| format!("{}-claim", claim.id).into()))
}
