//! What reviews say and documents have no field for.
//!
//! This is apart from the reading itself, because readers' browsers do not need it.

use std::collections::{HashMap, HashSet};

use document::json::Node;
use document::problem::Severity;

use super::graph::{At, Graph, MOST_PARTS, children, id, most_work, reference};
use super::place::shortened;
use super::{Found, Notes, found_in, parsed};
use crate::remark::{Fault, Remark};

/// A thing in its place in a review, with the properties that the import may read there.
struct Place {
    name: &'static str,
    read: &'static [(&'static str, Read)],
}

/// How a property is read.
enum Read {
    Value,
    /// As a thing with properties of its own.
    Thing(&'static Place),
    /// Not at all, and nothing is reported, because cards need none of it.
    PassedOver,
}
use Read::{PassedOver, Thing, Value};

/// Properties of any thing that say nothing for a card: what data and pages need for themselves, and who may use them.
const PLUMBING: &[&str] = &[
    "additionalType",
    "conditionsOfAccess",
    "copyrightHolder",
    "copyrightNotice",
    "copyrightYear",
    "dateCreated",
    "dateModified",
    "id",
    "identifier",
    "inLanguage",
    "isAccessibleForFree",
    "isFamilyFriendly",
    "isPartOf",
    "license",
    "mainEntityOfPage",
    "potentialAction",
    "publishingPrinciples",
    "sdDatePublished",
    "sdLicense",
    "sdPublisher",
    "type",
    "usageInfo",
    "version",
];

/// Properties that describe the page of a review, or the desk as a company: cards name both and link to the review.
const OF_PAGE_OR_DESK: &[&str] = &[
    "actionableFeedbackPolicy",
    "address",
    "contactPoint",
    "correctionsPolicy",
    "diversityPolicy",
    "email",
    "ethicsPolicy",
    "founder",
    "foundingDate",
    "image",
    "jobTitle",
    "logo",
    "masthead",
    "memberOf",
    "ownershipFundingInfo",
    "parentOrganization",
    "sameAs",
    "telephone",
    "thumbnailUrl",
    "unnamedSourcesPolicy",
    "url",
    "verificationFactCheckingPolicy",
];

const NAMED: Place = Place { name: "organization", read: &[("name", Value), ("logo", PassedOver)] };

const DESK: Place = Place { name: "reviewer", read: &[("name", Value)] };

const RATING: Place = Place {
    name: "rating",
    read: &[
        ("alternateName", Value),
        ("name", Value),
        ("ratingValue", Value),
        ("bestRating", Value),
        ("worstRating", Value),
    ],
};

const IMAGE: Place = Place {
    name: "portrait",
    read: &[
        ("contentUrl", Value),
        // The page of a picture, if not the picture.
        ("url", PassedOver),
        ("creditText", Value),
        // The picture as it is shows these.
        ("width", PassedOver),
        ("height", PassedOver),
        ("encodingFormat", PassedOver),
        ("caption", PassedOver),
        ("name", PassedOver),
        ("thumbnailUrl", PassedOver),
    ],
};

const SPEAKER: Place = Place {
    name: "speaker",
    read: &[
        ("name", Value),
        ("givenName", Value),
        ("familyName", Value),
        ("jobTitle", Value),
        ("affiliation", Thing(&NAMED)),
        ("worksFor", Thing(&NAMED)),
        ("url", Value),
        ("sameAs", Value),
        ("image", Thing(&IMAGE)),
    ],
};

const SOURCE: Place = Place {
    name: "source",
    read: &[
        ("headline", Value),
        ("name", Value),
        ("url", Value),
        ("publisher", Thing(&NAMED)),
        ("datePublished", Value),
    ],
};

const QUOTATION: Place = Place {
    name: "quotation",
    read: &[
        ("text", Value),
        ("dateCreated", Value),
        ("spokenByCharacter", Thing(&SPEAKER)),
        ("translationOfWork", Value),
        ("isBasedOn", Thing(&SOURCE)),
    ],
};

/// What was reviewed: a claim, or a work that contains it.
const ITEM: Place = Place {
    name: "claim",
    read: &[
        ("text", Value),
        ("name", Value),
        ("headline", Value),
        ("author", Thing(&SPEAKER)),
        ("datePublished", Value),
        ("appearance", Thing(&SOURCE)),
        ("firstAppearance", Thing(&SOURCE)),
        ("publisher", Thing(&NAMED)),
        ("url", Value),
    ],
};

const CLAIM: Place = Place {
    name: "claim",
    read: &[
        ("text", Value),
        ("name", Value),
        ("url", Value),
        ("author", Thing(&SPEAKER)),
        ("datePublished", Value),
        ("appearance", Thing(&SOURCE)),
        ("firstAppearance", Thing(&SOURCE)),
        ("subjectOf", Thing(&QUOTATION)),
        ("citation", Thing(&SOURCE)),
        // Reviews are found by their type.
        ("review", Value),
    ],
};

const REVIEW: Place = Place {
    name: "review",
    read: &[
        ("claimReviewed", Thing(&ITEM)),
        ("itemReviewed", Thing(&ITEM)),
        ("author", Thing(&DESK)),
        ("publisher", Thing(&DESK)),
        ("reviewRating", Thing(&RATING)),
        ("url", Value),
        ("datePublished", Value),
        ("headline", Value),
        ("name", Value),
    ],
};

/// What the reviews in these JSON-LD texts say and documents have no field for, so that it is not lost in silence: one warning for
/// each property, with the path of its first value and the number of all. `is_page` as the texts were imported: by
/// [`import_page`](super::import_page), or by [`import_claim_reviews`](super::import_claim_reviews).
pub fn unread(texts: &[&str], is_page: bool) -> Vec<Remark> {
    let parsed = parsed(texts, is_page, &mut Notes::default());
    let blocks = parsed.blocks();
    let importing = Graph::remembering(&blocks, most_work(parsed.bytes));
    let found = found_in(&importing, &blocks, Notes::default());
    // This search looks at each thing once, so it needs no limit.
    let graph = Graph::of(&blocks, usize::MAX);
    let mut search = Search {
        graph: &graph,
        read: importing.read().into_iter().collect(),
        seen: HashSet::new(),
        left_out: found.left_out().map(|remark| remark.path.clone()).collect(),
        claims: Vec::new(),
        counted: HashSet::new(),
        at: HashMap::new(),
        found: Vec::new(),
    };
    blocks.iter().for_each(|block| search.visit(block, false));
    search.found.into_iter().map(Unread::into_remark).chain(graph.beyond().map(many_objects)).collect()
}

/// Reports the first of the objects with one `@id` that is not read together with the others.
fn many_objects(at: &At) -> Remark {
    let id = shortened(id(at.node).unwrap_or_default(), MOST_OF_PROPERTY);
    let text = format!(
        "more than {MOST_PARTS} objects have the @id “{id}”; what refers to it is not told of this one and those behind it; give each \
         thing an @id of its own"
    );
    Remark {
        fault: Fault::Other { code: "many-objects", severity: Severity::Warning, text },
        path: at.path.to_string(),
    }
}

/// The most characters of the name of a property that are shown.
pub const MOST_OF_PROPERTY: usize = 60;

impl Found {
    /// The report on what was left out with all its properties.
    fn left_out(&self) -> impl Iterator<Item = &Remark> {
        let remarks = self.reviews.iter().flat_map(|review| &review.notes.remarks).chain(&self.notes.remarks);
        remarks
            .filter(|remark| matches!(remark.fault, Fault::OtherClaim(_) | Fault::WhichClaim | Fault::FurtherValue(_)))
    }
}

/// A property that is not read.
struct Unread {
    place: &'static str,
    property: String,
    /// The path of the first value.
    first: String,
    count: usize,
}

impl Unread {
    fn into_remark(self) -> Remark {
        let Self { place, property, first, count } = self;
        let others = match count {
            1 => String::new(),
            2 => "; so is another one".to_owned(),
            _ => format!("; so are {} others", count - 1),
        };
        let of = if place.starts_with('o') { "an" } else { "a" };
        let text = format!("a document has no field for the {property} of {of} {place}; it is left out{others}");
        Remark { fault: Fault::Other { code: "unread", severity: Severity::Warning, text }, path: first }
    }
}

struct Search<'graph> {
    graph: &'graph Graph<'graph>,
    /// The values that the import read, or reported.
    read: HashSet<*const Node>,
    /// The paths of what was left out as a whole, which is reported.
    left_out: HashSet<String>,
    /// Of the review that is looked at, its claim's words and its own name, as far as they were read: the claim often has one of them as its name.
    claims: Vec<&'graph Node>,
    /// The things that were looked at, each with its place: what many reviews refer to is looked at once.
    seen: HashSet<(*const Node, &'static str)>,
    /// The values that were counted.
    counted: HashSet<*const Node>,
    /// The index of each property in `found`.
    at: HashMap<(&'static str, String), usize>,
    found: Vec<Unread>,
}

impl<'graph> Search<'graph> {
    /// Looks for reviews, and for the claims of articles, in the places where the import looks for them.
    fn visit(&mut self, at: &At<'graph>, is_in_article: bool) {
        let is = |kind: &str| matches!(at.node, Node::Object(_)) && self.graph.is(at, kind);
        if is("ClaimReview") {
            let known =
                ["claimReviewed", "headline", "name"].into_iter().flat_map(|property| self.graph.values(at, property));
            self.claims = known.filter(|value| self.is_read(value)).map(|value| value.node).collect();
            return self.thing(at, &REVIEW);
        }
        if is_in_article && is("Claim") {
            self.thing(at, &CLAIM);
            return self.graph.values(at, "review").iter().for_each(|review| self.visit(review, true));
        }
        let is_article = matches!(at.node, Node::Object(_))
            && self.graph.is_kind(at, "Article")
            && !self.graph.values(at, "mentions").is_empty();
        children(at).iter().for_each(|child| self.visit(child, is_in_article || is_article));
    }

    fn thing(&mut self, at: &At<'graph>, place: &'static Place) {
        let is_left_out = !self.left_out.is_empty() && self.left_out.contains(&at.path.to_string());
        if is_left_out || !self.seen.insert((self.graph.identity(at), place.name)) {
            return;
        }
        let objects: Vec<_> = self.graph.objects(at).flat_map(children).collect();
        let mut known: Option<HashSet<String>> = None;
        for (key, field) in objects.into_iter().filter_map(|field| Some((field.path.last_key()?, field))) {
            let property = self.graph.bare(key);
            let values = self.graph.flat(&field);
            let Some((_, read)) = place.read.iter().find(|(known, _)| *known == property) else {
                // It may be read in another place of the same thing.
                if !values.iter().any(|value| self.is_read(value)) {
                    self.unread(place, property, field);
                }
                continue;
            };
            for value in values {
                match read {
                    PassedOver => (),
                    Thing(inner) if self.is_read(&value) => self.thing(&value, inner),
                    _ if self.is_read(&value) => (),
                    _ if known.get_or_insert_with(|| self.known(at, place)).contains(&written(value.node)) => (),
                    _ => self.unread(place, property, value),
                }
            }
        }
    }

    fn is_read(&self, value: &At) -> bool {
        self.read.contains(&(value.node as *const Node))
    }

    /// What the import has read of this thing: the same in another place is not lost.
    fn known(&self, at: &At<'graph>, place: &'static Place) -> HashSet<String> {
        let values =
            place.read.iter().flat_map(|(property, _)| self.graph.values(at, property)).map(|value| value.node);
        let read = values.filter(|node| self.read.contains(&(*node as *const Node)));
        read.chain(self.claims.iter().copied()).map(written).collect()
    }

    fn unread(&mut self, place: &'static Place, property: &str, value: At<'graph>) {
        let of_page_or_desk = matches!(place.name, "review" | "reviewer") && OF_PAGE_OR_DESK.contains(&property);
        let says_nothing = property.starts_with('@') || PLUMBING.contains(&property) || of_page_or_desk;
        // A claim names its review so; reviews are found by their type.
        let is_reference = property == "review" && is_reference(value.node);
        if says_nothing || is_reference || is_blank(value.node) || !self.counted.insert(value.node) {
            return;
        }
        let at = *self.at.entry((place.name, property.to_owned())).or_insert(self.found.len());
        match self.found.get_mut(at) {
            Some(known) => known.count += 1,
            None => {
                let property = shortened(property, MOST_OF_PROPERTY);
                self.found.push(Unread { place: place.name, property, first: value.path.to_string(), count: 1 });
            }
        }
    }
}

fn written(node: &Node) -> String {
    node.as_string().map_or_else(|| node.to_string(), |text| text.trim().to_owned())
}

fn is_reference(node: &Node) -> bool {
    match node {
        Node::Array(nodes) => nodes.iter().all(is_reference),
        _ => reference(node).is_some(),
    }
}

pub fn is_blank(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::String(text) => text.trim().is_empty(),
        Node::Array(nodes) => nodes.iter().all(is_blank),
        Node::Object(fields) => fields.iter().all(|(key, node)| key == "@type" || is_blank(node)),
        Node::Boolean(_) | Node::Number(_) => false,
    }
}
