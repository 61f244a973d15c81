use yew::AttrValue;

use super::attribution::attribution;
use super::edition::Edition;
use super::element::{Element, isolated, visually_hidden};
use super::locale;
use super::marks::marks;
use super::portrait::portrait;
use super::source::{date_time, source};
use document::model::{Statement, Words};

/// What one speaker said, in their own words or in the article's, and who they are.
///
/// `stance` stands beside the name.
pub(super) fn statement(edition: &Edition, statement: &Statement, stance: Option<Element>) -> Element {
    let phrases = edition.phrases();
    // If the words occur twice in the article, these say which place is meant. The finder reads them here.
    let mut figure = Element::classed("figure", "statement")
        .set_some("data-prefix", statement.prefix.clone().map(AttrValue::from))
        .set_some("data-suffix", statement.suffix.clone().map(AttrValue::from));
    if let Some(quote) = &statement.quote {
        figure = figure.with(words(edition, statement, quote, "quote direct", true));
    }
    if let Some(reported) = &statement.reported {
        figure = figure.with(Element::classed("p", "manner").text(phrases.in_the_articles_words())).with(words(
            edition,
            statement,
            reported,
            "quote reported",
            false,
        ));
    }
    if statement.quote.is_none() && statement.reported.is_none() {
        figure = figure.with(Element::classed("p", "notice").text(phrases.no_words()));
    }
    figure.with(caption(edition, statement, stance))
}

/// The words, character for character; in quotation marks of their language if they are the speaker's own.
fn words(edition: &Edition, statement: &Statement, words: &Words, class: &'static str, is_own: bool) -> Element {
    let address = statement.source.as_ref().and_then(|source| source.url.as_ref());
    let mut quote = Element::classed("blockquote", class)
        .set("part", "quote")
        .set("dir", "auto")
        .set_some("lang", edition.language_of(statement))
        .set_some("cite", address.map(|url| AttrValue::from(url.as_str().to_owned())));
    let language = edition.language_of(statement).unwrap_or_else(|| edition.phrases().language());
    let [opens, closes] = marks(&language);
    if is_own {
        quote = quote.text(opens);
    }
    for (index, span) in words.spans().iter().enumerate() {
        if index > 0 {
            quote = quote.with(gap(edition));
        }
        quote = quote.with(Element::classed("span", "words").text(span.clone()));
    }
    if is_own { quote.text(closes) } else { quote }
}

/// The sign for words that are left out.
fn gap(edition: &Edition) -> Element {
    let phrases = edition.phrases();
    Element::classed("span", "gap")
        .set("lang", phrases.language())
        .with(Element::new("span").set("aria-hidden", "true").text(" […] "))
        .with(visually_hidden(phrases.words_left_out()))
}

/// The caption: who said it, when, in what language, and where it was published.
fn caption(edition: &Edition, statement: &Statement, stance: Option<Element>) -> Element {
    let by = edition.attribution(statement);
    let key = by.key;
    let lines = circumstances(edition, statement, detail, source_line);
    let caption = Element::classed("span", "by").with(attribution(edition, &by, stance)).with_all(lines);
    Element::classed("figcaption", "caption").with(portrait(edition, key)).with(caption)
}

fn detail() -> Element {
    Element::classed("span", "detail")
}

pub(super) fn source_line() -> Element {
    detail().set("part", "source")
}

/// When it was said, in what language, and where it was published: one line for each. The caller makes the element of a line.
pub(super) fn circumstances(
    edition: &Edition,
    statement: &Statement,
    line: fn() -> Element,
    source_line: fn() -> Element,
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
    if let Some(published) = &statement.source {
        lines.push(source(edition, published, source_line()));
    }
    if let Some(credit) = portrait_credit(edition, statement) {
        let credit = isolated(credit).set_some("lang", edition.language());
        lines.push(line().with_filled(phrases.picture(), credit));
    }
    lines
}

fn portrait_credit<'edition>(edition: &'edition Edition, statement: &Statement) -> Option<&'edition str> {
    let speaker = edition.speaker(statement.speaker.as_deref()?)?;
    speaker.image.as_ref().and(speaker.image_credit.as_deref())
}
