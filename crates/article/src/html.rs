//! Pages as html5ever reads them: as browsers do, entities and end tags that are not there included. Natively only, because browsers have a
//! parser of their own.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{Attribute, ElementFlags, NodeOrText, QualName, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, TokenizerResult, local_name, ns};

use super::metadata::Said;
use super::shadow::Shadows;
use super::tree::{Element, Id, Kind, Piece, Shift, Tree};
use super::writing::Beside;

/// The greatest depth of elements; real pages are far below it. The parser looks through all open elements at nearly every tag, so without a
/// limit, time would grow with the square of the depth. Browsers have limits, too.
const DEEPEST: usize = 256;

/// The tree of a page.
pub fn tree(html: &str) -> Tree {
    let sink = Sink { tree: RefCell::new(Tree::new()), names: RefCell::default(), shadows: RefCell::default() };
    let builder = TreeBuilder::new(sink, Default::default());
    // No page needs a node for each byte. The parser makes more if it opens the same <b>, <i>… again in every paragraph.
    let limits = Limits { builder, most_nodes: html.len() + 1_000 };
    let tokenizer = Tokenizer::new(limits, Default::default());
    feed(&tokenizer, html);
    tokenizer.sink.builder.sink.finish()
}

/// What the tags of a page say. They are read one by one, because a tree is not needed and would take longer.
pub fn said(html: &str) -> Said {
    let tokenizer = Tokenizer::new(Reader::default(), Default::default());
    feed(&tokenizer, html);
    tokenizer.sink.0.into_inner()
}

fn feed<Sink: TokenSink>(tokenizer: &Tokenizer<Sink>, html: &str) {
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    // It also stops after each script, and at each encoding that is named.
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
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
        let mut tree = self.builder.sink.tree.borrow_mut();
        if tag.kind == TagKind::EndTag {
            // This is a guess until the next node is put in, because the builder does not report everything that it closes.
            *tree.depth() = tree.depth().saturating_sub(1);
            tag.attrs.clear();
            return Some(tag);
        }
        keep_what_counts(&mut tag);
        if (*tree.depth() < DEEPEST && tree.count() < self.most_nodes) || tag.name == local_name!("br") {
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
                    self.builder.sink.tree.borrow_mut().mark_ours(tag.kind == TagKind::StartTag);
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
    let element = Element::of(&tag.name, &|name| value(tag, name));
    let is_shadow_root = tag.name == local_name!("template") && value(tag, "shadowrootmode").is_some();
    let slot = value(tag, if tag.name == local_name!("slot") { "name" } else { "slot" }).unwrap_or_default().to_owned();
    let Tag { name, attrs, .. } = tag;
    attrs.retain_mut(|Attribute { name: attribute, value }| match &*attribute.local {
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
    let marks = [
        (element.is_hidden, HIDDEN),
        (element.is_visible == Some(false), INVISIBLE),
        (element.is_visible == Some(true), VISIBLE),
        (is_shadow_root, SHADOW_ROOT),
        // Of others nobody asks it.
        (element.is_inline && (element.is_object || element.is_ours || element.piece.is_some()), INLINE),
        (element.is_object, OBJECT),
        (element.shift == Some(Shift::Above), ABOVE),
        (element.shift == Some(Shift::Below), BELOW),
        (element.piece == Some(Piece::Who), WHO),
        (element.piece == Some(Piece::Claim), CLAIM),
        (element.piece == Some(Piece::Words), WORDS),
        (element.piece == Some(Piece::Link), LINK),
        (element.is_ours, OURS),
        (element.is_article_body, ARTICLE_BODY),
        (element.is_place, PLACE),
    ];
    let mut mark = |mark: &str, value: StrTendril| {
        attrs.push(Attribute { name: QualName::new(None, ns!(), LocalName::from(mark)), value });
    };
    marks.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, name)| mark(name, StrTendril::new()));
    if element.name() != &**name {
        mark(ROLE, element.name().into());
    }
    if !slot.is_empty() {
        mark(SLOT, slot.into());
    }
    if let Some(beside) = element.beside {
        mark(BESIDE, beside.name().into());
    }
}

/// Attributes that stand for what the attributes of the page say.
const HIDDEN: &str = "hidden";
const INVISIBLE: &str = "invisible";
const VISIBLE: &str = "visible";
const SHADOW_ROOT: &str = "shadowrootmode";
const INLINE: &str = "inline";
const OBJECT: &str = "object";
const ABOVE: &str = "above";
const BELOW: &str = "below";
const WHO: &str = "who";
const CLAIM: &str = "claim";
const WORDS: &str = "words";
const LINK: &str = "link";
const SLOT: &str = "slot";
const OURS: &str = "data-fact-cards";
const ARTICLE_BODY: &str = "itemprop";
const PLACE: &str = "place";
/// The name of the element that an element is by its role.
const ROLE: &str = "role";
/// What it is beside the article's words.
const BESIDE: &str = "class";

fn has(attributes: &[Attribute], mark: &str) -> bool {
    attributes.iter().any(|attribute| &*attribute.name.local == mark)
}

/// The value of an attribute.
fn value<'tag>(tag: &'tag Tag, name: &str) -> Option<&'tag str> {
    named(&tag.attrs, name)
}

fn named<'tag>(attributes: &'tag [Attribute], name: &str) -> Option<&'tag str> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// What the builder writes the tree through.
struct Sink {
    tree: RefCell<Tree>,
    /// The name of each element with its namespace, by its number in the tree.
    names: RefCell<Vec<Option<QualName>>>,
    shadows: RefCell<Shadows>,
}

impl Sink {
    fn put(&self, child: NodeOrText<Id>, parent: Id, before: Option<Id>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => tree.put(id, parent, before),
            NodeOrText::AppendText(text) => tree.put_text(&text, parent, before),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'sink> = Ref<'sink, QualName>;

    fn finish(self) -> Tree {
        let mut tree = self.tree.into_inner();
        tree.mark_blocks_behind();
        self.shadows.into_inner().show(&mut tree);
        tree
    }

    fn get_document(&self) -> Id {
        Tree::ROOT
    }

    fn elem_name<'sink>(&'sink self, element: &'sink Id) -> Ref<'sink, QualName> {
        Ref::map(self.names.borrow(), |names| {
            names[*element].as_ref().expect("the builder asks for names of elements only")
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let element = Element {
            name: named(&attributes, ROLE).unwrap_or(&name.local).to_owned(),
            is_hidden: has(&attributes, HIDDEN),
            is_visible: has(&attributes, VISIBLE).then_some(true).or(has(&attributes, INVISIBLE).then_some(false)),
            is_inline: has(&attributes, INLINE),
            is_object: has(&attributes, OBJECT),
            shift: [(ABOVE, Shift::Above), (BELOW, Shift::Below)]
                .into_iter()
                .find_map(|(mark, shift)| has(&attributes, mark).then_some(shift)),
            piece: [(WHO, Piece::Who), (CLAIM, Piece::Claim), (WORDS, Piece::Words), (LINK, Piece::Link)]
                .into_iter()
                .find_map(|(mark, piece)| has(&attributes, mark).then_some(piece)),
            is_ours: has(&attributes, OURS),
            is_article_body: has(&attributes, ARTICLE_BODY),
            is_place: has(&attributes, PLACE),
            beside: named(&attributes, BESIDE).and_then(Beside::named),
        };
        let id = self.tree.borrow_mut().add(Kind::Element(element));
        if has(&attributes, SHADOW_ROOT) {
            self.shadows.borrow_mut().add_root(id);
        }
        if let Some(slot) = named(&attributes, SLOT) {
            self.shadows.borrow_mut().add_name(id, slot);
        }
        let mut names = self.names.borrow_mut();
        names.resize(id, None);
        names.push(Some(name));
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.tree.borrow().parent(*element).is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.tree.borrow().parent(*sibling);
        if let Some(parent) = parent {
            self.put(child, parent, Some(*sibling));
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
        if let Some(element) = self.tree.borrow_mut().element(*element) {
            element.is_hidden |= has(&attributes, HIDDEN);
            element.is_visible = has(&attributes, INVISIBLE).then_some(false).or(element.is_visible);
            element.is_article_body |= has(&attributes, ARTICLE_BODY);
        }
    }

    fn remove_from_parent(&self, node: &Id) {
        self.tree.borrow_mut().detach(*node);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first(*node) {
            tree.put(child, *parent, None);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
}

/// Reads what the tags of a page say.
#[derive(Default)]
struct Reader(RefCell<Said>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut said = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                said.begin(&tag.name, |name| value(&tag, name));
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => said.end(&tag.name),
            Token::CharacterTokens(text) => said.text(&text),
            _ => (),
        }
        TokenSinkResult::Continue
    }
}
