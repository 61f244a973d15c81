//! Compares words without regard to case, as browsers do for text fragments, and because editors change the first letter of quotes.

use super::nearest::Alignment;
use super::platform::lower_case;
use super::search::Search;
use super::words::form;
use super::{Finding, Form, Grade, Placed, QuoteToken, Text};

impl Text {
    /// The same tokens in small letters.
    pub(super) fn in_small_letters(&self) -> &Text {
        self.small.get_or_init(|| {
            let mut small = Self::empty();
            let mut forms = Vec::new();
            for form in &self.vocabulary.forms {
                forms.push(small.vocabulary.add(&lower_case(form)));
            }
            for token in &self.tokens {
                small.append(Placed { form: forms[token.form as usize], ..*token });
            }
            small
        })
    }

    /// The result for spans that the text has with other capital letters; `words` are their texts.
    pub(super) fn in_another_case(&self, words: &[&str], spans: &[Vec<QuoteToken>]) -> Finding {
        let small = self.in_small_letters();
        let forms = words.iter().zip(spans).map(|(words, span)| small.forms_in_small_letters(words, span)).collect();
        let Some(chain) = Search::new(small, forms).chain(0) else { return Finding::none(Grade::NotFound) };
        let mut differences = Vec::new();
        for (index, (span, start)) in spans.iter().zip(&chain).enumerate() {
            let mut alignment = Alignment::whole(span, *start);
            alignment.same.retain(|(ours, theirs)| span[*ours].form == Some(self.tokens[*theirs].form));
            let gaps = self.gaps(span, &alignment);
            differences.extend(gaps.into_iter().map(|gap| self.difference(index, span, gap)));
        }
        Finding { grade: Grade::Altered, places: vec![self.passages(spans, &chain)], differences }
    }

    /// None if this text in small letters does not have all these words.
    fn forms_in_small_letters(&self, words: &str, span: &[QuoteToken]) -> Vec<Form> {
        let small = |token: &QuoteToken| self.vocabulary.form(&lower_case(&form(&words[token.range.clone()])));
        span.iter().map(small).collect::<Option<_>>().unwrap_or_default()
    }
}
