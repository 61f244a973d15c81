// What an element does once the widget is loaded: it finds its document and shows the cards in its shadow root, again after each change.

import { isAsking, onAddress, reach } from "./address.js";
import { hasFocus, isCalm, isInUse, near, untilUnused } from "./reader-activity.js";
import { dress, isFamiliar, late, offerSharing, page, tell, watchTexts } from "./browser.js";
import { watchPictures, withoutFailed } from "./credits.js";
import { acquire, asDocument, find, release } from "./documents.js";
import { Failure } from "./failure.js";
import { watchFound } from "./found.js";
import { draw, factsOf, inTurn, prepare } from "./instance.js";
import { words } from "./languages.js";

// In a release all of this is one file. Then a new instance imports the glue from this file.
export { facts, fail, finalize, imports, show } from "./glue.js";

// The build puts an address here: that of the module that looks for quotes in the page.
const finder = "{article}";

/** The styles of the cards, as text. */
let styles;

/** Takes the responses with the widget's files, and returns the function that makes an `Embed` for an element. An error that it throws has
    a function `apologize`, which says so to readers in an element without contents. */
export async function begin(wasm, sheet) {
  try {
    for (const { ok, status, url } of [wasm, sheet]) if (!ok) throw new Error(`${url} answered with status ${status}`);
    // Fails where the page has taken these away.
    new CSSStyleSheet();
    [styles] = await Promise.all([sheet.text(), prepare(wasm)]);
    // Some servers answer with a page of theirs in place of a file that is gone.
    if (!/^:host.*}\s*$/s.test(styles)) throw new Error(`${sheet.url} is no style sheet of the cards`);
  } catch (error) {
    throw Object.assign(error, { apologize });
  }
  // The elements that could not start before.
  for (const { parentNode } of page.querySelectorAll(`fact-cards>[${apology}]`)) parentNode.dispatchEvent(new Event("input"));
  onAddress(() => {
    reach(embeds);
    for (const embed of embeds) if (!embed.stage) embed.update();
  });
  return embed;
}

/** The mark of the sentence that stands in an element while the widget cannot start. */
const apology = "data-fact-cards-apology";

function apologize(host) {
  if (host.shadowRoot || hasContents(host)) return;
  const sentence = page.createElement("p");
  sentence.setAttribute(apology, "");
  sentence.textContent = "These cards cannot be shown right now.";
  host.append(sentence);
}

/** Whether an element shows something of its own. Children may be parsed later, and some of them, such as scripts, show nothing. */
function hasContents(host) {
  const isShown = ({ data, localName, nodeType, slot }) =>
    nodeType === 3 ? data.trim() : localName && !slot && !/script|style|template/.test(localName);
  return [...host.childNodes].some(isShown);
}

/** Puts a slot for the element's own contents into its shadow root, and a skeleton that shows as long as there are none; returns that. */
function skeletonIn(root) {
  const slot = page.createElement("slot");
  const skeleton = page.createElement("div");
  skeleton.className = "skeleton";
  skeleton.tabIndex = -1;
  skeleton.ariaBusy = true;
  root.append(slot, skeleton);
  const choose = () => (skeleton.hidden = hasContents(root.host));
  slot.addEventListener("slotchange", choose);
  choose();
  return skeleton;
}

async function embed(host) {
  host.querySelector(`:scope>[${apology}]`)?.remove();
  // The parser may still be inside the element, and its own cards may follow.
  if (page.readyState === "loading" && !isBehindParser(host)) {
    await new Promise((resolve) => page.addEventListener("DOMContentLoaded", resolve));
  }
  try {
    return new Embed(host);
  } catch (error) {
    console.error(`fact-cards: could not start: ${error}`);
    throw error;
  }
}

const isBehindParser = (node) => node && (node.nextSibling || isBehindParser(node.parentNode));

/** The embeds whose elements are in the page. */
const embeds = new Set();

class Embed {
  host;
  root;
  /** Where its cards are drawn. `instance.js` gives it, and may give it to another element when this one has left the page. */
  stage;
  /** What the shadow root holds before the widget has drawn cards: the prerendered cards; or a slot for the element's own
      contents, and a skeleton. */
  #before;
  #skeleton;
  /** What the cards were made from: the address or the text of their document; and the same with the attributes that they depend on. */
  #document;
  #shown;
  /** What is known of the document of the cards, and the module that looks for their words in the page. */
  #facts;
  #finder;
  #load;
  /** The update that is running: each update ends the one before. */
  #attempt;
  /** What watches the scripts of the document. */
  #watching;
  /** The cards that were open when the stage was given to another element. */
  #left = [];

  constructor(host) {
    this.host = host;
    this.root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.#open();
    this.#before = [...this.root.childNodes];
    this.root.addEventListener("toggle", ({ target }) => target.dataset.claim && this.#attend([target]), true);
    watchPictures(this.root);
    watchFound(this.root);
    host.addEventListener("click", (event) => event.composedPath()[0].matches("[role=alert] button") && this.#retry());
  }

  /** Fills a shadow root that is empty: a new one, or one of a template whose contents an editor has lost. */
  #open() {
    const { host, root } = this;
    if (root.firstChild) return;
    // Browsers do not make shadow roots of templates that a script puts into the page as HTML.
    const inert = host.querySelector(":scope>template[shadowrootmode]")?.content;
    if (inert?.firstChild) {
      root.append(inert.cloneNode(true));
    } else {
      this.#skeleton = skeletonIn(root);
    }
    // Last, because it fails where the page has its own style sheets made by scripts: then the contents are in the slot already.
    dress(root, styles);
  }

  /** Compares what the element names now with what its cards were made from. A later update cancels this one. */
  async update() {
    this.#attempt?.abort();
    const { signal } = (this.#attempt = new AbortController());
    const isLast = () => !signal.aborted;
    // Several changes made by one script count as one, and moving the element within the page counts as none.
    await undefined;
    if (!isLast()) return;
    if (!this.host.isConnected) {
      embeds.delete(this);
      this.#keep();
      this.#watching?.disconnect();
      return;
    }
    embeds.add(this);
    offerSharing(this.host);
    let named;
    try {
      // In some pages all objects inherit properties, such as `src`.
      const found = { __proto__: null, ...(await find(this.host, !this.#skeleton)) };
      if (isLast()) {
        this.#watching?.disconnect();
        this.#watching = watchTexts(found.scripts ?? [], () => this.update());
      }
      named = found.src ?? found.json;
      const wish = [named, ...["open", "lang", "heading-level"].map((name) => this.host.getAttribute(name))].join("\n");
      if (!isLast()) return;
      if (wish === this.#shown) {
        // If another document was being loaded, it is not wanted any more.
        if (this.#load?.src !== found.src) this.#keep();
        // The element may have been taken out of the page and put back; in another document, it has lost its styles.
        dress(this.root, styles);
        return void this.#attend();
      }
      this.#keep(found.src);
      const loaded = await (found.src ? this.#load.answer : asDocument(found));
      const { json, address, problems, leftOut: dropped = 0 } = { __proto__: null, ...loaded };
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
      // For cards that are open from the start, the `toggle` event may have come before they were in the page.
      this.#attend();
      const [claims, leftOut] = outcome;
      tell(this.host, "ready", { claims, leftOut });
      reach([this]);
    } catch (error) {
      if (isLast()) await this.#fail(error, isLast, named);
    }
  }

  /** Looks for the words of open cards, where the article may be in the page: of these, because of all cards it would take a time that grows
      with their square where all are opened at once. Then all words are underlined in the article. Before a card was opened, a reader loads no
      more than the cards, unless the page wants it; `tools.js` underlines the words when another control is used. */
  async #attend(of = [...this.root.querySelectorAll("details[data-claim]")]) {
    const { host } = this;
    if (!isFamiliar(this.root)) return;
    const cards = of.filter(({ open }) => open);
    const facts = this.#facts;
    const isNamed = host.hasAttribute("article");
    if (!of[0] || !facts || !(isNamed || facts.body.length)) return;
    const isWanted = this.#finder || host.getAttribute("passages") === "early";
    if (!cards[0] && !(isNamed && isWanted && (await isCalm()))) return;
    this.#finder = await late(finder, "attend").catch(() => {});
    for (const card of cards) this.#finder?.attend(host, card, facts);
    this.#finder?.underline(host, facts);
  }

  /** Gives up the stage, because another element's cards will be drawn there. */
  lose() {
    this.stage = this.#shown = undefined;
    this.#left = [...this.root.querySelectorAll("details[data-claim][open]")].map(({ dataset }) => dataset.claim);
    this.root.replaceChildren(...this.#before);
  }

  get #isDrawn() {
    return this.stage?.place.parentNode === this.root;
  }

  /** Waits until cards may be drawn. Returns a function that says whether this is still so. */
  async #moment(signal) {
    if (this.#isDrawn) return () => true;
    if (this.root.querySelector("[data-claim]")) {
      await untilUnused(this, signal);
      return () => !isInUse(this);
    }
    if (isAsking() || hasFocus(this.host)) return () => true;
    const top = await near(this.host, signal);
    return () => this.host.getBoundingClientRect().top <= top;
  }

  /** Draws once all drawing before it is done. Returns nothing if by then a newer update has begun or the reader is busy inside. */
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

  /** Puts the drawn cards in place of what is there. If that is the same cards, open ones stay open. */
  #enter(isTheSame) {
    const { host, root, stage } = this;
    // They are in the same order: the rest of each card, long words, and the speakers that are not shown at first. Another release has others.
    const kind = isFamiliar(root) ? "details" : "details[data-claim]";
    const others = isTheSame && stage.place.querySelectorAll(kind);
    (isTheSame ? root.querySelectorAll(kind) : []).forEach((details, index) => {
      const same = others[index];
      if (details.dataset.claim !== same?.dataset.claim) return;
      same.open = details.open;
      if (details.dataset.claim) this.#finder?.carry(details, same);
    });
    for (const card of stage.place.querySelectorAll("details[data-claim]")) card.open ||= this.#left.includes(card.dataset.claim);
    this.#left = [];
    // A reader whose focus is inside keeps it inside.
    const hadFocus = hasFocus(host);
    dress(root, styles);
    root.replaceChildren(stage.place);
    withoutFailed(root);
    if (hadFocus) stage.place.focus({ preventScroll: true });
  }

  async #fail(error, isLast, named) {
    const { code, message } = Failure.from(error);
    this.#keep();
    this.#shown = undefined;
    console.error(`fact-cards: ${this.#name}: ${message}`);
    tell(this.host, "error", { code, message });
    this.#hope(code);
    // If only attributes have changed and drawing failed, the cards that are there stay.
    if (code === "crash" && this.#isDrawn && named === this.#document) return;

    const skeleton = this.#skeleton;
    const bare = () => {
      if (skeleton && !skeleton.hidden) this.#before = this.#before.filter((node) => node !== skeleton);
      // Prerendered cards stay as they are.
      if (skeleton || this.#isDrawn) this.root.replaceChildren(...this.#before);
    };
    // The element's own contents are better than an error message, and a widget that has failed twice draws nothing.
    if (!skeleton || skeleton.hidden || code === "crash") return bare();
    const language = await words(this.host);
    const apologize = (glue, place, rendered) => glue.fail(place, language, rendered);
    await this.#draw(isLast, apologize).catch(() => isLast() && bare());
  }

  /** Tries again after a failure of the network: once the browser is online again, or the reader touches the element. */
  #hope(code) {
    if (!/network|timeout|status/.test(code)) return;
    const { signal } = this.#attempt;
    for (const [target, event] of [[globalThis, "online"], [this.host, "click"]]) target.addEventListener(event, () => this.update(), { signal });
  }

  /** Tries again, after an error message, because the reader has asked for it. Until there is an answer, the skeleton is shown again. */
  #retry() {
    this.root.replaceChildren(...this.#before);
    this.#skeleton.focus();
    this.update();
  }

  /** Holds the load of this address, and releases the one that was held before. */
  #keep(src) {
    const before = this.#load;
    this.#load = src && acquire(src);
    if (before) release(before);
  }

  /** How the element's document is named in messages to the console. */
  get #name() {
    if (this.host.document != null) return "the property document";
    return this.host.getAttribute("src") || "the document in the page";
  }
}
