//! Documents made from what newsrooms have already: schema.org's `ClaimReview`, as JSON-LD in their pages.

use document::decode::{Decoded, decode};
use document::json::{Node, parse, refusal};
use document::model::{Number, VERSION};
use document::problem::{Fault, Problem, Severity};

/// Reads every [`ClaimReview`](https://schema.org/ClaimReview) in a text of JSON-LD, however deep it stands. Reviews of the
/// same claim come together, with all who made it. A rating that nobody has signed is left out. `headline` is the article's,
/// which a `ClaimReview` does not give.
///
/// # Errors
///
/// One [`Problem`] where the text is not JSON, or none of it is a review that says what was reviewed.
pub fn claim_reviews(json: &str, headline: &str) -> Result<Decoded, Problem> {
    let Imported { document, problems, left_out } = import_claim_reviews(json, headline)?;
    let mut decoded = decode(&document)?;
    decoded.problems.extend(problems);
    decoded.left_out += left_out;
    Ok(decoded)
}

/// A document made from [`ClaimReview`](https://schema.org/ClaimReview)s, before it is decoded.
pub struct Imported {
    /// The document's JSON.
    pub document: String,
    /// What of the reviews is not in it.
    pub problems: Vec<Problem>,
    /// How many reviews had to be left out.
    pub left_out: usize,
}

/// Makes the JSON of a document from the reviews that [`claim_reviews`] reads.
///
/// # Errors
///
/// As [`claim_reviews`].
pub fn import_claim_reviews(json: &str, headline: &str) -> Result<Imported, Problem> {
    let mut import = Import::default();
    import.visit(&parse(json)?, String::new());
    let Import { speakers, claims, problems } = import;
    if claims.is_empty() {
        let first = problems.into_iter().next();
        return Err(first.unwrap_or_else(|| refusal(Fault::NoClaimReview)));
    }
    let left_out = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let mut article = Made::default();
    article.put("headline", Node::String(headline.to_owned()));
    let mut document = Made::default();
    document.put("version", Node::Number(VERSION.to_string()));
    document.put("article", article.node());
    document.put("speakers", speakers.node());
    document.put("claims", Node::Array(claims.into_iter().map(ReviewedClaim::node).collect()));
    Ok(Imported { document: document.node().to_string(), problems, left_out })
}

#[derive(Default)]
struct Import {
    speakers: Made,
    claims: Vec<ReviewedClaim>,
    /// An error for each review that is left out.
    problems: Vec<Problem>,
}

struct ReviewedClaim {
    id: String,
    text: String,
    statements: Vec<Node>,
    reviews: Vec<Node>,
}

impl ReviewedClaim {
    fn node(self) -> Node {
        let mut claim = Made::default();
        claim.put("id", Node::String(self.id));
        claim.put("text", Node::String(self.text));
        claim.put("statements", Node::Array(self.statements));
        claim.put("reviews", Node::Array(self.reviews));
        claim.node()
    }
}

impl Import {
    fn visit(&mut self, node: &Node, path: String) {
        match node {
            Node::Array(nodes) => {
                nodes.iter().enumerate().for_each(|(index, node)| self.visit(node, format!("{path}[{index}]")));
            }
            Node::Object(_) if is_a(node, "ClaimReview") => self.review(node, path),
            Node::Object(fields) => fields.iter().for_each(|(key, node)| self.visit(node, format!("{path}.{key}"))),
            _ => (),
        }
    }

    fn review(&mut self, review: &Node, path: String) {
        let Some(claimed) = text(review, "claimReviewed") else {
            return self.report(&path, "claimReviewed", Fault::NothingReviewed, Severity::Error);
        };
        let mut rated = Made::default();
        rated.put_name("by", review, "author");
        rated.put_texts(review, &[("url", "url"), ("published", "datePublished")]);
        if let Some(rating) = first(review, "reviewRating") {
            rated.put_texts(rating, &[("label", "name"), ("label", "alternateName")]);
            rated.put_numbers(rating, &[("value", "ratingValue"), ("best", "bestRating"), ("worst", "worstRating")]);
        }
        let statement = first(review, "itemReviewed").and_then(|claim| self.statement(claim));
        let at = self.claims.iter().position(|claim| claim.text == claimed).unwrap_or_else(|| {
            let (id, text) = (self.id_for(claimed), claimed.to_owned());
            self.claims.push(ReviewedClaim { id, text, statements: Vec::new(), reviews: Vec::new() });
            self.claims.len() - 1
        });
        let claim = &mut self.claims[at];
        let speaker = |node: &Node| node.at("speaker").and_then(Node::as_string).map(str::to_owned);
        if let Some(statement) = statement
            && !claim.statements.iter().any(|known| speaker(known) == speaker(&statement))
        {
            claim.statements.push(statement);
        }
        match name(review, "author") {
            Some(_) => claim.reviews.push(rated.node()),
            None => self.report(&path, "author.name", Fault::UnsignedReview, Severity::Warning),
        }
    }

    fn report(&mut self, path: &str, property: &str, fault: Fault, severity: Severity) {
        let path = format!("{path}.{property}").trim_start_matches('.').to_owned();
        self.problems.push(Problem { fault, severity, path });
    }

    /// Who made the claim, in which role and where; `None` where none of it is said.
    fn statement(&mut self, claim: &Node) -> Option<Node> {
        let mut statement = Made::default();
        statement.put_name("speaker", claim, "author");
        if let Some(author) = first(claim, "author") {
            statement.put_texts(author, &[("role", "jobTitle")]);
            statement.put_name("organization", author, "worksFor");
            statement.put_name("organization", author, "affiliation");
            if let Some(name) = name(claim, "author") {
                let mut speaker = Made::default();
                speaker.put("name", Node::String(name.to_owned()));
                if is_a(author, "Organization") {
                    speaker.put("type", Node::String("organization".to_owned()));
                }
                self.speakers.put(name, speaker.node());
            }
        }
        statement.put_texts(claim, &[("said", "datePublished")]);
        let work = first(claim, "appearance").or_else(|| first(claim, "firstAppearance"));
        if let Some(work) = work {
            statement.put("source", source(work));
        }
        let says_something = work.is_some() || name(claim, "author").is_some();
        says_something.then(|| statement.node())
    }

    /// The claim's first words as an address; with a number where they give none, or one that another claim has.
    fn id_for(&self, text: &str) -> String {
        let mut id = String::new();
        for c in text.bytes() {
            if c.is_ascii_alphanumeric() && id.len() < 60 {
                id.push(c.to_ascii_lowercase().into());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = id.trim_end_matches('-');
        if id.is_empty() || self.claims.iter().any(|claim| claim.id == id) {
            return format!("review-{}", self.claims.len() + 1);
        }
        id.to_owned()
    }
}

/// Where the claim appeared: a work, or no more than its address.
fn source(work: &Node) -> Node {
    let mut source = Made::default();
    source.put_texts(work, &[("title", "name"), ("title", "headline"), ("url", "url"), ("published", "datePublished")]);
    source.put_name("publisher", work, "publisher");
    if let Some(url) = work.as_string() {
        source.put("url", Node::String(url.to_owned()));
    }
    source.node()
}

fn is_a(node: &Node, schema_type: &str) -> bool {
    let is = |node: &Node| node.as_string() == Some(schema_type);
    match node.at("@type") {
        Some(Node::Array(types)) => types.iter().any(is),
        Some(node) => is(node),
        None => false,
    }
}

/// The value of a property; of several the first, as JSON-LD lets any property have several.
fn first<'node>(node: &'node Node, key: &str) -> Option<&'node Node> {
    match node.at(key)? {
        Node::Array(nodes) => nodes.first(),
        node => Some(node),
    }
}

fn text<'node>(node: &'node Node, key: &str) -> Option<&'node str> {
    first(node, key)?.as_string().map(str::trim).filter(|text| !text.is_empty())
}

/// The name of a person or an organization, which may stand for itself.
fn name<'node>(node: &'node Node, key: &str) -> Option<&'node str> {
    text(node, key).or_else(|| text(first(node, key)?, "name"))
}

/// A JSON object in the making.
#[derive(Default)]
struct Made(Vec<(String, Node)>);

impl Made {
    /// Sets a field; one of this name that is there already gives way.
    fn put(&mut self, key: &str, node: Node) {
        self.0.retain(|(known, _)| known != key);
        self.0.push((key.to_owned(), node));
    }

    fn put_name(&mut self, key: &str, from: &Node, property: &str) {
        if let Some(name) = name(from, property) {
            self.put(key, Node::String(name.to_owned()));
        }
    }

    /// Takes over the properties that are texts: the field of each, and its name there.
    fn put_texts(&mut self, from: &Node, fields: &[(&str, &str)]) {
        for (key, property) in fields {
            if let Some(text) = text(from, property) {
                self.put(key, Node::String(text.to_owned()));
            }
        }
    }

    /// Likewise numbers, which JSON-LD may have as strings; what is no number is left out.
    fn put_numbers(&mut self, from: &Node, fields: &[(&str, &str)]) {
        for (key, property) in fields {
            if let Some(Node::Number(digits) | Node::String(digits)) = first(from, property)
                && Number::parse(digits).is_some()
            {
                self.put(key, Node::Number(digits.clone()));
            }
        }
    }

    fn node(self) -> Node {
        Node::Object(self.0)
    }
}
