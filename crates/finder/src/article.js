// Compares the words of an open card with the article in the page. This file and its wasm are loaded when a card is opened in a page that
// may contain its article.

import { flat, page, tell } from "./browser.js";
import { untilStill } from "./changes.js";
import { Pause, later } from "./pause.js";
import { phrasesFor } from "./phrases.js";
import { located } from "./located.js";
import { readingOf, safely, searchInTurn } from "./reading.js";
import { compareContexts } from "./contexts.js";
import { paint } from "./passages.js";
import { isReachable } from "./sight.js";
import { leave, loadThere, resume } from "./way.js";
import { placesOf, wordsOnCard } from "./words.js";

export { underline } from "./passages.js";

/** Fewer words than this that occur in several places may have been said in none of them by this speaker. */
const fewWords = 4;

/** How long to wait for an article that may still be growing before the newsroom is told that words are missing, and readers see no button any more, in
    milliseconds. */
const patience = 2000;

/** For each card, the words that are being searched. */
const attended = new WeakMap();

/** For each element, the grades that the newsroom has been told. */
const told = new WeakMap();

/** Searches the article for the words of an open card, and says in the card if they are found. `article` has the article's address and
    paragraphs from the document. */
export const attend = safely((host, card, article) => {
  const wanted = attended.get(card) ?? [];
  const isKnown = ({ place }) => wanted.some((one) => one.place === place);
  wanted.push(...wordsOf(host, card, article).filter((one) => !isKnown(one)));
  if (!wanted.length || attended.has(card)) return;
  attended.set(card, wanted);
  const naming = namingOf(host);
  return follow(host, card, article, wanted, naming).finally(() => {
    naming.end();
    attended.delete(card);
  });
});

/** Moves what was found in a prerendered card to the same card as the widget has drawn it. Both are the `<details>` of the card. */
export function carry(from, to) {
  const [places, others] = [from, to].map(placesOf);
  places.forEach((place, index) => offers.has(place) && offers.set(others[index], offers.get(place)));
  for (const row of from.querySelectorAll(".tools")) {
    if (!row.querySelector(".go:enabled, a.go, .go[style]")) continue;
    to.querySelector(`.tools[data-statement="${row.dataset.statement}"]`)?.replaceWith(row);
  }
  // After the card has been put into the page.
  Promise.resolve().then(safely(resume));
}

/** For the element of words that were found, the function that takes back what was offered. */
const offers = new WeakMap();

/** The words that a card shows, each with its place in the card. */
function wordsOf(host, card, article) {
  const { claim } = card.dataset;
  return wordsOnCard(card).map(({ place, statement, isQuote, words }) => {
    const tell = (grade) => tellOnce(host, article, isQuote, { claim, statement, grade });
    const row = card.querySelector(`.tools[data-statement="${statement}"]`);
    return { place, row, words, tell };
  });
}

/** Sends the grade of some words to the newsroom, unless it was sent before. */
function tellOnce(host, article, kind, detail) {
  if (told.get(host)?.article !== article) told.set(host, { article, grades: new Map() });
  const { grades } = told.get(host);
  const which = `${kind} ${detail.statement} ${detail.claim}`;
  if (grades.get(which) === detail.grade) return;
  grades.set(which, detail.grade);
  tell(host, "quote", detail);
}

/** Whether the reader has the card open. */
const isRead = (card) => card.isConnected && card.open;

/** Resolves when a card is closed or removed, because its size changes then. */
function closed(card) {
  if (!globalThis.ResizeObserver) return;
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (isRead(card)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(card);
  });
}

/** In pages that have taken observers away, nothing tells of changes. */
const never = new Promise(() => {});

/** What tells once, each time it is asked, that the element names another article, until it ends. */
function namingOf(host) {
  let observer;
  const end = () => observer?.disconnect();
  const changed = () =>
    new Promise((resolve) => {
      end();
      observer = new MutationObserver(resolve);
      observer.observe(host, { attributeFilter: ["article"] });
    }).catch(() => never);
  return { changed, end };
}

/** Searches for words for as long as their card is open, and again after the article has changed, because words that were found may change,
    too. */
async function follow(host, card, article, wanted, naming) {
  let deadline;
  const pause = new Pause();
  let gone;
  const loading = phrasesFor(host);
  while (isRead(card)) {
    gone ??= closed(card)?.then(() => (gone = undefined));
    const renamed = naming.changed();
    const { root, changed, reading } = await located(host, article.body);
    const isLate = performance.now() > (deadline ??= reading && performance.now() + patience);
    for (const one of [...wanted]) {
      const found = reading && (await searchInTurn(() => reading.find(...one.words)));
      const phrase = await loading;
      if (!isRead(card)) return;
      if (shown(found, one.words)[0]) {
        one.tell(found.grade);
        if (!offers.has(one.place)) offer(one, phrase, host, article);
        continue;
      }
      takeBack(one);
      if (!reading) {
        await link(one, article);
        later(patience).then(() => giveUp(one));
      } else if (isLate) {
        if (found.grade) one.tell(found.grade);
        giveUp(one);
      }
    }
    const isComing = !isLate && wanted.some(({ place }) => !offers.has(place));
    if (reading) await compareContexts(card, reading, !isComing);
    const next = Promise.race([gone, renamed, changed, reading?.changed].filter(Boolean));
    if (!changed && !reading) return;
    if (reading && isComing) {
      // The newsroom is told in time, even if the article goes on changing.
      await Promise.race([next.then(() => untilStill(root, pause.length)), later(Math.max(deadline - performance.now(), 0) + 1)]);
      continue;
    }
    await pause.after(next, root ?? page.body, () => isRead(card));
  }
}

/** The ranges to show to readers: all places that have all the words and can be seen; empty if there is none. */
function shown(found, [spans]) {
  const words = () => [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(spans.join(" "))].filter(({ isWordLike }) => isWordLike);
  const { grade, places } = found ?? {};
  const isFound = grade === "exact" || grade === "typographic" || (grade === "ambiguous" && words().length >= fewWords);
  return isFound ? flat(places.filter(isReachable)) : [];
}

/** Lets the reader go to words that were found. If a statement's quote and its reported words are found, the quote comes first. */
function offer(one, phrase, host, article) {
  const { place, row, words } = one;
  offers.set(place, () => {});
  const button = row.querySelector("button.go");
  if (!button?.disabled) return;
  button.disabled = button.hidden = false;
  button.style.visibility = "";
  row.querySelector("a.go")?.remove();
  // What was compared, and no more.
  const compared = words[0][1] ? phrase.parts : phrase.found;
  button.title = compared;
  const ending = new AbortController();
  const go = safely(async () => {
    const isElsewhere = readerActs();
    const there = await Promise.race([loadThere(), later(patience)]);
    // After the module, because the article may change while that is loaded.
    const ranges = await passages(host, article, words);
    if (isElsewhere() || !isRead(row.closest("[data-claim]"))) return;
    // Without the module, the reader gets there, but neither marks nor a way back.
    if (ranges.length && !there) ranges[0].startContainer.parentNode.scrollIntoView({ block: "center" });
    else if (ranges.length) {
      there.show(ranges, row, button, phrase.back, compared, { paint, safely });
      shownBy = ending;
    }
    // The article has changed a moment ago, or the page hides it.
    else takeBack(one), giveUp(one);
  });
  const { signal } = ending;
  for (const nearing of ["pointerenter", "focus"]) button.addEventListener(nearing, loadThere, { signal });
  button.addEventListener("click", go, { signal });
  offers.set(place, () => {
    // Nothing says any more that the words are there. The reader stays where they are.
    if (shownBy === ending) leave();
    if (button.matches(":focus")) row.closest("[data-claim]").firstElementChild.focus({ preventScroll: true });
    button.disabled = true;
    button.title = "";
    ending.abort();
  });
}

/** What belongs to the offer whose passage was shown last. */
let shownBy;

/** Returns a function that says whether the reader has done something since then. What was asked for before would disturb them now. */
function readerActs() {
  const acting = new AbortController();
  const { signal } = acting;
  for (const act of ["wheel", "touchmove", "keydown"]) addEventListener(act, () => acting.abort(), { signal, passive: true });
  return () => {
    const { aborted } = signal;
    acting.abort();
    return aborted;
  };
}

/** Takes back what was offered for words that are not there any more. */
function takeBack({ place }) {
  offers.get(place)?.();
  offers.delete(place);
}

/** Hides the button of words that are nowhere in the page: one that leads nowhere must not look as if it would soon. It keeps its room, and is seen
    again once the words are found. */
function giveUp({ row }) {
  const button = row.querySelector("button.go");
  if (button?.disabled) button.style.visibility = "hidden";
}

/** The ranges of some words at this moment. */
async function passages(host, article, words) {
  // If the article changes while it is read, it is read once more.
  for (let tries = 0; tries < 2; tries++) {
    const { reading } = await located(host, article.body);
    const found = reading && (await searchInTurn(() => reading.find(...words)));
    const ranges = shown(found, words);
    if (ranges.length) return ranges;
  }
  return [];
}

/** Puts a link to the words in place of the button if the article is on another page. */
async function link({ place, row, words }, { body, url }) {
  const button = row.querySelector("button.go");
  if (!url || !body.length || !button?.disabled || button.hidden || pageOf(url) === pageOf(location.href)) return;
  // Words with another source are not in the article, also if the source has no address.
  if (row.parentElement.querySelector("[part=source]") && pageOf(place.getAttribute("cite") ?? "") !== pageOf(url)) return;
  const reading = await readingOf(body);
  const fragment = await searchInTurn(() => reading.fragment(...words));
  if (!fragment || !button.isConnected || !button.disabled) return;
  const address = page.createElement("a");
  address.className = "link go";
  address.href = `${pageOf(url)}#${fragment}`;
  address.rel = "noopener nofollow";
  address.textContent = button.textContent;
  address.ariaLabel = button.ariaLabel;
  button.hidden = true;
  button.after(address);
}

const pageOf = (address) => address.split("#")[0];
