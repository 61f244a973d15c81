// The wasm instance of the page. A call that ends in an exception leaves it in no state to be trusted: it is never called
// again, what it has drawn stays, and for what is still to be drawn there is one fresh instance.

import { Failure, tell } from "./events.js";
import { facts, fail, finalize, imports, show, wait } from "./glue.js";
import { queue } from "./queue.js";

// The build says where: wasm-bindgen's glue, which holds one instance in the variables of its module.
const glueAddress = new URL("{glue}", import.meta.url);

/** How many instances a page may use up. */
const most = 2;

/** How long the glue may be awaited once more, in milliseconds; as a rule it is in the cache. */
const patience = 10_000;

let module;
let current;
let made = 0;
let ready;

/** Compiles the wasm and makes the first instance, once for the page, however often and late a start succeeds. */
export async function prepare(wasm) {
  // Servers that do not know wasm send it under another type, which streaming refuses.
  const isWasm = wasm.headers.get("content-type") === "application/wasm";
  const compiled = await (isWasm ? WebAssembly.compileStreaming(wasm) : WebAssembly.compile(await wasm.arrayBuffer()));
  module ??= compiled;
  ready ??= new Instance().start({ facts, fail, finalize, imports, show, wait }).catch((error) => {
    ready = undefined;
    throw error;
  });
  current ??= await ready;
}

class Instance {
  isDead = false;
  stages = [];
  /** Ends what is under way, if anything is. */
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
    // Nothing at all, in whatever form the glue looks for it.
    if (this.isDead) return [];
    this.#depth++;
    try {
      return exported(...given);
    } catch (error) {
      if (!this.isDead) this.#end(error);
      // The wasm below this call, if there is any, must not go on either.
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

/** What one element's cards are drawn into. Yew never lets go of such a `<div>`, so it serves one element after another. */
class Stage {
  embed;
  place = document.createElement("div");
  /** What the page knows of each card: whether it is open. */
  #known = new WeakMap();

  constructor() {
    this.place.className = "widget";
    // What has the focus may vanish, as the button does that asks for another try: then this takes it.
    this.place.tabIndex = -1;
    this.place.addEventListener("toggle", ({ target }) => this.#tell(target), true);
  }

  /** Takes the cards as they are drawn. */
  know() {
    for (const card of this.place.querySelectorAll("details")) this.#known.set(card, card.open);
  }

  #tell(card) {
    const { open } = card;
    const known = this.#known.get(card);
    this.#known.set(card, open);
    // Of those that are open from the start, the browser says so; nobody has opened them.
    if (known === undefined || known === open) return;
    tell(this.embed.host, "toggle", { claim: card.dataset.claim, open });
  }
}

/** One drawing after the other, so that a failure is put down to the document that is being drawn. */
export const inTurn = queue();

/** A document's text with its language, and its article's address and paragraphs. */
export async function factsOf(json) {
  const [language, url, ...body] = await inTurn(() => attempt(({ glue }, done) => done(glue.facts(json))));
  return { json, language, url, body };
}

/** Has the embed's stage drawn on by a function of the glue's, and waits until it is; in turn only. */
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

/** Does something with an instance that lives, and waits until it is done or has ended the instance. */
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
  // By another name, so that the glue is another module; for the network it is the same.
  const address = `${glueAddress}#${made}`;
  const late = (_, reject) => setTimeout(reject, patience, new Failure("crash", "not loaded again"));
  return new Instance().start(await Promise.race([import(address), new Promise(late)]));
}
