//! Makes source links that lead to the exact words, for HTML that is shown without the widget.

use document::model::{Article, Document, Source, Statement};
use document::web_url::WebUrl;
use quotes::{Quote, Text};

/// Gives each statement that was published in the article a source that links to its words there, with a text fragment.
/// Sources stay unchanged if the document does not have the address and the text of the article, or if the words cannot
/// be located unambiguously.
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

/// Returns the address of a statement's words in the article: the quote, or else the reported words.
fn place(statement: &Statement, text: &Text, address: &WebUrl) -> Option<WebUrl> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?;
    let (prefix, suffix) = (statement.prefix.as_deref(), statement.suffix.as_deref());
    let fragment = text.fragment(&Quote { spans: words.spans(), prefix, suffix })?;
    address.join(&format!("#{fragment}"))
}

/// Makes the article a source of one statement. Its publisher and date are left out because they are shown once for all
/// cards.
fn itself(article: &Article) -> Source {
    Source { title: Some(article.headline.clone()), ..Source::default() }
}
