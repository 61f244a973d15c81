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
    let (mut verb, mut has_pronoun) = (None, false);
    for (number, word) in inside[behind..].split(' ').filter(|word| !word.is_empty()).take(3).enumerate() {
        let offset = word.as_ptr() as usize - inside.as_ptr() as usize;
        let bare = word.trim_end_matches([',', '.']);
        let classes = language.lexicon.classes(bare);
        // A verb that is not known may be one by its form, if whoever speaks stands behind it: « s’emporte Jeanne Roux »
        let is_unknown = classes == Classes::NONE && bare.len() == word.len() && word.ends_with(['e', 't', 'a']);
        if (classes.has(VERBS) || is_unknown) && bare.starts_with(is_small) {
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
    let tail = &inside[verb..];
    let first = tail.find([',', '.', ';'])?;
    let is_comma = tail[first..].starts_with(',');
    // The cue ends after a verb with its pronoun. After a name, a role may follow a comma, and after a role, a name.
    let name = tail[..first].trim();
    if !has_pronoun && !classes.has(HE.and(SHE)) && !name.is_empty() && !is_subject(name, language) {
        return None;
    }
    let rest = tail[first + 1..].trim_start();
    let is_role = |word: &str| language.lexicon.classes(word.trim_end_matches([',', '.'])).has(ROLE);
    let is_named = name.starts_with(is_capital);
    let has_office = !is_named && name.split([' ', '\'', '’']).any(is_role);
    let has_role =
        is_comma && (is_role(rest.split(' ').next().unwrap_or("")) || has_office && rest.starts_with(is_capital));
    let is_unknown = classes == Classes::NONE;
    // “…, grande Jeanne Roux, …”: a description rather than a verb
    if is_unknown && (is_comma && !has_role || !(is_named && name.contains(' ') || has_office)) {
        return None;
    }
    let end = if has_role { first + 1 + tail[first + 1..].find([',', '.'])? } else { first };
    let from = if inside[comma..].starts_with(',') { comma } else { behind };
    Some(Incise { range: from..verb + end + 1, unknown_verb: Some(verb).filter(|_| is_unknown) })
}

fn is_subject(name: &str, language: &Language) -> bool {
    let first = name.split([' ', '\'', '’']).next().unwrap_or("");
    name.starts_with(is_capital)
        || language.lexicon.classes(first).has(DETERMINER.and(TITLE).and(PRONOUN))
        || name.starts_with("l'")
        || name.starts_with("l’")
}
