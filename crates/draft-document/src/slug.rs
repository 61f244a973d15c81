//! Texts as ids, which stand in addresses: small letters a to z, digits and hyphens.

use quotes::{lower_case, without_marks};

/// The number of words of a text that make its id.
const WORDS: usize = 8;

/// How many characters of a text are read before the others. Reported words may be long, and the same again for each statement in them.
const MOST_AT_FIRST: usize = 200;

/// A text as an id. Letters of other alphabets are written with those that sound alike, because an address may have letters a to z only. Of a text
/// in a script that has no such letters, the id is `otherwise` with a code that the same text always has: a number would be another claim's as
/// soon as claims come or go, and in another document of the same page. `otherwise` alone if the text has no letters at all.
pub fn slug(text: &str, otherwise: &str) -> String {
    let beginning = &text[..text.char_indices().nth(MOST_AT_FIRST).map_or(text.len(), |(at, _)| at)];
    // The last of more words than are needed may be cut.
    words_of(beginning, WORDS + 1).or_else(|| words_of(text, 1)).unwrap_or_else(|| {
        let has_letters = text.contains(char::is_alphanumeric);
        if has_letters { format!("{otherwise}-{}", code(text)) } else { otherwise.to_owned() }
    })
}

/// The first words of a text as an id; `None` if it has fewer words than these.
fn words_of(text: &str, fewest: usize) -> Option<String> {
    // Some letters with marks have letters of their own here, such as ä and й; others are looked for without their marks.
    let plain = written(&without_marks(&written(&lower_case(text))));
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(WORDS.max(fewest)).collect();
    (words.len() >= fewest).then(|| words[..words.len().min(WORDS)].join("-"))
}

/// Alphabets by their first letter, and what stands for it and each of the following letters.
const ALPHABETS: [(char, &str); 6] = [
    ('α', "a,v,g,d,e,z,i,th,i,k,l,m,n,x,o,p,r,s,s,t,y,f,ch,ps,o,i,y,o,y,o"),
    (
        'а',
        "a,b,v,g,d,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,e,yo,dj,g,ye,dz,i,yi,j,lj,nj,c,k,i,u,dzh",
    ),
    ('א', "a,b,g,d,h,v,z,h,t,y,k,k,l,m,m,n,n,s,a,p,p,ts,ts,k,r,sh,t"),
    ('ء', "a,a,a,w,i,y,a,b,a,t,th,j,h,kh,d,dh,r,z,s,sh,s,d,t,z,a,gh,,,,,,,f,q,k,l,m,n,h,w,a,y"),
    ('٠', "0,1,2,3,4,5,6,7,8,9"),
    ('۰', "0,1,2,3,4,5,6,7,8,9"),
];

/// Further letters, each with what stands for it. All others lose their marks: `ế` is `e`.
const FURTHER: &str =
    "äae,öoe,üue,ßss,æae,œoe,øo,ðd,þth,đd,łl,ıi,ħh,ŋng,ŧt,əe,ɛe,ɔo,ɓb,ɗd,ƙk,ƴy,ɖd,ǝe,گg,ґg,یy,پp,چch,ژzh,کk";

/// A text with letters a to z in place of those that are known.
fn written(text: &str) -> String {
    let mut plain = String::new();
    text.chars().for_each(|c| add(c, &mut plain));
    plain
}

/// Adds a small letter as it is written with a to z, without its accent. Apostrophes are left out, so that “Russia’s” becomes `russias`, and so are
/// vowels and accents that are characters of their own.
fn add(c: char, plain: &mut String) {
    let of = |(first, letters): &(char, &'static str)| {
        letters.split(',').nth(u32::from(c).checked_sub(u32::from(*first))? as usize)
    };
    let is_left_out = matches!(c, '’' | '\'' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}' | '\u{64b}'..='\u{655}' | '\u{200c}');
    // Most letters are none of these.
    if c.is_ascii() && c != '\'' {
        return plain.push(c);
    }
    match FURTHER.split(',').find_map(|entry| entry.strip_prefix(c)).or_else(|| ALPHABETS.iter().find_map(of)) {
        _ if is_left_out => {}
        Some(letters) => plain.push_str(letters),
        None => plain.push(c),
    }
}

/// Seven letters and digits that are made of a text: others for nearly every other text (FNV-1a, in base 36).
fn code(text: &str) -> String {
    let mut rest = text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digits = (0..7).map(|_| {
        let digit = char::from_digit(rest % 36, 36).unwrap_or('0');
        rest /= 36;
        digit
    });
    digits.collect()
}
