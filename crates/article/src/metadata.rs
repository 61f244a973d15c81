//! What a page says about its article: who published it, when, where, and in which language.

use std::collections::HashMap;

use serde_json::Value;

use super::tree::Element;
use super::writing::Beside;

/// What a page says about its article, in the page's own words. What the page does not say is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    pub headline: Option<String>,
    /// As it is written, absolute or relative.
    pub url: Option<String>,
    pub publisher: Option<String>,
    /// As it is written; usually in ISO 8601.
    pub published: Option<String>,
    /// The date of the last change, as it is written.
    pub updated: Option<String>,
    /// A language tag (BCP 47).
    pub language: Option<String>,
    /// The authors' names, separated by commas.
    pub byline: Option<String>,
    /// The page's `<title>`, which usually names the website too.
    pub title: Option<String>,
    /// Whether tags have a `ClaimReview` in their attributes: in microdata's `itemtype` or RDFa's `typeof`.
    pub has_review_in_attributes: bool,
}

impl Metadata {
    /// What a page says, by its tags.
    pub(crate) fn of(said: &Said) -> Self {
        let blocks: Vec<Value> = said.blocks.iter().filter_map(|json| serde_json::from_str(json).ok()).collect();
        let mut named = Named::new();
        blocks.iter().for_each(|block| find_named(block, &mut named));
        let linked = blocks.iter().find_map(|block| news_article(block, &named)).unwrap_or_default();
        let meta = |names: &[&str]| names.iter().find_map(|name| said.meta(name));
        Self {
            headline: linked.headline.or_else(|| said.heading()).or_else(|| meta(&["og:title", "twitter:title"])),
            url: linked.url.or_else(|| said.canonical.clone()).or_else(|| meta(&["og:url"])),
            publisher: linked.publisher.or_else(|| meta(&["og:site_name"])),
            published: linked.published.or_else(|| meta(&["article:published_time"])).or_else(|| said.time.clone()),
            updated: linked.updated.or_else(|| meta(&["article:modified_time"])),
            language: linked.language.or_else(|| said.language.clone()),
            byline: linked.byline.or_else(|| meta(&["author"])),
            title: said.title.as_deref().and_then(text),
            has_review_in_attributes: said.has_review_in_attributes,
        }
    }
}

/// What the tags of a page say, gathered tag by tag.
#[derive(Default)]
pub(crate) struct Said {
    language: Option<String>,
    canonical: Option<String>,
    time: Option<String>,
    metas: Vec<(String, String)>,
    /// The text of each `<h1>`.
    headings: Vec<String>,
    /// The text of each JSON-LD script.
    pub(crate) blocks: Vec<String>,
    /// The text of the first `<title>`: further ones belong to pictures.
    title: Option<String>,
    /// See [`Metadata::has_review_in_attributes`].
    has_review_in_attributes: bool,
    within: Within,
    /// The name of an element in a heading that nobody sees, or that is struck out, and how many of this name are open.
    left_out: Option<(String, usize)>,
}

/// The element that the next text belongs to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Other,
    Heading,
    JsonLd,
    Title,
}

impl Said {
    /// An element begins. `value` returns the value of an attribute.
    pub(crate) fn begin<'page>(&mut self, name: &str, value: impl Fn(&str) -> Option<&'page str>) {
        self.leave_out(name, &value);
        let value = |name: &str| value(name).map(str::trim).filter(|value| !value.is_empty());
        let owned = |name: &str| value(name).map(str::to_owned);
        let mut types = ["itemtype", "typeof"].into_iter().filter_map(value).flat_map(str::split_ascii_whitespace);
        self.has_review_in_attributes |= types.any(|name| name.rsplit(['/', ':']).next() == Some("ClaimReview"));
        match name {
            "html" => self.language = self.language.take().or_else(|| owned("lang")),
            "meta" => {
                if let (Some(name), Some(content)) = (value("property").or_else(|| value("name")), value("content")) {
                    self.metas.push((name.to_ascii_lowercase(), content.to_owned()));
                }
            }
            "link" if value("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "canonical")) => {
                self.canonical = self.canonical.take().or_else(|| owned("href"));
            }
            "time" => self.time = self.time.take().or_else(|| owned("datetime")),
            "h1" => {
                self.headings.push(String::new());
                self.within = Within::Heading;
            }
            "script" if value("type").is_some_and(is_json_ld) => {
                self.blocks.push(String::new());
                self.within = Within::JsonLd;
            }
            "title" if self.title.is_none() => {
                self.title = Some(String::new());
                self.within = Within::Title;
            }
            _ => (),
        }
    }

    fn leave_out<'page>(&mut self, name: &str, value: &impl Fn(&str) -> Option<&'page str>) {
        match &mut self.left_out {
            Some((open, count)) if open == name => *count += 1,
            None if self.within == Within::Heading && !matches!(name, "br" | "img" | "wbr" | "input") => {
                let Element { is_hidden, beside, .. } = Element::of(name, value);
                let is_left_out = is_hidden || matches!(beside, Some(Beside::Struck | Beside::Mark));
                self.left_out = is_left_out.then(|| (name.to_owned(), 1));
            }
            _ => (),
        }
    }

    /// An element ends.
    pub(crate) fn end(&mut self, name: &str) {
        if let Some((open, count)) = &mut self.left_out {
            *count -= usize::from(open == name);
        }
        self.left_out = self.left_out.take().filter(|(_, count)| *count > 0 && name != "h1");
        if matches!(name, "h1" | "script" | "title") {
            self.within = Within::Other;
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        let open = match self.within {
            Within::Heading if self.left_out.is_some() => None,
            Within::Heading => self.headings.last_mut(),
            Within::JsonLd => self.blocks.last_mut(),
            Within::Title => self.title.as_mut(),
            Within::Other => None,
        };
        open.into_iter().for_each(|open| open.push_str(text));
    }

    fn meta(&self, name: &str) -> Option<String> {
        self.metas.iter().find_map(|(known, content)| (known == name).then(|| content.clone()))
    }

    /// The only main heading. If there are several, it is not known which is the article's.
    fn heading(&self) -> Option<String> {
        match self.headings.as_slice() {
            [heading] => text(heading),
            _ => None,
        }
    }
}

fn is_json_ld(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/ld+json")
}

/// The things that have a name, by their `@id`: other things refer to them.
type Named<'block> = HashMap<&'block str, &'block Value>;

fn find_named<'block>(value: &'block Value, named: &mut Named<'block>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| find_named(value, named)),
        Value::Object(fields) => {
            if let (Some(id), Some(_)) = (fields.get("@id").and_then(Value::as_str), fields.get("name")) {
                named.entry(id).or_insert(value);
            }
            fields.values().for_each(|value| find_named(value, named));
        }
        _ => (),
    }
}

/// What the first article in JSON-LD says about itself, at any depth.
fn news_article(value: &Value, named: &Named) -> Option<Metadata> {
    let first_decoded = |value| first_text(value).map(|text| decoded(&text));
    match value {
        Value::Array(values) => values.iter().find_map(|value| news_article(value, named)),
        Value::Object(_) if is_article(value) => Some(Metadata {
            headline: value.get("headline").and_then(first_decoded),
            url: value.get("url").and_then(first_text).or_else(|| first_text(value.get("mainEntityOfPage")?)),
            publisher: value.get("publisher").and_then(|value| names(value, named)),
            published: value.get("datePublished").and_then(first_text),
            updated: value.get("dateModified").and_then(first_text),
            language: value.get("inLanguage").and_then(first_text),
            byline: value.get("author").and_then(|value| names(value, named)),
            ..Metadata::default()
        }),
        Value::Object(fields) => fields.values().find_map(|value| news_article(value, named)),
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind == "BlogPosting");
    let has_headline = value.get("headline").is_some();
    has_headline
        && match value.get("@type") {
            Some(Value::Array(kinds)) => kinds.iter().any(is),
            Some(kind) => is(kind),
            None => false,
        }
}

/// A text, or the address or value of an object in its place.
fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(content) => text(content),
        Value::Array(values) => values.iter().find_map(first_text),
        Value::Object(_) => ["@value", "@id", "url"].iter().find_map(|key| first_text(value.get(key)?)),
        _ => None,
    }
}

/// The names of people and organizations, which may be told elsewhere.
fn names(value: &Value, named: &Named) -> Option<String> {
    match value {
        Value::String(content) => text(&decoded(content)),
        Value::Array(values) => {
            let names: Vec<_> = values.iter().filter_map(|value| names(value, named)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(fields) => {
            let told = || named.get(fields.get("@id")?.as_str()?)?.get("name");
            first_text(fields.get("name").or_else(told)?).map(|name| decoded(&name))
        }
        _ => None,
    }
}

/// The character references that content management systems leave in JSON-LD, beside those with numbers. No parser of HTML is asked, because
/// the editor's worker has none.
const REFERENCES: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
];

/// A text of JSON-LD with characters in place of their references in HTML: `&amp;` is `&`. Each is read once.
fn decoded(content: &str) -> String {
    let mut parts = content.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest)));
        match named {
            Some((c, rest)) => {
                text.push(c);
                text += rest;
            }
            None => {
                text.push('&');
                text += part;
            }
        }
    }
    text
}

/// The character of a reference, by what stands between its `&` and `;`.
fn character(name: &str) -> Option<char> {
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        },
        None => return REFERENCES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    };
    char::from_u32(code.ok()?).filter(|c| *c != '\0')
}

/// A text on one line; nothing if it is blank.
fn text(content: &str) -> Option<String> {
    let words: Vec<_> = content.split_ascii_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
