//! Source links that lead to the very words, for HTML that no widget will ever look after.

use document::model::{Article, Document, Source, Statement};
use document::web_url::WebUrl;
use quotes::{Quote, Text};

/// Gives each statement that was published in the article a source that leads to its words there, by a text fragment. Where the document has
/// not the article's address and text, or the words tell no place in it from others, sources stay as they are.
pub(super) fn lead_to_words(document: &mut Document) {
    let Document { article, claims, .. } = document;
    let (Some(address), Some(body)) = (&article.url, &article.body) else { return };
    let text: Text = body.iter().collect();
    for statement in claims.iter_mut().flat_map(|claim| &mut claim.statements) {
        // A source without an address may be anywhere.
        let is_here = statement
            .source
            .as_ref()
            .is_none_or(|source| source.url.as_ref().is_some_and(|url| url.page() == address.page()));
        if is_here && let Some(place) = place(statement, &text, address) {
            statement.source.get_or_insert_with(|| itself(article)).url = Some(place);
        }
    }
}

/// Where a statement's words stand in the article: those that were quoted, or else those that were reported.
fn place(statement: &Statement, text: &Text, address: &WebUrl) -> Option<WebUrl> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?;
    let (prefix, suffix) = (statement.prefix.as_deref(), statement.suffix.as_deref());
    let fragment = text.fragment(&Quote { spans: words.spans(), prefix, suffix })?;
    address.join(&format!("#{fragment}"))
}

/// The article, as the source of one statement. Who published it, and when, is told once for all.
fn itself(article: &Article) -> Source {
    Source { title: Some(article.headline.clone()), ..Source::default() }
}
