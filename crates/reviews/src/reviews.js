// Makes a document from a page's ClaimReview. This file, and the wasm that reads JSON-LD, are loaded when an element
// first needs them, and by the editor.

import { convert, finalize, imports } from "./glue.js";

// The build inserts the file name of the wasm here.
const wasm = new URL("{reviews-wasm}", import.meta.url).href;

/** How long to wait for the server without receiving data, in milliseconds, before and during its answer. */
const patience = 10_000;

/** How long to wait for what a review refers to and the page does not have yet, in milliseconds. */
const patienceForDetails = 2_000;

/**
 * Returns the JSON of a document, the problems as lines for the console, and how many reviews were left out. If there
 * is no document, throws a string with the reason, or a `Failure`. Without a headline, there is a document for each page
 * that the reviews are on, with a character 0 between two; the JSON-LD may be a text of its own, and not of a page.
 *
 * If `look` is given, it finds the page's JSON-LD again: other scripts may bring the reviews, or what they refer to, after those that are there.
 */
export async function documentOf(jsonLd, headline, Failure, look, isPage = true) {
  const begin = performance.now();
  for (;;) {
    let made, reason;
    try {
      made = await read(jsonLd, headline, Failure, isPage);
    } catch (error) {
      if (typeof error !== "string") throw error;
      reason = error;
    }
    const lacksDetails = /\[(dangling|unsigned-review)\]/.test(made?.problems);
    const ofMade = lacksDetails ? patienceForDetails : 0;
    const longest = made ? ofMade : patience;
    const next = look && (await other(jsonLd, look, begin + longest - performance.now()));
    if (!next && made) return made;
    if (!next) throw reason;
    // A document that was put into the element needs no reading.
    if (next.headline === undefined) return { json: next.json };
    ({ json: jsonLd, headline } = next);
  }
}

/** What the page has once it is something else than this; nothing if that does not come in time. */
function other(jsonLd, look, time) {
  const find = () => [look()].find((found) => found && found.json !== jsonLd);
  if (time <= 0) return;
  return find() ?? new Promise((resolve) => {
    const end = (found) => {
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(() => {
      const found = find();
      if (found) end(found);
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    setTimeout(end, time);
  });
}

let starting;

async function read(jsonLd, headline, Failure, isPage) {
  const mine = (starting ??= start(Failure).catch((error) => {
    // The next element tries to load it again.
    starting = undefined;
    throw error;
  }));
  await mine;
  // While this call waited, another call may have crashed the instance.
  if (mine !== starting) return read(jsonLd, headline, Failure, isPage);
  // In the editor's worker there is no page.
  const hasLanguage = headline !== undefined && !!document.documentElement.lang;
  try {
    const [json, problems, leftOut] = convert(jsonLd, headline, isPage, hasLanguage);
    return { json, problems, leftOut };
  } catch (error) {
    if (typeof error === "string") throw error;
    // A crashed instance is never called again.
    starting = undefined;
    throw new Failure("document", `the ClaimReview could not be read: ${error}`);
  }
}

let compiled;

async function start(Failure) {
  compiled ??= await load(Failure);
  finalize(await WebAssembly.instantiate(compiled, imports()), compiled);
}

async function load(Failure) {
  const abort = new AbortController();
  let silence;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => abort.abort(), patience);
  };
  try {
    listen();
    const response = await fetch(wasm, { signal: abort.signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    // A `fetch` that the page has put in place of the browser's may have no stream.
    if (!response.body) return await WebAssembly.compile(await response.arrayBuffer());
    const chunks = [];
    for (const reader = response.body.getReader(); ; ) {
      listen();
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
    }
    return await WebAssembly.compile(await new Blob(chunks).arrayBuffer());
  } catch ({ message }) {
    if (abort.signal.aborted) throw new Failure("timeout", `the program that reads ClaimReview did not load within ${patience / 1000} seconds`);
    throw new Failure("network", `the program that reads ClaimReview did not load: ${message}`);
  } finally {
    clearTimeout(silence);
  }
}
