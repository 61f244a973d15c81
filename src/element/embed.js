// What an element does once the widget is there: from what it names to the cards in its shadow root, again after each change.

import { isAsking, onAddress, reach } from "./address.js";
import { hasFocus, isInUse, near, untilUnused } from "./reader-activity.js";
import { acquire, asDocument, find, release } from "./documents.js";
import { Failure, tell } from "./events.js";
import { draw, factsOf, inTurn, prepare } from "./instance.js";
import { words, wordsIn } from "./languages.js";

// Where all of this is one file, a fresh instance finds the glue here.
export { facts, fail, finalize, imports, show, wait } from "./glue.js";

// The build says where: what looks for quotes in the page.
const finder = "{article}";

let styles;

/** From the widget's files to the function that gives an element what cares for it. */
export async function begin(wasm, sheet) {
  for (const { ok, status, url } of [wasm, sheet]) if (!ok) throw new Error(`${url} answered with status ${status}`);
  const css = await sheet.text();
  [styles] = await Promise.all([new CSSStyleSheet().replace(css), prepare(wasm)]);
  onAddress(() => {
    reach(embeds);
    for (const embed of embeds) if (!embed.stage) embed.update();
  });
  return embed;
}

async function embed(host) {
  // The parser may still be at it, and about to bring the element's own cards.
  if (document.readyState === "loading" && !isBehindParser(host)) {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  return new Embed(host);
}

const isBehindParser = (node) => node && (node.nextSibling || isBehindParser(node.parentNode));

/** Those whose elements are in the page. */
const embeds = new Set();

class Embed {
  host;
  root;
  /** Where its cards are drawn: `instance.js` gives it, and takes it back where another element needs it more. */
  stage;
  /** What stands in the shadow root where no cards of ours do: the cards that the page came with; or the slot for what it
      wrote inside, and a skeleton. */
  #before;
  #skeleton;
  /** What the cards are of: the address or the text of their document, and that with the attributes they depend on. */
  #document;
  #shown;
  /** The document that the cards are of, and what looks for their words in the page. */
  #facts;
  #finder;
  #load;
  /** The update under way: each ends the one before. */
  #attempt;

  constructor(host) {
    this.host = host;
    this.root = host.shadowRoot ?? this.#open();
    this.#before = [...this.root.childNodes];
    this.root.addEventListener("toggle", () => this.#attend(), true);
    host.addEventListener("click", (event) => event.composedPath()[0].matches("[role=alert] button") && this.#retry());
  }

  /** The shadow root of an element that came without. */
  #open() {
    const root = this.host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles];
    // Put into the page by a script, cards that came as HTML are no more than this.
    const inert = this.host.querySelector(":scope>template[shadowrootmode]");
    if (inert) {
      root.append(inert.content.cloneNode(true));
      return root;
    }
    const slot = document.createElement("slot");
    const skeleton = (this.#skeleton = document.createElement("div"));
    skeleton.className = "skeleton";
    root.append(slot, skeleton);
    // The parser may not have come to the children yet, and not all of them are something to show.
    const isShown = ({ data, localName, nodeType, slot }) =>
      nodeType === 3 ? data.trim() : localName && !slot && !/script|style|template/.test(localName);
    const choose = () => (skeleton.hidden = [...this.host.childNodes].some(isShown));
    slot.addEventListener("slotchange", choose);
    choose();
    return root;
  }

  /** Looks at the element anew. What another change overtakes comes to nothing. */
  async update() {
    this.#attempt?.abort();
    const { signal } = (this.#attempt = new AbortController());
    const isLast = () => !signal.aborted;
    // Several changes in one go are one, and a move within the page is none.
    await undefined;
    if (!isLast()) return;
    if (!this.host.isConnected) {
      embeds.delete(this);
      this.#keep();
      return;
    }
    embeds.add(this);
    let named;
    try {
      const found = await find(this.host, !this.#skeleton);
      named = found.src ?? found.json;
      const wish = JSON.stringify([named, ...["open", "lang", "heading-level"].map((name) => this.host.getAttribute(name))]);
      if (!isLast()) return;
      if (wish === this.#shown) {
        // Another load that was under way, if there is one, is not asked for any more.
        if (this.#load?.src !== found.src) this.#keep();
        // It may have come back into the page.
        return void this.#attend();
      }
      this.#keep(found.src);
      const { json, address, problems, leftOut: dropped = 0 } = await (found.src ? this.#load.answer : asDocument(found));
      if (!isLast()) return;
      if (json !== this.#facts?.json) {
        const facts = await factsOf(json);
        if (!isLast()) return;
        this.#facts = facts;
      }
      this.#attend();
      const language = await words(this.host, this.#facts.language);
      const show = (glue, place, rendered) =>
        glue.show(place, language, this.host, json, address, location.href, problems, dropped, rendered);
      let outcome;
      while (!outcome && isLast()) {
        const isTheMoment = await this.#moment(signal);
        outcome = await this.#draw(isLast, show, named, wish, isTheMoment, found.isEnclosed);
      }
      if (!isLast()) return;
      // Of cards that are open from the start, the browser may have said so before they were in the page.
      this.#attend();
      const [claims, leftOut] = outcome;
      tell(this.host, "ready", { claims, leftOut });
      reach([this]);
    } catch (error) {
      if (isLast()) await this.#fail(error, isLast, named);
    }
  }

  /** Has the words of open cards looked for, where the article may be in the page. */
  async #attend() {
    const { host, root } = this;
    const cards = root.querySelectorAll("details[open]");
    const facts = this.#facts;
    if (!cards[0] || !facts || !(host.hasAttribute("article") || facts.body.length)) return;
    this.#finder = await import(finder).catch(() => {});
    // The cards that the page came with may be in another language than those that the widget draws.
    for (const card of cards) this.#finder?.attend(host, card, facts, wordsIn(card.closest("section[lang]")?.lang));
  }

  /** Gives up the stage: another element's cards are drawn there. */
  lose() {
    this.stage = this.#shown = undefined;
    this.root.replaceChildren(...this.#before);
  }

  get #isDrawn() {
    return this.stage?.place.parentNode === this.root;
  }

  /** When cards may be drawn; answers with a function that says whether they still may. */
  async #moment(signal) {
    if (this.#isDrawn) return () => true;
    if (this.root.querySelector("details")) {
      await untilUnused(this, signal);
      return () => !isInUse(this);
    }
    if (isAsking() || hasFocus(this.host)) return () => true;
    const top = await near(this.host, signal);
    return () => this.host.getBoundingClientRect().top <= top;
  }

  /** In turn; nothing where by then it is too late, or too early. */
  #draw(isLast, command, named, wish, isTheMoment = () => true, isTheSame = false) {
    return inTurn(async () => {
      if (!isLast() || !isTheMoment()) return;
      const outcome = await draw(this, command);
      if (!this.#isDrawn) {
        if (!isTheMoment()) return;
        this.#enter(isTheSame);
      }
      [this.#document, this.#shown] = [named, wish];
      return outcome;
    });
  }

  /** Cards of ours take the place of what is there; where that are the same cards, those that are open stay open. */
  #enter(isTheSame) {
    const { host, root, stage } = this;
    for (const card of isTheSame ? root.querySelectorAll("details") : []) {
      const same = stage.place.querySelector(`[data-claim="${CSS.escape(card.dataset.claim)}"]`);
      if (!same) continue;
      same.open = card.open;
      this.#finder?.carry(card, same);
    }
    // Whoever reads the fallback with the keyboard stays where they are.
    const hadFocus = hasFocus(host);
    root.adoptedStyleSheets = [styles];
    root.replaceChildren(stage.place);
    if (hadFocus) stage.place.focus({ preventScroll: true });
  }

  async #fail(error, isLast, named) {
    const { code, message, isMissing } = Failure.from(error);
    this.#keep();
    this.#shown = undefined;
    console.error(`fact-cards: ${this.#name}: ${message}`);
    tell(this.host, "error", { code, message });
    // The same cards in another way were not to be had: then these stay.
    if (code === "crash" && this.#isDrawn && named === this.#document) return;

    const skeleton = this.#skeleton;
    const bare = () => {
      if (skeleton && !skeleton.hidden) this.#before = this.#before.filter((node) => node !== skeleton);
      // Cards that the page came with stay as they are.
      if (skeleton || this.#isDrawn) this.root.replaceChildren(...this.#before);
    };
    // What the newsroom wrote is better than an apology, and nothing is better than a widget that has failed twice.
    if (!skeleton || skeleton.hidden || code === "crash") return bare();
    const language = await words(this.host);
    const apologize = (glue, place, rendered) => glue.fail(place, language, isMissing ? "no-document" : code, rendered);
    await this.#draw(isLast, apologize).catch(() => isLast() && bare());
  }

  /** After an apology, at the reader's wish. */
  async #retry() {
    this.stage.place.focus();
    const language = await words(this.host);
    await this.#draw(() => true, (glue, place, rendered) => glue.wait(place, language, rendered)).catch(() => {});
    this.update();
  }

  /** Keeps the load of this address, and lets go of the one that was kept. */
  #keep(src) {
    const before = this.#load;
    this.#load = src && acquire(src);
    if (before) release(before);
  }

  /** What the element's document is called in the console. */
  get #name() {
    if (this.host.document != null) return "the property document";
    return this.host.getAttribute("src") || "the document in the page";
  }
}
