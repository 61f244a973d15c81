// Finds the element of the page that is the article.

import { native, page } from "./browser.js";
import { changeOf } from "./changes.js";
import { Reading, readingOf, searchInTurn } from "./reading.js";

/** Finds the element of the article, as `root`, and its `reading`: the one that the attribute names, or else the one that has the document's own
    paragraphs. If it may be another one later, or is not there yet, `changed` resolves when the page has changed. */
export async function located(host, body) {
  const found = await place(host, body);
  return { ...found, reading: found.root && (await readingOf(found.root)) };
}

function place(host, body) {
  const selector = host.getAttribute("article");
  if (!selector) return body.length ? home(body) : {};
  const tree = host.getRootNode();
  const root = native(tree).querySelector(selector) ?? page.querySelector(selector);
  return root ? { root } : { changed: changeOf(tree, document) };
}

/** For the paragraphs of a document, the element that holds them, by a weak reference. */
const places = new Map();

/** The innermost element around the paragraphs that are in the page, if at least half of them are. */
async function home(body) {
  const key = body.join("\n");
  const search = places.get(key) ?? searched(body);
  places.set(key, search);
  const forget = () => places.get(key) === search && places.delete(key);
  const { place, reading } = await search.catch((error) => {
    forget();
    throw error;
  });
  const root = place?.deref();
  const isHere = root?.isConnected;
  if (isHere && !reading) return { root };
  // Other paragraphs may come later, or the page may draw all of them again.
  if (!isHere || reading.isStale) forget();
  return { root: isHere ? root : undefined, changed: reading?.changed ?? Promise.resolve() };
}

/** The places of the paragraphs; if some are missing, also the reading of the page. */
async function searched(body) {
  const reading = await new Reading(page.body).ready;
  let common;
  let count = 0;
  for (const paragraph of body) {
    const { places } = await searchInTurn(() => reading.find([paragraph]));
    // Nodes that have left the page since do not count; if there are several places, the first one counts.
    const nodes = (places[0] ?? []).map(({ startContainer }) => startContainer).filter((node) => node.isConnected);
    if (nodes.length) count++;
    for (let node of nodes) {
      for (let host; (host = node.getRootNode().host); ) node = host;
      common ??= node.parentElement;
      while (!common.contains(node)) common = common.parentElement;
    }
  }
  reading.free();
  const isWhole = count === body.length;
  if (isWhole) reading.leave();
  return { place: count > 0 && count * 2 >= body.length ? new WeakRef(common) : undefined, reading: isWhole ? undefined : reading };
}
