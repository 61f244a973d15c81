// The text of an article in the page, as a reader sees it, and the way back from the text to the page.

import { Article, default as start } from "./glue.js";

// The build puts the name of the wasm here.
const wasm = new URL("{quotes}", import.meta.url);

/** How long the page may wait for us, in milliseconds. */
const slice = 8;

let begin = 0;

/** Lets the page have its turn, once it has waited long enough. */
export async function rest() {
  if (performance.now() - begin < slice) return;
  await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  begin = performance.now();
}

let starting;

/** Starts the wasm, once; what has failed may be tried again. */
function started() {
  starting ??= start({ module_or_path: wasm }).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/** What was read, as long as it is still so. */
const readings = new WeakMap();

/** The text of this element, read anew after each change of it, and where it has to be `fresh`; or of these paragraphs. */
export function readingOf(source, fresh) {
  if (fresh || !readings.has(source)) {
    const reading = Reading.of(source);
    const forget = () => readings.get(source) === reading && readings.delete(source);
    readings.set(source, reading);
    reading.then(({ changed }) => changed).then(forget, forget);
  }
  return readings.get(source);
}

export class Reading {
  /** Comes true once the text is no longer what was read; reading takes a while, and what changes meanwhile counts. */
  changed;
  #article;
  /** For each paragraph the text nodes it is made of, each with the offset at which it begins. */
  #paragraphs = [];

  /** Of an element; or of paragraphs, which lead nowhere. */
  static async of(source) {
    await started();
    const reading = new Reading();
    const isFixed = Array.isArray(source);
    reading.changed = isFixed ? new Promise(() => {}) : changeOf(source);
    reading.#article = new Article();
    for (const parts of isFixed ? source.map((data) => [{ data }]) : paragraphs(source)) {
      let text = "";
      const nodes = [];
      for (const node of parts) {
        nodes.push([text.length, node]);
        text += node.data;
      }
      reading.#paragraphs.push(nodes);
      reading.#article.push(text);
      await rest();
    }
    return reading;
  }

  /** The grade of a quote, and the ranges of the page where its spans stand. */
  find(spans, prefix, suffix) {
    const found = this.#article.find(spans, prefix, suffix);
    const { grade, offsets } = found;
    found.free();
    const ranges = [];
    for (let at = 0; at < offsets.length; at += 4) ranges.push(...this.#ranges(...offsets.slice(at, at + 4)));
    return { grade, ranges };
  }

  /** The ranges of the page that a passage is made of: one for each text node, so that what stands between them is not in it. */
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
    return this.#article.fragment(spans, prefix, suffix);
  }
}

/** Parts of a page that are no text of an article: among them our own cards, which repeat its words. */
const apart = /^(script|style|template|noscript|iframe|object|embed|svg|math|canvas|audio|video|select|textarea|button|input|nav|rp|rt|fact-cards)$/;
const isAside = /^(figure|aside|table)$/;
const isInlineByNature = /^(span|a|b|i|em|strong|small|sup|sub|mark|big|font)$/;

/** The paragraphs of an element, as lists of text nodes; what stands beside the text comes behind all of it, so that quotes go on. */
function* paragraphs(root) {
  const asides = [];
  let parts = [];
  const flush = function* () {
    if (parts.some(({ data }) => data.trim())) yield parts;
    parts = [];
  };
  const read = function* (element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (isVisible(element)) parts.push(node);
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || apart.test(node.localName)) continue;
      const { display, float } = getComputedStyle(node);
      // What has no box of its own is not visible by that name, but its contents are.
      if (display === "none" || (display !== "contents" && node.checkVisibility?.() === false)) continue;
      if (node.localName === "br" || node.localName === "hr") {
        parts.push({ data: " " });
      } else if (isAside.test(node.localName)) {
        asides.push(node);
      } else if (/^(inline|contents|ruby)/.test(display) || (float !== "none" && isInlineByNature.test(node.localName))) {
        // A drop cap floats, and is the beginning of its word all the same.
        yield* read(node);
      } else {
        yield* flush();
        yield* read(node);
        yield* flush();
      }
    }
  };
  yield* read(root);
  yield* flush();
  for (const aside of asides) {
    yield* read(aside);
    yield* flush();
  }
}

const isVisible = (element) => getComputedStyle(element).visibility === "visible";

/** What may change a text: attributes show and hide some, too. */
const changes = { childList: true, characterData: true, subtree: true, attributeFilter: ["class", "hidden", "open"] };

/** The next change of an element's text, or of its place in the page. */
function changeOf(root) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(root, changes);
    // Where it is taken away, another may stand in its place.
    for (let above = root.parentNode; above; above = above.parentNode ?? above.host) observer.observe(above, { childList: true });
  });
}

/** Waits until an element has not changed for a moment, for no longer than `most` milliseconds. */
export function untilAtRest(root, most) {
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

/** For the paragraphs of a document what they stand in, which is not kept from being forgotten with its page. */
const places = new Map();

/** The element that the article stands in, as `root`: the one that the attribute names, as soon as it is there if one `waits`; else the one
    that has the document's own paragraphs. Where the page lacks these, `changed` comes true once it is another page. */
export async function located(host, body, waits = true) {
  const selector = host.getAttribute("article");
  if (!selector) return Array.isArray(body) ? home(body) : {};
  for (;;) {
    const root = host.getRootNode().querySelector(selector) ?? document.querySelector(selector);
    if (root || !waits || !host.isConnected) return { root };
    await changeOf(document.body);
    await untilAtRest(document.body, 1000);
  }
}

/** What the paragraphs have in common that stand in the page, where at least half of them do. */
async function home(body) {
  const key = body.join("\n");
  if (!places.has(key)) places.set(key, search(body));
  const { place, changed } = await places.get(key).catch((error) => {
    places.delete(key);
    throw error;
  });
  const root = place?.deref();
  if (root?.isConnected) return { root };
  // An article may come later, or be put there anew.
  places.delete(key);
  return place ? home(body) : { changed };
}

async function search(body) {
  const page = await Reading.of(document.body);
  const ranges = [];
  for (const paragraph of body) {
    const [first] = page.find([paragraph]).ranges;
    // What has left the page since it was read is nowhere in it.
    if (first?.startContainer.isConnected) ranges.push(first);
    await rest();
  }
  if (!ranges.length || ranges.length * 2 < body.length) return { changed: page.changed };
  const whole = new Range();
  whole.setStart(ranges[0].startContainer, 0);
  for (const { endContainer } of ranges) if (whole.comparePoint(endContainer, 0) > 0) whole.setEnd(endContainer, 0);
  const { commonAncestorContainer: common } = whole;
  return { place: new WeakRef(common.nodeType === Node.ELEMENT_NODE ? common : common.parentElement) };
}
