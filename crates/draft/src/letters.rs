//! What letters are, without the tables that all the scripts of the world need.

/// The lower case of a letter of the Latin, Greek and Cyrillic scripts, without the 4 KB of tables that all scripts need.
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

/// Whether a letter is a capital of these scripts.
pub(crate) fn is_capital(c: char) -> bool {
    c != '’' && c != 'ʼ' && lower_char(c) != c
}

/// Whether a letter is a small one of these scripts; likewise without tables.
pub(crate) fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ')
        || matches!(c, 'ā'..='ž' | 'ḁ'..='ỹ') && !is_capital(c)
}

/// Whether words are made of it: a letter of any script, or a digit.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}
