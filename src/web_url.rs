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
        part("href", text, None).map(|_| Self(text.to_owned()))
    }

    /// Reads `text` as a link on the page at this address would be read; `None` where that is not a web address.
    pub fn join(&self, text: &str) -> Option<Self> {
        part("href", text, Some(&self.0)).map(Self)
    }

    /// Whether both have the same scheme, host and port.
    pub fn same_origin(&self, other: &Self) -> bool {
        part("origin", &self.0, None) == part("origin", &other.0, None)
    }

    /// The host as readers know it: without `www.`.
    pub fn host(&self) -> String {
        let host = part("hostname", &self.0, None).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(&host).to_owned()
    }

    /// How a page at this address would write a link to `other`: without the host where it is the same, and from the root where they
    /// have no folder in common. `None` for another origin.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn relative(&self, other: &Self) -> Option<String> {
        let (page, other) = (url::Url::parse(&self.0).ok()?, url::Url::parse(&other.0).ok()?);
        if page.origin() != other.origin() {
            return None;
        }
        let first = |url: &url::Url| url.path_segments().and_then(|mut folders| folders.next().map(str::to_owned));
        match first(&page) == first(&other) {
            true => page.make_relative(&other),
            false => Some(other[url::Position::BeforePath..].to_owned()),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(module = "/src/web_url.js")]
extern "C" {
    /// `href`, `origin` or `hostname` of a web address; `None` where it is none.
    fn part(name: &str, text: &str, base: Option<&str>) -> Option<String>;
}

#[cfg(not(target_arch = "wasm32"))]
fn part(name: &str, text: &str, base: Option<&str>) -> Option<String> {
    let base = base.map(url::Url::parse).transpose().ok()?;
    let url = url::Url::options().base_url(base.as_ref()).parse(text).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    Some(match name {
        "origin" => url.origin().ascii_serialization(),
        "hostname" => url.host_str().unwrap_or_default().to_owned(),
        _ => url.into(),
    })
}
