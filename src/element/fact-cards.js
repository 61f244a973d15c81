// The <fact-cards> element: the part that each page view loads. The rest is loaded when the first element is less than a screen away, is
// touched or focused, or when the page's address names a claim. With prerendered cards it is loaded when they are touched. Until there
// are cards, the element shows its own contents.

// The build puts the content-hashed names here.
const files = ["{embed}", "{wasm}", "{styles}"];

/** How long to wait for the widget's files, in milliseconds. */
const patience = 30_000;

let starting;

/** What makes the files' addresses others after a failure: browsers remember a module that came broken, or not at all. */
let again = "";

/** Does what fails where the page has taken a part of the platform away, and what the element can do without. */
function attempt(act) {
  try {
    return act();
  } catch {}
}

/** Loads the widget once for the page. Returns the function of `embed.js` that makes an embed of an element. */
function start() {
  const late = (_, reject) => setTimeout(reject, patience, new Error(`not loaded within ${patience / 1000} seconds`));
  starting ??= Promise.race([load(), new Promise(late)]).catch((error) => {
    // The next element tries again.
    starting = undefined;
    again += "?1";
    console.error(`fact-cards: could not start: ${error.message}`);
    throw error;
  });
  return starting;
}

async function load() {
  const [embed, wasm, styles] = files.map((file) => new URL(file + again, import.meta.url).href);
  // All three are requested at once.
  const [{ begin }, ...parts] = await Promise.all([import(embed), fetch(wasm), fetch(styles)]);
  return begin(...parts);
}

/** Keeps the height that the page reserves, before any other style is there. `:where` lets every style of the page win over it. */
const reserved = attempt(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":where(fact-cards:not([hidden])){display:block;min-height:var(--fact-cards-min-height,0)}");
  return sheet;
});

/** The elements in the page that have not begun to load. */
const idle = new Set();

/** Whether the page's address names a claim. Browsers since 2025 go to prerendered cards by themselves, if the page has kept their anchors. */
const isAskedFor = () =>
  location.hash.startsWith("#claim-") &&
  !(document.getElementById(location.hash.slice(1))?.assignedSlot && CSS.supports("selector(::details-content)"));

class FactCards extends HTMLElement {
  static observedAttributes = ["src", "open", "lang", "heading-level"];

  // Prerendered cards open without the widget. They need it at once only if the property names another document.
  static #near = attempt(
    () =>
      new IntersectionObserver(
        (entries) =>
          entries.forEach(({ isIntersecting, target }) => isIntersecting && (!target.shadowRoot || target.document) && target.#begin()),
        { rootMargin: "100%" },
      ),
  );

  static {
    addEventListener("popstate", () => idle.forEach((element) => isAskedFor() && element.#begin()));
  }

  #document;
  #embed;
  #hasBegun;

  constructor() {
    super();
    // A property that was set before the element was defined hides the accessors below.
    const given = this.document;
    delete this.document;
    this.#document = given;
    this.addEventListener("focusin", () => this.#begin());
    this.addEventListener("click", (event) => {
      this.#begin();
      // The two buttons for all cards work before the wasm is loaded: the first opens the cards, the second closes them.
      const [button] = event.composedPath();
      if (!button.matches("[part=actions]>button")) return;
      for (const card of this.shadowRoot.querySelectorAll("details")) card.open = !button.previousElementSibling;
    });
  }

  get document() {
    return this.#document;
  }

  set document(value) {
    this.#document = value;
    this.#change();
  }

  connectedCallback() {
    attempt(() => {
      const { adoptedStyleSheets } = this.getRootNode();
      if (!adoptedStyleSheets.includes(reserved)) adoptedStyleSheets.push(reserved);
    });
    if (this.#hasBegun) return this.#change();
    idle.add(this);
    if (isAskedFor() || !FactCards.#near) this.#begin();
    else FactCards.#near.observe(this);
  }

  disconnectedCallback() {
    idle.delete(this);
    FactCards.#near?.unobserve(this);
    this.#change();
  }

  attributeChangedCallback() {
    this.#change();
  }

  #change() {
    if (this.#embed) this.#embed.update();
    else if (this.shadowRoot) this.#begin();
  }

  async #begin() {
    if (!idle.delete(this)) return;
    FactCards.#near?.unobserve(this);
    this.#hasBegun = true;
    try {
      const embed = await start();
      this.#embed = await embed(this);
      this.#embed.update();
    } catch ({ message, apologize }) {
      apologize?.(this);
      this.#hasBegun = false;
      if (this.isConnected) idle.add(this);
      const detail = { code: "start", message };
      this.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail }));
    }
  }
}

customElements.get("fact-cards") ?? customElements.define("fact-cards", FactCards);
