// The <fact-cards> element: the part that each page view loads. The rest is loaded when the first element is less than a screen away, is
// touched or focused, or when the page's address names a claim. With prerendered cards it is loaded when they are touched. Until there
// are cards, the element shows its own contents.

// The build puts the content-hashed names here.
const files = ["{embed}", "{wasm}", "{styles}"];

let starting;

/** What makes the files' addresses others after a failure: browsers remember a module that came broken, or not at all. */
let again = "";

/** Tells the newsroom of a file that did not come, or that fails. It is asked for again when it is needed again. */
function note({ message }) {
  again += "?1";
  console.error(`fact-cards: ${message}`);
}

/** Loads the widget once for the page, within 30 seconds. Returns the function of `embed.js` that makes an embed of an element. */
function start() {
  starting ??= Promise.race([
    load(),
    new Promise((_, reject) => setTimeout(reject, 30_000, new Error("loading timed out"))),
  ]).catch((error) => {
    // The next element tries again.
    starting = undefined;
    note(error);
    throw error;
  });
  return starting;
}

async function load() {
  // As texts, because some pages put functions in place of `fetch` that know no other addresses.
  const [module, ...others] = files.map((file) => new URL(file + again, import.meta.url).href);
  // All three are requested at once.
  const [{ begin }, ...responses] = await Promise.all([import(module), ...others.map((address) => fetch(address))]);
  return begin(...responses);
}

/** Keeps the height that the page reserves, before any other style is there. `:where` lets every style of the page win over it. */
let reserved;

function reserve({ adoptedStyleSheets }) {
  // Some pages take constructible style sheets away.
  try {
    if (!reserved) {
      (reserved = new CSSStyleSheet()).replaceSync(
        ":where(fact-cards:not([hidden])){display:block;min-height:var(--fact-cards-min-height)}",
      );
    }
    if (!adoptedStyleSheets.includes(reserved)) adoptedStyleSheets.push(reserved);
  } catch {}
}

/** The elements in the page that have not begun to load. */
const idle = new Set();

/** Whether the page's address names a claim. Browsers since 2025 go to prerendered cards by themselves, if the page has kept their anchors. */
const isAskedFor = () =>
  /^#claim-/.test(location.hash) &&
  !(CSS.supports("selector(::details-content)") && document.getElementById(location.hash.slice(1))?.assignedSlot);

class FactCards extends HTMLElement {
  static observedAttributes = "src open lang heading-level".split(" ");

  // Prerendered cards open without the widget. They need it at once only if the property names another document. An element stays
  // observed, so that it tries again when it comes near once more after a failure; to begin twice has no effect.
  static #near;

  static {
    try {
      this.#near = new IntersectionObserver(
        (entries) =>
          entries.forEach(
            ({ isIntersecting, target }) =>
              isIntersecting && !target.#embed && (target.shadowRoot && !target.#document ? target.#use() : target.#begin()),
          ),
        { rootMargin: "100%" },
      );
    } catch {
      // Where the page has taken it away, every element is near.
    }
    addEventListener("popstate", () => isAskedFor() && idle.forEach((element) => element.#begin()));
  }

  #document;
  /** Once it has begun; at first without an effect. */
  #embed;

  constructor() {
    super();
    // A property that was set before the element was defined hides the accessors below.
    this.#document = this.document;
    delete this.document;
    // Of a focus that comes from another control of the same shadow root, the element is told nothing; of what is typed, it is.
    for (const type of "focusin click input".split(" ")) {
      this.addEventListener(type, (event) => {
        this.#begin();
        const [control] = event.composedPath();
        if (control.dataset.tool) this.#use(control, type);
      });
    }
  }

  get document() {
    return this.#document;
  }

  set document(value) {
    this.#document = value;
    this.#change();
  }

  connectedCallback() {
    reserve(this.getRootNode());
    if (this.#embed) return this.#embed.update();
    idle.add(this);
    if (isAskedFor() || !FactCards.#near) this.#begin();
    else FactCards.#near.observe(this);
  }

  disconnectedCallback() {
    idle.delete(this);
    // Otherwise it is not observed anew where it comes back in the same moment.
    FactCards.#near?.unobserve(this);
    this.#change();
  }

  // Frameworks that take over prerendered pages set attributes to the values that they have.
  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#change();
  }

  #change() {
    if (this.#embed) this.#embed.update();
    else if (this.shadowRoot) this.#begin();
  }

  /** Uses a control of the cards. Without one, looks for the words of prerendered cards in the article. */
  #use(...given) {
    import("{tools}" + again).then((tools) => tools.use(this, ...given)).catch(note);
  }

  async #begin() {
    if (!idle.delete(this)) return;
    this.#embed = { update() {} };
    try {
      const embed = await start();
      this.#embed = await embed(this);
      this.#embed.update();
    } catch ({ message, apologize }) {
      this.#embed = undefined;
      if (this.isConnected) idle.add(this);
      apologize?.(this);
      this.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail: { code: "start", message } }));
    }
  }
}

customElements.get("fact-cards") ?? customElements.define("fact-cards", FactCards);
