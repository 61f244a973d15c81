// wasm-bindgen's glue, fitted to the widget. wasm-bindgen has options of its own for two of these changes (`--encode-into always`,
// `--omit-default-module-path`), but Trunk 0.21 has no way to hand them on.

import { basename } from "node:path";
import { Unexpected, changed } from "./changes.mjs";

const advice = "Look at what this version of wasm-bindgen writes, and adapt or remove the change in scripts/finish-build/glue.mjs.";
const glueOf = (wasm) => `wasm-bindgen's glue of the ${wasm}`;

/** Exports both halves of the glue, what it gives to the wasm and what it takes, because `instance.js` guards each call between them. */
export function opened(glue, wasm) {
  return changed(glue, {
    name: "export the two halves of the start",
    pattern: /^export \{ initSync, __wbg_init as default \};$/m,
    by: "export { __wbg_get_imports as imports, __wbg_finalize_init as finalize };",
    where: glueOf(wasm),
    advice,
  });
}

/** Parts of the glue that the widget does not need, each with the programs whose glue has them. */
export const superfluous = [
  {
    name: "no replacement for TextEncoder.encodeInto, which every browser has had since 2020",
    pattern: /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{$.*?^\}$/ms,
    by: "",
    of: ["widget", "finder", "reviews", "editor"],
  },
  {
    name: "no replacement for FinalizationRegistry, which every browser has had since 2021",
    pattern: /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*: new/g,
    by: "new",
    of: ["widget", "editor"],
  },
  {
    name: "look at the buffer itself to see whether memory has grown",
    pattern: /\.buffer\.detached === true \|\| \(\w+\.buffer\.detached === undefined && [^)]*\)\) \{$/m,
    by: ".buffer !== wasm.memory.buffer) {",
    of: ["widget", "finder", "reviews", "editor"],
  },
  {
    name: "no second decoder: Safari fails after 2 GB of text, which no page reads from the wasm",
    pattern: /^ *numBytesDecoded \+= bytes\.length;\n *if \(numBytesDecoded >= MAX_SAFARI_DECODE_BYTES\) \{$.*?^ {4}\}$/ms,
    by: "",
    of: ["widget", "finder", "reviews"],
  },
  {
    name: "no way to pass a text without realloc: all calls have it",
    pattern: /^ *if \(realloc === undefined\) \{$.*?^ {4}\}$/ms,
    by: "",
    of: ["widget", "finder", "reviews", "editor"],
  },
  {
    // The glue's own loop over characters takes longer than to draw a card where the text is a document.
    name: "pass a text by the browser's encoder at once",
    pattern: /^ *let offset = 0;\s*for \(; offset < len; offset\+\+\) \{.*?^ {4}\}\n( *)if \(offset !== len\) \{\s*if \(offset !== 0\) \{\s*arg = arg\.slice\(offset\);\s*\}$/ms,
    by: (_, indent) => `${indent}let { read, written: offset } = cachedTextEncoder.encodeInto(arg, mem.subarray(ptr, ptr + len));
${indent}if (read !== len) {
${indent}    arg = arg.slice(read);`,
    of: ["widget", "finder", "reviews", "editor"],
  },
  {
    // This fails only when memory is used up: `instance.js` never calls such an instance again.
    name: "no freeing of arguments where passing them fails",
    pattern: /^( *)try \{\n((?: *(?:ptr|len)\d+ = [^\n]*\n)+) *\} catch \(e\) \{\n(?: *if \(ptr\d+\) \{[^\n]*\n)+ *throw e;\n *\}$/gm,
    by: (_, indent, passing) => passing.trimEnd(),
    of: ["widget", "reviews"],
  },
  {
    name: "no test whether the global object is a window: some libraries put another class in the place of `Window`",
    pattern: /(__wbg_instanceof_Window_\w+: function\(arg0\) \{\n).*?(?=^ *return ret;)/ms,
    by: (_, begin) => `${begin}            const ret = true;\n`,
    of: ["widget"],
  },
  {
    // A form in the page may have the name of a method, such as `createElement`.
    name: "ask the document of `browser.js`, whose methods no page hides",
    pattern: "const ret = arg0.document;",
    by: "const ret = page;",
    of: ["widget"],
  },
  {
    // `snip.mjs` makes Yew take it from there without asking: that is much quicker.
    name: "put that document in the place of `false`, which the widget never gives to the page",
    pattern: /(?<=^ *table\.set\(\d+, )false(?=\);$)/m,
    by: "page",
    of: ["widget"],
  },
  {
    name: "take that document, and two of its methods, from `browser.js`",
    pattern: /^(?=import \{)/,
    by: 'import { page } from "./browser.js";\nconst { createElement, createTextNode } = page;\n',
    of: ["widget"],
  },
  {
    name: "draw by promises, and not by `queueMicrotask`, which some pages replace",
    pattern: "const ret = arg0.queueMicrotask;",
    by: "const ret = undefined;",
    of: ["widget"],
  },
  {
    name: "no test whether the browser has a class before it is asked for its instances",
    pattern: /let result;\s*try \{\s*result = (arg0 instanceof \w+);\s*\} catch \(_\) \{\s*result = false;\s*\}\s*const ret = result;/g,
    by: (_, test) => `const ret = ${test};`,
    of: ["widget", "editor"],
  },
  {
    name: "take globalThis as given",
    pattern: "typeof globalThis === 'undefined' ? undefined : globalThis",
    by: "globalThis",
    of: ["widget", "editor"],
  },
  {
    name: "no search for other names of globalThis",
    pattern: /const ret = typeof (?:global|self|window) === 'undefined' .*;\n.*/g,
    by: "return 0;",
    of: ["widget", "editor"],
  },
  {
    // Yew asks twice for each element whether it stands in SVG or MathML: that took a tenth of the time of drawing.
    name: "no look-up of the parent's namespace: the widget draws HTML elements only",
    pattern: "const ret = arg1.namespaceURI;",
    by: "const ret = undefined;",
    of: ["widget"],
  },
  {
    // An error ends the call all the same: `instance.js` catches it, and never calls such an instance again.
    name: "no catching of errors where Yew would panic",
    pattern: /(__wbg_(?:cloneNode|createElement|insertBefore|setAttribute)_\w+: function)\(\) \{ return handleError\(function (\([^)]*\) \{.*?\}), arguments\); \}/gs,
    by: (_, begin, body) => begin + body,
    of: ["widget"],
  },
  {
    // Yew keeps an empty element of each tag, and makes others from it: the browser makes one from the name more quickly.
    name: "keep the name of a tag, and make elements from it, rather than a copy of an element",
    pattern: /const ret = arg0\.cloneNode\(\);/,
    by: 'const ret = typeof arg0 === "string" ? createElement(arg0) : arg0.localName;',
    of: ["widget"],
  },
  {
    name: "make texts by the method that was taken once",
    pattern: "const ret = arg0.createTextNode(",
    by: "const ret = createTextNode(",
    of: ["widget"],
  },
  {
    name: "no address of the wasm but the one that is given",
    pattern: /^ *if \(module_or_path === undefined\) \{\s*module_or_path = new URL\([^)]*\);\s*\}$/m,
    by: "",
    of: ["widget", "finder", "reviews", "editor"],
  },
];

/** Returns the glue without these parts. */
export function modern(glue, wasm) {
  return superfluous.filter(({ of }) => of.includes(wasm)).reduce((text, change) => changed(text, { ...change, where: glueOf(wasm), advice }), glue);
}

/**
 * Decodes each text that is part of the wasm once. It stands between `begin` and `end` in memory, and never changes. Names of elements,
 * attributes and classes are such texts: to decode them each time took a sixth of the time of drawing. Two of them can begin in the same place,
 * so the length counts, too, in bytes. Of other short texts, such as names, the last few are kept: the browser's decoder takes longer than
 * to see that a text is still the same.
 */
export function remembering(glue, wasm, { begin, end }) {
  return changed(glue, {
    name: "decode each fixed text once",
    pattern: /^function getStringFromWasm0\(ptr, len\) \{\n *ptr = ptr >>> 0;\n *return (decodeText\([^\n]*\));\n\}$/m,
    by: (_, decoded) => `const fixedTexts = [];
const lastTexts = [];

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    if (ptr >= ${begin} && ptr < ${end}) {
        const at = ptr - ${begin};
        if (fixedTexts[at]?.len !== len) fixedTexts[at] = { len, text: ${decoded} };
        return fixedTexts[at].text;
    }
    if (len > 100) return ${decoded};
    // The allocator gives memory in units of 16 bytes.
    const at = (ptr >> 4) & 4095;
    const last = lastTexts[at];
    if (last?.length === len) {
        const bytes = getUint8ArrayMemory0();
        let same = 0;
        while (same < len && last.charCodeAt(same) === bytes[ptr + same]) same++;
        if (same === len) return last;
    }
    const text = ${decoded};
    // Only of ASCII, the characters are the bytes.
    if (text.length === len) lastTexts[at] = text;
    return text;
}`,
    where: glueOf(wasm),
    advice,
  });
}

/** The place of the page's document in the glue's table of objects: see `superfluous`. */
export function placeOfPage(glue, wasm) {
  let place;
  changed(glue, { name: "find the place of the page's document", pattern: /\btable\.set\((\d+), page\);/, by: (_, found) => (place = found), where: glueOf(wasm), advice });
  return Number(place);
}

/** The programs that have JavaScript beside their Rust files. */
const borrowing = ["widget", "finder", "reviews", "editor"];

/** Moves the JavaScript that Rust imports (`*.js` beside the Rust files) into the glue's own folder. Returns the glue and the paths of these modules. */
export function gathered(glue, wasm) {
  const paths = [];
  if (!borrowing.includes(wasm)) return [glue, paths];
  const here = changed(glue, {
    name: "gather the modules beside the Rust files",
    pattern: /(?<= from ')\.\/(snippets\/[^']+)(?=')/g,
    by: (_, path) => {
      paths.push(path);
      return `./${basename(path)}`;
    },
    where: glueOf(wasm),
    advice,
  });
  return [here, paths];
}

/** Gives the glue the short names that wasm-opt has given to imports and exports, from the list that wasm-opt prints. */
export function renamed(glue, printed, wasm) {
  const { imports, exports } = table(printed);
  const where = glueOf(wasm);
  const rename = (text, long, pattern, short) => changed(text, { name: `shorten the name ${long}`, pattern, by: short, where, advice });
  // Names of imports are unique in the glue.
  for (const [, long, short] of imports) glue = rename(glue, long, new RegExp(`\\b${escaped(long)}(?![\\w$])`, "g"), short);
  // Exports follow the name of the instance. The glue does not use all of them, but it uses no other names there.
  const names = new Map(exports);
  glue = changed(glue, {
    name: "shorten the names of exports",
    pattern: /\bwasm\.([\w$]+)/g,
    by: (_, long) => {
      if (!names.has(long)) throw new Unexpected(`${where} uses wasm.${long}, which the wasm does not export. ${advice}`);
      return `wasm.${names.get(long)}`;
    },
    where,
    advice,
  });
  const [module] = imports[0];
  // What only emptied functions have called is not imported any more.
  const used = new Set(imports.map(([, , short]) => short));
  glue = glue.replace(/^ {8}(__wb[\w$]+): .*?(?=^ {8}[\w$]+: |^ {4}\};)/gms, (entry, name) => (used.has(name) ? entry : ""));
  return rename(glue, module, `"${module}"`, '"a"');
}

function table(printed) {
  try {
    const { imports, exports } = JSON.parse(printed);
    if (imports.length && exports.length) return { imports, exports };
  } catch {
    // An empty module takes its place.
  }
  throw new Unexpected(`wasm-opt --minify-imports-and-exports-and-modules printed no table of names, but ${JSON.stringify(printed.slice(0, 200))}. Adapt scripts/finish-build/glue.mjs.`);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
