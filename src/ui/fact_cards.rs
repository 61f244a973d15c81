use yew::prelude::*;

use super::cards::cards;
use super::edition::Edition;
use super::failure::failure;
use super::opening::Opening;
use super::phrases::Phrases;

/// What is shown at this moment.
#[derive(Clone, PartialEq)]
pub enum View {
    Cards(Edition, Opening),
    Failure(Phrases),
}

#[derive(PartialEq, Properties)]
pub struct FactCardsProps {
    pub view: View,
    /// Called when a view is in the DOM.
    #[prop_or_default]
    pub on_rendered: Callback<()>,
}

/// All that one `<fact-cards>` element shows.
///
/// This is the only component; below it are functions. What a card shows depends on its document alone, and each further component
/// adds nearly 1 KB to the wasm.
pub struct FactCards {
    /// Changes with each view, and gives it another key than the view before.
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
            // A new key for each document, because what is open belongs to the document before.
            View::Cards(edition, opening) => {
                cards(edition, *opening).keyed(if self.is_even { "even" } else { "odd" }).html()
            }
            View::Failure(phrases) => failure(phrases).html(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().on_rendered.emit(());
    }
}
