// The words of an open card, held against the article in the page. This file, and the wasm that looks for them, are loaded when a card is
// opened in a page that may have its article.

import { phrases } from "./phrases.js";
import { located, readingOf, rest, untilAtRest } from "./reading.js";
import { show } from "./passage.js";
import { sheet } from "./style.js";

/** Below this many words, what stands in several places says nothing about any of them. */
const fewWords = 4;

/** How long an article that lacks some words may go on growing before the newsroom is told, in milliseconds. */
const patience = 2000;

/** How long an article that never rests may go on before it is read again, in milliseconds: twice as long each time, up to this. */
const longest = 16_000;

const attended = new WeakSet();

/** What the console has been told. */
const warned = new Set();

/** Looks for the words of a card, once, and says where they stand; `json` is the text of its document. */
export function attend(host, card, json) {
  if (attended.has(card)) return;
  attended.add(card);
  const { article = {}, claims = [] } = JSON.parse(json);
  const claim = claims.find(({ id }) => id === card.dataset.claim);
  const figures = card.querySelectorAll("figure");
  // Of a claim whose document was mended on the way it is not known which words are which.
  if (claim?.statements?.length !== figures.length) return;
  const root = host.shadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const language = figures[0]?.closest("section[lang]")?.lang.split("-")[0];
  const words = phrases[language] ?? phrases.en;
  for (const [index, statement] of claim.statements.entries()) {
    const { quote, reported, prefix, suffix, source } = statement;
    for (const [kind, given] of Object.entries({ direct: quote, reported })) {
      const place = given && figures[index].querySelector(`.${kind}`);
      if (!place || lineOf(place)) continue;
      const context = kind === "direct" || !quote ? [prefix, suffix] : [];
      const sought = [[given].flat(), ...context];
      const told = (grade) => tell(host, { claim: claim.id, statement: index, grade });
      follow(host, card, place, sought, article, words, told, source).catch(({ message }) => {
        if (!warned.has(message)) console.warn(`fact-cards: the article could not be searched: ${message}`);
        warned.add(message);
      });
    }
  }
}

/** Hands on what was found to the same card as the widget has drawn it. */
export function carry(from, to) {
  const [places, others] = [from, to].map((card) => card.querySelectorAll("blockquote"));
  places.forEach((place, index) => {
    const line = lineOf(place);
    if (line) others[index]?.after(line);
  });
}

function lineOf({ nextElementSibling: next }) {
  return next?.className === "found" ? next : undefined;
}

function tell(host, detail) {
  host.dispatchEvent(new CustomEvent("fact-cards-quote", { bubbles: true, composed: true, detail }));
}

/** Looks for some words until they are there, for as long as the card is. */
async function follow(host, card, place, sought, article, words, told, source) {
  let grade;
  let pause = 1000;
  const deadline = performance.now() + patience;
  while (card.isConnected) {
    const { root, changed } = await located(host, article.body);
    if (!card.isConnected) return;
    if (!root) {
      if ((!source || page(source.url) === page(article.url)) && !lineOf(place)) await link(place, sought, article, words);
      if (!changed || pause === longest) return;
      // The article may be late.
      await changed;
      await untilAtRest(document.body, pause);
      pause = Math.min(2 * pause, longest);
      continue;
    }
    const reading = await readingOf(root);
    await rest();
    const found = reading.find(...sought);
    if (isShown(found, sought)) {
      if (found.grade !== grade) told(found.grade);
      return note(place, words, async () => {
        const now = await located(host, article.body, false);
        return now.root ? (await readingOf(now.root, true)).find(...sought).ranges : [];
      });
    }
    const left = deadline - performance.now();
    if (left > 0) {
      const again = reading.changed.then(() => untilAtRest(root, pause));
      await Promise.race([again, new Promise((resolve) => setTimeout(resolve, left))]);
      continue;
    }
    if (found.grade !== grade) told((grade = found.grade));
    await reading.changed;
    await untilAtRest(root, pause);
    pause = Math.min(2 * pause, longest);
  }
}

function isShown({ grade }, [spans]) {
  const isLong = () => spans.join(" ").trim().split(/\s+/).length >= fewWords;
  return grade === "exact" || grade === "typographic" || (grade === "ambiguous" && isLong());
}

/** What a reader is told: what was compared, and no more. */
function note(place, words, ranges) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.show;
  const line = begun(words.found, button);
  button.addEventListener("click", async () => {
    const all = await ranges();
    // The article has changed since.
    if (!all.length) return line.remove();
    show(all, line, button, words.back);
  });
  lineOf(place)?.remove();
  place.after(line);
}

/** Where the article is on another page, a link that leads to the words there. */
async function link(place, sought, { body, url }, words) {
  if (!/^https?:\/\//i.test(url) || !Array.isArray(body) || page(url) === page(location.href)) return;
  const fragment = (await readingOf(body)).fragment(...sought);
  if (!fragment) return;
  const address = document.createElement("a");
  address.href = `${page(url)}#${fragment}`;
  address.rel = "noopener nofollow";
  address.textContent = words.link;
  place.after(begun("", address));
}

const page = (address) => String(address).split("#")[0];

function begun(text, control) {
  const line = document.createElement("p");
  line.className = "found";
  line.append(text, text && " ", control);
  return line;
}
