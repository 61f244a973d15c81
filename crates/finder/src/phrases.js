// The words that the finder shows.

// The build puts the English words here, one in each line. In other languages they are the last part of the file that the cards have loaded.
const english = "{passages}";

/** Returns what is said about passages, from the file of a language; in English if there is none. */
export function phrasesOf(words) {
  // In the order of languages/en.properties.
  const [found, parts, back, previous, next, close] = (words?.split("\n\n")[1] ?? english).split("\n");
  return { found, parts, back, previous, next, close };
}
