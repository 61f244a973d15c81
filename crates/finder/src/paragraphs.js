// Which text of an element counts as the article's, as paragraphs: what a reader sees of it, without what is not the article's own.

import { flat, native } from "./browser.js";
import { hasText, isShown } from "./sight.js";

/** Parts of a page that are not text of the article. Our own cards and the headline are among them, because they repeat its words. */
const apart = /^(h1|script|style|template|noscript|iframe|object|embed|svg|math|canvas|audio|video|select|textarea|input|nav|search|dialog|rp|rt|fact-cards)$/;
const isApart = (element) => apart.test(element.localName) || /^(navigation|search|dialog|alertdialog)$/.test(element.role);

/** What is ours, wherever a system has put it, also where it has kept nothing but the parts or the classes of a card: its claim and the words below it.
    Others may have such parts and classes, too. */
const claims = ":is(.claim, [part~=claim])";
const words = ":is(.quote.direct, .quote.reported, [part~=quote])";
const ours = `[data-fact-cards], .quote[part~=quote], .who ~ ${claims}, ${claims} ~ ${words}, ${claims} ~ * ${words}, ${claims}:has(~ ${words}, ~ * ${words})`;

/** What interrupts a sentence. A form may be around the whole page. */
const aside = "figure, table, form:not(:has(h1, main, article))";

/** What no quotation goes on behind: a heading, an item, a cell, a section. The crate `article` has the same list. */
export const boxes = "figure, table, li, section, dt, dd, h2, h3, h4, h5, h6, blockquote, td, th, [role=listitem], article, summary, [role=heading]";

const isInlineByNature = /^(span|a|b|i|em|strong|small|sup|sub|mark|big|font)$/;

/** The number of elements between two pauses for the page. */
const many = 100;

/** Stands for words that readers see and that are not read, so that no quote runs across them. */
const object = { data: " \ufffc " };

/** What stands beside the article: its words are the article's neither in a box of its own nor within the line. */
const isBeside = ({ localName, role }) => /^(aside|nav|search|dialog|object)$/.test(localName) || /^(complementary|navigation|search|dialog|alertdialog)$/.test(role);

/** Whether an element shows such words: in a field of a form, a formula or a drawing, beside the article but within the line, in another order,
    or struck out without a line. */
const isObject = (node, { unicodeBidi, display }, isStruck) =>
  /^(select|textarea|math)$/.test(node.localName) ||
  (node.localName === "input" && !/^(checkbox|radio)$/.test(node.type)) ||
  (node.localName === "svg" && node.querySelector("text, foreignObject")) ||
  (isBeside(node) && /^(inline|contents)/.test(display) && (node.localName !== "object" || node.textContent.trim())) ||
  (!isStruck && (/^(del|s|strike)$/.test(node.localName) || node.role === "deletion")) ||
  /override/.test(unicodeBidi);

/** A text above or below the line, behind a digit, with the digits that Unicode has there: 10⁶ is another number than 106. */
function shifted(node, isBelow) {
  const digits = isBelow ? "₀₁₂₃₄₅₆₇₈₉₊₋" : "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
  // In a script, ten digits follow each other, from a number that ends with 0 or 6.
  const value = (sign) => (sign === "+" ? 10 : /[−–-]/.test(sign) ? 11 : ((sign.codePointAt() & 15) + (/[०-෯]/.test(sign) ? 10 : 0)) % 16);
  return { node, data: node.data.replace(/[\p{Nd}+−–-]/gu, (sign) => digits[value(sign)]) };
}

/** What ends with a digit, and may go on with signs that nobody sees. */
const isNumber = /[\p{Nd}⁰¹²³⁴-⁻₀-₋]\p{Cf}*$/u;

/** What digits of a footnote stand behind: a word of more than two letters, which is no unit, or the end of a sentence. */
const isNoted = /(\p{Alphabetic}{3}|[^\p{Alphabetic}\p{N}\p{Cf}\s\ufffc])\p{Cf}*$/u;

/** Returns the nodes that an element shows: those of its shadow root, if it has one; for a slot, those that are assigned to it. */
function shownIn(element) {
  const assigned = element.localName === "slot" ? element.assignedNodes() : [];
  return assigned.length ? assigned : (element.shadowRoot ?? element).childNodes;
}

/** Stands for the white space of what is left out. */
const space = { data: " " };

const isText = ({ data }) => data.trim() && data !== object.data;

/** Whether an element stands within a line. A drop cap floats, but is still the beginning of its word. */
const isInLine = ({ localName }, { display, float }) => /^(inline|contents|math|ruby)/.test(display) || (float !== "none" && isInlineByNature.test(localName));

/** Yields the paragraphs of an element as lists of text nodes, and sometimes nothing, for a pause. Text beside the article comes last, so
    that quotes can go on. What shadow roots show is read, and `watch` is told of them. The crate `article` has the same rules for the command;
    crates/article/tests/pages tests both. */
export function* paragraphs(root, watch) {
  if (isShown(root, getComputedStyle(root))) yield* new Paragraphs(root, watch).read(root);
}

/** What is around an element outside all others. */
const outside = { isStruck: false, shift: "", isButton: false };

class Paragraphs {
  /** What the paragraph has so far: text nodes, and what stands in their place. */
  #parts = [];
  /** How many parts the paragraph had before a button behind which there is no word so far: “Share” is no text, and a term that a button explains
      is. */
  #button;
  /** Whether nothing that is seen follows the last line break. */
  #isNewLine = false;
  /** What is read at the end. */
  #asides = [];
  #isEnd = false;
  /** The number of elements that have been read. */
  #count = 0;
  #spilled;
  #watch;

  constructor(root, watch) {
    this.#spilled = new Set(flat([...native(root.getRootNode()).querySelectorAll("fact-cards")].map(spilledFrom)));
    this.#watch = watch;
  }

  *read(root) {
    yield* this.#inside(root, outside);
    yield* this.#flush();
    this.#isEnd = true;
    for (const aside of this.#asides) {
      yield* this.#inside(aside, outside);
      yield* this.#flush();
    }
  }

  /** Reads what an element shows. `around` is what the elements around it say: whether words are struck out (`isStruck`), where letters stand
      (`shift`: “sub”, “sup” or neither), and whether they are in a button (`isButton`). */
  *#inside(element, around) {
    if (element.shadowRoot) this.#watch(element.shadowRoot);
    for (const node of shownIn(element)) {
      if (this.#spilled.has(node)) yield* this.#flush();
      else if (node.nodeType === Node.TEXT_NODE) this.#text(node, element, around);
      else if (node.nodeType === Node.ELEMENT_NODE) {
        if (++this.#count % many === 0) yield;
        yield* this.#element(node, around);
      }
    }
  }

  #text(node, element, { isStruck, shift, isButton }) {
    // An empty line may be kept by a no-break space.
    if (isStruck || (this.#isNewLine && !node.data.trim()) || !hasText(element)) return;
    this.#parts.push(shift && isNumber.test(this.#last()) ? shifted(node, shift === "sub") : node);
    this.#isNewLine = false;
    if (!isButton && node.data.trim()) this.#button = undefined;
  }

  *#element(node, around) {
    const style = getComputedStyle(node);
    if (!isShown(node, style) || isNote(node, this.#last())) return;
    const isInline = isInLine(node, style);
    // Words that are struck out are still shown, but are no longer the article's.
    const isStruck = around.isStruck || /line-through/.test(style.textDecorationLine);
    const within = { ...around, isStruck };
    if (isObject(node, style, isStruck)) yield* this.#object(isInline, within);
    else if (node.localName === "br") yield* this.#lineBreak(around);
    // What stands beside the article is not its own.
    else if (node.localName === "aside" || node.role === "complementary") this.#parts.push(space);
    else if (!this.#isEnd && !isInline && node.matches(aside)) {
      this.#parts.push(space);
      this.#asides.push(node);
    } else yield* this.#box(node, style, isInline, within);
  }

  *#object(isInline, { isStruck, isButton }) {
    if (!isInline) yield* this.#flush();
    if (!isButton) this.#take();
    if (!isStruck) this.#parts.push(object);
    if (!isInline) yield* this.#flush();
    this.#isNewLine = false;
  }

  /** The second of two line breaks ends a paragraph, as an empty line does. */
  *#lineBreak({ isButton }) {
    if (this.#isNewLine) yield* this.#flush();
    if (!isButton) this.#take();
    this.#isNewLine = true;
    this.#parts.push(space);
  }

  *#box(node, style, isInline, around) {
    const isOurs = node.matches(ours) || isCopied(node);
    // Words of ours inside a sentence part it: it is not what readers see without them.
    if (isOurs && !around.isStruck && node.textContent && (isInline || this.#parts[0])) this.#parts.push(object);
    if (!isInline) yield* this.#flush();
    if (!isApart(node) && !isOurs) yield* this.#contents(node, style, around);
    if (!isInline) yield* this.#flush();
  }

  *#contents(node, style, { isStruck, shift, isButton }) {
    const name = node.localName;
    const place = /^su[bp]$/.test(name) ? name : style.verticalAlign + style.fontVariantPosition;
    // The cents of a price.
    const own = /sub/.test(place) ? "sub" : /su/.test(place) ? "sup" : shift || (name === "small" && "sup");
    if (!isStruck) this.#generated(node, "::before");
    if (name === "button") this.#button ??= this.#parts.length;
    yield* this.#inside(node, { isStruck, shift: own, isButton: isButton || name === "button" });
    if (!isStruck) this.#generated(node, "::after");
  }

  /** Adds words of a style sheet. They have no place in the page, but readers see them there. */
  #generated(element, which) {
    const { content, display, position } = getComputedStyle(element, which);
    const isThere = display !== "none" && position !== "absolute";
    if (isThere && /^".*\p{L}/u.test(content)) this.#parts.push({ data: content.slice(1, -1) });
  }

  /** Leaves the words of a button out, if it is the last of the paragraph. */
  #take() {
    this.#parts.length = this.#button ?? this.#parts.length;
    this.#button = undefined;
  }

  /** Ends the paragraph. */
  *#flush() {
    this.#take();
    if (this.#parts.some(isText)) yield this.#parts;
    this.#parts = [];
  }

  // Without `at`, which some pages replace.
  #last() {
    return this.#parts[this.#parts.length - 1]?.data ?? "";
  }
}

/** The nodes that were written inside one of our elements, but come after it: in a `<p>`, a block ends the paragraph, and the element with it.
    The end tag of the paragraph, if there is one, makes an empty paragraph. */
function spilledFrom(host) {
  const paragraph = host.closest("p");
  for (let node = host; paragraph && node !== paragraph; node = node.parentNode) if (node.nextSibling) return [];
  // A space at the beginning is the page's own, because a space inside the element would have stayed there.
  const first = paragraph?.nextSibling;
  if (!first?.localName || getComputedStyle(first).display === "inline") return [];
  const nodes = [];
  for (let node = first; node; node = node.nextSibling) {
    if (node.localName === "p" && !node.hasChildNodes()) return nodes;
    nodes.push(node);
  }
  // Without the end of the paragraph, nobody can tell how much it was.
  return first.localName === "p" ? [] : [first];
}

/** Whether it is a quote that the button of a card has copied, with its speaker and the address of the card below it. */
const isCopied = ({ localName, nextElementSibling: next }) => localName === "blockquote" && /^— /.test(next?.textContent) && next.querySelector("a[href*='#claim-']");

/** The marks of notes and comments that Word and LibreOffice write. */
const isMark = /(^|\s)(Mso(Comment|Footnote|Endnote)Reference|sd(foot|end)noteanc)(\s|$)/;

/** What Word writes where there is no text: a comment, or the sign of a list's item. */
const isNoText = /mso-(element:\s*comment|list:\s*ignore)/i;

/** Whether it is the mark of a footnote, which readers skip: “[1]”, “*”, a letter or number that is a link, or a link such as “[citation needed]”; numbers
    behind a word; what a program for writing calls a mark, if it looks like one; or a comment that such a program has put at the end. `before` is what
    stands before it. */
function isNote(element, before) {
  const isMarked = isMark.test(element.getAttribute("class")) || element.getAttribute("role") === "doc-noteref";
  if (isNoText.test(element.getAttribute("style"))) return true;
  if (element.querySelector(":scope > a[href^='#cmnt_ref']")) return true;
  if (element.localName !== "sup" && !isMarked) return false;
  const text = element.textContent.trim();
  const isLink = element.querySelector("a") || element.closest("a")?.textContent.trim() === text;
  // A word may be one of the article's: “did not take”.
  const isList = /^[※＊*注]?\d([\d ,–-]*\d)?$/.test(text);
  return /^(\[(\d([\d ,–-]*\d)?|.)\]|[*†‡§¶※]{1,3})$/.test(text) || (isList && isNoted.test(before)) || (isMarked && /^(\[?(.|[ivx]+)\]?|.{0,19}\d.{0,19}|\[.*\s.*\])$/i.test(text)) || (isLink && /^(\d+|.|\[.*\s.*\])$/.test(text));
}
