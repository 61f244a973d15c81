use super::attribution::attribution;
use super::context::{Context, context};
use super::correction::correction;
use super::edition::Edition;
use super::element::{Element, isolated};
use super::portrait::portrait;
use super::review::review;
use super::source::{Setting, is_article, source};
use super::statement::{
    common_source, credits, further, lead, rest_of_lead, source_line, spoken_name, stand, way_to_passage,
    without_statements,
};
use document::model::{Claim, Stance, Statement};

/// The most faces of speakers who differ, and the most of them whose words a closed card shows, unless there are more stances.
const MOST_FACES: usize = 3;

/// The card of one claim. The speaker, the claim and its lead words are always visible; a `<details>` below them has the rest.
///
/// `open` is the state of the `<details>` at first; after that the reader opens and closes it.
pub(super) fn card(edition: &Edition, claim: &Claim, open: bool) -> Element {
    let leads = Leads::of(edition, claim);
    let who_id = format!("{}-who", claim.id);
    let claim_id = format!("{}-claim", claim.id);
    let heading = Element::classed(edition.heading_level().claim_tag(), "claim")
        .set("part", "claim")
        .set("dir", "auto")
        .set_some("lang", edition.language())
        .set("id", claim_id.clone())
        // Screen readers that go from heading to heading also say who said it.
        .set("aria-labelledby", format!("{who_id} {claim_id}"))
        .prose(&claim.text);

    Element::classed("article", "card")
        .set("part", "card")
        .with_some(claim.correction.as_ref().map(|corrected| correction(edition, corrected)))
        .with(who(edition, claim, &leads, who_id))
        .with(heading)
        .with_all(claim.reviews.iter().map(|rated| review(edition, rated)))
        .with_all(leads.shown.iter().map(|(said, _)| lead(edition, claim, said, leads.differ)))
        .with(rest(edition, claim, &leads, open))
}

/// Which statements of a claim a closed card shows.
struct Leads<'claim> {
    /// Each with its context.
    shown: Vec<(&'claim Statement, Option<Context<'claim>>)>,
    further: Vec<&'claim Statement>,
    /// Whether the statements differ in their stance, which is shown then, or if all deny the claim.
    differ: bool,
}

impl<'claim> Leads<'claim> {
    /// The first quote; if there is none, the first reported words. If statements differ, the first of each stance, what each speaker says who
    /// denies the claim or says different things about it, and the first of further speakers: no closed card hides that somebody denies it.
    fn of(edition: &'claim Edition, claim: &'claim Claim) -> Self {
        let statements = &claim.statements;
        let quoted = statements.iter().find(|said| said.quote.is_some());
        let one = quoted.or_else(|| statements.iter().find(|said| said.reported.is_some())).or(statements.first());
        let mut leads = Self { shown: Vec::new(), further: Vec::new(), differ: differ(claim) };
        for said in statements {
            let shown = &mut leads.shown;
            let is_lead = if leads.differ {
                has_a_place(claim, said, &shown.iter().map(|(other, _)| *other).collect::<Vec<_>>())
            } else {
                one.is_some_and(|one| std::ptr::eq(one, said))
            };
            if is_lead {
                shown.push((said, context(edition, said)));
            } else {
                leads.further.push(said);
            }
        }
        leads
    }
}

/// Whether a closed card has these words, besides those that it has already, where the statements of the claim differ.
fn has_a_place(claim: &Claim, said: &Statement, shown: &[&Statement]) -> bool {
    let is_theirs = |other: &&Statement| other.speaker == said.speaker;
    let is_alike = |other: &&Statement| other.stance == said.stance;
    let theirs = shown.iter().copied().filter(is_theirs);
    if said.stance.is_none() || theirs.clone().any(|other| is_alike(&other)) {
        return shown.len() < MOST_FACES && theirs.count() == 0;
    }
    let has_turned =
        || claim.statements.iter().filter(is_theirs).any(|other| other.stance.is_some() && !is_alike(&other));
    shown.len() < MOST_FACES && theirs.count() == 0
        || said.stance == Some(Stance::Denies)
        || !shown.iter().any(is_alike)
        || has_turned()
}

/// Whether the statements of a claim differ in their stance. Beside one that denies it, one without a stance differs, too.
pub(super) fn differ(claim: &Claim) -> bool {
    let is_denied = is_denied(claim);
    let stances = claim.statements.iter().map(|statement| statement.stance);
    let mut stances = stances.filter(|stance| is_denied || stance.is_some());
    stances.next().is_some_and(|first| stances.any(|other| other != first))
}

/// Whether somebody denies a claim. Readers are told so always: a card without it would say the opposite.
pub(super) fn is_denied(claim: &Claim) -> bool {
    claim.statements.iter().any(|statement| statement.stance == Some(Stance::Denies))
}

/// The speaker of the lead words; or the faces of the speakers who differ.
fn who(edition: &Edition, claim: &Claim, leads: &Leads<'_>, id: String) -> Element {
    let line = Element::classed("div", "who");
    match leads.shown.first() {
        None => line.with(Element::classed("span", "nobody").set("id", id).text(edition.phrases().nobody())),
        Some(_) if leads.differ => {
            let keys = speakers(claim);
            let faces = keys.iter().take(MOST_FACES).map(|key| portrait(edition, *key));
            let line = line.with(Element::classed("span", "faces").with_all(faces));
            line.with(several(edition, claim, Element::classed("span", "speaker").set("id", id), isolated))
        }
        Some((said, _)) => {
            let by = edition.attribution(said);
            let line = line.with(portrait(edition, by.key));
            if is_denied(claim) {
                line.with(stand(edition, said, Some(id)))
            } else {
                line.with(attribution(edition, &by, Some(id)))
            }
        }
    }
}

/// Puts into `line` who speaks of a claim whose statements differ in their stance: how many, or the name of the only one. That they differ is
/// said only where one of them affirms the claim and another one denies it.
pub(super) fn several(edition: &Edition, claim: &Claim, line: Element, isolated: Setting) -> Element {
    let phrases = edition.phrases();
    let affirming = |key: &Option<&str>| takes(claim, *key, Stance::Affirms);
    let denying = |key: &Option<&str>| takes(claim, *key, Stance::Denies);
    match (speakers(claim).as_slice(), claim.statements.first()) {
        ([key], Some(said)) => {
            let name = isolated(&spoken_name(edition, said)).set_some("lang", key.and(edition.language()));
            // Statements without a speaker may be of several.
            if affirming(key) && denying(key) && key.is_some() {
                line.with_filled(phrases.says_different_things(), name)
            } else {
                line.with(name)
            }
        }
        (keys, _) if keys.iter().any(|one| affirming(one) && keys.iter().any(|key| key != one && denying(key))) => {
            line.text(phrases.differ(keys.len()))
        }
        (keys, _) => line.text(phrases.speakers(keys.len())),
    }
}

/// Whether a speaker has this stance in a statement of a claim.
fn takes(claim: &Claim, key: Option<&str>, stance: Stance) -> bool {
    claim.statements.iter().any(|said| said.speaker.as_deref() == key && said.stance == Some(stance))
}

/// The keys of a claim's speakers, each once; `None` for statements without a speaker.
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

/// The part that opens: the source of the lead words, the further statements, and the tools.
fn rest(edition: &Edition, claim: &Claim, leads: &Leads<'_>, open: bool) -> Element {
    // Prerendered cards have an anchor in the page for this slot. When the browser goes to the anchor, it opens the card, because the
    // slot is inside the closed part.
    let anchor = Element::new("slot").set("name", format!("claim-{}", claim.id));
    let mut body = Element::classed("div", "body").with(anchor);
    if claim.statements.is_empty() {
        body = body.with(without_statements(edition, claim));
    }
    let is_one_of_several = leads.shown.len() > 1;
    let body = body
        .with_all(
            leads
                .shown
                .iter()
                .map(|(said, context)| rest_of_lead(edition, claim, said, context.as_ref(), is_one_of_several)),
        )
        .with_all(leads.further.iter().map(|said| further(edition, claim, said, leads.differ || is_denied(claim))))
        .with_some(common_source(edition, claim).map(|common| source(edition, common, source_line(), isolated)))
        .with_all(credits(edition, claim, isolated));
    let rest = Element::classed("details", "rest").set("data-claim", claim.id.clone());
    let rest = if open { rest.set("open", "") } else { rest };
    rest.with(disclosure(edition, claim, leads)).with(body)
}

/// Whether a statement has a source of its own, which an open card names, or leads to its words in the article.
fn names_source(edition: &Edition, statement: &Statement) -> bool {
    statement.source.as_ref().is_some_and(|source| !is_article(edition, source))
        || way_to_passage(edition, statement).is_some()
}

/// The summary, which says what opens.
fn disclosure(edition: &Edition, claim: &Claim, leads: &Leads<'_>) -> Element {
    let phrases = edition.phrases();
    let summary = Element::classed("summary", "summary").set("part", "summary");
    match leads.further.as_slice() {
        [] if leads.shown.iter().any(|(_, context)| context.is_some()) => summary.text(phrases.in_context()),
        [] if leads.shown.iter().any(|(said, _)| names_source(edition, said)) => {
            summary.text(phrases.source_and_link())
        }
        [] if claim.statements.is_empty() => summary.text(phrases.link()),
        [] => summary.text(phrases.cite_and_share()),
        // “And Ada Low” below her own name would be another Ada Low.
        [one] if leads.shown.iter().all(|(said, _)| said.speaker != one.speaker) => {
            let by = edition.attribution(one);
            let name = by.name.map_or_else(|| phrases.unattributed(), |name| name.into());
            let only_reported = one.quote.is_none() && one.reported.is_some();
            let text = Element::new("span").with_filled(phrases.and(only_reported), isolated(&name));
            summary.with(portrait(edition, by.key)).with(text)
        }
        several => summary.text(phrases.and_more(several.len())),
    }
    .set("aria-describedby", format!("{}-claim", claim.id))
}
