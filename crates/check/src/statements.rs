//! Whether statements have the article's words, and whether they give them as the article does.

use super::marks::{Marks, Standing, own_marks};
use super::{Code, Compared, Kind, Mark, Original, Remark, quoted, slice};
use document::model::{Document, Statement, Words};
use document::problem::Severity;
use document::web_url::WebUrl;
use quotes::{Difference, Finding, Grade, Passage, Quote, Text, has_words};

/// How many differences a message tells.
const MOST_DIFFERENCES: usize = 3;

/// The least number of words that are taken for speech where an article sets them in quotation marks; fewer may be a title, or irony.
const LEAST_SPEECH: usize = 4;

pub(super) fn check(document: &Document, article: Option<&Original>, remarks: &mut Vec<Remark>) -> Vec<Compared> {
    let Some(article) = article else { return Vec::new() };
    let marks = Marks::of(article);
    let mut checking = Checking { document, article: &article.text, marks, words: Vec::new(), remarks };
    for (index, claim) in document.claims.iter().enumerate() {
        for (number, statement) in claim.statements.iter().enumerate() {
            checking.check(statement, &format!("claims[{index}].statements[{number}]"));
        }
    }
    checking.words
}

/// Whether a statement was published elsewhere, and its words may well not stand in this article.
pub(super) fn is_from_elsewhere(statement: &Statement, document: &Document) -> bool {
    let url = statement.source.as_ref().and_then(|source| source.url.as_ref());
    url.is_some_and(|url| document.article.url.as_ref().map(WebUrl::page) != Some(url.page()))
}

/// Why words need not stand in the article as they are, if so, for a message.
fn excuse(statement: &Statement, document: &Document) -> Option<&'static str> {
    let languages = (&statement.language, &document.article.language);
    let is_other_language = matches!(languages, (Some(own), Some(other)) if own.primary() != other.primary());
    if is_from_elsewhere(statement, document) {
        Some("they are from another source; compare them there")
    } else if statement.translated_from.is_some() {
        Some("they are a translation; compare them with the original")
    } else if is_other_language {
        Some("they are in another language; compare them with a translation")
    } else {
        None
    }
}

struct Checking<'all> {
    document: &'all Document,
    article: &'all Text,
    marks: Marks,
    words: Vec<Compared>,
    remarks: &'all mut Vec<Remark>,
}

impl Checking<'_> {
    fn check(&mut self, statement: &Statement, path: &str) {
        let excuse = excuse(statement, self.document);
        let context = (statement.prefix.as_deref(), statement.suffix.as_deref());
        let words = [(Kind::Quote, &statement.quote), (Kind::Reported, &statement.reported)];
        let mut context = Some(context);
        for (kind, words) in words.into_iter().filter_map(|(kind, words)| Some((kind, words.as_ref()?))) {
            // They are about the quote where there is one.
            let owns_context = context.is_some();
            let (prefix, suffix) = context.take().unwrap_or_default();
            let quote = Quote { spans: words.spans(), prefix, suffix };
            let finding = self.article.find(&quote);
            let path_of_words = format!("{path}.{}", kind.name());
            let is_in_context = prefix.is_some() || suffix.is_some();
            let stands = matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous);
            let fault = if is_in_context && stands { self.fault_of_context(&quote) } else { None };
            // A context that is wrong tells no place from others, however long it is.
            if fault.is_none() || finding.grade != Grade::Ambiguous {
                self.grade(&path_of_words, &quote, &finding, excuse, owns_context);
            }
            self.check_parts(&path_of_words, &quote, &finding);
            if kind == Kind::Quote {
                self.check_own_marks(&path_of_words, &quote);
            }
            if let Some((field, fault)) = fault {
                self.remarks.push(Remark::warning(Code::Context, format!("{path}.{field}"), fault));
            }
            self.check_marks(kind, &path_of_words, words, &finding, statement.quote.is_some());
            self.words.push(Compared { path: path_of_words, kind, spans: words.spans().to_vec(), finding });
        }
    }

    /// `owns_context`: whether prefix and suffix, if there are any, are about these words.
    fn grade(&mut self, path: &str, quote: &Quote<'_>, finding: &Finding, excuse: Option<&str>, owns_context: bool) {
        let severity = if excuse.is_some() { Severity::Warning } else { Severity::Error };
        let mend = || match excuse {
            Some(excuse) => excuse,
            None if self.stands_in_parts(quote) => {
                "give what stands before and behind the ellipsis as an array of parts"
            }
            None => "copy the words from the article",
        };
        let remark = match finding.grade {
            Grade::Exact | Grade::Typographic => return,
            Grade::Altered => Remark {
                marks: finding.differences.iter().map(|difference| mark(path, difference)).collect(),
                nearest: Some(self.passages(&finding.places[0])),
                ..Remark::new(
                    Code::Altered,
                    severity,
                    path,
                    format!("altered: {}; {}", self.differences(quote, finding), mend()),
                )
            },
            Grade::NotFound => {
                let message = format!("these words are not in the article; {}", mend());
                Remark::new(Code::NotFound, severity, path, message)
            }
            Grade::Ambiguous => {
                let places = finding.places.len();
                let mend = match (quote.prefix, quote.suffix) {
                    _ if !owns_context => {
                        "make it a statement of its own, with a prefix or suffix: here they are about the quote"
                    }
                    (None, None) => "add a prefix or suffix: the words right before or after the one that is meant",
                    _ => "make prefix or suffix longer, until only one is meant",
                };
                Remark::warning(Code::Ambiguous, path, format!("stands in the article {places} times; {mend}"))
            }
            Grade::NotChecked => {
                Remark::warning(Code::NoWords, path, "there is no word in it; give the words that were said")
            }
        };
        self.remarks.push(remark);
    }

    /// Parts without words beside others that have some.
    fn check_parts(&mut self, path: &str, quote: &Quote<'_>, finding: &Finding) {
        if finding.grade == Grade::NotChecked {
            return;
        }
        for (index, span) in quote.spans.iter().enumerate().filter(|(_, span)| !has_words(span)) {
            let span = quoted(span);
            let message = format!("there is no word in {span}; leave it out: an array says that words are left out");
            self.remarks.push(Remark::warning(Code::NoWords, format!("{path}[{index}]"), message));
        }
    }

    /// Whether the article has what stands before and behind each ellipsis, in this order.
    fn stands_in_parts(&self, quote: &Quote<'_>) -> bool {
        let parts = quote.spans.iter().flat_map(|span| span.split("...")).flat_map(|part| part.split('…'));
        let is_bracket = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')');
        let parts: Vec<_> = parts.map(|part| part.trim_matches(is_bracket).to_owned()).collect();
        let finding = (parts.len() > quote.spans.len()).then(|| self.article.find(&Quote { spans: &parts, ..*quote }));
        finding.is_some_and(|finding| matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous))
    }

    /// Readers see marks around a quote without any in it.
    fn check_own_marks(&mut self, path: &str, quote: &Quote<'_>) {
        let fault = match own_marks(&quote.spans.join(" ")) {
            (true, true) => "leave those in it out",
            (true, false) => "leave the one at its beginning out",
            (false, true) => "leave the one at its end out",
            (false, false) => return,
        };
        let message = format!("quotation marks are set around it by the card; {fault}");
        self.remarks.push(Remark::warning(Code::Marks, path, message));
    }

    /// Which of prefix and suffix the article does not have, and what is to be said of it.
    fn fault_of_context(&self, quote: &Quote<'_>) -> Option<(&'static str, &'static str)> {
        let (before, behind) = (Quote { suffix: None, ..*quote }, Quote { prefix: None, ..*quote });
        let fault = if !self.article.confirms(&before) {
            ("prefix", "the article does not have this right before the words; copy it from there, or leave it out")
        } else if !self.article.confirms(&behind) {
            ("suffix", "the article does not have this right after the words; copy it from there, or leave it out")
        } else if !self.article.confirms(quote) {
            (
                "suffix",
                "the article has this after the words, but not where the prefix stands before them; mend one of the two",
            )
        } else {
            return None;
        };
        Some(fault)
    }

    fn check_marks(&mut self, kind: Kind, path: &str, words: &Words, finding: &Finding, has_quote: bool) {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else { return };
        let standings = place.iter().map(|passage| self.marks.standing(self.article, *passage));
        match kind {
            Kind::Quote => {
                let outside = standings.flat_map(|standing| match standing {
                    Standing::Outside(parts) => parts,
                    _ => Vec::new(),
                });
                let outside: Vec<_> = outside.collect();
                if !outside.is_empty() {
                    let message = self.outside(place, &outside);
                    self.remarks.push(Remark::warning(Code::Unquoted, path, message));
                }
            }
            Kind::Reported => {
                let is_speech = words.spans()[0].split_whitespace().count() >= LEAST_SPEECH;
                if !has_quote && is_speech && standings.collect::<Vec<_>>() == [Standing::Inside] {
                    let message =
                        "the article has these words in quotation marks; if the speaker said them, give them as quote";
                    self.remarks.push(Remark::warning(Code::Quoted, path, message));
                }
            }
        }
    }

    fn outside(&self, place: &[Passage], outside: &[Passage]) -> String {
        if place == outside {
            return "the article has these words outside quotation marks; give them as reported".to_owned();
        }
        let is_no_word = |c: char| !c.is_alphanumeric();
        let parts: Vec<_> = outside
            .iter()
            .take(MOST_DIFFERENCES)
            .map(|part| quoted(slice(self.article, *part).trim_matches(is_no_word)))
            .collect();
        let parts = parts.join(" and ");
        format!(
            "the article has {parts} outside quotation marks; leave that out of the quote, as an array of its parts"
        )
    }

    /// What the quote has and the article has not, and the other way round.
    fn differences(&self, quote: &Quote<'_>, finding: &Finding) -> String {
        let differences = &finding.differences;
        if differences.is_empty() {
            return "the article does not have these parts one behind the other".to_owned();
        }
        let told = differences.iter().take(MOST_DIFFERENCES).map(|difference| self.difference(quote, difference));
        let mut told = told.collect::<Vec<_>>().join(", ");
        if differences.len() > MOST_DIFFERENCES {
            told += &format!(", and {} more", differences.len() - MOST_DIFFERENCES);
        }
        told
    }

    fn difference(&self, quote: &Quote<'_>, difference: &Difference) -> String {
        let ours = quoted(&quote.spans[difference.span][difference.quote.clone()]);
        let theirs = quoted(&slice(self.article, difference.text));
        if difference.quote.is_empty() {
            format!("{theirs} is missing")
        } else if difference.text.start == difference.text.end {
            format!("{ours} is not in the article")
        } else {
            format!("{ours} where the article has {theirs}")
        }
    }

    fn passages(&self, place: &[Passage]) -> String {
        place.iter().map(|passage| slice(self.article, *passage)).collect::<Vec<_>>().join(" … ")
    }
}

/// Where nothing of a quote's is at fault, because words are missing, it is the place where they would stand.
fn mark(path: &str, difference: &Difference) -> Mark {
    Mark { path: format!("{path}[{}]", difference.span), words: difference.quote.clone() }
}
