//! Which portraits may load, so that no third party learns of a reader's visit.

use crate::model::Document;
use crate::web_url::WebUrl;

/// Makes every portrait's address absolute, and removes addresses that have neither the document's origin nor the
/// page's. The initials of those speakers are shown instead.
///
/// Addresses such as `blob:` or `file:` have no origin, and so are dropped.
pub fn keep_own(document: &mut Document, document_address: &str, page_address: &str) {
    let own = [WebUrl::parse(document_address), WebUrl::parse(page_address)];
    let base = own.iter().flatten().next();
    for speaker in document.speakers.values_mut() {
        let address = speaker.image.take().and_then(|image| match base {
            Some(base) => base.join(&image),
            None => WebUrl::parse(&image),
        });
        let is_own = |image: &WebUrl| own.iter().flatten().any(|origin| image.same_origin(origin));
        speaker.image = address.filter(is_own).map(|image| image.as_str().to_owned());
    }
}

/// A placeholder for the address of a page that is not known yet, in a folder deep enough for any relative address.
pub const PAGE: &str = "https://page.invalid/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/";

/// Like [`keep_own`], for a page whose address is not known yet: addresses that are relative to it stay relative. `src` is the document's
/// address, absolute or relative to the page.
pub fn keep_own_of_any_page(document: &mut Document, src: &str) {
    for speaker in document.speakers.values_mut() {
        // A document that names the placeholder itself has no real address there.
        speaker.image.take_if(|image| image.contains("page.invalid"));
    }
    let page = WebUrl::parse(PAGE);
    let address = page.as_ref().and_then(|page| page.join(src));
    keep_own(document, address.as_ref().map_or("", WebUrl::as_str), PAGE);
    for speaker in document.speakers.values_mut() {
        let image = speaker.image.take().and_then(|image| WebUrl::parse(&image));
        speaker.image = image.and_then(|image| match &page {
            Some(page) if page.same_origin(&image) => page.relative(&image),
            _ => Some(image.as_str().to_owned()),
        });
    }
}
