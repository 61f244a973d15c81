// A copy of a card, for the sheet.

/** Returns a closed copy of the card of a passage. */
export function copyOf(root, { claim }) {
  const card = root.querySelector(`[data-claim="${claim}"]`).closest(".card").cloneNode(true);
  card.hidden = false;
  // Its ids are those of the card. In the sheet, the heading is read together with who said it.
  for (const element of card.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    for (const element of card.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  for (const element of card.querySelectorAll("details")) element.open = false;
  card.querySelector("[data-claim]").removeAttribute("data-claim");
  // The passage is there already, and the anchor belongs to the card.
  for (const element of card.querySelectorAll(".go, slot, .way-back")) element.remove();
  return card;
}
