// Copies words with the name of their speaker and their source.

import { page } from "./browser.js";

/** How long the button says that the words are copied, in milliseconds. */
const pause = 2000;

/** Copies the words of the statement that a button belongs to, as text and as HTML. */
export async function copy(root, button) {
  const [text, html] = [asText, asHtml].map((form) => form(cited(root, button)));
  try {
    const data = { "text/plain": text, "text/html": html };
    await navigator.clipboard.write([new ClipboardItem(data)]);
  } catch {
    // Frames and pages without encryption may not use the clipboard, but may copy while the reader clicks.
    if (!copiedByEvent(text, html)) return;
  }
  said(button);
}

/** The words that a button's row belongs to, with their speaker, their source, and the address of the card. */
export function cited(root, button) {
  const row = button.closest(".tools");
  const card = row.closest(".card");
  const all = card.querySelectorAll(`figure[data-statement="${row.dataset.statement}"]`);
  const quotes = [...card.querySelectorAll(`figure[data-statement="${row.dataset.statement}"] .quote`)];
  const place = quotes.find((quote) => quote.matches(".direct")) ?? quotes[0];
  const words = "same" in place.dataset ? card.querySelector(".claim") : seen(place);
  const by = [...all].map((figure) => figure.querySelector(".attribution")).find(Boolean) ?? card.querySelector(".who");
  const who = [...by.querySelectorAll(".speaker, .role")].map((part) => part.textContent).join(", ");
  const source = (row.parentElement.querySelector("[part=source]") ?? root.querySelector(".article-line"))?.textContent;
  return { words: words.textContent.trim(), who, source, address: row.querySelector("a.link:not(.go)").href };
}

/** A copy of an element without the text for screen readers. */
function seen(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".visually-hidden").forEach((hidden) => hidden.remove());
  return copy;
}

const asText = ({ words, who, source, address }) => [words, `— ${who}`, source, address].filter(Boolean).join("\n");

function asHtml({ words, who, source, address }) {
  const quote = page.createElement("blockquote");
  quote.textContent = words;
  const by = page.createElement("p");
  const link = page.createElement("a");
  link.href = address;
  link.textContent = source ?? address;
  by.append(`— ${who}, `, link);
  return [quote, by].map((part) => new XMLSerializer().serializeToString(part)).join("");
}

function copiedByEvent(text, html) {
  const take = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", take, { __proto__: null, capture: true });
  try {
    return page.execCommand("copy");
  } finally {
    removeEventListener("copy", take, { __proto__: null, capture: true });
  }
}

/** Says in the button that the words are copied; the attribute has the text. The style sheet reserves its width, so that nothing moves. */
function said(button) {
  if (button.role) return;
  const { textContent, ariaLabel } = button;
  button.textContent = button.ariaLabel = button.dataset.text;
  button.role = "status";
  setTimeout(() => {
    button.textContent = textContent;
    button.ariaLabel = ariaLabel;
    button.role = null;
  }, pause);
}
