// Each claim's address on the page: `#claim-<id>`.

import { isFamiliar, page } from "./browser.js";

let wanted;

/** The path and the fragment of the address that was read last. */
let known;

const where = () => location.pathname + location.hash;

function read() {
  known = where();
  [, wanted] = /^#claim-([a-z0-9-]+)$/.exec(location.hash) ?? [];
  // Browsers since 2025 go to an anchor inside a card by themselves, and open the card, unless a filter hides it.
  const anchor = page.querySelector(":target")?.assignedSlot;
  if (anchor?.closest(".card:not([hidden])") && CSS.supports("selector(::details-content)")) wanted = undefined;
}

// Readers who have begun to read, or who come back to where they were, must not be moved when the cards come late. If the address has
// changed since the page was loaded, the reader has just asked for it. If the page itself has an element with this id, the browser
// has scrolled there already.
// Some pages replace what measures them by something that answers with nothing.
const navigation = performance?.getEntriesByType?.("navigation")?.[0];
known = where();
if (location.href !== navigation?.name || (navigation.type === "navigate" && (!scrollY || page.querySelector(":target")))) read();
for (const move of ["wheel", "touchmove", "keydown"]) addEventListener(move, () => (wanted = undefined), { __proto__: null, passive: true });

/** Calls back when the page's address asks for a claim. A link to the address that the page already has causes a click, but no `hashchange`. */
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

/** Whether the page's address names a claim that has not been found yet. Scripts may have changed it to that of another article. */
export function isAsking() {
  if (known !== where()) read();
  return wanted;
}

/** If one of these embeds has the card that the page's address names, opens it and scrolls to it; once for each address. */
export function reach(embeds) {
  for (const { root } of embeds) {
    const card = wanted && isFamiliar(root) && root.querySelector(`[data-claim="${wanted}"]`);
    if (!card) continue;
    wanted = undefined;
    card.open = true;
    for (let around = root.host; (around = around.parentElement?.closest("details")); ) around.open = true;
    if (card.parentElement.hidden) {
      card.parentElement.hidden = false;
      showAll(root, () => card.parentElement.scrollIntoView());
    }
    card.parentElement.scrollIntoView();
    card.firstElementChild.focus({ preventScroll: true });
  }
}

/** Ends a filter or a search that hides cards, and calls back once all cards are there again, and have moved those below them. */
function showAll(root, after) {
  const button = root.querySelector("[data-tool=all]");
  // The tools hide the button last. They may still have to be loaded.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    after();
  });
  observer.observe(button, { attributeFilter: ["hidden"] });
  button.click();
}
