//! URLs as browsers read them (the WHATWG URL Standard): in the browser by its own parser, natively by the `url` crate. This is the
//! only place where this crate uses the platform.

use serde::Serialize;

/// A full web address that begins with `http://` or `https://`. No other address becomes a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = "^[Hh][Tt][Tt][Pp][Ss]?://.")))]
#[serde(transparent)]
pub struct WebUrl(String);

impl WebUrl {
    /// `None` for anything else, for example relative URLs and `javascript:`. The text is kept as it was written.
    pub fn parse(text: &str) -> Option<Self> {
        // `https:a.example` can be parsed, too, but as a link it leads to a file next to the page.
        let begins = |with: &str| text.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
        if !begins("http://") && !begins("https://") {
            return None;
        }
        part("href", text, None).map(|_| Self(text.to_owned()))
    }

    /// Reads `text` like a link on the page at this address; `None` if the result is not a web address.
    pub fn join(&self, text: &str) -> Option<Self> {
        part("href", text, Some(&self.0)).map(Self)
    }

    /// Whether both addresses have the same scheme, host and port.
    pub fn same_origin(&self, other: &Self) -> bool {
        part("origin", &self.0, None) == part("origin", &other.0, None)
    }

    /// The address without the part after `#`.
    pub fn page(&self) -> &str {
        self.0.split('#').next().unwrap_or_default()
    }

    /// The host without `www.`, as readers know it.
    pub fn host(&self) -> String {
        let host = part("hostname", &self.0, None).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(&host).to_owned()
    }

    /// A relative link from a page in this folder to `other`, which means the same on every page of the same depth: `../a.jpg`, or `/a.jpg` if
    /// they have no folder in common. `None` for another origin, and for paths with empty parts, which could be read as hosts.
    pub fn relative(&self, other: &Self) -> Option<String> {
        if !self.same_origin(other) {
            return None;
        }
        let (folder, path) = (part("pathname", &self.0, None)?, part("pathname", &other.0, None)?);
        let query = part("search", &other.0, None)?;
        if path.contains("//") {
            return None;
        }
        let folders: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
        let parts: Vec<_> = path.split('/').skip(1).collect();
        let common = folders.iter().zip(&parts[..parts.len() - 1]).take_while(|(one, two)| one == two).count();
        if common == 0 {
            return Some(format!("{path}{query}"));
        }
        // Without `./`, the scheme of `a:b.jpg` would be `a`.
        let up = if common == folders.len() { "./".to_owned() } else { "../".repeat(folders.len() - common) };
        Some(format!("{up}{}{query}", parts[common..].join("/")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(module = "/src/web_url.js")]
extern "C" {
    /// The `href`, `origin`, `hostname`, `pathname` or `search` of a web address; `None` if it is not a web address.
    fn part(name: &str, text: &str, base: Option<&str>) -> Option<String>;
}

#[cfg(not(target_arch = "wasm32"))]
fn part(name: &str, text: &str, base: Option<&str>) -> Option<String> {
    let base = base.map(url::Url::parse).transpose().ok()?;
    let url = url::Url::options().base_url(base.as_ref()).parse(text).ok()?;
    // Browsers disagree about other characters in a host: see `web_url.js`.
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:[]-".contains(&byte);
    let has_known_host = url.host_str().is_some_and(|host| !host.is_empty() && host.bytes().all(is_known));
    if !matches!(url.scheme(), "http" | "https") || !has_known_host {
        return None;
    }
    Some(match name {
        "origin" => url.origin().ascii_serialization(),
        "hostname" => url.host_str().unwrap_or_default().to_owned(),
        "pathname" => url.path().to_owned(),
        "search" => url.query().filter(|query| !query.is_empty()).map(|query| format!("?{query}")).unwrap_or_default(),
        _ => url.into(),
    })
}
