// What is hidden until a reader asks for all of it, long words and further speakers, and what the browser's own search has found there.

/** Opens the line below, which says then that it shows less. The browser takes the attribute away that hides what it has found, which gets it back
    at once, for when the reader closes the line. */
export function watchFound(root) {
  root.addEventListener("beforematch", ({ target }) => {
    (target.closest(".quote") ?? target).nextElementSibling.open = true;
    setTimeout(() => (target.hidden = "until-found"));
  });
  // Who closes the line at the end of something long would be left far below it.
  root.addEventListener("click", ({ target }) => {
    const line = target.closest(".all[open] > summary");
    if (line) setTimeout(() => line.scrollIntoView({ block: "nearest", behavior: "instant" }));
  });
}
