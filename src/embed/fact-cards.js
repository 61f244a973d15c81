// The <fact-cards> element. It keeps what its page shows until the cards are there, and starts the wasm once for the page.

// The build puts the content-hashed names here.
const files = { glue: "{glue}", wasm: "{wasm}", styles: "{styles}" };
const address = (file) => new URL(file, import.meta.url).href;

/** How long cards or a failure may be awaited, in milliseconds: a start may hang, and wasm may end without a word. */
const patience = 30_000;

let starting;

function start() {
  starting ??= Promise.all([instance(), sheet()]).catch((error) => {
    // The next element tries anew.
    starting = undefined;
    throw error;
  });
  return starting;
}

async function instance() {
  // Asked for before the glue has come, so that both travel at once.
  const wasm = fetch(address(files.wasm));
  // Should the glue fail first, nobody else looks at this.
  wasm.catch(() => {});
  const glue = await import(address(files.glue));
  await glue.default({ module_or_path: wasm });
  return glue;
}

async function sheet() {
  const response = await fetch(address(files.styles));
  if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

class FactCards extends HTMLElement {
  #skeleton = document.createElement("div");

  async connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    this.#await(root);
    const late = setTimeout(() => this.#fail(`no cards within ${patience / 1000} seconds`), patience);
    for (const outcome of ["fact-cards-ready", "fact-cards-error"]) {
      this.addEventListener(outcome, () => clearTimeout(late), { once: true });
    }
    try {
      const [{ mount }, sheet] = await start();
      root.adoptedStyleSheets = [sheet];
      mount(this);
    } catch (error) {
      this.#fail(error.message);
    }
  }

  /** Shows what the page's author wrote inside the element; where that is nothing, a skeleton. */
  #await(root) {
    const slot = document.createElement("slot");
    const skeleton = this.#skeleton;
    skeleton.className = "skeleton";
    root.append(slot, skeleton);
    // The parser may not have come to the children yet.
    const choose = () => (skeleton.hidden = this.childElementCount > 0 || this.textContent.trim() !== "");
    slot.addEventListener("slotchange", choose);
    choose();
  }

  #fail(message) {
    // Gone where cards are shown, or a failure was told already.
    if (!this.#skeleton.parentNode) return;
    this.#skeleton.remove();
    console.error(`fact-cards: could not start: ${message}`);
    const detail = { code: "start", message };
    this.dispatchEvent(new CustomEvent("fact-cards-error", { bubbles: true, composed: true, detail }));
  }
}

/** Opens the card that the page's address names (`#claim-<id>`) and goes there, where one of these elements has it. */
function reach(elements) {
  const [, id] = /^#claim-([a-z0-9-]+)$/.exec(location.hash) ?? [];
  if (!id) return;
  for (const element of elements) {
    const card = element.shadowRoot?.querySelector(`[data-claim="${id}"]`);
    if (!card) continue;
    card.open = true;
    card.scrollIntoView();
    card.firstElementChild.focus({ preventScroll: true });
    return;
  }
}

addEventListener("hashchange", () => reach(document.querySelectorAll("fact-cards")));
addEventListener("fact-cards-ready", (event) => reach(event.composedPath().slice(0, 1)));

customElements.get("fact-cards") ?? customElements.define("fact-cards", FactCards);
