// Where the reader is, so that nothing is drawn too early or under their hands.

const waiting = new Map();

// One for all, because several would report in any order.
const observer = new IntersectionObserver(
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

/** Where the element's top is once it is less than a screen away, or it does not matter any more; the loader has looked before others
    were drawn above it. */
export function near(host, signal) {
  return new Promise((resolve) => {
    waiting.set(host, resolve);
    observer.observe(host);
    signal.addEventListener("abort", () => {
      observer.unobserve(host);
      waiting.delete(host);
      resolve();
    });
  });
}

/** Whether the focus is inside, be the window the one in front or not: `:focus-within` would say no while it is behind another. */
export const hasFocus = (host) => host.contains(host.getRootNode().activeElement);

/** Where in the page, or in this shadow root, something is selected; nothing where the browser does not say. */
function selected(root) {
  const selection = getSelection();
  try {
    return selection.getComposedRanges({ shadowRoots: [root] });
  } catch {
    // Safari 17 and 18 take the roots as they are; others before 2025 have no such thing.
    return selection.getComposedRanges?.(root);
  }
}

/** Whether the focus, a selection, a pressed button or a movement is inside. */
export function isInUse({ host, root }) {
  if (hasFocus(host) || host.matches(":active") || root.getAnimations().length) return true;
  const ranges = selected(root);
  if (!ranges) return !getSelection().isCollapsed;
  return ranges.some(({ collapsed, startContainer, endContainer }) => !collapsed && [startContainer, endContainer].some((node) => root.contains(node)));
}

/** Waits until the reader does nothing inside, or it does not matter any more. */
export function untilUnused(embed, aborted) {
  const over = new AbortController();
  const { signal } = over;
  aborted.addEventListener("abort", () => over.abort());
  return new Promise((resolve) => {
    // After the event, the browser is still to make true what it says.
    const look = () => setTimeout(() => isInUse(embed) || over.abort());
    signal.addEventListener("abort", resolve);
    for (const event of ["focusout", "pointerup", "selectionchange", "transitionend"]) {
      for (const target of [document, embed.root]) target.addEventListener(event, look, { signal });
    }
    look();
  });
}
