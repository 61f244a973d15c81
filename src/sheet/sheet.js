// Shows the card of a passage in the article: from below on phones, beside the text on wide screens. Loaded when the first passage is touched.

import { dress, page, tell } from "./browser.js";
import { copyOf } from "./copy.js";
import { place } from "./place.js";

/** The least space between a passage and the sheet below it, in pixels. */
const margin = 12;

/** The sheet that is shown. */
let shown;

/** Shows the card of a passage. `owner` has the passages of the card's element; `given` has the words of the sheet, whether it was opened by
    pointer, and functions for scrolling, for the key Escape, and for actions that must not fail in the page. */
export async function open(owner, passage, given) {
  if (!(await owner.has(passage))) return;
  if (shown?.owner !== owner) {
    close();
    shown = new Sheet(owner, given, passage);
  }
  shown.show(passage);
  if (!given.byPointer) shown.focus();
}

/** Closes the sheet after a touch elsewhere, and leaves the reader there. The path is that of the event. */
export function leave(path) {
  if (shown && !path.includes(shown.box)) shown.close();
}

/** Closes the sheet if it belongs to this element; without one, in any case. */
export function close(host = shown?.owner.host) {
  if (shown?.owner.host === host) shown?.close();
}

class Sheet {
  owner;
  /** The element in the shadow root of the cards; it has a shadow root of its own, so that no search in the cards finds this copy of one. */
  box = page.createElement("div");
  #panel = page.createElement("section");
  #card = page.createElement("div");
  #position = page.createElement("span");
  #previous;
  #next;
  #steps = page.createElement("div");
  #given;
  #passage;
  #ending = new AbortController();
  /** Scrolls back to where the reader was; and where the sheet has scrolled to, from where the reader may have gone on. */
  #restore;
  #left;
  #focused = page.activeElement;

  constructor(owner, given, passage) {
    this.owner = owner;
    this.#given = given;
    this.#restore = given.positionsAround(passage.ranges[0]);
    this.#left = scrollY;
    // First, because it loses its styles where it comes into another document.
    owner.host.shadowRoot.append(this.box);
    this.#build();
    this.#listen();
    this.#panel.showPopover?.();
  }

  #build() {
    const { phrases, safely } = this.#given;
    const cards = this.owner.host.shadowRoot;
    const { lang, dir } = cards.querySelector(".cards");
    const root = this.box.attachShadow({ mode: "open" });
    // Prerendered cards bring their styles as an element.
    root.append(...[...cards.children].filter((child) => child.matches("style, link")).map((style) => style.cloneNode(true)));
    dress(root, "{sheet-styles}");
    root.adoptedStyleSheets = [...cards.adoptedStyleSheets, ...root.adoptedStyleSheets];
    // A page's styles for the parts of cards are for these, too.
    this.box.setAttribute("exportparts", "card, summary, claim, speaker, role, quote, source, actions");
    Object.assign(this.#panel, { className: "widget sheet", popover: "manual", tabIndex: -1, lang, dir, role: "dialog" });
    this.#previous = button("previous", phrases.previous, safely(() => this.#step(-1)));
    this.#next = button("next", phrases.next, safely(() => this.#step(1)));
    const away = button("close", "", safely(() => this.#back()));
    away.ariaLabel = phrases.close;
    this.#card.className = "sheet-card";
    this.#position.role = "status";
    this.#steps.className = "steps";
    this.#steps.append(this.#previous, this.#position, this.#next);
    this.#panel.append(this.#card, this.#steps, away);
    root.append(this.#panel);
  }

  #listen() {
    const { signal } = this.#ending;
    const { host } = this.owner;
    const { isOurs, safely } = this.#given;
    addEventListener("keydown", safely((event) => isOurs(event) && this.#back()), { signal });
    addEventListener("resize", safely(() => this.#settle()), { signal });
    // Another copy of the cards has taken the place of these, and the sheet with them.
    host.addEventListener("fact-cards-ready", safely(() => {
      if (this.box.isConnected) return;
      host.shadowRoot.append(this.box);
      this.#panel.showPopover?.();
    }), { signal });
    // A card that is opened becomes higher.
    this.#card.addEventListener("toggle", safely(() => this.#settle()), { capture: true, signal });
    // A link within the page leads elsewhere.
    this.#card.addEventListener("click", ({ target }) => target.closest("a[href^='#']") && setTimeout(() => this.close()));
  }

  show(passage) {
    const { list, host } = this.owner;
    const at = list.indexOf(passage);
    const isFirst = !this.#passage;
    this.#passage = passage;
    this.owner.mark(passage);
    const card = copyOf(host.shadowRoot, passage);
    this.#card.replaceChildren(card);
    this.#card.scrollTop = 0;
    const heading = card.querySelector(".claim");
    this.#panel.setAttribute("aria-label", heading.textContent);
    this.#say(at, list.length, heading.textContent);
    this.#steps.hidden = list.length < 2;
    this.#previous.disabled = at < 1;
    this.#next.disabled = at < 0 || at === list.length - 1;
    this.#settle(!isFirst);
    // Only now, because what moves cannot be measured.
    if (isFirst) enter(this.#panel);
    tell(host, "passage", { claim: passage.claim, statement: passage.statement });
  }

  /** Says which of the passages it is; screen readers also say the claim. */
  #say(at, length, claim) {
    const numbers = [at + 1, length].map((number) => number.toLocaleString(this.#panel.lang));
    const spoken = page.createElement("span");
    spoken.className = "visually-hidden";
    spoken.textContent = claim;
    this.#position.replaceChildren(at < 0 ? "" : numbers.join(" / "), " ", spoken);
  }

  /** The part of the sheet that has the focus. `:focus` would say no while the window is behind another one. */
  get #focusedPart() {
    return this.box.shadowRoot.activeElement;
  }

  focus() {
    this.#panel.focus({ preventScroll: true });
  }

  /** Puts the sheet beside the passage or below it, and scrolls if it covers the passage, or if the reader asked for another passage. */
  #settle(isAskedFor) {
    const { ranges } = this.#passage;
    const free = this.#place();
    if (isAskedFor || isCovered(ranges, this.#panel)) {
      this.#given.reveal(ranges[0], free);
      // Many lines begin higher, so that all of them can be seen.
      const { top, bottom } = around(ranges);
      if (bottom > free - margin) scrollBy({ top: Math.min(bottom - free, top) + margin, behavior: "instant" });
      this.#place();
    }
    this.#left = scrollY;
  }

  #place() {
    return place(this.#panel, this.#passage.ranges, this.owner.host);
  }

  async #step(by) {
    const { list } = this.owner;
    const passage = list[list.indexOf(this.#passage) + by];
    const button = by < 0 ? this.#previous : this.#next;
    const other = by < 0 ? this.#next : this.#previous;
    if (!passage || !(await this.owner.has(passage))) return;
    const hadFocus = this.#focusedPart === button;
    this.show(passage);
    // A button that is disabled loses the focus.
    if (hadFocus && button.disabled) other.focus({ preventScroll: true });
  }

  /** Closes the sheet, and goes back to where the reader was, unless the reader has scrolled since. */
  #back() {
    const isWhereLeft = Math.abs(scrollY - this.#left) < 1;
    this.close();
    if (isWhereLeft) this.#restore();
  }

  close() {
    shown = undefined;
    this.#ending.abort();
    const hadFocus = this.#focusedPart;
    this.box.remove();
    this.owner.mark();
    if (hadFocus && this.#focused?.isConnected) this.#focused.focus({ preventScroll: true });
  }
}

/** Lets the sheet come into the window, for readers who do not mind movement. */
function enter(panel) {
  if (!matchMedia("(prefers-reduced-motion: no-preference)").matches) return;
  const from = panel.dataset.place === "below" ? { translate: "0 100%" } : { translate: "0 8px", opacity: 0 };
  panel.animate([from, {}], { duration: 220, easing: "ease-out" });
}

function button(name, text, act) {
  const button = page.createElement("button");
  Object.assign(button, { type: "button", className: name, textContent: text });
  button.addEventListener("click", act);
  return button;
}

/** Whether a part of a passage is outside the window or behind the sheet. */
function isCovered(ranges, panel) {
  const sheet = panel.getBoundingClientRect();
  const isBehind = (line) => line.bottom > sheet.top && line.top < sheet.bottom && line.right > sheet.left && line.left < sheet.right;
  const { top, bottom } = around(ranges);
  return top < 0 || bottom > innerHeight || ranges.some((range) => [...range.getClientRects()].some(isBehind));
}

/** The top and bottom of a passage in the window. */
function around(ranges) {
  const boxes = ranges.map((range) => range.getBoundingClientRect());
  return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
}
