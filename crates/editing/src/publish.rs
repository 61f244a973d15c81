//! What is pasted into a page.

use draft_document::slug;

/// The two lines that show the cards of a document in a page: `script` is the address of the widget, `src` that of the document.
pub fn two_lines(script: &str, src: &str) -> String {
    let (script, src) = (attribute(script), attribute(src));
    format!("<script type=\"module\" async src=\"{script}\"></script>\n<fact-cards src=\"{src}\"></fact-cards>\n")
}

/// A text for an attribute in double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The name of a file for a headline, without its ending.
pub fn file_stem(headline: &str) -> String {
    slug(headline, "cards")
}
