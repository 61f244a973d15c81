//! Compares words without regard to case, as browsers do for text fragments, and because editors change the first letter of quotes.

use super::nearest::Alignment;
use super::numbers::Numbers;
use super::platform::lower_case;
use super::search::Search;
use super::words::form;
use super::{Finding, Form, Grade, QuoteToken, Text};

/// Which forms differ in case only.
#[derive(Clone, Debug)]
pub(super) struct Cases {
    /// For each form, its head: the first form that differs from it only in case.
    heads: Vec<Form>,
    by_lower_case: Numbers,
    /// For each head, the numbers of the tokens with one of its forms.
    occurrences: Vec<Vec<u32>>,
}

impl Cases {
    fn of(Text { vocabulary, tokens, .. }: &Text) -> Self {
        let mut by_lower_case = Numbers::default();
        let mut heads: Vec<Form> = Vec::new();
        for (form, number) in vocabulary.forms.iter().zip(0..) {
            let lower = lower_case(form);
            let known = by_lower_case.get(&lower);
            if known.is_none() {
                by_lower_case.insert(&lower, number);
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

    /// Looks for tokens with these heads: one list of heads for each span.
    pub(super) fn search_in_any_case(&self, spans: Vec<Option<Vec<Form>>>) -> Search<'_> {
        let cases = self.cases();
        Search::new(self, &cases.occurrences, Some(&cases.heads), spans)
    }

    /// The result for spans that the text has with other capital letters; `words` are their texts.
    pub(super) fn in_another_case(&self, words: &[&str], spans: &[Vec<QuoteToken>]) -> Finding {
        let heads = words.iter().zip(spans).map(|(words, span)| self.heads(words, span)).collect();
        let Some(chain) = self.search_in_any_case(heads).chain(0) else { return Finding::none(Grade::NotFound) };
        let mut differences = Vec::new();
        for (index, (span, start)) in spans.iter().zip(&chain).enumerate() {
            let mut alignment = Alignment::whole(span, *start);
            alignment.same.retain(|(ours, theirs)| span[*ours].form == Some(self.tokens[*theirs].form));
            let gaps = self.gaps(span, &alignment);
            differences.extend(gaps.into_iter().map(|gap| self.difference(index, span, gap)));
        }
        Finding { grade: Grade::Altered, places: vec![self.passages(spans, &chain)], differences }
    }

    /// `None` if the text does not have all these words, in any case.
    fn heads(&self, words: &str, span: &[QuoteToken]) -> Option<Vec<Form>> {
        let cases = self.cases();
        let head = |token: &QuoteToken| match token.form {
            Some(form) => Some(cases.head(form)),
            None => cases.by_lower_case.get(&lower_case(&form(&words[token.range.clone()]))),
        };
        span.iter().map(head).collect()
    }
}
