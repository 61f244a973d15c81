//! The tokens by which texts are compared: words and punctuation, each in one form.
//!
//! Two texts that differ only in typography have the same tokens.

use std::borrow::Cow;
use std::ops::Range;

use super::Vocabulary;
use super::blanks::{is_blank, trim};
use super::invisible::{is_invisible, is_override};
use super::platform::plain;
use super::turning_words::is_in;

/// A word, or one punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place in the text, in bytes.
    pub(super) range: Range<usize>,
    pub(super) is_word: bool,
}

/// The kind of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    /// It controls line breaks or direction, and is not part of the words.
    Invisible,
    /// A quotation mark that is never an apostrophe.
    Mark,
    /// Inside a word an apostrophe, or a mark that is used like one; elsewhere a quotation mark.
    Apostrophe,
    Dash,
    Dot,
    Punctuation,
    /// Of a script without spaces between words: each character is a token.
    Alone,
    Letter,
}

pub(super) fn kind(c: char) -> Kind {
    match c {
        // Variation selectors, and what Arabic rarely writes: the character that stretches letters, and signs of vowels.
        '\u{fe00}'..='\u{fe0f}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => Kind::Invisible,
        // The points of Hebrew, for vowels and for reading aloud.
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' => {
            Kind::Invisible
        }
        c if is_invisible(c) => Kind::Invisible,
        '"' | '\'' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | '׳' | '״' | '‘' | '’' | '‛' | '′' | '＇' => {
            Kind::Apostrophe
        }
        '«' | '»' | '\u{201a}'..='\u{201f}' | '″'..='‷' | '‹' | '›' | '❛'..='❞' | '「'..='』' | '〝'..='〟' | '＂' => {
            Kind::Mark
        }
        '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '－' => Kind::Dash,
        '.' | '…' | '‥' => Kind::Dot,
        '!'..='/' | ':'..='@' | '['..='^' | '{'..='~' | '_' => Kind::Punctuation,
        '¡'
        | '§'
        | '¶'
        | '·'
        | '¿'
        | '¢'..='¥'
        | '°'
        | '№'
        | '\u{20a0}'..='\u{20c0}'
        | '\u{37e}'
        | '\u{387}'
        | '\u{55a}'..='\u{55f}'
        | '\u{589}'
        | '\u{5c0}'
        | '\u{5c3}' => Kind::Punctuation,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{964}' | '\u{965}' => {
            Kind::Punctuation
        }
        '†'..='•' | '‰' | '‱' | '‸' | '※'..='⁞' | '、'..='〃' | '〈'..='】' | '〔'..='〛' => {
            Kind::Punctuation
        }
        '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･' => Kind::Punctuation,
        '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            Kind::Alone
        }
        // Voicing marks belong to the kana before them.
        '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' => Kind::Letter,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{30ff}' | '\u{3100}'..='\u{312f}' => {
            Kind::Alone
        }
        '\u{31a0}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            Kind::Alone
        }
        // Kana of half width.
        'ｦ'..='ﾝ' => Kind::Alone,
        c if is_blank(c) => Kind::Space,
        _ => Kind::Letter,
    }
}

/// Whether a text has a word, and not only punctuation and spaces.
pub fn has_words(text: &str) -> bool {
    text.chars().any(|c| matches!(kind(c), Kind::Letter | Kind::Alone))
}

/// The number of words. In scripts without spaces, two characters of Chinese or Japanese count as a word,
/// and four of the scripts of South East Asia and Tibet.
pub fn count_words(text: &str) -> usize {
    let quarters = tokens(text, false).into_iter().filter(|token| token.is_word).map(|token| {
        let first = text[token.range].chars().next().unwrap_or_default();
        match kind(first) {
            Kind::Alone if first < '\u{2000}' => 1,
            Kind::Alone => 2,
            _ => 4,
        }
    });
    quarters.sum::<usize>() / 4
}

/// The tokens of a text, in order.
///
/// Spaces, invisible characters and quotation marks are left out. An apostrophe inside a word is part of it, or ends it behind such as “qu’”, and so are the
/// point and comma inside a number. Consecutive points are one token, an ellipsis; consecutive hyphens are one token, a dash. Words whose letters are shown in another
/// direction are one token, so that no quote has some of them.
///
/// `divides`: whether a joiner that keeps letters apart divides words, like the blank that others write in its place in Persian.
pub(super) fn tokens(text: &str, divides: bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = Kind::Space;
    let mut characters = text.chars();
    loop {
        let at = text.len() - characters.as_str().len();
        let Some(c) = characters.next() else { break };
        let (here, end) = match is_override(c) {
            true => (Kind::Letter, end_of_override(text, at)),
            false if divides && c == NON_JOINER => (Kind::Space, at + c.len_utf8()),
            false => (kind(c), at + c.len_utf8()),
        };
        characters = text[end..].chars();
        let token = tokens.last_mut();
        match (here, token) {
            // A point after a closing mark is separate from the one before it.
            (Kind::Space, _) if last == Kind::Mark => {}
            (Kind::Space, _) => last = here,
            (Kind::Invisible, _) => {}
            (Kind::Apostrophe, Some(token)) if last == Kind::Letter => {
                // Inside a word, if a letter follows.
                let next = characters.clone().next().filter(|c| kind(*c) == Kind::Letter);
                let before = text[token.range.clone()].chars().next_back();
                let follows =
                    next.is_some() && (c != '"' || (before.is_some_and(is_hebrew) && next.is_some_and(is_hebrew)));
                // “[il ferme]” of “dit qu’il ferme” begins behind the apostrophe.
                let is_elided = is_in(ELIDED, &text[token.range.clone()]);
                if follows {
                    token.range.end = end;
                }
                if is_elided || !follows {
                    last = Kind::Mark;
                }
            }
            (Kind::Mark | Kind::Apostrophe, _) => last = Kind::Mark,
            (Kind::Letter, Some(token)) if last == Kind::Letter || (last == Kind::Alone && is_joined(c)) => {
                token.range.end = end
            }
            (Kind::Dot | Kind::Punctuation, Some(token)) if last == Kind::Letter && is_within_number(text, at, c) => {
                token.range.end = end;
            }
            (Kind::Dash, Some(token)) if last == Kind::Dash => token.range.end = end,
            (Kind::Dot, Some(token)) if last != Kind::Mark && is_dots(text, token) => {
                token.range.end = end;
                last = here;
            }
            _ => {
                tokens.push(Token { range: at..end, is_word: matches!(here, Kind::Letter | Kind::Alone) });
                last = here;
            }
        }
    }
    tokens
}

/// French and Italian words before an apostrophe, behind which another word begins.
const ELIDED: &str = "l,d,s,c,n,j,m,t,qu,jusqu,lorsqu,puisqu,dell,all,dall,nell,sull,un";

/// The byte of the last sign in a text that ends a direction. A sign before it may belong to a direction within this one.
fn end_of_override(text: &str, at: usize) -> usize {
    text.char_indices()
        .rev()
        .find(|(_, c)| *c == '\u{202c}')
        .map_or(text.len(), |(end, _)| if end > at { end } else { text.len() })
}

/// The share of a token in a quote, in letters: its visible characters. Punctuation counts less; a character that is a word, or most of
/// one, counts as three letters.
pub(super) fn letters(token: &str, is_word: bool) -> usize {
    if !is_word {
        return 1;
    }
    let letters = token.chars().map(|c| match kind(c) {
        Kind::Invisible => 0,
        Kind::Alone => 3,
        _ => 1,
    });
    letters.sum()
}

/// Whether this is the point or comma of a number, half of which would be a different number.
fn is_within_number(text: &str, at: usize, c: char) -> bool {
    let is_digit = |c: Option<char>| matches!(c, Some('0'..='9' | '０'..='９'));
    matches!(c, '.' | ',' | '．' | '，')
        && is_digit(text[..at].chars().next_back())
        && is_digit(text[at + c.len_utf8()..].chars().next())
}

fn is_joined(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Between such letters, `"` is written for gershayim, the sign of an abbreviation; between others it is a quotation mark without spaces.
fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb4f}')
}

fn is_dots(text: &str, token: &Token) -> bool {
    text[token.range.clone()].chars().next().is_some_and(|c| kind(c) == Kind::Dot)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}')
}

/// Keeps two letters apart that would be joined.
const NON_JOINER: char = '\u{200c}';

/// Whether spaces follow a hyphen: the end of a line may have divided a word there. Or letters are kept apart within a word.
pub(super) fn may_be_broken(text: &str) -> bool {
    let mut is_behind = false;
    text.chars().any(|c| {
        let is_broken = c == NON_JOINER || is_behind && is_blank(c);
        is_behind = is_hyphen(c);
        is_broken
    })
}

/// Tokens in which words that were divided at the end of a line are joined, if they are known together.
pub(super) fn unbroken(text: &str, tokens: Vec<Token>, known: Option<&Vocabulary>) -> Vec<Token> {
    let joins = |word: &str| known.is_none_or(|known| known.form(word).is_some());
    let mut unbroken: Vec<Token> = Vec::new();
    for token in tokens {
        match &mut unbroken[..] {
            [.., word, hyphen]
                if is_broken(text, word, hyphen, &token) && joins(&text[word.range.start..token.range.end]) =>
            {
                word.range.end = token.range.end;
                unbroken.pop();
            }
            _ => unbroken.push(token),
        }
    }
    unbroken
}

/// Whether a hyphen is right after a word, and spaces separate it from the next.
fn is_broken(text: &str, word: &Token, hyphen: &Token, next: &Token) -> bool {
    let blanks = hyphen.range.end..next.range.start;
    word.is_word
        && next.is_word
        && word.range.end == hyphen.range.start
        && text[hyphen.range.clone()].chars().all(is_hyphen)
        && !blanks.is_empty()
        && trim(&text[blanks]).is_empty()
}

/// The form of a token: dashes, points and apostrophes of ASCII, letters composed and of usual width, ligatures as letters, Persian letters as
/// Arabic ones, Russian ё as е and German ß as ss, no invisible characters but those that turn the order of letters, and no hyphen where the end of a line has divided it.
pub(super) fn form(token: &str) -> Cow<'_, str> {
    let Some(first) = token.chars().next() else { return Cow::Borrowed(token) };
    match kind(first) {
        Kind::Dash => "-".into(),
        Kind::Dot if token == "." => token.into(),
        Kind::Dot => "…".into(),
        _ if token.bytes().all(|byte| matches!(byte, b'!'..=b'_' | b'a'..=b'~')) => token.into(),
        _ => {
            let mut letters = String::new();
            for c in plain(token).chars() {
                let kind = kind(c);
                if is_override(c) || !matches!(kind, Kind::Invisible | Kind::Space | Kind::Dash) {
                    if c == 'ß' {
                        letters.push('s');
                    }
                    letters.push(match c {
                        // Keyboards for Persian and Urdu have letters of their own, which look the same in most words.
                        'ی' => 'ي',
                        'ک' => 'ك',
                        // Russian may be written without its points, and German without this letter.
                        'ё' => 'е',
                        'Ё' => 'Е',
                        'ß' => 's',
                        _ if kind == Kind::Apostrophe => '\'',
                        c => c,
                    });
                }
            }
            letters.into()
        }
    }
}
