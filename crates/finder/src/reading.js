// Reads the text of an article in the page as a reader sees it, and finds places of the text in the page.

import * as articles from "./glue.js";
import { flat } from "./browser.js";
import { observed } from "./changes.js";
import { boxes, paragraphs } from "./paragraphs.js";
import { queue } from "./queue.js";

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

export class Reading {
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
