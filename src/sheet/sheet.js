// Shows the card of a passage in the article: from below on phones, beside the text on wide screens. Loaded when the first passage is touched.

import { dress, flat, page, tell } from "./browser.js";
import { copyOf } from "./copy.js";
import { follow, place } from "./place.js";

/** The least space between a passage and the sheet below it, in pixels. */
const margin = 12;

/** The sheet that is shown. */
let shown;

/** Shows the card of a passage. `owner` has the passages of the card's element; `given` has the words of the sheet, how far below its beginning
    the passage was touched (not a number if it was opened without a pointer), and functions for scrolling, for the key Escape, and for actions that must not fail in the page. */
export async function open(owner, passage, given) {
  if (!(await owner.has(passage))) return;
  if (shown?.owner !== owner) {
    close();
    shown = new Sheet(owner, given, passage);
  }
  shown.show(passage, given.touched);
  if (isNaN(given.touched)) shown.focus();
}

/** Closes the sheet if its passage is in the article no more, and counts the passages again. */
export function renew(owner) {
  if (shown?.owner === owner) shown.renew();
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
  /** How far below the beginning of the passage the line is that was touched. */
  #touched = 0;
  #ending = new AbortController();
  /** Scrolls back to where the reader was; and where the text was last in the window, which was this wide. The reader may have gone on. */
  #restore;
  #left;
  #width;
  #focused = page.activeElement;

  constructor(owner, given, passage) {
    this.owner = owner;
    this.#given = given;
    this.#restore = given.positionsAround(passage.ranges[0]);
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
    addEventListener("resize", safely(() => this.#resettle()), { signal });
    // Only that of a box: the page's document belongs to no other.
    addEventListener("scroll", safely(({ target }) => target.ownerDocument && follow(this.#panel, this.#passage.ranges)), { capture: true, passive: true, signal });
    // Another copy of the cards has taken the place of these, and the sheet with them.
    host.addEventListener("fact-cards-ready", safely(() => {
      if (this.box.isConnected) return;
      host.shadowRoot.append(this.box);
      this.#panel.showPopover?.();
    }), { signal });
    // A card that is opened becomes higher.
    this.#card.addEventListener("toggle", safely(() => this.#resettle()), { capture: true, signal });
    // A link within the page leads elsewhere.
    this.#card.addEventListener("click", ({ target }) => target.closest("a[href^='#']") && setTimeout(() => this.close()));
  }

  /** Shows another passage; without the place of a touch, it is brought into the window. */
  show(passage, touched) {
    const { host } = this.owner;
    const isFirst = !this.#passage;
    const isTouched = !isNaN(touched);
    // Who has scrolled on and touches another passage is sent back to that one.
    if (isTouched && !isFirst && !this.#isWhereLeft) this.#restore = this.#given.positionsAround(passage.ranges[0]);
    this.#touched = isTouched ? touched : 0;
    this.#passage = passage;
    this.owner.mark(passage);
    const card = copyOf(host.shadowRoot, passage, this.#given.phrases, this.#panel.lang, this.#given.safely((row) => this.#toCardsOf(row)));
    this.#card.replaceChildren(card);
    this.#card.scrollTop = 0;
    const heading = card.querySelector(".claim");
    this.#panel.setAttribute("aria-label", heading.textContent);
    this.#count(heading.textContent);
    this.#settle(!isTouched && (!isFirst || isOutside(passage.ranges)));
    // Only now, because what moves cannot be measured.
    if (isFirst) enter(this.#panel);
    tell(host, "passage", { claim: passage.claim, statement: passage.statement });
  }

  renew() {
    if (this.owner.list.includes(this.#passage)) this.#count(this.#panel.getAttribute("aria-label"));
    else this.close();
  }

  /** Says which of the passages it is, and enables the buttons that lead to others. Screen readers also say the claim. */
  #count(claim) {
    const { list } = this.owner;
    const at = list.indexOf(this.#passage);
    const numbers = [at + 1, list.length].map((number) => number.toLocaleString(this.#panel.lang));
    const spoken = page.createElement("span");
    spoken.className = "visually-hidden";
    spoken.textContent = claim;
    const number = numbers.join(" / ");
    // What stays the same is not said again.
    if (this.#position.textContent !== `${number} ${claim}`) this.#position.replaceChildren(number, " ", spoken);
    const focused = this.#focusedPart;
    this.#steps.hidden = list.length < 2;
    this.#previous.disabled = at < 1;
    this.#next.disabled = at === list.length - 1;
    // A button that is disabled loses the focus.
    if (focused?.disabled) [this.#previous, this.#next, this.#panel].find(({ disabled }) => !disabled).focus({ preventScroll: true });
  }

  /** The part of the sheet that has the focus. `:focus` would say no while the window is behind another one. */
  get #focusedPart() {
    return this.box.shadowRoot.activeElement;
  }

  focus() {
    this.#panel.focus({ preventScroll: true });
  }

  /** Puts the sheet beside the passage or below it. Scrolls if the reader asked for another passage, or if the sheet covers this one. Of a passage
      that cannot be seen as a whole, only the line that was touched must not be covered. */
  #settle(isAskedFor) {
    const { ranges } = this.#passage;
    const free = this.#place();
    const whole = around(linesOf(ranges));
    const isHigh = whole.bottom - whole.top > free - 2 * margin;
    const lines = () => (isHigh && !isAskedFor ? this.#touchedLine : linesOf(ranges));
    if (isAskedFor || isCovered(lines(), this.#panel)) {
      if (isAskedFor) this.#given.reveal(ranges[0], free);
      // By no more than is needed, and not so far that the first line is above the window.
      const { top, bottom } = around(lines());
      const distance = Math.min(bottom - free + margin, top - margin);
      if (distance > 0) this.#given.raise(ranges[0], distance);
      this.#place();
    }
    this.#left = ranges[0].getBoundingClientRect();
    this.#width = innerWidth;
  }

  /** Puts the sheet in its place again after it or the window has another size. Who has scrolled on stays there, unless the text has other lines. */
  #resettle() {
    if (this.#isWhereLeft || innerWidth !== this.#width) this.#settle();
    else this.#place();
  }

  /** Puts the sheet in its place: that of the first line, or if it is above the window, of the line that was touched. */
  #place() {
    const { ranges } = this.#passage;
    const first = ranges[0].getBoundingClientRect();
    return place(this.#panel, ranges, this.owner.host, first.top < 0 ? around(this.#touchedLine).top : first.top);
  }

  /** The parts of the line that was touched; of the first line, if none was. */
  get #touchedLine() {
    const lines = linesOf(this.#passage.ranges);
    const y = this.#passage.ranges[0].getBoundingClientRect().top + this.#touched;
    const distance = ({ top, bottom }) => Math.abs((top + bottom) / 2 - y);
    const nearest = lines.reduce((best, line) => (distance(line) < distance(best) ? line : best), lines[0]);
    return lines.filter(({ top, bottom }) => bottom > nearest.top && top < nearest.bottom);
  }

  /** Whether the text is where the sheet left it, and so has not been scrolled by the reader, in whatever box. */
  get #isWhereLeft() {
    const { left, top } = this.#passage.ranges[0].getBoundingClientRect();
    return Math.hypot(left - this.#left.left, top - this.#left.top) < 1;
  }

  async #step(by) {
    const { list } = this.owner;
    const passage = list[list.indexOf(this.#passage) + by];
    if (passage && (await this.owner.has(passage))) this.show(passage);
  }

  /** Leaves the sheet for all cards of a speaker, by that speaker's row above the cards. */
  #toCardsOf(row) {
    const all = row.getRootNode().querySelector("[data-tool=all]");
    const button = row.querySelector(".only");
    this.close();
    // A search may have left out some of them, and a row that is pressed already would show the cards of everybody.
    if (!all.hidden) all.click();
    // The row may be among those that are not shown at first.
    const more = row.closest(".over")?.nextElementSibling;
    if (more) more.open = true;
    button.click();
    button.focus({ preventScroll: true });
  }

  /** Closes the sheet, and goes back to where the reader was, unless the reader has scrolled since. */
  #back() {
    const isWhereLeft = this.#isWhereLeft;
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

/** Whether the sheet lies over one of these lines. */
function isCovered(lines, panel) {
  const sheet = panel.getBoundingClientRect();
  return lines.some((line) => line.bottom > sheet.top && line.top < sheet.bottom && line.right > sheet.left && line.left < sheet.right);
}

/** Whether a part of a passage is above or below the window. */
function isOutside(ranges) {
  const { top, bottom } = around(linesOf(ranges));
  return top < 0 || bottom > innerHeight;
}

/** The lines of a passage, each in one part or several. */
const linesOf = (ranges) => flat(ranges.map((range) => [...range.getClientRects()]));

/** The top and bottom of some lines in the window. */
function around(lines) {
  return { top: Math.min(...lines.map(({ top }) => top)), bottom: Math.max(...lines.map(({ bottom }) => bottom)) };
}
