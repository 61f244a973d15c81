// Credits of pictures that cannot be shown.

/** Hides a picture that could not be loaded, and in its card the credit that no other picture has. The credit keeps its room, so that nothing
    moves. Instead of the picture, the speaker's initials are seen. */
export function withoutPicture({ target }) {
  const card = target.closest(".card");
  if (!card) return;
  target.hidden = true;
  const { credit } = target.dataset;
  const places = [...card.querySelectorAll("[data-credit]:not([hidden])")].filter(({ dataset }) => dataset.credit === credit);
  if (!places.some(({ localName }) => localName === "img")) places.forEach(({ style }) => (style.visibility = "hidden"));
}
