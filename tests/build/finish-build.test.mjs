// The build fails if other tools write something unexpected. `glue.js.txt` is a part of the file that wasm-bindgen
// writes for the widget.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { above, longest } from "../../scripts/finish-build/budget.mjs";
import { Unexpected, filled } from "../../scripts/finish-build/changes.mjs";
import { gathered, modern, opened, placeOfPage, remembering, renamed, superfluous } from "../../scripts/finish-build/glue.mjs";
import { allowing, prerendered, withoutMarks } from "../../scripts/finish-build/pages.mjs";
import { alwaysTheSame, checkUnused, snipped } from "../../scripts/finish-build/snip.mjs";
import { dataOf, encoded } from "../../scripts/finish-build/wasm.mjs";

const glue = readFileSync(new URL("glue.js.txt", import.meta.url), "utf8");

/** Checks that it is refused with a message that contains all of these. */
function refuses(act, ...said) {
  assert.throws(act, (error) => {
    assert.ok(error instanceof Unexpected, error.stack);
    for (const part of said) assert.ok(error.message.includes(part), `${error.message}\nwithout: ${part}`);
    return true;
  });
}

test("expected glue is changed", () => {
  const finished = opened(modern(glue, "widget"), "widget");
  for (const gone of ["FinalizationRegistry ===", "if (!('encodeInto'", "detached", "try {", "SAFARI_DECODE_BYTES)", "undefined' ?", "module_or_path", "initSync"]) {
    assert.ok(!finished.includes(gone), gone);
  }
  assert.match(finished, /ptr0 = isLikeNone\(phrases\)[^}]*len1 = WASM_VECTOR_LEN;\s*wasm\.fail/);
  assert.match(finished, /const ret = arg0 instanceof Element;/);
  assert.match(finished, /^ *__wbg_cloneNode_36b90700fd8dbbb0: function\(arg0\) \{\n[^}]*createElement\(arg0\)[^}]*\},\n/m);
  assert.match(finished, /const ret = createTextNode\(getStringFromWasm0\(arg1, arg2\)\);/);
  assert.equal(placeOfPage(finished, "widget"), 1027);
  assert.match(finished, /^ *__wbg_setAttribute_f75317b2b5cabfb4: function\(arg0, arg1, arg2, arg3, arg4\) \{\n/m);
  assert.match(finished, /__wbg_removeChild_\w+: function\(\) \{ return handleError/);
});

for (const { name, pattern } of superfluous) {
  test(`glue without the code to change is refused: ${name}`, () => {
    refuses(() => modern(glue.replace(pattern, "another way"), "widget"), name, String(pattern), "glue of the widget", "scripts/finish-build/glue.mjs");
  });
}

test("glue with a different end, or without our modules, is refused", () => {
  refuses(() => opened(glue.replace("initSync,", ""), "widget"), "export the two halves", "adapt");
  refuses(() => gathered(glue.replace("./snippets/", "./others/"), "finder"), "gather the modules", "glue of the finder");
});

/** The function that reads texts from a memory which begins with these characters, and how often it has decoded one. */
function reader(text) {
  const [read] = /^const fixedTexts.*?^\}$/ms.exec(remembering(glue, "widget", { begin: 4, end: 8 }));
  const memory = Buffer.alloc(400, " ");
  memory.write(text);
  const known = { memory, decoded: 0 };
  const decodeText = (bytes) => (known.decoded++, String(bytes));
  known.read = new Function("decodeText", "getUint8ArrayMemory0", `${read}; return getStringFromWasm0;`)(decodeText, () => memory);
  return known;
}

test("fixed texts are decoded once", () => {
  const known = reader("abcd" + "efgh" + "ij");
  const { memory, read } = known;
  // Two texts that begin in the same place, one of them twice in a row.
  assert.deepEqual([read(4, 2), read(4, 2), read(4, 3), read(4, 2)], ["ef", "ef", "efg", "ef"]);
  assert.equal(known.decoded, 3);
  // Of a text that is not ASCII, the number of bytes is not its length.
  memory.write("éa", 4);
  const other = reader("abcd" + "éa");
  assert.deepEqual([other.read(4, 3), other.read(4, 3), other.read(4, 2)], ["éa", "éa", "é"]);
  assert.equal(other.decoded, 2);
  refuses(() => remembering(glue.replace("return decodeText(", "return decode("), "widget", { begin: 4, end: 8 }), "decode each fixed text once");
});

test("other texts are decoded again only if they have changed", () => {
  const known = reader("abcdefghijkl");
  const { memory, read } = known;
  for (const place of [0, 8, 100]) {
    memory.write("Ada Low", place);
    known.decoded = 0;
    assert.deepEqual([read(place, 7), read(place, 7)], ["Ada Low", "Ada Low"]);
    assert.ok(known.decoded <= 1, "the second time, nothing has changed");
    // The same place, length and beginning, as memory that is used again may have.
    for (const changed of ["Ada Los", "Bda Los", "Ada Lo\0", "Ada L\u00e9"]) {
      memory.write(changed, place);
      assert.equal(read(place, Buffer.byteLength(changed)), changed);
      assert.equal(read(place, 3), changed.slice(0, 3));
    }
  }
  // Bytes of UTF-8 that are the numbers of other characters: é is C3 A9.
  memory.write("\u00c3\u00a9", 100);
  assert.equal(read(100, 4), "\u00c3\u00a9");
  memory.write("\u00e9", 100);
  assert.equal(read(100, 2), "\u00e9");
  memory.write("x".repeat(200), 100);
  assert.equal(read(100, 200), "x".repeat(200));
  assert.equal(read(0, 0), "");
});

test("texts are passed to the wasm as they are", () => {
  const [pass] = /^function passStringToWasm0.*?^\}$/ms.exec(modern(glue, "widget"));
  for (const text of ["", "Ada", "Zoë", "€ 5", "日本", "a😀b", "\ud800", "x".repeat(9) + "é".repeat(9)]) {
    const memory = new Uint8Array(200);
    const given = { cachedTextEncoder: new TextEncoder(), getUint8ArrayMemory0: () => memory };
    const code = `let WASM_VECTOR_LEN = 0; ${pass}; const at = passStringToWasm0(text, () => 8, () => 8); return [at, WASM_VECTOR_LEN];`;
    const [at, length] = new Function("text", ...Object.keys(given), code)(text, ...Object.values(given));
    assert.equal(new TextDecoder().decode(memory.subarray(at, at + length)), text.toWellFormed?.() ?? text.replace("\ud800", "\ufffd"));
  }
});

test("functions of a wasm are emptied, or answer always the same", async () => {
  const text = (string) => [string.length, ...Buffer.from(string)];
  const section = (id, ...contents) => [id, ...encoded(contents.length), ...contents];
  const body = (...code) => [code.length, ...code];
  const names = ["web_sys::gen_Element::Element>::namespace_uri", "Option<String> as convert::FromWasmAbi>::from_abi",
    "FilterMap<Zip<Iter<&str>, Iter<AttributeOrProperty>>, Attributes>::iter::c> as Iterator>::next", "gloo_utils::document", "never called"];
  // The first function is imported.
  const listed = names.flatMap((name, index) => [index + 1, ...text(name)]);
  const wasm = Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // Types: two numbers and nothing back; three numbers and nothing back; a number back.
    ...section(1, 3, 0x60, 2, 0x7f, 0x7f, 0, 0x60, 3, 0x7f, 0x7f, 0x7f, 0, 0x60, 0, 1, 0x7f),
    ...section(2, 1, ...text("a"), ...text("a"), 0, 0),
    ...section(3, 5, 0, 1, 0, 2, 2),
    ...section(5, 1, 0, 1),
    ...section(7, 5, ...text("n"), 0, 1, ...text("x"), 0, 3, ...text("d"), 0, 4, ...text("e"), 0, 5, ...text("m"), 2, 0),
    // The second writes what it is given: at the first number, the second and the third.
    ...section(10, 5, ...body(0, 0x00, 0x0b), ...body(0, 0x20, 0, 0x20, 1, 0x36, 2, 0, 0x20, 0, 0x20, 2, 0x36, 2, 4, 0x0b), ...body(0, 0x00, 0x0b),
      ...body(0, 0x41, 0, 0x0b), ...body(0, 0x41, 7, 0x0b)),
    ...section(0, ...text("name"), 1, ...encoded(listed.length + 1), names.length, ...listed),
  ]);
  const { instance } = await WebAssembly.instantiate(snipped(wasm, [/^never called$/], alwaysTheSame(1027)), { a: { a() {} } });
  const { n, x, d, e, m } = instance.exports;
  const memory = new Uint32Array(m.buffer).fill(9, 0, 6);
  n(8, 5);
  x(0, 5);
  assert.deepEqual([...memory.slice(0, 4)], [0, 9, 0, 0]);
  assert.equal(d(), 1027);
  assert.throws(e, WebAssembly.RuntimeError);
  refuses(() => snipped(wasm, [/^no such function$/]), "no such function");
  checkUnused(wasm, 1027);
  refuses(() => checkUnused(wasm, 7), "the place 7");
});

test("the place of a wasm's data is read from it", () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const segment = (...address) => [0, 0x41, ...address, 0x0b, 2, 7, 7];
  const section = (...contents) => Uint8Array.from([...header, 11, contents.length + 1, 2, ...contents]);
  // 1,024 and 8,192, in LEB128.
  assert.deepEqual(dataOf(Buffer.from(section(...segment(0x80, 0x08), ...segment(0x80, 0xc0, 0x00)))), { begin: 1024, end: 8194 });
  refuses(() => dataOf(Buffer.from(header)), "no data");
  refuses(() => dataOf(Buffer.from(section(1, 2, 7, 7, ...segment(1)))), "no fixed place");
});

test("what is loaded is held to its budget, with the words of the language that weigh most", () => {
  // Compressed, the words of one language may weigh more than those of another with more characters.
  const languages = [["ar", 3000, 600], ["uk", 2900, 672], ["pl", 2000, 640]];
  const [tag, , words] = longest(languages);
  assert.equal(tag, "uk");
  const held = (core) => above([["the loader", 1024, 1024], [`what a reader loads in ${tag}`, core + words, 64000]]);
  assert.deepEqual(held(64000 - 672), []);
  assert.deepEqual(held(64000), ["what a reader loads in uk is 672 bytes above its budget of 64000"]);
  assert.deepEqual(above([["the loader", 1025, 1024], ["the editor", 1, 2]]), ["the loader is 1 bytes above its budget of 1024"]);
});

const printed = JSON.stringify({
  imports: [
    ["./fact-cards-widget_bg.js", "__wbg_instanceof_Element_05dbb22ded594343", "a"],
    ["./fact-cards-widget_bg.js", "__wbg_instanceof_Window_1a2b3c4d5e6f7a8b", "h"],
  ],
  exports: [["fail", "b"], ["memory", "c"], ["__wbindgen_externrefs", "i"], ["__wbindgen_malloc", "d"], ["__wbindgen_realloc", "e"], ["__wbindgen_free", "f"], ["__wbindgen_destroy_closure", "g"]],
});

test("names are shortened in both glue and wasm, or the build fails", () => {
  const short = renamed(glue, printed, "widget");
  assert.match(short, /^ *a: function\(arg0\)/m);
  assert.match(short, /wasm\.b\(place/);
  assert.match(short, /"a": import0/);
  refuses(() => renamed(glue.replaceAll("instanceof_Element_", "instanceof_Node_"), printed, "widget"), "instanceof_Element_05dbb22ded594343");
  refuses(() => renamed(glue.replace("wasm.fail(", "wasm.flail("), printed, "widget"), "wasm.flail", "does not export");
  refuses(() => renamed(glue.replace("_bg.js", ".js"), printed, "widget"), "./fact-cards-widget_bg.js");
  refuses(() => renamed(glue, "[wasm-opt] done", "widget"), "printed no table of names", "[wasm-opt] done");
  refuses(() => renamed(glue, '{"imports": [], "exports": []}', "widget"), "printed no table of names");
});

test("each placeholder occurs once", () => {
  assert.deepEqual(filled(['"{a}"', '"{b}"'], { a: "$&", b: "2" }, "x.js"), ['"$&"', '"2"']);
  refuses(() => filled(['"{a}"'], { a: "1", b: "2" }, "x.js"), "{b}", "0 times in x.js");
  refuses(() => filled(['"{a}"', '"{a}"'], { a: "1" }, "x.js"), "{a}", "2 times in x.js");
});

test("Trunk's marks are removed from a page that has them", () => {
  assert.equal(withoutMarks('<link rel="rust" href="a"/><link rel=icon>'), "<link rel=icon>");
  refuses(() => withoutMarks("<link rel=icon>"), "Trunk's marks", "index.html");
});

test("every marked element is prerendered", () => {
  const page = '<main>\n  <fact-cards data-prerender src="a.json" open="all">Words</fact-cards>\n</main>\n';
  assert.equal(prerendered(page, "demo/a.html", ({ src, open }) => `${src} ${open}\n`), "<main>\na.json all\n</main>\n");
  assert.equal(prerendered("<main></main>", "demo/a.html"), "<main></main>");
  refuses(() => prerendered(page.replace("data-prerender src", "src='b' data-prerender data-src"), "demo/a.html", () => ""), "demo/a.html", "data-prerender");
});

test("the policy of a page with prerendered cards allows their style", () => {
  assert.equal(allowing("style-src 'self';", "demo/a.html", "'sha256-x'"), "style-src 'self' 'sha256-x';");
  assert.equal(allowing("<p>No policy", "demo/a.html", "'sha256-x'"), "<p>No policy");
  refuses(() => allowing("style-src 'none';", "demo/a.html", "'sha256-x'"), "demo/a.html", "style-src 'self'");
});
