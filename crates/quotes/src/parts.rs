//! Whether the parts of a quote say together what the text says, or leave out what turns it round.
//!
//! Words may be left out. But parts of two people's words, or of a sentence without its “not”, are nobody's words.

use std::ops::Range;

use super::turning_words::{attributes, negates};
use super::words::{is_letter, is_mark};
use super::{Finding, Grade, Passage, Position, Text, is_label};

/// Why parts may say something else together than the text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They stand in different paragraphs, and no quotation runs on from one to the other.
    Paragraphs,
    /// They stand in different quotations.
    Quotations,
    /// Between them somebody is said to say something.
    Attribution,
    /// Between them stands a “not”, or a word like it.
    Negation,
    /// The first ends within one sentence, the second begins within another.
    Sentences,
    /// They are a few words each, far apart.
    Distance,
}

impl Reason {
    /// As it is called outside: `negation`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraphs => "paragraphs",
            Self::Quotations => "quotations",
            Self::Attribution => "attribution",
            Self::Negation => "negation",
            Self::Sentences => "sentences",
            Self::Distance => "distance",
        }
    }
}

/// That parts may say something else together than the text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub reason: Reason,
    /// What the text has between the two parts. Where one part runs from a quotation into another, it is empty, between the two.
    pub between: Passage,
}

/// A part of so few words says little by itself.
const FEW: usize = 2;

/// How many words may stand between two parts of a few words, and between one of them and a longer one.
const MOST_BETWEEN_FEW: usize = 3;
const MOST_BESIDE_FEW: usize = 20;

/// How long an interruption such as “, he said, ” is at most, in words.
const LONGEST_INTERRUPTION: usize = 12;

/// How many places of an ambiguous quote are looked at.
const MOST_PLACES: usize = 20;

impl Text {
    /// Whether the parts of a quote, as they were found, may say something else together than the text does. Words that were not found, or
    /// are others in the text, are not doubted: they are wrong.
    pub fn doubt(&self, finding: &Finding) -> Option<Doubt> {
        if !matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous) {
            return None;
        }
        finding.places.iter().take(MOST_PLACES).find_map(|place| self.doubt_of_place(place))
    }

    fn doubt_of_place(&self, place: &[Passage]) -> Option<Doubt> {
        let within = place.iter().find_map(|part| self.joint_of_quotations(*part));
        within.or_else(|| {
            let mut pairs = place.windows(2);
            pairs.find_map(|pair| {
                let between = Passage { start: pair[0].end, end: pair[1].start };
                let reason = self.reason(pair[0], between, pair[1])?;
                Some(Doubt { reason, between })
            })
        })
    }

    /// Where one quotation ends with its paragraph, and another begins with the next, all within one part.
    fn joint_of_quotations(&self, part: Passage) -> Option<Doubt> {
        let numbers = part.start.paragraph..=part.end.paragraph;
        let numbers: Vec<usize> = numbers.filter(|number| !is_label(&self.paragraphs[*number])).collect();
        let joint = numbers.windows(2).find(|pair| {
            let paragraph = &self.paragraphs[pair[0]];
            let from = if pair[0] == part.start.paragraph { part.start.byte } else { first_letter(paragraph) };
            let leaves = marks_between(paragraph, from..paragraph.len()).leaves;
            leaves.is_some() && is_marked(&self.paragraphs[pair[1]])
        })?;
        let start = Position { paragraph: joint[0], byte: self.paragraphs[joint[0]].len() };
        let end = Position { paragraph: joint[1], byte: 0 };
        Some(Doubt { reason: Reason::Quotations, between: Passage { start, end } })
    }

    fn reason(&self, before: Passage, between: Passage, behind: Passage) -> Option<Reason> {
        let joint = match self.joint(between, behind) {
            Ok(joint) => joint,
            Err(reason) => return Some(reason),
        };
        let few = |part| self.words(part).take(FEW + 1).count() <= FEW;
        let most = match (few(before), few(behind)) {
            (true, true) => MOST_BETWEEN_FEW,
            (false, false) => usize::MAX,
            _ => MOST_BESIDE_FEW,
        };
        if self.is_turned(between) {
            Some(Reason::Negation)
        } else if joint == Joint::Plain && self.names_a_speaker(between) {
            Some(Reason::Attribution)
        } else if self.joins_sentences(between) {
            Some(Reason::Sentences)
        } else {
            (self.words(between).count() > most).then_some(Reason::Distance)
        }
    }

    /// Whether there is a “not” in a sentence that one of the parts belongs to. A sentence that is left out as a whole turns nothing.
    fn is_turned(&self, between: Passage) -> bool {
        let turns = |start, end| self.words(Passage { start, end }).any(negates);
        let Passage { start, end } = between;
        let paragraph = |number: usize, from: usize| &self.paragraphs[number][from..];
        let head = paragraph(start.paragraph, start.byte);
        let is_one = start.paragraph == end.paragraph;
        let head = if is_one { &head[..end.byte - start.byte] } else { head };
        let from = if is_one { start.byte } else { 0 };
        let tail = &paragraph(end.paragraph, from)[..end.byte - from];
        match (sentence_ends(head).first(), sentence_ends(tail).last()) {
            (None, None) if is_one => turns(start, end),
            (first, last) => {
                let first = first.map_or(head.len(), |first| *first);
                let last = last.map_or(from, |last| from + last);
                turns(start, Position { byte: start.byte + first, ..start })
                    || turns(Position { byte: last, ..end }, end)
            }
        }
    }

    /// How the quotation of one part is that of the next.
    fn joint(&self, between: Passage, behind: Passage) -> Result<Joint, Reason> {
        let Passage { start, end } = between;
        if start.paragraph == end.paragraph {
            let paragraph = &self.paragraphs[start.paragraph];
            let marks = marks_between(paragraph, start.byte..end.byte);
            return match (marks.leaves, marks.enters) {
                (None, None) => Ok(Joint::Plain),
                (Some(leaves), Some(enters)) if self.is_interruption(start.paragraph, leaves..enters, behind) => {
                    Ok(Joint::Interrupted)
                }
                _ => Err(Reason::Quotations),
            };
        }
        // Each paragraph of a long quotation opens, and only the last closes.
        let mut numbers = (start.paragraph..=end.paragraph).filter(|number| !is_label(&self.paragraphs[*number]));
        let runs_on = numbers.all(|number| {
            let paragraph = &self.paragraphs[number];
            let from = if number == start.paragraph { start.byte } else { first_letter(paragraph) };
            let to = if number == end.paragraph { end.byte.max(from) } else { paragraph.len() };
            let marks = marks_between(paragraph, from..to);
            (number == start.paragraph || is_marked(paragraph)) && marks.leaves.is_none() && marks.enters.is_none()
        });
        if runs_on { Ok(Joint::Plain) } else { Err(Reason::Paragraphs) }
    }

    /// Whether what stands between two quotations only says who speaks, and the second goes on with the first: `,” he said, “`.
    fn is_interruption(&self, paragraph: usize, gap: Range<usize>, behind: Passage) -> bool {
        let text = &self.paragraphs[paragraph];
        let here = |byte| Position { paragraph, byte };
        let passage = |range: Range<usize>| Passage { start: here(range.start), end: here(range.end) };
        let says = |range| self.words(passage(range)).filter(|word| attributes(word)).count();
        let inner = text[gap.clone()].trim_matches(is_no_text);
        let begins = text[..gap.start].trim_end_matches(is_no_text).ends_with(['!', '?', '…']);
        let is_parted =
            begins || text[..gap.start].trim_end_matches(is_no_text).ends_with(PAUSES) || inner.starts_with(PAUSES);
        let sayings = says(gap.clone());
        let is_short = self.words(passage(gap)).take(LONGEST_INTERRUPTION + 1).count() <= LONGEST_INTERRUPTION;
        let inside = inner.trim_end_matches(ENDS);
        if !is_short || !is_parted || sayings > 1 || ends_a_sentence(inside) {
            return false;
        }
        if inner.ends_with(PAUSES) {
            return true;
        }
        // A sentence has ended: what is quoted then is somebody else's where they are named behind it.
        if !inner.ends_with(ENDS) || sayings != 1 || behind.end.paragraph != paragraph {
            return false;
        }
        let Some(closed) = marks_between(text, behind.end.byte..text.len()).leaves else { return true };
        let mut marks = text[closed..].char_indices().filter(|(_, c)| is_mark(*c));
        let next = marks.find(|(at, mark)| opens(text, closed + at, *mark) == Some(true));
        let clause = &text[closed..next.map_or(text.len(), |(at, _)| closed + at)];
        says(closed..closed + clause.find(ENDS).unwrap_or(clause.len())) == 0
    }

    /// Whether somebody is said to say something there, but for what stands between two commas: “, he said, ”.
    fn names_a_speaker(&self, between: Passage) -> bool {
        let mut words = self.token_numbers(between).peekable();
        let form = |at: usize| &*self.vocabulary.forms[self.tokens[at].form as usize];
        let is_pause = |at: usize| form(at).chars().next().is_some_and(|c| PAUSES.contains(&c));
        let Some(first) = words.peek().copied() else { return false };
        let all: Vec<usize> = words.collect();
        let behind = first + all.len();
        all.iter().any(|at| {
            let is_saying = self.tokens[*at].is_word && attributes(form(*at));
            let pause_before = (first..*at).rev().take(LONGEST_INTERRUPTION).any(is_pause);
            let pause_behind = (*at..behind).take(LONGEST_INTERRUPTION).any(is_pause);
            is_saying && !(pause_before && pause_behind)
        })
    }

    /// Whether the beginning of one sentence is joined to the end of another.
    fn joins_sentences(&self, between: Passage) -> bool {
        let gap = self.slices(between).collect::<Vec<_>>().join(" ");
        let gap = gap.trim_matches(is_no_text);
        let ends = |c: char| ENDS.contains(&c) || matches!(c, ':' | ';' | '：' | '；');
        !gap.starts_with(ends) && !gap.ends_with(ends) && ends_a_sentence(gap)
    }

    fn words(&self, passage: Passage) -> impl Iterator<Item = &str> {
        let words = self.token_numbers(passage).filter(|at| self.tokens[*at].is_word);
        words.map(|at| &*self.vocabulary.forms[self.tokens[at].form as usize])
    }

    fn token_numbers(&self, passage: Passage) -> Range<usize> {
        let number = |position: Position| {
            let key = (position.paragraph as u32, position.byte as u32);
            self.tokens.partition_point(|token| (token.paragraph, token.start) < key)
        };
        number(passage.start)..number(passage.end)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Of one stretch of text.
    Plain,
    /// With the speaker named in between.
    Interrupted,
}

/// Behind these, somebody's words may go on.
const PAUSES: [char; 9] = [',', '，', '、', '،', '-', '–', '—', '―', '−'];

const ENDS: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', '؟', '।'];

/// A word before a full stop that is shorter than this may be an abbreviation.
const SHORTEST_LAST_WORD: usize = 4;

fn is_no_text(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

/// Whether a sentence ends in this text, or at its end.
fn ends_a_sentence(text: &str) -> bool {
    !sentence_ends(text).is_empty()
}

/// Behind which bytes sentences end.
fn sentence_ends(text: &str) -> Vec<usize> {
    // A point that comes first stands behind the last word of a part.
    let (mut ends, mut length) = (Vec::new(), SHORTEST_LAST_WORD);
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        let is_followed = text[behind..].starts_with(|c| !is_no_text(c));
        let is_end = match c {
            '。' | '！' | '？' | '؟' | '।' => true,
            '.' => length >= SHORTEST_LAST_WORD && !is_followed,
            '!' | '?' => !is_followed,
            _ => false,
        };
        ends.extend(is_end.then_some(behind));
        length = if is_letter(c) { length + 1 } else { 0 };
    }
    ends
}

/// Whether a paragraph begins with a quotation mark.
fn is_marked(paragraph: &str) -> bool {
    paragraph.trim_start().starts_with(is_mark)
}

fn first_letter(paragraph: &str) -> usize {
    paragraph.find(|c| !is_no_text(c)).unwrap_or(paragraph.len())
}

/// Quotation marks in a piece of text without a partner there.
#[derive(Default)]
struct Unpaired {
    /// Where the first stands that closes what was open before.
    leaves: Option<usize>,
    /// Where the last begins that opens and is not closed.
    enters: Option<usize>,
}

fn marks_between(paragraph: &str, range: Range<usize>) -> Unpaired {
    let mut unpaired = Unpaired::default();
    let mut open: Vec<usize> = Vec::new();
    let mut undecided = None;
    for (at, mark) in paragraph[range.clone()].char_indices().filter(|(_, c)| is_mark(*c)) {
        let at = range.start + at;
        match opens(paragraph, at, mark) {
            Some(true) => open.push(at),
            Some(false) if open.pop().is_none() => unpaired.leaves = unpaired.leaves.or(Some(at)),
            Some(false) => (),
            None if !paragraph[at + mark.len_utf8()..].starts_with(is_letter) => match open.last() {
                Some(last) if paragraph[*last..].starts_with(['‘', '‚', '\'']) => drop(open.pop()),
                _ => undecided = undecided.or(Some(at)),
            },
            None => (),
        }
    }
    unpaired.enters = open.last().copied();
    // Behind the last letter of a quotation it closes, where another one opens after it.
    unpaired.leaves = unpaired.leaves.or(undecided.filter(|at| unpaired.enters > Some(*at)));
    unpaired
}

const MOST_TOGETHER: usize = 8;

/// Whether a mark opens a quotation or closes one; nothing for what may be an apostrophe.
fn opens(paragraph: &str, at: usize, mark: char) -> Option<bool> {
    // More marks together are no speech; to look past them all would cost the square of their number.
    let before = paragraph[..at].chars().rev().take(MOST_TOGETHER).find(|c| !is_mark(*c));
    let behind = paragraph[at + mark.len_utf8()..].chars().take(MOST_TOGETHER).find(|c| !is_mark(*c));
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opens_by_itself = matches!(mark, '«' | '‹' | '“' | '„' | '‟' | '‘' | '‚' | '「' | '『' | '〝');
    match (is_blank(before), is_blank(behind)) {
        _ if matches!(mark, '「'..='』') => Some(opens_by_itself),
        (true, false) if behind.is_some_and(|c| PAUSES.contains(&c)) => Some(opens_by_itself),
        (true, false) => Some(true),
        // It may be an apostrophe behind the last letter: the ministers’ plan.
        (false, _) if matches!(mark, '\'' | '’') && before.is_some_and(is_letter) => None,
        (false, true) => Some(false),
        (false, false) if before.is_some_and(|c| matches!(c, '(' | '[') || PAUSES.contains(&c)) => {
            Some(!behind.is_some_and(|c| PAUSES.contains(&c)))
        }
        (false, false) if matches!(mark, '`' | '´' | 'ʼ') => None,
        (false, false) if behind.is_some_and(|c| !is_letter(c)) => Some(false),
        _ => Some(opens_by_itself),
    }
}
