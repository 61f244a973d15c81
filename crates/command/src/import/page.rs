//! Makes a document of a page's ClaimReview and of what the page says about itself.

use article::{Metadata, Source, metadata};
use document::model::{Article, Language};
use document::problem::Severity;
use document::web_url::WebUrl;
use schema_org::{Fault, Imported, Notes, Remark, RepairKind, import_page, mended, unread};

/// The document of a page that has these JSON-LD blocks.
///
/// # Errors
///
/// What is wrong with the blocks, if none has a review that can be shown.
pub(super) fn imported(source: &str, blocks: &[String]) -> Result<Imported, Vec<Remark>> {
    let blocks: Vec<_> = blocks.iter().map(String::as_str).collect();
    let metadata = Source::of(source).metadata_with(blocks.iter().filter_map(|block| mended(block)).collect());
    let in_attributes = in_attributes(&metadata);
    let mut notes = Notes::default();
    let mut imported = match import_page(&blocks, article_of(&metadata, &mut notes)) {
        Ok(imported) => imported,
        Err(mut remarks) => {
            remarks.extend(in_attributes);
            return Err(remarks);
        }
    };
    if imported.document.article.headline.is_empty() {
        imported.document.article.headline = headline(&imported.document.article, &metadata, &mut notes);
    }
    imported.remarks.extend(notes.remarks);
    imported.repairs.extend(notes.repairs);
    imported.remarks.extend(unread(&blocks, true));
    imported.remarks.extend(in_attributes);
    Ok(imported)
}

/// What is wrong with a page that has no JSON-LD.
pub(super) fn without_blocks(source: &str) -> Remark {
    let mut text = "this page has no script of type application/ld+json, where ClaimReview is looked for".to_owned();
    if in_attributes(&metadata(source)).is_some() {
        text += "; its ClaimReview is in the attributes of its tags (microdata or RDFa), which is not read";
    }
    let fault = Fault::Other { code: "no-claim-review", severity: Severity::Error, text };
    Remark { fault, path: String::new() }
}

/// The report on ClaimReview in the attributes of tags.
fn in_attributes(metadata: &Metadata) -> Option<Remark> {
    let text = "the page has ClaimReview in the attributes of its tags too (microdata or RDFa), which is not read; if it is another review \
                than those of the scripts, write it as JSON-LD";
    let fault = Fault::Other { code: "attributes", severity: Severity::Warning, text: text.to_owned() };
    metadata.has_review_in_attributes.then_some(Remark { fault, path: String::new() })
}

/// What the page says about its article, in the form that documents need.
fn article_of(metadata: &Metadata, notes: &mut Notes) -> Article {
    let Metadata { headline, url, publisher, published, updated, language, .. } = metadata;
    let parsed = language.as_deref().and_then(Language::parse);
    if language.is_some() && parsed.is_none() {
        notes.remark("page.language", Fault::UnusableValue);
    }
    Article {
        headline: headline.clone().unwrap_or_default(),
        url: url.as_ref().and_then(|url| notes.url(url, "page.url")),
        publisher: publisher.clone(),
        published: published.as_ref().and_then(|date| notes.date(date, "page.published")),
        updated: updated.as_ref().and_then(|date| notes.date(date, "page.updated")),
        language: parsed,
        ..Article::default()
    }
}

/// The title of the page of an article without a headline; if the page has none, the host of its address.
fn headline(article: &Article, metadata: &Metadata, notes: &mut Notes) -> String {
    let Some(title) = &metadata.title else {
        return article.url.as_ref().map(WebUrl::host).unwrap_or("ClaimReview".to_owned());
    };
    let headline = without_publisher(title, metadata.publisher.as_deref().unwrap_or_default());
    notes.repair(RepairKind::Headline, "title", title, headline);
    headline.to_owned()
}

/// A title without the name of the publisher at its end, if the page says elsewhere that this is the publisher's name.
fn without_publisher<'title>(title: &'title str, publisher: &str) -> &'title str {
    let rest = title.strip_suffix(publisher).filter(|rest| rest.len() < title.len());
    let headline =
        rest.and_then(|rest| [" | ", " - ", " – ", " — ", " · "].iter().find_map(|mark| rest.strip_suffix(mark)));
    headline.filter(|headline| !headline.is_empty()).unwrap_or(title)
}
