// What the quotes ask of the browser.

/** A text in another form. 0: in Unicode's normal form C; ligatures, Arabic letters as they look within words, letters of full or half width, and digits above
    or below the line behind a letter, in form KC. 1: in small letters. 2: in capital letters. In one function, because each has glue of its own. */
export const inForm = (text, which) =>
  which > 1
    ? text.toUpperCase()
    : which
      ? text.toLowerCase()
      : text.replace(/\p{L}[²³¹⁰⁴-⁹₀-₉]+|[\ufb00-\ufdff\ufe70-\ufeff\uff00-\uffef]/gu, (letters) => letters.normalize("NFKC")).normalize();

/** The text with each letter apart from its accents. */
export const decomposed = (text) => text.normalize("NFD");
