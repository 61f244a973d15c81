//! What programs for writing, and those who edit, put among the words of an article: words that are struck out, marks of notes, comments, and
//! signs of lists.

use super::hiding::Style;

/// What an element is beside the article's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Words that were deleted or taken back. They are still shown, but are no longer the article's.
    Struck,
    /// The mark of a note or of a comment, such as “[1]”.
    Mark,
    /// What leads from a comment at the end of the text back to its place: all of its paragraph is the comment.
    Comment,
}

impl Beside {
    /// What an element with this name is. `value` returns the value of an attribute.
    pub fn of<'page>(name: &str, value: &impl Fn(&str) -> Option<&'page str>) -> Option<Self> {
        let is_struck = matches!(name, "del" | "s" | "strike")
            || value("role").is_some_and(|role| role.trim() == "deletion")
            || value("style").is_some_and(strikes)
            // Word's style sheet strikes it out.
            || has_class(value, &["msoDel"]);
        // Google Docs: a comment or a footnote.
        let leads_back = |address: &str| ["#cmnt_ref", "#ftnt_ref"].iter().any(|start| address.starts_with(start));
        let is_comment = name == "a" && value("href").is_some_and(leads_back);
        let is_mark = has_class(value, &MARKS);
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

fn has_class<'page>(value: &impl Fn(&str) -> Option<&'page str>, classes: &[&str]) -> bool {
    value("class").is_some_and(|list| list.split_ascii_whitespace().any(|class| classes.contains(&class)))
}

fn strikes(style: &str) -> bool {
    let style = Style::of(style);
    let lines = style.get("text-decoration-line").or_else(|| style.get("text-decoration"));
    lines.is_some_and(|lines| lines.split_ascii_whitespace().any(|line| line == "line-through"))
}

/// Whether Word or LibreOffice say of an element that it is not the article's text: a comment, a footnote, the sign of a list's item, or
/// something hidden.
pub fn is_no_text<'page>(value: &impl Fn(&str) -> Option<&'page str>) -> bool {
    let elements = ["comment", "comment-list", "footnote", "footnote-list", "endnote", "endnote-list"];
    let is_no_text = |style: &str| {
        let style = Style::of(style);
        style.is("mso-element", &elements) || style.is("mso-list", &["ignore"]) || style.is("mso-hide", &["all"])
    };
    value("style").is_some_and(is_no_text) || has_class(value, &NOTES)
}
