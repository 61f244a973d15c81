// A copy of a card, for the sheet.

/** Returns a copy of the card of a passage, closed. Quoted words that a closed card shows are left out: they are marked in the article, right
    beside it. For words in the part that opens, it is a card of that statement. */
export function copyOf(root, { claim, index }) {
  const card = root.querySelector(`[data-claim="${claim}"]`).closest(".card").cloneNode(true);
  card.hidden = false;
  for (const element of card.querySelectorAll("details")) element.open = false;
  const words = card.querySelectorAll(".quote")[index];
  const part = words.closest(".part");
  if (part) {
    // The sentence around a statement's quote says nothing about its reported words, which may stand elsewhere.
    if (words.matches(".reported") && quoteOf(words, card)) part.querySelector(".context")?.remove();
    showOnly(part, card);
  } else if (words.matches(".direct")) {
    if (words.nextElementSibling?.matches(".all")) words.nextElementSibling.remove();
    words.remove();
  }
  withoutNames(card);
  return card;
}

/** The quote of the statement that some words belong to, if it has one. */
const quoteOf = (words, card) => card.querySelector(`[data-statement="${words.closest("figure").dataset.statement}"] .direct`);

/** Leaves of a card the claim and one statement, with its own speaker. */
function showOnly(part, card) {
  const speaker = part.querySelector("figcaption");
  if (speaker) card.querySelector(".who").replaceChildren(...speaker.childNodes);
  speaker?.remove();
  for (const lead of card.querySelectorAll(":scope > figure")) lead.remove();
  card.querySelector(".rest").replaceWith(part);
}

/** Takes from a copy what only the card itself may have: its ids, its claim, the anchor, and the way to the passage, where the reader is. */
function withoutNames(card) {
  for (const name of ["id", "data-claim", "aria-labelledby", "aria-describedby"]) {
    for (const element of card.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  for (const element of card.querySelectorAll(".go, slot, .way-back")) element.remove();
}
