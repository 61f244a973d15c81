//! Source links that lead to the words themselves, for HTML without the widget.

use document::model::{Article, Document, Source, Statement};
use document::web_url::WebUrl;
use quotes::{Quote, Text};

/// Gives each statement from the article a source that links to its words there, by a text fragment. If the document does not have the
/// article's address and text, or the words occur in several places, sources stay as they are.
pub(super) fn lead_to_words(document: &mut Document) {
    let Document { article, claims, .. } = document;
    let (Some(address), Some(body)) = (&article.url, &article.body) else { return };
    let text: Text = body.iter().collect();
    for statement in claims.iter_mut().flat_map(|claim| &mut claim.statements) {
        // A source without an address may be somewhere else.
        let is_here = statement
            .source
            .as_ref()
            .is_none_or(|source| source.url.as_ref().is_some_and(|url| url.page() == address.page()));
        if is_here && let Some(place) = place(statement, &text, address) {
            statement.source.get_or_insert_with(|| itself(article)).url = Some(place);
        }
    }
}

/// The place of a statement's words in the article: the quoted words, or else the reported ones.
fn place(statement: &Statement, text: &Text, address: &WebUrl) -> Option<WebUrl> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?;
    let (prefix, suffix) = (statement.prefix.as_deref(), statement.suffix.as_deref());
    let fragment = text.fragment(&Quote { spans: words.spans(), prefix, suffix })?;
    address.join(&format!("#{fragment}"))
}

/// The article as the source of one statement. Its publisher and date are shown once, below all cards.
fn itself(article: &Article) -> Source {
    Source { title: Some(article.headline.clone()), ..Source::default() }
}
