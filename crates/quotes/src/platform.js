// What the quotes ask of the browser.

/** The text in Unicode's normal form C; ligatures, Arabic letters as they look within words, and letters of full or half width in form KC. */
export const plain = (text) =>
  text.replace(/[\ufb00-\ufdff\ufe70-\ufeff\uff00-\uffef]/g, (letter) => letter.normalize("NFKC")).normalize();

export const lowerCase = (text) => text.toLowerCase();

export const upperCase = (text) => text.toUpperCase();

/** The text with each letter apart from its accents. */
export const decomposed = (text) => text.normalize("NFD");
