// Completes the pages that Trunk has written with what only the build knows.

import { Unexpected, changed } from "./changes.mjs";

/** Returns the page without the comments that Trunk writes where it puts no script. */
export function withoutMarks(html) {
  return changed(html, {
    name: "remove Trunk's marks",
    pattern: /<link[^>]*\brel=["']?rust\b[^>]*>/g,
    by: "",
    where: "the page that Trunk wrote, index.html",
    advice: "If Trunk leaves none any more, remove this change from scripts/finish-build/pages.mjs.",
  });
}

/** Returns the page with cards in place of each element that has `data-prerender`; `cards` makes them from the element's attributes. */
export function prerendered(html, path, cards) {
  if (!html.includes("data-prerender")) return html;
  const finished = html.replace(/^ *<fact-cards data-prerender([^>]*)>.*?<\/fact-cards>\n/gms, (_, written) =>
    cards(Object.fromEntries([...written.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))),
  );
  if (!finished.includes("data-prerender")) return finished;
  throw new Unexpected(`an element of ${path} is marked data-prerender and not prerendered. Begin its line with <fact-cards data-prerender, and end one with </fact-cards>.`);
}

/** Returns the page with a policy that allows the style of prerendered cards, if the page has a policy for styles. */
export function allowing(html, path, hash) {
  if (!html.includes("style-src")) return html;
  return changed(html, {
    name: "allow the style of prerendered cards",
    pattern: "style-src 'self'",
    by: `style-src 'self' ${hash}`,
    where: path,
    advice: "Write style-src 'self' in its policy, or adapt scripts/finish-build/pages.mjs.",
  });
}
