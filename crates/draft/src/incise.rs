//! Finds a cue within the quotation marks, as French and Italian write it: « Non, dit-il, jamais. »

use std::ops::Range;

use crate::language::Language;
use crate::lexicon::*;

/// A cue within the text between the marks.
pub(crate) struct Incise {
    /// From its first comma to the end of its last sign.
    pub(crate) range: Range<usize>,
    /// Where its verb ends, if the lexicon does not have it.
    pub(crate) unknown_verb: Option<usize>,
}

/// Finds the cue in the text between the marks.
pub(crate) fn find(inside: &str, language: &Language) -> Option<Incise> {
    let commas = inside.match_indices([',', '?', '!']).map(|(at, sign)| (at, at + sign.len()));
    commas.filter_map(|(comma, behind)| read(inside, comma, behind, language)).next()
}

fn read(inside: &str, comma: usize, behind: usize, language: &Language) -> Option<Incise> {
    let known = known_verb(inside, behind, language);
    let unknown_verb = if known.is_none() { unknown_verb(inside, behind, language) } else { None };
    let (verb, has_pronoun) = known.or(unknown_verb.map(|verb| (verb, false)))?;
    let tail = &inside[verb..];
    let first = tail.find([',', '.', ';'])?;
    let is_comma = tail[first..].starts_with(',');
    // The cue ends after a verb with its pronoun. After a name, a role may follow a comma, and after a role, a name.
    let name = tail[..first].trim();
    if !has_pronoun && !name.is_empty() && !is_subject(name, language) {
        return None;
    }
    let rest = tail[first + 1..].trim_start();
    let is_role = |word: &str| language.lexicon.classes(word.trim_end_matches([',', '.'])).has(ROLE);
    let has_role = is_role(rest.split(' ').next().unwrap_or(""))
        || rest.starts_with(is_capital) && !name.starts_with(is_capital) && name.split([' ', '\'', '’']).any(is_role);
    let end = if is_comma && has_role { first + 1 + tail[first + 1..].find([',', '.'])? } else { first };
    // “…, grande Jeanne Roux, …”: a description rather than a verb
    let is_reflexive =
        || inside[behind..verb].contains([' ', '’', '\'']) && inside[behind..].trim_start().starts_with('s');
    if unknown_verb.is_some() && is_comma && !has_role && !is_reflexive() {
        return None;
    }
    let from = if inside[comma..].starts_with(',') { comma } else { behind };
    Some(Incise { range: from..verb + end + 1, unknown_verb })
}

/// Where the verb of saying ends that begins here, and whether it has a pronoun: « a-t-elle lancé ».
fn known_verb(inside: &str, behind: usize, language: &Language) -> Option<(usize, bool)> {
    let (mut verb, mut has_pronoun) = (None, false);
    for (number, word) in inside[behind..].split(' ').filter(|word| !word.is_empty()).take(3).enumerate() {
        let offset = word.as_ptr() as usize - inside.as_ptr() as usize;
        let bare = word.trim_end_matches([',', '.']);
        let classes = language.lexicon.classes(bare);
        if classes.has(VERBS) && !bare.starts_with(is_capital) {
            verb = Some((offset + bare.len(), classes));
            break;
        }
        has_pronoun |= classes.has(HE.and(SHE));
        // « a regretté », « a-t-elle lancé », « ha aggiunto »
        if number > 1 || !classes.has(BETWEEN.and(HE).and(SHE)) || word.len() != bare.len() {
            return None;
        }
    }
    let (verb, classes) = verb?;
    Some((verb, has_pronoun || classes.has(HE.and(SHE))))
}

/// The fewest letters of a verb that is known only by its form.
const FEWEST_LETTERS: usize = 5;

/// Where the verb ends that begins here, if it can be one by its form, and if whoever speaks stands behind it: « s’emporte Jeanne Roux », « rétorque
/// le maire ».
fn unknown_verb(inside: &str, behind: usize, language: &Language) -> Option<usize> {
    let text = inside[behind..].trim_start();
    let verb = ["se ", "si ", "s’", "s'"].iter().find_map(|own| text.strip_prefix(own));
    let (word, subject) = verb.unwrap_or(text).split_once([' ', '\u{a0}'])?;
    let is_form = word.ends_with(['e', 't', 'd', 'a', 'ò', 'ó']) && word.len() >= FEWEST_LETTERS;
    let mut words = subject.split([',', '.', ';', '!', '?']).next()?.split([' ', '\'', '’']);
    let is_name =
        words.clone().all(|word| word.starts_with(is_capital)) && (verb.is_some() || words.clone().nth(1).is_some());
    let first = words.next()?;
    let is_determined = language.lexicon.classes(first).has(DETERMINER) || first == "l";
    let is_somebody = is_determined && words.next().is_some_and(|word| language.lexicon.classes(word).has(ROLE));
    let is_verb = word.starts_with(is_small) && is_form && language.lexicon.classes(word) == Classes::NONE;
    (is_verb && (is_name || is_somebody)).then(|| subject.as_ptr() as usize - inside.as_ptr() as usize - 1)
}

fn is_subject(name: &str, language: &Language) -> bool {
    let first = name.split([' ', '\'', '’']).next().unwrap_or("");
    name.starts_with(is_capital)
        || language.lexicon.classes(first).has(DETERMINER.and(TITLE).and(PRONOUN))
        || name.starts_with("l'")
        || name.starts_with("l’")
}
