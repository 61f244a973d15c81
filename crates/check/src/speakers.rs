//! The speakers, and how the article names them.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::{Fault, Remark, quoted, slice, statements};
use document::model::Document;
use document::problem::key_path;
use quotes::{Grade, Quote, Text, lower_case};

pub(super) fn check(document: &Document, article: Option<&Text>, remarks: &mut Vec<Remark>) {
    let roles = article.map(Roles::of);
    let all = || document.claims.iter().flat_map(|claim| &claim.statements);
    let keys: HashSet<&str> = all().filter_map(|statement| statement.speaker.as_deref()).collect();
    // Those of whose statements one was published in this article.
    let here = all().filter(|statement| !statements::is_from_elsewhere(statement, document));
    let here: HashSet<&str> = here.filter_map(|statement| statement.speaker.as_deref()).collect();
    // If a key has a typing error, which the decoder reports, the speaker that it means would seem to be unused.
    let all_known = keys.iter().all(|key| document.speakers.get(key).is_some());
    for (key, speaker) in document.speakers.keys().zip(document.speakers.values()) {
        let path = key_path("speakers", key);
        if here.contains(key) {
            check_role(roles.as_ref(), speaker.role.as_deref(), &path, remarks);
        } else if all_known && !keys.contains(key) {
            remarks.push(Remark::warning(Fault::UnusedSpeaker, &path));
        }
    }
    for (index, claim) in document.claims.iter().enumerate() {
        for (number, statement) in claim.statements.iter().enumerate() {
            if !statements::is_from_elsewhere(statement, document) {
                let path = format!("claims[{index}].statements[{number}]");
                check_role(roles.as_ref(), statement.role.as_deref(), &path, remarks);
            }
        }
    }
}

fn check_role(roles: Option<&Roles>, role: Option<&str>, path: &str, remarks: &mut Vec<Remark>) {
    if let (Some(roles), Some(role)) = (roles, role)
        && let Some(fault) = roles.fault(role)
    {
        remarks.push(Remark::warning(fault, format!("{path}.role")));
    }
}

/// That the article does not have a role, and the words of the article that come near, if there are any.
type Found = Option<Option<String>>;

/// An article in which capital and small letters are treated alike: `Foreign Minister` may begin a sentence there.
struct Roles<'article> {
    article: &'article Text,
    small: Text,
    /// What was found of each role that was compared, because many statements have the same one.
    known: RefCell<HashMap<String, Found>>,
}

impl<'article> Roles<'article> {
    fn of(article: &'article Text) -> Self {
        let small = article.paragraphs().iter().map(|paragraph| small(paragraph)).collect();
        Self { article, small, known: RefCell::default() }
    }

    fn fault(&self, role: &str) -> Option<Fault> {
        let mut all = self.known.borrow_mut();
        let found = all.entry(role.to_owned()).or_insert_with(|| self.look_for(role));
        found.clone().map(|near| Fault::Role { near })
    }

    fn look_for(&self, role: &str) -> Found {
        let finding = self.small.find(&Quote { spans: &[small(role)], ..Quote::default() });
        match finding.grade {
            Grade::Exact | Grade::Typographic | Grade::Ambiguous | Grade::NotChecked => None,
            Grade::Altered => {
                let near = finding.places[0].iter().map(|passage| slice(self.article, *passage));
                Some(Some(quoted(&near.collect::<Vec<_>>().join(" … "))))
            }
            Grade::NotFound => Some(None),
        }
    }
}

/// In small letters, each of the same length as before, so that positions stay the same.
fn small(text: &str) -> String {
    let small = lower_case(text);
    let starts = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    if small.len() == text.len() && starts(&small) == starts(text) {
        return small;
    }
    let alone = |c: char| {
        let small = lower_case(c.encode_utf8(&mut [0; 4]));
        let mut letters = small.chars();
        letters.next().filter(|_| letters.next().is_none() && small.len() == c.len_utf8()).unwrap_or(c)
    };
    text.chars().map(alone).collect()
}
