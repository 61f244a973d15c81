//! Which text of an article is inside quotation marks, which is outside, and where this cannot be known.
//!
//! Whether a mark opens or closes depends on the language, and often only on the spaces around it: `»so«`, `« ainsi »`, `„so“` and
//! `“so”`. If marks do not match, there is no answer.

use super::conversation::unmarked_speech;
use super::statements::LEAST_SPEECH;
use super::{Original, slice};
use std::ops::Range;

use quotation_marks::{Beside, Facing, Family, around, family, is_within_word};
use quotes::{Passage, Position, Text, count_words, has_words};

/// The quotations of an article, found by their marks.
pub(super) struct Marks {
    /// Each quotation, from after its opening mark to its closing mark, in order of their beginnings.
    inside: Vec<Passage>,
    /// For each quotation, the furthest end of it and of all before it.
    reach: Vec<Position>,
    /// The passages where marks do not match, or where speech may be without marks: in order, without overlaps.
    doubtful: Vec<Passage>,
    /// Where the first word of each paragraph begins, and where the last one ends.
    words: Vec<Range<usize>>,
}

/// The relation of a passage to quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Inside one pair of marks.
    Inside,
    /// These parts of it, which have words, are outside marks; it may be the whole passage.
    Outside(Vec<Passage>),
    Unknown,
}

const FAMILIES: [Family; 6] =
    [Family::Double, Family::Single, Family::Guillemet, Family::SingleGuillemet, Family::Corner, Family::WhiteCorner];

impl Marks {
    pub(super) fn of(article: &Original) -> Self {
        let paragraphs = article.text.paragraphs();
        let mut marks = Self { inside: Vec::new(), reach: Vec::new(), doubtful: Vec::new(), words: Vec::new() };
        marks.words = paragraphs.iter().map(|paragraph| words(paragraph)).collect();
        for family in FAMILIES {
            Pairing::new(family, paragraphs, &mut marks).run();
        }
        marks.inside.sort_by_key(|passage| passage.start);
        let speech =
            marks.inside.iter().filter(|passage| count_words(&slice(&article.text, **passage)) >= LEAST_SPEECH);
        let quoting: Vec<_> = speech.flat_map(|passage| passage.start.paragraph..=passage.end.paragraph).collect();
        marks
            .doubtful
            .extend(unmarked_speech(paragraphs, &quoting).into_iter().map(|number| whole(paragraphs, number)));
        marks.doubtful.extend(article.quotations.iter().map(|number| whole(paragraphs, *number)));
        // An article without any marks shows speech in another way, if it has any.
        if marks.inside.is_empty() {
            marks.doubtful.extend((0..paragraphs.len()).map(|number| whole(paragraphs, number)));
        }
        marks.doubtful = united(marks.doubtful);
        for passage in &marks.inside {
            let before = marks.reach.last().copied();
            marks.reach.push(passage.end.max(before.unwrap_or(passage.end)));
        }
        marks
    }

    /// The quotations that overlap a passage, in order.
    fn around(&self, passage: Passage) -> Vec<&Passage> {
        let begin = self.reach.partition_point(|end| *end <= passage.start);
        let end = self.inside.partition_point(|other| other.start < passage.end);
        let near = self.inside.get(begin..end).unwrap_or_default();
        near.iter().filter(|other| passage.start < other.end).collect()
    }

    fn is_doubtful(&self, passage: Passage) -> bool {
        let next = self.doubtful.partition_point(|other| other.end <= passage.start);
        self.doubtful.get(next).is_some_and(|other| other.start < passage.end)
    }

    /// The innermost quotation that a passage stands in.
    pub(super) fn quotation_of(&self, passage: Passage) -> Option<Passage> {
        let is_around = |other: &&Passage| other.start <= passage.start && passage.end <= other.end;
        self.around(passage).into_iter().rfind(is_around).copied()
    }

    /// Whether a passage stands in a quotation that is within another one, which goes on around it.
    pub(super) fn is_inner(&self, article: &Text, passage: Passage) -> bool {
        let around = self.around(passage);
        let holds = |one: &Passage, other: &Passage| one.start <= other.start && other.end <= one.end;
        let has_more = |outer: &Passage, inner: &Passage| {
            let [before, behind] = [(outer.start, inner.start), (inner.end, outer.end)];
            [before, behind].into_iter().any(|(start, end)| article.slices(Passage { start, end }).any(has_words))
        };
        let inner: Vec<_> = around.into_iter().filter(|other| holds(other, &passage)).collect();
        !self.is_doubtful(passage)
            && inner.iter().any(|inner_one| {
                inner
                    .iter()
                    .any(|outer| outer.start < inner_one.start && holds(outer, inner_one) && has_more(outer, inner_one))
            })
    }

    pub(super) fn standing(&self, article: &Text, passage: Passage) -> Standing {
        // A block quotation is a quotation without marks.
        let Passage { start, end } = passage;
        let is_block = start.byte <= self.words[start.paragraph].start && self.words[end.paragraph].end <= end.byte;
        if self.is_doubtful(passage) {
            return Standing::Unknown;
        }
        let around = self.around(passage);
        if around.iter().any(|other| other.start <= passage.start && passage.end <= other.end) {
            return Standing::Inside;
        }
        if is_block && around.is_empty() {
            return Standing::Unknown;
        }
        let mut outside = Vec::new();
        let mut from = passage.start;
        for other in around {
            if other.start > from {
                outside.push(Passage { start: from, end: other.start });
            }
            from = from.max(other.end);
        }
        if from < passage.end {
            outside.push(Passage { start: from, end: passage.end });
        }
        outside.retain(|part| article.slices(*part).any(has_words));
        if outside.is_empty() { Standing::Unknown } else { Standing::Outside(outside) }
    }
}

/// From the first word of a paragraph to the last one; from its end to its beginning if it has none.
fn words(paragraph: &str) -> Range<usize> {
    let is_word = |c: char| has_words(c.encode_utf8(&mut [0; 4]));
    let start = paragraph.find(is_word).unwrap_or(paragraph.len());
    start..paragraph.rfind(is_word).map_or(0, |at| at + 1)
}

/// Passages in order, with overlapping ones joined.
fn united(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by_key(|passage| passage.start);
    let mut united: Vec<Passage> = Vec::new();
    for passage in passages {
        match united.last_mut() {
            Some(last) if passage.start < last.end => last.end = last.end.max(passage.end),
            _ => united.push(passage),
        }
    }
    united
}

fn whole(paragraphs: &[String], number: usize) -> Passage {
    Passage { start: Position { paragraph: number, byte: 0 }, end: end_of(paragraphs, number) }
}

fn end_of(paragraphs: &[String], number: usize) -> Position {
    Position { paragraph: number, byte: paragraphs[number].len() }
}

pub(super) const COLONS: [char; 2] = [':', '：'];

pub(super) fn has_marks(paragraph: &str) -> bool {
    paragraph.char_indices().any(|(at, c)| facing(paragraph, at, c) == Some(Facing::Opens))
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether a quote has a mark at its beginning or end whose partner is at the other end, or missing.
pub(super) fn own_marks(quote: &str) -> (bool, bool) {
    let is_behind = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…');
    let quote = quote.trim_start().trim_end_matches(is_behind);
    let (mut begins, mut ends) = (false, false);
    for family in FAMILIES {
        let (mut open, mut is_last_lone) = (Vec::new(), false);
        for (at, mark) in quote.char_indices().filter(|(_, c)| self::family(*c).is_some_and(|(own, _)| own == family)) {
            let is_last = at + mark.len_utf8() == quote.len();
            match facing(quote, at, mark) {
                None => (),
                // The characters next to a mark at an end may mislead; its position at the end does not.
                Some(_) if at == 0 => open.push(at),
                Some(Facing::Opens) if !is_last => open.push(at),
                Some(Facing::Unknown) if !is_last => return (false, false),
                Some(_) => {
                    let partner = open.pop();
                    if is_last && partner == Some(0) {
                        (begins, ends) = (true, true);
                    }
                    // Inches: 5".
                    let is_sign = mark == '"' && quote[..at].ends_with(|c: char| c.is_ascii_digit());
                    is_last_lone |= is_last && partner.is_none() && !is_sign;
                }
            }
        }
        // A lone single mark may be an apostrophe: ‘tis, and the ministers’.
        if family != Family::Single {
            begins |= open.first() == Some(&0);
            ends |= is_last_lone;
        }
    }
    (begins, ends)
}

/// Whether the mark at this byte opens or closes; `None` for an apostrophe, and for a mark that Hebrew writes within a word.
pub(super) fn facing(paragraph: &str, at: usize, mark: char) -> Option<Facing> {
    let (family, itself) = family(mark)?;
    if matches!(family, Family::Corner | Family::WhiteCorner) {
        return Some(itself);
    }
    if is_within_word(paragraph, at) {
        return None;
    }
    let tail = &paragraph[at + mark.len_utf8()..];
    let (before, after) = around(paragraph, at..at + mark.len_utf8(), char::is_alphanumeric);
    if family == Family::Single && before == Beside::Letter && after == Beside::Letter {
        return None;
    }
    // ’tis, and the ’90s.
    if mark == '’' && before != Beside::Letter && after == Beside::Letter {
        return None;
    }
    if mark == '\'' && before != Beside::Letter && lacks_its_beginning(tail) {
        return None;
    }
    Some(quotation_marks::facing(before, after, itself))
}

/// Words that are mostly written without their beginning: ’tis.
const WITHOUT_BEGINNING: &[&str] = &["bout", "cause", "em", "n", "round", "til", "tis", "twas", "twere", "twill"];

/// Whether the text after a straight mark is a decade, a year of two digits, or a word such as ’tis, so that the mark is an apostrophe.
fn lacks_its_beginning(behind: &str) -> bool {
    let end = behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len());
    let (word, rest) = behind.split_at(end);
    let is_year = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    WITHOUT_BEGINNING.contains(&&*word.to_ascii_lowercase())
        || word.strip_suffix('s').is_some_and(is_year)
        // “'24 people came,' she said” begins a quotation.
        || (is_year(word) && !rest.contains(is_apostrophe))
}

/// Finds the pairs of one family of marks.
struct Pairing<'marks> {
    family: Family,
    paragraphs: &'marks [String],
    marks: &'marks mut Marks,
    /// The byte after the last opening mark that is not closed yet.
    open: Option<Position>,
    /// The byte after the last closing mark.
    closed: Option<Position>,
}

impl<'marks> Pairing<'marks> {
    fn new(family: Family, paragraphs: &'marks [String], marks: &'marks mut Marks) -> Self {
        Self { family, paragraphs, marks, open: None, closed: None }
    }

    fn run(mut self) {
        let paragraphs = self.paragraphs;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            for (at, mark) in paragraph.char_indices() {
                if family(mark).is_none_or(|(family, _)| family != self.family) {
                    continue;
                }
                let here = Position { paragraph: number, byte: at };
                let behind = Position { paragraph: number, byte: at + mark.len_utf8() };
                // Even if it closes elsewhere: both « and » are repeated at the beginning of a paragraph.
                let is_first = paragraph[..at].trim().is_empty();
                match facing(paragraph, at, mark) {
                    None => (),
                    Some(Facing::Closes) if !is_first => self.close(here, behind),
                    Some(Facing::Unknown) => self.doubt(whole(paragraphs, number)),
                    Some(_) => self.open(is_first, behind),
                }
            }
        }
        self.give_up();
    }

    fn open(&mut self, is_first: bool, behind: Position) {
        match self.open {
            // In a long quotation, each paragraph has an opening mark, and only the last one has a closing mark.
            Some(open) if is_first && open.paragraph + 1 == behind.paragraph => {
                self.marks.inside.push(Passage { start: open, end: end_of(self.paragraphs, open.paragraph) });
            }
            _ => self.give_up(),
        }
        self.open = Some(behind);
    }

    fn close(&mut self, here: Position, behind: Position) {
        match self.open.take() {
            Some(open) if open.paragraph == here.paragraph => {
                self.marks.inside.push(Passage { start: open, end: here })
            }
            Some(open) => self.doubt(Passage { start: open, end: here }),
            None => self.close_again(here),
        }
        self.closed = Some(behind);
    }

    /// A closing mark without an opening one.
    fn close_again(&mut self, here: Position) {
        let closed = self.closed.filter(|closed| closed.paragraph == here.paragraph);
        match closed {
            Some(closed) => self.doubt(Passage { start: closed, end: here }),
            // An apostrophe after the last letter: the ministers’ plan.
            None if self.family == Family::Single => (),
            None => self.doubt(Passage { start: Position { byte: 0, ..here }, end: here }),
        }
    }

    /// An opening mark without a closing one.
    fn give_up(&mut self) {
        if let Some(open) = self.open.take() {
            self.doubt(Passage { start: open, end: end_of(self.paragraphs, open.paragraph) });
        }
    }

    fn doubt(&mut self, passage: Passage) {
        self.marks.doubtful.push(passage);
    }
}
