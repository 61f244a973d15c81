// Each claim's address on the page: `#claim-<id>`.

let wanted;

function read() {
  [, wanted] = /^#claim-([a-z0-9-]+)$/.exec(location.hash) ?? [];
  // To an anchor inside a card, browsers since 2025 have gone by themselves, and opened it.
  if (document.querySelector(":target")?.assignedSlot && CSS.supports("selector(::details-content)")) wanted = undefined;
}

// Whoever has begun to read, or comes back to where they were, is not to be carried off when the cards come late. An address
// that the page did not begin with is one that they have just asked for, and where it is an id of the page's own, the browser
// has scrolled there by itself.
const [navigation] = performance.getEntriesByType("navigation");
if (location.href !== navigation?.name || (navigation.type === "navigate" && (!scrollY || document.querySelector(":target")))) read();
for (const move of ["wheel", "touchmove", "keydown"]) addEventListener(move, () => (wanted = undefined), { passive: true });

/** Calls back when the page's address asks for a claim, by whatever link: one to where the page is already tells of a click only. */
export function onAddress(asked) {
  const ask = () => {
    read();
    asked();
  };
  addEventListener("hashchange", ask);
  addEventListener("click", (event) => {
    const isHere = event.composedPath().some(({ href }) => href === location.href);
    if (isHere && !event.ctrlKey && !event.metaKey) ask();
  });
}

/** Whether the page's address asks for a claim that has not been found yet. */
export const isAsking = () => wanted;

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
