// Installs the npm package in a new folder, as its users do, and tests it. `make test` packs it; INSTALLED is the
// folder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const folder = resolve(process.env.INSTALLED);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const run = (program, ...options) => execFileSync(program, options, { cwd: folder, encoding: "utf8" });

const [tarball] = readdirSync("target/package").filter((name) => name.endsWith(".tgz"));
writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
run("npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", resolve("target/package", tarball));
const place = join(folder, "node_modules/fact-cards");
const read = (file) => readFileSync(join(place, file), "utf8");

test("the package contains the widget and nothing from the demonstration", () => {
  const names = readdirSync(place).map((name) => name.replace(/-[0-9a-f]{8}(\.|$)/, (_, end) => (end ? "-HASH." : "")));
  assert.deepEqual(names.sort(), [
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "custom-elements.json",
    "document.md",
    "embed.html",
    "fact-cards-1.schema.json",
    "fact-cards-HASH.css",
    "fact-cards-HASH.wasm",
    "fact-cards-article-HASH.js",
    "fact-cards-embed-HASH.js",
    "fact-cards-frame-HASH.css",
    "fact-cards-frame-HASH.js",
    "fact-cards-languages",
    "fact-cards-passages",
    "fact-cards-quotes-HASH.wasm",
    "fact-cards-reviews-HASH.js",
    "fact-cards-reviews-HASH.wasm",
    "fact-cards-sheet-HASH.js",
    "fact-cards-there-HASH.js",
    "fact-cards-tools-HASH.js",
    "fact-cards.d.ts",
    "fact-cards.js",
    "package.json",
    "themes",
  ]);
  assert.deepEqual(readdirSync(join(place, "themes")).sort(), ["broadsheet.css", "contrast.css", "plain.css"]);
});

test("the package contains no sentence of the article", () => {
  const { article, claims } = JSON.parse(readFileSync("data/iran-s-400.json", "utf8"));
  const quotes = claims.flatMap(({ statements }) => statements.flatMap(({ quote = [] }) => quote));
  for (const name of readdirSync(place, { recursive: true }).filter((name) => name.includes("."))) {
    const text = readFileSync(join(place, name), "latin1");
    for (const sentence of [...article.body, ...quotes]) {
      assert.ok(!text.includes(Buffer.from(sentence).toString("latin1")), `${name}: ${sentence}`);
    }
  }
});

test("every file that another file refers to exists", () => {
  const named = new Set(["fact-cards.js", "embed.html"]);
  for (const name of named) {
    assert.ok(existsSync(join(place, name)), name);
    if (!/\.(js|html)$/.test(name)) continue;
    for (const other of read(name).match(/fact-cards-\w+(-\w+)?\.(js|css|wasm)/g) ?? []) named.add(other);
  }
  assert.equal(named.size, 14, [...named].join());
});

test("the version is the newest in the changelog", () => {
  const [, newest] = read("CHANGELOG.md").match(/^## (\S+)/m);
  assert.equal(JSON.parse(read("package.json")).version, newest);
});

test("Node finds the entry points", () => {
  const found = (name) => run("node", "--eval", `console.log(import.meta.resolve("${name}"))`, "--input-type=module").trim();
  assert.ok(found("fact-cards").endsWith("/fact-cards/fact-cards.js"));
  for (const name of ["custom-elements.json", "fact-cards-1.schema.json"]) {
    assert.ok(found(`fact-cards/${name}`).endsWith(`/fact-cards/${name}`));
  }
});

/** Returns what TypeScript prints for a program that uses the package. */
function compiled(program) {
  writeFileSync(join(folder, "page.ts"), program);
  const tsc = process.env.FACT_CARDS_TSC;
  try {
    return run(process.execPath, tsc, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "page.ts");
  } catch ({ stdout }) {
    return stdout;
  }
}

const document = `{ $schema: "fact-cards-1.schema.json", version: 1, article: { headline: "Water" }, speakers: {}, claims: [{ id: "a", text: "A", statements: [{ quote: ["x", "y"] }] }] }`;

test("TypeScript knows the element, its document and its events", () => {
  const program = `
    import type { FactCardsDocument } from "fact-cards";
    const water: FactCardsDocument = ${document};
    const cards = document.createElement("fact-cards");
    cards.document = water;
    cards.addEventListener("fact-cards-ready", ({ detail }) => detail.claims.toFixed());
    cards.addEventListener("fact-cards-error", ({ detail }) => detail.code === "no-document");
    cards.addEventListener("fact-cards-toggle", ({ detail }) => detail.claim.length && detail.open);
    cards.addEventListener("fact-cards-quote", ({ detail }) => detail.statement.toFixed() && detail.grade === "not-found");`;
  assert.equal(compiled(program), "");
});

test("TypeScript reports mistakes", () => {
  const program = `
    import type { FactCardsDocument } from "fact-cards";
    export const water: FactCardsDocument = ${document.replace("version: 1", "version: 2")};
    document.createElement("fact-cards").addEventListener("fact-cards-error", ({ detail }) => detail.code === "nonsense");`;
  const said = compiled(program);
  assert.match(said, /page\.ts\(3,\d+\).*'2' is not assignable/);
  assert.match(said, /page\.ts\(4,\d+\).*no overlap/);
});

