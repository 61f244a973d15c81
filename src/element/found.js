// Words that are cut until a reader asks for all of them, and that the browser's own search has found.

/** Opens the line below such words, which says then that it shows less. The browser takes the attribute away that hides the words; they get it back
    at once, for when the reader closes the line. */
export function watchFound(root) {
  root.addEventListener("beforematch", ({ target }) => {
    target.closest(".quote").nextElementSibling.open = true;
    setTimeout(() => (target.hidden = "until-found"));
  });
}
