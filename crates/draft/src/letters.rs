//! Classifies letters, without the tables that are needed for all scripts of the world.

/// The lower case of a letter in the Latin, Greek and Cyrillic scripts. Tables for all scripts would add 4 KB.
pub(crate) fn lower_char(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x130 => 0x69,
        0x139..=0x148 | 0x179..=0x17E => code + (code & 1),
        0x178 => 0xFF,
        0x100..=0x177 | 0x1E00..=0x1EFF => code | 1,
        0x400..=0x40F => code + 0x50,
        0x2019 | 0x2BC => 0x27,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Whether two words are the same but for capitals.
pub(crate) fn is_alike(one: &str, other: &str) -> bool {
    one.chars().map(lower_char).eq(other.chars().map(lower_char))
}

/// Whether a letter is a capital in these scripts.
pub(crate) fn is_capital(c: char) -> bool {
    c != '’' && c != 'ʼ' && lower_char(c) != c
}

/// Whether a letter is lower case in these scripts.
pub(crate) fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ')
        || matches!(c, 'ā'..='ž' | 'ḁ'..='ỹ') && !is_capital(c)
}

/// Whether a character can be part of a word: a letter of any script, or a digit. Everything counts that is not a sign,
/// a space or a symbol. Joiners and spaces without width count, too, because they occur within words.
pub(crate) fn is_letter(c: char) -> bool {
    let is_sign = matches!(c,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
        | '\u{2000}'..='\u{200a}' | '\u{200e}'..='\u{205f}' | '\u{2061}'..='\u{206f}' | '\u{20a0}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{30fb}' | '\u{60c}' | '\u{61b}'..='\u{61f}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}' | '\u{1d000}'..='\u{1d3ff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !is_sign }
}
