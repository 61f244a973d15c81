use crate::Fault;

/// A file of the folder.
#[derive(Clone)]
pub struct File {
    pub name: String,
    pub text: String,
}

/// One line `key = text`.
pub(crate) struct Entry {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) key: String,
    pub(crate) text: String,
    /// The names of the gaps, in the order of the text.
    pub(crate) gaps: Vec<String>,
    /// Whether there is a comment in the line above.
    pub(crate) is_explained: bool,
}

impl Entry {
    pub(crate) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault { file: self.file.clone(), line: self.line, key: Some(self.key.clone()), message: message.into() }
    }
}

/// The file's name without its extension, which is the language.
pub(crate) fn stem(name: &str) -> &str {
    name.strip_suffix(".properties").unwrap_or(name)
}

/// A file that is not named after a language cannot be checked: its plural forms are not known.
pub(crate) fn is_named(file: &File, faults: &mut Vec<Fault>) -> bool {
    let tag = stem(&file.name);
    let is_named = tag != file.name && is_language(tag);
    if !is_named {
        faults.push(Fault::of_file(
            &file.name,
            "name the file after its language, as in fr.properties: two or three small letters; where the language has a file for \
             a further script, with that script, as in zh-hant.properties",
        ));
    }
    is_named
}

/// Whether it is the code of a language, `fr`, or of a language in a script, `zh-hant`.
fn is_language(tag: &str) -> bool {
    let (language, script) = tag.split_once('-').unwrap_or((tag, "hant"));
    let are_letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    matches!(language.len(), 2..=3) && script.len() == 4 && are_letters(language) && are_letters(script)
}

/// The entries of a file. A repeated key is reported, and kept once.
pub(crate) fn entries(file: &File, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_explained = false;
    for (index, written) in file.text.trim_start_matches('\u{feff}').lines().enumerate() {
        let place = (file, index + 1);
        if written.trim().is_empty() || written.starts_with('#') {
            is_explained = written.starts_with('#');
            continue;
        }
        match entry(place, written, is_explained, faults) {
            Some(entry) => match entries.iter().find(|other| other.key == entry.key) {
                Some(first) => {
                    faults.push(
                        entry.fault(format!("this key is already in line {}; remove one of the two lines", first.line)),
                    );
                }
                None => entries.push(entry),
            },
            None => {
                let message = format!("“{written}” is neither “key = text” nor a comment; a comment begins with #");
                faults.push(Fault { line: place.1, ..Fault::of_file(&file.name, &message) });
            }
        }
        is_explained = false;
    }
    entries
}

fn entry((file, line): (&File, usize), written: &str, is_explained: bool, faults: &mut Vec<Fault>) -> Option<Entry> {
    let (key, text) = written.split_once('=')?;
    let text = text.strip_prefix(' ').unwrap_or(text);
    let mut entry = Entry {
        file: file.name.clone(),
        line,
        key: key.trim().to_owned(),
        text: text.to_owned(),
        gaps: Vec::new(),
        is_explained,
    };
    if text.trim().is_empty() {
        faults.push(entry.fault("there is no text; write it after the ="));
    } else if text.trim() != text {
        faults.push(entry.fault("there is a space too many before or after the text; remove it"));
    }
    if text.contains('\t') {
        faults.push(entry.fault("there is a tab; write a space"));
    }
    if text.contains('\\') {
        faults.push(entry.fault("there is a backslash; write each character as it is, without one"));
    }
    match gaps(text) {
        Some(gaps) => entry.gaps = gaps,
        None => faults.push(entry.fault("a brace is not part of a gap; write gaps as in English, such as {number}")),
    }
    Some(entry)
}

/// The names between braces; nothing if a brace has no partner, or if there is no name between them.
fn gaps(text: &str) -> Option<Vec<String>> {
    let mut parts = text.split('{');
    if parts.next()?.contains('}') {
        return None;
    }
    let gap = |part: &str| {
        let (name, rest) = part.split_once('}')?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
        (is_name && !rest.contains('}')).then(|| name.to_owned())
    };
    parts.map(gap).collect()
}
