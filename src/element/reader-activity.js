// What the reader is doing, so that nothing is drawn before it is needed, or while it is being used.

import { isFamiliar, page } from "./browser.js";

const waiting = new Map();

// One observer for all elements, because several observers would report in any order.
let observer;
try {
  observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target, boundingClientRect } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        waiting.get(target)(boundingClientRect.top);
        waiting.delete(target);
      }
    },
    { rootMargin: "100%" },
  );
} catch {
  // Where the page has taken it away, every element is near.
}

/** Waits until the element is less than a screen away, and returns its top. The loader has done so before, but cards that were drawn
    above the element since may have moved it. Returns nothing if the signal aborts. */
export function near(host, signal) {
  return new Promise((resolve) => {
    if (!observer) return resolve(Infinity);
    waiting.set(host, resolve);
    observer.observe(host);
    signal.addEventListener("abort", () => {
      observer.unobserve(host);
      waiting.delete(host);
      resolve();
    });
  });
}

/** Waits until the browser has nothing else to do, but no longer than three seconds. Returns nothing if passages cannot be shown, or the reader
    saves data. */
export const isCalm = () =>
  globalThis.CSS.highlights &&
  !navigator.connection?.saveData &&
  new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(() => resolve(true), { timeout: 3000 }));

/** Whether the focus is inside. `:focus-within` would say no while the window is behind another one. */
export const hasFocus = (host) => host.contains(host.getRootNode().activeElement);

/** The ranges that are selected in the page or in this shadow root. Returns nothing in browsers that cannot tell. */
function selected(root) {
  const selection = getSelection();
  try {
    return selection.getComposedRanges({ shadowRoots: [root] });
  } catch {
    // Safari 17 and 18 take the roots as arguments; other browsers before 2025 do not have this function.
    return selection.getComposedRanges?.(root);
  }
}

/** Whether the focus, a selection, a pressed button or a running animation is inside, or the reader has chosen which cards are shown. The buttons of
    cards that another release has made may do nothing, so these may lose the focus. */
export function isInUse({ host, root }) {
  if ((isFamiliar(root) && hasFocus(host)) || host.matches(":active") || root.getAnimations().length || root.querySelector(".card[hidden]")) return true;
  const ranges = selected(root);
  if (!ranges) return !getSelection().isCollapsed;
  return ranges.some(({ collapsed, startContainer, endContainer }) => !collapsed && [startContainer, endContainer].some((node) => root.contains(node)));
}

/** Waits until the reader does nothing inside, or the signal aborts. */
export function untilUnused(embed, aborted) {
  const over = new AbortController();
  const { signal } = over;
  aborted.addEventListener("abort", () => over.abort());
  return new Promise((resolve) => {
    // The browser changes focus and selection only after the event.
    const look = () => setTimeout(() => isInUse(embed) || over.abort());
    signal.addEventListener("abort", resolve);
    for (const event of ["focusout", "pointerup", "selectionchange", "transitionend"]) {
      for (const target of [page, embed.root]) target.addEventListener(event, look, { signal });
    }
    look();
  });
}
