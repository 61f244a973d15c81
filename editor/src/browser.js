// What the editor asks of the browser.

import { fileOf, known, wordsIn } from "./languages.js";

/** Copies a text, and calls back with whether that was possible. */
export function copy(text, done) {
  navigator.clipboard ? navigator.clipboard.writeText(text).then(() => done(true), () => done(false)) : done(false);
}

/** Reads a file as text, in UTF-16 if it begins like that, in UTF-8 if it is that, otherwise in this encoding. */
export async function read(file, otherwise, done) {
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
  const utf16 = { 254255: "utf-16be", 255254: "utf-16le" }[`${bytes[0]}${bytes[1]}`];
  const read = (encoding, fatal) => new TextDecoder(encoding, { fatal }).decode(bytes);
  let text;
  try {
    text = read(utf16 ?? "utf-8", !utf16);
  } catch {
    text = read(otherwise, false);
  }
  done(text);
}

/** Hands a text to the editor as a file. */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The words selected in the article: for each paragraph its number, and where they begin and end in it. Nothing, if there are none. */
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const paragraphs = [...document.querySelectorAll("[data-paragraph]")].filter((paragraph) => range.intersectsNode(paragraph));
  const places = paragraphs.flatMap((paragraph) => {
    const [start, end] = [
      paragraph.contains(range.startContainer) ? lengthUntil(paragraph, range.startContainer, range.startOffset) : 0,
      paragraph.contains(range.endContainer) ? lengthUntil(paragraph, range.endContainer, range.endOffset) : paragraph.textContent.length,
    ];
    return start < end ? [Number(paragraph.dataset.paragraph), ...whole(paragraph.textContent, start, end)] : [];
  });
  return places.length ? places : undefined;
}

/** Words that are selected, made longer until none is cut in two: also where a script has no spaces, or a sign is made of several characters. */
function whole(text, start, end) {
  const segments = globalThis.Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  if (!segments) return [start, end];
  const last = segments.containing(end - 1);
  return [segments.containing(start).index, last.index + last.segment.length];
}

function lengthUntil(paragraph, node, offset) {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Brings an element into view: its beginning, if it is too high to be seen at once. */
export function show(selector) {
  const element = document.querySelector(selector);
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const block = element?.offsetHeight > innerHeight * 0.7 ? "start" : "nearest";
  element?.scrollIntoView({ block, behavior });
}

/** Goes to the top of a panel that has just been opened. */
export function toTop() {
  for (const place of [document.querySelector(".side"), document.scrollingElement]) place?.scrollTo({ top: 0, behavior: "instant" });
}

/** Takes the focus from a field, which then hands its text on. */
export function leaveField() {
  document.activeElement?.blur();
}

/** Focuses an element that has taken the place of the focused one; nothing else is taken the focus from. */
export function takeFocus(selector) {
  if (document.activeElement === document.body) document.querySelector(selector)?.focus({ preventScroll: true });
}

/** Brings a tab into view, where there is no room for all. */
export function showTab(panel) {
  const tab = document.querySelector(`[data-panel=${panel}]`);
  tab?.parentElement.scrollTo({ left: tab.offsetLeft + tab.offsetWidth / 2 - innerWidth / 2, behavior: "instant" });
}

/** Focuses an element. What it is folded into is opened. */
export function focus(selector) {
  const element = document.querySelector(selector);
  const folded = element?.closest("details:not([open])");
  if (folded) folded.open = true;
  element?.focus();
}

/** What was remembered under a name in this browser; empty if nothing was. */
export function remembered(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** Remembers a text under a name, where the browser keeps anything. */
export function remember(name, text) {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Then it is to be entered again.
  }
}

/** A day and time as people of a language write it. */
export function told(time, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(Number(time)));
}

/** The file with a language's words for drafting; nothing if it does not come. */
export const wordsForDrafts = (language) => fileOfEditor(`{drafting}/${language}.txt`);

/** The article of the example; nothing if it does not come. */
export const example = (unused) => fileOfEditor("{example}");

/** The cards' style sheet; nothing if it does not come. */
export const sheetOfCards = (unused) => fileOfEditor("{cards-styles}");

/** How often the module that reads ClaimReview has failed. */
let failures = 0;

/** How long it may take to come, in milliseconds. */
const PATIENCE = 3_000;

/**
 * The JSON of a document for each page that the reviews in JSON-LD are on, with a character 0 between two; nothing if what reads them does
 * not come. Readers' browsers load the same module. Throws the reason as a text, if there is no document.
 */
export async function documentsOfReviews(jsonLd, isPage) {
  const read = async () => {
    // Browsers remember a module that did not come, so it is asked for under another address the next time.
    const { documentOf } = await import(`{reviews}${failures ? `?${failures}` : ""}`);
    return (await documentOf(jsonLd, undefined, Missing, undefined, isPage)).json;
  };
  const never = new Promise((_, fail) => setTimeout(() => fail(new Missing("late")), PATIENCE));
  try {
    return await Promise.race([read(), never]);
  } catch (error) {
    // A fault of the module itself ends the worker, as one of the editor's would.
    if (typeof error === "string" || error.kind === "document") throw error;
    failures++;
    console.warn(error);
  }
}

/** A file that did not come, or a fault, as the module tells it. */
class Missing extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

async function fileOfEditor(name) {
  try {
    const response = await fetch(new URL(name, import.meta.url));
    if (response.ok) return response.text();
  } catch (error) {
    console.warn(error);
  }
}

/** The languages that the cards have words in: a line for each, with its tag, and its name in another language. */
export function widgetLanguages(language) {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return ["en", ...known].map((tag) => `${tag} ${names.of(tag)}`).join("\n");
}

/** The widget's own words in a language: the text of its file, or an empty one where they are in English; nothing if it does not come. */
export async function wordsOfWidget(language) {
  const file = fileOf(language.toLowerCase());
  return known.includes(file) ? wordsIn(file) : "";
}
