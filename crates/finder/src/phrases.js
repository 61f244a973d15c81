// The words that the finder shows.

import { wordsIn } from "./languages.js";

// The build puts the file in English here. In other languages, these words are files in a folder of their own, which the build gives to the copy of
// `languages.js` that the finder has.
const english = "{passages}";

/** Returns what is said about passages in the language of an element's cards, or in English. */
export async function phrasesFor(host) {
  const words = (await wordsIn(host.shadowRoot.querySelector("section[lang]")?.lang)) ?? english;
  // After the language, in the order of languages/en.properties.
  const [found, parts, back, previous, next, close, own, more] = words.split("\n").slice(1);
  return { found, parts, back, previous, next, close, own, more };
}
