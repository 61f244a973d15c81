//! Decides which portraits may load. No third party learns of a reader's visit.

use crate::model::Document;
use crate::web_url::WebUrl;

/// Makes every portrait's address absolute, and removes addresses that have neither the document's origin nor the
/// page's. The initials of those speakers are shown instead.
///
/// An address that is not a web address, such as `blob:` or `file:`, never counts as the same origin.
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

/// A placeholder for a page's unknown address. Its path is deep, so that addresses with many `../` resolve, too.
pub const PAGE: &str = "https://page.invalid/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/";

/// Does the same as [`keep_own`] for a page whose address is unknown. Addresses relative to the page stay relative.
/// `src` is the document's address, absolute or relative to the page.
pub fn keep_own_of_any_page(document: &mut Document, src: &str) {
    for speaker in document.speakers.values_mut() {
        // An address in the document with the placeholder's host belongs to no real page.
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
