// Gives a frame of cards the height that it asks for.
addEventListener("message", ({ data, origin, source }) => {
  if (data?.type !== "fact-cards-height") return;
  for (const frame of document.querySelectorAll("iframe.cards-frame")) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.style.height = `${data.height}px`;
  }
});
