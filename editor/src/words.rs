//! The editor's own words, in the language of the browser.

use std::rc::Rc;

use yew::prelude::*;

use crate::lines::{ALL, Line};
use crate::page;

/// The values for the gaps of a text.
pub trait Gaps {
    const LINE: Line;

    fn filled(&self) -> [&str; 2];
}

/// All texts of one language.
#[derive(Clone, PartialEq)]
pub struct Words(Rc<Vec<&'static str>>);

impl Words {
    /// The first language of the browser that the editor has words in; otherwise English.
    pub fn of_browser() -> Self {
        let languages = page::languages();
        let known = |tag: &str| {
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            ALL.iter().find(|texts| texts.lines().next() == Some(&primary))
        };
        let texts = languages.split(' ').find_map(known).unwrap_or(&ALL[0]);
        Self(Rc::new(texts.split('\n').collect()))
    }

    pub fn text(&self, line: Line) -> &'static str {
        self.0.get(line as usize).copied().unwrap_or_default()
    }

    pub fn language(&self) -> &'static str {
        self.text(Line::Language)
    }

    /// A text with its gaps filled in.
    pub fn with<Given: Gaps>(&self, given: &Given) -> String {
        let [first, second] = given.filled();
        self.text(Given::LINE).replace("{0}", first).replace("{1}", second)
    }

    /// The form of a text for a number. The languages of the editor have two forms: for one, and for all other numbers.
    pub fn count(&self, number: usize, line: Line) -> String {
        let name = if number == 1 { "one=" } else { "other=" };
        let form = self.text(line).split('\t').find_map(|form| form.strip_prefix(name)).unwrap_or_default();
        form.replace("{0}", &number.to_string())
    }
}

/// The words for a component.
#[hook]
pub fn use_words() -> Words {
    use_context().expect("the app has words")
}
