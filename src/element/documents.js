// Finds and loads the documents of elements: one fetch for each address, however many elements name it.

import { Failure } from "./failure.js";
import { late, native, page } from "./browser.js";

/** The longest time without a byte from the server, in milliseconds, before its answer and within it. */
const patience = 10_000;

/** The largest document that is read, in bytes. */
const mostBytes = 5_000_000;

// The build puts an address here: that of the module that reads JSON-LD.
const reviews = "{reviews}";

/**
 * Finds what the element names. Returns either `src`, an address to fetch, or `json` and the `address` where it comes from, and with
 * JSON-LD also the page's `headline`; and the `scripts` that have it, if it is in the page. The page's own reviews are not used for elements with prerendered cards. With them comes `look`,
 * because better ones may follow.
 */
export async function find(host, hasCards) {
  const address = location.href;
  if (host.document != null) return { json: stringify(host.document), address };

  const src = host.getAttribute("src")?.trim() ?? "";
  // Its type may name a character set.
  const linked = 'script[type^="application/ld+json" i]';
  const plain = 'script[type="application/json"]';
  const own = `:scope>:is(${plain},${linked})`;
  if (src && !src.startsWith("#")) {
    // Prerendered cards were made from the document that came with the page.
    // Some editors keep the script and lose its text.
    const enclosed = [...host.querySelectorAll(own)].find(({ dataset, text }) => dataset.src === src && text.trim());
    return enclosed ? { json: enclosed.text, address: absolute(src), isEnclosed: true, scripts: [enclosed] } : { src: absolute(src) };
  }

  // Its script may not have been parsed yet, or only in part.
  if (page.readyState === "loading" && (src || !host.nextSibling || !host.querySelector(own))) {
    await new Promise((resolve) => page.addEventListener("DOMContentLoaded", resolve));
  }
  const look = () => {
    const headline = page.title || location.host;
    const script = src
      ? [host.getRootNode(), document].map((tree) => native(tree).querySelector(`script[id="${CSS.escape(src.slice(1))}"]`)).find(Boolean)
      : (host.querySelector(own) ?? pushedOut(host, plain));
    if (script) return { json: script.text, address, headline: script.matches(linked) ? headline : undefined, isEnclosed: !src, scripts: [script] };
    if (src || hasCards) return;
    // One block may refer to what stands in another, so all are read.
    const scripts = [...page.querySelectorAll(linked)];
    const blocks = scripts.map(({ text }) => text);
    if (blocks.some((text) => text.includes("ClaimReview"))) return { json: blocks.join("\0"), address, headline, look, scripts };
  };
  const first = look();
  // Frameworks write it where the element is not defined yet. The page's own reviews may be about something else.
  if ((!first || first.look) && !src && host.hasAttribute("document")) {
    throw new Failure("no-document", "the attribute document holds no object: load fact-cards.js before your framework, or set the property");
  }
  const found = first ?? (await arrival(look, host));
  if (found) return found;
  if (src) throw new Failure("no-document", "no <script> in the page has this id");
  const place = host.closest("p") ? "; in a <p>, a block ends the element: put it outside the <p>" : "";
  throw new Failure("no-document", `no document: give its address in src, or put it inside as a script${place}`);
}

/** What comes into the page after its elements, as from a tag manager or a slow plugin; nothing where it does not come in time. */
function arrival(look, host) {
  return new Promise((resolve) => {
    const end = (found) => {
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(() => {
      const found = look();
      if (found) end(found);
    });
    for (const tree of [document, host.getRootNode()]) observer.observe(tree, { childList: true, characterData: true, subtree: true });
    setTimeout(end, patience);
  });
}

/** The script that was written inside an element in a `<p>`: there, a block ends the paragraph, and the element with it. The end of the
    paragraph, where it comes at last, makes an empty one. */
function pushedOut(host, kind) {
  let script;
  for (let node = host.closest("p"); (node = node?.nextElementSibling) && !native(node).querySelector("fact-cards"); ) {
    if (node.matches("p:empty")) return script;
    script ??= node.matches(kind) ? node : native(node).querySelector(kind);
  }
}

/**
 * Makes a document of what was found. JSON-LD is read by a wasm of its own, and comes with its problems and the number of reviews
 * that were left out.
 */
export async function asDocument(found) {
  if (found.headline === undefined) return found;
  const tooLate = (_, reject) => setTimeout(reject, patience, new Failure("timeout", "what reads ClaimReview did not come"));
  const loading = late(reviews, "documentOf").catch(({ message }) => {
    throw new Failure("network", `what reads ClaimReview did not come: ${message}`);
  });
  const { documentOf } = await Promise.race([loading, new Promise(tooLate)]);
  return { ...found, ...(await documentOf(found.json, found.headline, Failure, found.look)) };
}

function stringify(given) {
  try {
    // Old libraries give arrays a way of their own into JSON, which makes texts of them.
    const plain = function (name, value) {
      return Array.isArray(this[name]) ? this[name] : value;
    };
    return JSON.stringify(given, plain) ?? "";
  } catch (error) {
    throw new Failure("document", `not JSON: ${error.message}`);
  }
}

function absolute(src) {
  try {
    return new URL(src, page.baseURI).href;
  } catch {
    throw new Failure("no-document", "this is no address");
  }
}

const loads = new Map();

class Load {
  users = 0;
  abort = new AbortController();

  constructor(src) {
    this.src = src;
    this.answer = read(src, this.abort);
    // The next element tries again.
    this.answer.catch(() => this.forget());
  }

  forget() {
    if (loads.get(this.src) === this) loads.delete(this.src);
  }
}

/** Returns the load of an address, and begins it if no other element has. Release it when it is not needed any more. */
export function acquire(src) {
  if (!loads.has(src)) loads.set(src, new Load(src));
  const load = loads.get(src);
  load.users++;
  return load;
}

/** Stops and forgets a load that no element uses any more. */
export function release(load) {
  if (--load.users) return;
  load.abort.abort();
  load.forget();
}

/** Fetches a text, with limits for its size and for the time without a byte. */
async function read(src, abort) {
  const giveUp = (failure) => {
    abort.abort(failure);
    throw failure;
  };
  const patiently = async (promise) => {
    const tooSlow = new Failure("timeout", `no answer within ${patience / 1000} seconds`);
    const silence = setTimeout(() => abort.abort(tooSlow), patience);
    try {
      return await promise;
    } catch (error) {
      throw abort.signal.reason === tooSlow ? tooSlow : new Failure("network", `the network failed: ${error}`);
    } finally {
      clearTimeout(silence);
    }
  };
  const tooLarge = new Failure("too-large", `larger than ${mostBytes / 1e6} MB, the most that is read`);

  const response = await patiently(fetch(src, { signal: abort.signal }));
  const { status } = response;
  if (!response.ok) giveUp(new Failure("status", `the server answered with status ${status}`));
  // Readers may upload pictures, sound, videos and PDF files to a site; these must not become cards under its name.
  const type = response.headers.get("content-type");
  if (/^(audio|image|video)\/|pdf/.test(type)) giveUp(new Failure("document", `this is ${type}, not JSON`));
  if (response.headers.get("content-length") > mostBytes) giveUp(tooLarge);

  const chunks = [];
  let length = 0;
  const take = (chunk) => {
    chunks.push(chunk);
    if ((length += chunk.byteLength) > mostBytes) giveUp(tooLarge);
  };
  // A `fetch` that a page has put in place of the browser's may have no stream.
  const reader = response.body?.getReader();
  if (!reader) take(await patiently(response.arrayBuffer()));
  for (let part; reader && !(part = await patiently(reader.read())).done; ) take(part.value);
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
    return { json, address: response.url };
  } catch {
    throw new Failure("document", "not UTF-8");
  }
}
