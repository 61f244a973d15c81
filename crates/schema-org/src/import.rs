//! Documents from data that newsrooms already have: schema.org's `ClaimReview`, as JSON-LD in their pages.

mod block;
mod date;
mod google;
mod graph;
mod markup;
mod place;
mod rating;
mod reader;
mod review;
mod unread;

use document::json::Node;
use document::model::{Article, Claim, Document, Speaker, SpeakerType, Speakers, Statement};
use document::problem::Severity;
use document::web_url::WebUrl;

use crate::remark::{Fault, Remark, Repair, RepairKind};
pub use google::import_google;
use graph::{At, Graph, children, most_work};
pub use markup::encoded;
use place::Place;
pub use place::shortened;
pub use reader::Notes;
use reader::Reader;
use review::{Claimed, Said};
pub use unread::unread;

/// An imported document, with a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    pub document: Document,
    /// What the document lacks, or has in a faulty form.
    pub remarks: Vec<Remark>,
    /// What the document has in another form than the source.
    pub repairs: Vec<Repair>,
    /// The number of reviews that were left out.
    pub left_out: usize,
}

/// Makes one document of the [`ClaimReview`](https://schema.org/ClaimReview)s in a page. All its JSON-LD blocks are read together, because one
/// may refer to another. Reviews of the same claim become one claim, with everybody who made it. A rating without an author
/// is left out. `article` is the page's article, because a `ClaimReview` does not describe it. If it has no headline, publisher or language, it is
/// given the first that a review has; if none has a headline, it stays empty.
///
/// # Errors
///
/// The faults, if no review says what was reviewed.
pub fn import_page(blocks: &[&str], article: Article) -> Result<Imported, Vec<Remark>> {
    let mut notes = Notes::default();
    let parsed = parsed(blocks, true, &mut notes);
    let mut imported = grouped::<false>(found(&parsed, notes), Some(article))?;
    Ok(imported.swap_remove(0))
}

/// Makes a document for each page that the reviews say they are on. `blocks` are those of a page (`is_of_page`), or texts of any length. Faults
/// in what reviews say of their pages are not reported.
///
/// # Errors
///
/// As [`import_page`].
pub fn import_pages(blocks: &[&str], is_of_page: bool) -> Result<Vec<Imported>, Vec<Remark>> {
    let mut notes = Notes::default();
    let parsed = parsed(blocks, is_of_page, &mut notes);
    grouped::<false>(found(&parsed, notes), None)
}

/// Makes documents of the reviews in a JSON-LD text: one for each reviewed page, in the order of the text. An article
/// that mentions claims, such as an exported document, becomes one document. The text may have any length.
///
/// # Errors
///
/// As [`import_page`].
pub fn import_claim_reviews(json: &str) -> Result<Vec<Imported>, Vec<Remark>> {
    let mut notes = Notes::default();
    let parsed = parsed(&[json], false, &mut notes);
    grouped::<true>(found(&parsed, notes), None)
}

/// One document for each page; or a single one, of this article. If it `TELLS`, what reviews say of their pages is reported, too: that would
/// add a kilobyte to the wasm.
fn grouped<const TELLS: bool>(found: Found, own: Option<Article>) -> Result<Vec<Imported>, Vec<Remark>> {
    let Found { reviews, mut notes } = found;
    if reviews.is_empty() {
        if notes.remarks.iter().all(|remark| remark.severity() < Severity::Error) {
            notes.remark("", Fault::NoClaimReview);
        }
        return Err(notes.remarks);
    }
    let is_one = own.is_some();
    let mut makings: Vec<(String, Making)> = Vec::new();
    // The numbers of these, sorted by page. A map would add two kilobytes to the wasm.
    let mut known: Vec<usize> = Vec::new();
    if let Some(article) = own {
        makings.push((String::new(), Making { article, ..Making::default() }));
        known.push(0);
    }
    for FoundReview { claimed, article, within, mut notes, of_article, path } in reviews {
        let page =
            if is_one { String::new() } else { article.url.as_ref().map_or(within, |url| url.page().to_owned()) };
        let at = match known.binary_search_by(|at| makings[*at].0.cmp(&page)) {
            Ok(known_at) => {
                let (_, making) = &mut makings[known[known_at]];
                if TELLS {
                    differences(&making.article, &article, &path, &mut notes);
                }
                if is_one {
                    making.complete(&article);
                }
                making.name(article.headline);
                known[known_at]
            }
            Err(place) => {
                known.insert(place, makings.len());
                makings.push((page, Making { article, ..Making::default() }));
                makings.len() - 1
            }
        };
        if TELLS {
            notes.add_unless_known(of_article);
        }
        makings[at].1.take(claimed, notes);
    }
    // Remarks that belong to no review are added to the first document.
    let mut rest = Some(notes);
    let finished = |(_, mut making): (String, Making)| {
        if !is_one {
            let name = making.otherwise();
            making.name(name);
        }
        making.finish(rest.take().unwrap_or_default())
    };
    Ok(makings.into_iter().map(finished).collect())
}

/// The JSON of a script, without what content management systems wrap around it and without raw line breaks in its strings; nothing where no
/// JSON is left.
pub fn mended(block: &str) -> Option<String> {
    block::read(block, true).ok().map(|(node, _)| node.to_string())
}

/// Reports what a further review of a page says otherwise of the page than the first, and what therefore is not in the document.
fn differences(first: &Article, other: &Article, path: &str, notes: &mut Notes) {
    let said = |article: &Article| {
        [
            ("headline", article.headline.clone()),
            ("publisher", article.publisher.clone().unwrap_or_default()),
            ("dateModified", article.updated.as_ref().map_or("", |date| date.as_str()).to_owned()),
            ("inLanguage", article.language.as_ref().map_or("", |language| language.as_str()).to_owned()),
        ]
    };
    for ((property, other), (_, first)) in said(other).into_iter().zip(said(first)) {
        // A headline that the first lacks is taken from the other.
        if other != first && !other.is_empty() && !(property == "headline" && first.is_empty()) {
            let path = format!("{path}{}{property}", if path.is_empty() { "" } else { "." });
            notes.remark(path, Fault::further(&other));
        }
    }
}

/// The blocks that are valid JSON, each with the beginning of its paths.
fn parsed(blocks: &[&str], are_of_page: bool, notes: &mut Notes) -> Parsed {
    let mut nodes = Vec::new();
    for (index, text) in blocks.iter().enumerate() {
        let path = if blocks.len() > 1 { Place::default().index(index) } else { Place::default() };
        match block::read(text, are_of_page) {
            Ok((node, is_mended)) => {
                if is_mended {
                    notes.repair(RepairKind::Json, &path, text, &node.to_string());
                }
                nodes.push((node, path));
            }
            // It has no data, and so loses none.
            Err(_) if are_of_page && text.trim().is_empty() => (),
            Err(fault) if are_of_page && !text.contains("ClaimReview") => notes.remark(path, Fault::Unrelated(fault)),
            Err(fault) => notes.remark(path, Fault::Unreadable(fault)),
        }
    }
    Parsed { nodes, bytes: blocks.iter().map(|text| text.len()).sum() }
}

struct Parsed {
    nodes: Vec<(Node, Place<'static>)>,
    /// The length of all texts.
    bytes: usize,
}

impl Parsed {
    fn blocks(&self) -> Vec<At<'_>> {
        self.nodes.iter().map(|(node, path)| At { node, path: path.clone() }).collect()
    }
}

struct Found {
    reviews: Vec<FoundReview>,
    /// Remarks that belong to no review.
    notes: Notes,
}

/// A claim, with the page or article that it belongs to.
struct FoundReview {
    claimed: Claimed,
    article: Article,
    /// The article that contains it, if no address names the page.
    within: String,
    notes: Notes,
    /// The report on the article, which counts only where the article becomes the document's.
    of_article: Notes,
    path: String,
}

fn found(parsed: &Parsed, notes: Notes) -> Found {
    let blocks = parsed.blocks();
    let graph = Graph::of(&blocks, most_work(parsed.bytes));
    found_in(&graph, &blocks, notes)
}

fn found_in<'graph>(graph: &'graph Graph<'graph>, blocks: &[At<'graph>], notes: Notes) -> Found {
    let reader = Reader { graph, notes: Notes::default() };
    let found = Found { reviews: Vec::new(), notes };
    let mut finding = Finding { reader, found, article: None, seen: Vec::new(), is_over: false };
    blocks.iter().for_each(|block| finding.visit(block));
    finding.found
}

struct Finding<'graph> {
    reader: Reader<'graph>,
    found: Found,
    /// The article that contains the thing being visited, and where it is.
    article: Option<(Article, *const Node)>,
    /// The reviews and claims that were read, each with its article, sorted: a thing that others refer to is read once.
    seen: Vec<(*const Node, *const Node)>,
    /// Whether so much was read that the rest is left out.
    is_over: bool,
}

impl<'graph> Finding<'graph> {
    fn visit(&mut self, at: &At<'graph>) {
        if self.is_over {
            return;
        }
        let graph = self.reader.graph;
        let is_object = matches!(at.node, Node::Object(_));
        if is_object && graph.is(at, "ClaimReview") {
            if self.is_new(at) {
                let claimed = self.reader.review(at);
                self.keep(claimed, at, true);
            }
            return;
        }
        if is_object && self.article.is_some() && graph.is(at, "Claim") {
            if self.is_new(at) {
                let claimed = self.reader.claim(at);
                self.keep(claimed, at, false);
                self.reader.values(at, "review").iter().for_each(|review| self.visit(review));
            }
            return;
        }
        let mentions = is_object && graph.is_kind(at, "Article") && !self.reader.values(at, "mentions").is_empty();
        let around = self.article.take();
        self.article = if mentions { Some((self.article_of(at), at.node as *const Node)) } else { around.clone() };
        children(at).iter().for_each(|child| self.visit(child));
        self.article = around;
    }

    /// Whether this thing was not read before in this article.
    fn is_new(&mut self, at: &At<'graph>) -> bool {
        let article = self.article.as_ref().map_or(std::ptr::null(), |(_, article)| *article);
        let thing = (self.reader.graph.identity(at), article);
        let place = self.seen.binary_search(&thing);
        if let Err(place) = place {
            self.seen.insert(place, thing);
        }
        place.is_err()
    }

    /// The article's own properties.
    fn article_of(&mut self, at: &At<'graph>) -> Article {
        Article {
            headline: self.reader.text(at, &["headline", "name"]).unwrap_or_default(),
            url: self.reader.url(at, "url"),
            publisher: self.reader.name(at, "publisher"),
            published: self.reader.date(at, "datePublished"),
            updated: self.reader.date(at, "dateModified"),
            language: self.reader.language_of(at),
            ..Article::default()
        }
    }

    /// The page of a review: the review's own address, or else the page that it is part of.
    fn page_of(&mut self, review: &At<'graph>) -> Article {
        let article = self.article_of(review);
        if article.url.is_some() {
            return article;
        }
        let mut pages = self.reader.values(review, "isPartOf").into_iter();
        let page = pages.find_map(|page| Some(self.article_of(&page)).filter(|page| page.url.is_some()));
        page.unwrap_or(article)
    }

    /// A review outside an article belongs to the page that it names; the review's author is the article's author.
    fn keep(&mut self, claimed: Option<Claimed>, at: &At<'graph>, is_review: bool) {
        let mut notes = std::mem::take(&mut self.reader.notes);
        if self.reader.graph.is_exhausted() {
            self.is_over = true;
            // What was read in part may say something else than the whole.
            return self.found.notes.remark(&at.path, Fault::TooMuch);
        }
        let Some(claimed) = claimed else {
            self.found.notes.remarks.append(&mut notes.remarks);
            self.found.notes.repairs.append(&mut notes.repairs);
            return;
        };
        let (article, within) = match &self.article {
            Some((article, node)) => (article.clone(), format!("article {}", *node as usize)),
            None => (self.page_of(at), String::new()),
        };
        let path = if is_review { at.path.to_string() } else { String::new() };
        let of_article = std::mem::take(&mut self.reader.notes);
        self.found.reviews.push(FoundReview { claimed, article, within, notes, of_article, path });
    }
}

/// A document that is being built.
#[derive(Default)]
struct Making {
    article: Article,
    speakers: Speakers,
    claims: Vec<Claim>,
    /// The id that the source gives to each claim.
    given: Vec<Option<String>>,
    /// The number of the last id that was made.
    last_id: usize,
    /// What each speaker is, with the number in the speaker's key, and each name, with its last number; sorted.
    numbers: Vec<(String, usize)>,
    notes: Notes,
}

impl Making {
    /// Gives the article this headline, if it has none.
    fn name(&mut self, headline: String) {
        if self.article.headline.is_empty() {
            self.article.headline = headline;
        }
    }

    /// What the article is called if nothing gives its headline.
    fn otherwise(&self) -> String {
        let host = self.article.url.as_ref().map(WebUrl::host);
        let by = || Some(self.claims.first()?.reviews.first()?.by.clone());
        host.or_else(by).unwrap_or("ClaimReview".to_owned())
    }

    /// Gives the article the publisher and the language of a review, if it has none.
    fn complete(&mut self, of_review: &Article) {
        let Article { publisher, language, .. } = &mut self.article;
        *publisher = publisher.take().or_else(|| of_review.publisher.clone());
        *language = language.take().or_else(|| of_review.language.clone());
    }

    /// Adds a claim, with the report on its review.
    fn take(&mut self, claimed: Claimed, notes: Notes) {
        self.notes.remarks.extend(notes.remarks);
        self.notes.repairs.extend(notes.repairs);
        self.add(claimed);
    }

    /// Adds a claim, or adds what is new to a claim that the document has.
    fn add(&mut self, claimed: Claimed) {
        let at = self.claim(claimed.id, claimed.text);
        for said in claimed.statements {
            let statement = self.spoken(said);
            let statements = &mut self.claims[at].statements;
            match statements.iter().position(|known| is_part(&statement, known) || is_part(known, &statement)) {
                Some(at) if is_part(&statements[at], &statement) => statements[at] = statement,
                Some(_) => (),
                None => statements.push(statement),
            }
        }
        let reviews = &mut self.claims[at].reviews;
        for review in claimed.reviews {
            if !reviews.contains(&review) {
                reviews.push(review);
            }
        }
    }

    /// The place of the claim with this text, which is added if the document does not have it.
    fn claim(&mut self, id: Option<(String, String)>, text: String) -> usize {
        // Two claims may have the same words; their ids tell them apart.
        let (given, path) = id.unzip();
        let is_same = |(claim, id): (&Claim, &Option<String>)| {
            claim.text == text && (given.is_none() || id.is_none() || *id == given)
        };
        if let Some(at) = self.claims.iter().zip(&self.given).position(is_same) {
            return at;
        }
        let id = self.id_for(given.clone(), &text);
        if let (Some(given), Some(path)) = (given.as_ref().filter(|given| **given != id), &path) {
            self.notes.repair(RepairKind::Id, path, given, &id);
        }
        self.claims.push(Claim { id, text, ..Claim::default() });
        self.given.push(given);
        self.claims.len() - 1
    }

    /// The statement with the key of its speaker: the name, with a number if another speaker has that key.
    fn spoken(&mut self, Said { mut statement, speaker }: Said) -> Statement {
        let Some(speaker) = speaker else { return statement };
        // Keys that begin with this are not read as speakers.
        let name = if speaker.name.starts_with('$') { format!(" {}", speaker.name) } else { speaker.name.clone() };
        let key = |number| if number == 1 { name.clone() } else { format!("{name} {number}") };
        let mut number = *self.number(described(&speaker));
        let is_new = number == 0;
        while number == 0 {
            let last = self.number(name.clone());
            *last += 1;
            // Another speaker may have that as a name.
            number = Some(*last).filter(|last| self.speakers.get(&key(*last)).is_none()).unwrap_or_default();
        }
        if is_new {
            *self.number(described(&speaker)) = number;
            self.speakers.insert(key(number), speaker);
        }
        statement.speaker = Some(key(number));
        statement
    }

    fn number(&mut self, of: String) -> &mut usize {
        let at = self.numbers.binary_search_by(|(known, _)| known.cmp(&of)).unwrap_or_else(|at| {
            self.numbers.insert(at, (of, 0));
            at
        });
        &mut self.numbers[at].1
    }

    /// The claim's first words as an id; with a number if they give none, or one that another claim has.
    fn id_for(&mut self, given: Option<String>, text: &str) -> String {
        let mut id = given.filter(|id| is_kebab(id)).unwrap_or_else(|| kebab(text));
        while id.is_empty() || self.claims.iter().any(|claim| claim.id == id) {
            // A number that was tried once is not tried again.
            self.last_id = self.last_id.max(self.claims.len()) + 1;
            id = format!("review-{}", self.last_id);
        }
        id
    }

    fn finish(self, rest: Notes) -> Imported {
        let Self { article, speakers, claims, mut notes, .. } = self;
        notes.remarks.splice(0..0, rest.remarks);
        notes.repairs.splice(0..0, rest.repairs);
        let is_lost = |fault: &Fault| {
            matches!(fault, Fault::NothingReviewed | Fault::NoText | Fault::TooMuch | Fault::Unreadable(_))
        };
        let left_out = notes.remarks.iter().filter(|remark| is_lost(&remark.fault)).count();
        let Notes { remarks, repairs } = notes;
        Imported { document: Document { article, speakers, claims }, remarks, repairs, left_out }
    }
}

/// What a speaker is, as one text, which is no name.
fn described(speaker: &Speaker) -> String {
    let Speaker { name, speaker_type, url, image, image_credit, .. } = speaker;
    let kind = if *speaker_type == SpeakerType::Person { "" } else { "organization" };
    let url = url.as_ref().map(WebUrl::as_str);
    let others = [url, image.as_deref(), image_credit.as_deref()].map(Option::unwrap_or_default);
    [&[name.as_str(), kind], &others[..]].concat().join("\n") + "\n"
}

/// Whether the other statement contains everything of this one. Different words make different statements.
fn is_part(one: &Statement, other: &Statement) -> bool {
    fn fits<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
        one.is_none() || one == other
    }
    one == other
        || one.quote.is_none()
            && one.speaker == other.speaker
            && fits(&one.role, &other.role)
            && fits(&one.organization, &other.organization)
            && fits(&one.said, &other.said)
            && fits(&one.source, &other.source)
}

/// The first words of a text as an id; empty if the text has no Latin letters.
pub fn kebab(text: &str) -> String {
    let mut id = String::new();
    for c in text.bytes() {
        if c.is_ascii_alphanumeric() && id.len() < 60 {
            id.push(c.to_ascii_lowercase().into());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

fn is_kebab(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_plain))
}
