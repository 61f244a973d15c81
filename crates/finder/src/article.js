// Compares the words of an open card with the article in the page. This file and its wasm are loaded when a card is opened in a page that
// may contain its article.

import { phrasesOf } from "./phrases.js";
import { located, readingOf, searchInTurn, untilStill } from "./reading.js";
import { resume, show } from "./highlight.js";
import { isInSight } from "./sight.js";
import { sheet } from "./style.js";

/** Fewer words than this that occur in several places may have been said in none of them by this speaker. */
const fewWords = 4;

/** How long to wait for an article that may still be growing before the newsroom is told that words are missing, in milliseconds. */
const patience = 2000;

/** The pause before a changed article is read again, in milliseconds. It doubles each time up to the longest, and starts again at the
    shortest after the article has not changed for that long. */
const shortest = 500;
const longest = 16_000;

/** For each card, the words that are being searched. */
const attended = new WeakMap();

/** For each element, the grades that the newsroom has been told. */
const told = new WeakMap();

/** The messages that are already in the console. */
const warned = new Set();

/** Searches the article for the words of an open card, and says in the card if they are found. `article` has the article's address and
    paragraphs from the document; `words` is a promise of the widget's words in the language of the card. */
export function attend(host, card, article, words) {
  // Also for cards that need no search, because they took over what was found before.
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

/** Moves what was found in a prerendered card to the same card as the widget has drawn it. */
export function carry(from, to) {
  const [places, others] = [from, to].map((card) => card.querySelectorAll("blockquote"));
  places.forEach((place, index) => {
    const line = lineOf(place);
    if (line) others[index]?.after(line);
  });
  // After the card has been put into the page.
  queueMicrotask(resume);
}

function lineOf({ nextElementSibling: next }) {
  return next?.className === "found" ? next : undefined;
}

/** The words that a card shows and that have not been found yet, each with its place in the card. They are taken from the card, so that a
    card never says that words appear in the article which are not its own. */
function wordsOf(host, card, article) {
  const { claim } = card.dataset;
  return [...card.querySelectorAll("figure")].flatMap((figure, statement) =>
    [...figure.querySelectorAll("blockquote")].flatMap((place, index) => {
      const spans = [...place.querySelectorAll(".words")].map(({ textContent }) => textContent);
      if (!spans[0] || lineOf(place)?.querySelector("button")) return [];
      // Prefix and suffix belong to the quote, which comes first, if there is one.
      const { prefix, suffix } = index ? {} : figure.dataset;
      const tell = (grade) => tellOnce(host, article, index, { claim, statement, grade });
      return [{ place, words: [spans, prefix, suffix], tell }];
    }),
  );
}

/** Sends the grade of some words to the newsroom, unless it was sent before. */
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

/** Waits for a change while the card is open. It looks again from time to time, so that a card that was removed is not kept in memory. */
async function untilChanged(changed, card) {
  let isOver = false;
  changed.then(() => (isOver = true));
  while (!isOver && isRead(card)) await Promise.race([changed, later(longest)]);
}

/** Searches until all words are found, for as long as their card is open, and removes those that are found from `wanted`. `again` starts a
    new search for words that are lost later. */
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
      // The newsroom is told in time, even if the article goes on changing.
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

/** The ranges to show to readers: all places that have all the words and can be seen; empty if there is none. */
function shown(found, [spans]) {
  const words = () => [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(spans.join(" "))].filter(({ isWordLike }) => isWordLike);
  const { grade, places } = found ?? {};
  const isFound = grade === "exact" || grade === "typographic" || (grade === "ambiguous" && words().length >= fewWords);
  return isFound ? places.filter((place) => place.every((range) => range.startContainer.isConnected && isInSight(range))).flat() : [];
}

/** Tells the reader what was compared, and no more, with a button that goes there. */
function note({ place, words }, phrase, host, article, again) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = phrase.show;
  const line = begun(words[0][1] ? phrase.parts : phrase.found, button);
  button.addEventListener("click", async () => {
    const ranges = await passages(host, article, words);
    if (!line.isConnected) return;
    if (ranges.length) return show(ranges, line, button, phrase.back);
    // The article has changed since, and may change again.
    const card = line.closest("details");
    if (button.matches(":focus")) card.firstElementChild.focus();
    line.remove();
    again(card);
  });
  lineOf(place)?.remove();
  place.after(line);
}

/** The ranges of some words at this moment. */
async function passages(host, article, words) {
  // If the article changes while it is read, it is read once more.
  for (let tries = 0; tries < 2; tries++) {
    const { root } = await located(host, article.body);
    const reading = root && (await readingOf(root));
    const found = reading && (await searchInTurn(() => reading.find(...words)));
    const ranges = shown(found, words);
    if (ranges.length) return ranges;
  }
  return [];
}

/** Adds a link to the words if the article is on another page. */
async function link({ place, words }, phrase, { body, url }) {
  if (!url || !body.length || lineOf(place) || page(url) === page(location.href)) return;
  // Words with another source are not in the article, also if the source has no address.
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
