//! Which portraits may load: no reader's visit is told to a third party.

use crate::model::Document;
use crate::web_url::WebUrl;

/// Makes every portrait's address absolute, and drops those that come neither from the document's origin nor from the
/// page's. Their speakers are shown by their initials.
pub fn keep_own(document: &mut Document, document_url: &WebUrl, page_url: &WebUrl) {
    for speaker in document.speakers.values_mut() {
        let address = speaker.image.take().and_then(|image| document_url.join(&image));
        speaker.image = address
            .filter(|image| image.same_origin(document_url) || image.same_origin(page_url))
            .map(|image| image.as_str().to_owned());
    }
}
