// Each claim's address on the page: `#claim-<id>`.

let wanted;

function read() {
  [, wanted] = /^#claim-([a-z0-9-]+)$/.exec(location.hash) ?? [];
}

// Whoever has begun to read, or comes back to where they were, is not to be carried off when the cards come late. An address
// that the page did not begin with is one that they have just asked for.
const [navigation] = performance.getEntriesByType("navigation");
if (location.href !== navigation?.name || (navigation.type === "navigate" && !scrollY)) read();
for (const move of ["wheel", "touchmove"]) addEventListener(move, () => (wanted = undefined), { passive: true });

/** Calls back when the page's address asks for a claim; `popstate` comes for the same address once more, too. */
export function onAddress(asked) {
  addEventListener("popstate", () => {
    read();
    asked();
  });
}

/** Opens the card that the page's address names and goes there, where one of these embeds has it; once for each address. */
export function reach(embeds) {
  for (const { root } of embeds) {
    const card = wanted && root.querySelector(`[data-claim="${wanted}"]`);
    if (!card) continue;
    wanted = undefined;
    card.open = true;
    card.scrollIntoView();
    card.firstElementChild.focus({ preventScroll: true });
  }
}
