//! Decodes texts that were HTML before they became data: `Tom &amp; <b>Jerry</b>`.

/// The names of the characters from U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
    Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other names that content management systems use.
const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("larr", '←'),
    ("rarr", '→'),
    ("minus", '−'),
    ("thinsp", '\u{2009}'),
    ("AMP", '&'),
    ("LT", '<'),
    ("GT", '>'),
    ("QUOT", '"'),
];

/// The tags that are removed; other angle brackets belong to the text. Tags without which a text says something else stay: `<del>`, or
/// `<sup>`, because 10<sup>6</sup> is not 106. Before and after a paragraph, a space is added.
const INLINE: &str = "a abbr b cite code em font i img mark q small span strong sub u";
const BLOCKS: &str = "blockquote br div h1 h2 h3 h4 h5 h6 hr li ol p section table td th tr ul";

/// The longest tag or comment, in bytes. Longer ones are not markup of such texts.
const MOST_OF_TAG: usize = 2_000;

/// The characters of Windows-1252 for the numbers 128 to 159, which are not characters in HTML.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text that HTML would show, decoded once: `&amp;quot;` is `&quot;`.
pub fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<']) {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((c, length)) = reference(rest) {
            decoded.push(c);
            rest = &rest[length..];
        } else if let Some((is_block, length)) = tag(rest) {
            decoded.push_str(if is_block { " " } else { "" });
            rest = &rest[length..];
        } else {
            decoded.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    decoded
}

/// A text that `decoded` makes this one of. A text that would stay as it is is returned as it is.
pub fn encoded(text: &str) -> String {
    match decoded(text) == text {
        true => text.to_owned(),
        false => text.replace('&', "&amp;").replace('<', "&lt;"),
    }
}

/// The character of the reference at the beginning of a text, and the length of the reference in bytes.
fn reference(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    // The longest name has eight letters.
    let end = name.bytes().take(10).position(|byte| byte == b';')?;
    let name = &name[..end];
    let length = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let windows = (128..160).contains(&code).then(|| WINDOWS.chars().nth(code as usize - 128)).flatten();
        let c = windows.or_else(|| char::from_u32(code).filter(|c| *c != '\0')).unwrap_or('\u{fffd}');
        return Some((c, length));
    }
    let other = OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    let latin = || LATIN.split_ascii_whitespace().position(|known| known == name);
    let c = other.or_else(|| char::from_u32(0xa0 + latin()? as u32))?;
    Some((c, length))
}

/// Whether the tag at the beginning of a text ends a line, and its length in bytes.
fn tag(text: &str) -> Option<(bool, usize)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = comment.as_bytes().windows(3).take(MOST_OF_TAG).position(|end| end == b"-->")?;
        return Some((false, "<!--".len() + end + "-->".len()));
    }
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let length = name.bytes().take(11).position(|byte| !byte.is_ascii_alphanumeric())?;
    let (name, behind) = name.split_at(length);
    let is = |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
    let is_block = is(BLOCKS);
    if !(is_block || is(INLINE)) || !behind.starts_with(['>', '/', ' ', '\n', '\t']) {
        return None;
    }
    let end = end_of(behind)?;
    Some((is_block, text.len() - behind.len() + end + 1))
}

/// The place of the `>` that ends a tag: not one within an attribute's quotation marks.
fn end_of(attributes: &str) -> Option<usize> {
    let mut mark = None;
    let mut before = b' ';
    for (at, byte) in attributes.bytes().enumerate().take(MOST_OF_TAG) {
        match mark {
            Some(open) if open == byte => mark = None,
            None if byte == b'>' => return Some(at),
            // Elsewhere it is an apostrophe.
            None if matches!(byte, b'"' | b'\'') && before == b'=' => mark = Some(byte),
            // Attributes follow a name: `x <b and c> y` is no tag, and loses no words.
            None if byte == b'<' => return None,
            _ => (),
        }
        before = byte;
    }
    None
}
