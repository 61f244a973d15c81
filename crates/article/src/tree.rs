//! An HTML page as a tree, with only what its text depends on.
//!
//! html5ever parses, and this keeps the tree. All nodes are in one `Vec`, so that no function calls itself for each level, not even
//! when the tree is dropped.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{Attribute, ElementFlags, NodeOrText, QualName, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, TokenizerResult, local_name, ns};

use super::hiding;

/// The greatest depth of elements; real pages are far below it. The parser looks through all open elements at nearly every tag, so without a
/// limit, time would grow with the square of the depth. Browsers have limits, too.
const DEEPEST: usize = 256;

/// The blocks that stand in a <fact-cards> for readers without scripts.
const PUSHED_OUT: [&str; 4] = ["blockquote", "section", "figure", "details"];

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
}

pub enum Kind {
    Element(Element),
    Text(StrTendril),
    /// The document, or a comment.
    Other,
}

pub struct Element {
    name: QualName,
    /// By the attribute `hidden`, by inline style, by a well-known class, or as a dialog or popover that is not open.
    pub is_hidden: bool,
    /// Made by us, as its attribute `data-fact-cards` says.
    pub is_ours: bool,
    pub is_article_body: bool,
}

impl Element {
    pub fn name(&self) -> &str {
        &self.name.local
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

    pub fn parse(html: &str) -> Self {
        let mut tree = Self { nodes: Vec::new(), depth: 0, ours: Vec::new(), border: 0 };
        tree.add(Kind::Other);
        let builder = TreeBuilder::new(Sink(RefCell::new(tree)), Default::default());
        // No page needs a node for each byte. The parser makes more if it opens the same <b>, <i>… again in every paragraph.
        let limits = Limits { builder, most_nodes: html.len() + 1_000 };
        let tokenizer = Tokenizer::new(limits, Default::default());
        let queue = BufferQueue::default();
        queue.push_back(html.into());
        // It also stops after each script, and at each encoding that is named.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.builder.sink.finish()
    }

    pub fn kind(&self, id: Id) -> &Kind {
        &self.nodes[id].kind
    }

    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// The nodes right before and after a node, with the same parent.
    pub fn neighbours(&self, id: Id) -> [Option<Id>; 2] {
        let Node { previous, next, .. } = self.nodes[id];
        [previous, next]
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

    fn add(&mut self, kind: Kind) -> Id {
        self.nodes.push(Node { kind, depth: 0, parent: None, previous: None, next: None, first: None, last: None });
        self.nodes.len() - 1
    }

    /// Puts a node or a text into an element: before one of its children, or after all.
    fn put(&mut self, child: NodeOrText<Id>, parent: Id, before: Option<Id>) {
        self.depth = self.nodes[parent].depth + 1;
        let previous = |tree: &Self| before.map_or(tree.nodes[parent].last, |before| tree.nodes[before].previous);
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                if let Some(previous) = previous(self).filter(|previous| *previous >= self.border)
                    && let Kind::Text(before) = &mut self.nodes[previous].kind
                {
                    before.push_tendril(&text);
                    return;
                }
                self.add(Kind::Text(text))
            }
        };
        let previous = previous(self);
        let node = &mut self.nodes[id];
        (node.depth, node.parent, node.previous, node.next) = (self.depth, Some(parent), previous, before);
        self.link(parent, previous, Some(id));
        self.link_back(parent, before, Some(id));
    }

    fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id];
        let (previous, next) = (node.previous.take(), node.next.take());
        if let Some(parent) = node.parent.take() {
            self.link(parent, previous, next);
            self.link_back(parent, next, previous);
        }
    }

    /// A tag of a <fact-cards>. What is written between two of them is ours wherever the parser puts it: in a <p>, a block ends the paragraph,
    /// and the element with it. One that is never closed has what is in it, and no more.
    fn mark_ours(&mut self, tag: TagKind) {
        self.border = self.nodes.len();
        if tag == TagKind::StartTag {
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
    fn mark_blocks_behind(&mut self) {
        for id in std::mem::take(&mut self.ours) {
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

/// A filter between tokenizer and tree builder, which removes what would make the tree builder slow.
///
/// It cannot prevent that the tokenizer compares each attribute with all others of its tag.
struct Limits {
    builder: TreeBuilder<Id, Sink>,
    most_nodes: usize,
}

impl Limits {
    /// The tag for the tree builder, or nothing.
    ///
    /// Beyond the limits, block-level elements become ends of paragraphs, and inline elements are dropped.
    fn admit(&self, mut tag: Tag) -> Option<Tag> {
        let mut tree = self.builder.sink.0.borrow_mut();
        if tag.kind == TagKind::EndTag {
            // This is a guess until the next node is put in, because the builder does not report everything that it closes.
            tree.depth = tree.depth.saturating_sub(1);
            tag.attrs.clear();
            return Some(tag);
        }
        keep_what_counts(&mut tag);
        if (tree.depth < DEEPEST && tree.nodes.len() < self.most_nodes) || tag.name == local_name!("br") {
            return Some(tag);
        }
        tag.attrs.clear();
        tag.name = if super::is_block(&tag.name) { local_name!("hr") } else { return None };
        Some(tag)
    }
}

impl TokenSink for Limits {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        let token = match token {
            Token::TagToken(tag) => {
                if &*tag.name == "fact-cards" {
                    self.builder.sink.0.borrow_mut().mark_ours(tag.kind);
                }
                match self.admit(tag) {
                    Some(tag) => Token::TagToken(tag),
                    None => return TokenSinkResult::Continue,
                }
            }
            other => other,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Keeps only the attributes that matter to the text or to the parser, and only what matters in them.
///
/// The parser opens each <b>, <i>… that was not closed anew in the next paragraph, but of those that are equal only three. So
/// they are made equal.
fn keep_what_counts(tag: &mut Tag) {
    let is_hidden = is_hidden(tag);
    let Tag { name, attrs, .. } = tag;
    attrs.retain_mut(|Attribute { name: attribute, value }| match &*attribute.local.clone() {
        "itemprop" if value.split_ascii_whitespace().any(|property| property == "articleBody") => {
            *value = "articleBody".into();
            true
        }
        "data-fact-cards" => {
            value.clear();
            true
        }
        // The parts of a card, where a system has kept what is in its shadow root.
        "part" if value.split_ascii_whitespace().any(|part| PARTS.contains(&part)) => {
            *attribute = attribute_of_ours();
            value.clear();
            true
        }
        // Any of them ends an SVG.
        "color" | "face" | "size" => {
            value.clear();
            *name == local_name!("font")
        }
        // Inputs that are hidden, and MathML with HTML in it, are put elsewhere.
        "type" => *name == local_name!("input"),
        "encoding" => *name == local_name!("annotation-xml"),
        _ => false,
    });
    if is_hidden {
        attrs.push(Attribute { name: attribute(local_name!("hidden")), value: StrTendril::new() });
    }
}

/// The names of a card and of its words: other elements in the page are not called so.
const PARTS: [&str; 3] = ["card", "claim", "quote"];

fn attribute_of_ours() -> QualName {
    attribute(LocalName::from("data-fact-cards"))
}

fn attribute(name: LocalName) -> QualName {
    QualName::new(None, ns!(), name)
}

fn is_hidden(tag: &Tag) -> bool {
    let is_closed =
        tag.name == local_name!("dialog") && !tag.attrs.iter().any(|attribute| &*attribute.name.local == "open");
    let hides = |attribute: &Attribute| match &*attribute.name.local {
        "hidden" | "popover" => true,
        "style" => hiding::style_hides(&attribute.value),
        "class" => hiding::class_hides(&attribute.value),
        // The mark of a footnote, which readers skip.
        "role" => attribute.value.split_ascii_whitespace().next() == Some("doc-noteref"),
        _ => false,
    };
    is_closed || tag.attrs.iter().any(hides)
}

/// What the builder writes the tree through.
struct Sink(RefCell<Tree>);

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'sink> = Ref<'sink, QualName>;

    fn finish(self) -> Tree {
        let mut tree = self.0.into_inner();
        tree.mark_blocks_behind();
        tree
    }

    fn get_document(&self) -> Id {
        Tree::ROOT
    }

    fn elem_name<'sink>(&'sink self, element: &'sink Id) -> Ref<'sink, QualName> {
        Ref::map(self.0.borrow(), |tree| match &tree.nodes[*element].kind {
            Kind::Element(element) => &element.name,
            Kind::Text(_) | Kind::Other => unreachable!("the builder asks for names of elements only"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let has = |name| attributes.iter().any(|attribute| attribute.name.local == name);
        let (is_hidden, is_article_body) = (has(local_name!("hidden")), has(local_name!("itemprop")));
        let is_ours = attributes.iter().any(|attribute| attribute.name == attribute_of_ours());
        self.0.borrow_mut().add(Kind::Element(Element { name, is_hidden, is_ours, is_article_body }))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.0.borrow_mut().add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.0.borrow_mut().add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.0.borrow_mut().put(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.0.borrow().nodes[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let mut tree = self.0.borrow_mut();
        if let Some(parent) = tree.nodes[*sibling].parent {
            tree.put(child, parent, Some(*sibling));
        }
    }

    /// Templates are left out, wherever their contents are.
    fn get_template_contents(&self, template: &Id) -> Id {
        *template
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    /// What a second `<html>` or `<body>` says of itself.
    fn add_attrs_if_missing(&self, element: &Id, attributes: Vec<Attribute>) {
        let mut tree = self.0.borrow_mut();
        if let Kind::Element(element) = &mut tree.nodes[*element].kind {
            element.is_hidden |= attributes.iter().any(|attribute| attribute.name.local == local_name!("hidden"));
            element.is_article_body |=
                attributes.iter().any(|attribute| attribute.name.local == local_name!("itemprop"));
        }
    }

    fn remove_from_parent(&self, node: &Id) {
        self.0.borrow_mut().detach(*node);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let mut tree = self.0.borrow_mut();
        while let Some(child) = tree.nodes[*node].first {
            tree.put(NodeOrText::AppendNode(child), *parent, None);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
}
