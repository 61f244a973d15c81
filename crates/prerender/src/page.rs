use super::attribute;
use super::style::source;
use document::model::Document;

/// Written by `build.rs`, without comments and blanks.
const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/prerendered-page.css"));

/// What a content security policy must name in `style-src` for the style of whole pages, in addition to [`super::policy`].
pub fn page_policy() -> String {
    source(SHEET)
}

/// A page that has only the article's headline and its cards. `language` is that of the widget's own words.
pub(super) fn page(document: &Document, language: &str, element: &str) -> String {
    let article = &document.article;
    let language = article.language.as_ref().map_or(language, |language| language.as_str());
    let headline = html_escape::encode_text(&article.headline);
    let canonical =
        article.url.as_ref().map(|url| format!("<link rel=\"canonical\" href=\"{}\">\n", attribute(url.as_str())));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{headline}</title>\n{}<style>{}</style>\n</head>\n\
         <body>\n<main>\n<h1 dir=\"auto\">{headline}</h1>\n{element}</main>\n</body>\n</html>\n",
        attribute(language),
        canonical.unwrap_or_default(),
        SHEET,
    )
}
