//! What stands right beside words and changes what they say: a question mark, or the rest of a number. `check` warns of such words, and readers are not
//! told of them: both ask this.

use super::blanks::trim_start;
use super::turning_words::{entries, is_in};
use super::words::{Kind, kind};
use super::{Cut, Finding, Passage, Position, Text};

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// What a character may be of a number, or behind a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    /// Such as ½, and digits above or below the line.
    Fraction,
    /// Belongs to a number, before it or behind it: “€40”, “40 %”, “<5”, “3億”, “40 million”.
    Sign,
    /// A dash or a plus: a sign of the number behind it if nothing is before it.
    Dash,
    /// Between the digits of one number: “5:30”, “2/3”, “٥٫٢”.
    Join,
    /// The same, and it may stand before a question mark.
    Dot,
    Space,
    Question,
    Word,
    Other,
}

const SIGNS: &str = "%‰٪％°$<>百千万億亿萬兆割成之パ";

/// How words begin that belong to the number before them: “40 million”, “40 per cent”. A few others begin like them, such as “miles” and “cents”, and
/// without those a number says as little. Readers load every byte of this list: the usual words of the languages in which they are short.
const UNITS: &str = "mil-,Mil-,bil-,tril-,bn-,ml-,Mio-,Mrd-,thous-,hund-,perc-,per c-,por c-,pour c-,Proz-,proc-,duiz-,tys-,bin -,juta-,ribu-,pers-,m -,k -,Taus-,\
    करो-,мил-,відс-,міл-,ملي-,мл-,लाख-,میلی-,درصد-,بالم-,проц-";

const JOINS: &str = ",:/'’·⁄٫٬—";

/// The zeros of those scripts in which the cards have words; the other digits follow each.
const ZEROS: &str = "0٠۰०০๐０";

fn class(c: char) -> Class {
    let is_in = |list: &str| list.chars().any(|listed| listed == c);
    match c {
        '?' | '？' | '؟' => Class::Question,
        '.' | '…' | '!' | '。' | '！' => Class::Dot,
        '+' => Class::Dash,
        '¢'..='¥' | '\u{20a0}'..='\u{20c0}' => Class::Sign,
        '²' | '³' | '¹' | '¼'..='¾' | '⁰'..='₉' | '⅐'..='⅞' => Class::Fraction,
        _ if ZEROS.chars().any(|zero| (c as u32).wrapping_sub(zero as u32) < 10) => Class::Digit,
        _ if is_in(SIGNS) => Class::Sign,
        _ if is_in(JOINS) => Class::Join,
        _ => match kind(c) {
            Kind::Dash => Class::Dash,
            Kind::Space => Class::Space,
            Kind::Letter | Kind::Alone => Class::Word,
            _ => Class::Other,
        },
    }
}

/// How many characters are read on each side of a place.
const NEAR: usize = 8;

type Near = [Class; NEAR];

/// The first characters of a text that are seen, or the last, from its end.
#[inline(never)]
fn near(text: &str, is_from_end: bool) -> Near {
    let mut near = [Class::Other; NEAR];
    let mut characters = text.chars();
    let mut at = 0;
    while let Some(c) = if is_from_end { characters.next_back() } else { characters.next() }
        && at < NEAR
    {
        near[at] = class(c);
        at += usize::from(kind(c) != Kind::Invisible);
    }
    near
}

const SPACE: u32 = 1 << Class::Space as u32;
const QUESTION: u32 = 1 << Class::Question as u32;
const DIGIT: u32 = 1 << Class::Digit as u32 | 1 << Class::Fraction as u32;
const OF_WORD: u32 = DIGIT | 1 << Class::Word as u32;

impl Class {
    fn is_digit(self) -> bool {
        matches!(self, Self::Digit | Self::Fraction)
    }

    fn is_of_word(self) -> bool {
        self.is_digit() || self == Self::Word
    }
}

impl Text {
    /// Whether words begin or end within a number, or lack the question mark of their sentence, in one of their places.
    pub fn is_cut_at_edge(&self, finding: &Finding) -> bool {
        finding.places.iter().take(MOST_PLACES).any(|place| {
            place.iter().any(|part| {
                let end = self.around(part.end);
                is_within_number(&self.around(part.start)) || is_within_number(&end) || is_before_question_mark(&end)
            })
        })
    }

    /// What is before a position, from it backwards, and what is behind it.
    fn around(&self, at: Position) -> [Near; 2] {
        let (before, behind) = self.paragraphs[at.paragraph].split_at(at.byte);
        let mut around = [near(before, true), near(behind, false)];
        if is_in(UNITS, trim_start(behind)) {
            around[1][usize::from(around[1][0] == Class::Space)] = Class::Sign;
        }
        around
    }

    /// What a part of a quote leaves out of such a number or sentence.
    pub fn edge(&self, part: Passage) -> Option<Cut> {
        let Passage { start, end } = part;
        let around = self.around(start);
        if is_within_number(&around) {
            let number = rest_of_number(&around[0]);
            let length = self.paragraphs[start.paragraph][..start.byte].chars().rev().take(number).map(char::len_utf8);
            let from = Position { byte: start.byte - length.sum::<usize>(), ..start };
            return Some(Cut { left_out: Passage { start: from, end: start }, is_before: true });
        }
        let around = self.around(end);
        let rest = if is_within_number(&around) {
            rest_of_number(&around[1])
        } else if is_before_question_mark(&around) {
            run(&around[1], !QUESTION) + 1
        } else {
            return None;
        };
        let behind = &self.paragraphs[end.paragraph][end.byte..];
        let word = behind.trim_start();
        let begun = entries(UNITS).map(|unit| unit.trim_end_matches('-')).find(|unit| word.starts_with(unit));
        let length = match begun {
            None => behind.chars().take(rest).map(char::len_utf8).sum::<usize>(),
            // To the end of its word.
            Some(begun) => {
                let ends = |c| !matches!(kind(c), Kind::Letter | Kind::Invisible);
                let length = word[begun.len()..].find(ends).map_or(word.len(), |more| begun.len() + more);
                behind.len() - word.len() + length
            }
        };
        let to = Position { byte: end.byte + length, ..end };
        Some(Cut { left_out: Passage { start: end, end: to }, is_before: false })
    }
}

/// Whether a place of a text is between the digits of one number, or between a number and a sign that belongs to it.
fn is_within_number([before, behind]: &[Near; 2]) -> bool {
    // A dash is a minus sign only if no word and no number is right before it.
    let has_sign = || match before[0] {
        Class::Sign => true,
        Class::Dash => !before[1].is_of_word() && before[1] != Class::Sign,
        _ => false,
    };
    if behind[0].is_digit() && has_sign() {
        return true;
    }
    // But not a sign of another number behind it: “In 2019 $5 were”.
    let (digit, sign) = (run(before, SPACE), run(behind, SPACE));
    if before[digit].is_digit() && behind[sign] == Class::Sign && !behind[sign + 1].is_digit() {
        return true;
    }
    // Blanks of the source are seen as one.
    if digit + sign > 0 && before[digit].is_digit() && behind[sign].is_digit() {
        return behind[sign] == Class::Fraction || is_group(&before[digit..], &behind[sign..]);
    }
    let (left, right) = (run(before, !OF_WORD), run(behind, !OF_WORD));
    if !before[left].is_digit() || !behind[right].is_digit() {
        return false;
    }
    let between = if left > 0 { before[0] } else { behind[0] };
    match (left + right, between) {
        (0, _) => true,
        (1, class) => class != Class::Other,
        _ => false,
    }
}

/// Whether a text ends with the end of a sentence.
pub(super) fn is_sentence(text: &str) -> bool {
    matches!(near(text, true)[0], Class::Dot | Class::Question)
}

/// Whether digits, the first ones from their end, are such as a space divides into groups of three: “3 500”.
fn is_group(first: &[Class], second: &[Class]) -> bool {
    let (left, right) = (run(first, DIGIT), run(second, DIGIT));
    right == 3 && left <= 3 && first[left] != Class::Word
}

/// Whether a place lacks the question mark that follows: “Is it safe…?”.
fn is_before_question_mark([before, behind]: &[Near; 2]) -> bool {
    let mark = run(behind, SPACE | 1 << Class::Dot as u32);
    before[0] != Class::Question && behind[mark] == Class::Question
}

/// The number of first characters of these classes, a bit for each, of which one or two are left.
#[inline(never)]
fn run(side: &[Class], classes: u32) -> usize {
    let mut at = 0;
    while at + 2 < side.len() && classes >> side[at] as u32 & 1 > 0 {
        at += 1;
    }
    at
}

/// The number of characters of a number on one side of a place in it, as far as they are read.
fn rest_of_number(side: &Near) -> usize {
    let signs = run(side, !OF_WORD);
    signs + run(&side[signs..], DIGIT)
}
