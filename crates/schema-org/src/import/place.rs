//! Where a value stands in JSON.

use std::fmt;
use std::rc::Rc;

use document::problem::key_path;

/// The most characters of a key that are shown.
const MOST_OF_KEY: usize = 60;

/// The most steps that are shown at each end of a path.
const MOST_STEPS: usize = 10;

/// The place of a value, as the steps from the beginning of the text: `@graph[1].author`.
///
/// It is made a text only where something is reported, because a text may have a million places, and keys of any length.
#[derive(Clone, Default)]
pub struct Place<'graph>(Option<Rc<Step<'graph>>>);

struct Step<'graph> {
    before: Place<'graph>,
    last: Last<'graph>,
}

enum Last<'graph> {
    Key(&'graph str),
    Index(usize),
}

impl<'graph> Place<'graph> {
    pub fn key(&self, key: &'graph str) -> Self {
        self.then(Last::Key(key))
    }

    pub fn index(&self, index: usize) -> Self {
        self.then(Last::Index(index))
    }

    fn then(&self, last: Last<'graph>) -> Self {
        Self(Some(Rc::new(Step { before: self.clone(), last })))
    }

    /// The key of a field.
    pub fn last_key(&self) -> Option<&'graph str> {
        match self.0.as_ref()?.last {
            Last::Key(key) => Some(key),
            Last::Index(_) => None,
        }
    }

    /// The place of the thing that has this property; this place itself if it ends otherwise.
    pub fn without(&self, property: &str) -> Self {
        match &self.0 {
            Some(step) if matches!(step.last, Last::Key(key) if key == property) => step.before.clone(),
            _ => self.clone(),
        }
    }
}

/// Long keys and long paths are shortened with `…`.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = Vec::new();
        let mut place = self;
        while let Some(step) = &place.0 {
            steps.push(&step.last);
            place = &step.before;
        }
        let mut path = String::new();
        for (left, last) in steps.iter().enumerate().rev() {
            let is_shown = left < MOST_STEPS || steps.len() - left <= MOST_STEPS;
            match last {
                _ if !is_shown && left == MOST_STEPS => path.push('…'),
                _ if !is_shown => (),
                Last::Index(index) => path += &format!("[{index}]"),
                Last::Key(key) => path = path_of(&path, &shortened(key, MOST_OF_KEY)),
            }
        }
        f.write_str(&path)
    }
}

fn path_of(path: &str, key: &str) -> String {
    match key.strip_prefix('@') {
        Some(_) if path.is_empty() => key.to_owned(),
        Some(_) => format!("{path}.{key}"),
        None => key_path(path, key),
    }
}

/// A text, or its beginning with `…` if it has more characters than this.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
