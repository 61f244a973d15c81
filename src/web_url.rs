//! URLs as browsers read them (the WHATWG URL Standard). In the browser its own parser does the work, natively the `url`
//! crate: the one place where the core asks the platform for something.

use serde::Serialize;

/// An absolute `http:` or `https:` URL: the only kind that may become a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct WebUrl(String);

impl WebUrl {
    /// `None` for anything else, relative URLs and `javascript:` among them. The text is kept as it was written.
    pub fn parse(text: &str) -> Option<Self> {
        // `https:a.example` parses too, but on a page it leads to a file beside that page.
        let begins = |with: &str| text.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
        if !begins("http://") && !begins("https://") {
            return None;
        }
        let parsed = Parsed::absolute(text)?;
        parsed.is_web().then(|| Self(text.to_owned()))
    }

    /// Reads `text` as a link on the page at this address would be read; `None` where that is not a web address.
    pub fn join(&self, text: &str) -> Option<Self> {
        let parsed = Parsed::relative(text, &self.0)?;
        parsed.is_web().then(|| Self(parsed.href()))
    }

    /// Whether both have the same scheme, host and port.
    pub fn same_origin(&self, other: &Self) -> bool {
        match (Parsed::absolute(&self.0), Parsed::absolute(&other.0)) {
            (Some(one), Some(two)) => one.origin() == two.origin(),
            _ => false,
        }
    }

    /// The host as readers know it: without `www.`.
    pub fn host(&self) -> String {
        let host = Parsed::absolute(&self.0).map(|parsed| parsed.host()).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(&host).to_owned()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(target_arch = "wasm32")]
struct Parsed(web_sys::Url);

#[cfg(target_arch = "wasm32")]
impl Parsed {
    fn absolute(text: &str) -> Option<Self> {
        web_sys::Url::new(text).ok().map(Self)
    }

    fn relative(text: &str, base: &str) -> Option<Self> {
        web_sys::Url::new_with_base(text, base).ok().map(Self)
    }

    fn is_web(&self) -> bool {
        // Chromium lets a space into a host, as %20, which the standard forbids.
        matches!(self.0.protocol().as_str(), "http:" | "https:") && !self.0.hostname().contains('%')
    }

    fn origin(&self) -> String {
        self.0.origin()
    }

    fn host(&self) -> String {
        self.0.hostname()
    }

    fn href(&self) -> String {
        self.0.href()
    }
}

#[cfg(not(target_arch = "wasm32"))]
struct Parsed(url::Url);

#[cfg(not(target_arch = "wasm32"))]
impl Parsed {
    fn absolute(text: &str) -> Option<Self> {
        url::Url::parse(text).ok().map(Self)
    }

    fn relative(text: &str, base: &str) -> Option<Self> {
        url::Url::parse(base).ok()?.join(text).ok().map(Self)
    }

    fn is_web(&self) -> bool {
        matches!(self.0.scheme(), "http" | "https")
    }

    fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    fn host(&self) -> String {
        self.0.host_str().unwrap_or_default().to_owned()
    }

    fn href(&self) -> String {
        self.0.to_string()
    }
}
