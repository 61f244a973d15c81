//! The worker, as the page sees it.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::questions::{Answer, Question};

/// Hands questions to the worker.
#[derive(Clone, PartialEq)]
pub struct Worker {
    ask: Function,
    stop: Function,
}

impl Worker {
    /// `ask` takes a question and a function for the answer, `stop` ends all work.
    pub fn new(ask: Function, stop: Function) -> Self {
        Self { ask, stop }
    }

    /// Asks, and calls back with the answer. After a fault the page says so itself.
    pub fn ask<A: Answer>(&self, question: &Question, done: impl FnOnce(A) + 'static) {
        self.try_to_ask(question, move |answer: Option<A>| answer.map(done).is_some());
    }

    /// Asks, and calls back with the answer, or with nothing after a fault; then it is returned whether the person has been told.
    pub fn try_to_ask<A: Answer>(&self, question: &Question, done: impl FnOnce(Option<A>) -> bool + 'static) {
        let done = Closure::once_into_js(move |text: Option<String>| -> bool {
            done(text.and_then(|text| A::of_value(serde_json::from_str(&text).ok()?)))
        });
        let _ = self.ask.call2(&JsValue::NULL, &question.to_json().into(), &done);
    }

    /// Ends all work, and answers no question any more.
    pub fn stop(&self) {
        let _ = self.stop.call0(&JsValue::NULL);
    }
}
