// What the browser gives, where pages can take its names away. All parts that readers load use it: the build copies this file into each.

/**
 * The properties and methods that the browser gives to an object of the page. A page can hide them without meaning to: where it has an
 * `<img name="querySelector">`, `document.querySelector` is that image; and a form's fields hide the methods of the form. Methods are taken once.
 */
export const native = (object) =>
  new Proxy({ __proto__: null }, {
    get(methods, name) {
      if (methods[name]) return methods[name];
      const value = Reflect.get(Object.getPrototypeOf(object), name, object);
      return typeof value === "function" ? (methods[name] = value.bind(object)) : value;
    },
  });

/** The document of the page. */
export const page = native(document);

/** Whether cards in a shadow root are made as this release makes them (`src/ui/cards.rs`). Those that an earlier or later release has prerendered
    open by themselves, and nothing else is done with them but to replace them. */
export const isFamiliar = (root) => root.querySelector("[data-markup='1']");

/** Dispatches `fact-cards-<name>`; the details are described in docs/embedding.md. */
export function tell(host, name, detail) {
  try {
    host.dispatchEvent(new CustomEvent(`fact-cards-${name}`, { bubbles: true, composed: true, detail }));
  } catch (error) {
    // Some pages let no event pass but their own.
    console.warn(`fact-cards: ${error}`);
  }
}

/** One list of the members of several. Some pages replace the method `flat` of all lists by another one. */
export const flat = (lists) => [].concat(...lists);

/** For the text of each style sheet, the sheets that were made of it. */
const sheets = {};

/** Gives a tree a style sheet. Each document needs one of its own, because an element may be moved to that of a popup or a frame. */
export function dress(root, css) {
  const { defaultView } = root.ownerDocument ?? root;
  const before = root.adoptedStyleSheets;
  // What is in no window is not seen.
  if (!defaultView || !before) return;
  const made = (sheets[css] ??= new WeakMap());
  let sheet = made.get(defaultView);
  if (!sheet) {
    sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(defaultView, sheet);
  }
  if (before.includes(sheet)) return;
  root.adoptedStyleSheets = [sheet, ...before];
}

/** Shows the buttons that share where the browser can. `:where` lets every style of the page win over it. */
export const offerSharing = (host) => navigator.share && dress(host.getRootNode(), ":where(fact-cards){--fact-cards-share:block}");

/** Calls back when one of these scripts gets another text or is taken away, as by frameworks that show another article and keep the elements. Returns the
    observer, or nothing where the page has taken observers away. */
export function watchTexts(scripts, changed) {
  const texts = scripts.map(({ text }) => text);
  try {
    const observer = new MutationObserver(() => scripts.every(({ isConnected, text }, at) => isConnected && text === texts[at]) || changed());
    for (const script of scripts) {
      observer.observe(script, { childList: true, characterData: true, subtree: true });
      observer.observe(script.parentNode, { childList: true });
    }
    return observer;
  } catch {}
}

/** How often each module has failed. */
const failures = new Map();

/** Imports a module that exports `name`. Browsers remember a module that came broken or empty, so it is asked for under another address
    the next time. */
export async function late(address, name) {
  const before = failures.get(address) ?? 0;
  try {
    const asked = before ? `${address}?${before}` : address;
    const module = await import(asked);
    if (!module[name]) throw new Error("empty file");
    return module;
  } catch (error) {
    failures.set(address, before + 1);
    throw error;
  }
}
