// Reads pages with the browser's parser.

/** The attributes that count. */
const NAMES = (
  "class content data-fact-cards datetime hidden href itemprop itemtype lang name open part popover property rel role style type typeof"
).split(" ");

/**
 * Lists what is in a page, as JSON: see `dom.rs`. Nothing of the page runs, and nothing is fetched for it.
 *
 * A parser without scripts reads what is in a `<noscript>` as markup, and one in a paragraph would end it; in a `<noframes>` it is text. Our own
 * elements get a mark before each of their tags, because a paragraph in one may end it.
 */
export function listed(html) {
  const marked = html
    .replace(/<(\/?)noscript(?=[\s/>])/gi, "<$1noframes")
    .replace(/<fact-cards(?=[\s/>])/gi, "<fact-cards-begin></fact-cards-begin>$&")
    .replace(/<\/fact-cards(?=[\s/>])/gi, "<fact-cards-end></fact-cards-end>$&");
  const page = new DOMParser().parseFromString(marked, "text/html");
  showShadowRoots(page);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const { list, begin, end } = writer();
  let node = walker.firstChild();
  while (node) {
    begin(node);
    node = walker.firstChild();
    while (!node) {
      end(walker.currentNode);
      node = walker.nextSibling();
      if (!node && !walker.parentNode()) return JSON.stringify(list);
    }
  }
  return JSON.stringify(list);
}

/** What can have a shadow root, but for our own elements. */
const HOSTS = /^((?!fact-cards).+-.*|article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/**
 * Puts what each shadow root shows in the place of what its element has. That goes into the slots of the shadow root; what has no slot is not
 * shown. `shadow.rs` does the same.
 */
function showShadowRoots(root) {
  const hosts = new Set();
  for (const template of root.querySelectorAll("template[shadowrootmode]")) {
    const { content, parentNode: host } = template;
    // Of several in one element, the first counts. What is in our own is never read.
    if (!HOSTS.test(host.localName) || hosts.has(host)) continue;
    hosts.add(host);
    showShadowRoots(content);
    const slots = new Map([...content.querySelectorAll("slot")].reverse().map((slot) => [slot.name, slot]));
    for (const node of [...host.childNodes]) {
      if (node === template) continue;
      node.remove();
      const slot = slots.get(node.slot ?? "");
      // What is in a slot is for when there is nothing else.
      if (slot && !slot.dataset.filled) slot.replaceChildren();
      slot?.setAttribute("data-filled", "1");
      slot?.append(node);
    }
    for (const slot of slots.values()) slot.replaceWith(...slot.childNodes);
    template.replaceWith(content);
  }
}

function writer() {
  // From the prototypes: within a form, a control may have the name of a property and stand in its place.
  const nameOf = Object.getOwnPropertyDescriptor(Element.prototype, "localName").get;
  const dataOf = Object.getOwnPropertyDescriptor(CharacterData.prototype, "data").get;
  const { getAttribute } = Element.prototype;
  const list = [];
  const begin = (node) => {
    if (!(node instanceof Element)) return list.push(`"${dataOf.call(node)}`);
    list.push(`<${nameOf.call(node)}`);
    for (const name of NAMES) {
      const value = getAttribute.call(node, name);
      if (value !== null) list.push(`=${name}=${value}`);
    }
  };
  const end = (node) => node instanceof Element && list.push(`>${nameOf.call(node)}`);
  return { list, begin, end };
}
