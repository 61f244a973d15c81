//! What stands right beside words and changes what they say: a question mark, or the rest of a number. `check` warns of such words, and readers are not
//! told of them: both ask this.

use super::blanks::{trim_end, trim_start};
use super::sign_sets::{END, WORDS, behind_last, first, set};
use super::signs::Sign;
use super::turning_words::is_in;
use super::words::{Kind, kind};
use super::{Cut, Finding, Passage, Position, Text};

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// The most words of a question such as “, isn't it?”.
const MOST_ADDED: usize = 3;

/// What a character may be of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    /// Such as ½, and digits above or below the line.
    Fraction,
    /// Belongs to a number, before it or behind it: “€40”, “40 %”, “<5”, “3億”, “40 million”.
    Sign,
    /// The same behind a number that is a word, too: “forty million”.
    Large,
    /// A dash or a plus: a sign of the number behind it if nothing is before it.
    Dash,
    /// Between the digits of one number: “5:30”, “2/3”, “٥٫٢”.
    Join,
    /// The same, and it may end a sentence.
    Dot,
    Space,
    Word,
    Other,
}

const SIGNS: &str = "%‰٪％°$<>百千万億亿萬兆割之パ";

/// How words begin that belong to the number before them, in digits or in words: “40 million”, “forty per cent”. Readers load
/// every byte of these lists.
const LARGE: &str = "milli-,millo-,billio-,trilli-,thousand -,hundred -,percen-,per cen-,por cien-,por cen-,pour cen-,Milli-,Hundert-,Tausend-,Prozen-,milio-,miliar-,\
    milhõ-,bilhõ-,milj-,mily-,juta-,ribu-,duizend-,procen-,tysi-,миллио-,миллиа-,мільйо-,мільяр-,тысяч-,тисяч-,процен-,відсот-,مليو-,مليا-,میلی-,درصد-,लाख-";

/// The same, but only behind digits. A few others begin like them, such as “ml”, and without those a number says as little.
const UNITS: &str =
    "mil-,thous-,hund-,bil-,bn-,ml-,Mio-,Mrd-,tys-,bin -,pers-,m -,k -,km-,kg-,lakh-,crore-,мл-,بالم-,करो-";

/// Words before a number below zero.
const MINUS: &str = "-minus,-moins,-menos,-meno,-минус,-мінус,-マイナス,-负,-負,-eksi";

/// Short words that are no “to” between two numbers: “In 2019 the 500”.
const NO_LINKS: &str = "the -,die -,les -,los -,- the,- die,- les,- los";

const JOINS: &str = ",:/'’·⁄٫٬—至到";

/// The zeros of those scripts in which the cards have words; the other digits follow each.
const ZEROS: &str = "0٠۰०০๐０";

/// The digits that are characters of Chinese.
const CHARACTERS: &str = "一二三四五六七八九十";

fn class(c: char) -> Class {
    let is_in = |list: &str| list.chars().any(|listed| listed == c);
    match c {
        '.' | '…' | '!' | '。' | '！' | '?' | '？' | '؟' | '‽' => Class::Dot,
        '+' => Class::Dash,
        '¢'..='¥' | '\u{20a0}'..='\u{20c0}' => Class::Sign,
        '²' | '³' | '¹' | '¼'..='¾' | '⁰'..='₉' | '⅐'..='⅞' => Class::Fraction,
        _ if ZEROS.chars().any(|zero| (c as u32).wrapping_sub(zero as u32) < 10) => Class::Digit,
        _ if is_in(CHARACTERS) => Class::Digit,
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
const DIGIT: u32 = 1 << Class::Digit as u32 | 1 << Class::Fraction as u32;
const WORD: u32 = 1 << Class::Word as u32;
const OF_WORD: u32 = DIGIT | WORD;

impl Class {
    fn is_digit(self) -> bool {
        matches!(self, Self::Digit | Self::Fraction)
    }

    fn is_of_word(self) -> bool {
        self.is_digit() || self == Self::Word
    }
}

impl Text {
    /// Whether words begin or end within a number, in one of their places.
    pub fn is_cut_at_edge(&self, finding: &Finding) -> bool {
        finding.places.iter().take(MOST_PLACES).any(|place| {
            place
                .iter()
                .any(|part| is_within_number(&self.around(part.start)) || is_within_number(&self.around(part.end)))
        })
    }

    /// What is before a position, from it backwards, and what is behind it.
    fn around(&self, at: Position) -> [Near; 2] {
        let (before, behind) = self.paragraphs[at.paragraph].split_at(at.byte);
        let mut around = [near(before, true), near(behind, false)];
        let (word, unit) = (trim_end(before), trim_start(behind));
        let (side, class) = if is_in(LARGE, unit) {
            (1, Class::Large)
        } else if is_in(UNITS, unit) {
            (1, Class::Sign)
        } else if is_in(NO_LINKS, unit) {
            (1, Class::Other)
        } else if is_in(MINUS, word) {
            (0, Class::Sign)
        } else if is_in(NO_LINKS, word) {
            (0, Class::Other)
        } else {
            return around;
        };
        let near = &mut around[side];
        near[usize::from(near[0] == Class::Space)] = class;
        around
    }

    /// Whether words lack the rest of their question.
    fn is_in_question(&self, part: Passage) -> bool {
        if is_sentence(&self.paragraphs[part.end.paragraph][..part.end.byte]) {
            return false;
        }
        let [before, behind] = self.signs_around(part);
        asks(&behind) || is_asked(&before, &behind)
    }

    /// What a part of a quote leaves out of such a number or sentence.
    pub fn edge(&self, Passage { start, end }: Passage) -> Option<Cut> {
        if is_within_number(&self.around(start)) {
            let before = &self.paragraphs[start.paragraph][..start.byte];
            let from = Position { byte: start.byte - number_before(before).len(), ..start };
            return Some(Cut { left_out: Passage { start: from, end: start }, is_before: true });
        }
        let behind = &self.paragraphs[end.paragraph][end.byte..];
        let left_out = if is_within_number(&self.around(end)) {
            number_behind(behind)
        } else if self.is_in_question(Passage { start, end }) {
            behind.split_inclusive(['?', '？', '؟', '‽']).next()?
        } else {
            return None;
        };
        let byte = end.byte + left_out.len();
        Some(Cut { left_out: Passage { start: end, end: Position { byte, ..end } }, is_before: false })
    }
}

/// Whether the signs behind words are the rest of their question, or one that is added: “[It is safe], isn't it?”.
pub(super) fn asks(behind: &[Sign]) -> bool {
    let (signs, most) = match behind {
        [Sign::Pause, added @ ..] => (added, MOST_ADDED),
        _ => (behind, usize::MAX),
    };
    let words = first(signs, !WORDS);
    // “Is it safe…?”
    let marks = &signs[words..];
    words <= most && marks.get(first(marks, !END)) == Some(&Sign::Question)
}

/// Whether words are a quotation with which a sentence begins, or that follows a colon or another quotation, and a mark that asks is behind it: it is what asks then, and not
/// the narrator. The signs are those on both sides.
pub(super) fn is_asked(before: &[Sign], behind: &[Sign]) -> bool {
    let begin = behind_last(before, const { set([Sign::End, Sign::Question, Sign::Colon, Sign::Closes]) });
    behind.get(1) == Some(&Sign::Question) && behind[0] == Sign::Closes && before.len() - begin == 1
}

/// What is before a place that is in a number, to the beginning of it: “3 ”, “10 to ”, “minus ”, “fifteen ”, “anti-”.
fn number_before(text: &str) -> &str {
    let is_of_word = |c: char| class(c) == Class::Word;
    if let Some(word) = text.strip_suffix(|c| class(c) == Class::Dash).filter(|word| word.ends_with(is_of_word)) {
        return &text[word.trim_end_matches(is_of_word).len()..];
    }
    let is_of_number = |c: char| !class(c).is_of_word() || class(c).is_digit();
    let word = &text[text.trim_end().trim_end_matches(is_of_word).len()..];
    let rest = &text[..text.len() - word.len()];
    let is_range = !word.trim().is_empty() && word.trim().chars().nth(LONGEST_LINK).is_none();
    let number = match text.trim_end().chars().next_back() {
        Some(c) if class(c) == Class::Word && !(is_range && ends_in_digit(rest)) => return word,
        Some(c) if class(c) == Class::Word => rest,
        _ => text,
    };
    let blanks = number.len() - number.trim_end().len();
    let digits = number.trim_end().trim_end_matches(|c: char| class(c) != Class::Space && is_of_number(c));
    &text[digits.len().min(number.len() - blanks)..]
}

/// What is behind a place that is in a number, to the end of it: “ 500”, “ to 15”, “ million”, “%”.
fn number_behind(text: &str) -> &str {
    let begin = text.len() - text.trim_start().len();
    let end = |from: usize| {
        let rest = &text[from..];
        let is_word = rest.starts_with(|c| class(c) == Class::Word);
        let length = rest.find(|c: char| match is_word {
            true => !matches!(kind(c), Kind::Letter | Kind::Invisible | Kind::Alone),
            false => class(c) == Class::Space || class(c) == Class::Word,
        });
        from + length.unwrap_or(rest.len())
    };
    let first = end(begin);
    let behind = first + (text[first..].len() - text[first..].trim_start().len());
    let is_range =
        text[begin..].starts_with(|c| class(c) == Class::Word) && text[behind..].starts_with(|c| class(c).is_digit());
    let is_phrase = ["per ", "por ", "pour "].iter().any(|word| text[begin..].starts_with(word));
    &text[..if is_range || is_phrase { end(behind) } else { first }]
}

fn ends_in_digit(text: &str) -> bool {
    text.trim_end().ends_with(|c| class(c).is_digit())
}

/// Whether a place of a text is between the digits of one number, or between a number and a sign that belongs to it.
fn is_within_number([before, behind]: &[Near; 2]) -> bool {
    // A dash is a minus sign only if no word and no number is right before it.
    let (digit, sign) = (run(before, SPACE), run(behind, SPACE));
    let has_sign = || match before[0] {
        // “€ 5”, but not “40 € 5 people”
        _ if before[digit] == Class::Sign => !before[digit + 1].is_digit() && !before[digit + 2].is_digit(),
        Class::Dash => !before[1].is_of_word() && before[1] != Class::Sign,
        _ => false,
    };
    if behind[0].is_digit() && has_sign() {
        return true;
    }
    // But not a sign of another number behind it: “In 2019 $5 were”.
    if before[digit].is_digit() && behind[sign] == Class::Sign && !behind[sign + 1].is_digit()
        || before[digit].is_of_word() && behind[sign] == Class::Large
        || is_range(before, behind)
        || is_range(behind, before)
    {
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

/// The most letters of a word such as “to”.
const LONGEST_LINK: usize = 3;

/// Whether a short word is between two numbers: “10 to [15]”. Or a place is within a compound: “non-[toxic]”.
fn is_range(word: &Near, number: &Near) -> bool {
    let blanks = run(word, SPACE);
    let letters = run(&word[blanks..], WORD);
    let rest = &word[blanks + letters..];
    let more = run(rest, SPACE);
    let is_compound = word[0] == Class::Dash && word[1] == Class::Word && number[0] == Class::Word;
    number[0].is_digit() && (1..=LONGEST_LINK).contains(&letters) && more > 0 && rest[more].is_digit() || is_compound
}

/// Whether a text ends with the end of a sentence.
pub(super) fn is_sentence(text: &str) -> bool {
    near(text, true)[0] == Class::Dot
}

/// Whether digits, the first ones from their end, are such as a space divides into groups of three: “3 500”.
fn is_group(first: &[Class], second: &[Class]) -> bool {
    let (left, right) = (run(first, DIGIT), run(second, DIGIT));
    right == 3 && left <= 3 && first[left] != Class::Word
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
