//! A text reduced to signs: the words and punctuation that show who speaks, and whether something is denied.

use super::turning_words::{NEGATIONS, SAYINGS, is_in};
use super::words::{Kind, kind};
use super::{Passage, Text, is_label};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Word,
    /// A word that denies, such as “not”.
    Negation,
    /// A word such as “said”.
    Saying,
    /// A comma or a dash, after which somebody's words may continue.
    Pause,
    /// The end of a sentence.
    End,
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

/// A word before a full stop that is shorter than this may be an abbreviation.
const SHORTEST_LAST_WORD: usize = 4;

impl Text {
    /// The signs of a passage, without labels between paragraphs.
    pub(super) fn signs(&self, Passage { start, end }: Passage) -> Vec<Sign> {
        let mut signs = Vec::new();
        for number in start.paragraph..=end.paragraph {
            let paragraph = &self.paragraphs[number];
            if is_label(paragraph) {
                continue;
            }
            if number > start.paragraph {
                signs.push(Sign::Paragraph);
            }
            let from = if number == start.paragraph { start.byte } else { 0 };
            let to = if number == end.paragraph { end.byte } else { paragraph.len() };
            add_signs(&mut signs, paragraph, from, to);
        }
        signs
    }
}

fn add_signs(signs: &mut Vec<Sign>, paragraph: &str, from: usize, to: usize) {
    let mut word = String::new();
    // A point at the beginning belongs to the last word of the part before.
    let mut length = SHORTEST_LAST_WORD;
    let mut before = paragraph[..from].chars().next_back();
    let mut characters = paragraph[from..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if from + at >= to {
            break;
        }
        let behind = characters.peek().map(|(_, c)| *c);
        let kind = kind(c);
        if kind == Kind::Letter || (kind == Kind::Apostrophe && is_letter(before) && is_letter(behind)) {
            word.push(if kind == Kind::Letter { c.to_ascii_lowercase() } else { '\'' });
            length = if word.len() > 1 { length + 1 } else { 1 };
        } else if kind != Kind::Invisible {
            add_word(signs, &mut word);
            signs.extend(match kind {
                Kind::Mark | Kind::Apostrophe => Some(facing(c, kind, before, behind)),
                Kind::Alone => Some(Sign::Word),
                _ => punctuation(c, kind, length, behind),
            });
            if kind != Kind::Space {
                length = 0;
            }
        }
        before = Some(c);
    }
    add_word(signs, &mut word);
}

fn add_word(signs: &mut Vec<Sign>, word: &mut String) {
    if word.is_empty() {
        return;
    }
    // Also as parts of words: “isn't”, « n'est ».
    signs.push(if is_in(NEGATIONS, word) || word.ends_with("n't") || word.starts_with("n'") {
        Sign::Negation
    } else if is_in(SAYINGS, word) {
        Sign::Saying
    } else {
        Sign::Word
    });
    word.clear();
}

/// `length` is the length of the word before.
fn punctuation(c: char, kind: Kind, length: usize, behind: Option<char>) -> Option<Sign> {
    let is_followed = is_letter(behind);
    Some(match c {
        '。' | '！' | '？' | '؟' | '।' => Sign::End,
        '.' if is_followed || length < SHORTEST_LAST_WORD => return None,
        '!' | '?' | '…' | '.' => Sign::End,
        ',' | '，' | '、' | '،' => Sign::Pause,
        ':' | '：' | ';' | '；' => Sign::Colon,
        // A hyphen inside a word is not a dash.
        _ if kind == Kind::Dash && !is_followed => Sign::Pause,
        _ => return None,
    })
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
