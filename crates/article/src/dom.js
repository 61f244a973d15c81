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
const HOSTS = /^((?!fact-).+-.*|article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/**
 * Puts what each shadow root shows in the place of what its element has. That goes into the slots of the shadow root; what has no slot is not
 * shown. `shadow.rs` does the same.
 */
function showShadowRoots(root) {
  for (const { content, parentNode: host } of root.querySelectorAll("template[shadowrootmode]")) {
    if (!HOSTS.test(host?.localName)) continue;
    showShadowRoots(content);
    for (const slot of content.querySelectorAll("slot")) {
      // Templates are not shown. Of several in one element, the first counts.
      const given = [...host.childNodes].filter((node) => (node.slot ?? "") === slot.name && node.localName !== "template");
      // What is in a slot is for when there is nothing else.
      slot.replaceWith(...(given.length ? given : slot.childNodes));
    }
    host.replaceChildren(content);
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
