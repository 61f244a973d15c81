//! Texts as ids, which stand in addresses: small letters a to z, digits and hyphens.

/// The number of words of a text that make its id.
const WORDS: usize = 8;

/// A text as an id. Letters of other alphabets are written with those that sound alike, because an address may have letters a to z only. Of a text
/// in a script that has no such letters, the id is `otherwise` with a code that the same text always has: a number would be another claim's as
/// soon as claims come or go, and in another document of the same page. `otherwise` alone if the text has no letters at all.
pub fn slug(text: &str, otherwise: &str) -> String {
    let plain: String = text.chars().map(plain).collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(WORDS).collect();
    if !words.is_empty() {
        words.join("-")
    } else if text.contains(char::is_alphanumeric) {
        format!("{otherwise}-{}", code(text))
    } else {
        otherwise.to_owned()
    }
}

/// Letters that stand for one after the other of an alphabet: the first of it, and a text for each.
const ALPHABETS: [(u32, &str); 7] = [
    (0x3b1, "a,v,g,d,e,z,i,th,i,k,l,m,n,x,o,p,r,s,s,t,y,f,ch,ps,o"),
    (
        0x430,
        "a,b,v,g,d,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,e,yo,dj,g,ye,dz,i,yi,j,lj,nj,c,k,i,u,dzh",
    ),
    (0x5d0, "a,b,g,d,h,v,z,h,t,y,k,k,l,m,m,n,n,s,a,p,p,ts,ts,k,r,sh,t"),
    (0x621, "a,a,a,w,i,y,a,b,a,t,th,j,h,kh,d,dh,r,z,s,sh,s,d,t,z,a,gh"),
    (0x641, "f,q,k,l,m,n,h,w,a,y"),
    (0x660, "0,1,2,3,4,5,6,7,8,9"),
    (0x6f0, "0,1,2,3,4,5,6,7,8,9"),
];

/// A letter as it is written with a to z; a small one without its accent. Apostrophes are removed, so that “Russia’s” becomes `russias`, and so are
/// vowels and accents that are characters of their own.
fn plain(c: char) -> String {
    let plain = match c {
        '’'
        | '\''
        | '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{5f3}'
        | '\u{5f4}'
        | '\u{640}'
        | '\u{64b}'..='\u{652}'
        | '\u{200c}' => "",
        'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'ά' | 'Ά' => "a",
        'ç' | 'Ç' | 'ć' | 'č' | 'Č' => "c",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ę' | 'ě' | 'έ' | 'Έ' => "e",
        'ğ' | 'Ğ' | 'گ' | 'ґ' | 'Ґ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ı' | 'İ' | 'ή' | 'ί' | 'ϊ' | 'Ή' | 'Ί' => "i",
        'ł' | 'Ł' => "l",
        'ñ' | 'Ñ' | 'ń' => "n",
        'ò'..='õ' | 'Ò'..='Õ' | 'ø' | 'Ø' | 'ό' | 'ώ' | 'Ό' | 'Ώ' => "o",
        'ö' | 'Ö' | 'œ' | 'Œ' => "oe",
        'ş' | 'Ş' | 'ś' | 'š' | 'Š' => "s",
        'ß' => "ss",
        'ù'..='û' | 'Ù'..='Û' | 'ū' => "u",
        'ü' | 'Ü' => "ue",
        'ý' | 'ÿ' | 'ύ' | 'ϋ' | 'Ύ' | 'ی' => "y",
        'ż' | 'ź' | 'ž' | 'Ž' | 'Ż' => "z",
        'پ' => "p",
        'چ' => "ch",
        'ژ' => "zh",
        'ک' => "k",
        _ => return of_alphabet(c),
    };
    plain.to_owned()
}

fn of_alphabet(c: char) -> String {
    let small: String = c.to_lowercase().collect();
    let number = small.chars().next().map_or(0, u32::from);
    let of = |(first, letters): &(u32, &'static str)| letters.split(',').nth(number.checked_sub(*first)? as usize);
    ALPHABETS.iter().find_map(of).map_or(small, str::to_owned)
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
