// Goes from a card to its words in the article, and back. The page's own DOM is not changed. Loaded when a reader wants to go there, or touches the
// first passage.

import { dress, page } from "./browser.js";
import { around, overflowOfWindow } from "./sight.js";

const name = "fact-cards";

// The build puts the text of styles/way-back.css here.
const styles = "{way-back-styles}";

/** Ends the passage that is shown, or offers the way back again; without such a passage, neither does anything. */
let end = () => {};
let again = () => {};

/** Shows the way back again, after the row that holds it was moved. */
export const resume = () => again();

/** Ends the passage that is shown, where the reader is. */
export const leave = () => end();

/** Marks these ranges and scrolls to the first. The focus stays where it is; Escape and a button lead back, beside a sentence that says
    what was compared. The marks go when the card is closed, removed, or visible again. `paint` and `safely` are the finder's. */
export function show(ranges, row, button, back, compared, { paint, safely }) {
  end();
  const root = row.getRootNode();
  dress(root, styles);
  const bar = page.createElement("div");
  bar.className = "way-back";
  bar.setAttribute("role", "status");
  bar.popover = "manual";
  const away = page.createElement("button");
  away.type = "button";
  away.textContent = back;
  bar.append(compared, away);

  let isAway = false;
  const watcher = new IntersectionObserver(safely((entries) => {
    const { isIntersecting } = entries.pop();
    if (isAway && isIntersecting) return end();
    if (isIntersecting || isAway) return;
    // The card is out of sight: now there is a way back to offer.
    isAway = true;
    button.after(bar);
    bar.showPopover?.();
  }));
  // When an element is removed, its size becomes 0, which is observed.
  const keeper = new ResizeObserver(safely(() => button.isConnected || end()));
  const ending = new AbortController();
  const { signal } = ending;

  end = () => {
    end = again = () => {};
    ending.abort();
    paint(name, []);
    const hadFocus = away.matches(":focus");
    bar.remove();
    if (hadFocus) button.focus({ preventScroll: true });
    watcher.disconnect();
    keeper.disconnect();
  };
  again = () => isAway && bar.isConnected && bar.showPopover?.();
  // The widget may replace a prerendered card by its own.
  const card = () => row.closest("[data-claim]");
  const restore = positionsAround(ranges[0]);
  const goBack = () => {
    end();
    restore();
    const target = card().open ? button : card().firstElementChild;
    // It is where it was, unless the page has changed.
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: "center", behavior: "instant" });
    target.focus({ preventScroll: true });
  };
  const closes = ({ target }) => target === card() && !target.open && end();
  away.addEventListener("click", safely(goBack), { signal });
  addEventListener("keydown", safely((event) => isOurs(event) && goBack()), { signal });
  root.addEventListener("toggle", safely(closes), { capture: true, signal });

  paint(name, ranges);
  reveal(ranges[0]);
  watcher.observe(button);
  keeper.observe(button);
}

/** Whether this is the Escape key, and nothing else in the page uses it at this moment. */
export function isOurs(event) {
  const isTyping = event.composedPath()[0].matches?.("input, select, textarea, [contenteditable]");
  const isOpen = page.fullscreenElement || page.querySelector(":is(dialog:modal, :popover-open)");
  return event.key === "Escape" && !event.defaultPrevented && !isTyping && !isOpen;
}

/** The boxes around a range that scroll, from the innermost on. */
function* boxesAround(range) {
  for (let box = range.startContainer; (box = around(box)); ) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (box !== page.scrollingElement && /auto|scroll/.test(overflowX + overflowY)) yield box;
  }
}

/** Returns a function that scrolls the window and all boxes around a range back to where they are now. */
export function positionsAround(range) {
  const { scrollX, scrollY } = window;
  const boxes = [...boxesAround(range)].map((box) => [box, box.scrollLeft, box.scrollTop]);
  return () => {
    for (const [box, left, top] of boxes) box.scrollTo({ left, top, behavior: "instant" });
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  };
}

/** How far may be scrolled in a direction with this `overflow`. */
const allowed = (overflow, distance) => (/hidden|clip/.test(overflow) ? 0 : distance);

/** Scrolls a range up by a distance: with the window as far as that goes, then with the boxes around the range, the outermost first. */
export function raise(range, distance) {
  const { top } = range.getBoundingClientRect();
  for (const box of [window, ...[...boxesAround(range)].reverse()]) {
    const { overflowY } = box === window ? overflowOfWindow() : getComputedStyle(box);
    const left = range.getBoundingClientRect().top - top + distance;
    box.scrollBy({ top: allowed(overflowY, left), behavior: "instant" });
  }
}

/** Scrolls a range to where it can be read, below headers that stick to the top: in every box that readers can scroll, and in the part of
    the window that is this high. */
export function reveal(range, free = innerHeight) {
  const bring = (box, left, top, width, height, { overflowX, overflowY }) => {
    const at = range.getBoundingClientRect();
    const isRead = at.top >= top + height * 0.15 && at.bottom <= top + height * 0.85;
    const isBeside = at.left < left || at.right > left + width;
    box.scrollBy({
      left: allowed(overflowX, isBeside ? at.left - left - width / 10 : 0),
      top: allowed(overflowY, isRead ? 0 : at.top - top - height / 3),
      behavior: "instant",
    });
  };
  for (const box of boxesAround(range)) {
    const { left, top } = box.getBoundingClientRect();
    bring(box, left, top, box.clientWidth, box.clientHeight, getComputedStyle(box));
  }
  // The browser may lay out a part of the page only when it comes into view.
  for (let times = 0; times < 2; times++) bring(window, 0, 0, innerWidth, free, overflowOfWindow());
}
