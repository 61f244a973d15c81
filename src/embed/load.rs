//! From an address to a document, with patience and appetite limited.

use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, ReadableStreamReadResult, RequestInit, Response,
};

use crate::decode::{self, Decoded, MOST_BYTES};
use crate::portraits;
use crate::ui::Cause;

/// How long a server may keep silent, in milliseconds, before and within its answer.
const PATIENCE: u32 = 10_000;

/// Why there is no document.
pub(super) struct LoadError {
    /// For programs: does not change between releases.
    pub(super) code: &'static str,
    /// For readers.
    pub(super) cause: Cause,
    /// For the newsroom.
    pub(super) message: String,
}

impl LoadError {
    fn new(code: &'static str, cause: Cause, message: impl Into<String>) -> Self {
        Self { code, cause, message: message.into() }
    }

    pub(super) fn no_address() -> Self {
        Self::new("no-document", Cause::Missing, "no src attribute: give the address of a document")
    }

    fn too_large() -> Self {
        let message = format!("larger than {} MB, the most that is read", MOST_BYTES / 1_000_000);
        Self::new("too-large", Cause::TooLarge, message)
    }
}

/// Fetches and decodes the document at an address, which may be relative to the page.
pub(super) async fn load(address: &str) -> Result<Decoded, LoadError> {
    let abort = AbortController::new().unwrap_throw();
    let request = RequestInit::new();
    let signal = abort.signal();
    request.set_signal(Some(&signal));
    let fetching = gloo::utils::window().fetch_with_str_and_init(address, &request);
    let response: Response = patiently(&abort, fetching).await?.unchecked_into();

    if !response.ok() {
        let status = response.status();
        abort.abort();
        let cause = if matches!(status, 404 | 410) { Cause::Missing } else { Cause::Unreachable };
        return Err(LoadError::new("status", cause, format!("the server answered with status {status}")));
    }
    let json = read_text(&response, &abort).await?;
    let mut decoded =
        decode::decode(&json).map_err(|problem| LoadError::new("document", Cause::Unreadable, problem.to_string()))?;
    // The page's own address, not its base: a <base> may lead anywhere.
    let page = gloo::utils::window().location().href().ok();
    portraits::keep_own(&mut decoded.document, &response.url(), &page.unwrap_or_default());
    Ok(decoded)
}

/// The body as text, given up as soon as it is more than is read.
async fn read_text(response: &Response, abort: &AbortController) -> Result<String, LoadError> {
    let announced = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if announced.is_some_and(|length: usize| length > MOST_BYTES) {
        abort.abort();
        return Err(LoadError::too_large());
    }
    let mut bytes = Vec::new();
    if let Some(body) = response.body() {
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        loop {
            let chunk: ReadableStreamReadResult = patiently(abort, reader.read()).await?.unchecked_into();
            if chunk.get_done() == Some(true) {
                break;
            }
            let chunk: Uint8Array = chunk.get_value().unchecked_into();
            if bytes.len() + chunk.length() as usize > MOST_BYTES {
                abort.abort();
                return Err(LoadError::too_large());
            }
            bytes.extend(chunk.to_vec());
        }
    }
    String::from_utf8(bytes).map_err(|_| LoadError::new("document", Cause::Unreadable, "not UTF-8"))
}

/// Waits for a promise, but not forever.
async fn patiently(abort: &AbortController, promise: js_sys::Promise) -> Result<JsValue, LoadError> {
    let signal: AbortSignal = abort.signal();
    let giving_up = {
        let abort = abort.clone();
        Timeout::new(PATIENCE, move || abort.abort_with_reason(&JsValue::from_str(TOO_SLOW)))
    };
    let settled = JsFuture::from(promise).await;
    drop(giving_up);
    settled.map_err(|error| {
        if signal.reason().as_string().as_deref() == Some(TOO_SLOW) {
            let message = format!("no answer within {} seconds", PATIENCE / 1_000);
            return LoadError::new("timeout", Cause::TooSlow, message);
        }
        let reason = js_sys::Object::from(error).to_string();
        LoadError::new("network", Cause::Unreachable, format!("the network failed: {}", String::from(reason)))
    })
}

const TOO_SLOW: &str = "too slow";
