// Reads pages with the browser's parser.

/** The attributes that count. */
const NAMES = (
  "class content data-fact-cards datetime hidden href itemprop itemtype lang name open part popover property rel role shadowrootmode style type typeof"
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
    // What is in a template is in a document of its own. Of a shadow root, it counts only whether it has a place for what is around it.
    if (node instanceof HTMLTemplateElement && node.content.querySelector("slot")) list.push("<slot", ">slot");
  };
  const end = (node) => node instanceof Element && list.push(`>${nameOf.call(node)}`);
  return { list, begin, end };
}
