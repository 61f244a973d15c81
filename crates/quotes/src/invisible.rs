//! The list of invisible characters.

/// Whether it is an invisible character other than a space, such as a soft hyphen, a joiner or a direction mark. Variation
/// selectors, which give emoji their color, do not count.
pub fn is_invisible(c: char) -> bool {
    is_bidirectional(c)
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2060}'..='\u{2064}'
                | '\u{206a}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0001}'
                | '\u{e0020}'..='\u{e007f}'
        )
}

/// Whether it changes the order in which readers see other characters (Unicode's `Bidi_Control`).
pub fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the letters behind it are shown in one direction, whatever they are, so that readers may see other words than the text has.
pub(super) fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}
