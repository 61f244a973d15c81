//! What an editor works on: an article, the people who speak in it, and the cards, each accepted, rejected or still to be decided.
//!
//! Every change is an [`Action`]; [`History`] applies it, and undoes it. Nothing here knows of a browser.
//!
//! ```
//! use editing::{Action, Decision, History, Work};
//!
//! let article = "Is the water safe?\n\n“It is safe to drink again,” said Ada Low, an engineer at City Water.";
//! let mut history = History::of(Work::from_article(article).unwrap());
//! let card = history.now().cards()[0].key;
//! history.act(&Action::Decide { card, decision: Decision::Accepted });
//! assert_eq!(history.now().count(Decision::Accepted), 1);
//! history.undo();
//! assert_eq!(history.now().count(Decision::Accepted), 0);
//! ```

mod action;
mod begin;
mod card;
mod change;
mod further;
mod history;
mod language;
mod mend;
mod passage;
mod places;
mod publish;
mod report;
mod speakers;
mod steps;
mod wire;
mod work;

pub use action::Action;
pub use begin::{Given, JsonLd, Refusal, Reviews};
pub use card::{Card, Decision, Field, Key, Note, Why, spans, string};
pub use history::History;
pub use mend::{Mend, MendKind};
pub use passage::{Chosen, Context, End, Passage, is_right_to_left};
pub use publish::{file_stem, two_lines};
pub use report::{Mark, Problem, Report, Voice};
pub use work::Work;
