//! What comes near a quote that does not stand in a text word for word.
//!
//! Two words that follow each other in both show where to look; there, quote and text are aligned at the least cost (Needleman and
//! Wunsch), in letters: a word of the quote's that the text has not costs as many as it has.

use std::ops::Range;

use super::{Difference, Finding, Grade, Passage, Position, Quote, QuoteToken, Text, chains};

/// How much of a quote, in letters out of a hundred, may be other words.
///
/// Function words are half of what is written and stand in every text in every order, but they are short: what shares two thirds of
/// its letters with a text shares words that tell something.
const MOST_CHANGED: usize = 35;

/// The same where one word is another and all the rest is as in the text, in a quote of this many words or more: that alone tells much.
const MOST_CHANGED_IN_ONE: usize = 45;
const FEWEST_BESIDE_ONE: usize = 5;

/// How surprising it has to be that the words in common stand together, in bits, beyond what a text of this length would have
/// by chance somewhere: once in a hundred texts. Not asked where only one word is another.
const LEAST_SURPRISE: u32 = 7;

/// What a word costs that only the text has, in letters: less than any that is taken for another.
const ADDED: usize = 2;

/// What no alignment costs.
const FAR: usize = usize::MAX >> 8;

/// How many bits an edit takes off that: it could have been made elsewhere, or in another way.
const BITS_OF_AN_EDIT: u32 = 5;

/// How many places are looked at closely.
const CANDIDATES: usize = 4;

/// Among how many pairs of words these are looked for, so that what repeats itself does not cost its square.
const MOST_PAIRS: usize = 100_000;

/// How many words may have been left out or added at most in one place.
const MOST_SLACK: isize = 100;

/// A quote's tokens and a text's, side by side.
pub(super) struct Alignment {
    /// In letters.
    cost: usize,
    /// The text's tokens beside the quote.
    text: Range<usize>,
    /// The numbers of tokens that are the same: of the quote, of the text.
    pub(super) same: Vec<(usize, usize)>,
}

impl Alignment {
    /// Of a span that stands in the text from this token on.
    pub(super) fn whole(span: &[QuoteToken], start: usize) -> Self {
        let same = (0..span.len()).map(|at| (at, start + at)).collect();
        Self { cost: 0, text: start..start + span.len(), same }
    }

    /// How many words were taken for others, left out or added.
    fn edits(&self, span: &[QuoteToken]) -> u32 {
        (span.len().max(self.text.len()) - self.same.len()) as u32
    }
}

/// Tokens of a quote and the tokens that the text has in their place.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    quote: Range<usize>,
    text: Range<usize>,
}

impl Text {
    /// For a quote that stands in the text but for marks behind the last word of a span, however few its words are: where a sentence ends
    /// in a quote, it often goes on in the article. `None` where it is more that differs.
    pub(super) fn punctuated_otherwise(
        &self,
        quote: &Quote<'_>,
        spans: &[Vec<QuoteToken>],
        each: &[Vec<usize>],
    ) -> Option<Finding> {
        if each.iter().all(|starts| !starts.is_empty()) {
            return None;
        }
        let bare = spans.iter().zip(each).map(|(span, starts)| {
            let words = span.iter().rposition(|token| token.is_word).map_or(0, |last| last + 1);
            if starts.is_empty() { span[..words].to_vec() } else { span.clone() }
        });
        let bare: Vec<_> = bare.collect();
        let each: Vec<_> = bare.iter().map(|span| self.occurrences_of(span)).collect();
        let prefixed = chains(&self.between(&Quote { suffix: None, ..*quote }, &bare, each.clone()), &bare);
        let chain = prefixed.into_iter().chain(chains(&each, &bare)).next()?;
        let (mut place, mut differences) = (Vec::new(), Vec::new());
        for (index, (span, start)) in spans.iter().zip(chain).enumerate() {
            let (mut ours, mut theirs) = (bare[index].len(), start + bare[index].len());
            let token = |at: usize| self.tokens.get(at).filter(|token| !token.is_word);
            while span.get(ours).is_some_and(|own| token(theirs).is_some_and(|token| own.form == Some(token.form))) {
                (ours, theirs) = (ours + 1, theirs + 1);
            }
            if ours < span.len() {
                let paragraph = self.tokens[theirs - 1].paragraph;
                let marks = (theirs..theirs + span.len() - ours)
                    .take_while(|at| token(*at).is_some_and(|token| token.paragraph == paragraph));
                let gap = Gap { quote: ours..span.len(), text: theirs..theirs + marks.count() };
                theirs = gap.text.end;
                differences.push(self.difference(index, span, gap));
            }
            place.push(self.passage(start..theirs));
        }
        Some(Finding { grade: Grade::Altered, places: vec![place], differences })
    }

    /// For a quote that does not stand in the text; `each` says where its spans do.
    pub(super) fn nearest(&self, spans: &[Vec<QuoteToken>], each: &[Vec<usize>]) -> Finding {
        let mut place = Vec::new();
        let mut differences = Vec::new();
        let (mut behind, mut edits) = (0, 0);
        let (mut all, mut changed, mut surprise, by_chance) = (0, 0, 0, self.tokens.len().ilog2());
        for (index, (span, starts)) in spans.iter().zip(each).enumerate() {
            let letters: usize = span.iter().map(|token| token.letters).sum();
            all += letters;
            let next = starts.iter().find(|start| **start >= behind);
            let alignment = match next.or(starts.first()) {
                Some(start) => Some(Alignment::whole(span, *start)),
                None => self.aligned(span, letters),
            };
            let Some(alignment) = alignment else {
                changed += letters;
                let end = place.last().map_or(Position { paragraph: 0, byte: 0 }, |last: &Passage| last.end);
                let quote = span[0].range.start..span[span.len() - 1].range.end;
                differences.push(Difference { span: index, quote, text: Passage { start: end, end } });
                continue;
            };
            changed += alignment.cost;
            surprise += self.surprise(span, &alignment);
            edits += alignment.edits(span);
            behind = alignment.text.end;
            let gaps = self.gaps(span, &alignment);
            differences.extend(gaps.into_iter().map(|gap| self.difference(index, span, gap)));
            place.push(self.passage(alignment.text));
        }
        let words = |span: &[QuoteToken]| span.iter().filter(|token| token.is_word).count();
        let (most, least) = match spans {
            [span] if edits == 1 && words(span) >= FEWEST_BESIDE_ONE => (MOST_CHANGED_IN_ONE, 0),
            _ => (MOST_CHANGED, LEAST_SURPRISE),
        };
        let is_near = changed * 100 <= all * most && surprise >= by_chance + least + edits * BITS_OF_AN_EDIT;
        // Words that stand there, in another order, need not surprise.
        if !is_near && !differences.is_empty() {
            return Finding::none(Grade::NotFound);
        }
        Finding { grade: Grade::Altered, places: vec![place], differences }
    }

    /// The best alignment of a span, if it has anything to say.
    fn aligned(&self, span: &[QuoteToken], letters: usize) -> Option<Alignment> {
        let all = self.candidates(span).into_iter().filter_map(|shifts| self.align(span, shifts));
        all.filter(|alignment| alignment.cost * 2 <= letters).min_by_key(|alignment| alignment.cost)
    }

    /// How many bits it tells that these words stand together.
    fn surprise(&self, span: &[QuoteToken], alignment: &Alignment) -> u32 {
        let words = alignment.same.iter().filter(|(at, _)| span[*at].is_word);
        // A short word tells little, though it be rare in a short text.
        let most = |at: usize| span[at].letters as u32 + 1;
        let bits = |at: usize| {
            let form = self.tokens[at].form;
            (self.tokens.len() / self.occurrences[form as usize].len()).ilog2()
        };
        words.map(|(ours, theirs)| bits(*theirs).min(most(*ours))).sum()
    }

    /// Where to look: ranges of how much further on a token stands in the text than in the span. Those with most pairs come first.
    fn candidates(&self, span: &[QuoteToken]) -> Vec<Range<isize>> {
        let mut shifts: Vec<isize> = Vec::new();
        for (at, pair) in span.windows(2).enumerate() {
            let [Some(one), Some(other)] = [pair[0].form, pair[1].form] else { continue };
            let (ones, others) = (&self.occurrences[one as usize], &self.occurrences[other as usize]);
            // The rarer of the two is looked up.
            let (starts, next, step) = if ones.len() <= others.len() { (ones, other, 1) } else { (others, one, -1) };
            for start in starts.iter().map(|start| *start as isize) {
                if shifts.len() < MOST_PAIRS
                    && self.tokens.get((start + step) as usize).is_some_and(|token| token.form == next)
                {
                    let first = start + step.min(0);
                    shifts.push(first - at as isize);
                }
            }
        }
        shifts.sort_unstable();
        let slack = slack(span);
        let mut windows: Vec<(usize, Range<isize>)> = Vec::new();
        let mut end = 0;
        for start in 0..shifts.len() {
            while shifts.get(end).is_some_and(|shift| *shift <= shifts[start] + slack) {
                end += 1;
            }
            windows.push((end - start, shifts[start]..shifts[end - 1] + 1));
        }
        windows.sort_by_key(|(count, shifts)| (std::cmp::Reverse(*count), shifts.start));
        let mut best: Vec<Range<isize>> = Vec::new();
        for (_, window) in windows {
            if best.len() == CANDIDATES {
                break;
            }
            if best.iter().all(|other| (other.start - window.start).abs() > slack) {
                best.push(window);
            }
        }
        best
    }

    /// Aligns a span with the text at these shifts and a little beside them; the text around it costs nothing.
    fn align(&self, span: &[QuoteToken], shifts: Range<isize>) -> Option<Alignment> {
        let first = shifts.start - slack(span);
        let width = (shifts.end + slack(span) - first) as usize;
        let count = self.tokens.len();
        // The text's token before the place that row and column stand for.
        let before = |row: usize, column: usize| {
            (first + (row + column) as isize - 1).try_into().ok().filter(|at: &usize| *at < count)
        };
        let mut costs = vec![0; width + 1];
        let mut steps = vec![Step::Same; (span.len() + 1) * (width + 1)];
        for row in 1..=span.len() {
            let token = &span[row - 1];
            let own = token.letters;
            let mut left = 0;
            for column in 0..=width {
                let theirs = before(row, column);
                let is_same = theirs.is_some_and(|at| token.form == Some(self.tokens[at].form));
                let both = match theirs {
                    Some(_) if is_same => costs[column],
                    Some(_) => costs[column] + own,
                    None => FAR,
                };
                let ours_only = costs.get(column + 1).map_or(FAR, |cost| cost + own);
                let theirs_only = if theirs.is_some() && column > 0 { left + ADDED } else { FAR };
                let least = both.min(ours_only).min(theirs_only);
                let step = match least {
                    _ if least == both && is_same => Step::Same,
                    _ if least == both => Step::Other,
                    _ if least == ours_only => Step::Ours,
                    _ => Step::Theirs,
                };
                steps[row * (width + 1) + column] = step;
                costs[column] = least.min(FAR);
                left = costs[column];
            }
        }
        let column = (0..=width).min_by_key(|column| costs[*column]).filter(|column| costs[*column] < FAR)?;
        let mut same = Vec::new();
        let (mut row, mut at) = (span.len(), column);
        while row > 0 {
            match steps[row * (width + 1) + at] {
                Step::Same => {
                    same.extend(before(row, at).map(|token| (row - 1, token)));
                    row -= 1;
                }
                Step::Other => row -= 1,
                Step::Ours => (row, at) = (row - 1, at + 1),
                Step::Theirs => at -= 1,
            }
        }
        same.reverse();
        let reached = |row: usize, column: usize| (first + (row + column) as isize).clamp(0, count as isize) as usize;
        Some(Alignment {
            cost: costs[column],
            text: self.beside(span, &same, reached(0, at)..reached(span.len(), column))?,
            same,
        })
    }

    /// The text's tokens beside a span, of which these are aligned with it. Where the span begins or ends with words that have nothing
    /// beside them, those of the same paragraph do.
    fn beside(&self, span: &[QuoteToken], same: &[(usize, usize)], aligned: Range<usize>) -> Option<Range<usize>> {
        let ((before, first), (last, end)) = (*same.first()?, *same.last()?);
        let words = |tokens: &[QuoteToken]| tokens.iter().filter(|token| token.is_word).count();
        let is_beside = |known: usize, at: &usize| self.tokens[*at].paragraph == self.tokens[known].paragraph;
        let is_word = |at: &usize| self.tokens[*at].is_word;
        let is_bare = |mut tokens: Range<usize>| !tokens.any(|at| is_word(&at));
        let mut beside = aligned;
        if is_bare(beside.start..first) {
            let back = (0..first).rev().take_while(|at| is_beside(first, at)).filter(is_word);
            beside.start = back.take(words(&span[..before])).last().unwrap_or(first);
        }
        if is_bare(end + 1..beside.end) {
            let on = (end + 1..self.tokens.len()).take_while(|at| is_beside(end, at)).filter(is_word);
            beside.end = on.take(words(&span[last + 1..])).last().unwrap_or(end) + 1;
        }
        // Words do not stand in place of a colon.
        if span[0].is_word {
            beside.start = (beside.start..first).find(is_word).unwrap_or(first);
        }
        if span[span.len() - 1].is_word {
            beside.end = (end + 1..beside.end).rfind(is_word).unwrap_or(end) + 1;
        }
        Some(beside)
    }

    /// What stands between the tokens that are the same, with what is written in one with it: of `S-300` not only `300`.
    pub(super) fn gaps(&self, span: &[QuoteToken], alignment: &Alignment) -> Vec<Gap> {
        let Alignment { same, text, .. } = alignment;
        let mut gaps: Vec<Gap> = Vec::new();
        let (mut ours, mut theirs) = (0, text.start);
        let end = (span.len(), text.end);
        for (next, at) in same.iter().copied().chain([end]) {
            if next > ours || at > theirs {
                let gap = self.widened(span, same, Gap { quote: ours..next, text: theirs..at });
                match gaps.last_mut() {
                    Some(last) if last.quote.end > gap.quote.start || last.text.end > gap.text.start => {
                        last.quote.end = gap.quote.end;
                        last.text.end = gap.text.end;
                    }
                    _ => gaps.push(gap),
                }
            }
            (ours, theirs) = (next + 1, at + 1);
        }
        gaps
    }

    fn widened(&self, span: &[QuoteToken], same: &[(usize, usize)], mut gap: Gap) -> Gap {
        let is_same = |ours: usize, theirs: usize| same.binary_search(&(ours, theirs)).is_ok();
        // Whether a token is written in one with the one before it, in the quote or in the text.
        let joins = |ours: usize, theirs: usize| {
            let pair = ours.checked_sub(1).and_then(|before| span.get(before..=ours));
            let in_quote = pair
                .is_some_and(|pair| !(pair[0].is_word && pair[1].is_word) && pair[0].range.end == pair[1].range.start);
            in_quote || self.joins(theirs)
        };
        let is_word = |ours: usize| span[ours].is_word;
        while gap.quote.start > 0 && gap.text.start > 0 {
            let (ours, theirs) = (gap.quote.start, gap.text.start);
            let reaches = is_same(ours - 1, theirs - 1) && joins(ours, theirs);
            if !reaches || !(is_word(ours - 1) || joins(ours - 1, theirs - 1)) {
                break;
            }
            (gap.quote.start, gap.text.start) = (ours - 1, theirs - 1);
        }
        while is_same(gap.quote.end, gap.text.end) && joins(gap.quote.end, gap.text.end) {
            if !(is_word(gap.quote.end) || joins(gap.quote.end + 1, gap.text.end + 1)) {
                break;
            }
            (gap.quote.end, gap.text.end) = (gap.quote.end + 1, gap.text.end + 1);
        }
        gap
    }

    /// Whether the text's token is written in one with the one before it. Words that touch are of a script without spaces.
    fn joins(&self, at: usize) -> bool {
        let Some([one, other]) = at.checked_sub(1).and_then(|before| self.tokens.get(before..=at)) else {
            return false;
        };
        one.paragraph == other.paragraph && one.end == other.start && !(one.is_word && other.is_word)
    }

    pub(super) fn difference(&self, index: usize, span: &[QuoteToken], gap: Gap) -> Difference {
        let quote = match gap.quote.is_empty() {
            true => {
                let at = span.get(gap.quote.start).map_or(span[span.len() - 1].range.end, |token| token.range.start);
                at..at
            }
            false => span[gap.quote.start].range.start..span[gap.quote.end - 1].range.end,
        };
        let text = match gap.text.is_empty() {
            true => {
                let at = self.before(gap.text.start);
                Passage { start: at, end: at }
            }
            false => self.passage(gap.text),
        };
        Difference { span: index, quote, text }
    }

    /// The place before a token, or behind the last one.
    fn before(&self, at: usize) -> Position {
        match self.tokens.get(at) {
            Some(token) => Position { paragraph: token.paragraph as usize, byte: token.start as usize },
            None => self.passage(at - 1..at).end,
        }
    }
}

/// How an alignment goes on.
#[derive(Clone, Copy)]
enum Step {
    Same,
    Other,
    /// A token that only the quote has.
    Ours,
    /// A token that only the text has.
    Theirs,
}

/// How much further on or back words may have moved.
fn slack(span: &[QuoteToken]) -> isize {
    2 + (span.len() as isize / 8).min(MOST_SLACK)
}
