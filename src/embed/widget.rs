use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

use super::events;
use super::load::{LoadError, load};
use crate::decode::Decoded;
use crate::ui::{Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};

/// What one `<fact-cards>` element shows, and where.
struct Widget {
    host: HtmlElement,
    root: ShadowRoot,
    /// What is rendered into; it enters the shadow root once there is something to show.
    place: HtmlElement,
    app: RefCell<Option<AppHandle<FactCards>>>,
}

/// Loads what the element names, and shows where that has got to.
pub(super) fn mount(host: HtmlElement, root: ShadowRoot) {
    // Detached until there is something to show, so that a failure before that leaves the fallback where it is.
    let place: HtmlElement = gloo::utils::document().create_element("div").unwrap_throw().unchecked_into();
    place.set_class_name("widget");
    // What has the focus may vanish, as the button does that asks for another try: then this takes it.
    place.set_tab_index(-1);
    let widget = Rc::new(Widget { host, root, place, app: RefCell::default() });
    spawn_local(widget.load());
}

impl Widget {
    async fn load(self: Rc<Self>) {
        let address = self.host.get_attribute("src").unwrap_or_default();
        let loaded = match address.trim() {
            "" => Err(LoadError::no_address()),
            address => load(address).await,
        };
        let view = match loaded {
            Ok(Decoded { document, problems, left_out }) => {
                events::problems(&address, &problems);
                let edition = Edition::new(document, left_out, Phrases, heading_level(&self.host));
                View::Cards(edition, opening(&self.host))
            }
            Err(error) => {
                events::failed(&self.host, &address, &error);
                // What the newsroom wrote is better than an apology.
                if !self.is_shown() && has_fallback(&self.host) {
                    return;
                }
                View::Failure(Phrases, error.cause)
            }
        };
        self.show(view);
    }

    fn show(self: Rc<Self>, view: View) {
        let on_rendered = {
            let (widget, view) = (self.clone(), view.clone());
            Callback::from(move |()| widget.reveal(&view))
        };
        let on_retry = {
            let widget = self.clone();
            Callback::from(move |()| widget.clone().retry())
        };
        let props = FactCardsProps { view, on_rendered, on_retry };
        let mut app = self.app.borrow_mut();
        match app.as_mut() {
            Some(app) => app.update(props),
            None => *app = Some(Renderer::with_root_and_props(self.place.clone().into(), props).render()),
        }
    }

    fn retry(self: Rc<Self>) {
        drop(self.place.focus());
        self.clone().show(View::Loading(Phrases));
        spawn_local(self.load());
    }

    /// Puts what was rendered in the place of what the shadow root held before: the fallback or the skeleton.
    fn reveal(&self, view: &View) {
        if !self.is_shown() {
            self.root.replace_children_with_node_1(&self.place);
        }
        if let View::Cards(edition, _) = view {
            events::ready(&self.host, edition.shown(), edition.left_out());
        }
    }

    fn is_shown(&self) -> bool {
        self.place.parent_node().is_some()
    }
}

fn opening(host: &HtmlElement) -> Opening {
    match host.get_attribute("open").as_deref() {
        Some("first") => Opening::First,
        Some("all") => Opening::All,
        _ => Opening::None,
    }
}

fn heading_level(host: &HtmlElement) -> HeadingLevel {
    let level = host.get_attribute("heading-level").and_then(|level| level.trim().parse().ok());
    level.and_then(HeadingLevel::new).unwrap_or_default()
}

/// Whether the element's author wrote anything inside it.
fn has_fallback(host: &HtmlElement) -> bool {
    let text = host.text_content().unwrap_or_default();
    host.first_element_child().is_some() || !text.trim().is_empty()
}
