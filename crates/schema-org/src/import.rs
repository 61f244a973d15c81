//! Documents from data that newsrooms already have: schema.org's `ClaimReview`, as JSON-LD in their pages.

mod block;
mod date;
mod google;
mod graph;
mod markup;
mod rating;
mod reader;
mod review;
mod unread;

use document::json::Node;
use document::model::{Article, Claim, Document, Speakers, Statement};
use document::problem::Severity;
use document::web_url::WebUrl;

use crate::remark::{Fault, Remark, Repair, RepairKind};
pub use google::import_google;
use graph::{At, Graph, children};
pub use markup::encoded;
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
/// is left out. `article` is the page's article, because a `ClaimReview` does not describe it. If it has no headline, it is given
/// the first that a review has; if none has one, the headline stays empty.
///
/// # Errors
///
/// The faults, if no review says what was reviewed.
pub fn import_page(blocks: &[&str], article: Article) -> Result<Imported, Vec<Remark>> {
    let mut notes = Notes::default();
    let nodes = parsed(blocks, true, &mut notes);
    let mut imported = grouped::<false>(found(&nodes, notes), Some(article))?;
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
    let nodes = parsed(blocks, is_of_page, &mut notes);
    grouped::<false>(found(&nodes, notes), None)
}

/// Makes documents of the reviews in a JSON-LD text: one for each reviewed page, in the order of the text. An article
/// that mentions claims, such as an exported document, becomes one document. The text may have any length.
///
/// # Errors
///
/// As [`import_page`].
pub fn import_claim_reviews(json: &str) -> Result<Vec<Imported>, Vec<Remark>> {
    let mut notes = Notes::default();
    let nodes = parsed(&[json], false, &mut notes);
    grouped::<true>(found(&nodes, notes), None)
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

/// Reports what a further review of a page says otherwise of the page than the first, and what therefore is not in the document.
fn differences(first: &Article, other: &Article, path: &str, notes: &mut Notes) {
    let differs = [
        ("headline", other.headline != first.headline && !other.headline.is_empty() && !first.headline.is_empty()),
        ("publisher", other.publisher.is_some() && other.publisher != first.publisher),
        ("dateModified", other.updated.is_some() && other.updated != first.updated),
        ("inLanguage", other.language.is_some() && other.language != first.language),
    ];
    for (property, _) in differs.into_iter().filter(|(_, differs)| *differs) {
        notes.remark(format!("{path}{}{property}", if path.is_empty() { "" } else { "." }), Fault::FurtherValue);
    }
}

/// The blocks that are valid JSON, each with the beginning of its paths.
fn parsed(blocks: &[&str], are_of_page: bool, notes: &mut Notes) -> Vec<(Node, String)> {
    let mut nodes = Vec::new();
    for (index, text) in blocks.iter().enumerate() {
        let path = if blocks.len() > 1 { format!("[{index}]") } else { String::new() };
        match block::read(text, are_of_page) {
            Ok((node, is_mended)) => {
                if is_mended {
                    notes.repair(RepairKind::Json, &path, text, &node.to_string());
                }
                nodes.push((node, path));
            }
            Err(fault) => notes.remark(path, Fault::Unreadable(fault)),
        }
    }
    nodes
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

fn found(nodes: &[(Node, String)], notes: Notes) -> Found {
    let blocks: Vec<_> = nodes.iter().map(|(node, path)| At { node, path: path.clone() }).collect();
    let graph = Graph::of(&blocks);
    let reader = Reader { graph: &graph, notes: Notes::default() };
    let mut finding = Finding { reader, found: Found { reviews: Vec::new(), notes }, article: None };
    blocks.iter().for_each(|block| finding.visit(block));
    finding.found
}

struct Finding<'graph> {
    reader: Reader<'graph>,
    found: Found,
    /// The article that contains the thing being visited.
    article: Option<(Article, String)>,
}

impl<'graph> Finding<'graph> {
    fn visit(&mut self, at: &At<'graph>) {
        let is_object = matches!(at.node, Node::Object(_));
        if is_object && self.reader.graph.is(at, "ClaimReview") {
            return self.review(at);
        }
        if is_object && self.article.is_some() && self.reader.graph.is(at, "Claim") {
            let claimed = self.reader.claim(at);
            self.keep(claimed, None);
            return self.reader.values(at, "review").iter().for_each(|review| self.visit(review));
        }
        let mentions =
            is_object && self.reader.graph.is_kind(at, "Article") && !self.reader.values(at, "mentions").is_empty();
        let around = self.article.take();
        self.article = if mentions { Some((self.article_of(at), at.path.clone())) } else { around.clone() };
        children(at).iter().for_each(|child| self.visit(child));
        self.article = around;
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

    fn review(&mut self, at: &At<'graph>) {
        let claimed = self.reader.review(at);
        self.keep(claimed, Some(at));
    }

    /// A review outside an article belongs to the page that it names; the review's author is the article's author.
    fn keep(&mut self, claimed: Option<Claimed>, review: Option<&At<'graph>>) {
        let notes = std::mem::take(&mut self.reader.notes);
        let Some(claimed) = claimed else {
            self.found.notes.remarks.extend(notes.remarks);
            self.found.notes.repairs.extend(notes.repairs);
            return;
        };
        let path = review.map(|review| review.path.clone()).unwrap_or_default();
        let (article, within) = match (&self.article, review) {
            (None, Some(review)) => (self.article_of(review), String::new()),
            (around, _) => around.clone().unwrap_or_default(),
        };
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

    /// Adds a claim, with the report on its review.
    fn take(&mut self, claimed: Claimed, notes: Notes) {
        self.notes.remarks.extend(notes.remarks);
        self.notes.repairs.extend(notes.repairs);
        self.add(claimed);
    }

    /// Adds a claim, or adds what is new to a claim that the document has.
    fn add(&mut self, claimed: Claimed) {
        // Two claims may have the same words; their ids tell them apart.
        let (given, path) = claimed.id.unzip();
        let is_same = |(claim, id): (&Claim, &Option<String>)| {
            claim.text == claimed.text && (given.is_none() || id.is_none() || *id == given)
        };
        let at = self.claims.iter().zip(&self.given).position(is_same).unwrap_or_else(|| {
            let id = self.id_for(given.clone(), &claimed.text);
            if let (Some(given), Some(path)) = (given.as_ref().filter(|given| **given != id), &path) {
                self.notes.repair(RepairKind::Id, path, given, &id);
            }
            self.claims.push(Claim { id, text: claimed.text, ..Claim::default() });
            self.given.push(given);
            self.claims.len() - 1
        });
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

    /// The statement with the key of its speaker: the name, with a number if another speaker has that key.
    fn spoken(&mut self, Said { mut statement, speaker }: Said) -> Statement {
        let Some(speaker) = speaker else { return statement };
        // Keys that begin with this are not read as speakers.
        let name = if speaker.name.starts_with('$') { format!(" {}", speaker.name) } else { speaker.name.clone() };
        let mut key = name.clone();
        let mut number = 2;
        while self.speakers.get(&key).is_some_and(|known| *known != speaker) {
            key = format!("{name} {number}");
            number += 1;
        }
        statement.speaker = Some(key.clone());
        self.speakers.insert(key, speaker);
        statement
    }

    /// The claim's first words as an id; with a number if they give none, or one that another claim has.
    fn id_for(&self, given: Option<String>, text: &str) -> String {
        let is_taken = |id: &str| id.is_empty() || self.claims.iter().any(|claim| claim.id == id);
        let mut id = given.filter(|id| is_kebab(id)).unwrap_or_else(|| kebab(text));
        let mut number = self.claims.len();
        while is_taken(&id) {
            number += 1;
            id = format!("review-{number}");
        }
        id
    }

    fn finish(self, rest: Notes) -> Imported {
        let Self { article, speakers, claims, mut notes, .. } = self;
        notes.remarks.splice(0..0, rest.remarks);
        notes.repairs.splice(0..0, rest.repairs);
        let is_lost = |fault: &Fault| matches!(fault, Fault::NothingReviewed | Fault::NoText | Fault::Unreadable(_));
        let left_out = notes.remarks.iter().filter(|remark| is_lost(&remark.fault)).count();
        let Notes { remarks, repairs } = notes;
        Imported { document: Document { article, speakers, claims }, remarks, repairs, left_out }
    }
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
