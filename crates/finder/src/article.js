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
  const [places, others] = [from, to].map((card) => card.querySelectorAll("blockquote"));
  places.forEach((place, index) => {
    const line = lineOf(place);
    if (line) others[index]?.after(line);
  });
  // Once the card is in the page.
  queueMicrotask(resume);
}

function lineOf({ nextElementSibling: next }) {
  return next?.className === "found" ? next : undefined;
}

/** The words that a card shows and that have not been found yet, each with its place in the card. They are looked for as they are
    shown: whatever a document says, no card is told that others than its own appear in the article. */
function wordsOf(host, card, article) {
  const { claim } = card.dataset;
  return [...card.querySelectorAll("figure")].flatMap((figure, statement) =>
    [...figure.querySelectorAll("blockquote")].flatMap((place, index) => {
      const spans = [...place.querySelectorAll(".words")].map(({ textContent }) => textContent);
      if (!spans[0] || lineOf(place)?.querySelector("button")) return [];
      // They are about the quote where there is one, which comes first.
      const { prefix, suffix } = index ? {} : figure.dataset;
      const tell = (grade) => tellOnce(host, article, index, { claim, statement, grade });
      return [{ place, words: [spans, prefix, suffix], tell }];
    }),
  );
}

/** Tells the newsroom what became of some words, unless it knows. */
function tellOnce(host, article, index, detail) {
  if (told.get(host)?.article !== article) told.set(host, { article, grades: new Map() });
  const { grades } = told.get(host);
  const which = `${index} ${detail.statement} ${detail.claim}`;
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
        note(one, phrase, host, article, again);
      } else if (!reading) await link(one, phrase, article);
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

/** What a reader is told: what was compared, and no more. */
function note({ place, words }, phrase, host, article, again) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = phrase.show;
  const line = begun(words[0][1] ? phrase.parts : phrase.found, button);
  button.addEventListener("click", async () => {
    const ranges = await passages(host, article, words);
    if (!line.isConnected) return;
    if (ranges.length) return show(ranges, line, button, phrase.back);
    // The article has changed since, and may again.
    const card = line.closest("details");
    if (button.matches(":focus")) card.firstElementChild.focus();
    line.remove();
    again(card);
  });
  lineOf(place)?.remove();
  place.after(line);
}

/** Where words stand at this moment. */
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
async function link({ place, words }, phrase, { body, url }) {
  if (!url || !body.length || lineOf(place) || page(url) === page(location.href)) return;
  // A source without an address may be anywhere.
  if (place.closest("figure").querySelector("[part=source]") && page(place.getAttribute("cite") ?? "") !== page(url)) return;
  const reading = await readingOf(body);
  const fragment = await searchInTurn(() => reading.fragment(...words));
  if (!fragment || lineOf(place)) return;
  const address = document.createElement("a");
  address.href = `${page(url)}#${fragment}`;
  address.rel = "noopener nofollow";
  address.textContent = phrase.link;
  place.after(begun("", address));
}

const page = (address) => address.split("#")[0];

function begun(text, control) {
  const line = document.createElement("p");
  line.className = "found";
  line.append(text, text && " ", control);
  return line;
}
