//! The worker, as the page sees it.

use js_sys::Function;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::questions::Question;

/// Hands questions to the worker.
#[derive(Clone, PartialEq)]
pub struct Worker(Function);

impl Worker {
    /// `ask` takes a question and a function for the answer.
    pub fn new(ask: Function) -> Self {
        Self(ask)
    }

    /// Asks, and calls back with the answer.
    pub fn ask<Answer: DeserializeOwned + 'static>(&self, question: &Question, done: impl FnOnce(Answer) + 'static) {
        let question = serde_json::to_string(question).expect("texts and numbers can be written");
        let done = Closure::once_into_js(move |text: String| {
            if let Ok(answer) = serde_json::from_str(&text) {
                done(answer);
            }
        });
        // Without a worker there is no answer; the page says so itself.
        let _ = self.0.call2(&JsValue::NULL, &question.into(), &done);
    }
}
