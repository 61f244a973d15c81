// The words that the finder shows.

import { wordsIn } from "./languages.js";

// The build puts the English words here, one in each line. In other languages they are the last part of the file that the cards have loaded.
const english = "{passages}";

/** Returns what is said about passages in the language of an element's cards, or in English. `words` is a promise of the file of the language,
    if it is being loaded already. */
export async function phrasesFor(host, words = wordsIn(host.shadowRoot.querySelector("section[lang]")?.lang)) {
  // In the order of languages/en.properties.
  const [found, parts, back, previous, next, close, own, more] = ((await words)?.split("\n\n")[1] ?? english).split("\n");
  return { found, parts, back, previous, next, close, own, more };
}
