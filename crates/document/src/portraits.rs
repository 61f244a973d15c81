//! Which portraits may load: no reader's visit is told to a third party.

use crate::model::Document;
use crate::web_url::WebUrl;

/// Makes every portrait's address absolute, and drops those that come neither from the document's origin nor from the
/// page's. Their speakers are shown by their initials.
///
/// An address that is not one of the web, such as `blob:` or `file:`, is nobody's origin.
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

/// Stands for the address of a page that nobody knows yet, with room for pages far down in its folders.
pub const PAGE: &str = "https://page.invalid/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/";

/// As [`keep_own`] on a page whose address nobody knows yet: what is relative to it stays so. `src` is the document's address, absolute
/// or relative to the page.
pub fn keep_own_of_any_page(document: &mut Document, src: &str) {
    for speaker in document.speakers.values_mut() {
        // A document that names the stand-in means no page of anybody's.
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
