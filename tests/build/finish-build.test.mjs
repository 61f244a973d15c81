// The build fails if other tools write something unexpected. `glue.js.txt` is a part of the file that wasm-bindgen
// writes for the widget.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Unexpected, filled } from "../../scripts/finish-build/changes.mjs";
import { gathered, modern, opened, remembering, renamed, superfluous } from "../../scripts/finish-build/glue.mjs";
import { allowing, prerendered, withoutMarks } from "../../scripts/finish-build/pages.mjs";
import { dataOf } from "../../scripts/finish-build/wasm.mjs";

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
  assert.match(finished, /^ *__wbg_cloneNode_36b90700fd8dbbb0: function\(arg0\) \{\n[^}]*\},\n/m);
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

test("fixed texts are decoded once, and only they", () => {
  const finished = remembering(glue, "widget", { begin: 4, end: 8 });
  const [read] = /^const fixedTexts.*?^\}$/ms.exec(finished);
  const memory = Buffer.from("abcdefghij");
  let decoded = 0;
  const decodeText = (bytes) => (decoded++, String(bytes));
  const getString = new Function("decodeText", "getUint8ArrayMemory0", `${read}; return getStringFromWasm0;`)(decodeText, () => memory);
  // Two texts that begin in the same place, one of them twice in a row.
  assert.deepEqual([getString(4, 2), getString(4, 2), getString(4, 3), getString(4, 2)], ["ef", "ef", "efg", "ef"]);
  assert.equal(decoded, 3);
  // What is not fixed may have changed.
  for (const place of [0, 8]) {
    assert.equal(getString(place, 2), String(memory.subarray(place, place + 2)));
    memory.write("XY", place);
    assert.equal(getString(place, 2), "XY");
  }
  // Of a text that is not ASCII, the number of bytes is not its length.
  memory.write("éa", 5);
  assert.deepEqual([getString(5, 3), getString(5, 2)], ["éa", "é"]);
  refuses(() => remembering(glue.replace("return decodeText(", "return decode("), "widget", { begin: 4, end: 8 }), "decode each fixed text once");
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

const printed = JSON.stringify({
  imports: [
    ["./fact-cards-widget_bg.js", "__wbg_instanceof_Element_05dbb22ded594343", "a"],
    ["./fact-cards-widget_bg.js", "__wbg_instanceof_Window_1a2b3c4d5e6f7a8b", "h"],
  ],
  exports: [["fail", "b"], ["memory", "c"], ["__wbindgen_malloc", "d"], ["__wbindgen_realloc", "e"], ["__wbindgen_free", "f"], ["__wbindgen_destroy_closure", "g"]],
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
