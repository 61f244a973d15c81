//! Compares words without regard to case: browsers do so for text fragments, and editors change the first letter of quotes.

use std::collections::BTreeMap;

use super::nearest::Alignment;
use super::platform::lower_case;
use super::words::form;
use super::{Finding, Form, Grade, QuoteToken, Text, chains};

/// Which forms differ in case only.
#[derive(Clone, Debug)]
pub(super) struct Cases {
    /// For each form, the first form that differs from it in case only: its head.
    heads: Vec<Form>,
    /// Of the same type as the spellings of the vocabulary: a further type of map would add more than 1 KB to the wasm.
    by_lower_case: BTreeMap<Box<str>, Form>,
    /// For each head, the numbers of the tokens with its forms.
    occurrences: Vec<Vec<u32>>,
}

impl Cases {
    fn of(Text { vocabulary, tokens, .. }: &Text) -> Self {
        let mut by_lower_case: BTreeMap<Box<str>, Form> = BTreeMap::new();
        let mut heads: Vec<Form> = Vec::new();
        for (form, number) in vocabulary.forms.iter().zip(0..) {
            let lower = lower_case(form);
            let known = by_lower_case.get(&*lower).copied();
            if known.is_none() {
                by_lower_case.insert(lower.into(), number);
            }
            heads.push(known.unwrap_or(number));
        }
        let mut occurrences = vec![Vec::new(); heads.len()];
        for (token, at) in tokens.iter().zip(0..) {
            occurrences[heads[token.form as usize] as usize].push(at);
        }
        Self { heads, by_lower_case, occurrences }
    }

    pub(super) fn head(&self, form: Form) -> Form {
        self.heads[form as usize]
    }
}

impl Text {
    pub(super) fn cases(&self) -> &Cases {
        self.cases.get_or_init(|| Cases::of(self))
    }

    /// The places where tokens with these heads follow each other. There must be at least one head.
    pub(super) fn starts_in_any_case(&self, heads: Vec<Form>) -> impl Iterator<Item = usize> {
        let cases = self.cases();
        let occurrences = |at: &usize| &cases.occurrences[heads[*at] as usize];
        let rarest = (0..heads.len()).min_by_key(|at| occurrences(at).len()).unwrap_or(0);
        let starts = occurrences(&rarest).iter().filter_map(move |at| (*at as usize).checked_sub(rarest));
        starts.filter(move |start| {
            let here = self.tokens.get(*start..start + heads.len());
            here.is_some_and(|here| here.iter().zip(&heads).all(|(token, head)| cases.head(token.form) == *head))
        })
    }

    /// The finding for spans that are in the text with other capital letters; `words` are their texts.
    pub(super) fn in_another_case(&self, words: &[&str], spans: &[Vec<QuoteToken>]) -> Finding {
        let each: Vec<Vec<usize>> =
            words.iter().zip(spans).map(|(words, span)| self.occurrences_in_any_case(words, span)).collect();
        let Some(chain) = chains(&each, spans).into_iter().next() else { return Finding::none(Grade::NotFound) };
        let mut differences = Vec::new();
        for (index, (span, start)) in spans.iter().zip(&chain).enumerate() {
            let mut alignment = Alignment::whole(span, *start);
            alignment.same.retain(|(ours, theirs)| span[*ours].form == Some(self.tokens[*theirs].form));
            let gaps = self.gaps(span, &alignment);
            differences.extend(gaps.into_iter().map(|gap| self.difference(index, span, gap)));
        }
        Finding { grade: Grade::Altered, places: vec![self.passages(spans, &chain)], differences }
    }

    fn occurrences_in_any_case(&self, words: &str, span: &[QuoteToken]) -> Vec<usize> {
        let cases = self.cases();
        let head = |token: &QuoteToken| match token.form {
            Some(form) => Some(cases.head(form)),
            None => cases.by_lower_case.get(&*lower_case(&form(&words[token.range.clone()]))).copied(),
        };
        let heads: Option<Vec<_>> = span.iter().map(head).collect();
        heads.map_or_else(Vec::new, |heads| self.starts_in_any_case(heads).collect())
    }
}
