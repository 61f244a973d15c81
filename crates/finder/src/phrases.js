// The words of this part of the widget.

// The build puts them here: those in English, one in each line. In any other language, they are the last part of what the cards have loaded.
const english = "{passages}";

/** What is said about passages, in the language whose words are given; in English without any. */
export function phrasesOf(words) {
  // In the order of languages/en.properties.
  const [found, parts, show, back, link] = (words?.split("\n\n")[1] ?? english).split("\n");
  return { found, parts, show, back, link };
}
