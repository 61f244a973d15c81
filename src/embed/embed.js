// What an element does once the widget is there: from what it names to the cards in its shadow root, again after each change.

import { reach } from "./address.js";
import { acquire, find, release } from "./documents.js";
import { Failure, tell } from "./events.js";
import { draw, inTurn, prepare } from "./instance.js";

let styles;

/** From the widget's files to the class that cares for one element. */
export async function begin(glueAddress, glue, wasm, sheet) {
  for (const { ok, status, url } of [wasm, sheet]) if (!ok) throw new Error(`${url} answered with status ${status}`);
  const css = await sheet.text();
  [styles] = await Promise.all([new CSSStyleSheet().replace(css), prepare(glue, glueAddress, wasm)]);
  addEventListener("hashchange", () => reach(embeds));
  return Embed;
}

/** Those whose elements are in the page. */
const embeds = new Set();

class Embed {
  host;
  root;
  /** Where its cards are drawn: `instance.js` gives it, and takes it back where another element needs it more. */
  stage;
  /** What the shadow root held before: the slot for what the page wrote inside, and the skeleton. */
  #before;
  /** What the cards are of. */
  #shown;
  #load;
  #attempt;

  constructor(host) {
    this.host = host;
    this.root = host.shadowRoot;
    this.root.adoptedStyleSheets = [styles];
    this.#before = [...this.root.childNodes];
  }

  /** Looks at the element anew. What another change overtakes comes to nothing. */
  async update() {
    const attempt = (this.#attempt = {});
    const isLast = () => attempt === this.#attempt;
    // Several changes in one go are one, and a move within the page is none.
    await undefined;
    if (!isLast()) return;
    if (!this.host.isConnected) {
      embeds.delete(this);
      this.#keep();
      return;
    }
    embeds.add(this);
    try {
      const found = await find(this.host);
      const wish = JSON.stringify([found, ...["open", "lang", "heading-level"].map((name) => this.host.getAttribute(name))]);
      if (!isLast() || wish === this.#shown) return;
      this.#keep(found.src);
      const { json, address, headline } = found.src ? await this.#load.answer : found;
      const show = (drawing, rendered) => drawing.show(this.host, json, address, location.href, headline, rendered);
      const [claims, leftOut] = (await this.#draw(isLast, wish, show)) ?? [];
      if (!isLast()) return;
      tell(this.host, "ready", { claims, leftOut });
      reach([this]);
    } catch (error) {
      if (isLast()) await this.#fail(error, isLast).catch(console.error);
    }
  }

  /** Gives up the stage: another element's cards are to be drawn there. */
  lose() {
    this.stage = this.#shown = undefined;
    this.root.replaceChildren(...this.#before);
  }

  #draw(isLast, wish, command) {
    return inTurn(async () => {
      if (!isLast()) return;
      const outcome = await draw(this, command);
      const { place } = this.stage;
      this.#shown = wish;
      // What stands there already would lose the focus.
      if (place.parentNode !== this.root) this.root.replaceChildren(place);
      return outcome;
    });
  }

  async #fail(error, isLast) {
    const { code, cause, message } = Failure.from(error);
    this.#keep();
    this.#shown = undefined;
    console.error(`fact-cards: ${this.#name}: ${message}`);
    tell(this.host, "error", { code, message });

    const skeleton = this.#before.find(({ className }) => className === "skeleton");
    const hasFallback = !skeleton || skeleton.hidden;
    // What the newsroom wrote is better than an apology, and nothing is better than a widget that has failed twice.
    if (hasFallback || code === "crash") {
      if (!hasFallback) this.#before = this.#before.filter((node) => node !== skeleton);
      return this.root.replaceChildren(...this.#before);
    }
    const retry = () => {
      this.stage.place.focus();
      this.stage.drawing.wait();
      this.update();
    };
    await this.#draw(isLast, undefined, (drawing, rendered) => drawing.fail(cause, rendered, retry));
  }

  /** Keeps the load of this address, and lets go of the one that was kept. */
  #keep(src) {
    const before = this.#load;
    this.#load = src && acquire(src);
    if (before) release(before);
  }

  /** What the element's document is called in the console. */
  get #name() {
    return this.host.getAttribute("src") || "the document in the page";
  }
}
