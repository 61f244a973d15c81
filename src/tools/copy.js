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

/** The words that a button's row belongs to, with their speaker, when they were said, their source, and the address of the card. */
export function cited(root, button) {
  const row = button.closest(".tools");
  const card = row.closest(".card");
  const all = card.querySelectorAll(`figure[data-statement="${row.dataset.statement}"]`);
  const quotes = [...card.querySelectorAll(`figure[data-statement="${row.dataset.statement}"] .quote`)];
  const place = ["[data-touched]", ".direct", "*"].map((kind) => quotes.find((quote) => quote.matches(kind))).find(Boolean);
  const { same } = place.dataset;
  const words = same === undefined ? seen(place).trim() : [same, card.querySelector(".claim").textContent].join(" ").trim();
  const by = [...all].map((figure) => figure.querySelector(".attribution")).find(Boolean) ?? card.querySelector(".who");
  // Where speakers differ, a sentence of the card says their name and their stance. The place of the words has the name alone.
  const { lang } = root.querySelector(".cards");
  const who = [all[0].getAttribute("aria-label"), by.querySelector(".role")?.textContent].filter(Boolean).join(commaOf(lang));
  const source = sourceOf(row.parentElement, card, root)?.textContent;
  const details = [...row.parentElement.querySelectorAll(".detail:not([part=source])")].map((line) => line.textContent);
  return { lang, words, by: [`— ${who}`, ...details], source, address: row.querySelector("a.link:not(.go)").href };
}

/** What stands between a name and a role: the `comma` of the files in `languages/`. */
const commaOf = (language) => ({ ar: "، ", fa: "، ", ur: "، ", ja: "、", zh: "，" })[language.slice(0, 2)] ?? ", ";

/** The line with the source of a statement: its own, that of all statements of the card, or the article. */
const sourceOf = (part, card, root) =>
  part.querySelector("[part=source]") ?? card.querySelector(".body > [part=source]") ?? root.querySelector(".article-line");

/** The text of an element without that for screen readers, and the sign for words that are hidden. */
function seen(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".visually-hidden, .cut").forEach((hidden) => hidden.remove());
  return copy.textContent;
}

const asText = ({ words, by, source, address }) => [words, ...by, source, address].filter(Boolean).join("\n");

function asHtml({ lang, words, by, source, address }) {
  const quote = page.createElement("blockquote");
  quote.textContent = words;
  const line = page.createElement("p");
  const link = page.createElement("a");
  link.href = address;
  link.textContent = source ?? address;
  line.append(...by.map((part) => part + commaOf(lang)), link);
  return [quote, line].map((part) => new XMLSerializer().serializeToString(part)).join("");
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

/** Says in the button that the words are copied, and to screen readers beside it; the attribute has the text. The style sheet reserves its width, so that
    nothing moves. */
function said(button) {
  const { textContent, ariaLabel, dataset } = button;
  if (textContent === dataset.text) return;
  button.textContent = button.ariaLabel = dataset.text;
  const status = page.createElement("span");
  status.className = "visually-hidden";
  status.role = "status";
  button.after(status);
  // Screen readers tell of what comes into it later.
  setTimeout(() => (status.textContent = dataset.text), 100);
  setTimeout(() => {
    button.textContent = textContent;
    button.ariaLabel = ariaLabel;
    status.remove();
  }, pause);
}
