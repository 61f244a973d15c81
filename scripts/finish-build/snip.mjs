// Empties functions of a wasm that are never called. The compiler cannot know that, so without this they and all that only they call would
// be part of the download. An emptied function ends the instance with a trap, as a panic does.

import { Unexpected } from "./changes.mjs";
import { Reader, encoded, sectionsOf, signed } from "./wasm.mjs";

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
      // What finds a listener, or makes room for one: the tables of functions keep these, although nothing calls them any more.
      /RawTable<.*EventDescriptor.*>>::(reserve_rehash|find_or_find_insert_index|find)::/,
      /make_hash::<.*EventDescriptor/,
    ],
  },
  {
    // `main.rs` keeps each app for as long as the page is there.
    reason: "no app is taken away",
    of: ["widget"],
    names: [/Rc<.*(AppData>|SubtreeData)>>::drop_slow$/],
  },
  {
    // `instance.js` draws the cards of one element after the other, and each element has one component. A node of the tree that Yew keeps them in
    // has room for 11.
    reason: "no two components wait to be drawn, so their tree has one node",
    of: ["widget"],
    names: [
      /BalancingContext<.*QueueEntry>>::(merge_tracking_child|bulk_steal)/,
      /NodeRef<.*QueueEntry.*>>::(from_new_internal|correct_childrens_parent_links)/,
      /Handle<.*QueueEntry.*marker.*Internal>, .*insert_fit$/,
      /InternalNode<.*QueueEntry>>::new/,
      /btree.*node.*splitpoint$/,
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
    // Numbers of JSON keep their digits.
    reason: "no floating-point number is written",
    of: ["editor"],
    names: [/zmij.*Buffer>::format_finite/],
  },
  {
    // Only the message of a panic would have it, and what a panic says is lost in the worker and in the page.
    reason: "no text is written as Rust writes it for debugging",
    of: ["editor"],
    names: [/StringError as .*Debug>::fmt$/],
  },
  {
    // A value of JSON is written on one line as `{}`, and on several only into a text of its own.
    reason: "no value of JSON is written as `{:#}`",
    of: ["editor"],
    names: [/Value as .*Serialize>::serialize::<.*WriterFormatter, .*PrettyFormatter>>$/],
  },
  {
    // Only the cards of the preview have pictures, and those are drawn by the widget.
    reason: "no SVG or MathML in the editor",
    of: ["editor"],
    names: [/Document>::create_element_ns/],
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
  {
    reason: "no list of nodes with keys, and no node that is in two places",
    of: ["widget"],
    names: [
      /RawTable<.*KeyedEntry.*reserve_rehash/,
      /RawTable<.*KeyedEntry.*find_or_find_insert_index/,
      /make_hash::<.*KeyedEntry/,
      /RawIter<.*KeyedEntry.*next/,
      /Drain<.*BNode>>::fill/,
      /Rev<.*Drain<.*VNode>>.*Iterator>::next/,
      /virtual_dom::vnode::VNode as .*Clone>::clone/,
    ],
  },
  {
    reason: "no SVG or MathML, no field with a value of its own, and attributes only",
    of: ["widget"],
    names: [/Document>::create_element_ns/, /gen_Html(Input|TextArea)Element.*externref shim/, /Attributes>::remove/, /js_sys.*Reflect::set/],
  },
];

/**
 * Functions of the widget whose answer is known, and which Yew calls for each element or text: to ask the browser takes it as long as to set
 * an attribute. `place` is that of the document of `browser.js` in the table of objects.
 */
export const alwaysTheSame = (place) => [
  {
    // Twice for each element, because it may be one of SVG or MathML: the widget draws HTML only. Returns nothing, as a text at no address.
    name: /gen_Element::Element>::namespace_uri$/,
    by: /Option<.*String> as .*FromWasmAbi>::from_abi$/,
    // No local variables; local.get 0, i32.const 0, i32.const 0, call, end.
    body: (nothing) => [0x00, 0x20, 0x00, 0x41, 0x00, 0x41, 0x00, 0x10, ...encoded(nothing), 0x0b],
  },
  {
    // For each element, all its attributes, to find one named `xmlns`: none has it. Returns nothing, as no reference to a name.
    name: /FilterMap<.*Iter<&str>.*AttributeOrProperty.*Attributes>::iter::.*Iterator>::next$/,
    // No local variables; local.get 0, i32.const 0, i32.store, end.
    body: () => [0x00, 0x20, 0x00, 0x41, 0x00, 0x36, 0x02, 0x00, 0x0b],
  },
  {
    name: /gloo_utils.*::document$/,
    // No local variables; i32.const, end.
    body: () => [0x00, 0x41, ...signed(place), 0x0b],
  },
];

/** Throws if the wasm may use a place of the table of objects by itself: it would get what the build has put there. */
export function checkUnused(wasm, place) {
  const code = sectionsOf(wasm).find(({ id }) => id === 10);
  // i32.const
  if (code.bytes.includes(Buffer.from([0x41, ...signed(place)]))) {
    throw new Unexpected(`the wasm uses the place ${place} of the table of objects, which holds the page's document; does it give \`false\` to the page?`);
  }
}

/** No local variables, then `unreachable` and `end`. */
const trap = [0x00, 0x00, 0x0b];

/**
 * The wasm with empty bodies in place of all functions that one of the patterns fits. `answers` has functions that always return the same:
 * a pattern for the name of each, and what makes its body from the index of the function whose name fits `by`. Throws if a pattern fits none.
 */
export function snipped(wasm, patterns, answers = []) {
  const sections = sectionsOf(wasm);
  const names = namesOf(sections);
  const indexesOf = (pattern) => {
    const found = [...names].filter(([, name]) => pattern.test(name)).map(([index]) => index);
    if (!found.length) throw new Unexpected(`the wasm has no function whose name is like ${pattern}`);
    return found;
  };
  const bodies = new Map(patterns.flatMap(indexesOf).map((index) => [index, trap]));
  for (const { name, by, body } of answers) {
    for (const index of indexesOf(name)) bodies.set(index, body(by && indexesOf(by)[0]));
  }
  const imported = importedFunctions(sections.find(({ id }) => id === 2).reader());
  const code = sections.find(({ id }) => id === 10);
  const others = sections.map((section) => (section === code ? section.with(replaced(code.reader(), imported, bodies)) : section.bytes));
  return Buffer.concat([wasm.subarray(0, 8), ...others]);
}

/**
 * The wasm with names for its functions that are in the order of their bodies, short ones first: by these names, wasm-opt puts functions
 * beside each other that begin alike, which compress better so.
 */
export function namedByBodies(wasm) {
  const sections = sectionsOf(wasm);
  const imported = importedFunctions(sections.find(({ id }) => id === 2).reader());
  const reader = sections.find(({ id }) => id === 10).reader();
  const bodies = Array.from({ length: reader.number() }, (_, number) => ({ number, body: reader.take(reader.number()) }));
  const bits = ({ body }) => Math.floor(Math.log2(body.length));
  const order = bodies.toSorted((one, other) => bits(one) - bits(other) || Buffer.compare(one.body, other.body));
  const names = [];
  order.forEach(({ number }, place) => (names[number] = `f${String(place).padStart(6, "0")}`));
  const texts = (text) => [encoded(text.length), Buffer.from(text)];
  const entries = Buffer.concat([encoded(names.length), ...names.flatMap((name, number) => [encoded(imported + number), ...texts(name)])]);
  const contents = Buffer.concat([...texts("name"), Buffer.from([1]), encoded(entries.length), entries]);
  return Buffer.concat([wasm, Buffer.from([0]), encoded(contents.length), contents]);
}

/** The contents of the code section, with other bodies for these functions. */
function replaced(reader, imported, bodies) {
  const count = reader.number();
  const all = [encoded(count)];
  for (let index = imported; index < imported + count; index++) {
    const before = reader.take(reader.number());
    const body = bodies.has(index) ? Buffer.from(bodies.get(index)) : before;
    all.push(encoded(body.length), body);
  }
  return Buffer.concat(all);
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
