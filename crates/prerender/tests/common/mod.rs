//! What both tests of the HTML make and read.

use prerender::{Form, Setting, prerender};
use serde_json::json;

pub fn html(json: &str, setting: &Setting, form: Form) -> String {
    prerender(json, setting, form).unwrap().html
}

pub fn element(json: &str) -> String {
    html(json, &Setting::default(), Form::Element)
}

/// The contents of the first `<script>` of this type, as an HTML parser finds them.
pub fn script<'html>(html: &'html str, kind: &str) -> &'html str {
    let begin = html.find(&format!("<script type=\"{kind}\"")).unwrap();
    let text = &html[begin + html[begin..].find('>').unwrap() + 1..];
    &text[..text.find("</script").unwrap()]
}

/// A document that has a text wherever a text may be.
pub fn with_text(text: &str) -> String {
    json!({
        "version": 1, "article": { "headline": text, "body": [text] }, "speakers": { "a": { "name": text, "role": text } },
        "claims": [{ "id": "c", "text": text, "statements": [{ "speaker": "a", "quote": text, "when": text }] }]
    })
    .to_string()
}
