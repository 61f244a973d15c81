// What the quotes ask of the browser.

/** The text in Unicode's normal form C. */
export const composed = (text) => text.normalize();

export const lowerCase = (text) => text.toLowerCase();
