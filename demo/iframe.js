// What a page does with a frame of cards: it gives it the height it asks for.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "fact-cards-height") return;
  for (const frame of document.querySelectorAll("iframe.cards-frame")) {
    if (frame.contentWindow === source) frame.style.height = `${Number(data.height)}px`;
  }
});
