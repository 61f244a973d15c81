// The wasm instance of the page. After a call that ends in an exception, its state cannot be trusted: it is never called
// again. What it has drawn stays, and one new instance draws what is still to be drawn.

import { Failure } from "./failure.js";
import { facts, fail, finalize, imports, show } from "./glue.js";
import { page, tell } from "./browser.js";
import { queue } from "./queue.js";

// The build puts the address of wasm-bindgen's glue here. The glue holds one instance in the variables of its module.
const glueAddress = new URL("{glue}", import.meta.url);

/** How many instances a page may make in all. */
const most = 2;

/** How long to wait for the glue when it is imported again, in milliseconds. It is usually in the browser's cache. */
const patience = 10_000;

let module;
let current;
let made = 0;
let ready;

/** Compiles the wasm and makes the first instance: one for the page, even if several starts succeed. */
export async function prepare(wasm) {
  // Some servers send wasm under another media type, which `compileStreaming` refuses; and a `fetch` of the page's may have no stream.
  const isWasm = wasm.body && wasm.headers.get("content-type") === "application/wasm";
  const compiled = await (isWasm ? WebAssembly.compileStreaming(wasm) : WebAssembly.compile(await wasm.arrayBuffer()));
  module ??= compiled;
  ready ??= new Instance().start({ facts, fail, finalize, imports, show }).catch((error) => {
    ready = undefined;
    throw error;
  });
  current ??= await ready;
}

class Instance {
  isDead = false;
  stages = [];
  /** Rejects the call that is running, if there is one. */
  refuse;
  #depth = 0;

  async start(glue) {
    this.glue = glue;
    const { exports } = await WebAssembly.instantiate(module, glue.imports());
    made++;
    const guarded = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === "function" ? (...given) => this.#call(value, given) : value,
    ]);
    glue.finalize({ exports: Object.fromEntries(guarded) }, module);
    return this;
  }

  #call(exported, given) {
    // The glue reads either a value or a list of values: an empty list means nothing in both cases.
    if (this.isDead) return [];
    this.#depth++;
    try {
      return exported(...given);
    } catch (error) {
      if (!this.isDead) this.#end(error);
      // If wasm is below this call on the stack, it must stop, too.
      if (this.#depth > 1) throw error;
      return [];
    } finally {
      this.#depth--;
    }
  }

  #end(error) {
    this.isDead = true;
    const message = `the widget failed: ${error}`;
    if (this.refuse) this.refuse(new Failure("crash", message));
    else console.error(`fact-cards: ${message}; what it has drawn stays`);
  }

  /** Where this embed's cards are drawn: its own place, or one whose element has left the page, or a new one. */
  stageOf(embed) {
    if (this.stages.includes(embed.stage)) return embed.stage;
    let stage = this.stages.find(({ embed }) => !embed.host.isConnected);
    stage?.embed.lose();
    if (!stage) this.stages.push((stage = new Stage()));
    stage.embed = embed;
    return (embed.stage = stage);
  }
}

/** The `<div>` that one element's cards are drawn into. Yew never releases it, so it is used for one element after another. */
class Stage {
  embed;
  place = page.createElement("div");
  /** For each card whether the page has been told that it is open. */
  #known = new WeakMap();

  constructor() {
    this.place.className = "widget";
    // The focused element may be removed, such as the button that tries again: then the focus moves here.
    this.place.tabIndex = -1;
    this.place.addEventListener("toggle", ({ target }) => this.#tell(target), true);
  }

  /** Remembers which cards are open after a drawing. */
  know() {
    for (const card of this.place.querySelectorAll("details[data-claim]")) this.#known.set(card, card.open);
  }

  #tell(card) {
    const { open } = card;
    const known = this.#known.get(card);
    this.#known.set(card, open);
    // The browser also sends `toggle` for cards that are open from the start, which nobody has opened.
    if (known === undefined || known === open) return;
    tell(this.embed.host, "toggle", { claim: card.dataset.claim, open });
  }
}

/** Draws one document after the other, so that it is known which one made the wasm fail. */
export const inTurn = queue();

/** Returns a document's text with its language, and its article's address and paragraphs. */
export async function factsOf(json) {
  const [language, url, ...body] = await inTurn(() => attempt(({ glue }, done) => done(glue.facts(json))));
  return { json, language, url, body };
}

/** Draws on the embed's stage by one of the glue's functions, and waits until that is done. To be called within `inTurn` only. */
export async function draw(embed, command) {
  let stage;
  let outcome;
  await attempt((instance, rendered) => {
    stage = instance.stageOf(embed);
    outcome = command(instance.glue, stage.place, rendered);
  });
  stage.know();
  return outcome;
}

/** Calls `act` with an instance that works, and waits until it is done or the instance has failed. */
async function attempt(act) {
  if (current.isDead) current = await fresh();
  const instance = current;
  try {
    return await new Promise((done, refuse) => {
      instance.refuse = refuse;
      act(instance, done);
    });
  } finally {
    instance.refuse = undefined;
  }
}

async function fresh() {
  if (made >= most) throw new Failure("crash", "the widget has failed before");
  // Under another address the glue becomes another module. The network ignores what follows the `#`.
  const address = `${glueAddress}#${made}`;
  const late = (_, reject) => setTimeout(reject, patience, new Failure("crash", "not loaded again"));
  return new Instance().start(await Promise.race([import(address), new Promise(late)]));
}
