// What the editor asks of the browser.

/** Copies a text, and calls back with whether that was possible. */
export function copy(text, done) {
  navigator.clipboard ? navigator.clipboard.writeText(text).then(() => done(true), () => done(false)) : done(false);
}

/** Reads a file as text, in UTF-16 if it begins like that, in UTF-8 if it is that, otherwise in the encoding of older programs. */
export async function read(file, done) {
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
  const utf16 = { 254255: "utf-16be", 255254: "utf-16le" }[`${bytes[0]}${bytes[1]}`];
  const read = (encoding, fatal) => new TextDecoder(encoding, { fatal }).decode(bytes);
  try {
    done(read(utf16 ?? "utf-8", !utf16));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    done(read("windows-1252", false));
  }
}

/** Hands a text to the editor as a file. */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The words selected in the article: the number of their paragraph, and where they begin and end in it. Nothing, if there are none. */
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = range.startContainer.parentElement?.closest("[data-paragraph]") ?? range.startContainer.closest?.("[data-paragraph]");
  if (!start) return;
  const before = document.createRange();
  before.setStart(start, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const isWithin = start.contains(range.endContainer);
  const length = isWithin ? range.toString().length : start.textContent.length - from;
  return [Number(start.dataset.paragraph), from, from + length];
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

export function focus(selector) {
  document.querySelector(selector)?.focus();
}

/** A day and time as people of a language write it. */
export function told(time, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

/** The languages that the browser is set to, the preferred one first. */
export function languages() {
  return navigator.languages.join(" ");
}
