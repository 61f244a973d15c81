//! What is pasted into a page.

use draft_document::slug;

use super::{Decision, Work, spans};

/// The two lines that show the cards of a document in a page: `script` is the address of the widget, `src` that of the document. The element has
/// the first quotation of an accepted card in it, or that card's claim, for readers whose browsers run no scripts, and for feeds.
pub fn two_lines(script: &str, src: &str, work: &Work) -> String {
    let (script, src) = (escaped(script), escaped(src));
    let accepted = || work.cards().iter().filter(|card| card.decision == Decision::Accepted);
    let quotes = accepted().flat_map(|card| card.statements()).map(|statement| spans(statement, "quote").join(" […] "));
    let quote = quotes.map(|quote| format!("<q>{}</q>", escaped(&quote))).find(|quote| quote.len() > "<q></q>".len());
    let words = quote.or_else(|| Some(escaped(accepted().next()?.text()))).unwrap_or_default();
    format!(
        "<script type=\"module\" async src=\"{script}\"></script>\n<fact-cards src=\"{src}\">{words}</fact-cards>\n"
    )
}

/// A text for HTML, also for an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The name of a file for a headline, without its ending.
pub fn file_stem(headline: &str) -> String {
    slug(headline, "cards")
}
