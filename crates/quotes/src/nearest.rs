//! Finds the most similar passage for a quote that a text does not have word for word.
//!
//! Two consecutive words that both have show where to look. There, quote and text are aligned at the least cost (Needleman and
//! Wunsch), in letters: a word that only the quote has costs as many as it has letters.

use std::ops::Range;

use super::search::Search;
use super::{Difference, Finding, Grade, Passage, Position, Quote, QuoteToken, Text};

/// The most letters of a quote, out of a hundred, that may belong to other words.
///
/// Function words are half of most texts, and every text has them in every order, but they are short: a quote that shares two thirds of
/// its letters with a text shares words with a meaning.
const MOST_CHANGED: usize = 35;

/// The least number of words of a quote in which one word may differ and all others be as in the text: that alone is significant.
const MOST_CHANGED_IN_ONE: usize = 45;
const FEWEST_BESIDE_ONE: usize = 5;

/// How improbable it must be, in bits, that the common words are together by chance somewhere in a text of this length:
/// once in a hundred texts. Not required if only one word differs.
const LEAST_SURPRISE: u32 = 7;

/// The cost of a word that only the text has, in letters: less than that of any replaced word.
const ADDED: usize = 2;

/// More than any alignment costs.
const FAR: usize = usize::MAX >> 8;

/// The bits that each difference subtracts: it could have been in another place, or of another kind.
const BITS_OF_AN_EDIT: u32 = 5;

/// The number of places that are aligned.
const CANDIDATES: usize = 4;

/// The most places of words that are looked up for one quote, and for each word and mark of a span of it, because a text that repeats itself would
/// take the square of its length. The rarest words come first. In a quote with more, some altered spans may not be found.
const MOST_LOOKED_UP: usize = 20_000;
const MOST_FOR_A_TOKEN: usize = 100;

/// The most words that may be omitted or added in one place.
const MOST_SLACK: isize = 100;

/// The places of an alignment: a row for each token of the quote, a column for each distance to the text.
struct Grid {
    /// The distance of the first column.
    first: isize,
    /// The number of the last column.
    width: usize,
    /// The number of the text's tokens.
    count: usize,
}

impl Grid {
    /// The number of the text's token before the one of this row and column.
    fn before(&self, row: usize, column: usize) -> Option<usize> {
        (self.first + (row + column) as isize - 1).try_into().ok().filter(|at: &usize| *at < self.count)
    }

    /// The number of the text's token that is reached there.
    fn reached(&self, row: usize, column: usize) -> usize {
        (self.first + (row + column) as isize).clamp(0, self.count as isize) as usize
    }
}

/// The tokens of a quote next to those of a text.
pub(super) struct Alignment {
    /// In letters.
    cost: usize,
    /// The tokens of the text that correspond to the quote.
    text: Range<usize>,
    /// The numbers of equal tokens: of the quote, and of the text.
    pub(super) same: Vec<(usize, usize)>,
}

impl Alignment {
    /// The alignment of a span that the text has from this token on.
    pub(super) fn whole(span: &[QuoteToken], start: usize) -> Self {
        let same = (0..span.len()).map(|at| (at, start + at)).collect();
        Self { cost: 0, text: start..start + span.len(), same }
    }

    /// The number of words that are replaced, omitted or added.
    fn edits(&self, span: &[QuoteToken]) -> u32 {
        (span.len().max(self.text.len()) - self.same.len()) as u32
    }
}

/// Tokens of a quote, and the tokens of the text in their place.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    quote: Range<usize>,
    text: Range<usize>,
}

impl Text {
    /// For a quote that the text has except for the marks after the last word of a span, however few words it has: if a quote ends
    /// with the end of a sentence, the article often continues it. `None` if there are other differences.
    pub(super) fn punctuated_otherwise(
        &self,
        quote: &Quote<'_>,
        spans: &[Vec<QuoteToken>],
        search: &Search<'_>,
    ) -> Option<Finding> {
        let stands = |index: &usize| search.first(*index, 0).is_some();
        if (0..spans.len()).all(|index| stands(&index)) {
            return None;
        }
        let bare = spans.iter().enumerate().map(|(index, span)| {
            let words = span.iter().rposition(|token| token.is_word).map_or(0, |last| last + 1);
            if stands(&index) { span.clone() } else { span[..words].to_vec() }
        });
        let bare: Vec<_> = bare.collect();
        let anywhere = self.search(&bare);
        let prefixed = quote.prefix.and_then(|prefix| self.search(&bare).between(Some(prefix), None).chain(0));
        let chain = prefixed.or_else(|| anywhere.chain(0))?;
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

    /// For a quote that the text does not have; `search` says where the text has its spans.
    pub(super) fn nearest(&self, spans: &[Vec<QuoteToken>], search: &Search<'_>) -> Finding {
        let mut place = Vec::new();
        let mut differences = Vec::new();
        let (mut behind, mut edits, mut looked_up) = (0, 0, 0);
        let (mut all, mut changed, mut surprise, by_chance) = (0, 0, 0, self.tokens.len().ilog2());
        for (index, span) in spans.iter().enumerate() {
            let letters: usize = span.iter().map(|token| token.letters).sum();
            all += letters;
            let alignment = match search.first(index, behind).or_else(|| search.first(index, 0)) {
                Some(start) => Some(Alignment::whole(span, start)),
                None => self.aligned(span, letters, &mut looked_up),
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
        // Words in another order need not be improbable.
        if !is_near && !differences.is_empty() {
            return Finding::none(Grade::NotFound);
        }
        Finding { grade: Grade::Altered, places: vec![place], differences }
    }

    /// The best alignment of a span, if it is significant.
    fn aligned(&self, span: &[QuoteToken], letters: usize, looked_up: &mut usize) -> Option<Alignment> {
        let all = self.candidates(span, looked_up).into_iter().filter_map(|shifts| self.align(span, shifts));
        all.filter(|alignment| alignment.cost * 2 <= letters).min_by_key(|alignment| alignment.cost)
    }

    /// How improbable it is that these words are together, in bits.
    fn surprise(&self, span: &[QuoteToken], alignment: &Alignment) -> u32 {
        let words = alignment.same.iter().filter(|(at, _)| span[*at].is_word);
        // A short word is not significant, even if it is rare in a short text.
        let most = |at: usize| span[at].letters as u32 + 1;
        let bits = |at: usize| {
            let form = self.tokens[at].form;
            (self.tokens.len() / self.occurrences[form as usize].len()).ilog2()
        };
        words.map(|(ours, theirs)| bits(*theirs).min(most(*ours))).sum()
    }

    /// The candidates: ranges of the distance between a token's number in the text and in the span. Those with the most pairs come first.
    fn candidates(&self, span: &[QuoteToken], looked_up: &mut usize) -> Vec<Range<isize>> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (at, pair) in span.windows(2).enumerate() {
            if let [Some(one), Some(other)] = [pair[0].form, pair[1].form] {
                let count = |form: u32| self.occurrences[form as usize].len();
                pairs.push((count(one).min(count(other)), at));
            }
        }
        // Rare words are the most significant, and cost the least.
        pairs.sort_unstable();
        let mut shifts: Vec<isize> = Vec::new();
        let most = (*looked_up + span.len() * MOST_FOR_A_TOKEN).min(MOST_LOOKED_UP);
        for (count, at) in pairs {
            // Of a quote of common words only, some are looked up all the same.
            if *looked_up + count > if shifts.is_empty() { MOST_LOOKED_UP } else { most } {
                break;
            }
            *looked_up += count;
            let [Some(one), Some(other)] = [span[at].form, span[at + 1].form] else { continue };
            let (ones, others) = (&self.occurrences[one as usize], &self.occurrences[other as usize]);
            // The rarer of the two words is looked up.
            let (starts, next, step) = if ones.len() <= others.len() { (ones, other, 1) } else { (others, one, -1) };
            for start in starts.iter().map(|start| *start as isize) {
                if self.tokens.get((start + step) as usize).is_some_and(|token| token.form == next) {
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
        let mut best: Vec<Range<isize>> = Vec::new();
        // To look for the best of them a few times takes less than to sort all.
        for _ in 0..CANDIDATES {
            let is_apart = |window: &Range<isize>| best.iter().all(|other| (other.start - window.start).abs() > slack);
            let apart = windows.iter().filter(|(_, window)| is_apart(window));
            let Some((_, next)) = apart.max_by_key(|(count, window)| (*count, std::cmp::Reverse(window.start))) else {
                break;
            };
            best.push(next.clone());
        }
        best
    }

    /// Aligns a span with the text at these distances and near them; the text around it costs nothing.
    fn align(&self, span: &[QuoteToken], shifts: Range<isize>) -> Option<Alignment> {
        let first = shifts.start - slack(span);
        let width = (shifts.end + slack(span) - first) as usize;
        let grid = Grid { first, width, count: self.tokens.len() };
        let (costs, steps) = self.steps(span, &grid);
        let column = (0..=width).min_by_key(|column| costs[*column]).filter(|column| costs[*column] < FAR)?;
        let mut same = Vec::new();
        let (mut row, mut at) = (span.len(), column);
        while row > 0 {
            match steps[row * (width + 1) + at] {
                Step::Same => {
                    same.extend(grid.before(row, at).map(|token| (row - 1, token)));
                    row -= 1;
                }
                Step::Other => row -= 1,
                Step::Ours => (row, at) = (row - 1, at + 1),
                Step::Theirs => at -= 1,
            }
        }
        same.reverse();
        Some(Alignment {
            cost: costs[column],
            text: self.beside(span, &same, grid.reached(0, at)..grid.reached(span.len(), column))?,
            same,
        })
    }

    /// The least cost of each place in the last row, and the last step on the way to each place of the grid.
    fn steps(&self, span: &[QuoteToken], grid: &Grid) -> (Vec<usize>, Vec<Step>) {
        let width = grid.width;
        let mut costs = vec![0; width + 1];
        let mut steps = vec![Step::Same; (span.len() + 1) * (width + 1)];
        for row in 1..=span.len() {
            let token = &span[row - 1];
            let own = token.letters;
            let mut left = 0;
            for column in 0..=width {
                let theirs = grid.before(row, column);
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
        (costs, steps)
    }

    /// The tokens of the text that correspond to a span, given the aligned ones. If the span begins or ends with words that correspond to
    /// nothing, words of the same paragraph are added for them.
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
        // A colon does not correspond to words.
        if span[0].is_word {
            beside.start = (beside.start..first).find(is_word).unwrap_or(first);
        }
        if span[span.len() - 1].is_word {
            beside.end = (end + 1..beside.end).rfind(is_word).unwrap_or(end) + 1;
        }
        Some(beside)
    }

    /// The parts between equal tokens, including tokens written together with them: of `S-300` not only `300`.
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
        // Whether a token is written together with the one before it, in the quote or in the text.
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

    /// Whether a token of the text is written together with the one before it. Two words without a space belong to a script without spaces.
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

    /// The place before a token, or after the last one.
    fn before(&self, at: usize) -> Position {
        match self.tokens.get(at) {
            Some(token) => Position { paragraph: token.paragraph as usize, byte: token.start as usize },
            None => self.passage(at - 1..at).end,
        }
    }
}

/// A step of an alignment.
#[derive(Clone, Copy)]
enum Step {
    Same,
    Other,
    /// A token that only the quote has.
    Ours,
    /// A token that only the text has.
    Theirs,
}

/// How far words may have moved, in either direction.
fn slack(span: &[QuoteToken]) -> isize {
    2 + (span.len() as isize / 8).min(MOST_SLACK)
}
