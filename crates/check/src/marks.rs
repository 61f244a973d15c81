//! What stands inside an article's quotation marks, what outside, and where nobody can tell.
//!
//! Which way a mark faces depends on the language, and often on nothing but the spaces around it: `»so«`, `« ainsi »`, `„so“` and
//! `“so”`. Where marks do not add up, no answer is given.

use super::conversation::unmarked_speech;
use super::statements::LEAST_SPEECH;
use super::{Original, slice};
use quotation_marks::{Facing, Family, family};
use quotes::{Passage, Position, Text, count_words, has_words};

/// What an article has inside quotation marks.
pub(super) struct Marks {
    /// Each from behind the mark that opens it to the one that closes it, in order.
    inside: Vec<Passage>,
    /// Where marks do not add up, or speech may go without them.
    doubtful: Vec<Passage>,
}

/// How a passage stands to quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Within one pair of marks.
    Inside,
    /// These parts of it, which have words, stand outside; it may be all of it.
    Outside(Vec<Passage>),
    Unknown,
}

const FAMILIES: [Family; 6] =
    [Family::Double, Family::Single, Family::Guillemet, Family::SingleGuillemet, Family::Corner, Family::WhiteCorner];

impl Marks {
    pub(super) fn of(article: &Original) -> Self {
        let paragraphs = article.text.paragraphs();
        let mut marks = Self { inside: Vec::new(), doubtful: Vec::new() };
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
        // An article without any sets speech in another way, if there is speech in it.
        if marks.inside.is_empty() {
            marks.doubtful.extend((0..paragraphs.len()).map(|number| whole(paragraphs, number)));
        }
        marks
    }

    pub(super) fn standing(&self, article: &Text, passage: Passage) -> Standing {
        let overlaps = |other: &&Passage| other.start < passage.end && passage.start < other.end;
        // A block that is set off is a quote without marks.
        let paragraph = &article.paragraphs()[passage.start.paragraph];
        let is_block = !has_words(&paragraph[..passage.start.byte])
            && !has_words(&article.paragraphs()[passage.end.paragraph][passage.end.byte..]);
        if self.doubtful.iter().any(|other| overlaps(&other)) {
            return Standing::Unknown;
        }
        let around: Vec<_> = self.inside.iter().filter(overlaps).collect();
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

/// Whether a quote has a mark at its beginning, and one at its end, whose partner does not stand within it, but at its other end or nowhere.
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
                // What stands beside a mark at an end may mislead; that it is at the end does not.
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

/// What stands beside a mark, as far as it tells which way the mark faces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// A space, or where the paragraph begins or ends.
    Space,
    /// A bracket that opens, or a dash.
    Opener,
    /// An article that lost its vowel: `l’« affaire »`.
    Elision,
    Letter,
    Punctuation,
}

fn beside(c: Option<char>) -> Beside {
    match c {
        None => Beside::Space,
        Some(c) if c.is_whitespace() => Beside::Space,
        Some('(' | '[' | '{' | '/' | '¿' | '¡') => Beside::Opener,
        Some(c) if is_dash(c) => Beside::Opener,
        Some(c) if c.is_alphanumeric() => Beside::Letter,
        _ => Beside::Punctuation,
    }
}

/// How many marks that stand together are looked past. More are no speech, and to look past them all would cost the square of their number.
const MOST_TOGETHER: usize = 8;

/// Which way the mark at this byte faces; `None` for an apostrophe.
fn facing(paragraph: &str, at: usize, mark: char) -> Option<Facing> {
    let (family, itself) = family(mark)?;
    if matches!(family, Family::Corner | Family::WhiteCorner) {
        return Some(itself);
    }
    // Marks that stand together face the same way.
    let is_other = |c: &char| self::family(*c).is_none();
    let (head, tail) = (&paragraph[..at], &paragraph[at + mark.len_utf8()..]);
    let before = match head.strip_suffix(is_apostrophe) {
        Some(head) if head.ends_with(char::is_alphabetic) => Beside::Elision,
        _ => beside(head.chars().rev().take(MOST_TOGETHER).find(is_other)),
    };
    let after = beside(tail.chars().take(MOST_TOGETHER).find(is_other));
    if family == Family::Single && before == Beside::Letter && after == Beside::Letter {
        return None;
    }
    // ’tis, and the ’90s.
    if mark == '’' && before != Beside::Letter && after == Beside::Letter {
        return None;
    }
    let opens = matches!(before, Beside::Space | Beside::Opener | Beside::Elision) && after != Beside::Space;
    let closes = before != Beside::Space && matches!(after, Beside::Space | Beside::Punctuation | Beside::Opener);
    Some(match (opens, closes) {
        // Neighbours mislead in l’« affaire », and in « oui », where a space is set before the mark that closes.
        _ if before == Beside::Elision && itself != Facing::Unknown => itself,
        _ if (before, after) == (Beside::Space, Beside::Punctuation) && itself != Facing::Unknown => itself,
        (true, false) => Facing::Opens,
        (false, true) => Facing::Closes,
        _ => itself,
    })
}

/// Finds the pairs of one family.
struct Pairing<'marks> {
    family: Family,
    paragraphs: &'marks [String],
    marks: &'marks mut Marks,
    /// Behind the mark that opened last, and has not been closed.
    open: Option<Position>,
    /// Behind the mark that closed last.
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
                // Even where it closes elsewhere: « and » alike repeat at the head of a paragraph.
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
            // Each paragraph of a long quote opens, and only the last closes.
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

    /// A mark that closes what is not open.
    fn close_again(&mut self, here: Position) {
        let closed = self.closed.filter(|closed| closed.paragraph == here.paragraph);
        match closed {
            Some(closed) => self.doubt(Passage { start: closed, end: here }),
            // An apostrophe behind the last letter: the ministers’ plan.
            None if self.family == Family::Single => (),
            None => self.doubt(Passage { start: Position { byte: 0, ..here }, end: here }),
        }
    }

    /// What is open is not closed.
    fn give_up(&mut self) {
        if let Some(open) = self.open.take() {
            self.doubt(Passage { start: open, end: end_of(self.paragraphs, open.paragraph) });
        }
    }

    fn doubt(&mut self, passage: Passage) {
        self.marks.doubtful.push(passage);
    }
}
