//! Whether a statement's quote is given to the speaker to whom the article gives it.

use std::cell::OnceCell;
use std::collections::HashSet;

use document::model::{Document, Statement};
use draft::{Attribution, Kind, SpeakerKind, Sureness};
use quotes::{Finding, Grade, Passage, Position};

use super::names::{Likeness, Names, are_like, words};
use super::statements::is_from_elsewhere;
use super::{Fault, Kind as Words, Original, Remark};

/// A quotation or reported words of the article, and who speaks there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The words without quotation marks around them; several passages if words such as “she said” interrupt it.
    pub passages: Vec<Passage>,
    /// The speaker's name, or a description such as “a spokesman for the port”.
    pub name: String,
    /// The words beside them that name the speaker, if there are any: `said`.
    pub cue: Option<String>,
    /// The words by which the article has this from somebody else, with the cue: `said that Ak said`.
    pub hearsay: Option<String>,
    /// Whether they are the speaker's own words.
    pub is_quoted: bool,
    /// Whether the speaker is named in full beside the words; otherwise the speaker is concluded from something else.
    pub is_given: bool,
    /// Whether at least the surname stands beside the words: “Hart said”.
    is_beside: bool,
    kind: SpeakerKind,
}

/// Everybody who speaks in an article, in the order of the article; then those whose words they retell.
pub fn voices(article: &Original, language: Option<&str>) -> Vec<Voice> {
    let paragraphs: Vec<&str> = article.text.paragraphs().iter().map(String::as_str).collect();
    let article = draft::Article { paragraphs: &paragraphs, language };
    let attributions = draft::draft_with_retold(&article);
    attributions.iter().filter_map(|attribution| voice(&article, attribution)).collect()
}

fn voice(article: &draft::Article, attribution: &Attribution) -> Option<Voice> {
    let speaker = attribution.speaker?;
    let passage = |span: &draft::Span| {
        let [start, end] = [span.start, span.end].map(|byte| Position { paragraph: span.paragraph, byte });
        Passage { start, end }
    };
    Some(Voice {
        passages: attribution.spans.iter().map(passage).collect(),
        name: article.text(speaker.name).to_owned(),
        cue: attribution.cue.map(|cue| article.text(cue).to_owned()),
        hearsay: attribution.hearsay.map(|hearsay| article.text(hearsay).to_owned()),
        is_quoted: attribution.kind == Kind::Quoted,
        is_given: attribution.sureness == Sureness::Given,
        is_beside: attribution.cue.is_some() && has_surname_beside(article, attribution, article.text(speaker.name)),
        kind: speaker.kind,
    })
}

/// Whether the sentence has the last word of a name outside the words that are said.
fn has_surname_beside(article: &draft::Article, attribution: &Attribution, name: &str) -> bool {
    let sentence = attribution.sentence;
    let paragraph = article.paragraphs[sentence.paragraph];
    let mut from = sentence.start;
    let mut spans: Vec<_> = attribution.spans.iter().filter(|span| span.paragraph == sentence.paragraph).collect();
    spans.sort_by_key(|span| span.start);
    let mut beside = Vec::new();
    for span in spans {
        beside.push(paragraph.get(from..span.start).unwrap_or_default());
        from = from.max(span.end);
    }
    beside.push(paragraph.get(from..sentence.end).unwrap_or_default());
    let surname = words(name).pop();
    surname.is_some_and(|surname| beside.into_iter().flat_map(words).any(|word| word == surname))
}

/// The voices of an article, by the places of their quotations.
pub(super) struct Voices<'article> {
    /// Of quotations, in order.
    quoted: Vec<(Passage, &'article Voice)>,
    /// Of reported words, in order.
    reported: Vec<(Passage, &'article Voice)>,
    names: HashSet<&'article str>,
    /// The same, for looking up names that are like them.
    alike: Names<'article>,
    /// The names of the document's speakers.
    speakers: OnceCell<Names<'article>>,
}

impl<'article> Voices<'article> {
    pub(super) fn of(all: &'article [Voice]) -> Self {
        let places = |is_quoted: bool| {
            let voices = all.iter().filter(|voice| voice.is_quoted == is_quoted);
            let mut places: Vec<_> =
                voices.flat_map(|voice| voice.passages.iter().map(move |passage| (*passage, voice))).collect();
            places.sort_by_key(|(passage, _)| passage.start);
            places
        };
        let mut names = HashSet::new();
        let quoted = all.iter().filter(|voice| voice.is_quoted).map(|voice| voice.name.as_str());
        let alike = quoted.filter(|name| names.insert(*name)).collect();
        Self { quoted: places(true), reported: places(false), names, alike, speakers: OnceCell::new() }
    }

    /// Who speaks where a passage begins.
    fn at(&self, kind: Words, part: Passage) -> Option<&'article Voice> {
        let places = if kind == Words::Quote { &self.quoted } else { &self.reported };
        let behind = places.partition_point(|(passage, _)| passage.start <= part.start);
        // What somebody retells stands within their own words, which go on behind it.
        let mut near = places[..behind].iter().rev().take(2);
        near.find(|(passage, _)| part.start < passage.end).map(|(_, voice)| *voice)
    }

    /// Who speaks where these words stand; `None` if that is not one person.
    pub(super) fn of_finding(&self, kind: Words, finding: &Finding) -> Option<&'article Voice> {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return None;
        };
        let mut found = place.iter().map(|part| self.at(kind, *part));
        let first = found.next()??;
        found.all(|other| other.is_some_and(|other| other.name == first.name)).then_some(first)
    }

    /// Warns if a statement's words are given to somebody else by the article. `path` is that of the statement, `is_inner` whether the words stand
    /// in a quotation within another.
    pub(super) fn check(
        &self,
        document: &'article Document,
        statement: &Statement,
        path: &str,
        (kind, finding): (Words, &Finding),
        is_inner: bool,
    ) -> Option<Remark> {
        let voice = self.of_finding(kind, finding).filter(|_| !is_from_elsewhere(statement, document))?;
        let named = statement.speaker.as_ref().map(|key| document.speakers.get(key));
        let is_other = match named {
            None => is_person(voice),
            // The decoder reports a speaker who is unknown.
            Some(speaker) => {
                let name = &speaker?.name;
                let is_other = self.is_other(voice, name);
                if is_inner {
                    // The outer speaker repeats the words, perhaps those of this one.
                    return (!is_other).then(|| Remark::warning(Fault::Repeated, format!("{path}.speaker")));
                }
                // “Low said” names neither of two whose surname is Low.
                let is_namesake = are_like(&voice.name, name, Likeness::Related);
                is_other && (voice.is_given || !is_namesake && (voice.is_beside || self.speaks(name)))
            }
        };
        let same = || self.speaker(document, voice);
        let fault = || Fault::OtherSpeaker {
            // The document may call the speaker a little differently.
            name: same().unwrap_or(&voice.name).to_owned(),
            concluded_from: voice.cue.clone().filter(|_| !voice.is_given),
            is_nobody: named.is_none(),
        };
        is_other.then(|| Remark::warning(fault(), format!("{path}.speaker")))
    }

    /// Whether this name is certainly not that of somebody who is quoted.
    fn is_other(&self, voice: &Voice, name: &str) -> bool {
        // Two who share a surname are two if the article quotes both.
        let is_like = |how| are_like(&voice.name, name, how);
        is_person(voice) && !is_like(Likeness::Same) && (!is_like(Likeness::Related) || self.names.contains(name))
    }

    /// The name in the document of the person whose voice it is.
    fn speaker(&self, document: &'article Document, voice: &Voice) -> Option<&'article str> {
        let names = || document.speakers.values().map(|speaker| speaker.name.as_str()).collect();
        let is_meant = |name: &str, how| how == Likeness::Same || !self.names.contains(name);
        self.speakers.get_or_init(names).first(&voice.name, is_meant)
    }

    /// Whether somebody of this name is quoted in the article.
    fn speaks(&self, name: &str) -> bool {
        self.names.contains(name) || self.alike.first(name, |_, how| how == Likeness::Same).is_some()
    }
}

/// Whether it is one person whose full name the article gives.
fn is_person(voice: &Voice) -> bool {
    voice.kind == SpeakerKind::Person && is_name(&voice.name)
}

/// Whether a text is a full name, such as “Ada Low” or “Ursula von der Leyen”: no description, and no label such as “THE CHAIR”.
fn is_name(text: &str) -> bool {
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let words = || text.split_whitespace();
    let is_label = !text.chars().any(char::is_lowercase);
    words().next().is_some_and(is_capital) && words().filter(|word| is_capital(word)).count() > 1 && !is_label
}
