// Underlines the words of all cards in the article, so that readers can open a card from there. The page's own DOM is not changed.

import { dress, flat, late, page } from "./browser.js";
import { Pause } from "./pause.js";
import { phrasesFor } from "./phrases.js";
import { listen } from "./pointer.js";
import { compareContexts } from "./contexts.js";
import { located } from "./located.js";
import { failed, safely, searchInTurn } from "./reading.js";
import { isReachable } from "./sight.js";
import { marks } from "./style.js";
import { leave, loadThere } from "./way.js";
import { wordsOnCard } from "./words.js";

// The build puts an address here: that of the module that shows a card beside its passage.
const sheetAddress = "{sheet}";

/** The passages of each element in the page. */
const all = new Map();

/** Underlines the words of an element's cards where they are found for certain, and again after the cards or the article have changed.
    `article` has the article's paragraphs from the document, which are not needed where the element names its article. */
export const underline = safely((host, article) => {
  // Without highlights, nobody could see where to touch. With forced colors, browsers show every highlight like a selection.
  if (!globalThis.CSS?.highlights || matchMedia("(forced-colors: active)").matches) return;
  if (!all.has(host)) all.set(host, new Passages(host));
  all.get(host).look(article);
  listen({ at: passageAt, over, near, open, elsewhere: (path) => sheet?.leave(path) });
});

/** The module that shows cards beside their passages, once it was loaded. */
let sheet;

async function load() {
  return (sheet ??= await late(sheetAddress, "open").catch(() => {}));
}

function near() {
  load();
  loadThere();
}

/** The cards of one element, as passages in the article. */
class Passages {
  host;
  /** In the order of the article: the claim, which words of its card they are, the statement, the words, and the ranges that have them. */
  list = [];
  #article = { body: [] };
  /** What is being looked for. */
  #wanted;
  #observers;
  #ending = new AbortController();
  /** The passage whose card is shown. */
  #current;

  constructor(host) {
    this.host = host;
    const attributes = new MutationObserver(() => this.look());
    attributes.observe(host, { attributeFilter: ["article", "passages"] });
    // When an element is removed, its size becomes 0, which is observed.
    const size = new ResizeObserver(() => host.isConnected || this.#end());
    size.observe(host);
    this.#observers = [attributes, size];
    // Prerendered cards are looked for before the widget is there, which then draws them again, or others.
    host.addEventListener("fact-cards-ready", () => this.look(), { signal: this.#ending.signal });
  }

  /** Looks for the words that the cards have now. */
  look(article = this.#article) {
    this.#article = article;
    // In a page with many elements, the browser gets its pauses between them.
    searchInTurn(() => this.#compare()).catch(failed);
  }

  /** Begins to look for the words of the cards, if they are others than before. */
  #compare() {
    if (!this.host.isConnected) return this.#end();
    const isOff = this.host.getAttribute("passages") === "off";
    const cards = isOff ? [] : [...this.host.shadowRoot.querySelectorAll("[data-claim]")];
    const sought = flat(cards.map((card) => {
      const { claim } = card.dataset;
      return wordsOnCard(card).map(({ index, statement, words }) => ({ claim, index, statement, words }));
    }));
    const wanted = JSON.stringify([this.host.getAttribute("article") ?? this.#article.body, sought]);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (!sought.length) return this.#take([]);
    const isWanted = () => this.#wanted === wanted && this.host.isConnected;
    // A passage that is shown stays the same one in the list.
    const isSame = (one) => ({ claim, index }) => claim === one.claim && index === one.index;
    const passages = sought.map((one) => Object.assign(this.list.find(isSame(one)) ?? {}, one));
    // An element that is removed at once has no size that could change.
    this.#follow(passages, isWanted).catch(failed).finally(() => this.host.isConnected || this.#end());
  }

  /** Searches again whenever the article has changed. */
  async #follow(sought, isWanted) {
    const pause = new Pause();
    while (isWanted()) {
      const { root, changed, reading } = await located(this.host, this.#article.body);
      const found = [];
      for (const one of reading ? sought : []) {
        const ranges = certain(await searchInTurn(() => reading.find(...one.words)));
        if (!isWanted()) return;
        if (ranges.length) found.push([one, ranges]);
      }
      if (!isWanted()) return;
      this.#take(found);
      const next = [changed, reading?.changed].filter(Boolean);
      if (!next.length) return;
      await pause.after(Promise.race(next), root ?? page.body, isWanted);
    }
  }

  #take(found) {
    this.list = found.map(([one, ranges]) => Object.assign(one, { ranges }));
    this.list.sort(({ ranges: [one] }, { ranges: [other] }) => order(one, other));
    drawSoon();
    sheet?.renew(this);
  }

  /** Whether the article still has a passage at this moment, which gets its ranges of now. */
  async has(passage) {
    const { reading } = await located(this.host, this.#article.body);
    const ranges = certain(reading && (await searchInTurn(() => reading.find(...passage.words))));
    if (ranges.length) passage.ranges = ranges;
    return ranges.length > 0 && this.list.includes(passage);
  }

  /** Takes from the card of a passage what the article does not have any more. */
  async compare({ claim }) {
    const { reading } = await located(this.host, this.#article.body);
    if (reading) await compareContexts(this.host.shadowRoot.querySelector(`[data-claim="${claim}"]`), reading, true);
  }

  /** Marks a passage as the one whose card is shown; without a passage, none. */
  mark(passage) {
    this.#current = passage;
    if (passage) leave();
    draw();
  }

  /** The ranges to mark, and those to underline. */
  get marked() {
    return this.#current?.ranges ?? [];
  }

  get underlined() {
    return flat(this.list.filter((passage) => passage !== this.#current).map(({ ranges }) => ranges));
  }

  /** What the sheet says, in the language of the cards. */
  async phrases() {
    return phrasesFor(this.host);
  }

  #end() {
    for (const observer of this.#observers) observer.disconnect();
    this.#ending.abort();
    this.#wanted = undefined;
    sheet?.close(this.host);
    all.delete(this.host);
    draw();
  }
}

/** The ranges of words that are found once, and can be seen: the rest is no passage. */
function certain({ grade, places } = {}) {
  return grade === "exact" || grade === "typographic" ? flat(places.filter(isReachable)) : [];
}

function order(one, other) {
  if (one.startContainer === other.startContainer) return one.startOffset - other.startOffset;
  return one.startContainer.compareDocumentPosition(other.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function draw() {
  const owners = [...all.values()];
  paint("fact-cards-passages", flat(owners.map(({ underlined }) => underlined)));
  paint("fact-cards-passage", flat(owners.map(({ marked }) => marked)));
}

let drawing;

/** Draws once for all elements whose passages are found at about the same time. */
function drawSoon() {
  drawing ??= setTimeout(safely(() => {
    drawing = undefined;
    draw();
  }));
}

/** Gives ranges the style of a highlight, and takes it from all others, where the browser has highlights. */
export function paint(name, ranges) {
  if (!CSS.highlights) return;
  // The styles of a page do not reach into its shadow trees.
  for (const root of new Set(ranges.map(({ startContainer }) => startContainer.getRootNode()))) dress(root, marks);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** How far above and below a line a touch still counts, in pixels: lines have a space between them. */
const margin = 4;

const isInside = (x, y) => ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - margin && y <= bottom + margin;

/** The passage at a place of the window, with what it belongs to; the shortest of several. `element` is the innermost one there, so that
    nothing is found behind another element. */
function passageAt(element, x, y) {
  let best;
  for (const owner of all.values()) {
    for (const passage of owner.list) {
      const here = passage.ranges.filter(({ startContainer }) => startContainer.parentNode === element);
      if (!here.some((range) => [...range.getClientRects()].some(isInside(x, y)))) continue;
      const length = passage.ranges.reduce((sum, range) => sum + range.toString().length, 0);
      if (!best || length < best.length) best = { owner, passage, length };
    }
  }
  return best;
}

/** Shows that the pointer is over a passage; or over none. */
function over(found) {
  paint("fact-cards-passage-hover", found?.passage.ranges ?? []);
}

/** Shows the card of a passage. `y` is where in the window it was touched; a screen reader that opens it gives none. */
const open = safely(async ({ owner, passage }, y) => {
  // The reader may scroll while files are loaded.
  const touched = y - passage.ranges[0].getBoundingClientRect().top;
  const [module, there, phrases] = await Promise.all([load(), loadThere(), owner.phrases(), owner.compare(passage)]);
  if (there) await module?.open(owner, passage, { ...there, phrases, touched, safely });
});
