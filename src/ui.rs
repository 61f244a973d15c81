//! The cards, as Yew components: a document in, HTML out.
//!
//! `part` names are public (see docs/embedding.md); class names are not.

mod attribution;
mod card;
mod cards;
mod context;
mod correction;
mod edition;
mod element;
mod fact_cards;
mod failure;
mod locale;
mod marks;
mod opening;
mod overview;
mod phrases;
mod plain;
mod portrait;
mod review;
mod source;
mod statement;
mod words;

pub use cards::first_cards;
pub use edition::{Edition, HeadingLevel};
pub use fact_cards::{FactCards, FactCardsProps, View};
pub use opening::Opening;
pub use phrases::Phrases;
pub use plain::plain_cards;
