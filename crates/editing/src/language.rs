//! Which language an article is in.

/// The tag of an article's language, as its words show or, where a script is that of one language, its letters; `None` if neither tells.
pub(crate) fn of(paragraphs: &[String]) -> Option<&'static str> {
    let texts: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    by_letters(&texts).or_else(|| draft_document::detected_language(&texts))
}

/// The number of letters that are examined.
const ENOUGH: usize = 2_000;

/// The language of a script that is used for one language far more than for others, if most letters are of this script.
fn by_letters(paragraphs: &[&str]) -> Option<&'static str> {
    let letters = || paragraphs.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphabetic()).take(ENOUGH);
    let count = |is_so: fn(char) -> bool| letters().filter(|c| is_so(*c)).count();
    let is_most = |is_so: fn(char) -> bool| count(is_so) * 2 > letters().count();
    if is_most(|c| matches!(c, '\u{590}'..='\u{5ff}')) {
        Some("he")
    } else if is_most(|c| matches!(c, '\u{600}'..='\u{6ff}')) {
        // Arabic does not have these letters, but for some foreign names.
        let is_often = |is_so: fn(char) -> bool| count(is_so) * 100 > letters().count();
        let is_urdu = is_often(|c| matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ے'));
        let is_persian = is_often(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | '\u{6cc}'));
        Some(if is_urdu {
            "ur"
        } else if is_persian {
            "fa"
        } else {
            "ar"
        })
    } else if is_most(|c| matches!(c, '\u{980}'..='\u{9ff}')) {
        Some("bn")
    } else if is_most(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')) {
        // Chinese has no kana; its traditional form is not told from the other.
        (count(|c| matches!(c, '\u{3040}'..='\u{30ff}')) > 0).then_some("ja")
    } else {
        None
    }
}
