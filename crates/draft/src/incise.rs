//! Finds a cue within the quotation marks, as French and Italian write it: « Non, dit-il, jamais. »

use std::ops::Range;

use crate::language::Language;
use crate::lexicon::*;
use crate::unlisted;

/// The sign on both sides of a cue in Spanish.
const DASH: &str = "—";

/// The most bytes between a verb and the dash at the end of its cue.
const LONGEST_IN_DASHES: usize = 80;

/// Returns the range of the cue in the text between the marks, from its first comma or dash to the end of its last sign.
pub(crate) fn find(inside: &str, language: &Language) -> Option<Range<usize>> {
    let commas = inside.match_indices(language.incises).map(|(at, sign)| (at, at + sign.len()));
    commas.filter_map(|(comma, behind)| read(inside, comma, behind, language)).next()
}

fn read(inside: &str, comma: usize, behind: usize, language: &Language) -> Option<Range<usize>> {
    let (mut verb, mut has_pronoun) = (None, false);
    let mut is_listed = true;
    for (number, word) in inside[behind..].split(' ').filter(|word| !word.is_empty()).take(3).enumerate() {
        let offset = word.as_ptr() as usize - inside.as_ptr() as usize;
        let bare = word.trim_end_matches([',', '.']);
        let classes = language.lexicon.classes(bare);
        if classes.has(VERBS) && !bare.starts_with(is_capital) {
            verb = Some((offset + bare.len(), classes));
            break;
        }
        // « s'emporte Jeanne Roux », « tempête-t-elle »
        if classes == Classes::NONE && unlisted::may_be_verb(bare) {
            (verb, is_listed) = (Some((offset + bare.len(), classes)), false);
            has_pronoun |= with_pronoun(bare).1 != Classes::NONE;
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
    // «Es verdad —dice Rosa Roe—. No tengo nada.»
    if inside[comma..].starts_with(DASH) {
        let dash = tail.find(DASH).filter(|dash| *dash < LONGEST_IN_DASHES)?;
        let end = verb + dash + DASH.len();
        return is_listed.then_some(comma..end + usize::from(inside[end..].starts_with('.')));
    }
    let first = tail.find([',', '.', ';'])?;
    let is_comma = tail[first..].starts_with(',');
    // The cue ends after a verb with its pronoun. After a name, a role may follow a comma.
    let name = tail[..first].trim();
    if !is_listed && (if has_pronoun { !name.is_empty() } else { !is_full_name(name, language) }) {
        return None;
    }
    if !has_pronoun && !classes.has(HE.and(SHE)) && !name.is_empty() && !is_subject(name, language) {
        return None;
    }
    let role = tail[first + 1..].trim_start().split(' ').next().unwrap_or("");
    let has_role = is_comma && language.lexicon.classes(role.trim_end_matches([',', '.'])).has(ROLE);
    let end = if has_role { first + 1 + tail[first + 1..].find([',', '.'])? } else { first };
    let from = if inside[comma..].starts_with(',') { comma } else { behind };
    Some(from..verb + end + 1)
}

fn is_subject(name: &str, language: &Language) -> bool {
    let first = name.split([' ', '\'', '’']).next().unwrap_or("");
    name.starts_with(is_capital)
        || language.lexicon.classes(first).has(DETERMINER.and(TITLE).and(PRONOUN))
        || name.starts_with("l'")
        || name.starts_with("l’")
}

/// « Jeanne Roux », « Mme Roux »
fn is_full_name(name: &str, language: &Language) -> bool {
    let mut words = name.split(' ');
    let is_title = language.lexicon.classes(words.next().unwrap_or("")).has(TITLE);
    (is_title || name.starts_with(is_capital)) && words.next().is_some_and(|word| word.starts_with(is_capital))
}
