//! What reviews say and documents have no field for.
//!
//! This is apart from the reading itself, because readers' browsers do not need it.

use std::collections::{HashMap, HashSet};

use document::json::Node;
use document::problem::Severity;

use super::graph::{At, Graph, children, id};
use super::{Notes, parsed};
use crate::remark::{Fault, Remark};

/// A thing in its place in a review, with the properties that the import reads there.
struct Place {
    name: &'static str,
    /// Each with the place of the thing that it leads to, if that is read too.
    read: &'static [(&'static str, Option<&'static Place>)],
}

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

const NAMED: Place =
    Place { name: "organization", read: &[("name", None), ("url", None), ("sameAs", None), ("logo", None)] };

const DESK: Place = Place { name: "reviewer", read: &[("name", None)] };

const RATING: Place = Place {
    name: "rating",
    read: &[
        ("alternateName", None),
        ("name", None),
        ("ratingValue", None),
        ("bestRating", None),
        ("worstRating", None),
    ],
};

const IMAGE: Place = Place {
    name: "portrait",
    read: &[
        ("contentUrl", None),
        ("url", None),
        // The picture as it is shows these.
        ("width", None),
        ("height", None),
        ("encodingFormat", None),
        ("caption", None),
        ("name", None),
        ("thumbnailUrl", None),
        ("creditText", None),
    ],
};

const SPEAKER: Place = Place {
    name: "speaker",
    read: &[
        ("name", None),
        ("jobTitle", None),
        ("affiliation", Some(&NAMED)),
        ("worksFor", Some(&NAMED)),
        ("url", None),
        ("sameAs", None),
        ("image", Some(&IMAGE)),
    ],
};

const SOURCE: Place = Place {
    name: "source",
    read: &[("headline", None), ("name", None), ("url", None), ("publisher", Some(&NAMED)), ("datePublished", None)],
};

const QUOTATION: Place = Place {
    name: "quotation",
    read: &[
        ("text", None),
        ("spokenByCharacter", Some(&SPEAKER)),
        ("translationOfWork", None),
        ("isBasedOn", Some(&SOURCE)),
    ],
};

/// What was reviewed: a claim, or a work that contains it.
const ITEM: Place = Place {
    name: "claim",
    read: &[
        ("text", None),
        ("name", None),
        ("headline", None),
        ("author", Some(&SPEAKER)),
        ("datePublished", None),
        ("appearance", Some(&SOURCE)),
        ("firstAppearance", Some(&SOURCE)),
        ("publisher", Some(&NAMED)),
        ("url", None),
    ],
};

const CLAIM: Place = Place {
    name: "claim",
    read: &[
        ("text", None),
        ("name", None),
        ("author", Some(&SPEAKER)),
        ("subjectOf", Some(&QUOTATION)),
        ("citation", Some(&SOURCE)),
        // Reviews are found by their type.
        ("review", None),
    ],
};

const REVIEW: Place = Place {
    name: "review",
    read: &[
        ("claimReviewed", Some(&ITEM)),
        ("itemReviewed", Some(&ITEM)),
        ("author", Some(&DESK)),
        ("publisher", Some(&DESK)),
        ("reviewRating", Some(&RATING)),
        ("url", None),
        ("datePublished", None),
        ("headline", None),
        ("name", None),
    ],
};

/// What the reviews in these JSON-LD texts say and documents have no field for, so that it is not lost in silence: one warning for
/// each property, with the path of its first value and the number of all. `is_page` as the texts were imported: by
/// [`import_page`](super::import_page), or by [`import_claim_reviews`](super::import_claim_reviews).
pub fn unread(texts: &[&str], is_page: bool) -> Vec<Remark> {
    let nodes = parsed(texts, is_page, &mut Notes::default());
    let blocks: Vec<_> = nodes.iter().map(|(node, path)| At { node, path: path.clone() }).collect();
    let graph = Graph::of(&blocks);
    let mut search =
        Search { graph: &graph, seen: HashSet::new(), counted: HashSet::new(), at: HashMap::new(), found: Vec::new() };
    blocks.iter().for_each(|block| search.visit(block, false));
    search.found.into_iter().map(Unread::into_remark).collect()
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
        let text = format!("a document has no field for the {property} of a {place}; it is left out{others}");
        Remark { fault: Fault::Other { code: "unread", severity: Severity::Warning, text }, path: first }
    }
}

struct Search<'graph> {
    graph: &'graph Graph<'graph>,
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
        if !self.seen.insert((at.node, place.name)) {
            return;
        }
        for (property, value) in self.graph.properties(at) {
            match place.read.iter().find(|(known, _)| *known == property) {
                Some((_, Some(inner))) => {
                    self.graph.values(at, property).iter().for_each(|value| self.thing(value, inner));
                }
                Some((_, None)) => (),
                None => self.unread(place, property, value),
            }
        }
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
                let property = property.to_owned();
                self.found.push(Unread { place: place.name, property, first: value.path, count: 1 });
            }
        }
    }
}

fn is_reference(node: &Node) -> bool {
    match node {
        Node::Array(nodes) => nodes.iter().all(is_reference),
        Node::Object(fields) => fields.len() == 1 && id(node).is_some(),
        _ => false,
    }
}

fn is_blank(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::String(text) => text.trim().is_empty(),
        Node::Array(nodes) => nodes.iter().all(is_blank),
        Node::Object(fields) => fields.iter().all(|(key, node)| key == "@type" || is_blank(node)),
        Node::Boolean(_) | Node::Number(_) => false,
    }
}
