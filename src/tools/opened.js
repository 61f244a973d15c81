// Cards that the browser opens before the widget is loaded: for an address, and for what it finds in the page.

import { watchTexts } from "./browser.js";
import { watchPictures } from "./credits.js";
import { watchFound } from "./found.js";
import { finder } from "./near.js";

/** The elements that are watched. */
const watched = new WeakSet();

/** Lets the widget draw the cards in place of prerendered ones: the loader takes this for a touch. */
export const replace = (host) => host.dispatchEvent(new Event("input"));

/** Whether a script has brought other cards for the element before: browsers take the template of a page away, and leave that of a script. */
export const isOutdated = (host) => host.querySelector(":scope>template[shadowrootmode]");

/** Looks for the words of prerendered cards that the browser has opened or will open, until a reader touches them: then the widget does so. */
export function watch(host) {
  const root = host.shadowRoot;
  if (watched.has(host)) return;
  watched.add(host);
  watchPictures(root);
  watchFound(root);
  watchTexts([...host.querySelectorAll("script[type='application/json']")], () => replace(host));
  const article = articleOf(host);
  if (!host.hasAttribute("article") && !article.body.length) return;
  const ending = new AbortController();
  const { signal } = ending;
  for (const type of ["focusin", "click", "input"]) host.addEventListener(type, () => ending.abort(), { signal });
  const look = async (card) => {
    if (!card?.open || !card.dataset.claim) return;
    const { attend } = await finder();
    if (!signal.aborted) attend(host, card, article);
  };
  const safely = (card) => look(card).catch(() => {});
  root.addEventListener("toggle", ({ target }) => safely(target), { capture: true, signal });
  root.querySelectorAll("[data-claim][open]").forEach(safely);
}

/** What the document in the element says of its article. */
function articleOf(host) {
  try {
    const { body, url } = JSON.parse(host.querySelector("script[type='application/json']").textContent).article;
    return { body: [].concat(body).filter((paragraph) => typeof paragraph === "string"), url };
  } catch {
    return { body: [] };
  }
}
