// The script of embed.html, for systems that remove scripts: shows one document in an <iframe>, and tells the page around it how high it is.

const { searchParams } = new URL(location.href);

// Other parameters never become attributes.
const element = document.createElement("fact-cards");
for (const name of ["open", "theme", "lang", "heading-level"]) {
  const value = searchParams.get(name);
  if (value) element.setAttribute(name, value);
}
// A frame cannot know the color scheme of the page around it, and most pages are light.
document.documentElement.dataset.theme = searchParams.get("theme") ?? "light";

const src = own(searchParams.get("src"));
if (src) {
  element.setAttribute("src", src);
  document.body.append(element);
} else {
  const message = "src has to be the address of a document on this site";
  console.error(`fact-cards: ${message}`);
  document.body.append(message);
  tell({ type: "fact-cards-error", code: "no-document", message });
}

for (const name of ["fact-cards-ready", "fact-cards-error", "fact-cards-toggle"]) {
  addEventListener(name, ({ detail }) => tell({ type: name, ...detail }));
}
new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // In a frame of height 0, nothing would ever come into view.
  if (!height || parent === window) return;
  // A height is no secret, so that also a page that the browser does not name is told: a sandboxed one has no origin.
  parent.postMessage({ type: "fact-cards-height", height }, "*");
  // The message that AMP's `<amp-iframe resizable>` waits for.
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
}).observe(document.body);

/** Returns the address if it is of this page's own origin. */
function own(address) {
  try {
    const url = new URL(address, location.href);
    return address && url.origin === location.origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Tells what happens inside to the page that holds the frame, and to no other; if the browser does not say which page that is, to none. */
function tell(message) {
  const holder = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  // A message cannot be addressed to an opaque origin.
  if (holder && holder !== "null" && parent !== window) parent.postMessage(message, holder);
}
