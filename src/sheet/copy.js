// A copy of a card, for the sheet.

/** Returns a copy of the card of a passage. It is closed, unless the words are in the part that opens. Quoted words that a closed card shows
    are left out: they are marked in the article, right beside it. */
export function copyOf(root, { claim, index }) {
  const card = root.querySelector(`[data-claim="${claim}"]`).closest(".card").cloneNode(true);
  card.hidden = false;
  for (const element of card.querySelectorAll("details")) element.open = false;
  const words = card.querySelectorAll(".quote")[index];
  const rest = words.closest(".rest");
  if (rest) {
    rest.open = true;
    words.closest(".part").classList.add("asked-for");
  } else if (words.matches(".direct")) {
    if (words.nextElementSibling?.matches(".all")) words.nextElementSibling.remove();
    words.remove();
  }
  withoutNames(card);
  return card;
}

/** Takes from a copy what only the card itself may have: its ids, its claim, the anchor, and the way to the passage, where the reader is. */
function withoutNames(card) {
  for (const name of ["id", "data-claim", "aria-labelledby", "aria-describedby"]) {
    for (const element of card.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  for (const element of card.querySelectorAll(".go, slot, .way-back")) element.remove();
}
