//! The HTML of every document is safe, whatever the document contains.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{element, html, script, with_text};
use document::web_url::WebUrl;
use fact_cards::ui::Opening;
use prerender::{Form, Setting};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Texts that would end a script, a style, a template or a comment, or hide its end.
fn dangerous() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("</script>"),
        Just("</SCRIPT\n>"),
        Just("<!--"),
        Just("--!>"),
        Just("</template>"),
        Just("</style>"),
        Just("</fact-cards>"),
        Just("<script>"),
        Just("]]>"),
        Just("\u{2028}\u{2029}\u{85}"),
        Just("\u{feff}"),
        Just("\"'`&<>&lt;&amp;"),
        Just("\\u003c"),
        Just("\u{202e}"),
        Just("\u{10ffff}"),
    ];
    proptest::collection::vec(prop_oneof![piece.prop_map(str::to_owned), "\\PC{1,8}"], 1..6)
        .prop_map(|pieces| format!("x{}", pieces.concat()))
}

/// Returns the picture's address in the cards, if there is one.
fn picture(image: &str, src: Option<&str>, page_url: Option<&str>) -> Option<String> {
    let json = json!({ "version": 1, "article": { "headline": "h" }, "speakers": { "a": { "name": "A", "image": image } },
        "claims": [{ "id": "c", "text": "t", "statements": [{ "speaker": "a", "quote": "q" }] }] });
    let setting =
        Setting { src: src.map(str::to_owned), page_url: page_url.and_then(WebUrl::parse), ..Setting::default() };
    let html = html(&json.to_string(), &setting, Form::Element);
    let (_, image) = html.split_once("<img ")?;
    let (_, address) = image.split_once("src=\"").unwrap();
    Some(address.split('"').next().unwrap().to_owned())
}

proptest! {
    #[test]
    fn what_is_embedded_is_what_was_given(text in dangerous()) {
        let json = with_text(&text);
        let html = element(&json);
        for kind in ["application/json", "application/ld+json"] {
            prop_assert!(!script(&html, kind).contains('<'));
        }
        prop_assert_eq!(serde_json::from_str::<Value>(script(&html, "application/json")).unwrap(), serde_json::from_str::<Value>(&json).unwrap());
    }

    #[test]
    fn no_text_becomes_markup(text in dangerous()) {
        // Names such as “S-400” are in a tag of their own.
        let count = |html: &str| html.matches('<').count() - 2 * html.matches("<span class=\"name\"").count();
        let setting = Setting { open: Opening::All, ..Setting::default() };
        for form in [Form::Element, Form::Page, Form::Plain] {
            // There are as many tags as with a text that contains no tags.
            let harmless = html(&with_text("x"), &setting, form);
            prop_assert_eq!(count(&html(&with_text(&text), &setting, form)), count(&harmless));
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_a_picture_load_from_elsewhere(parts in proptest::collection::vec(prop_oneof![
        Just("/"), Just("//"), Just("\\"), Just("."), Just(".."), Just(":"), Just("https:"), Just("spy.example"), Just("a.jpg"), Just("?"), Just("#"),
        Just("@"), Just("\t"), Just("\n"), Just(" "), Just("%2f"), Just("%5c"), Just("page.invalid"), Just("1"), Just("2"), Just("javascript:"),
    ], 1..9), src in prop_oneof![Just(None), Just(Some("/x.json")), Just(Some("../../x.json")), Just(Some("d/x.json"))]) {
        let image = parts.concat();
        prop_assume!(!image.trim().is_empty());
        if let Some(address) = picture(&image, src, None) {
            let address = html_escape::decode_html_entities(&address).into_owned();
            for page in ["https://news.example/a/b/c/d.html", "http://other.example:8080/"] {
                let base = url::Url::parse(page).unwrap();
                prop_assert_eq!(base.join(&address).unwrap().origin(), base.origin(), "{:?} became {:?}", image, address);
            }
        }
    }
}
