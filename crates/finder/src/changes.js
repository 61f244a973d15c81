// Tells when the page has changed, so that what was read of it may be another text now.

/** What may change a text, or which element is the article: attributes show and hide some, too. */
const attributeFilter = ["article", "class", "hidden", "id", "open", "style"];
const changes = { childList: true, characterData: true, subtree: true, attributeFilter };

/** What opens or appears slowly is seen once it has. */
const slowly = /height|opacity|rows/;

/** Tells of the next change of elements, or of their place in the page; answers with a function that ends it before, and with one that adds
    a shadow root, because what changes there is not seen from outside. */
export function observed(roots, tell) {
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    observer.disconnect();
  };
  const change = () => {
    end();
    tell();
  };
  addEventListener("transitionend", ({ propertyName }) => slowly.test(propertyName) && change(), { signal: ending.signal });
  const observer = new MutationObserver(change);
  for (const root of roots) {
    // What is above may hide it; and where it is taken away, another may stand in its place.
    for (let above = root.parentNode; above; above = above.parentNode ?? above.host) observer.observe(above, { childList: true, attributeFilter });
  }
  // Of what was named twice, the last way counts.
  const watch = (root) => observer.observe(root, changes);
  roots.forEach(watch);
  return [end, watch];
}

/** A promise of the next change of elements. Fails at once where the page has taken away what tells of it. */
export function changeOf(...roots) {
  let tell;
  const changed = new Promise((resolve) => (tell = resolve));
  observed(roots, tell);
  return changed;
}

/** Waits until an element has not changed for a moment, for no longer than `most` milliseconds. */
export function untilStill(root, most) {
  return new Promise((resolve) => {
    let resting;
    const end = () => {
      observer.disconnect();
      clearTimeout(resting);
      clearTimeout(limit);
      resolve();
    };
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(end, 300);
    };
    const limit = setTimeout(end, most);
    const observer = new MutationObserver(rest);
    observer.observe(root, changes);
    rest();
  });
}
