//! A document as HTML that is complete without a script: the cards that the widget would draw, by the same components.

mod page;
mod passages;
mod style;

use std::fmt::Write as _;

use yew::LocalServerRenderer;

use crate::decode::{Decoded, decode};
use crate::json_ld::json_ld;
use crate::model::Document;
use crate::portraits;
use crate::problem::Problem;
use crate::ui::{Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};
use crate::web_url::WebUrl;

pub use page::page_policy;
pub use style::{policy, style};

/// How the cards of a document are to be set.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Which cards are open at first.
    pub open: Opening,
    /// The attribute `theme` of the element: `light` or `dark`; without it, as the page is.
    pub theme: Option<String>,
    /// The language of the widget's own words; without it, the document's.
    pub lang: Option<String>,
    pub heading_level: HeadingLevel,
    /// The attribute `src` of the element: where readers' browsers find the document. Addresses in it are relative to that.
    pub src: Option<String>,
    /// The attribute `article` of the element: where the article's text is in the page, as a CSS selector.
    pub article: Option<String>,
    /// The address of the page that the cards will stand in: pictures may load from there.
    pub page_url: Option<WebUrl>,
    /// Where the style sheet is, in place of a copy of it.
    pub stylesheet: Option<String>,
    /// Where the widget's `fact-cards.js` is, to be loaded with the cards.
    pub script: Option<String>,
}

/// What kind of HTML is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A `<fact-cards>` element whose cards stand in a declarative shadow root.
    #[default]
    Element,
    /// HTML without styles and scripts, for newsletters and feeds, and to be written inside an element.
    Plain,
    /// A whole page around the element.
    Page,
}

/// The HTML of a document, and what is wrong with the document.
#[derive(Clone, Debug)]
pub struct Prerendered {
    pub html: String,
    /// As [`decode`] reports them.
    pub problems: Vec<Problem>,
    /// How many claims had to be left out.
    pub left_out: usize,
}

/// Makes HTML of a document's JSON.
///
/// The same text and setting give the same bytes.
///
/// # Errors
///
/// Every problem of a document of which nothing can be shown.
pub fn prerender(json: &str, setting: &Setting, form: Form) -> Result<Prerendered, Vec<Problem>> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let Decoded { mut document, problems, left_out } = decode(json).map_err(|problem| vec![problem])?;
    if document.claims.is_empty() && left_out > 0 {
        return Err(problems);
    }
    keep_own_portraits(&mut document, setting);
    let languages = [setting.lang.as_deref(), document.article.language.as_ref().map(|language| language.as_str())];
    let phrases = Phrases::of(languages.into_iter().flatten());
    let parts = Parts {
        json: &json.replace("\r\n", "\n"),
        setting,
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
        // Pictures are for where a style sheet tells them their size.
        document.speakers.values_mut().for_each(|speaker| speaker.image = None);
        rendered(View::Plain { edition: edition(document), opening: setting.open, has_ids }) + "\n"
    };
    let element = |shown: Document| {
        let cards = rendered(View::Cards(edition(shown.clone()), setting.open));
        parts.element(&cards, &plain(shown, false))
    };
    let html = match form {
        Form::Element => element(document.clone()),
        // The widget leads to the words by itself, and draws cards anew as the document has them.
        Form::Page if setting.script.is_some() => parts.page(&element(document.clone())),
        Form::Page => parts.page(&element(leading())),
        Form::Plain => plain(leading(), true),
    };
    Ok(Prerendered { html, problems, left_out })
}

fn rendered(view: View) -> String {
    let props = FactCardsProps { view, on_rendered: Default::default() };
    // Nothing in it ever waits.
    pollster::block_on(LocalServerRenderer::<FactCards>::with_props(props).hydratable(false).render())
}

/// Which pictures may load, as the browser will decide.
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

/// What one document's HTML is put together from.
struct Parts<'document> {
    json: &'document str,
    setting: &'document Setting,
    /// Of the widget's own words.
    language: String,
    document: &'document Document,
}

impl Parts<'_> {
    /// The element with its cards, an anchor for each claim, the cards once more for where templates are not shown, the document itself, and
    /// what machines read.
    fn element(&self, cards: &str, plain: &str) -> String {
        let Setting { open, theme, src, article, stylesheet, script, heading_level, .. } = self.setting;
        let mut html = String::new();
        html += "<fact-cards";
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
        for (name, value) in attributes {
            if let Some(value) = value {
                let _ = write!(html, " {name}=\"{}\"", attribute(&value));
            }
        }
        html += "><template shadowrootmode=\"open\">";
        match stylesheet {
            Some(address) => {
                let _ = write!(html, "<link rel=\"stylesheet\" href=\"{}\">", attribute(address));
            }
            None => {
                let _ = write!(html, "<style>{}</style>", style());
            }
        }
        let _ = writeln!(html, "<div class=\"widget\">{cards}</div></template>");
        for claim in &self.document.claims {
            let id = attribute(&claim.id);
            let _ = writeln!(html, "<a id=\"claim-{id}\" slot=\"claim-{id}\"></a>");
        }
        html += plain;
        let of = src.as_ref().map(|src| format!(" data-src=\"{}\"", attribute(src))).unwrap_or_default();
        let _ = writeln!(html, "<script type=\"application/json\"{of}>{}</script>", in_script(self.json));
        html += "</fact-cards>\n";
        // Behind the cards, whose bytes come first.
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

/// Text within the double quotes of an attribute.
fn attribute(text: &str) -> impl std::fmt::Display + '_ {
    html_escape::encode_double_quoted_attribute(text)
}

/// JSON within a `<script>`: in valid JSON, `<` stands in strings only, and without it nothing ends the script or hides its end
/// (HTML Standard, “Restrictions for contents of script elements”).
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}
