//! A text reduced to signs: the words and punctuation that show who speaks, and whether something is denied.

use std::mem;

use super::blanks::{trim, trim_start};
use super::platform::lower_case;
use super::sign_sets::{WORDS as ALL_WORDS, set};
use super::turning_words::{
    ARTICLES, CONCESSIONS, CONDITIONS, CONJUNCTIONS, DENIALS, DOUBTS, FIRST_CONDITIONS, FIRST_OF_CONDITIONS,
    FURTHER_NEGATIONS, INTERROGATIVES, INVENTED, INVERTED, LAST_OF_CONDITIONS, LIKELY_DENIALS, LINKS, NEGATIONS, ONLY,
    OPENERS, OTHER_WORDS, RELATIVES, SAYINGS, SHORTENED, SOURCES, SURE, UNSPACED_CONDITIONS, UNSPACED_NEGATIONS,
    entries, is_in,
};
use super::words::{Kind, form, kind};
use super::{Form, Passage, Text, is_label};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Word,
    /// A word with a capital letter: a name, or the first word of a sentence.
    Capital,
    /// A word that denies, such as “not”.
    Negation,
    /// A word by which somebody denies or doubts something, such as “rejected”. It counts only beside words, not between the parts of a quote.
    Denial,
    /// A word such as “not” of a language whose other words are not listed. It counts only beside words, too.
    FurtherNegation,
    /// A word for what somebody has made up. It counts only beside quotations.
    Invented,
    /// A word such as “dass”, which begins what is said behind a comma. It counts only there.
    Opener,
    /// A word such as “if”.
    Condition,
    /// The same, but behind “even”. It turns only the words behind it round.
    Concession,
    /// A word that is a condition only where it begins a clause. Passages have none.
    FirstCondition,
    /// A word such as “said”.
    Saying,
    /// A word such as “according to”, or its like in other languages.
    Source,
    /// A word such as “and”.
    And,
    /// A word such as “of”.
    Link,
    /// A word such as “the”.
    Article,
    /// A word such as “that”, “who” or “he”.
    Relative,
    /// “what” and “how”.
    Interrogative,
    /// A comma or a dash, after which somebody's words may continue.
    Pause,
    /// The end of a sentence.
    End,
    /// A question mark.
    Question,
    /// A colon or semicolon, where a sentence may end.
    Colon,
    /// A quotation mark that opens, or one that closes.
    Opens,
    OpensSingle,
    Closes,
    /// A mark that closes a quotation, or that is an apostrophe after the last letter: the ministers’ plan.
    Undecided,
    /// The end of a paragraph.
    Paragraph,
}

impl Sign {
    pub(super) fn is_word(self) -> bool {
        (self as u8) <= Sign::Interrogative as u8
    }

    /// Whether it names a speaker, with a verb or without.
    pub(super) fn names(self) -> bool {
        matches!(self, Sign::Saying | Sign::Source)
    }

    pub(super) fn is_mark(self) -> bool {
        matches!(self, Sign::Opens | Sign::OpensSingle | Sign::Closes)
    }
}

/// A word before a full stop that is shorter than this may be an abbreviation.
const SHORTEST_LAST_WORD: usize = 4;

impl Text {
    /// The signs of a passage, without labels between paragraphs. A [`Sign::Denial`] or [`Sign::FurtherNegation`] is a word like any other.
    pub(super) fn signs(&self, passage: Passage) -> Vec<Sign> {
        let mut signs = self.signs_with_denials(passage);
        for sign in &mut signs {
            match sign {
                Sign::Denial | Sign::FurtherNegation | Sign::Invented | Sign::Opener => *sign = Sign::Word,
                Sign::Condition | Sign::Concession => *sign = Sign::Negation,
                Sign::Question => *sign = Sign::End,
                _ => (),
            }
        }
        signs
    }

    /// The same, with [`Sign::Denial`] and [`Sign::FurtherNegation`].
    pub(super) fn signs_with_denials(&self, Passage { start, end }: Passage) -> Vec<Sign> {
        let mut signs = Vec::new();
        for number in start.paragraph..=end.paragraph {
            let paragraph = &self.paragraphs[number];
            if is_skipped(paragraph) {
                continue;
            }
            if number > start.paragraph {
                signs.push(Sign::Paragraph);
            }
            let from = if number == start.paragraph { start.byte } else { 0 };
            let to = if number == end.paragraph { end.byte } else { paragraph.len() };
            let (word, before) = (String::new(), String::new());
            Reader { text: self, signs: &mut signs, word, before, roles_before: 0, point: Point::None }
                .read(paragraph, from, to);
        }
        signs
    }
}

/// Whether a point was read that may end a sentence, or only an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Point {
    None,
    /// After a small word: “It is new.”
    Small,
    /// After a word with a capital: “Mr.”
    Capital,
}

/// Reads a piece of a paragraph.
struct Reader<'signs> {
    text: &'signs Text,
    signs: &'signs mut Vec<Sign>,
    /// The letters of the word that is being read.
    word: String,
    /// The word before it.
    before: String,
    roles_before: Roles,
    point: Point,
}

impl Reader<'_> {
    fn read(mut self, paragraph: &str, from: usize, to: usize) {
        // A point at the beginning belongs to the last word of the part before.
        let mut length = SHORTEST_LAST_WORD;
        let mut before = paragraph[..from].chars().next_back();
        let mut characters = paragraph[from..].chars();
        let mut is_second = false;
        let mut other_until = 0;
        loop {
            let at = paragraph.len() - characters.as_str().len();
            let Some(mut c) = characters.next().filter(|_| at < to) else { break };
            let behind = characters.clone().next();
            // Two apostrophes are written for one mark.
            if mem::take(&mut is_second) {
                c = '"';
            } else if c == '\'' && behind == Some(c) {
                is_second = true;
                continue;
            }
            let kind = kind(c);
            if kind == Kind::Letter || (kind == Kind::Apostrophe && is_letter(before) && is_letter(behind)) {
                length = if self.word.is_empty() { 1 } else { length + 1 };
                self.word.push(if kind == Kind::Letter { c } else { '\'' });
            } else if kind != Kind::Invisible {
                self.end_word();
                if c == '.' && length < SHORTEST_LAST_WORD && !is_letter(behind) {
                    self.add_point(&paragraph[at + 1..]);
                } else if kind == Kind::Alone {
                    let rest = &paragraph[at..];
                    if let Some(word) = entries(OTHER_WORDS).find(|word| rest.starts_with(word)) {
                        other_until = at + word.len();
                    }
                    self.add(if at < other_until { Sign::Word } else { sign_alone(rest) });
                } else if matches!(kind, Kind::Mark | Kind::Apostrophe) {
                    // The '90s.
                    if !(matches!(c, '\'' | '’') && behind.is_some_and(|c| c.is_ascii_digit())) {
                        self.add(facing(c, kind, before, behind));
                    }
                } else if let Some(sign) = punctuation(c, kind, before, behind) {
                    self.add(sign);
                }
                if kind != Kind::Space {
                    length = 0;
                }
            }
            before = Some(c);
        }
        self.end_word();
        if paragraph[to..].chars().next().is_none_or(|c| c.is_ascii_uppercase()) {
            self.end_sentence(Sign::Capital);
        }
    }

    /// Adds a sign, and before it the end of a sentence, if it shows that the last point was one.
    fn add(&mut self, sign: Sign) {
        self.end_sentence(sign);
        self.signs.push(sign);
    }

    fn end_sentence(&mut self, next: Sign) {
        let ends = match self.point {
            Point::None => false,
            Point::Small => next == Sign::Capital || next.is_mark() || next == Sign::Undecided,
            Point::Capital => next.is_mark() || next == Sign::Undecided,
        };
        if ends {
            self.signs.push(Sign::End);
        }
        self.point = Point::None;
    }

    /// Adds the point after a short word.
    fn add_point(&mut self, behind: &str) {
        let before = &*self.before;
        let is_shortened = || is_in(SHORTENED, before) || before.chars().nth(1).is_none();
        match self.signs.last_mut() {
            // “No. 5”.
            Some(last)
                if self.before.eq_ignore_ascii_case("no")
                    && trim_start(behind).starts_with(|c: char| c.is_ascii_digit()) =>
            {
                *last = Sign::Word;
            }
            // “Leonard E. Burman”: in another language, “e” is “and”.
            Some(last)
                if matches!(*self.before.as_bytes(), [b'A'..=b'Z']) || (*last == Sign::Capital && is_shortened()) =>
            {
                *last = Sign::Capital;
                self.point = Point::Capital;
            }
            _ => self.point = Point::Small,
        }
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let (mut sign, is_capital, roles) = self.text.sign_of(&self.word);
        // “Mr. Nie”.
        let is_name = is_capital && self.point == Point::Capital;
        if is_capital {
            self.end_sentence(Sign::Capital);
            // “Should the dam break”
            if roles & IS_INVERTED > 0 {
                sign = Sign::FirstCondition;
            }
        }
        sign = self.sign_behind(sign, roles);
        if is_name {
            sign = Sign::Capital;
        }
        self.add(sign);
        self.before = mem::take(&mut self.word);
        self.roles_before = roles;
    }

    /// The sign of the word that was read, behind the one before it.
    fn sign_behind(&mut self, sign: Sign, roles: Roles) -> Sign {
        // “no doubt”, “not a secret”
        if roles & IS_SURE > 0 {
            let near = self.signs.len().saturating_sub(4);
            let mut is_sure = false;
            for before in &mut self.signs[near..] {
                if *before == Sign::Negation {
                    *before = Sign::Word;
                    is_sure = true;
                }
            }
            if is_sure {
                return Sign::Word;
            }
        }
        let pairs = self.roles_before & roles >> PAIRS.len();
        // Two words are hardly ever of several pairs.
        if let Some(together) = SIGNS_OF_PAIRS.get(pairs.trailing_zeros() as usize) {
            if !together.is_in(const { set([Sign::Condition, Sign::FirstCondition, Sign::Word]) }) {
                return *together;
            }
            self.begin_condition(*together);
        }
        let is_other = match sign {
            Sign::FurtherNegation => self.text.is_in_listed_language(),
            // “seulement si”
            Sign::FirstCondition => {
                self.roles_before & IS_ONLY == 0
                    && self.signs.last().is_some_and(|last| last.is_word() && *last != Sign::And)
            }
            _ => return sign,
        };
        match sign {
            _ if is_other => Sign::Word,
            Sign::FirstCondition => Sign::Condition,
            _ => sign,
        }
    }

    /// Lets a condition of several words begin with the word before: “should the”, “as long”; but not in “should, the mayor said, pay”. Or takes it back:
    /// “s’il vous plaît”.
    fn begin_condition(&mut self, kind: Sign) {
        let [rest @ .., last] = &mut self.signs[..] else { return };
        // “es sei denn”, “on condition that”
        let inner = rest.last_mut().filter(|sign| sign.is_in(const { ALL_WORDS & !set([Sign::And, Sign::Relative]) }));
        if kind == Sign::Word {
            *last = kind;
        } else if last.is_word() && (kind == Sign::Condition || inner.is_none()) {
            *last = Sign::Condition;
            if let Some(inner) = inner {
                *inner = Sign::Condition;
            }
        }
    }
}

/// The sign of the character with which a text begins, of a script without spaces.
fn sign_alone(text: &str) -> Sign {
    let is_of = |list| entries(list).any(|word| text.starts_with(word));
    if is_of(UNSPACED_CONDITIONS) {
        Sign::Condition
    } else if is_of(UNSPACED_NEGATIONS) {
        Sign::FurtherNegation
    } else {
        Sign::Word
    }
}

/// Words that have another sign behind certain others.
const PAIRS: [(&str, &str, Sign); 12] = [
    ("rather,far", "than,from", Sign::Negation),
    ("rul-,warn-", "out,against", Sign::Denial),
    ("a,the", "lie", Sign::Denial),
    ("made", "up", Sign::Invented),
    (CONCESSIONS, CONDITIONS, Sign::Concession),
    ("should", ARTICLES, Sign::FirstCondition),
    (INVERTED, RELATIVES, Sign::FirstCondition),
    ("as,so,tant,siempre", "long,que,qu'-,y", Sign::FirstCondition),
    (FIRST_OF_CONDITIONS, LAST_OF_CONDITIONS, Sign::Condition),
    ("a", "patto,condición,condizione", Sign::Condition),
    ("en,em,in,في,در,в,у", "caso,cas,case,حال,صورت-,случае,разі", Sign::Condition),
    ("s'il", "vous,te", Sign::Word),
];

/// A bit for each of [`PAIRS`] that a word is the first of, then one for each that it is the second of, and one for each of two further lists.
type Roles = Form;

const IS_SURE: Roles = 1 << (2 * PAIRS.len());
const IS_ONLY: Roles = IS_SURE << 1;

/// The words that are the first of the pair with [`INVERTED`].
const IS_INVERTED: Roles = 1 << 6;

/// What a text remembers of a word is its roles, above these bits, and the number of its kind.
const BITS_OF_KIND: u32 = 6;

/// The lists whose words have these roles, in the order of the bits.
static LISTS_OF_ROLES: [&str; 2 * PAIRS.len() + 2] = {
    let mut lists = [SURE; 2 * PAIRS.len() + 2];
    let mut at = 0;
    while at < PAIRS.len() {
        (lists[at], lists[PAIRS.len() + at]) = (PAIRS[at].0, PAIRS[at].1);
        at += 1;
    }
    lists[2 * PAIRS.len() + 1] = ONLY;
    lists
};

/// The signs of [`PAIRS`]. Beside their words, readers would load the places of these twice.
static SIGNS_OF_PAIRS: [Sign; PAIRS.len()] = {
    let mut signs = [Sign::Word; PAIRS.len()];
    let mut at = 0;
    while at < PAIRS.len() {
        signs[at] = PAIRS[at].2;
        at += 1;
    }
    signs
};

fn roles(word: &str) -> Roles {
    LISTS_OF_ROLES.iter().rev().fold(0, |roles, list| roles << 1 | Roles::from(is_in(list, word)))
}

/// The kinds of words, by their numbers. Capital letters add the number of kinds.
const WORDS: [Sign; 17] = [
    Sign::Word,
    Sign::Negation,
    Sign::Condition,
    Sign::FirstCondition,
    Sign::Saying,
    Sign::And,
    Sign::Source,
    Sign::Link,
    Sign::Article,
    Sign::Relative,
    Sign::Interrogative,
    Sign::Denial,
    Sign::Denial,
    Sign::Denial,
    Sign::FurtherNegation,
    Sign::Invented,
    Sign::Opener,
];

/// The words of the kinds after the first.
const LISTS: [&str; 16] = [
    NEGATIONS,
    CONDITIONS,
    FIRST_CONDITIONS,
    SAYINGS,
    CONJUNCTIONS,
    SOURCES,
    LINKS,
    ARTICLES,
    RELATIVES,
    INTERROGATIVES,
    DENIALS,
    DOUBTS,
    LIKELY_DENIALS,
    FURTHER_NEGATIONS,
    INVENTED,
    OPENERS,
];

impl Text {
    /// The sign of a word, whether it begins with a capital letter, and its roles.
    fn sign_of(&self, written: &str) -> (Sign, bool, Roles) {
        let known = self.signs_of_words.borrow().get(written);
        let number = known.unwrap_or_else(|| {
            let word = form(written);
            let small = lower_case(&word);
            // “And” in Arabic is a letter of the next word.
            let listed = small.strip_prefix('و').unwrap_or(&small);
            let kind = LISTS.iter().position(|list| is_in(list, listed)).map_or(0, |list| list as Form + 1);
            // “Si” is “if” in French and Spanish, and another word in Italian; “se” the other way round, and “als” is “if” in Dutch.
            let is_other = [("si", "che"), ("se", "el"), ("als", "und")]
                .iter()
                .any(|(own, other)| *own == small && self.vocabulary.form(other).is_some());
            let kind = if is_other { 0 } else { kind };
            let kind = if word.chars().next() != small.chars().next() { kind + WORDS.len() as Form } else { kind };
            let number = roles(&small) << BITS_OF_KIND | kind;
            self.signs_of_words.borrow_mut().insert(written, number);
            number
        });
        let roles = number >> BITS_OF_KIND;
        match (number & ((1 << BITS_OF_KIND) - 1)) as usize {
            // “The” is like any other word.
            17 | 24..=27 => (Sign::Capital, true, roles),
            kind => (WORDS[kind % WORDS.len()], kind > WORDS.len(), roles),
        }
    }
}

/// Whether a paragraph is empty, or only a label between two others.
pub(super) fn is_skipped(paragraph: &str) -> bool {
    trim(paragraph).is_empty() || is_label(paragraph)
}

fn punctuation(c: char, kind: Kind, before: Option<char>, behind: Option<char>) -> Option<Sign> {
    let is_followed = is_letter(behind);
    Some(match c {
        '?' | '？' | '؟' | '‽' => Sign::Question,
        '。' | '！' | '．' | '۔' | '।' | '॥' | '։' => Sign::End,
        // “Everett, Wash., ”
        '.' if is_followed || behind == Some(',') => return None,
        '!' | '…' | '.' => Sign::End,
        ',' | '，' | '、' | '،' => Sign::Pause,
        ':' | '：' | ';' | '；' => Sign::Colon,
        // A hyphen inside a word is not a dash.
        // “Si llueve –dijo Ada Low–”
        _ if kind == Kind::Dash && (!is_followed || matches!(c, '—' | '―') || c == '–' && !is_letter(before)) => {
            Sign::Pause
        }
        _ => return None,
    })
}

/// Whether the character at a byte of a text ends a clause: a comma, a dash, a bracket, a quotation mark, or the end of a sentence.
pub(super) fn is_clause_end(text: &str, at: usize) -> bool {
    let mut characters = text[at..].chars();
    let Some(c) = characters.next() else { return false };
    let (before, behind) = (text[..at].chars().next_back(), characters.next());
    match kind(c) {
        kind @ (Kind::Mark | Kind::Apostrophe) => {
            let is_within = kind == Kind::Apostrophe && c != '"' && is_letter(before) && is_letter(behind);
            !is_within && facing(c, kind, before, behind) != Sign::Undecided
        }
        // Thai sets a space after a clause, and none between words.
        Kind::Space => matches!(before, Some('\u{e00}'..='\u{eff}')),
        // “1,000”
        _ if c == ',' && is_letter(behind) => false,
        kind => matches!(c, '(' | ')' | '[' | ']' | '（' | '）') || punctuation(c, kind, before, behind).is_some(),
    }
}

/// Whether the last character of a paragraph, but for marks and brackets that close, is one that ends sentences.
pub(super) fn ends_a_sentence(paragraph: &str) -> bool {
    let closes = |c: &char| {
        matches!(c, ')' | ']' | '）')
            || matches!(kind(*c), Kind::Mark | Kind::Apostrophe | Kind::Space | Kind::Invisible)
    };
    let last = paragraph.chars().rev().find(|c| !closes(c));
    last.is_some_and(|last| matches!(punctuation(last, kind(last), None, None), Some(Sign::End | Sign::Question)))
}

/// Whether a quotation mark opens or closes, by the characters beside it, or else by its own shape.
fn facing(mark: char, kind: Kind, before: Option<char>, behind: Option<char>) -> Sign {
    let is_apostrophe = matches!(mark, '\'' | '’');
    let is_single = is_apostrophe || matches!(mark, '‘' | '‚');
    let opens_by_itself = matches!(mark, '«' | '‹' | '“' | '„' | '‟' | '‘' | '‚' | '「' | '『' | '〝');
    let is_behind_blank =
        before.is_none_or(|c| matches!(c, '(' | '[') || matches!(self::kind(c), Kind::Space | Kind::Dash));
    let opens = match (is_behind_blank, is_letter(behind)) {
        (true, true) => true,
        (false, false) if is_apostrophe && is_letter(before) => return Sign::Undecided,
        (false, false) if kind == Kind::Apostrophe || !matches!(mark, '「'..='』') => false,
        _ => opens_by_itself,
    };
    match (opens, is_single) {
        (true, true) => Sign::OpensSingle,
        (true, false) => Sign::Opens,
        _ => Sign::Closes,
    }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(kind(c), Kind::Letter | Kind::Alone))
}
