use super::edition::Edition;
use super::element::{Element, shared};
use document::model::{Date, Source};
use document::web_url::WebUrl;

/// Between a title and what follows it. A comma would stand badly behind a title that ends in a question mark or has commas in it.
pub(super) const BETWEEN: &str = " · ";

/// Makes an element of a text from the document.
pub(super) type Setting = fn(&str) -> Element;

/// Adds to a line where something was published: title, publisher, date.
pub(super) fn source(edition: &Edition, source: &Source, line: Element, isolated: Setting) -> Element {
    // Without a title, the text of the link is the publisher, or else the host of the address. Only then it is asked for: that takes time.
    let mut text = source.title.as_ref().or(source.publisher.as_ref());
    let host = source.url.as_ref().filter(|_| text.is_none()).map(WebUrl::host);
    text = text.or(host.as_ref());
    let publisher = source.publisher.as_ref().filter(|_| source.title.is_some());

    let mut work = Element::new("cite").set_some("lang", edition.language());
    if let Some(text) = text {
        work = work.with(linked(source.url.as_ref(), isolated(text)));
    }
    let mut line = line.with_filled(edition.phrases().source(), work);
    if let Some(publisher) = publisher {
        line = line.text(BETWEEN).with(isolated(publisher).set_some("lang", edition.language()));
    }
    if let Some(date) = &source.published {
        line = line.text(if text.is_some() { BETWEEN } else { "" }).with(date_time(edition, date));
    }
    line
}

/// The article that the claims come from.
pub(super) fn article(edition: &Edition, line: Element, isolated: Setting) -> Element {
    let article = &edition.document().article;
    let article = Source {
        title: Some(article.headline.clone()),
        url: article.url.clone(),
        publisher: article.publisher.clone(),
        published: article.published.clone(),
    };
    source(edition, &article, line, isolated)
}

/// Whether a source is the article itself, or a place in it, by its address and without a title of its own.
pub(super) fn is_article(edition: &Edition, source: &Source) -> bool {
    let article = &edition.document().article;
    let is_titled = source.title.as_ref() == Some(&article.headline);
    match (&source.url, &article.url) {
        (Some(one), Some(other)) => (is_titled || source.title.is_none()) && one.page() == other.page(),
        (None, _) => is_titled,
        _ => false,
    }
}

/// The text, as a link if there is an address.
pub(super) fn linked(url: Option<&WebUrl>, text: Element) -> Element {
    match url {
        Some(url) => Element::new("a").set("href", shared(url.as_str())).set("rel", "noopener nofollow").with(text),
        None => text,
    }
}

/// A date for people, with the exact one for machines.
pub(super) fn date_time(edition: &Edition, date: &Date) -> Element {
    Element::new("time").set("datetime", shared(date.as_str())).text(edition.date(date))
}
