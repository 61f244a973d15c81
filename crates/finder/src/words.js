// The words that a card shows, as they are looked for in the article. They are taken from the card, so that a card never says that words
// appear in the article which are not its own.

import { flat } from "./browser.js";

/** The elements of a card that have words. Those of its closed part are outside its `<details>`, which is given here. */
export const placesOf = (card) => [...card.parentElement.querySelectorAll(".quote")];

/** The words of a card: their place in the card and its number, the statement, whether they are a quote, and what `Reading.find` takes: the words,
    what stands before and after them, and whether somebody has said them, and not denied them. */
export function wordsOnCard(card) {
  const whole = card.parentElement;
  return flat(placesOf(card).map((place, index) => {
    const figure = place.closest("figure");
    const statement = Number(figure.dataset.statement);
    // Reported words that are the claim itself are not shown twice.
    const { same, first = "" } = place.dataset;
    const shown = same ? whole.querySelectorAll(".claim") : place.querySelectorAll(".words");
    const spans = [...shown].map(({ textContent }) => textContent);
    if (!spans[0]) return [];
    // But the claim may begin with a capital letter and end with a full stop, which they do not have.
    if (same) spans[0] = first + spans[0].slice(first.length).replace(/\.+$/, "");
    // Prefix and suffix belong to the quote, if there is one.
    const isQuote = place.matches(".direct");
    const hasQuote = whole.querySelector(`[data-statement="${statement}"] .direct`);
    const { prefix, suffix } = isQuote || !hasQuote ? figure.dataset : {};
    const isSaid = isQuote || !("denied" in figure.dataset);
    return [{ place, index, statement, isQuote, words: [spans, prefix, suffix, isSaid] }];
  }));
}
