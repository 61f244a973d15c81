// Underlines the words of prerendered cards in the article, before anything else of the widget is needed.

// The build puts an address here: that of the module that looks for words in the page.
const finder = "{article}";

/** Waits until the browser has nothing else to do, but no longer than three seconds; not for readers who save data. */
export async function near(host) {
  if (!host.hasAttribute("article") || host.getAttribute("passages") === "off" || !CSS.highlights || navigator.connection?.saveData) return;
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: 3000 }));
  const { underline } = await import(finder);
  // The attribute names the article: its paragraphs are not needed.
  underline(host, { body: [] });
}
