//! Makes a [`Document`] from JSON and reports every problem.
//!
//! An error that makes the whole document unreadable ends the reading with one message. A claim with an error is left out and
//! reported, and the other claims stay. The same text gives the same answer natively and in a browser.

mod fields;

use crate::json::{Node, parse};
use crate::model::{
    Article, Claim, Correction, Document, Review, Source, Speaker, SpeakerType, Speakers, Stance, Statement, VERSION,
};
use crate::problem::{Fault, IdFault, Problem, key_path};
use fields::{Fields, Report, nearest};

/// The part of a document that can be shown, and the problems of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    pub document: Document,
    /// In this order: the article, the speakers, the claims.
    pub problems: Vec<Problem>,
    /// How many claims were left out.
    pub left_out: usize,
}

/// Reads a document, version 1.
///
/// # Errors
///
/// One [`Problem`] if nothing can be shown: the text is empty, too long, or not JSON; the version is not [`VERSION`];
/// or `article`, its `headline`, `speakers` or `claims` is missing or has the wrong type.
pub fn decode(json: &str) -> Result<Decoded, Problem> {
    let mut report = Report::default();
    match decode_document::<false>(parse(json)?, &mut report) {
        Some((document, left_out)) => Ok(Decoded { document, problems: report.problems, left_out }),
        None => Err(report.last_error()),
    }
}

/// A document as far as it can be read, for people who are still working on it. Claims and statements with errors are part of it, in
/// the same order as in the JSON. Values that could not be read are blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub document: Document,
    /// The same problems that [`decode`] reports.
    pub problems: Vec<Problem>,
}

/// Reads a document, version 1, including the parts that cannot be shown. A missing headline is reported, but the document is still read.
///
/// # Errors
///
/// The same as those of [`decode`], except that a headline may be missing or not be a text.
pub fn draft(json: &str) -> Result<Draft, Problem> {
    let mut report = Report::default();
    match decode_document::<true>(parse(json)?, &mut report) {
        Some((document, _)) => Ok(Draft { document, problems: report.problems }),
        None => Err(report.last_error()),
    }
}

/// The document and the number of claims that were left out; `None` after an error that makes the document unreadable.
///
/// The constant parameter says whether this is for drafts, so that code for drafts is not compiled into the wasm.
fn decode_document<const DRAFT: bool>(node: Node, report: &mut Report) -> Option<(Document, usize)> {
    let mut fields = Fields::open(node, String::new(), report)?;
    // The version comes first, because another version may have other fields.
    fields.version(VERSION)?;
    let article = fields.required("article")?;
    let speakers = fields.required("speakers")?;
    let claims = fields.required("claims")?;
    fields.finish();

    let article = decode_article::<DRAFT>(article, report)?;
    let known = KnownSpeakers::decode(speakers, report)?;
    let claims = report.array(claims, "claims")?;
    if claims.is_empty() {
        report.warn("claims", Fault::NoClaims);
    }
    let total = claims.len();
    let claims = decode_claims::<DRAFT>(claims, &known, report);
    let left_out = total - claims.len();
    Some((Document { article, speakers: known.speakers, claims }, left_out))
}

fn decode_article<const DRAFT: bool>(node: Node, report: &mut Report) -> Option<Article> {
    let mut fields = Fields::open(node, "article".to_owned(), report)?;
    let headline = fields.required_text("headline");
    let headline = if DRAFT { headline.unwrap_or_default() } else { headline? };
    let mut article = Article { headline, ..Article::default() };
    fields.url("url", &mut article.url);
    fields.text("publisher", &mut article.publisher);
    fields.date("published", &mut article.published);
    fields.date("updated", &mut article.updated);
    fields.language("language", &mut article.language);
    fields.text("dateline", &mut article.dateline);
    fields.texts("body", &mut article.body);
    fields.finish();
    Some(article)
}

/// The speakers that statements may name.
#[derive(Default)]
struct KnownSpeakers {
    speakers: Speakers,
    /// Keys of speakers who cannot be shown, in sorted order.
    faulty: Vec<String>,
}

impl KnownSpeakers {
    fn decode(node: Node, report: &mut Report) -> Option<Self> {
        let mut known = Self::default();
        for (key, node) in Fields::open(node, "speakers".to_owned(), report)?.into_entries() {
            match decode_speaker(node, key_path("speakers", &key), report) {
                Some(speaker) => known.speakers.insert(key, speaker),
                None => known.faulty.push(key),
            }
        }
        Some(known)
    }

    /// Reports a key for which there is no speaker who can be shown.
    fn check(&self, key: &str, path: String, report: &mut Report) {
        if self.speakers.get(key).is_some() {
            return;
        }
        if self.faulty.binary_search_by(|faulty| faulty.as_str().cmp(key)).is_ok() {
            return report.fail(path, Fault::FaultySpeaker { path: key_path("speakers", key) });
        }
        let near = nearest(key, self.speakers.keys(), &mut report.comparisons).map(str::to_owned);
        report.fail(path, Fault::UnknownSpeaker { key: key.to_owned(), near });
    }
}

/// A speaker without a name cannot be shown. Any other field with a fault is left out.
fn decode_speaker(node: Node, path: String, report: &mut Report) -> Option<Speaker> {
    let mut fields = Fields::open(node, path, report)?;
    let name = fields.required_text("name");
    let mut speaker = Speaker::default();
    if let Some(chosen) = fields.choice("type", &["person", "organization", "group"]) {
        speaker.speaker_type = [SpeakerType::Person, SpeakerType::Organization, SpeakerType::Group][chosen];
    }
    fields.text("role", &mut speaker.role);
    fields.text("organization", &mut speaker.organization);
    fields.url("url", &mut speaker.url);
    fields.text("image", &mut speaker.image);
    fields.text("image_credit", &mut speaker.image_credit);
    fields.finish();
    speaker.name = name?;
    Some(speaker)
}

fn decode_claims<const DRAFT: bool>(nodes: Vec<Node>, known: &KnownSpeakers, report: &mut Report) -> Vec<Claim> {
    let mut ids = Ids::given(&nodes);
    let mut claims: Vec<Claim> = Vec::new();
    for (index, node) in nodes.into_iter().enumerate() {
        let path = format!("claims[{index}]");
        let errors_before = report.errors;
        let claim = decode_claim::<DRAFT>(node, path.clone(), known, report);
        if report.errors > errors_before {
            if DRAFT {
                claims.push(claim.map_or_else(Claim::default, |(claim, _)| claim));
            }
            continue;
        }
        // Only the claim's address depends on the id. So a wrong id is replaced, and the claim stays.
        if let Some((mut claim, id)) = claim {
            claim.id = ids.settle(id, index + 1, format!("{path}.id"), report);
            claims.push(claim);
        }
    }
    claims
}

/// A claim, and its id as it is in the JSON.
fn decode_claim<const DRAFT: bool>(
    node: Node,
    path: String,
    known: &KnownSpeakers,
    report: &mut Report,
) -> Option<(Claim, Option<Node>)> {
    let errors_before = report.errors;
    let mut fields = Fields::open(node, path.clone(), report)?;
    let id = fields.take("id");
    let text = fields.required_text("text");
    let statements = fields.array("statements");
    let reviews = fields.array("reviews");
    let correction = fields.take("correction");
    fields.finish();

    if statements.is_empty() && report.errors == errors_before {
        report.warn(format!("{path}.statements"), Fault::NoStatements);
    }
    let mut claim = Claim::default();
    for (index, node) in statements.into_iter().enumerate() {
        let path = format!("{path}.statements[{index}]");
        let statement = decode_statement(node, path, known, report);
        claim.statements.extend(if DRAFT { Some(statement.unwrap_or_default()) } else { statement });
    }
    for (index, node) in reviews.into_iter().enumerate() {
        claim.reviews.extend(decode_review(node, format!("{path}.reviews[{index}]"), report));
    }
    claim.correction = correction.and_then(|node| decode_correction(node, format!("{path}.correction"), report));
    claim.text = if DRAFT { text.unwrap_or_default() } else { text? };
    Some((claim, id))
}

fn decode_statement(node: Node, path: String, known: &KnownSpeakers, report: &mut Report) -> Option<Statement> {
    let errors_before = report.errors;
    let mut fields = Fields::open(node, path.clone(), report)?;
    let mut statement = Statement::default();
    fields.text("speaker", &mut statement.speaker);
    fields.text("role", &mut statement.role);
    fields.text("organization", &mut statement.organization);
    fields.words("quote", &mut statement.quote);
    fields.words("reported", &mut statement.reported);
    fields.text("prefix", &mut statement.prefix);
    fields.text("suffix", &mut statement.suffix);
    fields.language("language", &mut statement.language);
    fields.language("translated_from", &mut statement.translated_from);
    fields.date("said", &mut statement.said);
    fields.text("when", &mut statement.when);
    let stance = fields.choice("stance", &["affirms", "denies", "comments"]);
    statement.stance = stance.map(|chosen| [Stance::Affirms, Stance::Denies, Stance::Comments][chosen]);
    let source = fields.take("source");
    fields.finish();

    if let Some(key) = &statement.speaker {
        known.check(key, format!("{path}.speaker"), report);
    }
    statement.source = source.and_then(|node| decode_source(node, format!("{path}.source"), report));
    let says_nothing = statement.speaker.is_none()
        && statement.quote.is_none()
        && statement.reported.is_none()
        && statement.source.is_none();
    if says_nothing && report.errors == errors_before {
        report.fail(path, Fault::EmptyStatement);
    }
    Some(statement)
}

fn decode_source(node: Node, path: String, report: &mut Report) -> Option<Source> {
    let problems = report.problems.len();
    let mut fields = Fields::open(node, path.clone(), report)?;
    let mut source = Source::default();
    fields.text("title", &mut source.title);
    fields.url("url", &mut source.url);
    fields.text("publisher", &mut source.publisher);
    fields.date("published", &mut source.published);
    fields.finish();
    if source.title.is_none() && source.url.is_none() && source.publisher.is_none() && source.published.is_none() {
        // Somebody who has written something that cannot be used has been told so.
        if report.problems.len() == problems {
            report.warn(path, Fault::EmptySource);
        }
        return None;
    }
    Some(source)
}

fn decode_review(node: Node, path: String, report: &mut Report) -> Option<Review> {
    let mut fields = Fields::open(node, path, report)?;
    let mut review = Review { by: fields.required_text("by").unwrap_or_default(), ..Review::default() };
    fields.url("url", &mut review.url);
    fields.date("published", &mut review.published);
    fields.text("label", &mut review.label);
    fields.number("value", &mut review.value);
    fields.number("best", &mut review.best);
    fields.number("worst", &mut review.worst);
    fields.finish();
    Some(review)
}

fn decode_correction(node: Node, path: String, report: &mut Report) -> Option<Correction> {
    let mut fields = Fields::open(node, path, report)?;
    let mut correction = Correction { date: None, text: fields.required_text("text").unwrap_or_default() };
    fields.date("date", &mut correction.date);
    fields.finish();
    Some(correction)
}

/// The ids of a document in sorted order. With each stands 0 until a claim has it; then it is the stem of made ids, and this is the number
/// of the next one to try.
struct Ids(Vec<(String, usize)>);

/// The stem of ids for claims whose own id cannot be one.
const STEM: &str = "claim";

impl Ids {
    /// The ids that claims have in the JSON.
    fn given(claims: &[Node]) -> Self {
        let given = claims.iter().filter_map(|claim| claim.at("id").and_then(Node::as_string));
        // That no claim has the stem's own id does no harm: it is taken only by a claim that has it.
        let mut ids: Vec<_> = given.chain([STEM]).map(|id| (id.to_owned(), 0)).collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids)
    }

    /// The claim's own id if it can be used. Otherwise reports the fault and makes an id from the claim's number.
    fn settle(&mut self, id: Option<Node>, number: usize, path: String, report: &mut Report) -> String {
        let (fault, stem) = match id {
            None => (IdFault::Missing, STEM.to_owned()),
            Some(Node::String(id)) if !is_kebab_case(&id) => (IdFault::Form, STEM.to_owned()),
            Some(Node::String(id)) => match self.take(&id) {
                true => return id,
                false => (IdFault::Taken, id),
            },
            Some(other) => (IdFault::WrongType(other.kind()), STEM.to_owned()),
        };
        let made = self.make(&stem, number);
        report.fail(path, Fault::Id { fault, shown: made.clone() });
        made
    }

    /// `stem-number`, or the same with the next number that is free.
    fn make(&mut self, stem: &str, number: usize) -> String {
        let stem_at = self.find(stem);
        // All numbers from an earlier claim's up to the next to try are taken, so none of them is tried again. Two stems never make the
        // same id, because what stands before the last hyphen is the stem.
        let mut next = stem_at.map_or(0, |at| self.0[at].1).max(number);
        let mut id = format!("{stem}-{next}");
        while self.find(&id).is_ok() {
            next += 1;
            id = format!("{stem}-{next}");
        }
        if let Ok(at) = stem_at {
            self.0[at].1 = next + 1;
        }
        id
    }

    /// Takes the id. Returns whether it was free.
    fn take(&mut self, id: &str) -> bool {
        let Ok(at) = self.find(id) else { return false };
        let next = &mut self.0[at].1;
        let is_free = *next == 0;
        *next = (*next).max(1);
        is_free
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(given, _)| given.as_str().cmp(id))
    }
}

fn is_kebab_case(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
