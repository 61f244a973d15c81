// The words of an open card, held against the article in the page. This file, and the wasm that looks for them, are loaded when a card is
// opened in a page that may have its article.

import { phrasesOf } from "./phrases.js";
import { located, readingOf, searchInTurn, untilStill } from "./reading.js";
import { resume, show } from "./highlight.js";
import { isInSight } from "./sight.js";
import { sheet } from "./style.js";

/** Below this many words, what stands in several places says nothing about any of them. */
const fewWords = 4;

/** How long an article that lacks some words may go on growing before the newsroom is told, in milliseconds. */
const patience = 2000;

/** How long an article is left alone before it is read again because it has changed, in milliseconds: twice as long each time, up to the
    longest, and from the beginning once it has been at rest for that long. */
const shortest = 500;
const longest = 16_000;

/** For each card the words that are being looked for. */
const attended = new WeakMap();

/** What the newsroom has been told of the documents of each element. */
const told = new WeakMap();

/** What the console has been told. */
const warned = new Set();

/** Looks for the words of an open card, and says where they stand; `article` is what its document says of the article: address and
    paragraphs; `words` is a promise of the widget's words in the language of the card. */
export function attend(host, card, article, words) {
  // Also for what was handed on, and is not wanted any more.
  const { adoptedStyleSheets } = host.shadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  const wanted = attended.get(card) ?? [];
  const isKnown = ({ place }) => wanted.some((one) => one.place === place);
  wanted.push(...wordsOf(host, card, article).filter((one) => !isKnown(one)));
  if (!wanted.length || attended.has(card)) return;
  attended.set(card, wanted);
  const failed = ({ message }) => {
    if (!warned.has(message)) console.warn(`fact-cards: the article could not be searched: ${message}`);
    warned.add(message);
  };
  follow(host, card, article, wanted, words, (card) => attend(host, card, article, words))
    .catch(failed)
    .finally(() => attended.delete(card));
}

/** Hands on what was found to the same card as the widget has drawn it. */
export function carry(from, to) {
  const [places, others] = [from, to].map(placesOf);
  places.forEach((place, index) => found.has(place) && found.add(others[index]));
  for (const tools of from.querySelectorAll(".tools")) {
    if (!tools.querySelector(".go:enabled, a.go")) continue;
    to.querySelector(`.tools[data-statement="${tools.dataset.statement}"]`)?.replaceWith(tools);
  }
  // Once the card is in the page.
  queueMicrotask(resume);
}

/** The words that have been found, by their place in a card. */
const found = new WeakSet();

/** Where a card has words. Those of its closed part are outside its `<details>`. */
const placesOf = (card) => [...card.parentElement.querySelectorAll(".quote")];

/** The words that a card shows and that have not been found yet, each with its place in the card. They are looked for as they are
    shown: whatever a document says, no card is told that others than its own appear in the article. */
function wordsOf(host, card, article) {
  const { claim } = card.dataset;
  return placesOf(card).flatMap((place) => {
    const figure = place.closest("figure");
    const statement = Number(figure.dataset.statement);
    // Reported words that are the claim itself are not printed twice.
    const shown = "same" in place.dataset ? card.parentElement.querySelectorAll(".claim") : place.querySelectorAll(".words");
    const spans = [...shown].map(({ textContent }) => textContent);
    if (!spans[0] || found.has(place)) return [];
    // They are about the quote where there is one.
    const isQuote = place.matches(".direct");
    const hasQuote = card.parentElement.querySelector(`[data-statement="${statement}"] .direct`);
    const { prefix, suffix } = isQuote || !hasQuote ? figure.dataset : {};
    const tell = (grade) => tellOnce(host, article, isQuote, { claim, statement, grade });
    const row = card.querySelector(`.tools[data-statement="${statement}"]`);
    return [{ place, row, words: [spans, prefix, suffix], tell }];
  });
}

/** Tells the newsroom what became of some words, unless it knows. */
function tellOnce(host, article, kind, detail) {
  if (told.get(host)?.article !== article) told.set(host, { article, grades: new Map() });
  const { grades } = told.get(host);
  const which = `${kind} ${detail.statement} ${detail.claim}`;
  if (grades.get(which) === detail.grade) return;
  grades.set(which, detail.grade);
  host.dispatchEvent(new CustomEvent("fact-cards-quote", { bubbles: true, composed: true, detail }));
}

/** Whether the reader has the card open. */
const isRead = (card) => card.isConnected && card.open;

const later = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Waits for a change for as long as the card is read; it is not the page's business to keep the card until then. */
async function untilChanged(changed, card) {
  let isOver = false;
  changed.then(() => (isOver = true));
  while (!isOver && isRead(card)) await Promise.race([changed, later(longest)]);
}

/** Looks for words until all are there, for as long as their card is read, and takes those that are found from `wanted`; `again` has what is
    lost again looked for. */
async function follow(host, card, article, wanted, words, again) {
  let deadline;
  let pause = shortest;
  const phrase = phrasesOf(await words);
  while (wanted.length && isRead(card)) {
    const { root, changed } = await located(host, article.body);
    const reading = root && (await readingOf(root));
    const isLate = performance.now() > (deadline ??= reading && performance.now() + patience);
    for (const one of [...wanted]) {
      const found = reading && (await searchInTurn(() => reading.find(...one.words)));
      if (!isRead(card)) return;
      if (shown(found, one.words)[0]) {
        wanted.splice(wanted.indexOf(one), 1);
        one.tell(found.grade);
        offer(one, phrase, host, article, again);
      } else if (!reading) await link(one, article);
      else if (isLate && found.grade) one.tell(found.grade);
    }
    if (!wanted.length) return;
    const next = Promise.race([changed, reading?.changed].filter(Boolean));
    if (!changed && !reading) return;
    if (reading && !isLate) {
      // The newsroom is told in time, whatever happens.
      await Promise.race([next.then(() => untilStill(root, pause)), later(Math.max(deadline - performance.now(), 0) + 1)]);
      continue;
    }
    const begin = performance.now();
    await untilChanged(next, card);
    if (performance.now() - begin > longest) pause = shortest;
    await Promise.all([untilStill(root ?? document.body, 2 * pause), later(pause)]);
    pause = Math.min(2 * pause, longest);
  }
}

/** The ranges of what readers are shown: where all of the words are that a card shows, and can be seen. */
function shown(found, [spans]) {
  const words = () => [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(spans.join(" "))].filter(({ isWordLike }) => isWordLike);
  const { grade, places } = found ?? {};
  const isFound = grade === "exact" || grade === "typographic" || (grade === "ambiguous" && words().length >= fewWords);
  return isFound ? places.filter((place) => place.every((range) => range.startContainer.isConnected && isInSight(range))).flat() : [];
}

/** Lets a reader go to words that were found. Of a statement's quote and its reported words, the quote comes first. */
function offer({ place, row, words }, phrase, host, article, again) {
  found.add(place);
  const button = row.querySelector("button.go");
  if (!button?.disabled) return;
  button.disabled = false;
  const ending = new AbortController();
  const go = async () => {
    const ranges = await passages(host, article, words);
    if (!button.isConnected) return;
    if (ranges.length) return show(ranges, row, button, phrase.back, words[0][1] ? phrase.parts : phrase.found);
    // The article has changed since, and may again.
    const card = row.closest("[data-claim]");
    if (button.matches(":focus")) card.firstElementChild.focus();
    button.disabled = true;
    ending.abort();
    found.delete(place);
    again(card);
  };
  button.addEventListener("click", go, { signal: ending.signal });
}

/** Where words are in the page at this moment. */
async function passages(host, article, words) {
  // What changes while it is read may take the passage away, and is read once more.
  for (let tries = 0; tries < 2; tries++) {
    const { root } = await located(host, article.body);
    const reading = root && (await readingOf(root));
    const found = reading && (await searchInTurn(() => reading.find(...words)));
    const ranges = shown(found, words);
    if (ranges.length) return ranges;
  }
  return [];
}

/** Where the article is on another page, a link that leads to the words there. */
async function link({ place, row, words }, { body, url }) {
  const button = row.querySelector("button.go");
  if (!url || !body.length || !button || page(url) === page(location.href)) return;
  // A source without an address may be anywhere.
  if (row.parentElement.querySelector("[part=source]") && page(place.getAttribute("cite") ?? "") !== page(url)) return;
  const reading = await readingOf(body);
  const fragment = await searchInTurn(() => reading.fragment(...words));
  if (!fragment || !button.isConnected) return;
  const address = document.createElement("a");
  address.className = "link go";
  address.href = `${page(url)}#${fragment}`;
  address.rel = "noopener nofollow";
  address.textContent = button.textContent;
  address.ariaLabel = button.ariaLabel;
  button.replaceWith(address);
}

const page = (address) => address.split("#")[0];
