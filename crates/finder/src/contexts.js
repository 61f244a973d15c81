// The sentence around the words of a card. It comes from the document, and the card says that it is in the article: so it is shown only while it is.

import { searchInTurn } from "./reading.js";

/** Hides the sentences in an open card that the article does not have, and shows those that it has again. `isSure`: the article is there, and they will not
    come later. */
export async function compareContexts(card, reading, isSure) {
  for (const context of card.querySelectorAll(".context")) {
    // What is left out of it is left out of the comparison.
    const sentences = context.lastChild.textContent.split(/\[?…\]?/);
    const { grade } = await searchInTurn(() => reading.find(sentences));
    context.hidden = grade === "not-found" && (isSure || context.hidden);
  }
}
