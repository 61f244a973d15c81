// Gives words with the name of their speaker to what the platform shares with: messages, mail, other programs.

import { cited, copy } from "./copy.js";

/** Shares the words of the statement that a button belongs to. Where the page may not share, as in a frame without that permission, they are copied. */
export async function share(root, button) {
  const { words, by, address } = cited(root, button);
  const title = button.closest(".card").querySelector(".claim").textContent;
  try {
    await navigator.share({ title, text: [words, ...by].join("\n"), url: address });
  } catch ({ name }) {
    // Readers who change their mind have said so themselves.
    if (name !== "AbortError") copy(root, button.closest(".tools").querySelector(".copy"));
  }
}
