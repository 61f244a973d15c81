//! Makes claims: statements that belong together, with a sentence for each claim.

use std::collections::HashMap;
use std::ops::Range;

use document::model::{Claim, Stance, Statement, Words};
use draft::{Article, Attribution, Kind, Span, Sureness};
use quotes::{capitalized, lower_case};

use crate::denial::{Manner, manner};
use crate::ids::Ids;
use crate::slug::slug;
use crate::speakers::Speakers;
use crate::{Open, Why};

/// How many bytes next to a quote are tried as its prefix and suffix, until they distinguish it from other places.
const CONTEXTS: [usize; 3] = [24, 60, 160];

/// An attribution, and how the article reports its words, which takes long to find out.
#[derive(Clone, Copy)]
struct Told<'all> {
    attribution: &'all Attribution,
    manner: Manner,
}

/// Makes one claim for each group of attributions, and the list of what the editor has to check.
pub fn claims(article: &Article, attributions: &[Attribution], speakers: &Speakers) -> (Vec<Claim>, Vec<Open>) {
    let (mut claims, mut open, mut ids) = (Vec::new(), Vec::new(), Ids::default());
    let places = Places::of(article);
    let told: Vec<_> =
        attributions.iter().map(|attribution| Told { attribution, manner: manner(article, attribution) }).collect();
    for group in groups(article, &told) {
        let path = format!("claims[{}]", claims.len());
        let text = sentence(article, group);
        let id = ids.take(slug(&text, "claim"));
        open.push(Open { path: format!("{path}.text"), why: Why::Proposed, cue: None });
        let mut claim = Claim { id, text, ..Claim::default() };
        for statement in statements(group) {
            let path = format!("{path}.statements[{}].speaker", claim.statements.len());
            open.extend(statement.iter().find_map(|told| unsure(article, *told, &path)));
            claim.statements.push(made(article, statement, speakers, &places));
        }
        claims.push(claim);
    }
    (claims, open)
}

/// Groups attributions of one speaker that follow each other: in one paragraph, or reported speech and the quotation that belongs to it in the next.
///
/// What somebody denied or did not say belongs to no claim but its own: who denies it would deny the other claim, too. So does an answer, which is
/// about something else, and what the article has from somebody else than the speaker.
fn groups<'told, 'all>(article: &Article, all: &'told [Told<'all>]) -> impl Iterator<Item = &'told [Told<'all>]> {
    let mut is_after_denial = false;
    all.chunk_by(move |one, next| {
        let manners = [one.manner, next.manner];
        let (one, next) = (one.attribution, next.attribution);
        let is_same = one.speaker.is_some()
            && one.speaker.map(|speaker| speaker.name) == next.speaker.map(|speaker| speaker.name);
        // The quotation right behind a denial explains it.
        let explains = manners == [Manner::Denied, Manner::Said] && next.kind == Kind::Quoted;
        let is_alike = (manners == [Manner::Said; 2] && !is_after_denial && !answers(article, next)) || explains;
        is_after_denial = explains;
        let is_direct = one.hearsay.is_none() && next.hearsay.is_none();
        is_same && is_alike && is_direct && (end(one) == start(next) || belongs(one, next))
    })
}

/// How a sentence begins in which somebody answers a question.
const QUESTIONS: [&str; 20] = [
    "asked ",
    "when asked ",
    "pressed ",
    "when pressed ",
    "questioned ",
    "auf die frage",
    "auf eine frage",
    "auf frage",
    "auf nachfrage",
    "gefragt",
    "angesprochen auf",
    "interrogé",
    "à la question",
    "preguntad",
    "a la pregunta",
    "cuestionad",
    "alla domanda",
    "a chi ",
    "perguntad",
    "questionad",
];

/// The most characters of such a beginning.
const LONGEST_QUESTION: usize = 20;

/// Whether words are the answer to a question that the article gives in the same sentence: “Asked whether the union would strike, she said: …”.
fn answers(article: &Article, attribution: &Attribution) -> bool {
    let beginning: String = article.text(attribution.sentence).chars().take(LONGEST_QUESTION).collect();
    let sentence = lower_case(&beginning);
    QUESTIONS.iter().any(|question| sentence.starts_with(question))
}

/// Whether the first is reported speech and the second the quotation that it introduces.
fn belongs(reported: &Attribution, quoted: &Attribution) -> bool {
    (reported.kind, quoted.kind) == (Kind::Reported, Kind::Quoted)
        && start(quoted) == end(reported) + 1
        && quoted.sureness != Sureness::Given
}

fn start(attribution: &Attribution) -> usize {
    attribution.spans[0].paragraph
}

fn end(attribution: &Attribution) -> usize {
    attribution.spans[attribution.spans.len() - 1].paragraph
}

/// The statements of a group. Reported speech and the quotation after it become one statement.
fn statements<'all>(group: &[Told<'all>]) -> Vec<Vec<Told<'all>>> {
    let mut statements: Vec<Vec<Told>> = Vec::new();
    for told in group {
        let has_quote = told.attribution.kind == Kind::Quoted;
        match statements.last_mut() {
            Some(last) if last.len() == 1 && last[0].attribution.kind == Kind::Reported && has_quote => {
                last.push(*told);
            }
            _ => statements.push(vec![*told]),
        }
    }
    statements
}

fn made(article: &Article, told: Vec<Told>, speakers: &Speakers, places: &Places) -> Statement {
    let mut statement = Statement::default();
    let speaker = told[0].attribution.speaker;
    statement.speaker = speaker.and_then(|speaker| speakers.key(article.text(speaker.name))).map(str::to_owned);
    for Told { attribution, manner } in told {
        let words = Words::new(attribution.spans.iter().map(|span| article.text(*span).to_owned()).collect());
        match attribution.kind {
            Kind::Quoted => {
                statement.quote = words;
                (statement.prefix, statement.suffix) = context(article, &attribution.spans, places);
            }
            Kind::Reported => {
                statement.reported = words;
                statement.stance = (manner == Manner::Denied).then_some(Stance::Denies);
            }
        }
    }
    statement
}

fn unsure(article: &Article, Told { attribution, manner }: Told, path: &str) -> Option<Open> {
    let why = match attribution.sureness {
        // “never said that”: an editor has to decide whether this is a statement at all.
        _ if manner == Manner::NotSaid => Why::NotSaid,
        Sureness::Given => return None,
        Sureness::Inferred => Why::Inferred,
        Sureness::Open => Why::Open,
    };
    let cue = attribution.hearsay.or(attribution.cue);
    Some(Open { path: path.to_owned(), why, cue: cue.map(|cue| article.text(cue).to_owned()) })
}

/// The words before and after a quote, if the article has the quote's words more than once; nothing if these words do not tell the places apart.
fn context(article: &Article, spans: &[Span], places: &Places) -> (Option<String>, Option<String>) {
    let [span] = spans else { return (None, None) };
    if places.are_once(article.text(*span), 0) {
        return (None, None);
    }
    let paragraph = article.paragraphs[span.paragraph];
    for most in CONTEXTS {
        let from = boundary(paragraph, span.start.saturating_sub(most));
        let to = boundary(paragraph, paragraph.len().min(span.end + most));
        let beside = |text: &str| Some(text.trim().to_owned()).filter(|text| text.contains(char::is_alphanumeric));
        // The first and the last word may be cut.
        if places.are_once(&paragraph[from..to], 1) {
            return (beside(&paragraph[from..span.start]), beside(&paragraph[span.end..to]));
        }
    }
    (None, None)
}

/// Where each word stands in an article, so that not all of it is searched for each quote.
struct Places<'article> {
    article: &'article Article<'article>,
    /// The paragraph, and the byte in it.
    of_words: HashMap<&'article str, Vec<(usize, usize)>>,
}

impl<'article> Places<'article> {
    fn of(article: &'article Article<'article>) -> Self {
        let mut of_words: HashMap<_, Vec<_>> = HashMap::new();
        for (number, paragraph) in article.paragraphs.iter().enumerate() {
            for word in words(paragraph) {
                of_words.entry(&paragraph[word.clone()]).or_default().push((number, word.start));
            }
        }
        Self { article, of_words }
    }

    /// Whether the article has these words once. Of the words at each end, so many may be parts of words.
    fn are_once(&self, text: &str, cut: usize) -> bool {
        let mut whole: Vec<_> = words(text).skip(cut).collect();
        whole.truncate(whole.len().saturating_sub(cut));
        let places = |word: &Range<usize>| self.of_words.get(&text[word.clone()]).map_or(&[][..], Vec::as_slice);
        // Where the rarest of the words stands, the others are looked for.
        let rarest = whole.iter().min_by_key(|word| places(word).len());
        let found = rarest.filter(|word| !places(word).is_empty()).map(|word| {
            let has = |(number, at): &&(usize, usize)| {
                let start = at.checked_sub(word.start);
                start
                    .and_then(|start| self.article.paragraphs[*number].get(start..))
                    .is_some_and(|rest| rest.starts_with(text))
            };
            places(word).iter().filter(has).take(2).count()
        });
        // In languages without spaces, words may begin anywhere in a run of letters.
        let paragraphs =
            || self.article.paragraphs.iter().flat_map(|paragraph| paragraph.matches(text)).take(2).count();
        found.filter(|count| *count > 0).unwrap_or_else(paragraphs) < 2
    }
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = word_starts(text);
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        Some(start..start + length)
    })
}

/// The places where a word begins.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_within = false;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = c.is_alphanumeric() && !is_within;
        is_within = c.is_alphanumeric();
        begins.then_some(at)
    })
}

/// The next character boundary from here on.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The claim in one sentence: the reported speech, or else the first sentence of the quotation. An editor rewrites it.
fn sentence(article: &Article, group: &[Told]) -> String {
    let mut attributions = group.iter().map(|told| told.attribution);
    let reported = attributions.find(|attribution| attribution.kind == Kind::Reported);
    let span = reported.unwrap_or(group[0].attribution).spans[0];
    let words = article.text(span);
    let first = match reported {
        Some(_) => words,
        None => first_sentence(words),
    };
    capitalized(first.trim_end_matches(['.', ',', ';', ':', ' ']))
}

fn first_sentence(words: &str) -> &str {
    let ends = words.match_indices(['.', '?', '!', '。', '？', '！']);
    let mut ends = ends.map(|(at, mark)| at + mark.len());
    // Not after an initial or an abbreviation.
    let end = ends.find(|end| words[*end..].starts_with(' ') && *end > 20);
    &words[..end.unwrap_or(words.len())]
}
