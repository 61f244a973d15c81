// What the controls of the cards do. Loaded when a reader focuses or clicks the first of them, or comes near prerendered cards. Who has used
// one sees the words of the cards underlined in the article, too.

import { isFamiliar, offerSharing } from "./browser.js";
import { copy } from "./copy.js";
import { choose, keepOpen, search } from "./filter.js";
import { near } from "./near.js";
import { isOutdated, replace, watch } from "./opened.js";
import { share } from "./share.js";

/** Does what a control in the shadow root of an element is for. `type` is that of the event: `focusin`, `click` or `input`; without one, the
    reader has come near the element. */
export async function use(host, control, type) {
  try {
    const looking = type !== "focusin" && near(host);
    await Promise.all([act(host, control, type), looking]);
  } catch ({ message }) {
    // What the page has taken from the browser.
    console.warn(`fact-cards: ${message}`);
  }
}

function act(host, control, type) {
  const root = host.shadowRoot;
  // The template stays in the element when the cards are those of the widget.
  if (!isFamiliar(root) || (!type && isOutdated(host))) return replace(host);
  if (!type) return watch(host), offerSharing(host);
  const { tool } = control.dataset;
  if (tool === "search") return search(root, control);
  if (type !== "click") return;
  if (tool === "copy") return copy(root, control);
  if (tool === "share") return share(root, control);
  if (tool !== "open" && tool !== "close") return choose(root, control);
  // Cards that a search or a speaker's row has hidden stay as they are.
  for (const card of root.querySelectorAll(".card:not([hidden]) [data-claim]")) card.open = tool === "open";
  keepOpen(root);
}
