//! What programs for writing, and those who edit, put among the words of an article: words that are struck out, marks of notes, comments, and
//! signs of lists.

use super::hiding::Style;
use super::tree::Attributes;

/// What an element is beside the article's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Words that were deleted or taken back. They are still shown, but are no longer the article's.
    Struck,
    /// Called the mark of a note or of a comment, such as “[1]”.
    Mark,
    /// What leads from a comment at the end of the text back to its place: all of its paragraph is the comment.
    Comment,
}

impl Beside {
    /// What an element with this name is. `value` returns the value of an attribute.
    pub fn of(name: &str, value: &Attributes, style: &Style) -> Option<Self> {
        let is_struck = is_named_struck(name, value)
            || strikes(style)
            // Word's style sheet strikes it out.
            || has_class(value, &["msoDel"]);
        // Google Docs: a comment or a footnote.
        let leads_back = |address: &str| ["#cmnt_ref", "#ftnt_ref"].iter().any(|start| address.starts_with(start));
        let is_comment = name == "a" && value("href").is_some_and(leads_back);
        let is_mark = has_class(value, &MARKS)
            || value("role").is_some_and(|role| role.split_ascii_whitespace().next() == Some("doc-noteref"));
        match (is_struck, is_comment, is_mark) {
            (true, ..) => Some(Self::Struck),
            (_, true, _) => Some(Self::Comment),
            (.., true) => Some(Self::Mark),
            _ => None,
        }
    }
}

/// Names, for a parser that takes attributes only.
#[cfg(not(target_arch = "wasm32"))]
impl Beside {
    pub fn name(self) -> &'static str {
        match self {
            Self::Struck => "struck",
            Self::Mark => "mark",
            Self::Comment => "comment",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Struck, Self::Mark, Self::Comment].into_iter().find(|beside| beside.name() == name)
    }
}

/// The classes of Word and LibreOffice for marks.
const MARKS: [&str; 5] =
    ["MsoCommentReference", "MsoFootnoteReference", "MsoEndnoteReference", "sdfootnoteanc", "sdendnoteanc"];

/// Their classes for the texts of footnotes and endnotes, which stand behind the article.
const NOTES: [&str; 4] = ["MsoFootnoteText", "MsoEndnoteText", "sdfootnote", "sdendnote"];

fn has_class(value: &Attributes, classes: &[&str]) -> bool {
    value("class").is_some_and(|list| list.split_ascii_whitespace().any(|class| classes.contains(&class)))
}

fn is_named_struck(name: &str, value: &Attributes) -> bool {
    matches!(name, "del" | "s" | "strike") || value("role").is_some_and(|role| role.trim() == "deletion")
}

/// Whether words that are struck out are shown like any others, because the inline style takes the line away.
pub fn is_struck_without_a_line(name: &str, value: &Attributes, style: &Style) -> bool {
    is_named_struck(name, value) && decoration(style).is_some_and(|lines| !lines.contains("line-through"))
}

fn strikes(style: &Style) -> bool {
    decoration(style).is_some_and(|lines| lines.contains("line-through"))
}

fn decoration(style: &Style) -> Option<&str> {
    style.get("text-decoration-line").or_else(|| style.get("text-decoration"))
}

/// Whether Word or LibreOffice say of an element that it is not the article's text: a comment, a footnote, the sign of a list's item, or
/// something hidden.
pub fn is_no_text(value: &Attributes, style: &Style) -> bool {
    let elements = ["comment", "comment-list", "footnote", "footnote-list", "endnote", "endnote-list"];
    style.is("mso-element", &elements)
        || style.is("mso-list", &["ignore"])
        || style.is("mso-hide", &["all"])
        || has_class(value, &NOTES)
}
