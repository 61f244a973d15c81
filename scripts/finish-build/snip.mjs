// Empties functions of a wasm that are never called. The compiler cannot know that, so without this they and all that only they call would
// be part of the download. An emptied function ends the instance with a trap, as a panic does.

import { Unexpected } from "./changes.mjs";
import { Reader, encoded, sectionsOf } from "./wasm.mjs";

/** Functions of Yew for things that programs never make, with these programs. The names are those of Rust, as a compiler writes them. */
export const neverCalled = [
  {
    // The element's JavaScript listens to events, so that prerendered cards have it, too.
    reason: "no listeners of Yew",
    of: ["widget"],
    names: [
      /dom_bundle.*subtree_root.*BSubtree.*ensure_handled/,
      /dom_bundle.*subtree_root.*SubtreeData.*add_listener/,
      /dom_bundle.*btag.*listeners.*ListenerRegistration.*register/,
      /dom_bundle.*btag.*listeners.*Registry.*unregister/,
    ],
  },
  {
    reason: "no raw HTML, no portals and no suspense",
    of: ["widget", "editor"],
    names: [
      /VRaw.*Reconcilable.*attach/,
      /VPortal.*Reconcilable.*attach/,
      /VSuspense.*Reconcilable.*attach/,
      /find_parent_scope.*BaseSuspense/,
      // Nothing of them is taken from another place or away, either.
      /Rc<.*(VPortal|VSuspense)>.*unwrap_or_clone/,
      /BRaw.*detach_bundle/,
    ],
  },
  {
    // Only the cards are written as HTML.
    reason: "the editor itself is drawn in the browser alone",
    of: ["editor"],
    names: [/PropsWrapper<.*fact_cards_editor.*render_into_stream/],
  },
  {
    reason: "no component inside the one that is mounted",
    of: ["widget"],
    names: [/VComp.*Reconcilable.*attach/, /Rc<.*VComp>.*unwrap_or_clone/],
  },
  {
    // A document's cards have a key of their own, so Yew never makes them from the cards before; and two failures are alike.
    of: ["widget"],
    reason: "nothing is moved, and no list of attributes becomes a different one",
    names: [/BNode as .*ReconcileTarget.*shift/, /apply_diff_as_maps/, /IndexMap<.*AttributeOrProperty>.*get_index_of/],
  },
];

/** No local variables, then `unreachable` and `end`. */
const trap = [0x00, 0x00, 0x0b];

/** The wasm with empty bodies in place of all functions that one of the patterns fits. Throws if one of them fits none. */
export function snipped(wasm, patterns) {
  const sections = sectionsOf(wasm);
  const names = namesOf(sections);
  const chosen = new Set();
  for (const pattern of patterns) {
    const found = [...names].filter(([, name]) => pattern.test(name)).map(([index]) => index);
    if (!found.length) throw new Unexpected(`the wasm has no function whose name is like ${pattern}`);
    for (const index of found) chosen.add(index);
  }
  const imported = importedFunctions(sections.find(({ id }) => id === 2).reader());
  const code = sections.find(({ id }) => id === 10);
  const others = sections.map((section) => (section === code ? section.with(emptied(code.reader(), imported, chosen)) : section.bytes));
  return Buffer.concat([wasm.subarray(0, 8), ...others]);
}

/** The contents of the code section, with the bodies of these functions emptied. */
function emptied(reader, imported, chosen) {
  const count = reader.number();
  const bodies = [encoded(count)];
  for (let index = imported; index < imported + count; index++) {
    const body = reader.take(reader.number());
    const kept = chosen.has(index) ? Buffer.from(trap) : body;
    bodies.push(encoded(kept.length), kept);
  }
  return Buffer.concat(bodies);
}

/** The names of functions by their index, from the custom section `name`. */
function namesOf(sections) {
  for (const section of sections.filter(({ id }) => id === 0)) {
    const reader = section.reader();
    if (reader.text() !== "name") continue;
    while (!reader.isOver) {
      const kind = reader.byte();
      const part = new Reader(reader.take(reader.number()));
      if (kind !== 1) continue;
      return new Map(Array.from({ length: part.number() }, () => [part.number(), part.text()]));
    }
  }
  throw new Unexpected("the wasm has no names of functions");
}

/** How many functions are imported: their indexes come before those of the code section. */
function importedFunctions(reader) {
  let functions = 0;
  const limits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  const kinds = [
    () => (reader.number(), functions++),
    () => (reader.byte(), limits()),
    limits,
    () => reader.take(2),
    () => (reader.byte(), reader.number()),
  ];
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    kinds[reader.byte()]();
  }
  return functions;
}
