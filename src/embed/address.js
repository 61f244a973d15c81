// Each claim's address on the page: `#claim-<id>`.

let wanted;

function read() {
  [, wanted] = /^#claim-([a-z0-9-]+)$/.exec(location.hash) ?? [];
}

read();
addEventListener("hashchange", read);
// Whoever has begun to read is not to be carried off when the cards come late.
for (const move of ["wheel", "touchmove"]) addEventListener(move, () => (wanted = undefined), { passive: true });

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
