//! An HTML page as a tree, with only what its text depends on.
//!
//! The platform's parser parses (see `platform.rs`), and this keeps the tree. All nodes are in one `Vec`, so that no function calls itself for
//! each level, not even when the tree is dropped.

use super::hiding::{self, Style};
use super::writing::{self, Beside};
use super::{PLACES, ROLES_OF_PLACES, is_block};

/// The blocks that stand in a <fact-cards> for readers without scripts.
const PUSHED_OUT: [&str; 4] = ["blockquote", "section", "figure", "details"];

/// The most texts and comments between a quote that was copied and the line below it.
const MOST_BETWEEN: usize = 10;

pub type Id = usize;

pub struct Tree {
    nodes: Vec<Node>,
    /// The depth of the last node.
    depth: usize,
    /// How many nodes there were where each <fact-cards> began that has not ended.
    ours: Vec<Id>,
    /// How many there were where the last of them began or ended: a text from before does not go on behind it.
    border: Id,
}

struct Node {
    kind: Kind,
    depth: usize,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    /// Whether a child is the line that names the speaker in a card of ours, or is called like it.
    has_who: bool,
    /// The last child that is the claim of a card of ours, or is called like one.
    claim: Option<Id>,
}

pub enum Kind {
    Element(Element),
    Text(String),
    /// The document, or a comment.
    Other,
}

pub struct Element {
    pub name: String,
    /// By the attribute `hidden`, by inline style, by a well-known class, or as a dialog or popover that is not open.
    pub is_hidden: bool,
    /// Whether its text is shown, where its inline style says so: elements in it may say something else.
    pub is_visible: Option<bool>,
    /// Whether it stands within the line, by its name or its inline style: known of objects, of what is ours and of its pieces.
    pub is_inline: bool,
    /// Shows words that are not read: a field of a form, a formula, what stands beside the article but within the line, or text in another order
    /// than the markup has.
    pub is_object: bool,
    pub shift: Option<Shift>,
    pub piece: Option<Piece>,
    /// Made by us, as its attribute `data-fact-cards` says.
    pub is_ours: bool,
    pub is_article_body: bool,
    /// Whether no quotation goes on at its end.
    pub is_place: bool,
    pub beside: Option<Beside>,
}

/// Returns the value of an attribute.
pub type Attributes<'all, 'page> = dyn Fn(&str) -> Option<&'page str> + 'all;

impl Element {
    /// An element with this name. `value` returns the value of an attribute.
    pub fn of(name: &str, value: &Attributes) -> Self {
        let has_item = |name: &str, item: &str| {
            value(name).is_some_and(|list| list.split_ascii_whitespace().any(|one| one == item))
        };
        let style = Style::of(value("style").unwrap_or_default());
        let role = value("role").and_then(|role| role.split_ascii_whitespace().next());
        // An attribute may say what an element is, in place of its name.
        let tag = name;
        let name = match role {
            Some("complementary") => "aside",
            Some("navigation" | "search" | "dialog" | "alertdialog") => "nav",
            _ if name == "dialog" => "nav",
            _ => name,
        };
        Self {
            name: name.to_owned(),
            is_hidden: is_hidden(tag, value, &style),
            is_visible: hiding::style_shows(&style),
            is_inline: is_inline(tag, &style),
            is_object: is_object(tag, value, &style) || (is_beside(name) && is_inline(tag, &style) && !floats(&style)),
            shift: Shift::of(name, &style),
            piece: Piece::of(has_item).or_else(|| leads_to_card(tag, value).then_some(Piece::Link)),
            is_ours: value("data-fact-cards").is_some() || has_item("part", "quote") && has_item("class", "quote"),
            is_article_body: has_item("itemprop", "articleBody"),
            is_place: PLACES.contains(&tag) || role.is_some_and(|role| ROLES_OF_PLACES.contains(&role)),
            beside: Beside::of(name, value, &style),
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

fn is_hidden(name: &str, value: &Attributes, style: &Style) -> bool {
    let has = |attribute: &str| value(attribute).is_some();
    (name == "dialog" && !has("open"))
        || has("hidden")
        || has("popover")
        || writing::is_no_text(value, style)
        || hiding::style_hides(style)
        || value("class").is_some_and(hiding::class_hides)
}

fn is_object(name: &str, value: &Attributes, style: &Style) -> bool {
    // These show no words.
    let is_mark = || matches!(value("type"), Some("hidden" | "checkbox" | "radio"));
    matches!(name, "select" | "textarea" | "math" | "bdo")
        || (name == "input" && !is_mark())
        || style.is("unicode-bidi", &["bidi-override", "isolate-override"])
        || writing::is_struck_without_a_line(name, value, style)
}

fn leads_to_card(tag: &str, value: &Attributes) -> bool {
    tag == "a" && value("href").is_some_and(|address| address.contains("#claim-"))
}

/// What stands beside the article.
fn is_beside(name: &str) -> bool {
    matches!(name, "aside" | "nav" | "search" | "object")
}

fn is_inline(tag: &str, style: &Style) -> bool {
    match style.get("display") {
        Some(display) if display.starts_with("inline") || display == "contents" => true,
        Some("block" | "flex" | "grid" | "table" | "list-item" | "flow-root") => false,
        _ => !is_block(tag),
    }
}

/// Whether it has left the line: it floats, or has a place of its own.
fn floats(style: &Style) -> bool {
    style.is("float", &["left", "right"]) || style.is("position", &["absolute", "fixed"])
}

/// Where letters stand that are above or below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Above,
    Below,
}

impl Shift {
    fn of(name: &str, style: &Style) -> Option<Self> {
        match (name, style.get("vertical-align")) {
            ("sup", _) | (_, Some("super")) => Some(Self::Above),
            ("sub", _) | (_, Some("sub")) => Some(Self::Below),
            _ if style.is("font-variant-position", &["super"]) => Some(Self::Above),
            _ if style.is("font-variant-position", &["sub"]) => Some(Self::Below),
            // The cents of a price.
            ("small", _) => Some(Self::Above),
            _ => None,
        }
    }

    /// The digits of any script and the signs as Unicode has them above or below the line, and all else as it is.
    pub fn of_digits(self, text: &str) -> String {
        let zero = if self == Self::Above { '⁰' } else { '₀' };
        let shifted = |c: char| {
            let number = match (c, digit(c)) {
                // These three are older.
                (_, Some(1)) if self == Self::Above => return '¹',
                (_, Some(2)) if self == Self::Above => return '²',
                (_, Some(3)) if self == Self::Above => return '³',
                (_, Some(digit)) => digit,
                ('+', _) => 10,
                ('-' | '−' | '–', _) => 11,
                _ => return c,
            };
            char::from_u32(zero as u32 + number).unwrap_or(c)
        };
        text.chars().map(shifted).collect()
    }
}

/// Whether a character belongs to a number, also above or below the line.
pub fn is_of_number(c: char) -> bool {
    digit(c).is_some() || matches!(c, '²' | '³' | '¹' | '⁰'..='⁻' | '₀'..='₋')
}

/// The value of a digit: of Latin, Arabic and Thai script, of full width, or of a script of India.
fn digit(c: char) -> Option<u32> {
    let code = c as u32;
    match code {
        0x30..=0x39 | 0x660..=0x669 | 0x6f0..=0x6f9 | 0xe50..=0xe59 | 0xff10..=0xff19 => Some(code & 15),
        0x900..=0xdff => (code & 0x7f).checked_sub(0x66).filter(|value| *value < 10),
        _ => None,
    }
}

/// What an element may be of a card of ours of which a system has kept nothing but classes or parts. Others may have such classes and parts, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The line that names the speaker.
    Who,
    /// The claim, if that line is before it, or words are behind it.
    Claim,
    /// Words, if a claim is before them.
    Words,
    /// A link to a card, as the button that copies words writes it below them.
    Link,
}

impl Piece {
    fn of(has_item: impl Fn(&str, &str) -> bool) -> Option<Self> {
        let has_class = |class| has_item("class", class);
        if has_class("who") {
            Some(Self::Who)
        } else if has_class("claim") || has_item("part", "claim") {
            Some(Self::Claim)
        } else if has_item("part", "quote") || has_class("quote") && (has_class("direct") || has_class("reported")) {
            Some(Self::Words)
        } else {
            None
        }
    }
}

/// The beginning or end of an element, or a text.
#[derive(Clone, Copy)]
pub enum Edge {
    Begin(Id),
    End(Id),
}

impl Edge {
    pub fn node(self) -> Id {
        let (Self::Begin(id) | Self::End(id)) = self;
        id
    }
}

impl Tree {
    /// The document.
    pub const ROOT: Id = 0;

    /// A tree of nothing but the document.
    pub fn new() -> Self {
        let mut tree = Self { nodes: Vec::new(), depth: 0, ours: Vec::new(), border: 0 };
        tree.add(Kind::Other);
        tree
    }

    pub fn kind(&self, id: Id) -> &Kind {
        &self.nodes[id].kind
    }

    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// The characters of a node and of what is in it.
    pub fn text(&self, id: Id) -> String {
        let texts = self.walk(id).filter_map(|edge| match (edge, self.kind(edge.node())) {
            (Edge::Begin(_), Kind::Text(text)) => Some(&**text),
            _ => None,
        });
        texts.collect()
    }

    /// Visits a part of the tree in the order of the page.
    pub fn walk(&self, root: Id) -> Walk<'_> {
        Walk { tree: self, root, next: Some(Edge::Begin(root)) }
    }

    /// Makes a node that is in no other yet.
    pub fn add(&mut self, kind: Kind) -> Id {
        let [parent, previous, next, first, last] = [None; 5];
        self.nodes.push(Node { kind, depth: 0, parent, previous, next, first, last, has_who: false, claim: None });
        self.nodes.len() - 1
    }

    /// Puts a text into an element: before one of its children, or after all. It goes on with the text before it.
    pub fn put_text(&mut self, text: &str, parent: Id, before: Option<Id>) {
        self.depth = self.nodes[parent].depth + 1;
        let previous = before.map_or(self.nodes[parent].last, |before| self.nodes[before].previous);
        if let Some(previous) = previous.filter(|previous| *previous >= self.border)
            && let Kind::Text(begun) = &mut self.nodes[previous].kind
        {
            return begun.push_str(text);
        }
        let id = self.add(Kind::Text(text.to_owned()));
        self.put(id, parent, before);
    }

    /// Puts a node into an element: before one of its children, or after all.
    pub fn put(&mut self, id: Id, parent: Id, before: Option<Id>) {
        self.depth = self.nodes[parent].depth + 1;
        self.detach(id);
        let previous = before.map_or(self.nodes[parent].last, |before| self.nodes[before].previous);
        let node = &mut self.nodes[id];
        (node.depth, node.parent, node.previous, node.next) = (self.depth, Some(parent), previous, before);
        self.link(parent, previous, Some(id));
        self.link_back(parent, before, Some(id));
        let is_of_comment =
            matches!(&self.nodes[id].kind, Kind::Element(element) if element.beside == Some(Beside::Comment));
        if let (true, Kind::Element(comment)) = (is_of_comment, &mut self.nodes[parent].kind) {
            comment.is_hidden = true;
        }
        self.put_piece(id, parent);
    }

    /// Marks claim and words of a card of ours, which are known by each other, and a claim by the line before it.
    fn put_piece(&mut self, id: Id, parent: Id) {
        let Kind::Element(Element { piece: Some(piece), .. }) = self.nodes[id].kind else { return };
        match piece {
            Piece::Who => self.nodes[parent].has_who = true,
            Piece::Claim => {
                self.nodes[parent].claim = Some(id);
                if self.nodes[parent].has_who {
                    self.mark_claim(id, parent);
                }
            }
            Piece::Words => {
                let mut child = id;
                while let Some(parent) = self.parent(child) {
                    if let Some(claim) = self.nodes[parent].claim.filter(|claim| *claim != child) {
                        self.mark(id);
                        self.mark_claim(claim, parent);
                    }
                    child = parent;
                }
            }
            Piece::Link => {
                let mut line = Some(parent);
                while let Some(id) = line {
                    if let Some(words) = self.copied_words(id) {
                        return self.mark(words);
                    }
                    line = self.parent(id);
                }
            }
        }
    }

    /// The block quotation before a line that names its speaker.
    fn copied_words(&self, line: Id) -> Option<Id> {
        let mut words = self.nodes[line].previous?;
        for _ in 0..MOST_BETWEEN {
            if matches!(self.kind(words), Kind::Element(_)) {
                break;
            }
            words = self.nodes[words].previous?;
        }
        let is_quotation = matches!(self.kind(words), Kind::Element(element) if element.name() == "blockquote");
        let first = self.walk(line).find_map(|edge| match self.kind(edge.node()) {
            Kind::Text(text) => Some(text),
            _ => None,
        });
        (is_quotation && first?.starts_with("— ")).then_some(words)
    }

    fn mark_claim(&mut self, id: Id, parent: Id) {
        if let Kind::Element(card) = &mut self.nodes[parent].kind
            && card.name == "article"
        {
            // It is not the article of the page.
            card.name = "div".to_owned();
        }
        self.mark(id);
    }

    fn mark(&mut self, id: Id) {
        if let Kind::Element(element) = &mut self.nodes[id].kind {
            element.is_ours = true;
        }
    }

    pub fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id];
        let (previous, next) = (node.previous.take(), node.next.take());
        if let Some(parent) = node.parent.take() {
            self.link(parent, previous, next);
            self.link_back(parent, next, previous);
        }
    }

    /// A tag of a <fact-cards>. What is written between two of them is ours wherever the parser puts it: in a <p>, a block ends the paragraph,
    /// and the element with it. One that is never closed has what is in it, and no more.
    pub fn mark_ours(&mut self, is_begin: bool) {
        self.border = self.nodes.len();
        if is_begin {
            self.ours.push(self.border);
            return;
        }
        for id in self.ours.pop().unwrap_or(self.border)..self.border {
            let parent = self.nodes[id].parent;
            let is_code = parent.is_some_and(
                |parent| matches!(self.kind(parent), Kind::Element(element) if element.name() == "script"),
            );
            match &mut self.nodes[id].kind {
                // It would bring quotation marks.
                Kind::Element(element) if element.name() == "q" => element.is_hidden = true,
                kind @ Kind::Text(_) if !is_code => *kind = Kind::Other,
                _ => (),
            }
        }
    }

    /// Marks the block that the parser has pushed out of a <fact-cards> in a <p>, if its end is missing. Where it ends is not known, so it is the
    /// first block only.
    pub fn mark_blocks_behind(&mut self) {
        let mut begun = std::mem::take(&mut self.ours);
        // The parser leaves the tag out in a <frameset>, and then there may be no node behind it.
        begun.retain(|id| *id < self.nodes.len());
        for id in begun {
            let mut around = std::iter::successors(self.parent(id), |id| self.parent(*id));
            let is_paragraph = |id: &Id| matches!(self.kind(*id), Kind::Element(element) if element.name() == "p");
            let paragraph = around.find(is_paragraph).filter(|paragraph| self.nodes[*paragraph].last.is_some());
            let mut next = paragraph.and_then(|paragraph| self.nodes[paragraph].next);
            while let Some(id) = next {
                match &mut self.nodes[id].kind {
                    Kind::Text(text) if text.trim().is_empty() => next = self.nodes[id].next,
                    Kind::Element(element) if PUSHED_OUT.contains(&element.name()) => {
                        element.is_ours = true;
                        break;
                    }
                    _ => break,
                }
            }
        }
    }

    /// Makes `next` what follows `previous`, or what comes first.
    fn link(&mut self, parent: Id, previous: Option<Id>, next: Option<Id>) {
        match previous {
            Some(previous) => self.nodes[previous].next = next,
            None => self.nodes[parent].first = next,
        }
    }

    /// Makes `previous` what is before `next`, or what comes last.
    fn link_back(&mut self, parent: Id, next: Option<Id>, previous: Option<Id>) {
        match next {
            Some(next) => self.nodes[next].previous = previous,
            None => self.nodes[parent].last = previous,
        }
    }
}

/// What html5ever asks besides.
#[cfg(not(target_arch = "wasm32"))]
impl Tree {
    /// What is directly in a node.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].first, |id| self.nodes[*id].next)
    }

    /// How many nodes there are.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    /// The depth of the last node.
    pub fn depth(&mut self) -> &mut usize {
        &mut self.depth
    }

    pub fn element(&mut self, id: Id) -> Option<&mut Element> {
        match &mut self.nodes[id].kind {
            Kind::Element(element) => Some(element),
            Kind::Text(_) | Kind::Other => None,
        }
    }

    pub fn first(&self, id: Id) -> Option<Id> {
        self.nodes[id].first
    }
}

pub struct Walk<'tree> {
    tree: &'tree Tree,
    root: Id,
    next: Option<Edge>,
}

impl Walk<'_> {
    /// Continues after a node that has just begun, without visiting what is in it.
    pub fn leave_out(&mut self, id: Id) {
        self.next = self.behind(id);
    }

    fn behind(&self, id: Id) -> Option<Edge> {
        let node = &self.tree.nodes[id];
        if id == self.root { None } else { node.next.map(Edge::Begin).or(node.parent.map(Edge::End)) }
    }
}

impl Iterator for Walk<'_> {
    type Item = Edge;

    fn next(&mut self) -> Option<Edge> {
        let edge = self.next?;
        self.next = match edge {
            Edge::Begin(id) => Some(self.tree.nodes[id].first.map_or(Edge::End(id), Edge::Begin)),
            Edge::End(id) => self.behind(id),
        };
        Some(edge)
    }
}
