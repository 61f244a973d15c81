//! The editor's own words, in the language of the browser.

use std::rc::Rc;

use yew::prelude::*;

use crate::lines::{ALL, Line};

/// English is part of the program. Each other language is a file.
const ENGLISH: &str = ALL[0];

/// The values for the gaps of a text.
pub trait Gaps {
    const LINE: Line;

    fn filled(&self) -> [&str; 2];
}

/// All texts of one language.
#[derive(Clone, PartialEq)]
pub struct Words(Rc<Vec<&'static str>>);

impl Words {
    /// The texts of a language's file; English if there is none.
    pub fn of(file: String) -> Self {
        // They are needed as long as the page is there.
        let texts: &'static str = if file.is_empty() { ENGLISH } else { file.leak() };
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

/// A text in an element of its own. `html!` would set out each such element anew.
pub fn say(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    element(tag, class, text.into())
}

// As in all of the editor, names of classes that change are set as a property: `class={…}` would bring Yew's sets of names, 1.8 KB.
#[inline(never)]
fn element(tag: &'static str, class: &'static str, text: AttrValue) -> Html {
    html! { <@{tag} ~className={class}>{ text }</@> }
}

/// A button that does nothing else but this.
pub fn press(class: &'static str, text: &'static str, on_click: impl Into<Callback<MouseEvent>>) -> Html {
    button(class, text, on_click.into())
}

#[inline(never)]
fn button(class: &'static str, text: &'static str, on_click: Callback<MouseEvent>) -> Html {
    html! { <button ~className={class} onclick={on_click}>{ text }</button> }
}
