//! Writes the JSON of a document without serde, which would add five kilobytes.

use document::json::Node;
use document::model::{Claim, Date, Document, Language, Review, Source, Speaker, SpeakerType, Statement, VERSION};
use document::web_url::WebUrl;

/// A document made from reviews, with every field that such a document may have.
pub fn document(document: &Document) -> Node {
    let article = &document.article;
    let mut head = Fields::default();
    head.text("headline", Some(&article.headline));
    head.text("url", article.url.as_ref().map(WebUrl::as_str));
    head.text("publisher", article.publisher.as_deref());
    head.text("published", article.published.as_ref().map(Date::as_str));
    head.text("updated", article.updated.as_ref().map(Date::as_str));
    head.text("language", article.language.as_ref().map(Language::as_str));
    let keys = document.speakers.keys().map(str::to_owned);
    let speakers = keys.zip(document.speakers.values().map(speaker)).collect();
    let mut fields = Fields::default();
    fields.put("version", Node::Number(VERSION.to_string()));
    fields.put("article", head.node());
    fields.put("speakers", Node::Object(speakers));
    fields.put("claims", Node::Array(document.claims.iter().map(claim).collect()));
    fields.node()
}

fn speaker(speaker: &Speaker) -> Node {
    let mut fields = Fields::default();
    fields.text("name", Some(&speaker.name));
    fields.text("type", (speaker.speaker_type != SpeakerType::Person).then_some("organization"));
    fields.text("url", speaker.url.as_ref().map(WebUrl::as_str));
    fields.text("image", speaker.image.as_deref());
    fields.text("image_credit", speaker.image_credit.as_deref());
    fields.node()
}

fn claim(claim: &Claim) -> Node {
    let mut fields = Fields::default();
    fields.text("id", Some(&claim.id));
    fields.text("text", Some(&claim.text));
    fields.put("statements", Node::Array(claim.statements.iter().map(statement).collect()));
    fields.put("reviews", Node::Array(claim.reviews.iter().map(review).collect()));
    fields.node()
}

fn statement(statement: &Statement) -> Node {
    let mut fields = Fields::default();
    fields.text("speaker", statement.speaker.as_deref());
    fields.text("role", statement.role.as_deref());
    fields.text("organization", statement.organization.as_deref());
    if let Some(quote) = &statement.quote {
        fields.put("quote", Node::Array(quote.spans().iter().map(|span| Node::String(span.clone())).collect()));
    }
    fields.text("language", statement.language.as_ref().map(Language::as_str));
    fields.text("translated_from", statement.translated_from.as_ref().map(Language::as_str));
    fields.text("said", statement.said.as_ref().map(Date::as_str));
    if let Some(of) = &statement.source {
        fields.put("source", source(of));
    }
    fields.node()
}

fn source(source: &Source) -> Node {
    let mut fields = Fields::default();
    fields.text("title", source.title.as_deref());
    fields.text("url", source.url.as_ref().map(WebUrl::as_str));
    fields.text("publisher", source.publisher.as_deref());
    fields.text("published", source.published.as_ref().map(Date::as_str));
    fields.node()
}

fn review(review: &Review) -> Node {
    let mut fields = Fields::default();
    fields.text("by", Some(&review.by));
    fields.text("url", review.url.as_ref().map(WebUrl::as_str));
    fields.text("published", review.published.as_ref().map(Date::as_str));
    fields.text("label", review.label.as_deref());
    for (key, number) in [("value", &review.value), ("best", &review.best), ("worst", &review.worst)] {
        if let Some(number) = number {
            fields.put(key, Node::Number(number.as_str().to_owned()));
        }
    }
    fields.node()
}

/// A JSON object that is being written.
#[derive(Default)]
struct Fields(Vec<(String, Node)>);

impl Fields {
    fn put(&mut self, key: &str, node: Node) {
        self.0.push((key.to_owned(), node));
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.put(key, Node::String(text.to_owned()));
        }
    }

    fn node(self) -> Node {
        Node::Object(self.0)
    }
}

#[cfg(test)]
mod tests {
    use document::decode::decode;
    use schema_org::import_claim_reviews;

    #[test]
    fn the_json_is_the_same_as_with_serde() {
        let page = r##"{"@type": "NewsArticle", "headline": "A", "url": "https://a.example/", "publisher": {"name": "P"}, "datePublished": "2020",
            "dateModified": "2021", "inLanguage": "en", "mentions": {"@type": "Claim", "@id": "#claim-a", "text": "C", "subjectOf": {"@type": "Quotation",
            "text": "Q […] R", "inLanguage": "de", "translationOfWork": {"inLanguage": "fr"}, "isBasedOn": {"name": "S", "url": "https://s.example/",
            "publisher": "T", "datePublished": "2019"}, "spokenByCharacter": {"@type": "Organization", "name": "O", "url": "https://o.example/",
            "image": {"@type": "ImageObject", "url": "https://o.example/o.png", "creditText": "Jo"}}},
            "author": {"name": "Ada", "jobTitle": "engineer", "affiliation": "City"}, "review": {"@type": "ClaimReview", "claimReviewed": "C",
            "author": "Desk", "url": "https://d.example/", "datePublished": "2022", "reviewRating": {"ratingValue": 4.50, "bestRating": 5,
            "worstRating": 1, "alternateName": "Half"}, "itemReviewed": {"datePublished": "2018", "author": "Ben"}}}}"##;
        let imported = import_claim_reviews(page).unwrap().remove(0);
        let written = decode(&super::document(&imported.document).to_string()).unwrap();
        assert_eq!(written.problems, []);
        assert_eq!(written.document, imported.document);
        assert_eq!(written.document.claims[0].statements.len(), 3);
    }
}
