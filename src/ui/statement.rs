use yew::AttrValue;

use super::attribution::{attribution, with_role};
use super::context::{Context, context};
use super::edition::{Edition, position};
use super::element::{Element, button, digits, isolated, shared};
use super::locale;
use super::portrait::portrait;
use super::source::{Setting, date_time, is_article, source};
use super::words::{quoted, reported};
use document::model::{Claim, Source, Stance, Statement};

/// The words that a closed card shows. Where speakers differ, a sentence before them says who says what.
pub(super) fn lead(edition: &Edition, claim: &Claim, statement: &Statement, differ: bool) -> Element {
    let figure = figure(edition, claim, statement).with_some(differ.then(|| stand(edition, statement, None)));
    match (&statement.quote, &statement.reported) {
        (Some(quote), _) => figure.with_all(quoted(edition, statement, quote)),
        (None, Some(words)) => figure.with_all(reported(edition, claim, statement, words)),
        (None, None) => figure.with(Element::classed("p", "notice").text(edition.phrases().no_words())),
    }
}

/// What belongs to the lead words, below them in an open card: `is_one_of_several` if their speaker has to be named. The context comes first, because
/// it is that of the words right above it.
pub(super) fn rest_of_lead(
    edition: &Edition,
    claim: &Claim,
    statement: &Statement,
    context: Option<&Context<'_>>,
    is_one_of_several: bool,
) -> Element {
    let part = Element::classed("div", "part");
    let part = part
        .with_some(is_one_of_several.then(|| whose(edition, statement)))
        .with_some(context.map(|context| context.show(edition)));
    let part = match (&statement.quote, &statement.reported) {
        (Some(_), Some(words)) => {
            part.with(figure(edition, claim, statement).with_all(reported(edition, claim, statement, words)))
        }
        _ => part,
    };
    details(edition, claim, statement, part)
}

/// A statement that only an open card shows.
pub(super) fn further(edition: &Edition, claim: &Claim, statement: &Statement, has_stance: bool) -> Element {
    let by = edition.attribution(statement);
    let who = Element::classed("figcaption", "who").with(portrait(edition, by.key));
    let who =
        if has_stance { who.with(stand(edition, statement, None)) } else { who.with(attribution(edition, &by, None)) };
    let mut figure = figure(edition, claim, statement).with(who);
    if let Some(quote) = &statement.quote {
        figure = figure.with_all(quoted(edition, statement, quote));
    }
    if let Some(words) = &statement.reported {
        figure = figure.with_all(reported(edition, claim, statement, words));
    }
    if statement.quote.is_none() && statement.reported.is_none() {
        figure = figure.with(Element::classed("p", "notice").text(edition.phrases().no_words()));
    }
    let context = context(edition, statement).map(|context| context.show(edition));
    details(edition, claim, statement, Element::classed("div", "part").with(figure).with_some(context))
}

/// A place for words, named by who said them. The finder reads from it which statement it is, what is beside the words, and whether their
/// speaker denies the claim.
fn figure(edition: &Edition, claim: &Claim, statement: &Statement) -> Element {
    Element::classed("figure", "statement")
        .set("data-statement", number_of(claim, statement))
        .set_some("data-prefix", statement.prefix.clone().map(AttrValue::from))
        .set_some("data-suffix", statement.suffix.clone().map(AttrValue::from))
        .set_some("data-denied", (statement.stance == Some(Stance::Denies)).then_some(AttrValue::Static("")))
        .set("aria-label", spoken_name(edition, statement))
}

/// The position of one of the claim's statements, from 0.
fn number_of(claim: &Claim, statement: &Statement) -> AttrValue {
    digits(position(&claim.statements, statement))
}

pub(super) fn spoken_name(edition: &Edition, statement: &Statement) -> AttrValue {
    edition.attribution(statement).name.map_or_else(|| edition.phrases().unattributed(), shared)
}

/// The head of what belongs to words further above, as that of a further statement, but without the role, which stands above, too.
fn whose(edition: &Edition, statement: &Statement) -> Element {
    let name = isolated(&spoken_name(edition, statement)).set("class", "alone").set_some("lang", edition.language());
    Element::classed("div", "who whose").with(portrait(edition, edition.attribution(statement).key)).with(name)
}

/// Who says what about the claim, as a sentence: “Ada Low denies it”; below it the role.
pub(super) fn stand(edition: &Edition, statement: &Statement, id: Option<String>) -> Element {
    let by = edition.attribution(statement);
    let name = isolated(&spoken_name(edition, statement)).set_some("lang", edition.language());
    let line = Element::classed("span", "speaker").set("part", "speaker").set_some("id", id.map(AttrValue::from));
    let line = match statement.stance {
        Some(stance) => line.with_filled(edition.phrases().differs(stance), name),
        None => line.with(name),
    };
    with_role(edition, &by, line)
}

/// Where and when words were said and published, and what a reader can do with them.
fn details(edition: &Edition, claim: &Claim, statement: &Statement, part: Element) -> Element {
    part.with_all(circumstances(edition, statement, detail, isolated))
        .with_some(own_source(edition, claim, statement, source_line(), isolated))
        .with(tools(edition, claim, statement))
}

/// What an open card says of a claim that nobody is quoted with.
pub(super) fn without_statements(edition: &Edition, claim: &Claim) -> Element {
    Element::classed("div", "part")
        .with(Element::classed("p", "notice").text(edition.phrases().no_statements()))
        .with(Element::classed("div", "tools").with(link(edition, claim)))
}

fn link(edition: &Edition, claim: &Claim) -> Element {
    let label = edition.phrases().link();
    link_to(shared(&format!("#claim-{}", claim.id)))
        .set("class", "link")
        .set("aria-label", shared(&format!("{label}: {}", claim.text)))
        .text(label)
}

fn link_to(address: AttrValue) -> Element {
    Element::new("a").set("href", address)
}

fn detail() -> Element {
    Element::classed("p", "detail")
}

pub(super) fn source_line() -> Element {
    detail().set("part", "source")
}

/// Where a statement was published, unless that is said elsewhere: below its card, if all statements there have the same source; below all
/// cards, if it is the article.
pub(super) fn own_source(
    edition: &Edition,
    claim: &Claim,
    statement: &Statement,
    line: Element,
    isolated: Setting,
) -> Option<Element> {
    let published = statement.source.as_ref().filter(|source| !is_article(edition, source))?;
    common_source(edition, claim).is_none().then(|| source(edition, published, line, isolated))
}

/// A link to the passage, where the source of a statement is a place in the article.
pub(super) fn way_to_passage(edition: &Edition, statement: &Statement) -> Option<Element> {
    let published = statement.source.as_ref().filter(|source| is_article(edition, source))?;
    let url = published.url.as_ref().filter(|_| published.url != edition.document().article.url);
    url.map(|url| link_to(shared(url.as_str())).set("rel", "noopener nofollow").text(edition.phrases().go()))
}

/// The source of a claim's statements, if they are several and all have the same, which is not the article.
pub(super) fn common_source<'claim>(edition: &Edition, claim: &'claim Claim) -> Option<&'claim Source> {
    let (first, others) = claim.statements.split_first()?;
    let source = first.source.as_ref().filter(|source| !others.is_empty() && !is_article(edition, source))?;
    let is_same = |other: &Statement| {
        other.source.as_ref().is_some_and(|other| other.url == source.url && other.title == source.title)
    };
    others.iter().all(is_same).then_some(source)
}

/// One quiet row. The element's JavaScript does what the buttons say, and enables the last once the words are found in the page. The second
/// is shown where the platform can share.
fn tools(edition: &Edition, claim: &Claim, statement: &Statement) -> Element {
    let phrases = edition.phrases();
    let name = spoken_name(edition, statement);
    // No two buttons of the cards have the same name.
    let turn = edition.said_before(claim, statement) + 1;
    let of = |label: AttrValue| {
        AttrValue::from(if turn > 1 { format!("{label}: {name} ({turn})") } else { format!("{label}: {name}") })
    };
    let row = Element::classed("div", "tools").set("data-statement", number_of(claim, statement));
    if statement.quote.is_none() && statement.reported.is_none() {
        return row.with(link(edition, claim));
    }
    let (go, copy, share) = (phrases.go(), phrases.copy(), phrases.share());
    row.with(link(edition, claim))
        .text(" ")
        .with(button(share.clone()).set("class", "share").set("aria-label", of(share)).set("data-tool", "share"))
        .text(" ")
        // It keeps room for what it says after it was used. Behind it, nobody sees that.
        .with(
            button(copy.clone())
                .set("class", "copy")
                .set("aria-label", of(copy))
                .set("data-tool", "copy")
                .set("data-text", phrases.copied()),
        )
        .text(" ")
        .with(button(go.clone()).set("class", "go").set("disabled", "").set("aria-label", of(go.clone())))
        .with_some(way_to_passage(edition, statement).map(|way| way.set("class", "link").set("aria-label", of(go))))
}

/// When it was said, and in what language: one line for each. The caller makes the element of a line.
pub(super) fn circumstances(
    edition: &Edition,
    statement: &Statement,
    line: fn() -> Element,
    isolated: Setting,
) -> Vec<Element> {
    let phrases = edition.phrases();
    let mut lines = Vec::new();
    if let Some(said) = &statement.said {
        lines.push(line().with_filled(phrases.said(), date_time(edition, said)));
    }
    if let Some(when) = &statement.when {
        let when = isolated(when).set_some("lang", edition.language());
        lines.push(line().with_filled(phrases.as_the_article_puts_it(), when));
    }
    if let Some(original) = &statement.translated_from {
        let name = locale::language_name(original, &phrases.language());
        lines.push(line().text(phrases.translated_from(&name)));
    }
    lines
}

/// Who made the pictures of a claim's speakers, each once.
pub(super) fn credits(edition: &Edition, claim: &Claim, isolated: Setting) -> Vec<Element> {
    let mut credits: Vec<&str> = Vec::new();
    for credit in claim.statements.iter().filter_map(|statement| portrait_credit(edition, statement)) {
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    let line = |credit: &str| {
        let line = Element::classed("span", "detail").set("data-credit", credit.to_owned());
        line.with_filled(edition.phrases().picture(), isolated(credit).set_some("lang", edition.language()))
    };
    credits.into_iter().map(line).collect()
}

fn portrait_credit<'edition>(edition: &'edition Edition, statement: &Statement) -> Option<&'edition str> {
    let speaker = edition.speaker(statement.speaker.as_deref()?)?;
    speaker.image.as_ref().and(speaker.image_credit.as_deref())
}
