// Credits of pictures that cannot be shown.

/** Hides a picture that could not be loaded, and in its card the credit that no other picture has. The credit keeps its room, so that nothing
    moves. Instead of the picture, the speaker's initials are seen. */
function withoutPicture({ target }) {
  if (target.localName !== "img") return;
  target.hidden = true;
  const card = target.closest(".card");
  if (!card) return;
  const { credit } = target.dataset;
  const places = [...card.querySelectorAll("[data-credit]:not([hidden])")].filter(({ dataset }) => dataset.credit === credit);
  if (!places.some(({ localName }) => localName === "img")) places.forEach(({ style }) => (style.visibility = "hidden"));
}

/** Does so for the pictures in a shadow root that fail from now on, and for those that have failed. WebKit would show its sign for them. */
export function watchPictures(root) {
  root.addEventListener("error", withoutPicture, true);
  withoutFailed(root);
}

/** Does so for those that have failed already. Images without a size of their own have no `naturalWidth`, although they can be shown. */
export function withoutFailed(root) {
  for (const target of root.querySelectorAll(".portrait img")) {
    if (target.complete && !target.naturalWidth) target.decode().catch(() => withoutPicture({ target }));
  }
}
