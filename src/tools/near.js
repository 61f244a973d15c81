// Underlines the words of cards in the article: of prerendered cards before anything else of the widget is needed, of others once a control of
// theirs is used.

import { isFamiliar } from "./browser.js";

// The build puts an address here: that of the module that looks for words in the page.
const address = "{article}";

/** Loads the module that looks for words in the page. */
export const finder = () => import(address);

/** The elements whose attributes are watched. */
const watched = new WeakSet();

/** Looks for the words of an element that a reader has come near to or uses, now or when a script of the page changes its attributes. */
export async function near(host) {
  if (!watched.has(host)) {
    watched.add(host);
    new MutationObserver(() => look(host).catch(() => {})).observe(host, { attributeFilter: ["article", "passages"] });
  }
  await look(host);
}

/** Waits until the browser has nothing else to do, but no longer than three seconds; not for readers who save data. */
async function look(host) {
  if (!isFamiliar(host.shadowRoot) || !host.hasAttribute("article") || host.getAttribute("passages") === "off" || !CSS.highlights || navigator.connection?.saveData) return;
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: 3000 }));
  const { underline } = await finder();
  underline(host);
}
