//! What Yew would draw, as HTML. With Yew's own writer, which is for components that wait for something, the editor has 7.8 KB more.

use html_escape::{encode_double_quoted_attribute, encode_text};
use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// Elements that have no children and no end tag (HTML Standard, “Void elements”).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

pub(super) fn written(node: &Html) -> String {
    let mut html = String::new();
    write(node, &mut html);
    html
}

fn write(node: &VNode, html: &mut String) {
    match node {
        VNode::VTag(element) => write_element(element, html),
        VNode::VText(text) => *html += &encode_text(&*text.text),
        VNode::VList(nodes) => nodes.iter().for_each(|node| write(node, html)),
        _ => unreachable!("cards are made of elements and text"),
    }
}

fn write_element(element: &VTag, html: &mut String) {
    let tag = element.tag();
    *html += "<";
    *html += tag;
    for (name, value) in element.attributes.iter() {
        for part in [" ", name, "=\"", &encode_double_quoted_attribute(value), "\""] {
            *html += part;
        }
    }
    *html += ">";
    if VOID.contains(&tag) {
        return;
    }
    if let Some(children) = element.children() {
        write(children, html);
    }
    for part in ["</", tag, ">"] {
        *html += part;
    }
}
