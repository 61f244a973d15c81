//! Checks the contents of the files.

use crate::file::{Entry, File};
use crate::{Fault, OF_PASSAGES};

/// The plural forms (CLDR) that the widget knows.
const FORMS: [&str; 2] = ["one", "other"];

/// The plural forms of CLDR that the widget does not know yet.
const FURTHER_FORMS: [&str; 4] = ["zero", "two", "few", "many"];

/// The most gaps that the widget can fill in one text.
const MOST_GAPS: usize = 2;

/// Checks the English file, which the code and the other languages follow.
pub(crate) fn original(entries: &[Entry], faults: &mut Vec<Fault>) {
    for (index, entry) in entries.iter().enumerate() {
        let is_key =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        if !entry.key.split('.').all(is_key) {
            faults.push(entry.fault("a key is made of small letters, hyphens and dots; rename it"));
        }
        let is_further_form =
            index > 0 && form(&entry.key).is_some_and(|(name, _)| forms_of(name, &entries[index - 1]));
        if !entry.is_explained && !is_further_form {
            faults.push(
                entry.fault("no comment says where readers see it; write one, beginning with #, in the line above"),
            );
        }
        if let Some(twice) = repeated(&entry.gaps) {
            faults.push(entry.fault(format!("the gap {{{twice}}} occurs twice; remove one, or rename it")));
        }
        if entry.gaps.len() > MOST_GAPS {
            faults.push(entry.fault("there are more than two gaps, which the widget cannot fill in; use two texts"));
        }
        if entry.key.starts_with(OF_PASSAGES) && !entry.gaps.is_empty() {
            faults.push(entry.fault("texts about passages cannot have a gap; remove it"));
        }
        plural(entry, entries, faults);
        direction(entry, faults);
    }
    if let Some(pair) = entries.windows(2).find(|pair| is_of_passages(&pair[0]) && !is_of_passages(&pair[1])) {
        faults.push(pair[1].fault("it comes after a key that begins with “passage.”; move it above all of these"));
    }
}

fn is_of_passages(entry: &Entry) -> bool {
    entry.key.starts_with(OF_PASSAGES)
}

/// Splits a key that ends in a plural form into the part before it and the form.
fn form(key: &str) -> Option<(&str, &str)> {
    key.rsplit_once('.').filter(|(_, form)| FORMS.contains(form) || FURTHER_FORMS.contains(form))
}

fn forms_of(name: &str, entry: &Entry) -> bool {
    form(&entry.key).is_some_and(|(other, _)| other == name)
}

fn plural(entry: &Entry, entries: &[Entry], faults: &mut Vec<Fault>) {
    let Some((name, given)) = form(&entry.key) else { return };
    if FURTHER_FORMS.contains(&given) {
        faults.push(entry.fault(format!("the widget does not know the form “{given}” yet; use one and other")));
    }
    for needed in FORMS.map(|form| format!("{name}.{form}")) {
        if !entries.iter().any(|other| other.key == needed) {
            faults.push(entry.fault(format!("there is no {needed}; add it")));
        }
    }
    if entry.gaps != ["number"] {
        faults.push(entry.fault("its only gap must be {number}, which is what its form depends on"));
    }
}

fn direction(entry: &Entry, faults: &mut Vec<Fault>) {
    if entry.key == "direction" && !matches!(entry.text.as_str(), "ltr" | "rtl") {
        faults.push(entry.fault("write ltr (from left to right) or rtl (from right to left)"));
    }
}

/// Checks that a translation has the keys and gaps of English.
pub(crate) fn translation(file: &File, entries: &[Entry], english: &[Entry], faults: &mut Vec<Fault>) {
    for entry in entries {
        match english.iter().find(|original| original.key == entry.key) {
            Some(original) => gaps(entry, original, faults),
            None => faults.push(entry.fault("English has no such key; check its spelling, or remove the line")),
        }
        direction(entry, faults);
    }
    // A missing key is reported where it belongs: below the key before it.
    let mut line = 1;
    for original in english {
        match entries.iter().find(|entry| entry.key == original.key) {
            Some(entry) => line = entry.line + 1,
            None => faults.push(Fault {
                file: file.name.clone(),
                line,
                key: Some(original.key.clone()),
                message: format!("this key is missing; add it here (in English: {})", original.text),
            }),
        }
    }
}

fn gaps(entry: &Entry, original: &Entry, faults: &mut Vec<Fault>) {
    let english = &original.text;
    let mut fault = |what: String| faults.push(entry.fault(format!("{what} (in English: {english})")));
    for gap in original.gaps.iter().filter(|gap| !entry.gaps.contains(gap)) {
        fault(format!("the gap {{{gap}}} is missing; add it"));
    }
    for gap in entry.gaps.iter().filter(|gap| !original.gaps.contains(gap)) {
        fault(format!("nothing fills the gap {{{gap}}}; remove it, or write it as in English"));
    }
    if let Some(twice) = repeated(&entry.gaps).filter(|gap| original.gaps.contains(gap)) {
        fault(format!("the gap {{{twice}}} occurs twice; remove one"));
    }
}

/// The first gap that occurs twice in a text.
fn repeated(gaps: &[String]) -> Option<&String> {
    gaps.iter().enumerate().find(|(index, gap)| gaps[..*index].contains(gap)).map(|(_, gap)| gap)
}
