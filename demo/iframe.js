// Gives a frame of cards the height that it asks for.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "fact-cards-height") return;
  for (const frame of document.querySelectorAll("iframe.cards-frame")) {
    if (frame.contentWindow === source) frame.style.height = `${Number(data.height)}px`;
  }
});
