use yew::prelude::*;

use super::cards::cards;
use super::edition::Edition;
use super::failure::{Cause, failure};
use super::opening::Opening;
use super::phrases::Phrases;
use super::skeleton::skeleton;

/// Where the cards have got to.
#[derive(Clone, PartialEq)]
pub enum View {
    Loading(Phrases),
    Cards(Edition, Opening),
    Failure(Phrases, Cause),
}

#[derive(PartialEq, Properties)]
pub struct FactCardsProps {
    pub view: View,
    /// Once a view stands in the DOM.
    #[prop_or_default]
    pub on_rendered: Callback<()>,
}

/// The whole of what one `<fact-cards>` element shows.
///
/// One component, and functions below it: what a card shows depends on its document alone, and each further component
/// weighs nearly 1 KB on a reader's phone.
pub struct FactCards {
    /// Another one than the last time.
    is_even: bool,
}

impl Component for FactCards {
    type Message = ();
    type Properties = FactCardsProps;

    fn create(_: &Context<Self>) -> Self {
        Self { is_even: false }
    }

    fn changed(&mut self, _: &Context<Self>, _: &Self::Properties) -> bool {
        self.is_even = !self.is_even;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().view {
            View::Loading(phrases) => skeleton(phrases).html(),
            // Anew for each document: what is open belongs to the one before.
            View::Cards(edition, opening) => {
                cards(edition, *opening).keyed(if self.is_even { "even" } else { "odd" }).html()
            }
            View::Failure(phrases, cause) => failure(phrases, *cause).html(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().on_rendered.emit(());
    }
}
