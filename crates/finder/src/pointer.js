// Touches of passages. Highlights cannot take events, so the place of a touch is compared with theirs.

import { safely } from "./reading.js";

/** What a passage never opens over. */
const controls = "a[href], button, input, select, textarea, label, summary, option, audio, video, dialog, [role=button], [role=link], [role=tab], [role=menuitem], fact-cards";

/** How far a finger may move between two events of one touch, in pixels, and how long it may rest, in milliseconds. */
const still = 10;
const short = 500;

/** How long to wait for the click of a touch, in milliseconds. Safari on phones sends none where the page has nothing to click. */
const patience = 150;

let isListening = false;

/** Listens to the page, once. `at` finds the passage at a place; `over` is told when the pointer is over one or has left it, `near` when one
    may be opened soon, `open` when it was touched, at which height of the window, and `elsewhere` when something else was. */
export function listen({ at, over, near, open, elsewhere }) {
  if (isListening) return;
  isListening = true;
  const passive = { __proto__: null, capture: true, passive: true };
  const on = (type, act, options) => addEventListener(type, safely(act), options);
  const found = (path, { clientX, clientY }) => (isFree(path) ? at(path[0], clientX, clientY) : undefined);
  let down = {};
  let fallback;

  on("pointerdown", (event) => {
    // Who clicks to drop a selection asks for nothing else.
    down = { x: event.clientX, y: event.clientY, time: event.timeStamp, isBusy: hasSelection() };
    if (found(event.composedPath(), event)) near();
  }, passive);

  const touched = (event, path, byPointer) => {
    if (hasSelection() || (byPointer && down.isBusy)) return;
    const passage = found(path, event);
    if (passage) open(passage, byPointer ? event.clientY : undefined);
    else elsewhere(path);
  };
  on("click", () => clearTimeout(fallback), passive);
  on("click", (event) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, detail, pointerType } = event;
    if (button || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented || detail > 1) return;
    touched(event, event.composedPath(), Boolean(detail || pointerType));
  });
  on("pointerup", (event) => {
    const { clientX, clientY, pointerType, timeStamp } = event;
    const isTap = Math.hypot(clientX - down.x, clientY - down.y) < still && timeStamp - down.time < short;
    const path = event.composedPath();
    clearTimeout(fallback);
    if (pointerType === "touch" && isTap) fallback = setTimeout(safely(() => touched(event, path, true)), patience);
  }, passive);

  let frame;
  let before;
  on("pointermove", (event) => {
    if (frame || event.pointerType !== "mouse") return;
    const path = event.composedPath();
    frame = requestAnimationFrame(safely(() => {
      frame = undefined;
      const now = event.buttons ? undefined : found(path, event);
      if (now?.passage === before) return;
      before = now?.passage;
      // The cursor stays that of text: another one would need a style for the whole page, which it would compute anew each time.
      over(now);
      if (now) near();
    }));
  }, passive);
}

/** Whether there is nothing at a place that a touch is meant for. */
const isFree = (path) => !path.some((element) => element.isContentEditable || element.matches?.(controls));

const hasSelection = () => !(getSelection()?.isCollapsed ?? true);
