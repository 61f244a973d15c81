// Shows the cards of one speaker, or those with the words of a search, and says how many they are.

import { flat, page } from "./browser.js";

/** The parts of a card that are searched. */
const searched = ".speaker, .role, .claim, .words, .note, [part=source]";

/** What a search has opened, so that its words are seen. It closes that again. */
const ours = new WeakSet();

/** The search fields that have a listener. */
const watched = new WeakSet();

/** For each shadow root, the ranges of the words that were found. */
const found = new Map();

/** Shows only the cards of the speaker whose button this is; if they are shown already, or if the button is “Show all”, all cards. */
export function choose(root, button) {
  const wasPressed = button.ariaPressed === "true";
  const before = root.querySelector("[aria-pressed=true]") ?? fieldOf(root);
  const hasFocus = button.matches(":focus");
  for (const other of root.querySelectorAll(".only")) other.ariaPressed = String(other === button && !wasPressed);
  const field = fieldOf(root);
  if (field && button.dataset.tool === "all") field.value = "";
  show(root);
  // A hidden button loses the focus. The reader stays where the button was.
  if (button.hidden && hasFocus) before?.focus({ preventScroll: true });
  // In a long list of speakers, what the press has done is out of sight.
  else if (!button.hidden && !wasPressed) bringIntoSight(root.querySelector(".showing"));
}

/** Scrolls to an element, unless it is in the window. */
function bringIntoSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Searches at each change of a search field. */
export function search(root, field) {
  if (watched.has(field)) return;
  watched.add(field);
  field.addEventListener("input", () => show(root));
  // On a slow network, a reader has typed already.
  if (field.value) show(root);
}

const fieldOf = (root) => root.querySelector(".search");

function show(root) {
  const row = root.querySelector("[aria-pressed=true]")?.parentElement;
  const pressed = row?.querySelector(".portrait").dataset.speaker;
  const wanted = folded(fieldOf(root)?.value.trim() ?? "").text;
  const ranges = [];
  const cards = [...root.querySelectorAll(".card")];
  for (const card of cards) {
    const isTheirs = !pressed || card.querySelector(`[data-speaker="${pressed}"]`);
    const inCard = wanted ? flat([...card.querySelectorAll(searched)].map((part) => places(part, wanted))) : [];
    card.hidden = !isTheirs || (wanted && !inCard.length);
    if (!card.hidden) ranges.push(...inCard);
    uncover(card, card.hidden ? [] : inCard);
  }
  mark(root, ranges);
  say(root, row, wanted && pressed, cards.filter((card) => !card.hidden).length, cards.length, pressed || wanted);
}

/** Opens what hides the first of these places in a card, if none of them is seen, and closes what was opened for other words. What readers have
    opened themselves stays open. */
function uncover(card, ranges) {
  const covers = ranges.map((range) => coversOf(range).filter((cover) => !cover.open || ours.has(cover)));
  const wanted = covers.every((closed) => closed.length) ? (covers[0] ?? []) : [];
  for (const cover of card.querySelectorAll("details")) {
    if (wanted.includes(cover)) ours.add(cover);
    else if (!ours.delete(cover)) continue;
    cover.open = wanted.includes(cover);
  }
}

/** What has to be open so that a place in a card is seen: the line below long words, and the rest of the card. */
function coversOf({ endContainer }) {
  const { parentElement } = endContainer;
  const words = parentElement.closest(".over")?.closest(".quote");
  return [words?.nextElementSibling, parentElement.closest(".rest")].filter(Boolean);
}

/** From now on, what a search has opened is the reader's. */
export function keepOpen(root) {
  for (const cover of root.querySelectorAll("details")) ours.delete(cover);
}

/** Says how many cards are shown; if none has the words, says so, and with a speaker's row pressed, of whose cards. */
function say(root, row, isOfBoth, number, all, isFiltered) {
  const status = root.querySelector(".showing [role=status]");
  const { lang } = root.querySelector(".cards");
  const [shown, total] = [number, all].map((count) => count.toLocaleString(lang));
  const name = isOfBoth ? `${row.querySelector(".speaker-name").textContent} · ` : "";
  if (!isFiltered) status.textContent = "";
  else if (!number && fieldOf(root)) status.textContent = name + fieldOf(root).dataset.text;
  else status.textContent = status.dataset.text.replace("{0}", shown).replace("{1}", total);
  status.nextElementSibling.hidden = !isFiltered;
}

/** Marks what was found in all elements of the page. Some browsers have no highlights; they show the cards without marks. */
function mark(root, ranges) {
  found.set(root, ranges);
  // Otherwise a page that shows one article after the other would keep all of them.
  for (const { host } of [...found.keys()]) if (!host.isConnected) found.delete(host.shadowRoot);
  globalThis.CSS.highlights?.set("fact-cards-search", new Highlight(...flat([...found.values()])));
}

/** The marks of accents, and points of vowels that readers leave out. In Hindi and Bengali, marks are the vowels themselves. */
const accents = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;

/** Small letters that keep a stroke, or are two in one, when accents are taken away, and quotation marks; and what readers write for them. In Persian and
    Urdu, many texts have the Arabic forms of two letters. */
const plain = { "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ي: "ی", ك: "ک" };

/** A text without accents and in small letters, and for each of its characters the offset in the original. */
function folded(original) {
  let text = "";
  const offsets = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(original)) {
    for (const character of segment.normalize("NFKD").replace(accents, "").toLowerCase()) {
      const letters = plain[character] ?? character;
      text += letters;
      for (let unit = 0; unit < letters.length; unit++) offsets.push(index);
    }
  }
  offsets.push(original.length);
  return { text, offsets };
}

/** The ranges in an element that have the wanted words. */
function places(element, wanted) {
  const { text, offsets } = folded(element.textContent);
  const ranges = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    range.setStart(...position(element, offsets[at]));
    range.setEnd(...position(element, offsets[at + wanted.length]));
    ranges.push(range);
  }
  return ranges;
}

/** The text node of an element that has this offset of its text, and the offset in the node. */
function position(element, offset) {
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (offset > node.length && walker.nextNode()) {
    offset -= node.length;
    node = walker.currentNode;
  }
  return [node, Math.min(offset, node.length)];
}
