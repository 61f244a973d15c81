//! Who parses pages: the browser's parser in the wasm, natively html5ever.

pub(crate) use parser::{said, tree};

/// A page in the form in which the platform reads it: natively as it is, in the wasm as the browser's parser has read it, which workers do
/// not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page(pub(crate) String);

impl Page {
    pub(crate) fn parse(html: &str) -> Self {
        Self(parser::page(html))
    }
}

#[cfg(target_arch = "wasm32")]
mod parser {
    use wasm_bindgen::prelude::*;

    pub use crate::dom::{said, tree};

    #[wasm_bindgen(module = "/src/dom.js")]
    extern "C" {
        #[wasm_bindgen(js_name = listed)]
        pub fn page(html: &str) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod parser {
    pub use crate::html::{said, tree};

    pub fn page(html: &str) -> String {
        html.to_owned()
    }
}
