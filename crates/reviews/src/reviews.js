// Makes a document from a page's ClaimReview. This file, and the wasm that reads JSON-LD, are loaded when an element
// first needs them, and by the editor.

import { convert, finalize, imports } from "./glue.js";

// The build inserts the file name of the wasm here.
const wasm = new URL("{reviews-wasm}", import.meta.url);

/** How long to wait for the server without receiving data, in milliseconds, before and during its answer. */
const patience = 10_000;

let starting;

/**
 * Returns the JSON of a document, the problems as lines for the console, and how many reviews were left out. If there
 * is no document, throws a string with the reason, or a `Failure`. Without a headline, there is a document for each page
 * that the reviews are on, with a character 0 between two; the JSON-LD may be a text of its own, and not of a page.
 */
export async function documentOf(jsonLd, headline, Failure, isPage = true) {
  const mine = (starting ??= start(Failure).catch((error) => {
    // The next element tries to load it again.
    starting = undefined;
    throw error;
  }));
  await mine;
  // While this call waited, another call may have crashed the instance.
  if (mine !== starting) return documentOf(jsonLd, headline, Failure, isPage);
  try {
    const [json, problems, leftOut] = convert(jsonLd, headline, isPage);
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
