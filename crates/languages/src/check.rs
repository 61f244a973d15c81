//! Checks the contents of the files.

use crate::file::{Entry, File, stem};
use crate::key::{Key, form};
use crate::number;
use crate::plural::{self, Form};
use crate::{Fault, OF_PASSAGES};

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
        if is_of_passages(entry) && entry.gaps.iter().any(|gap| gap != "number" || form(&entry.key).is_none()) {
            faults.push(entry.fault("texts about passages cannot have a gap, but for {number} in a plural; remove it"));
        }
        plural(entry, entries, faults);
        direction(entry, faults);
        numbers(entry, faults);
    }
    if let Some(pair) = entries.windows(2).find(|pair| is_of_passages(&pair[0]) && !is_of_passages(&pair[1])) {
        faults.push(pair[1].fault("it comes after a key that begins with “passage.”; move it above all of these"));
    }
}

fn is_of_passages(entry: &Entry) -> bool {
    entry.key.starts_with(OF_PASSAGES)
}

fn forms_of(name: &str, entry: &Entry) -> bool {
    form(&entry.key).is_some_and(|(other, _)| other == name)
}

/// English says which texts depend on a number.
fn plural(entry: &Entry, entries: &[Entry], faults: &mut Vec<Fault>) {
    let Some((name, given)) = form(&entry.key) else { return };
    let english = plural::forms("en");
    if let Some(fault) = no_such_form("English", &english, given) {
        faults.push(entry.fault(fault));
        return;
    }
    for needed in english.iter().map(|form| format!("{name}.{}", form.name)) {
        if !entries.iter().any(|other| other.key == needed) {
            faults.push(entry.fault(format!("there is no {needed}; add it")));
        }
    }
    if given == "other" && !entry.gaps.iter().any(|gap| gap == "number") {
        faults.push(entry.fault("it needs the gap {number}, which is what its form depends on"));
    }
}

fn no_such_form(language: &str, forms: &[Form], given: &str) -> Option<String> {
    if forms.iter().any(|form| form.name == given) {
        return None;
    }
    let names: Vec<_> = forms.iter().map(|form| form.name).collect();
    Some(format!("{language} has no plural form “{given}”, only: {}; remove the line", names.join(", ")))
}

fn direction(entry: &Entry, faults: &mut Vec<Fault>) {
    if entry.key == "direction" && !matches!(entry.text.as_str(), "ltr" | "rtl") {
        faults.push(entry.fault("write ltr (from left to right) or rtl (from right to left)"));
    }
}

fn numbers(entry: &Entry, faults: &mut Vec<Fault>) {
    let given = entry.text.split(' ').filter(|word| !word.is_empty()).count();
    if entry.key == number::KEY && given != number::COUNT {
        faults.push(entry.fault(format!(
            "it has {given} words; write {} with one space between two, for the numbers from 2 to 9, or remove the line to have digits",
            number::COUNT
        )));
    }
}

/// A text that a language must have.
struct Needed<'a> {
    key: String,
    /// The plural form, where the text depends on a number.
    form: Option<&'a Form>,
    /// What English says there; for a form that English does not have, what it says in its form `other`.
    english: &'a Entry,
}

fn needed<'a>(keys: &[Key], english: &'a [Entry], forms: &'a [Form]) -> Vec<Needed<'a>> {
    let find = |key: &str| english.iter().find(|entry| entry.key == key);
    let mut all = Vec::new();
    for Key { name, is_plural, .. } in keys {
        if *is_plural {
            for form in forms {
                let key = format!("{name}.{}", form.name);
                let english = find(&key).or_else(|| find(&format!("{name}.other")));
                all.extend(english.map(|english| Needed { key, form: Some(form), english }));
            }
        } else {
            all.extend(find(name).map(|english| Needed { key: name.clone(), form: None, english }));
        }
    }
    all
}

/// Checks that a translation has the keys and gaps of English, and each of its own plural forms.
pub(crate) fn translation(file: &File, entries: &[Entry], keys: &[Key], english: &[Entry], faults: &mut Vec<Fault>) {
    let forms = plural::forms(stem(&file.name));
    let needed = needed(keys, english, &forms);
    for entry in entries {
        match needed.iter().find(|needed| needed.key == entry.key) {
            Some(needed) => gaps(entry, needed, faults),
            None if entry.key == number::KEY => numbers(entry, faults),
            None => faults.push(entry.fault(unknown(&entry.key, keys, &forms))),
        }
        direction(entry, faults);
    }
    // A missing key is reported where it belongs: below the key before it.
    let mut line = 1;
    for Needed { key, form, english } in needed {
        match entries.iter().find(|entry| entry.key == key) {
            Some(entry) => line = entry.line + 1,
            None => {
                let form = form.map(|form| format!(", {}", form.told())).unwrap_or_default();
                faults.push(Fault {
                    file: file.name.clone(),
                    line,
                    key: Some(key),
                    message: format!("this key is missing; add it here{form} (in English: {})", english.text),
                });
            }
        }
    }
}

/// Why a language does not need a key.
fn unknown(key: &str, keys: &[Key], forms: &[Form]) -> String {
    let plural = form(key).filter(|(name, _)| keys.iter().any(|key| key.is_plural && key.name == *name));
    plural
        .and_then(|(_, given)| no_such_form("this language", forms, given))
        .unwrap_or_else(|| "English has no such key; check its spelling, or remove the line".to_owned())
}

fn gaps(entry: &Entry, Needed { form, english, .. }: &Needed<'_>, faults: &mut Vec<Fault>) {
    let text = &english.text;
    let mut fault = |what: String| faults.push(entry.fault(format!("{what} (in English: {text})")));
    // “Two claims” need not be written with a numeral, where no other number takes the form.
    let is_optional = |gap: &str| gap == "number" && form.is_some_and(Form::is_of_one_number);
    for gap in english.gaps.iter().filter(|gap| !entry.gaps.contains(gap) && !is_optional(gap)) {
        fault(format!("the gap {{{gap}}} is missing; add it"));
    }
    let is_known = |gap: &String| english.gaps.contains(gap) || (form.is_some() && gap == "number");
    for gap in entry.gaps.iter().filter(|gap| !is_known(gap)) {
        fault(format!("nothing fills the gap {{{gap}}}; remove it, or write it as in English"));
    }
    if let Some(twice) = repeated(&entry.gaps).filter(|gap| is_known(gap)) {
        fault(format!("the gap {{{twice}}} occurs twice; remove one"));
    }
}

/// The first gap that occurs twice in a text.
fn repeated(gaps: &[String]) -> Option<&String> {
    gaps.iter().enumerate().find(|(index, gap)| gaps[..*index].contains(gap)).map(|(_, gap)| gap)
}
