// What an element does once the widget is there: from what it names to the cards in its shadow root, again after each change.

import { onAddress, reach } from "./address.js";
import { acquire, find, release } from "./documents.js";
import { Failure, tell } from "./events.js";
import { draw, inTurn, prepare } from "./instance.js";
import { words } from "./languages.js";

// Where all of this is one file, a fresh instance finds the glue here.
export { fail, finalize, imports, show, wait } from "./glue.js";

let styles;

/** From the widget's files to the class that cares for one element. */
export async function begin(wasm, sheet) {
  for (const { ok, status, url } of [wasm, sheet]) if (!ok) throw new Error(`${url} answered with status ${status}`);
  const css = await sheet.text();
  [styles] = await Promise.all([new CSSStyleSheet().replace(css), prepare(wasm)]);
  onAddress(() => reach(embeds));
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
  /** What the cards are of: the address or the text of their document, and that with the attributes they depend on. */
  #document;
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
    let named;
    try {
      const found = await find(this.host);
      named = found.src ?? found.json;
      const wish = JSON.stringify([named, ...["open", "lang", "heading-level"].map((name) => this.host.getAttribute(name))]);
      if (!isLast() || wish === this.#shown) return;
      this.#keep(found.src);
      const { json, address, headline } = found.src ? await this.#load.answer : found;
      const language = await words(this.host, json);
      const show = (glue, place, rendered) =>
        glue.show(place, language, this.host, json, address, location.href, headline, rendered);
      const [claims, leftOut] = (await this.#draw(isLast, show, named, wish)) ?? [];
      if (!isLast()) return;
      tell(this.host, "ready", { claims, leftOut });
      reach([this]);
    } catch (error) {
      if (isLast()) await this.#fail(error, isLast, named);
    }
  }

  /** Gives up the stage: another element's cards are to be drawn there. */
  lose() {
    this.stage = this.#shown = undefined;
    this.root.replaceChildren(...this.#before);
  }

  #draw(isLast, command, named, wish) {
    return inTurn(async () => {
      if (!isLast()) return;
      const outcome = await draw(this, command);
      [this.#document, this.#shown] = [named, wish];
      const { place } = this.stage;
      if (place.parentNode !== this.root) {
        // Whoever reads the fallback with the keyboard stays where they are.
        const hadFocus = this.host.matches(":focus-within");
        this.root.replaceChildren(place);
        if (hadFocus) place.focus({ preventScroll: true });
      }
      return outcome;
    });
  }

  async #fail(error, isLast, named) {
    const { code, message, isMissing } = Failure.from(error);
    this.#keep();
    this.#shown = undefined;
    console.error(`fact-cards: ${this.#name}: ${message}`);
    tell(this.host, "error", { code, message });
    // The same cards in another way were not to be had: then these stay.
    if (code === "crash" && this.stage?.place.parentNode && named === this.#document) return;

    const skeleton = this.#before.find(({ className }) => className === "skeleton");
    const bare = () => {
      if (!skeleton?.hidden) this.#before = this.#before.filter((node) => node !== skeleton);
      this.root.replaceChildren(...this.#before);
    };
    // What the newsroom wrote is better than an apology, and nothing is better than a widget that has failed twice.
    if (!skeleton || skeleton.hidden || code === "crash") return bare();
    const language = await words(this.host);
    const apologize = (glue, place, rendered) => {
      const retry = () => {
        place.focus();
        glue.wait(place, language);
        this.update();
      };
      glue.fail(place, language, isMissing ? "no-document" : code, rendered, retry);
    };
    await this.#draw(isLast, apologize).catch(() => isLast() && bare());
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
