//! Finds places in a text where the spans of a quote follow each other.
//!
//! One word may have as many places as the text has words, and a quote may have as many spans. So places are looked up one by one,
//! and never listed for each span.

use std::cell::Cell;

use super::words::{form, tokens};
use super::{Form, QuoteToken, Text};

/// The most places of an ambiguous quote that are listed.
const MOST_PLACES: usize = 100;

/// The most passages in these places together, if a quote has many spans; two places are always listed.
const MOST_PASSAGES: usize = 10_000;

/// The most places that are listed for an ambiguous quote with this many spans. There may be more.
pub fn most_places(spans: usize) -> usize {
    MOST_PLACES.min(MOST_PASSAGES / spans).max(2)
}

/// The most places that are compared with a prefix or suffix. If there are more, the quote is ambiguous.
const MOST_COMPARED: usize = 1000;

/// Forms that follow each other.
struct Pattern {
    /// Empty if the text does not have all of them.
    forms: Vec<Form>,
    /// The index of the form that is rarest in the text.
    rarest: usize,
}

/// Looks for spans in a text.
pub(super) struct Search<'text> {
    text: &'text Text,
    /// One for each span.
    patterns: Vec<Pattern>,
    /// The forms of the words right before the first span and right behind the last.
    prefix: Vec<String>,
    suffix: Vec<String>,
    compared: Cell<usize>,
}

impl<'text> Search<'text> {
    /// `spans` are their forms, none if the text does not have all of them.
    pub(super) fn new(text: &'text Text, spans: Vec<Vec<Form>>) -> Self {
        let mut patterns = Vec::new();
        for forms in spans {
            let count = |at: usize| text.occurrences[forms[at] as usize].len();
            let mut rarest = 0;
            for at in 1..forms.len() {
                if count(at) < count(rarest) {
                    rarest = at;
                }
            }
            patterns.push(Pattern { forms, rarest });
        }
        Self { text, patterns, prefix: Vec::new(), suffix: Vec::new(), compared: Cell::default() }
    }

    /// Only places with the prefix before the first span and the suffix after the last.
    pub(super) fn between(mut self, prefix: Option<&str>, suffix: Option<&str>) -> Self {
        self.prefix = forms(prefix.unwrap_or_default(), self.text.joins_words);
        self.suffix = forms(suffix.unwrap_or_default(), self.text.joins_words);
        self
    }

    /// Whether there were more places than are compared with prefix and suffix.
    pub(super) fn is_cut(&self) -> bool {
        self.compared.get() > MOST_COMPARED
    }

    /// The ways in which the spans follow each other, each as the numbers of their first tokens. Of ways with the same end, only the shortest
    /// is included, and no more than are listed.
    pub(super) fn chains(&self) -> Vec<Vec<usize>> {
        let most = most_places(self.patterns.len());
        let mut chains: Vec<Vec<usize>> = Vec::new();
        let mut from = 0;
        while chains.len() < most {
            let Some(chain) = self.chain(from) else { break };
            from = chain[0] + 1;
            chains.push(chain);
        }
        chains
    }

    /// The first way, from this token on, in which the spans follow each other; of ways with the same end, the shortest.
    pub(super) fn chain(&self, from: usize) -> Option<Vec<usize>> {
        let loose = self.chain_on(from)?;
        // Backwards from the end, each span begins as late as possible.
        let mut start = *loose.last()?;
        for index in (0..loose.len() - 1).rev() {
            start = self.last(index, start)?;
        }
        self.chain_on(start)
    }

    /// From this token on, each span as early as possible.
    fn chain_on(&self, mut from: usize) -> Option<Vec<usize>> {
        let mut chain = Vec::new();
        for (index, pattern) in self.patterns.iter().enumerate() {
            let start = self.first(index, from)?;
            from = start + pattern.forms.len();
            chain.push(start);
        }
        Some(chain)
    }

    /// The first place of a span that begins at this token or after it.
    pub(super) fn first(&self, index: usize, from: usize) -> Option<usize> {
        let pattern = &self.patterns[index];
        let all = self.places(pattern);
        // Loops: chained iterators would add 0.2 KB to what readers load.
        for at in &all[all.partition_point(|at| (*at as usize) < from + pattern.rarest)..] {
            let start = *at as usize - pattern.rarest;
            if self.reads(pattern, start) {
                if self.is_cut() {
                    break;
                }
                if self.fits(index, start) {
                    return Some(start);
                }
            }
        }
        None
    }

    /// The last place of a span that ends before this token.
    fn last(&self, index: usize, end: usize) -> Option<usize> {
        let pattern = &self.patterns[index];
        let last = end.checked_sub(pattern.forms.len())?;
        let all = self.places(pattern);
        for at in all[..all.partition_point(|at| (*at as usize) <= last + pattern.rarest)].iter().rev() {
            let start = (*at as usize).checked_sub(pattern.rarest)?;
            if self.reads(pattern, start) && self.fits(index, start) {
                return Some(start);
            }
        }
        None
    }

    /// The numbers of the tokens with the rarest of these forms.
    fn places(&self, pattern: &Pattern) -> &[u32] {
        let rarest = pattern.forms.get(pattern.rarest);
        rarest.map_or(&[], |form| &*self.text.occurrences[*form as usize])
    }

    /// Whether these forms follow each other from this token on.
    fn reads(&self, Pattern { forms, .. }: &Pattern, start: usize) -> bool {
        let here = self.text.tokens.get(start..start + forms.len());
        here.is_some_and(|here| here.iter().zip(forms).all(|(token, form)| token.form == *form))
    }

    /// Whether a span at this place has the prefix before it, if it is the first, and the suffix after it, if it is the last.
    fn fits(&self, index: usize, start: usize) -> bool {
        let prefix = if index == 0 { &*self.prefix } else { &[] };
        let suffix = if index + 1 == self.patterns.len() { &*self.suffix } else { &[] };
        if prefix.is_empty() && suffix.is_empty() {
            return true;
        }
        self.compared.set(self.compared.get() + 1);
        !self.is_cut()
            && start >= prefix.len()
            && self.reads_as(start - prefix.len(), prefix, true)
            && self.reads_as(start + self.patterns[index].forms.len(), suffix, false)
    }

    /// Whether these forms begin at this token. The first word of a prefix may be the end of a word, and the last of a suffix the beginning of one.
    fn reads_as(&self, start: usize, forms: &[String], is_prefix: bool) -> bool {
        let Some(here) = self.text.tokens.get(start..start + forms.len()) else { return false };
        for at in 0..forms.len() {
            let text = &*self.text.vocabulary.forms[here[at].form as usize];
            let wanted = &*forms[at];
            let is_same = if is_prefix && at == 0 {
                text.ends_with(wanted)
            } else if !is_prefix && at + 1 == forms.len() {
                text.starts_with(wanted)
            } else {
                text == wanted
            };
            if !is_same {
                return false;
            }
        }
        true
    }
}

impl Text {
    /// Looks for the spans of a quote in their own letter case.
    pub(super) fn search(&self, spans: &[Vec<QuoteToken>]) -> Search<'_> {
        let mut all = Vec::new();
        for span in spans {
            let mut forms = Vec::new();
            for token in span {
                let Some(form) = token.form else {
                    forms.clear();
                    break;
                };
                forms.push(form);
            }
            all.push(forms);
        }
        Search::new(self, all)
    }
}

/// The forms of the words before or behind a quote. `divides` as for [`tokens`].
fn forms(context: &str, divides: bool) -> Vec<String> {
    let mut forms = Vec::new();
    for token in tokens(context, divides) {
        forms.push(form(&context[token.range]).into_owned());
    }
    forms
}
