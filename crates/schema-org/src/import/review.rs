//! A review, and the claim that it reviews.

use document::json::Node;
use document::model::{Language, Review, Source, Speaker, SpeakerType, Statement, Words};
use document::web_url::WebUrl;

use super::graph::{At, id};
use super::place::{Place, shortened};
use super::reader::Reader;
use crate::remark::{Fault, RepairKind};

/// If the claims so far have this many speakers and sources, no further claim of a review is read.
const MOST_STATEMENTS: usize = 100;

/// The most characters of a claim that a remark repeats.
const MOST_OF_CLAIM: usize = 80;

/// A claim, its speakers, and its reviews.
#[derive(Default)]
pub struct Claimed {
    /// The claim's id in the document that was exported, with its path.
    pub id: Option<(String, String)>,
    pub text: String,
    pub statements: Vec<Said>,
    pub reviews: Vec<Review>,
}

/// A statement and its speaker.
#[derive(Clone, PartialEq)]
pub struct Said {
    pub statement: Statement,
    pub speaker: Option<Speaker>,
}

impl<'graph> Reader<'graph> {
    /// The claim of a `ClaimReview`, with that review; `None` if it does not say what was reviewed.
    pub fn review(&mut self, review: &At<'graph>) -> Option<Claimed> {
        let items = self.values(review, "itemReviewed");
        let claimed = self.values(review, "claimReviewed");
        let Some(text) = self.claim_text(&claimed, &items) else {
            let is_other = claimed.iter().any(|value| !matches!(value.node, Node::String(_)));
            let fault = if is_other { Fault::NoText } else { Fault::NothingReviewed };
            self.notes.remark(review.path.key("claimReviewed"), fault);
            return None;
        };
        let items = self.about(&text, claimed, items);
        let id = items.iter().find_map(claim_id);
        let mut claimed = Claimed { id, text, ..Claimed::default() };
        for item in &items {
            if claimed.statements.len() >= MOST_STATEMENTS {
                self.further(item);
                break;
            }
            self.other_text(item, &claimed.text);
            let statements = self.statements(item, &claimed.text, &[]);
            claimed.statements.extend(statements);
        }
        let by = self.reviewers(review);
        if by.is_empty() {
            self.notes.remark(review.path.key("author").key("name"), Fault::UnsignedReview);
            // This reports the rating, too, so it is read without a report.
            let notes = std::mem::take(&mut self.notes);
            self.rating(review, &mut Review::default());
            self.notes = notes;
            return Some(claimed);
        }
        let mut rated = Review { by: by.join(", "), ..Review::default() };
        rated.url = self.url(review, "url");
        rated.published = self.date(review, "datePublished");
        self.rating(review, &mut rated);
        claimed.reviews.push(rated);
        Some(claimed)
    }

    /// The content of `claimReviewed`, a text or a `Claim`; if there is none, the claim in `itemReviewed`.
    fn claim_text(&mut self, claimed: &[At<'graph>], items: &[At<'graph>]) -> Option<String> {
        let mut found = None;
        for value in claimed {
            let text = match self.text_of(value) {
                Some(text) => Some(text),
                None => self.text(value, &["text", "name"]),
            };
            match (&found, text) {
                (None, text) => found = text,
                (Some(known), Some(text)) if *known != text => self.further(value),
                _ => (),
            }
        }
        found.or_else(|| items.iter().find_map(|item| self.text_of_claim(item)))
    }

    /// What is said of this claim: the reviewed items, and `claimReviewed` where it is an object. A review may be of several claims; what is
    /// said of the others must not be shown with this one, and is reported.
    fn about(&mut self, claim: &str, claimed: Vec<At<'graph>>, mut items: Vec<At<'graph>>) -> Vec<At<'graph>> {
        let has_text = !claimed.is_empty();
        // A text in another language may be of the same claim.
        let in_one_language = claimed.iter().filter(|value| value.node.at("@language").is_none());
        let are_several = in_one_language.filter_map(|value| self.words(value, true)).any(|words| words != claim);
        for value in claimed {
            let is_object = matches!(value.node, Node::Object(_)) && value.node.at("@value").is_none();
            let identity = self.graph.identity(&value);
            if is_object && items.iter().all(|item| self.graph.identity(item) != identity) {
                items.push(value);
            }
        }
        let words: Vec<_> = items.iter().map(|item| self.words(item, !has_text)).collect();
        let is_this = |words: &&String| *words == claim;
        let mut others = words.iter().flatten().filter(|words| !is_this(words));
        let other = others.next();
        // One item in other words is the claim; two are two claims.
        let is_reworded = !are_several
            && !words.iter().flatten().any(|words| is_this(&words))
            && others.all(|one| Some(one) == other);
        let are_several = are_several || other.is_some() && !is_reworded;
        let is_alone = items.len() == 1;
        let mut about = Vec::new();
        for (item, words) in items.into_iter().zip(&words) {
            match words {
                Some(words) if words != claim && !is_reworded => {
                    self.remark(&item, Fault::OtherClaim(shortened(words, MOST_OF_CLAIM)));
                }
                None if are_several && !is_alone => self.remark(&item, Fault::WhichClaim),
                _ => about.push(item),
            }
        }
        about
    }

    /// The words of a claim, which are read, and their changes reported, elsewhere. A `Claim` in `itemReviewed` may have a name beside its text.
    fn words(&self, claim: &At<'graph>, by_name: bool) -> Option<String> {
        let of = |property| self.graph.values(claim, property).iter().find_map(|text| self.text_without_note(text));
        self.text_without_note(claim).or_else(|| of("text")).or_else(|| by_name.then(|| of("name"))?)
    }

    /// Reports a text of the reviewed item that is not the claim's, and an item that refers to nothing.
    fn other_text(&mut self, item: &At<'graph>, claim: &str) {
        if self.graph.is_dangling(item) && claim_id(item).is_none() {
            return self.remark(item, Fault::Dangling);
        }
        let mut texts = self.values(item, "text");
        if !matches!(item.node, Node::Object(_)) {
            texts.push(item.clone());
        }
        for text in texts {
            if self.text_without_note(&text).is_some_and(|other| other != claim) {
                self.further(&text);
            }
        }
    }

    pub fn text_of_claim(&mut self, claim: &At<'graph>) -> Option<String> {
        if !matches!(claim.node, Node::Object(_)) {
            return self.text_of(claim);
        }
        let is_claim = self.graph.is(claim, "Claim");
        // The name of any other work is its title.
        self.text(claim, if is_claim { &["text", "name"] } else { &["text"] })
    }

    /// The signers of a review: its authors, or else its publishers. If one has no name, the host of their address is the name.
    fn reviewers(&mut self, review: &At<'graph>) -> Vec<String> {
        let mut names = Vec::new();
        for property in ["author", "publisher"] {
            for author in self.values(review, property) {
                let name = match self.name_of(&author) {
                    Some(name) => self.host_for(name, &author.path),
                    None => self.host_of(&author),
                };
                names.extend(name.filter(|name| !names.contains(name)));
            }
            if !names.is_empty() {
                break;
            }
        }
        names
    }

    fn host_of(&mut self, desk: &At<'graph>) -> Option<String> {
        let known = self.values(desk, "url").iter().find_map(|url| url.node.as_string().map(str::to_owned));
        let address = known.or_else(|| id(desk.node).filter(|id| WebUrl::parse(id).is_some()).map(str::to_owned))?;
        let path = desk.path.key("url");
        let url = self.notes.url(&address, &path)?;
        self.notes.repair(RepairKind::Host, &desk.path, &address, &url.host());
        Some(url.host())
    }

    /// A name that is an address is replaced by its host.
    fn host_for(&mut self, name: String, path: &Place) -> Option<String> {
        let Some(url) = WebUrl::parse(&name) else { return Some(name) };
        self.notes.repair(RepairKind::Host, path, &name, &url.host());
        Some(url.host())
    }

    fn rating(&mut self, review: &At<'graph>, rated: &mut Review) {
        for (index, rating) in self.values(review, "reviewRating").into_iter().enumerate() {
            if index > 0 {
                self.further(&rating);
                continue;
            }
            if !matches!(rating.node, Node::Object(_)) {
                rated.label = self.text_of(&rating);
                continue;
            }
            rated.label = self.text(&rating, &["alternateName", "name"]);
            self.lost_unless(!self.graph.is_dangling(&rating), &rating);
            let value = self.number(&rating, "ratingValue");
            let (best, worst) = (self.number(&rating, "bestRating"), self.number(&rating, "worstRating"));
            // Without a rating, a scale has no meaning.
            let Some(value) = value else { continue };
            if value.is_on_scale(worst.as_ref(), best.as_ref()) {
                (rated.value, rated.best, rated.worst) = (Some(value), best, worst);
            } else {
                // The numbers may be in another place than the reference to them.
                let values = self.values(&rating, "ratingValue");
                let path = values.first().map_or(&rating.path, |value| &value.path);
                self.notes.remark(path.without("ratingValue"), Fault::Scale);
            }
        }
    }

    /// Who made a claim, when and where: each speaker with the source, if there is one. If there are several sources, they are separate statements,
    /// unless one speaker alone has made the claim. Without these speakers.
    fn statements(&mut self, claim: &At<'graph>, text: &str, without: &[Speaker]) -> Vec<Said> {
        let said = self.date(claim, "datePublished");
        let mut speakers = Vec::new();
        for author in self.values(claim, "author") {
            let speaker = self.speaker(&author);
            self.lost_unless(speaker.is_some(), &author);
            speakers.extend(speaker.filter(|(speaker, _)| !without.contains(speaker)));
        }
        let mut sources = Vec::new();
        for property in ["firstAppearance", "appearance"] {
            for work in self.values(claim, property) {
                let source = self.source(&work, text);
                self.lost_unless(source.is_some(), &work);
                sources.extend(source.filter(|source| !sources.contains(source)));
            }
        }
        if sources.is_empty() {
            sources.extend(self.claim_as_source(claim, text));
        }
        let mut statements: Vec<Said> = match (speakers.as_slice(), sources.as_slice()) {
            ([], sources) => sources.iter().map(|source| by(None, Some(source))).collect(),
            ([speaker], [_, ..]) => sources.iter().map(|source| by(Some(speaker), Some(source))).collect(),
            (speakers, [source]) => speakers.iter().map(|speaker| by(Some(speaker), Some(source))).collect(),
            (speakers, sources) => {
                let named = speakers.iter().map(|speaker| by(Some(speaker), None));
                named.chain(sources.iter().map(|source| by(None, Some(source)))).collect()
            }
        };
        statements.iter_mut().for_each(|one| one.statement.said = said.clone());
        statements
    }

    /// A speaker, with the details that belong to all their statements.
    pub fn speaker(&mut self, author: &At<'graph>) -> Option<(Speaker, Statement)> {
        let name = self.name_of(author)?;
        let mut speaker = Speaker { name, ..Speaker::default() };
        let mut statement = Statement::default();
        if matches!(author.node, Node::Object(_)) {
            if self.graph.is_kind(author, "Organization") {
                speaker.speaker_type = SpeakerType::Organization;
            }
            statement.role = self.text(author, &["jobTitle"]);
            statement.organization = match self.name(author, "affiliation") {
                Some(name) => Some(name),
                None => self.name(author, "worksFor"),
            };
            speaker.url = self.url(author, "url");
            if speaker.url.is_none() {
                speaker.url = self.url(author, "sameAs");
            }
            speaker.image = self.picture(author, "image").map(|url| url.as_str().to_owned());
            if speaker.image.is_some() {
                let picture = self.values(author, "image").into_iter().next();
                speaker.image_credit = picture.and_then(|picture| self.text(&picture, &["creditText"]));
            }
        }
        Some((speaker, statement))
    }

    /// The source of a claim: a work, or only its address or title.
    pub fn source(&mut self, work: &At<'graph>, claim: &str) -> Option<Source> {
        let mut source = Source::default();
        if let Node::Object(_) = work.node
            && work.node.at("@value").is_none()
        {
            source.title = self.text(work, &["headline", "name"]).filter(|title| title != claim);
            source.url = match self.values(work, "url").is_empty() {
                true => id(work.node).and_then(WebUrl::parse),
                false => self.url(work, "url"),
            };
            source.publisher = self.name(work, "publisher");
            source.published = self.date(work, "datePublished");
        } else {
            let text = self.text_of(work)?;
            source.url = WebUrl::parse(&text);
            source.title = source.url.is_none().then_some(text);
        }
        (source != Source::default()).then_some(source)
    }

    /// The reviewed item may be the work that contains the claim, and a claim may have an address of its own.
    fn claim_as_source(&mut self, claim: &At<'graph>, text: &str) -> Option<Source> {
        if !matches!(claim.node, Node::Object(_)) {
            return None;
        }
        if self.graph.is(claim, "Claim") {
            let url = self.url(claim, "url")?;
            return Some(Source { url: Some(url), ..Source::default() });
        }
        let mut source = self.source(claim, text)?;
        // The date belongs to the statement.
        source.published = None;
        (source != Source::default()).then_some(source)
    }

    /// A claim outside a review, with the words of its speakers, as in exported documents.
    pub fn claim(&mut self, claim: &At<'graph>) -> Option<Claimed> {
        let text = self.text_of_claim(claim)?;
        let mut claimed = Claimed { id: claim_id(claim), text, ..Claimed::default() };
        for quotation in self.values(claim, "subjectOf") {
            match self.graph.is(&quotation, "Quotation") {
                true => claimed.statements.extend(self.quotation(&quotation)),
                false => self.lost_unless(false, &quotation),
            }
        }
        // Those whose words are there are authors of the claim, too.
        let quoted: Vec<_> = claimed.statements.iter().filter_map(|said| said.speaker.clone()).collect();
        let others = self.statements(claim, &claimed.text, &quoted);
        claimed.statements.extend(others);
        for work in self.values(claim, "citation") {
            let source = self.source(&work, "");
            self.lost_unless(source.is_some(), &work);
            claimed.statements.extend(source.as_ref().map(|source| by(None, Some(source))));
        }
        Some(claimed)
    }

    fn quotation(&mut self, quotation: &At<'graph>) -> Option<Said> {
        let text = self.text(quotation, &["text"])?;
        let spans = text.split(" […] ").map(str::to_owned).collect();
        let speaker = self.only(quotation, "spokenByCharacter").and_then(|speaker| self.speaker(&speaker));
        let (speaker, mut statement) = match speaker {
            Some((speaker, statement)) => (Some(speaker), statement),
            None => (None, Statement::default()),
        };
        statement.quote = Words::new(spans).or_else(|| Words::new(vec![text]));
        statement.language = self.language(quotation, "inLanguage");
        let original = self.only(quotation, "translationOfWork");
        statement.translated_from = original.and_then(|original| self.language(&original, "inLanguage"));
        statement.said = self.date(quotation, "dateCreated");
        statement.source = self.only(quotation, "isBasedOn").and_then(|work| self.source(&work, ""));
        Some(Said { statement, speaker })
    }

    /// The first value of a property; the further ones are reported.
    fn only(&mut self, thing: &At<'graph>, property: &str) -> Option<At<'graph>> {
        let mut values = self.values(thing, property).into_iter();
        let first = values.next();
        values.for_each(|value| self.further(&value));
        first
    }

    pub fn language_of(&mut self, thing: &At<'graph>) -> Option<Language> {
        self.language(thing, "inLanguage")
    }
}

fn by(speaker: Option<&(Speaker, Statement)>, source: Option<&Source>) -> Said {
    let (speaker, statement) = speaker.cloned().unzip();
    Said { statement: Statement { source: source.cloned(), ..statement.unwrap_or_default() }, speaker }
}

/// The id, taken from the address of a card, with its path.
fn claim_id(at: &At) -> Option<(String, String)> {
    let (_, id) = id(at.node)?.split_once("#claim-")?;
    (!id.is_empty()).then(|| (id.to_owned(), at.path.key("@id").to_string()))
}
