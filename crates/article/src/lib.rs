//! The text of an article as a reader sees it, for comparing quotes with it.
//!
//! ```
//! let page = "<nav>Home</nav><article><p>The water is <b>safe</b>.<p>So she said.</article>";
//! let texts: Vec<_> = article::paragraphs(page).into_iter().map(|paragraph| paragraph.text).collect();
//! assert_eq!(texts, ["The water is safe.", "So she said."]);
//! ```

#[cfg(target_arch = "wasm32")]
mod dom;
mod hiding;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod metadata;
mod platform;
#[cfg(not(target_arch = "wasm32"))]
mod shadow;
mod tree;
mod writing;

pub use metadata::Metadata;
pub use platform::Page;

use tree::{Edge, Element, Id, Kind, Shift, Tree, is_of_number};
use writing::Beside;

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    /// Whether the page has it in a `<blockquote>`, where quotations need no quotation marks.
    pub is_quotation: bool,
    /// The number of the box in which it stands: a heading, an item, a cell, a section or the like, at whose end no quotation goes on. Plain text has no
    /// boxes.
    pub place: usize,
}

/// What a source is if it is neither plain text nor HTML, although it is written in letters: the code of a PDF or of RTF, or an e-mail as mail programs
/// save it (RFC 5322: a head of fields such as `MIME-Version:`, up to the first empty line). Its text is not to be read from it.
pub fn other_format(source: &str) -> Option<&'static str> {
    let source = source.trim_start_matches('\u{feff}').trim_start();
    let is_field_of_mail = |line: &str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        ["MIME-Version", "Message-ID", "Return-Path"].iter().any(|field| field.eq_ignore_ascii_case(name))
    };
    let mut head = source.lines().take_while(|line| !line.trim().is_empty());
    if source.starts_with("%PDF-") {
        Some("a PDF")
    } else if source.starts_with("{\\rtf") {
        Some("RTF")
    } else {
        head.any(is_field_of_mail).then_some("an e-mail")
    }
}

/// The paragraphs of an article, given as plain text or as an HTML page.
///
/// A text is a page if it begins with a tag, a comment, a doctype or a processing instruction; an address in angle brackets is
/// not a tag. A byte order mark before that is ignored. Paragraphs that are empty or blank are left out.
///
/// In **plain text** a paragraph ends at a blank line. If there is no blank line, each line is a paragraph. A line break inside a
/// paragraph, with the spaces around it, becomes one space.
///
/// Of a **page** the article is `itemprop="articleBody"`, all of them; else the one `<article>` that is within no other; else
/// `<main>`; else everything. The first of these that has text counts. What is not shown is left out, and so are controls, buttons
/// behind which no word of their paragraph follows, navigation, embedded content, the pronunciation in ruby, marks of footnotes, and what is written inside `<fact-cards>`, which would
/// confirm its own quotes, wherever the parser puts it. Inline style is heeded as far as it hides, and classes that are known to hide;
/// style sheets and scripts are not. Block-level elements part paragraphs (HTML Standard,
/// Rendering); blanks collapse as in CSS, but no-break spaces stay. `<q>` has quotation marks. Figures, tables and forms within the article come
/// last, since a sentence may go on behind them. An `<aside>` is not the article's. Two line breaks with nothing between them part paragraphs.
///
/// Words that are struck out are not the article's: `<del>`, `<s>`, `<strike>`, the role `deletion`, and inline style that strikes through. So
/// deletions of tracked changes are not read. Comments, the marks of notes and comments, and the signs of lists that Word, LibreOffice and
/// Google Docs write are not read either.
///
/// U+FFFC stands for words that readers see and that are not read: in a field of a form, a formula (`<math>`) or a drawing (`<svg>` with
/// `<text>`), in `<bdo>`, in what stands beside the article but within the line (`<aside>`, `<nav>`, `<search>`, `<object>`, or their roles), in
/// our own markup within the line, or struck out without a line. What a shadow root shows is read in the place of its
/// element. Digits above or below the line, or in `<small>`, behind another digit, are those of Unicode: 10⁶.
pub fn paragraphs(source: &str) -> Vec<Paragraph> {
    Source::of(source).article().paragraphs
}

/// What a page has, of the article and around it.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// See [`paragraphs`].
    pub paragraphs: Vec<Paragraph>,
    /// The numbers of the paragraphs that are an `<h1>` of a page: its headline, of which a quote's words may be a part. Readers' browsers do
    /// not compare quotes with it either.
    pub headlines: Vec<usize>,
    /// All that the page shows, such as the standfirst, the byline and asides, and the article as well; nothing of a plain text.
    pub page: Vec<Paragraph>,
}

/// An article, given as plain text or as an HTML page, and what stands around it: see [`paragraphs`].
pub fn article(source: &str) -> Article {
    Source::of(source).article()
}

/// What a page says about its article: see [`Source::metadata`].
pub fn metadata(source: &str) -> Metadata {
    Source::of(source).metadata()
}

/// The text of each `<script type="application/ld+json">` of a page, in their order; nothing of plain text.
pub fn json_ld(source: &str) -> Vec<String> {
    Source::of(source).json_ld()
}

/// An article as somebody has it. It can be handed to a worker, which could not parse a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Text(String),
    Page(Page),
}

impl Source {
    /// Tells pages from plain text, as [`paragraphs`] says. In the wasm, a page can be read where there is a document, so not in workers, and as
    /// long as the browser's parser takes for it.
    pub fn of(source: &str) -> Self {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        match is_html(source) {
            true => Self::Page(Page::parse(source)),
            false => Self::Text(source.to_owned()),
        }
    }

    /// Whether it is a page, and its text: what [`Self::received`] needs, in another thread.
    pub fn handed(&self) -> (bool, &str) {
        match self {
            Self::Text(text) => (false, text),
            Self::Page(Page(page)) => (true, page),
        }
    }

    /// What [`Self::handed`] has handed over.
    pub fn received(is_page: bool, text: String) -> Self {
        if is_page { Self::Page(Page(text)) } else { Self::Text(text) }
    }

    /// The article and what stands around it: see [`paragraphs`].
    pub fn article(&self) -> Article {
        match self {
            Self::Text(text) => Article { paragraphs: of_plain_text(text), ..Article::default() },
            Self::Page(Page(page)) => of_tree(&platform::tree(page)),
        }
    }

    /// Reads what a page says of its article: in JSON-LD as schema.org's `NewsArticle` or a kind of it, in the properties of Open Graph
    /// (`og:`, `article:`), in `<link rel="canonical">`, `<h1>`, `<time>` and `lang`. What stands first in this list counts. Plain text says
    /// nothing of itself.
    pub fn metadata(&self) -> Metadata {
        match self {
            Self::Text(_) => Metadata::default(),
            Self::Page(Page(page)) => Metadata::of(&platform::said(page)),
        }
    }

    /// The same, with these JSON-LD blocks in place of the page's, in which something may have been mended.
    pub fn metadata_with(&self, blocks: Vec<String>) -> Metadata {
        match self {
            Self::Text(_) => Metadata::default(),
            Self::Page(Page(page)) => {
                let mut said = platform::said(page);
                said.blocks = blocks;
                Metadata::of(&said)
            }
        }
    }

    /// The text of each `<script type="application/ld+json">` of a page, in their order; nothing of plain text.
    pub fn json_ld(&self) -> Vec<String> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Page(Page(page)) => platform::said(page).blocks,
        }
    }
}

/// Unicode's sign for something else than text. It stands for words that readers see and that are not read: in a field of a form, in a formula
/// or a drawing, in another order, or struck out without a line. So no quote runs across them.
const OBJECT: &str = "\u{fffc}";

/// ASCII whitespace: what HTML calls so. No-break spaces and the like are characters of the text.
const BLANKS: [char; 5] = [' ', '\t', '\n', '\r', '\u{c}'];

fn is_html(source: &str) -> bool {
    let Some(markup) = source.trim_start_matches(BLANKS).strip_prefix('<') else { return false };
    if !markup.contains('>') {
        return false;
    }
    let behind_name = markup.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    match markup.chars().next() {
        Some('!' | '?') => true,
        // <https://…> and <name@…> are addresses.
        Some(c) if c.is_ascii_alphabetic() => behind_name.starts_with(['>', '/']) || behind_name.starts_with(BLANKS),
        _ => false,
    }
}

fn of_plain_text(source: &str) -> Vec<Paragraph> {
    let text = source.replace("\r\n", "\n").replace('\r', "\n");
    let lines = || text.trim_matches(BLANKS).split('\n').map(|line| line.trim_matches(BLANKS));
    let is_blank = |line: &str| line.trim().is_empty();
    if !lines().any(is_blank) {
        return lines().map(|line| Paragraph { text: line.to_owned(), is_quotation: false, place: 0 }).collect();
    }
    let mut paragraphs = Paragraphs::default();
    for line in lines() {
        if is_blank(line) {
            paragraphs.end(false);
        } else {
            paragraphs.space();
            paragraphs.text_as_it_is(line);
        }
    }
    paragraphs.into_done()
}

/// What breaks a paragraph: `display` is `block`, `list-item` or a part of tables in the HTML Standard, Rendering.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fact-cards",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// What no quotation goes on behind: a heading, an item, a cell, a section. The finder has the same list, in paragraphs.js; it reads no `<h1>`.
const PLACES: &[&str] = &[
    "article",
    "blockquote",
    "dd",
    "dt",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "section",
    "summary",
    "table",
    "td",
    "th",
];

/// The same by their roles.
const ROLES_OF_PLACES: &[&str] = &["heading", "listitem"];

/// Elements that interrupt a sentence: their text comes after the article's.
const ASIDES: &[&str] = &["aside", "figure", "table"];

/// Elements without words of the article.
const LEFT_OUT: &[&str] = &[
    "audio",
    "canvas",
    "datalist",
    "fact-cards",
    "head",
    "iframe",
    "math",
    "meter",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "progress",
    "object",
    "rp",
    "rt",
    "script",
    "search",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

fn of_tree(tree: &Tree) -> Article {
    let bodies = outermost(tree, |element| element.is_article_body);
    let articles = outermost(tree, |element| element.name() == "article");
    let article = if articles.len() == 1 { articles } else { Vec::new() };
    let mains = outermost(tree, |element| element.name() == "main");
    let choices = [bodies, article, mains, vec![Tree::ROOT]];
    let mut choices = choices.iter().map(|parts| of_parts(tree, parts, Asides::LeftOut));
    let (paragraphs, headlines) = choices.find(|(paragraphs, _)| !paragraphs.is_empty()).unwrap_or_default();
    Article { paragraphs, headlines, page: of_parts(tree, &[Tree::ROOT], Asides::Read).0 }
}

/// What becomes of `<aside>`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asides {
    LeftOut,
    Read,
}

/// The elements like this that are shown and in no other like this, in the order of the page.
fn outermost(tree: &Tree, is_like_this: impl Fn(&Element) -> bool) -> Vec<Id> {
    let mut found = Vec::new();
    let mut walk = tree.walk(Tree::ROOT);
    while let Some(edge) = walk.next() {
        if let Edge::Begin(id) = edge
            && let Kind::Element(element) = tree.kind(id)
        {
            if is_left_out(element) {
                walk.leave_out(id);
            } else if is_like_this(element) {
                found.push(id);
                walk.leave_out(id);
            }
        }
    }
    found
}

fn is_left_out(element: &Element) -> bool {
    element.is_hidden || element.is_ours || LEFT_OUT.contains(&element.name())
}

/// Whether it shows words that are not read: see [`OBJECT`].
fn is_object(tree: &Tree, id: Id) -> bool {
    let has_words =
        |id: Id| matches!(tree.kind(id), Kind::Element(element) if matches!(element.name(), "text" | "foreignObject"));
    // Without text inside, it shows a file.
    let is_file = |element: &Element| element.name() == "object" && tree.text(id).trim().is_empty();
    matches!(tree.kind(id), Kind::Element(element) if !element.is_hidden && !element.is_ours
        && ((element.is_object && !is_file(element)) || (element.name() == "svg" && tree.walk(id).any(|edge| has_words(edge.node())))))
}

/// Whether it is the mark of a footnote, which readers skip: “[1]”, “*”, a letter or number that is a link, or a link such as “[citation needed]”;
/// numbers behind a word; or what its role or a program for writing calls a mark, if it looks like one. `before` is what stands before it.
fn is_note(tree: &Tree, id: Id, before: &str) -> bool {
    let Kind::Element(element) = tree.kind(id) else { return false };
    let is_marked = element.beside == Some(Beside::Mark);
    if element.name() != "sup" && !is_marked {
        return false;
    }
    let is_link = |id: Id| matches!(tree.kind(id), Kind::Element(element) if element.name() == "a");
    let text = tree.text(id);
    let text = text.trim();
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let name = inner.unwrap_or(text);
    // A word may be one of the article's: “did not take”.
    let is_short = name.chars().all(|c| c.is_ascii_digit()) || name.chars().count() == 1;
    let is_remark = inner.is_some_and(|inner| inner.contains([' ', '\u{a0}']) && inner.chars().count() <= 40);
    let count = text.chars().count();
    let is_sign = (1..=3).contains(&count) && text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '※'));
    let mut around = std::iter::successors(tree.parent(id), |id| tree.parent(*id));
    let mut leads = || {
        tree.walk(id).any(|edge| is_link(edge.node()))
            || around.find(|id| is_link(*id)).is_some_and(|link| tree.text(link).trim() == text)
    };
    // Word's mark of a comment has the letters of a name: “[AL1]”; others are “iv” and “note 4”.
    let has_number = count <= 20 && text.contains(|c: char| c.is_ascii_digit());
    let is_roman = || name.bytes().all(|c| matches!(c | 0x20, b'i' | b'v' | b'x'));
    let is_known = is_marked && (is_short || is_remark || has_number || is_roman());
    let is_list = || match inner {
        Some(inner) => is_list(inner),
        None => is_list(text.strip_prefix(['※', '＊', '*', '注']).unwrap_or(text)) && may_have_note(before),
    };
    is_sign || is_known || (inner.is_some() && is_short) || is_list() || ((is_short || is_remark) && leads())
}

/// Whether it is the numbers of notes: “1”, “1,2”, “3–5”.
fn is_list(text: &str) -> bool {
    let is_part = |c: char| matches!(c, '0'..='9' | ' ' | ',' | '–' | '-');
    let ends = [text.bytes().next(), text.bytes().next_back()];
    text.chars().all(is_part) && ends.into_iter().all(|end| end.is_some_and(|end| end.is_ascii_digit()))
}

/// Whether numbers above the line are a note behind this text: a word of more than two letters, which is no unit, or the end of a sentence.
fn may_have_note(text: &str) -> bool {
    let text = text.trim_end_matches(is_unseen);
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !OBJECT.contains(c);
    text.ends_with(is_mark) || text.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count() == 3
}

/// Whether readers see nothing of it, as of a joiner or a soft hyphen.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether it is a form between the paragraphs, which interrupts a sentence. Another one is around the whole page.
fn is_box(tree: &Tree, id: Id) -> bool {
    let is_named =
        |id: Id, names: &[&str]| matches!(tree.kind(id), Kind::Element(element) if names.contains(&element.name()));
    is_named(id, &["form"]) && !tree.walk(id).any(|edge| is_named(edge.node(), &["h1", "main", "article"]))
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The paragraphs of these elements, and the numbers of those that are an `<h1>`.
fn of_parts(tree: &Tree, parts: &[Id], asides: Asides) -> (Vec<Paragraph>, Vec<usize>) {
    let mut reading = Reading::default();
    for &part in parts {
        reading.places = vec![part];
        let mut walk = tree.walk(part);
        while let Some(edge) = walk.next() {
            match (edge, tree.kind(edge.node())) {
                (Edge::Begin(id), Kind::Element(element)) if is_object(tree, id) => {
                    let name = if element.is_inline { "span" } else { element.name() };
                    reading.edge(name);
                    reading.object(element);
                    reading.edge(name);
                    walk.leave_out(id);
                }
                (Edge::Begin(id), Kind::Element(element)) if is_left_out(element) => {
                    reading.leave_out(element, !tree.text(id).is_empty());
                    walk.leave_out(id);
                }
                (Edge::Begin(id), _) if is_note(tree, id, reading.now().seen()) => walk.leave_out(id),
                (Edge::Begin(id), Kind::Element(element)) if is_box(tree, id) => {
                    reading.boxes.push(id);
                    reading.flow.space();
                    reading.asides += 1;
                    reading.begin(element);
                    reading.places.extend(element.is_place.then_some(id));
                }
                (Edge::Begin(id), Kind::Element(element)) if element.name() == "aside" && asides == Asides::LeftOut => {
                    reading.now().space();
                    walk.leave_out(id);
                }
                (Edge::Begin(id), Kind::Element(element)) => {
                    reading.begin(element);
                    reading.places.extend(element.is_place.then_some(id));
                }
                (Edge::End(id), Kind::Element(element)) => {
                    reading.end(element);
                    reading.places.pop_if(|last| element.is_place && *last == id);
                    if reading.boxes.pop_if(|last| *last == id).is_some() {
                        reading.asides -= 1;
                    }
                }
                (Edge::Begin(_), Kind::Text(text)) if reading.visible.last() != Some(&false) => reading.text(text),
                _ => (),
            }
        }
        reading.flow.end(false);
    }
    let Reading { flow, beside, headlines: [mut headlines, others], .. } = reading;
    let (flow, beside) = (flow.into_done(), beside.into_done());
    headlines.extend(others.into_iter().map(|number| flow.len() + number));
    ([flow, beside].concat(), headlines)
}

/// The text that has been read so far.
#[derive(Default)]
struct Reading {
    flow: Paragraphs,
    /// The text of asides.
    beside: Paragraphs,
    /// The number of open asides.
    asides: usize,
    /// The open forms that interrupt a sentence.
    boxes: Vec<Id>,
    /// The open elements at whose end no quotation goes on, and around them what is read.
    places: Vec<Id>,
    /// The number of open quotations.
    quotations: usize,
    /// The number of open elements whose words are struck out.
    struck: usize,
    /// What each open element says that says whether its text is shown.
    visible: Vec<bool>,
    /// The number of paragraphs before the last headline.
    begun: usize,
    /// The numbers of the paragraphs that are headlines, in the flow and in asides.
    headlines: [Vec<usize>; 2],
    /// The open elements whose letters are above or below the line.
    shifts: Vec<Shift>,
}

impl Reading {
    fn begin(&mut self, element: &Element) {
        let name = element.name();
        self.visible.extend(element.is_visible);
        if element.beside == Some(Beside::Struck) {
            self.struck += 1;
        }
        self.shifts.extend(element.shift);
        if ASIDES.contains(&name) {
            // Its text is not part of the flow, but it ends the line before it.
            self.flow.space();
            self.asides += 1;
        }
        self.edge(name);
        if name == "br" {
            let is_quotation = self.quotations > 0;
            self.now().line_break(is_quotation);
        }
        if name == "blockquote" {
            self.quotations += 1;
        }
        // Browsers add the marks of an inline quotation, so readers see them.
        if name == "q" {
            self.text("“");
        }
        if name == "h1" {
            self.begun = self.now().done.len();
        }
        if name == "button" {
            self.now().begin_button();
        }
    }

    fn end(&mut self, element: &Element) {
        let name = element.name();
        if element.is_visible.is_some() {
            self.visible.pop();
        }
        if name == "q" {
            self.text("”");
        }
        if name == "button" {
            self.now().buttons -= 1;
        }
        self.edge(name);
        if name == "blockquote" {
            self.quotations -= 1;
        }
        if ASIDES.contains(&name) {
            self.asides -= 1;
        }
        if element.beside == Some(Beside::Struck) {
            self.struck -= 1;
        }
        if name == "h1" {
            let numbers = self.begun..self.now().done.len();
            self.headlines[usize::from(self.asides > 0)].extend(numbers);
        }
        if element.shift.is_some() {
            self.shifts.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.struck > 0 {
            return;
        }
        let place = self.places.last().copied().unwrap_or_default();
        self.now().stands_in(place);
        match self.shifts.last().copied() {
            // 10⁶ is another number than 106.
            Some(shift) if self.now().ends_with_number() => {
                let text = shift.of_digits(text);
                self.now().text(&text);
            }
            _ => self.now().text(text),
        }
    }

    /// Passes an element over whose words are not read. Words of ours inside a sentence part it.
    fn leave_out(&mut self, element: &Element, has_words: bool) {
        if element.is_hidden {
            return;
        }
        if !element.is_ours || !has_words {
            return self.edge(element.name());
        }
        if element.is_inline || !self.now().open.is_empty() {
            self.object(element);
        }
        self.edge(if element.is_inline { "span" } else { "div" });
    }

    /// Words that are not read, if readers see them.
    fn object(&mut self, element: &Element) {
        let is_visible = element.is_visible.or(self.visible.last().copied());
        if self.struck == 0 && is_visible != Some(false) {
            self.now().object();
        }
    }

    fn edge(&mut self, name: &str) {
        if is_block(name) {
            let is_quotation = self.quotations > 0;
            self.now().end(is_quotation);
        }
    }

    /// The paragraphs that are being written.
    fn now(&mut self) -> &mut Paragraphs {
        if self.asides == 0 { &mut self.flow } else { &mut self.beside }
    }
}

/// Paragraphs; the last one is still being written.
#[derive(Default)]
struct Paragraphs {
    done: Vec<Paragraph>,
    open: String,
    /// The box of what is open: see [`Paragraph::place`].
    place: usize,
    /// Whether a space follows the text so far. At the end of a paragraph it is dropped.
    space: bool,
    /// Whether nothing that is seen follows the last line break.
    is_new_line: bool,
    /// The number of open buttons.
    buttons: usize,
    /// The byte at which a button begins behind which there is no word so far: “Share” is no text, and a term that a button explains is.
    button: Option<usize>,
}

impl Paragraphs {
    fn text(&mut self, text: &str) {
        // An empty line may be kept by a no-break space.
        if self.is_new_line && text.trim().is_empty() {
            return;
        }
        for (index, word) in text.split(BLANKS).enumerate() {
            self.space |= index > 0;
            if !word.is_empty() {
                self.text_as_it_is(word);
            }
        }
    }

    fn text_as_it_is(&mut self, text: &str) {
        if std::mem::take(&mut self.space) && !self.open.is_empty() {
            self.open.push(' ');
        }
        self.is_new_line = false;
        self.open.push_str(text);
        if self.buttons == 0 && !text.trim().is_empty() {
            self.button = None;
        }
    }

    fn begin_button(&mut self) {
        self.buttons += 1;
        self.button.get_or_insert(self.open.len());
    }

    /// Takes away buttons at the end.
    fn take_buttons(&mut self) {
        if let Some(length) = self.button.take_if(|_| self.buttons == 0) {
            self.open.truncate(length);
        }
    }

    fn object(&mut self) {
        self.take_buttons();
        self.space();
        self.text_as_it_is(OBJECT);
        self.space();
    }

    fn ends_with_number(&self) -> bool {
        self.seen().trim_end_matches(is_unseen).ends_with(is_of_number)
    }

    /// Says where the paragraph stands, if it is the first to say so.
    fn stands_in(&mut self, place: usize) {
        if self.open.is_empty() {
            self.place = place;
        }
    }

    /// What is right before the next text.
    fn seen(&self) -> &str {
        if self.space { "" } else { &self.open }
    }

    /// The second of two line breaks ends a paragraph, as an empty line does.
    fn line_break(&mut self, is_quotation: bool) {
        self.take_buttons();
        if std::mem::replace(&mut self.is_new_line, true) {
            self.end(is_quotation);
        }
        self.space();
    }

    fn space(&mut self) {
        self.space = true;
    }

    fn end(&mut self, is_quotation: bool) {
        self.space = false;
        if let Some(length) = self.button.take() {
            self.open.truncate(length);
        }
        let text = std::mem::take(&mut self.open);
        // Editors keep an empty line with a no-break space.
        if text.split(OBJECT).any(|text| !text.trim().is_empty()) {
            self.done.push(Paragraph { text, is_quotation, place: self.place });
        }
    }

    fn into_done(mut self) -> Vec<Paragraph> {
        self.end(false);
        self.done
    }
}
