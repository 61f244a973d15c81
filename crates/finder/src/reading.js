// Reads the text of an article in the page as a reader sees it, and finds places of the text in the page.

import * as articles from "./glue.js";
import { flat, native, page } from "./browser.js";
import { queue } from "./queue.js";
import { hasText, isShown } from "./sight.js";

// The build puts the name of the wasm here.
const wasm = new URL("{quotes}", import.meta.url).href;

/** The longest time of work without a pause for the page, in milliseconds. */
const slice = 8;

let begin = 0;

/** Pauses for the page, if the last pause was long enough ago. */
export async function rest() {
  if (performance.now() - begin < slice) return;
  // The newer ways of `scheduler` never come back in some pages.
  await new Promise((resolve) => setTimeout(resolve));
  begin = performance.now();
}

let starting;

/** Starts the wasm, once; a start that failed may be tried again. */
function started() {
  starting ??= start().catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start() {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm} answered with status ${response.status}`);
  const { instance, module } = await WebAssembly.instantiate(await response.arrayBuffer(), articles.imports());
  articles.finalize(instance, module);
}

/** The messages that are already in the console. */
const warned = new Set();

/** Tells the newsroom once what has failed, and why. */
export function failed({ message }, what = "the article could not be searched") {
  if (!warned.has(message)) console.warn(`fact-cards: ${what}: ${message}`);
  warned.add(message);
}

/** Makes of an action one that never fails in the page, whatever the page has taken from it: the newsroom is told. */
export const safely = (act) => async (...given) => {
  try {
    return await act(...given);
  } catch (error) {
    failed(error);
  }
};

const inTurn = queue();

/** Runs a search after all earlier searches, and after a pause for the page. */
export const searchInTurn = (search) => inTurn(() => rest().then(search));

/** The last reading of each element. */
const readings = new WeakMap();

/** The reading of this element, made again after it has changed; or of these paragraphs. */
export function readingOf(source) {
  const known = readings.get(source);
  // A reading that is not finished is shared, even if the page has changed. Otherwise a page that changes all the time would never be read.
  if (known && !(known.isStale && known.isDone)) return known.ready;
  known?.free();
  const reading = new Reading(source);
  readings.set(source, reading);
  reading.ready.catch(() => readings.delete(source));
  return reading.ready;
}

/** In the order of `Grade` in the crate `quotes`. */
const grades = ["exact", "typographic", "altered", "not-found", "ambiguous", "not-checked"];

/** What is asked, as one text. */
const inOne = (spans, prefix, suffix) => [prefix, suffix, ...spans].join("\0");

class Reading {
  /** Resolves with this object when everything is read. */
  ready;
  isDone = false;
  /** Resolves when the text may have changed, also while it is being read. */
  changed;
  isStale = false;
  #leave;
  /** The number of the article in the wasm; none before it is read and after its memory is freed. */
  #article;
  /** For each paragraph its text nodes, each with the offset at which it begins. */
  #paragraphs = [];
  /** The element around the last paragraph at whose end no quotation goes on. */
  #box;

  /** Reads an element; or paragraphs, which have no place in the page. */
  constructor(source) {
    this.ready = this.#read(source);
  }

  async #read(source) {
    await started();
    const isFixed = Array.isArray(source);
    let tell;
    this.changed = new Promise((resolve) => (tell = resolve));
    const change = () => {
      this.isStale = true;
      tell();
    };
    let watch;
    if (!isFixed) [this.#leave, watch] = observed([source], change);
    this.#article = articles.begin();
    for (const parts of isFixed ? source.map((data) => [{ data }]) : paragraphs(source, watch)) {
      if (parts) this.#push(parts);
      await rest();
    }
    this.isDone = true;
    return this;
  }

  #push(parts) {
    let text = "";
    let box;
    const nodes = [];
    for (const part of parts) {
      box = part.parentElement?.closest(boxes) ?? box;
      nodes.push([text.length, part.node ?? part]);
      text += part.data;
    }
    const isLabel = articles.push(this.#article, text, box !== this.#box) === false;
    // A label between two paragraphs is not marked with them, and parts no boxes.
    if (!isLabel) this.#box = box;
    this.#paragraphs.push(isLabel ? [] : nodes);
  }

  /** Frees the memory in the wasm. Nothing can be found after that. */
  free() {
    if (this.#article) articles.end(this.#article);
    this.#article = 0;
  }

  /** Stops watching for changes. */
  leave() {
    this.#leave?.();
  }

  /** The grade of words, and the ranges in the page for each place that has them. Where words that somebody has said, as `isSaid` says, lack the
      “not” of their clause, there are no ranges. */
  find(spans, prefix, suffix, isSaid) {
    if (!this.#article) return { places: [] };
    const [number, ...offsets] = articles.find(this.#article, inOne(spans, prefix, suffix), isSaid ? 1 : 0).split(" ").map(Number);
    const grade = grades[number];
    const passages = [];
    for (let at = 0; at < offsets.length; at += 4) passages.push([...this.#ranges(...offsets.slice(at, at + 4))]);
    // All parts of a quote count, wherever they are.
    return { grade, places: grade === "ambiguous" && !spans[1] ? passages : [flat(passages)] };
  }

  /** The ranges of a passage: one for each text node, so that nothing between them is included. */
  *#ranges(first, start, last, end) {
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const from = paragraph === first ? start : 0;
      const to = paragraph === last ? end : Infinity;
      for (const [begin, node] of this.#paragraphs[paragraph]) {
        const stop = Math.min(to - begin, node.data.length);
        if (from - begin >= node.data.length || stop <= 0 || !(node instanceof Node)) continue;
        const range = new Range();
        range.setStart(node, Math.max(from - begin, 0));
        range.setEnd(node, stop);
        yield range;
      }
    }
  }

  fragment(spans, prefix, suffix) {
    return this.#article && articles.find(this.#article, inOne(spans, prefix, suffix), 2);
  }
}

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
const boxes = "figure, table, li, section, dt, dd, h2, h3, h4, h5, h6, blockquote, td, th, [role=listitem], article, summary, [role=heading]";

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

/** Yields the paragraphs of an element as lists of text nodes, and sometimes nothing, for a pause. Text beside the article comes last, so
    that quotes can go on. What shadow roots show is read, and `watch` is told of them. The crate `article` has the same rules for the command;
    crates/article/tests/pages tests both. */
function* paragraphs(root, watch) {
  if (!isShown(root, getComputedStyle(root))) return;
  const asides = [];
  const space = { data: " " };
  const spilled = new Set(flat([...native(root.getRootNode()).querySelectorAll("fact-cards")].map(spilledFrom)));
  let isEnd = false;
  let count = 0;
  let parts = [];
  // Where a button begins behind which there is no word of its paragraph so far: “Share” is no text, and a term that a button explains is.
  let button;
  const take = () => {
    parts.length = button ?? parts.length;
    button = undefined;
  };
  // Without `at`, which some pages replace.
  const last = () => parts[parts.length - 1]?.data ?? "";
  const flush = function* () {
    take();
    if (parts.some(({ data }) => data.trim() && data !== object.data)) yield parts;
    parts = [];
  };
  // Words of a style sheet have no place in the page, but readers see them there.
  const addGenerated = (element, which) => {
    const { content, display, position } = getComputedStyle(element, which);
    const isThere = display !== "none" && position !== "absolute";
    if (isThere && /^".*\p{L}/u.test(content)) parts.push({ data: content.slice(1, -1) });
  };
  let isNewLine = false;
  // Whether words are struck out, and where their letters stand, comes from what is around.
  const read = function* (element, isStruck, shift, isButton) {
    if (element.shadowRoot) watch(element.shadowRoot);
    for (const node of shownIn(element)) {
      if (spilled.has(node)) {
        yield* flush();
        continue;
      }
      if (node.nodeType === Node.TEXT_NODE) {
        // An empty line may be kept by a no-break space.
        if (isStruck || (isNewLine && !node.data.trim()) || !hasText(element)) continue;
        parts.push(shift && isNumber.test(last()) ? shifted(node, shift === "sub") : node);
        isNewLine = false;
        if (!isButton && node.data.trim()) button = undefined;
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (++count % many === 0) yield;
      const style = getComputedStyle(node);
      if (!isShown(node, style) || isNote(node, last())) continue;
      const name = node.localName;
      const { display, float } = style;
      // A drop cap floats, but is still the beginning of its word.
      const isInline = /^(inline|contents|math|ruby)/.test(display) || (float !== "none" && isInlineByNature.test(name));
      // Words that are struck out are still shown, but are no longer the article's.
      const isOut = isStruck || /line-through/.test(style.textDecorationLine);
      if (isObject(node, style, isOut)) {
        if (!isInline) yield* flush();
        if (!isButton) take();
        if (!isOut) parts.push(object);
        if (!isInline) yield* flush();
        isNewLine = false;
      } else if (name === "br" || name === "aside" || node.role === "complementary") {
        // What stands beside the article is not its own.
        // The second of two line breaks ends a paragraph, as an empty line does.
        if (name === "br" && isNewLine) yield* flush();
        if (name === "br" && !isButton) take();
        isNewLine ||= name === "br";
        parts.push(space);
      } else if (!isEnd && !isInline && node.matches(aside)) {
        parts.push(space);
        asides.push(node);
      } else {
        const isOurs = node.matches(ours) || isCopied(node);
        // Words of ours inside a sentence part it: it is not what readers see without them.
        if (isOurs && !isOut && node.textContent && (isInline || parts[0])) parts.push(object);
        if (!isInline) yield* flush();
        if (!isApart(node) && !isOurs) {
          isOut || addGenerated(node, "::before");
          const place = /^su[bp]$/.test(name) ? name : style.verticalAlign + style.fontVariantPosition;
          if (name === "button") button ??= parts.length;
          // The cents of a price.
          yield* read(node, isOut, /sub/.test(place) ? "sub" : /su/.test(place) ? "sup" : shift || (name === "small" && "sup"), isButton || name === "button");
          isOut || addGenerated(node, "::after");
        }
        if (!isInline) yield* flush();
      }
    }
  };
  yield* read(root);
  yield* flush();
  isEnd = true;
  for (const aside of asides) {
    yield* read(aside);
    yield* flush();
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

/** What may change a text, or which element is the article: attributes show and hide some, too. */
const attributeFilter = ["article", "class", "hidden", "id", "open", "style"];
const changes = { childList: true, characterData: true, subtree: true, attributeFilter };

/** What opens or appears slowly is seen once it has. */
const slowly = /height|opacity|rows/;

/** Tells of the next change of elements, or of their place in the page; answers with a function that ends it before, and with one that adds
    a shadow root, because what changes there is not seen from outside. */
function observed(roots, tell) {
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    observer.disconnect();
  };
  const change = () => {
    end();
    tell();
  };
  addEventListener("transitionend", ({ propertyName }) => slowly.test(propertyName) && change(), { signal: ending.signal });
  const observer = new MutationObserver(change);
  for (const root of roots) {
    // What is above may hide it; and where it is taken away, another may stand in its place.
    for (let above = root.parentNode; above; above = above.parentNode ?? above.host) observer.observe(above, { childList: true, attributeFilter });
  }
  // Of what was named twice, the last way counts.
  const watch = (root) => observer.observe(root, changes);
  roots.forEach(watch);
  return [end, watch];
}

/** A promise of the next change of elements. Fails at once where the page has taken away what tells of it. */
function changeOf(...roots) {
  let tell;
  const changed = new Promise((resolve) => (tell = resolve));
  observed(roots, tell);
  return changed;
}

/** Waits until an element has not changed for a moment, for no longer than `most` milliseconds. */
export function untilStill(root, most) {
  return new Promise((resolve) => {
    let resting;
    const end = () => {
      observer.disconnect();
      clearTimeout(resting);
      clearTimeout(limit);
      resolve();
    };
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(end, 300);
    };
    const limit = setTimeout(end, most);
    const observer = new MutationObserver(rest);
    observer.observe(root, changes);
    rest();
  });
}

/** Finds the element of the article, as `root`, and its `reading`: the one that the attribute names, or else the one that has the document's own
    paragraphs. If it may be another one later, or is not there yet, `changed` resolves when the page has changed. */
export async function located(host, body) {
  const found = await place(host, body);
  return { ...found, reading: found.root && (await readingOf(found.root)) };
}

function place(host, body) {
  const selector = host.getAttribute("article");
  if (!selector) return body.length ? home(body) : {};
  const tree = host.getRootNode();
  const root = native(tree).querySelector(selector) ?? page.querySelector(selector);
  return root ? { root } : { changed: changeOf(tree, document) };
}

/** For the paragraphs of a document, the element that holds them, by a weak reference. */
const places = new Map();

/** The innermost element around the paragraphs that are in the page, if at least half of them are. */
async function home(body) {
  const key = body.join("\n");
  const search = places.get(key) ?? searched(body);
  places.set(key, search);
  const forget = () => places.get(key) === search && places.delete(key);
  const { place, reading } = await search.catch((error) => {
    forget();
    throw error;
  });
  const root = place?.deref();
  const isHere = root?.isConnected;
  if (isHere && !reading) return { root };
  // Other paragraphs may come later, or the page may draw all of them again.
  if (!isHere || reading.isStale) forget();
  return { root: isHere ? root : undefined, changed: reading?.changed ?? Promise.resolve() };
}

/** The places of the paragraphs; if some are missing, also the reading of the page. */
async function searched(body) {
  const reading = await new Reading(page.body).ready;
  let common;
  let count = 0;
  for (const paragraph of body) {
    const { places } = await searchInTurn(() => reading.find([paragraph]));
    // Nodes that have left the page since do not count; if there are several places, the first one counts.
    const nodes = (places[0] ?? []).map(({ startContainer }) => startContainer).filter((node) => node.isConnected);
    if (nodes.length) count++;
    for (let node of nodes) {
      for (let host; (host = node.getRootNode().host); ) node = host;
      common ??= node.parentElement;
      while (!common.contains(node)) common = common.parentElement;
    }
  }
  reading.free();
  const isWhole = count === body.length;
  if (isWhole) reading.leave();
  return { place: count > 0 && count * 2 >= body.length ? new WeakRef(common) : undefined, reading: isWhole ? undefined : reading };
}
