//! Exports a document in the vocabulary of [schema.org](https://schema.org): for search engines and archives.
//!
//! It says only what the cards say. If schema.org has no suitable property, or one that would say too much, the fact is left out.

use std::collections::HashSet;

use serde_json::{Map, Value};

use document::model::{
    Article, Claim, Date, Document, Language, Number, Review, Source, SpeakerType, Stance, Statement, Words,
};
use document::web_url::WebUrl;

use crate::import::encoded;

/// The JSON-LD of a document: a `NewsArticle` that mentions `Claim`s. The same document gives the same text in every build.
///
/// A claim's `@id` is its address, `#claim-<id>`: on the article's page if the document gives its address, otherwise relative to
/// the page that contains the JSON-LD. Nothing in it is empty or null, and numbers keep their digits.
///
/// Texts that look like HTML (`<b>`, `&amp;`) have character references, because those who read JSON-LD decode them.
///
/// It is JSON, not HTML: inside a `<script>`, each `<` must be written as `\u003c`.
pub fn json_ld(document: &Document) -> Value {
    let Article { url, published, .. } = &document.article;
    let mut article = Value::from(
        Thing::a("NewsArticle")
            .with("@context", "https://schema.org")
            .with("url", url.as_ref().map(WebUrl::as_str))
            .with("datePublished", published.as_ref().map(Date::as_str))
            .with_article(&document.article)
            .with_all("mentions", document.claims.iter().map(|claim| claimed(document, claim))),
    );
    // Whether serde_json keeps the order of properties depends on features that other crates switch on.
    article.sort_all_objects();
    article
}

/// The reviews of a document's claims, each as a separate `ClaimReview`: with the claim, its speakers and its sources, and the article if
/// the review is the article or has no address. Claims without a review are left out.
pub fn claim_reviews(document: &Document) -> Value {
    let each = document.claims.iter().flat_map(|claim| claim.reviews.iter().map(move |review| (claim, review)));
    let reviews = each.map(|(claim, review)| {
        claim_review(document, claim, review)
            .with("@context", "https://schema.org")
            .with("itemReviewed", item_reviewed(document, claim))
            .with_page(document, review)
    });
    let mut reviews = Value::Array(reviews.map(Value::from).collect());
    reviews.sort_all_objects();
    reviews
}

/// The reviewed claim: who made it, where and when. Each speaker and source is listed once; the date only if all statements have the same.
fn item_reviewed(document: &Document, claim: &Claim) -> Thing {
    let mut sources: Vec<&Source> = Vec::new();
    for source in claim.statements.iter().filter_map(|statement| statement.source.as_ref()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let said = claim.statements.first().and_then(|statement| statement.said.as_ref());
    let is_one_date = claim.statements.iter().all(|statement| statement.said.as_ref() == said);
    Thing::a("Claim")
        .with("@id", claim_address(document, claim))
        .with("text", encoded(&claim.text))
        .with("datePublished", said.filter(|_| is_one_date).map(Date::as_str))
        .with_all("author", authors(document, claim))
        .with_all("appearance", sources.into_iter().map(published_work))
}

fn claimed(document: &Document, claim: &Claim) -> Thing {
    let quotations = claim.statements.iter().filter_map(|statement| quotation(document, statement));
    // The source of a quote belongs to the quotation; the source of reported words belongs to the claim.
    let reported = claim.statements.iter().filter(|statement| statement.quote.is_none());
    let sources = reported.filter_map(|statement| statement.source.as_ref()).map(published_work);
    let is_told = is_one_occasion(claim);
    let said = claim.statements.iter().filter(|statement| statement.quote.is_none()).find_map(|one| one.said.as_ref());
    Thing::a("Claim")
        .with("@id", claim_address(document, claim))
        .with("text", encoded(&claim.text))
        .with("datePublished", said.filter(|_| is_told).map(Date::as_str))
        .with_all("author", authors(document, claim))
        .with_all("subjectOf", quotations)
        .with_all(if is_told { "appearance" } else { "citation" }, sources)
        .with_all("review", claim.reviews.iter().map(|review| claim_review(document, claim, review)))
}

/// Whether `author`, `appearance` and `datePublished` of a claim say what its statements without a quote say: who made it where and when. A
/// claim has one date, and does not say which author has made it in which place: so either one speaker has made it in each, or all in the same.
fn is_one_occasion(claim: &Claim) -> bool {
    let quoted = |speaker| claim.statements.iter().any(|one| one.quote.is_some() && one.speaker == speaker);
    let told: Vec<_> = claim.statements.iter().filter(|statement| statement.quote.is_none()).collect();
    let Some(first) = told.first() else { return true };
    let have_one = |is_same: &dyn Fn(&Statement) -> bool| told.iter().all(|one| is_same(one));
    let make_it = have_one(&|one| matches!(one.stance, None | Some(Stance::Affirms)) && !quoted(one.speaker.clone()));
    let have_sources = have_one(&|one| one.source.is_some()) || told.len() == 1;
    let by_one = have_one(&|one| {
        (&one.speaker, &one.role, &one.organization) == (&first.speaker, &first.role, &first.organization)
    });
    make_it
        && have_one(&|one| one.said == first.said)
        && (by_one && have_sources || have_one(&|one| one.source == first.source))
}

/// The address of the claim on the article's page; relative if the document does not give the page's address.
fn claim_address(document: &Document, claim: &Claim) -> String {
    let fragment = format!("#claim-{}", claim.id);
    let absolute = document.article.url.as_ref().and_then(|url| url.join(&fragment));
    absolute.map_or(fragment, |url| url.as_str().to_owned())
}

/// The people who make the claim, each once, with the role of their first statement.
///
/// People who deny it in any statement do not make it, and people who only comment on it may not.
fn authors(document: &Document, claim: &Claim) -> impl Iterator<Item = Thing> {
    let denying = claim.statements.iter().filter(|statement| statement.stance == Some(Stance::Denies));
    let mut done_with: HashSet<_> = denying.filter_map(|statement| statement.speaker.as_deref()).collect();
    let making = claim.statements.iter().filter(|statement| matches!(statement.stance, None | Some(Stance::Affirms)));
    making
        .filter(move |statement| statement.speaker.as_deref().is_some_and(|key| done_with.insert(key)))
        .filter_map(|statement| speaker(document, statement))
}

/// The speaker's own words; `None` without a quote, because reported words are the article's.
fn quotation(document: &Document, statement: &Statement) -> Option<Thing> {
    let quote = statement.quote.as_ref()?;
    let language = statement.language.as_ref().or(document.article.language.as_ref());
    let original = statement.translated_from.as_ref();
    Some(
        Thing::a("Quotation")
            .with("text", text_of(quote))
            .with("spokenByCharacter", speaker(document, statement))
            .with("inLanguage", language.map(Language::as_str))
            // Without this, the words would seem to have been said in this language.
            .with(
                "translationOfWork",
                original.map(|language| Thing::a("Quotation").with("inLanguage", language.as_str())),
            )
            .with("dateCreated", statement.said.as_ref().map(Date::as_str))
            .with("isBasedOn", statement.source.as_ref().map(published_work)),
    )
}

/// The spans as the cards show them, with a mark for words that are left out.
fn text_of(words: &Words) -> String {
    encoded(&words.spans().join(" […] "))
}

/// The speaker, in the role of that time; `None` if the document does not name one.
fn speaker(document: &Document, statement: &Statement) -> Option<Thing> {
    let speaker = document.speakers.get(statement.speaker.as_deref()?)?;
    let url = speaker.url.as_ref().map(WebUrl::as_str);
    match speaker.speaker_type {
        SpeakerType::Person => {
            let role = statement.role.as_deref().or(speaker.role.as_deref());
            let affiliation = statement.organization.as_deref().or(speaker.organization.as_deref());
            Some(
                Thing::a("Person")
                    .with("name", encoded(&speaker.name))
                    .with("url", url)
                    .with("jobTitle", role.map(encoded))
                    .with("affiliation", affiliation.map(organization)),
            )
        }
        // An organization has no job title, and it need not belong to the organization for which it speaks.
        SpeakerType::Organization | SpeakerType::Group => Some(organization(&speaker.name).with("url", url)),
    }
}

fn organization(name: &str) -> Thing {
    Thing::a("Organization").with("name", encoded(name))
}

fn published_work(source: &Source) -> Thing {
    Thing::a("CreativeWork")
        .with("name", source.title.as_deref().map(encoded))
        .with("url", source.url.as_ref().map(WebUrl::as_str))
        .with("publisher", source.publisher.as_deref().map(organization))
        .with("datePublished", source.published.as_ref().map(Date::as_str))
}

/// schema.org requires that the author of a `ClaimReview` is the organization behind it.
fn claim_review(document: &Document, claim: &Claim, review: &Review) -> Thing {
    let rating = Thing::a("Rating")
        .with("ratingValue", review.value.as_ref().and_then(number))
        .with("bestRating", review.best.as_ref().and_then(number))
        .with("worstRating", review.worst.as_ref().and_then(number))
        .with("alternateName", review.label.as_deref().map(encoded));
    Thing::a("ClaimReview")
        .with("claimReviewed", encoded(&claim.text))
        .with("itemReviewed", Thing::a("Claim").with("@id", claim_address(document, claim)))
        .with("author", organization(&review.by))
        .with("url", review.url.as_ref().map(WebUrl::as_str))
        .with("datePublished", review.published.as_ref().map(Date::as_str))
        .with("reviewRating", rating)
}

/// With the same digits as in the document.
fn number(number: &Number) -> Option<serde_json::Number> {
    number.as_str().parse().ok()
}

/// The number of properties of a thing of which only the type is known.
const TYPE_ALONE: usize = 1;

/// A schema.org thing that is being built.
struct Thing(Map<String, Value>);

impl Thing {
    fn a(schema_type: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), schema_type.into())]))
    }

    /// Sets a property, unless the value is missing.
    fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let says_something = match &value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            Value::Array(values) => !values.is_empty(),
            Value::Object(properties) => properties.len() > TYPE_ALONE,
            Value::Bool(_) | Value::Number(_) => true,
        };
        if says_something {
            self.0.insert(property.to_owned(), value);
        }
        self
    }

    /// What an article says of itself beside its address and date.
    fn with_article(self, Article { headline, publisher, updated, language, .. }: &Article) -> Self {
        self.with("headline", encoded(headline))
            .with("publisher", publisher.as_deref().map(organization))
            .with("dateModified", updated.as_ref().map(Date::as_str))
            .with("inLanguage", language.as_ref().map(Language::as_str))
    }

    /// The article, if it is the review itself, or if nothing says where else the review is.
    fn with_page(self, document: &Document, review: &Review) -> Self {
        let article = &document.article;
        match (&review.url, &article.url) {
            (Some(of_review), Some(of_article)) if of_review == of_article => self.with_article(article),
            (None, Some(url)) => {
                let page = Thing::a("NewsArticle").with("url", url.as_str());
                let page = page.with("datePublished", article.published.as_ref().map(Date::as_str));
                self.with("isPartOf", page.with_article(article))
            }
            _ => self,
        }
    }

    /// Sets a property to a list with one thing for each of these.
    fn with_all(self, property: &str, things: impl Iterator<Item = Self>) -> Self {
        let things = things.filter(|thing| thing.0.len() > TYPE_ALONE);
        self.with(property, things.map(Value::from).collect::<Vec<_>>())
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}
