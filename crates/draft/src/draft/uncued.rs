//! Quotations without a cue: were they said, and by whom?

use std::ops::Range;

use super::Draft;
use crate::attribution::{Kind, Span, Sureness};
use crate::lexicon::*;
use crate::names::Mention;
use crate::speech;
use crate::voice::Voice;
use crate::words::{Sign, Words};

/// The largest number of paragraphs without speech between two quotations by one speaker if the second quotation has no
/// cue.
const MOST_SILENT: usize = 2;

/// The probable speaker, and the words from which that is concluded.
type Guess = (Option<(Voice, Sureness)>, Option<Span>);

/// Whether a quotation is what something is called: „als „Glücksfall für die Stadt“ bezeichnet“.
fn is_named(words: &Words, quotation: usize, at: usize, sentence: &Range<usize>) -> bool {
    words.has(at + 1, CALL) && at + 1 < sentence.end && speech::count(words.inside(quotation)) > 1
}

impl Draft<'_> {
    /// Reads the quotations without a cue.
    pub(super) fn without_cue(
        &mut self,
        paragraph: usize,
        sentence: &Range<usize>,
        number: usize,
        subject: Option<&Voice>,
    ) {
        let words = self.words;
        for at in sentence.clone() {
            let Some(quotation) = words.quotation(at).filter(|quotation| self.owners[*quotation].is_none()) else {
                continue;
            };
            let is_whole = at == sentence.start;
            if speech::is_note(words.inside(quotation)) {
                continue;
            }
            if quotation > 0 && self.goes_on(quotation - 1, quotation) && self.owners[quotation - 1].is_some() {
                self.quoted(sentence, &[quotation], None, None);
                continue;
            }
            // A title may be between them: “…,” she said on “Good Morning.” “…”
            let first = quotation.saturating_sub(2);
            let is_owned = |before: &usize| words.quotations[*before].0 == paragraph && self.owners[*before].is_some();
            let before = (first..quotation).rev().find(is_owned);
            // “…,” she said. “…”; “…” – she looked at her papers – “…”
            let is_next = |owner| {
                let is_over = speech::is_sentence(words, quotation, at) || words.sign(at + 1) == Sign::Stop;
                let is_sentence = is_whole && number > 0 && is_over;
                is_sentence && self.is_beside(owner, sentence)
                    || !is_whole && (self.is_interrupted(sentence, at) || self.is_resumed(sentence, at, quotation))
            };
            if let Some(owner) = before.and_then(|before| self.owners[before]).filter(|owner| is_next(*owner)) {
                let span = self.inside(quotation);
                self.attributions[owner].spans.push(span);
                self.owners[quotation] = Some(owner);
                continue;
            }
            if !speech::is_speech(words, quotation, at, sentence) && !is_named(words, quotation, at, sentence) {
                continue;
            }
            let (resolved, cue) = self.guess(paragraph, sentence, at, subject);
            // The sign, “No credit”, is on the wall.
            let is_between = words.sign(at.saturating_sub(1)) == Sign::Comma && words.sign(at + 1) == Sign::Comma;
            if is_between && !is_whole && resolved.is_none() && words.language.is_known() {
                continue;
            }
            self.quoted(sentence, &[quotation], resolved, cue);
        }
    }

    /// Whether the attribution belongs to the sentence directly before this one.
    fn is_beside(&self, owner: usize, sentence: &Range<usize>) -> bool {
        let attribution = &self.attributions[owner];
        let before = self.words.tokens[sentence.start - 1];
        let last = attribution.spans.last().copied();
        attribution.kind == Kind::Quoted
            && attribution.sentence.paragraph == before.paragraph
            && (attribution.sentence.end == before.end || last.is_some_and(|last| last.end + 4 >= before.end))
    }

    /// Whether the quotation continues the one before in lower case: “…,” she said, turning to the crowd, “…”
    fn is_resumed(&self, sentence: &Range<usize>, at: usize, quotation: usize) -> bool {
        let words = self.words;
        let before = (sentence.start..at).rev().find(|at| words.quotation(*at).is_some());
        let is_part = words.sign(at - 1) == Sign::Comma && words.inside(quotation).starts_with(is_small);
        is_part
            && before.is_some_and(|before| words.inside(words.quotation(before).unwrap_or(quotation)).ends_with(','))
    }

    /// Whether only an aside in dashes separates this quotation from the one before.
    fn is_interrupted(&self, sentence: &Range<usize>, at: usize) -> bool {
        let words = self.words;
        let is_dash = |at: usize| words.sign(at) == Sign::Dash;
        let before = (sentence.start..at).rev().find(|at| words.quotation(*at).is_some());
        is_dash(at - 1) && before.is_some_and(|before| is_dash(before + 1) && before + 1 < at - 1)
    }

    /// Guesses who said a quotation without a cue.
    fn guess(&mut self, paragraph: usize, sentence: &Range<usize>, at: usize, subject: Option<&Voice>) -> Guess {
        let words = self.words;
        if !words.language.is_known() {
            return (None, None);
        }
        if let Some((voice, sureness, cue)) = self.expected.take() {
            return (Some((voice, sureness)), Some(words.span(cue)));
        }
        if let Some(named) = self.before_colon(sentence, at).or_else(|| self.behind_dash(sentence, at)) {
            return (Some((Voice::Named(named), Sureness::Given)), None);
        }
        let voice = if at > sentence.start {
            self.subject(&(sentence.start..at))
        } else {
            subject.cloned().or_else(|| self.nearest(paragraph))
        };
        (voice.map(|voice| (voice, Sureness::Inferred)), None)
    }

    /// Finds the name before a colon: Jane Roe (Coast Party): “…”
    fn before_colon(&self, sentence: &Range<usize>, at: usize) -> Option<usize> {
        let words = self.words;
        let colon = at.checked_sub(1).filter(|at| *at > sentence.start && words.sign(*at) == Sign::Colon)?;
        let end = colon - usize::from(matches!(words.sign(colon - 1), Sign::Bracket | Sign::Comma));
        let mentions = self.names.within(sentence.start..end);
        let is_first =
            |mention: &&Mention| mention.tokens.start <= sentence.start + 2 && self.recent.may_be_person(mention.named);
        let last = mentions.last().filter(|mention| mention.tokens.end == end);
        // “Roe was joined by Doe, who said: “…””
        let found = mentions.first().filter(is_first).or(last).filter(|_| !words.has(colon.saturating_sub(2), WHO));
        found.map(|mention| mention.named)
    }

    /// Finds the name after a dash: “…” – Jane Roe
    fn behind_dash(&self, sentence: &Range<usize>, at: usize) -> Option<usize> {
        let is_signed = self.words.sign(at + 1) == Sign::Dash && self.words.is_capital(at + 2);
        let mentions = if is_signed { self.names.within(at + 2..sentence.end) } else { &[] };
        mentions.first().map(|mention| mention.named)
    }

    /// The person that the article mentioned since the last speech, or else the last speaker.
    pub(super) fn nearest(&self, paragraph: usize) -> Option<Voice> {
        let about = self.about.clone().filter(|(_, other)| other + 1 == paragraph);
        let last = self.last.clone().filter(|(_, other)| other + MOST_SILENT >= paragraph);
        let is_later = |(_, other): &(Voice, usize)| last.as_ref().is_none_or(|(_, last)| other > last);
        about.filter(is_later).or(last.clone()).map(|(voice, _)| voice)
    }
}
