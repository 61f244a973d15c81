//! Writes a document as HTML that is complete without a script: the same cards that the widget would draw, made by the
//! same components.
//!
//! ```
//! use prerender::{Form, Setting, prerender};
//!
//! let json = r#"{
//!     "version": 1,
//!     "article": { "headline": "Is the water safe?" },
//!     "speakers": { "ada": { "name": "Ada Low" } },
//!     "claims": [{ "id": "safe", "text": "The water is safe", "statements": [{ "speaker": "ada", "quote": "It is" }] }]
//! }"#;
//! let html = prerender(json, &Setting::default(), Form::Element).unwrap().html;
//! assert!(html.starts_with("<fact-cards") && html.contains("The water is safe"));
//! ```

mod compact;
mod html;
mod page;
mod passages;
mod style;

use std::fmt::Write as _;

use document::decode::{Decoded, decode};
use document::model::Document;
use document::portraits;
use document::problem::Problem;
use document::web_url::WebUrl;
use fact_cards::ui::{Edition, HeadingLevel, Opening, Phrases, first_cards, plain_cards};
use schema_org::json_ld;

pub use page::page_policy;
pub use style::{policy, style};

/// How the HTML of a document is to be made.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Which cards are open at first.
    pub open: Opening,
    /// The attribute `theme` of the element: `light` or `dark`. Without it, the color scheme is that of the page.
    pub theme: Option<String>,
    /// The language of the widget's own words. Without it, the document's language.
    pub lang: Option<String>,
    pub heading_level: HeadingLevel,
    /// The attribute `src` of the element: where readers' browsers find the document. Addresses in the document are relative to it.
    pub src: Option<String>,
    /// The attribute `article` of the element: a CSS selector that finds the article's text in the page.
    pub article: Option<String>,
    /// The address of the page that will contain the cards. Pictures may load from its origin.
    pub page_url: Option<WebUrl>,
    /// The address of the style sheet, to be linked in place of a copy.
    pub stylesheet: Option<String>,
    /// The address of the widget's `fact-cards.js`, to be loaded with the cards.
    pub script: Option<String>,
    /// Whether the widget is never loaded where the cards will be. Then they have no buttons, which nobody would hear. A whole page without
    /// `script` is such a place.
    pub without_script: bool,
}

/// The form of the HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A `<fact-cards>` element whose cards are in a declarative shadow root.
    #[default]
    Element,
    /// HTML without styles and scripts, for newsletters and feeds, and as the contents of an element.
    Plain,
    /// A whole page that contains the element.
    Page,
}

/// The HTML of a document, and the problems of the document.
#[derive(Clone, Debug)]
pub struct Prerendered {
    pub html: String,
    /// The same problems that [`decode`] reports.
    pub problems: Vec<Problem>,
    /// How many claims were left out.
    pub left_out: usize,
}

/// Makes HTML from a document's JSON.
///
/// The same text and setting give the same bytes.
///
/// # Errors
///
/// All problems of the document, if nothing of it can be shown.
pub fn prerender(json: &str, setting: &Setting, form: Form) -> Result<Prerendered, Vec<Problem>> {
    let phrases = |document: &Document| {
        let languages = [setting.lang.as_deref(), document.article.language.as_ref().map(|language| language.as_str())];
        Phrases::of(languages.into_iter().flatten())
    };
    let is_static = setting.without_script || (form == Form::Page && setting.script.is_none());
    let piece = if form == Form::Plain { Piece::Plain } else { Piece::Element { is_static } };
    let made = prerendered(json, setting, piece, style(), phrases)?;
    let Made { html, document, language, problems, left_out } = made;
    let html = if form == Form::Page { page::page(&document, &language, &html) } else { html };
    Ok(Prerendered { html, problems, left_out })
}

/// What is made of a document before it is put into a page.
#[derive(Clone, Copy)]
enum Piece {
    /// Where the page never loads the widget, its sources lead to their words in the article, and it has no buttons.
    Element {
        is_static: bool,
    },
    Plain,
}

/// A piece, and what a page around it needs.
struct Made {
    html: String,
    document: Document,
    /// The language of the widget's own words.
    language: String,
    problems: Vec<Problem>,
    left_out: usize,
}

/// What a program loads where it does not carry it.
#[derive(Clone, Copy, Debug)]
pub struct Loaded<'text> {
    /// The widget's own words in a language, as its file has them. Without it, they are in English.
    pub words: Option<&'text str>,
    /// The text of `styles/cards.css`.
    pub sheet: &'text str,
}

/// The element, or plain HTML, with words and a style sheet that were loaded. The bytes are those of [`prerender`]. Pages are not made, so that
/// their style is no part of the program.
///
/// # Errors
///
/// As [`prerender`].
pub fn prerender_with(
    loaded: Loaded<'_>,
    json: &str,
    setting: &Setting,
    is_plain: bool,
) -> Result<String, Vec<Problem>> {
    let phrases = |_: &Document| loaded.words.map(|words| Phrases::read(words.to_owned())).unwrap_or_default();
    let piece = if is_plain { Piece::Plain } else { Piece::Element { is_static: setting.without_script } };
    Ok(prerendered(json, setting, piece, &compact::compact(loaded.sheet), phrases)?.html)
}

fn prerendered(
    json: &str,
    setting: &Setting,
    piece: Piece,
    style: &str,
    phrases: impl FnOnce(&Document) -> Phrases,
) -> Result<Made, Vec<Problem>> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let Decoded { mut document, problems, left_out } = decode(json).map_err(|problem| vec![problem])?;
    if document.claims.is_empty() && left_out > 0 {
        return Err(problems);
    }
    keep_own_portraits(&mut document, setting);
    let phrases = phrases(&document);
    let parts = Parts {
        is_static: matches!(piece, Piece::Element { is_static: true }),
        json: &json.replace("\r\n", "\n"),
        setting,
        style,
        language: phrases.language().to_string(),
        document: &document,
    };
    let edition = |document| Edition::new(document, left_out, phrases.clone(), setting.heading_level);
    let leading = || {
        let mut document = document.clone();
        passages::lead_to_words(&mut document);
        document
    };
    let plain = |mut document: Document, has_ids| {
        // Without a style sheet, pictures would have any size.
        document.speakers.values_mut().for_each(|speaker| speaker.image = None);
        html::written(&plain_cards(&edition(document), has_ids)) + "\n"
    };
    let element = |shown: Document| {
        let cards = html::written(&first_cards(&edition(shown.clone()), setting.open));
        parts.element(&cards, &plain(shown, false))
    };
    let html = match piece {
        // The widget links to the words by itself, and draws the cards again from the document.
        Piece::Element { is_static } => element(if is_static { leading() } else { document.clone() }),
        Piece::Plain => plain(leading(), true),
    };
    let language = parts.language;
    Ok(Made { html, document, language, problems, left_out })
}

/// Keeps the pictures that the widget will keep in the browser.
fn keep_own_portraits(document: &mut Document, setting: &Setting) {
    let src = setting.src.as_deref().unwrap_or_default();
    match &setting.page_url {
        Some(page) => {
            let address = page.join(src);
            portraits::keep_own(document, address.as_ref().map_or("", WebUrl::as_str), page.as_str());
        }
        None => portraits::keep_own_of_any_page(document, src),
    }
}

/// All that the HTML of one document is made from.
struct Parts<'document> {
    /// Whether the page never loads the widget.
    is_static: bool,
    json: &'document str,
    setting: &'document Setting,
    /// The cards' style sheet.
    style: &'document str,
    /// The language of the widget's own words.
    language: String,
    document: &'document Document,
}

impl Parts<'_> {
    /// The attributes of the element.
    fn attributes(&self) -> impl Iterator<Item = (&'static str, String)> {
        let Setting { open, theme, src, article, heading_level, .. } = self.setting;
        let open = (*open != Opening::None).then(|| open.name().to_owned());
        let level = (*heading_level != HeadingLevel::default()).then(|| heading_level.number().to_string());
        let attributes = [
            ("src", src.clone()),
            ("article", article.clone()),
            ("open", open),
            ("theme", theme.clone()),
            ("lang", Some(self.language.clone())),
            ("heading-level", level),
        ];
        attributes.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }

    /// The element: its cards, an anchor for each claim, the plain cards for systems that do not show templates, the document, and the
    /// JSON-LD for search engines.
    fn element(&self, cards: &str, plain: &str) -> String {
        let Setting { src, stylesheet, script, .. } = self.setting;
        let mut html = String::new();
        html += "<fact-cards";
        for (name, value) in self.attributes() {
            let _ = write!(html, " {name}=\"{}\"", attribute(&value));
        }
        // Markdown takes what follows for HTML, and changes no sign of it, where the first tag stands alone on its line (CommonMark 0.31, “HTML blocks”).
        html += ">\n<template shadowrootmode=\"open\">";
        match stylesheet {
            Some(address) => {
                let _ = write!(html, "<link rel=\"stylesheet\" href=\"{}\">", attribute(address));
            }
            None => {
                let _ = write!(html, "<style>{}</style>", self.style);
            }
        }
        let class = if self.is_static { "widget static" } else { "widget" };
        let _ = writeln!(html, "<div class=\"{class}\">{cards}</div></template>");
        for claim in &self.document.claims {
            let id = attribute(&claim.id);
            // Not an <a>: if the page has left one open, the parser would end the element here.
            let _ = writeln!(html, "<span id=\"claim-{id}\" slot=\"claim-{id}\"></span>");
        }
        // In a <p>, the parser ends the paragraph at a block, and the element with it, but not inside an <object>. An <object> without data shows its contents.
        let _ = writeln!(html, "<object>{plain}</object>");
        let of = src.as_ref().map(|src| format!(" data-src=\"{}\"", attribute(src))).unwrap_or_default();
        let _ = writeln!(html, "<script type=\"application/json\"{of}>{}</script>", in_script(self.json));
        html += "</fact-cards>\n";
        // After the cards, because readers should get those first.
        if let Some(script) = script {
            html += &format!("<script type=\"module\" async src=\"{}\"></script>\n", attribute(script));
        }
        let _ = writeln!(
            html,
            "<script type=\"application/ld+json\">{}</script>",
            in_script(&json_ld(self.document).to_string())
        );
        html
    }
}

/// Text for an attribute in double quotes.
fn attribute(text: &str) -> impl std::fmt::Display + '_ {
    html_escape::encode_double_quoted_attribute(text)
}

/// JSON for a `<script>`. Valid JSON has `<` only in strings; escaped there, nothing can end the script or hide its end
/// (HTML Standard, “Restrictions for contents of script elements”).
/// A blank line would end the HTML in Markdown.
fn in_script(json: &str) -> String {
    let lines = json.lines().filter(|line| !line.trim_ascii().is_empty());
    lines.collect::<Vec<_>>().join("\n").replace('<', "\\u003c")
}
