/// The quotation marks that a language sets around words: the one that opens, the one that closes.
///
/// From Unicode's CLDR, as browsers have them for `quotes: auto`. They are text, because a mark of the style sheet's is lost where words are
/// copied, and where a policy refuses the style. `tag` is a BCP 47 tag; English has what most languages have.
pub(super) fn marks(tag: &str) -> [&'static str; 2] {
    let mut parts = tag.split('-');
    match parts.next().unwrap_or_default() {
        "bg" | "cs" | "de" | "et" | "hr" | "is" | "lt" | "mk" | "sk" | "sl" | "sr" => ["„", "“"],
        "hu" | "pl" | "ro" => ["„", "”"],
        "fi" | "sv" | "he" => ["”", "”"],
        "be" | "ca" | "el" | "es" | "fa" | "hy" | "it" | "nb" | "nn" | "no" | "ru" | "uk" => ["«", "»"],
        "ar" | "ur" => ["”", "“"],
        "fr" => ["«\u{a0}", "\u{a0}»"],
        "ja" => ["「", "」"],
        // In traditional characters.
        "zh" if matches!(parts.next(), Some("Hant" | "hant" | "TW" | "HK" | "MO")) => ["「", "」"],
        "nl" => ["‘", "’"],
        _ => ["“", "”"],
    }
}
