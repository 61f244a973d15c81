//! Whether the article has the words of statements, and presents them in the same way.

use super::edges;
use super::marks::{Marks, Standing, own_marks};
use super::parts;
use super::voices::Voices;
use super::{
    Compared, ContextFault, Difference, Fault, Kind, Mark, Original, OwnMarks, PlaceMend, Remark, WordsMend, quoted,
    slice,
};
use document::model::{Document, Stance, Statement, Words};
use document::problem::Severity;
use document::web_url::WebUrl;
use quotes::{Finding, Grade, Passage, Quote, Text, count_words, has_words, most_places};

/// The most differences that are underlined, because the position of each is counted from the beginning of the quote.
const MOST_MARKS: usize = 50;

/// The most differences in a message.
const MOST_DIFFERENCES: usize = 3;

/// The least number of words in quotation marks that are taken for speech; fewer may be a title or irony.
pub(super) const LEAST_SPEECH: usize = 4;

/// At how many punctuation marks a quote is divided, to see whether the article interrupts it there.
const MOST_DIVISIONS: usize = 20;

/// Marks at the end of a sentence or of a part of it that do not change its meaning.
const SLIGHT: [char; 8] = ['.', ',', ';', '…', '。', '，', '、', '．'];

pub(super) fn check<'all>(
    document: &'all Document,
    article: Option<&'all Original>,
    voices: &'all Voices<'all>,
    remarks: &'all mut Vec<Remark>,
) -> Vec<Compared> {
    let Some(article) = article else { return Vec::new() };
    let marks = Marks::of(article);
    let mut checking =
        Checking { document, article: &article.text, page: &article.page, marks, voices, words: Vec::new(), remarks };
    for (index, claim) in document.claims.iter().enumerate() {
        for (number, statement) in claim.statements.iter().enumerate() {
            checking.check(&claim.text, statement, &format!("claims[{index}].statements[{number}]"));
        }
    }
    checking.words
}

/// Whether a statement was published elsewhere, so that its words may be missing in this article.
pub(super) fn is_from_elsewhere(statement: &Statement, document: &Document) -> bool {
    let url = statement.source.as_ref().and_then(|source| source.url.as_ref());
    url.is_some_and(|url| document.article.url.as_ref().map(WebUrl::page) != Some(url.page()))
}

/// What to do if the article may rightly not have these words.
fn excuse(statement: &Statement, document: &Document) -> Option<WordsMend> {
    let languages = (&statement.language, &document.article.language);
    let is_other_language = matches!(languages, (Some(own), Some(other)) if own.primary() != other.primary());
    if is_from_elsewhere(statement, document) {
        Some(WordsMend::OtherSource)
    } else if statement.translated_from.is_some() {
        Some(WordsMend::Translation)
    } else if is_other_language {
        Some(WordsMend::OtherLanguage)
    } else {
        None
    }
}

struct Checking<'all> {
    document: &'all Document,
    article: &'all Text,
    page: &'all Text,
    marks: Marks,
    voices: &'all Voices<'all>,
    words: Vec<Compared>,
    remarks: &'all mut Vec<Remark>,
}

impl Checking<'_> {
    fn check(&mut self, claim: &str, statement: &Statement, path: &str) {
        let excuse = excuse(statement, self.document);
        let context = (statement.prefix.as_deref(), statement.suffix.as_deref());
        let words = [(Kind::Quote, &statement.quote), (Kind::Reported, &statement.reported)];
        let mut context = Some(context);
        for (kind, words) in words.into_iter().filter_map(|(kind, words)| Some((kind, words.as_ref()?))) {
            // If there is a quote, they belong to it.
            let owns_context = context.is_some();
            let (prefix, suffix) = context.take().unwrap_or_default();
            let quote = Quote { spans: words.spans(), prefix, suffix };
            let finding = self.article.find(&quote);
            let path_of_words = format!("{path}.{}", kind.name());
            let is_in_context = prefix.is_some() || suffix.is_some();
            let stands = matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous);
            let fault = if is_in_context && stands { self.fault_of_context(&quote) } else { None };
            // A wrong context does not show which place is meant, however long it is.
            if fault.is_none() || finding.grade != Grade::Ambiguous {
                self.grade(&path_of_words, &quote, &finding, excuse, owns_context);
            }
            self.check_parts(&path_of_words, &quote, &finding);
            parts::check(self.article, &path_of_words, &finding, self.remarks);
            edges::check(self.article, &path_of_words, words.spans(), &finding, self.remarks);
            if kind == Kind::Quote {
                self.check_own_marks(&path_of_words, &quote);
            }
            if kind == Kind::Quote || statement.quote.is_none() {
                let is_inner = kind == Kind::Quote && self.is_inner(&finding);
                let words = (kind, &finding);
                self.remarks.extend(self.voices.check(self.document, statement, path, words, is_inner));
            }
            if let Some((field, fault)) = fault {
                self.remarks.push(Remark::warning(Fault::Context(fault), format!("{path}.{field}")));
            }
            self.check_cut((kind, statement), &path_of_words, &finding);
            self.check_marks(kind, &path_of_words, words, &finding, statement.quote.is_some());
            self.check_stance((kind, statement), claim, &path_of_words, &finding);
            self.words.push(Compared { path: path_of_words, kind, spans: words.spans().to_vec(), finding });
        }
    }

    /// Warns of words without their condition, and of quotes without their “not”.
    fn check_cut(&mut self, (kind, statement): (Kind, &Statement), path: &str, finding: &Finding) {
        // Of reported words that somebody denies, the stance is examined. A quote is not what they deny, but how.
        let is_denied = kind == Kind::Reported && statement.stance == Some(Stance::Denies);
        let is_conditional = !is_denied && parts::check_condition(self.article, path, finding, self.remarks);
        if !is_conditional && kind == Kind::Quote && self.stands_in_marks(finding) {
            parts::check_cut(self.article, path, finding, self.remarks);
        }
    }

    /// Warns of words that the article denies or says otherwise than the statement's stance tells.
    fn check_stance(&mut self, (kind, statement): (Kind, &Statement), claim: &str, path: &str, finding: &Finding) {
        match (kind, statement.stance == Some(Stance::Denies)) {
            (Kind::Reported, true) => parts::check_not_denied(self.article, path, claim, finding, self.remarks),
            (Kind::Reported, false) => parts::check_denial(self.article, path, finding, self.remarks),
            (Kind::Quote, true) => {}
            (Kind::Quote, false) => self.check_unsaid(path, finding),
        }
    }

    /// Whether no part of the words stands outside of quotation marks, as far as it can be known.
    fn stands_in_marks(&self, finding: &Finding) -> bool {
        let mut parts = finding.places.iter().take(1).flatten();
        parts.all(|part| !matches!(self.marks.standing(self.article, *part), Standing::Outside(_)))
    }

    /// Whether all parts of the words stand in quotations within others.
    fn is_inner(&self, finding: &Finding) -> bool {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return false;
        };
        place.iter().all(|part| self.marks.is_inner(self.article, *part))
    }

    /// `owns_context`: whether the prefix and suffix, if there are any, belong to these words.
    fn grade(
        &mut self,
        path: &str,
        quote: &Quote<'_>,
        finding: &Finding,
        excuse: Option<WordsMend>,
        owns_context: bool,
    ) {
        let is_forgiven = excuse.is_some() || self.ends_otherwise(quote, finding);
        let severity = if is_forgiven { Severity::Warning } else { Severity::Error };
        let mend = || match excuse {
            Some(excuse) => excuse,
            None if self.stands_in_parts(quote) => WordsMend::SplitAtEllipsis,
            None if finding.grade == Grade::NotFound && self.is_interrupted(quote) => WordsMend::SplitAtInterruption,
            None => WordsMend::Copy,
        };
        let remark = match finding.grade {
            Grade::Exact | Grade::Typographic => return,
            Grade::Altered | Grade::NotFound if self.stands_around(quote) => {
                Remark::warning(Fault::OutsideArticle, path)
            }
            Grade::Altered => Remark {
                marks: finding.differences.iter().take(MOST_MARKS).map(|difference| mark(path, difference)).collect(),
                nearest: Some(self.passages(&finding.places[0])),
                ..Remark::new(self.altered(quote, finding, mend()), severity, path)
            },
            Grade::NotFound => Remark::new(Fault::NotFound { mend: mend() }, severity, path),
            Grade::Ambiguous => {
                let places = finding.places.len();
                let mend = match (quote.prefix, quote.suffix) {
                    _ if !owns_context => PlaceMend::OwnStatement,
                    (None, None) => PlaceMend::AddContext,
                    _ => PlaceMend::LengthenContext,
                };
                let or_more = places == most_places(finding.places[0].len());
                Remark::warning(Fault::Ambiguous { places, or_more, mend }, path)
            }
            Grade::NotChecked => Remark::warning(Fault::NoWords, path),
        };
        self.remarks.push(remark);
    }

    /// Whether only points and commas at the end of a part differ: the article may continue a sentence that ends in a quote.
    fn ends_otherwise(&self, quote: &Quote<'_>, finding: &Finding) -> bool {
        let is_slight = |words: &str| words.chars().all(|c| c.is_whitespace() || SLIGHT.contains(&c));
        let mut differences = finding.differences.iter();
        finding.grade == Grade::Altered
            && !finding.differences.is_empty()
            && differences.all(|quotes::Difference { span, quote: own, text }| {
                let (words, behind) = quote.spans[*span].split_at(own.end);
                is_slight(&words[own.start..]) && !has_words(behind) && is_slight(&slice(self.article, *text))
            })
    }

    /// The article's words between two pieces of a quotation, if they are the only difference.
    fn interruptions(&self, quote: &Quote<'_>, finding: &Finding) -> Vec<Passage> {
        let parts = parts_between(quote, &finding.differences);
        let cut = self.article.find(&Quote { spans: &parts, ..*quote });
        let ([place], Grade::Exact | Grade::Typographic) = (cut.places.as_slice(), cut.grade) else {
            return Vec::new();
        };
        let is_inside = |part: &Passage| self.marks.standing(self.article, *part) == Standing::Inside;
        let between = place
            .windows(2)
            .map(|pair| self.marks.standing(self.article, Passage { start: pair[0].end, end: pair[1].start }));
        let between: Option<Vec<_>> = between
            .map(|standing| match standing {
                Standing::Outside(parts) if parts.len() == 1 => Some(parts[0]),
                _ => None,
            })
            .collect();
        between.filter(|_| place.iter().all(is_inside)).unwrap_or_default()
    }

    /// Whether the page, but not the article, has these words: in the standfirst, or in a caption above it.
    fn stands_around(&self, quote: &Quote<'_>) -> bool {
        matches!(self.page.find(quote).grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous)
    }

    /// Parts without words next to parts with words.
    fn check_parts(&mut self, path: &str, quote: &Quote<'_>, finding: &Finding) {
        if finding.grade == Grade::NotChecked {
            return;
        }
        for (index, span) in quote.spans.iter().enumerate().filter(|(_, span)| !has_words(span)) {
            let fault = Fault::NoWordsInPart { part: quoted(span) };
            self.remarks.push(Remark::warning(fault, format!("{path}[{index}]")));
        }
    }

    /// Whether the article has the words before and after each ellipsis, in this order.
    fn stands_in_parts(&self, quote: &Quote<'_>) -> bool {
        let parts = quote.spans.iter().flat_map(|span| span.split("...")).flat_map(|part| part.split('…'));
        let is_bracket = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')');
        let parts: Vec<_> = parts.map(|part| part.trim_matches(is_bracket).to_owned()).collect();
        let finding = (parts.len() > quote.spans.len()).then(|| self.article.find(&Quote { spans: &parts, ..*quote }));
        finding.is_some_and(|finding| matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous))
    }

    /// Whether the article has the words of one part in two pieces of one quotation, with more than a few words between them:
    /// “, said Mayor Ann Lee of the old town, ”. They are divided at a punctuation mark.
    fn is_interrupted(&self, quote: &Quote<'_>) -> bool {
        let [words] = quote.spans else { return false };
        let ends = words
            .char_indices()
            .filter(|(_, c)| SLIGHT.contains(c) || matches!(c, '?' | '!' | '？' | '！' | '–' | '—'));
        ends.take(MOST_DIVISIONS).any(|(at, c)| {
            let (before, behind) = words.split_at(at + c.len_utf8());
            // Where a sentence ends in the quote, the article may have a comma.
            let pieces = [before.trim_end_matches(SLIGHT), behind].map(str::to_owned);
            if !pieces.iter().all(|piece| has_words(piece)) {
                return false;
            }
            let finding = self.article.locate(&Quote { spans: &pieces, ..*quote });
            let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
                return false;
            };
            let is_inside = |piece: &Passage| self.marks.standing(self.article, *piece) == Standing::Inside;
            place.iter().all(is_inside) && self.article.doubt(&finding).is_none()
        })
    }

    /// Readers see marks around every quote, also if it has none.
    fn check_own_marks(&mut self, path: &str, quote: &Quote<'_>) {
        let marks = match own_marks(&quote.spans.join(" ")) {
            (true, true) => OwnMarks::Both,
            (true, false) => OwnMarks::Beginning,
            (false, true) => OwnMarks::End,
            (false, false) => return,
        };
        self.remarks.push(Remark::warning(Fault::OwnMarks(marks), path));
    }

    /// Which of prefix and suffix the article does not have, and why.
    fn fault_of_context(&self, quote: &Quote<'_>) -> Option<(&'static str, ContextFault)> {
        let (before, behind) = (Quote { suffix: None, ..*quote }, Quote { prefix: None, ..*quote });
        let fault = if !self.article.confirms(&before) {
            ("prefix", ContextFault::Prefix)
        } else if !self.article.confirms(&behind) {
            ("suffix", ContextFault::Suffix)
        } else if !self.article.confirms(quote) {
            ("suffix", ContextFault::Apart)
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
                    let fault = Fault::Unquoted { outside: self.outside(place, &outside) };
                    self.remarks.push(Remark::warning(fault, path));
                }
            }
            Kind::Reported => {
                let is_speech = count_words(&words.spans()[0]) >= LEAST_SPEECH;
                if !has_quote && is_speech && standings.collect::<Vec<_>>() == [Standing::Inside] {
                    self.remarks.push(Remark::warning(Fault::Quoted, path));
                }
            }
        }
    }

    /// Warns of a quote in a quotation that the article says was never said.
    fn check_unsaid(&mut self, path: &str, finding: &Finding) {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else { return };
        let quotations = place.iter().filter_map(|passage| self.marks.quotation_of(*passage));
        let remark = quotations.into_iter().find_map(|quotation| parts::unsaid(self.article, path, quotation));
        self.remarks.extend(remark);
    }

    /// The first parts outside quotation marks, for a message; empty if the whole quote is outside.
    fn outside(&self, place: &[Passage], outside: &[Passage]) -> Vec<String> {
        if place == outside {
            return Vec::new();
        }
        let is_no_word = |c: char| !c.is_alphanumeric();
        let parts = outside.iter().take(MOST_DIFFERENCES);
        parts.map(|part| quoted(slice(self.article, *part).trim_matches(is_no_word))).collect()
    }

    /// The words that only the quote has, and those that only the article has.
    fn altered(&self, quote: &Quote<'_>, finding: &Finding, mend: WordsMend) -> Fault {
        let interruptions = match mend {
            WordsMend::Copy => self.interruptions(quote, finding),
            _ => Vec::new(),
        };
        if !interruptions.is_empty() {
            let words = interruptions.iter().take(MOST_DIFFERENCES);
            let is_mark = |c: char| !c.is_alphanumeric();
            let missing =
                words.map(|words| Difference::Missing(quoted(slice(self.article, *words).trim_matches(is_mark))));
            let more = interruptions.len().saturating_sub(MOST_DIFFERENCES);
            return Fault::Altered { differences: missing.collect(), more, mend: WordsMend::SplitAtInterruption };
        }
        let all = &finding.differences;
        if all.is_empty() {
            return Fault::Altered { differences: vec![Difference::Order], more: 0, mend };
        }
        let differences = all.iter().take(MOST_DIFFERENCES).map(|difference| self.difference(quote, difference));
        Fault::Altered { differences: differences.collect(), more: all.len().saturating_sub(MOST_DIFFERENCES), mend }
    }

    fn difference(&self, quote: &Quote<'_>, difference: &quotes::Difference) -> Difference {
        let ours = quoted(&quote.spans[difference.span][difference.quote.clone()]);
        let theirs = quoted(&slice(self.article, difference.text));
        if difference.quote.is_empty() {
            Difference::Missing(theirs)
        } else if difference.text.start == difference.text.end {
            Difference::Added(ours)
        } else {
            Difference::Replaced { quote: ours, article: theirs }
        }
    }

    fn passages(&self, place: &[Passage]) -> String {
        place.iter().map(|passage| slice(self.article, *passage)).collect::<Vec<_>>().join(" … ")
    }
}

/// The place of a difference in the quote; if words are missing, the place where they belong.
fn mark(path: &str, difference: &quotes::Difference) -> Mark {
    Mark { path: format!("{path}[{}]", difference.span), words: difference.quote.clone() }
}

/// A quote divided at its differences, without the marks at the divisions.
fn parts_between(quote: &Quote<'_>, differences: &[quotes::Difference]) -> Vec<String> {
    let mut parts = Vec::new();
    // They are in the order of the quote's parts.
    let mut differences = differences.iter().peekable();
    for (number, span) in quote.spans.iter().enumerate() {
        let mut from = 0;
        while let Some(difference) = differences.next_if(|difference| difference.span == number) {
            parts.push(span[from..difference.quote.end].to_owned());
            from = difference.quote.end;
        }
        parts.push(span[from..].to_owned());
    }
    let is_mark = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    parts.iter().map(|part| part.trim_matches(is_mark).to_owned()).filter(|part| has_words(part)).collect()
}
