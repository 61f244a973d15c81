// Trunk's post-build hook: gives the widget's files their final content and names, and writes the loader that knows them.
//
// A release is optimized by wasm-opt, minified by esbuild, and named after its content, so that no cache ever mixes two
// releases. Where one of the tools is not on PATH, that step is left out and says so.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { brotliCompressSync, constants } from "node:zlib";

/** The most that a reader may download for the widget, in bytes of brotli 11; unset, there is no limit. */
const budget = Number(process.env.FACT_CARDS_BUDGET || Infinity);

/** The most that the loader may weigh, where there is a limit, in the same bytes: every visit pays for it. */
const loaderBudget = 1024;

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";

const wasmFile = built(/^fact-cards-widget-[0-9a-f]+_bg\.wasm$/);
const glueFile = built(/^fact-cards-widget-[0-9a-f]+\.js$/);
let styles = readFileSync("styles/cards.css", "utf8");
let loader = readFileSync("src/element/fact-cards.js", "utf8");
let [glue, borrowed] = gathered(opened(modern(readFileSync(join(staging, glueFile), "utf8"))));
// The second wasm, which looks for quotes in the page: its glue is used as it comes.
const [quotesFile, quotesGlueFile] = ["fact-cards-finder_bg.wasm", "fact-cards-finder.js"];
let [quotesGlue, quotesBorrowed] = gathered(modern(readFileSync(join(staging, quotesGlueFile), "utf8")));
// The third, which reads JSON-LD: `reviews.js` makes its instances.
const [reviewsFile, reviewsGlueFile] = ["fact-cards-reviews_bg.wasm", "fact-cards-reviews.js"];
let [reviewsGlue, reviewsBorrowed] = gathered(opened(modern(readFileSync(join(staging, reviewsGlueFile), "utf8"))));
rmSync(join(staging, "snippets"), { recursive: true });
rmSync(join(staging, glueFile));
rmSync(join(staging, quotesGlueFile));
rmSync(join(staging, reviewsGlueFile));
const names = { wasm: wasmFile, quotes: quotesFile, reviewsWasm: reviewsFile };

if (release) {
  [names.wasm, glue] = placeWasm("fact-cards", wasmFile, glue);
  [names.quotes, quotesGlue] = placeWasm("fact-cards-quotes", quotesFile, quotesGlue);
  [names.reviewsWasm, reviewsGlue] = placeWasm("fact-cards-reviews", reviewsFile, reviewsGlue);
  styles = esbuild(["--loader=css"], styles) ?? styles;
  loader = esbuild(["--loader=js"], loader) ?? loader;
}
const languages = placeLanguages();
names.article = placeModules("fact-cards-article", "crates/finder/src", "article.js", [["glue.js", quotesGlue], ...quotesBorrowed]);
names.reviews = placeModules("fact-cards-reviews", "crates/reviews/src", "reviews.js", [["glue.js", reviewsGlue], ...reviewsBorrowed]);
names.embed = placeModules("fact-cards-embed", "src/element", "embed.js", [["glue.js", glue], ...borrowed]);
names.styles = write("fact-cards", "css", styles);
loader = loader.replace(/\{(embed|wasm|styles)\}/g, (_, name) => `./${names[name]}`);
writeFileSync(join(staging, "fact-cards.js"), loader);

writeFrame();
for (const file of ["custom-elements.json", "fact-cards.d.ts"]) copyFileSync(join("src/element", file), join(staging, file));

// Trunk leaves its mark in the page where it puts no script of its own.
const page = join(staging, "index.html");
writeFileSync(page, readFileSync(page, "utf8").replace(/<link[^>]*\brel=["']?rust\b[^>]*>/g, ""));

if (release) {
  prerender();
  printSizes();
}

function built(pattern) {
  const found = readdirSync(staging).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${staging}, found ${found.length}`);
  return found[0];
}

/** Writes a file under a name that tells its content, and returns that name. */
function write(stem, extension, content) {
  const name = `${stem}-${hash(content)}.${extension}`;
  writeFileSync(join(staging, name), content);
  return name;
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** Optimizes a wasm and gives it a name that tells its content. Returns that name, and the glue that fits. */
function placeWasm(stem, file, glue) {
  const [wasm, fitting] = optimized(file, glue);
  rmSync(join(staging, file));
  return [write(stem, "wasm", wasm), fitting];
}

/** The wasm and its glue after wasm-opt, under short names for what one takes from the other. */
function optimized(wasmFile, glue) {
  const input = join(staging, wasmFile);
  const output = `${input}.small`;
  const levers = [
    // What every browser of the last years can do; wasm-opt would use more than that if it were let.
    "--mvp-features --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals",
    "--enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue",
    // Large functions of one caller weigh less on their own, and control flow less when it is found anew: 0.7 KB together.
    "--one-caller-inline-max-function-size=60 --flatten --rereloop -Oz -Oz --low-memory-unused --zero-filled-memory",
    "--strip-debug --strip-producers --strip-target-features",
    // The names wasm-bindgen gives each end in 16 random digits, which no compression takes away: 2 KB.
    "--minify-imports-and-exports-and-modules",
  ];
  const opt = spawnSync("wasm-opt", [input, "-o", output, ...levers.join(" ").split(" ")], { encoding: "utf8" });
  if (opt.status !== 0) {
    console.warn(`finish-build: wasm not optimized: ${opt.error?.message ?? opt.stderr} (make build sets wasm-opt up)`);
    return [readFileSync(input), glue];
  }
  renameSync(output, input);
  const { imports, exports } = JSON.parse(opt.stdout);
  const module = imports[0][0];
  const word = (name) => `${escaped(name)}(?![\\w$])`;
  // Names of imports are unique as they are; exports stand behind the name of the instance.
  for (const [, long, short] of imports) glue = glue.replace(new RegExp(`\\b${word(long)}`, "g"), () => short);
  for (const [long, short] of exports) glue = glue.replace(new RegExp(`\\bwasm\\.${word(long)}`, "g"), () => `wasm.${short}`);
  glue = glue.replaceAll(`"${module}"`, '"a"');
  return [readFileSync(input), glue];
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The glue with its two halves in the open, because `instance.js` stands between the wasm and whoever calls it. */
function opened(glue) {
  const own = /^export \{ initSync, __wbg_init as default \};$/m;
  if (!own.test(glue)) throw new Error("the glue of this wasm-bindgen does not end as expected: adapt finish-build.mjs");
  return glue.replace(own, "export { __wbg_get_imports as imports, __wbg_finalize_init as finalize };");
}

/** The glue without what it brings for browsers that are older than those the widget runs in, and without the name that the wasm had. */
function modern(glue) {
  return glue
    .replace(/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{$.*?^\}$/ms, "")
    .replace(/\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*: new/, "new")
    .replace(/\.buffer\.detached === true \|\| \(\w+\.buffer\.detached === undefined && [^)]*\)\) \{$/m, ".buffer !== wasm.memory.buffer) {")
    .replace("typeof globalThis === 'undefined' ? undefined : globalThis", "globalThis")
    .replace(/const ret = typeof (global|self|window) === 'undefined' .*;\n.*/g, "return 0;")
    .replace(/^ *if \(module_or_path === undefined\) \{\s*module_or_path = new URL\([^)]*\);\s*\}$/m, "");
}

/** The glue with what Rust borrows from the browser (`*.js` beside the Rust files) in its own folder, and those modules. */
function gathered(glue) {
  const modules = [];
  const here = glue.replace(/(?<= from ')\.\/(snippets\/[^']+)(?=')/g, (_, path) => {
    modules.push([basename(path), readFileSync(join(staging, path), "utf8")]);
    return `./${basename(path)}`;
  });
  return [here, modules];
}

/** What is loaded from one entry on: one file in a release, a folder of modules otherwise. Returns the entry's name. */
function placeModules(stem, folder, entry, built) {
  const own = readdirSync(folder).filter((name) => name.endsWith(".js") && !["fact-cards.js", "frame.js"].includes(name));
  const modules = own.map((name) => [name, readFileSync(join(folder, name), "utf8")]).concat(built);
  // Where the glue is found again, for a fresh instance; in a single file, that is the file itself.
  const finished = (text, glue, up) =>
    text
      .replace("{glue}", glue)
      .replace("{languages}", `${up}${languages.folder}`)
      .replace("{known}", languages.known)
      .replace("{article}", `${up}${names.article}`)
      .replace("{quotes}", `${up}${names.quotes}`)
      .replace("{reviews}", `${up}${names.reviews}`)
      .replace("{reviews-wasm}", `${up}${names.reviewsWasm}`);

  const place = mkdtempSync(join(tmpdir(), "fact-cards-"));
  for (const [name, text] of modules) writeFileSync(join(place, name), text);
  const bundle = release && esbuild([join(place, entry), "--bundle", "--format=esm"]);
  rmSync(place, { recursive: true });
  if (bundle) return write(stem, "js", finished(bundle, "", "./"));

  const texts = modules.map(([, text]) => finished(text, "./glue.js", "../"));
  const home = `${stem}-${hash(texts.join(""))}`;
  mkdirSync(join(staging, home), { recursive: true });
  modules.forEach(([name], index) => writeFileSync(join(staging, home, name), texts[index]));
  return `${home}/${entry}`;
}

/** The widget's own words in all languages but English, which is part of the wasm. */
function placeLanguages() {
  const folder = "src/ui/phrases";
  const files = readdirSync(folder).filter((name) => name !== "en.txt").sort();
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
  const place = `fact-cards-languages-${hash(texts.join(""))}`;
  mkdirSync(join(staging, place), { recursive: true });
  files.forEach((name, index) => writeFileSync(join(staging, place, name), texts[index]));
  return { folder: place, known: files.map((name) => name.replace(".txt", "")).join(" ") };
}

/** embed.html with the files that are its own. */
function writeFrame() {
  const [script, sheet] = ["src/element/frame.js", "styles/frame.css"].map((file) => readFileSync(file, "utf8"));
  const frame = write("fact-cards-frame", "js", (release && esbuild(["--loader=js"], script)) || script);
  const frameStyles = write("fact-cards-frame", "css", (release && esbuild(["--loader=css"], sheet)) || sheet);
  const page = readFileSync("embed.html", "utf8").replace("{frame}", frame).replace("{frame-styles}", frameStyles);
  writeFileSync(join(staging, "embed.html"), page);
}

/** Sets the cards of every element that is marked `data-prerender` into its page, by the native command (FACT_CARDS_COMMAND, or as cargo builds it). */
function prerender() {
  // As stable Rust builds it, whatever levers the wasm is built with.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CARGO_|RUSTC_|RUSTFLAGS|TRUNK_)/.test(name)));
  const built = process.env.FACT_CARDS_COMMAND;
  const [program, ...first] = built ? [built] : ["cargo", "run", "--quiet", "--package", "fact-cards-command", "--"];
  const command = (...given) => {
    const run = spawnSync(program, [...first, "prerender", ...given], { encoding: "utf8", env });
    if (run.stderr) console.warn(run.stderr.trimEnd());
    if (run.status === 0) return run.stdout;
    console.error(`finish-build: fact-cards prerender ${given.join(" ")} failed${run.error ? `: ${run.error.message}` : ""}`);
    process.exit(1);
  };
  const policy = command("--policy").trim();

  const pages = ["index.html", ...readdirSync(join(staging, "demo")).filter((name) => name.endsWith(".html")).map((name) => join("demo", name))];
  for (const path of pages) {
    const place = join(staging, path);
    const html = readFileSync(place, "utf8");
    const marked = /^ *<fact-cards data-prerender([^>]*)>.*?<\/fact-cards>\n/gms;
    const finished = html.replace(marked, (_, written) => {
      const attributes = Object.fromEntries([...written.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
      const options = Object.entries(attributes).flatMap(([name, value]) => [`--${name}`, value]);
      return command(join(dirname(path), attributes.src), ...options);
    });
    if (finished !== html) writeFileSync(place, finished.replace("style-src 'self'", `style-src 'self' ${policy}`));
  }
  console.log(`The style of prerendered cards, for style-src: ${policy}`);
}

/** Without comments and needless space; nothing where there is no esbuild. */
function esbuild(options, input) {
  const run = spawnSync("esbuild", ["--minify", "--target=esnext", ...options], { input, encoding: "utf8" });
  if (run.status === 0) return run.stdout;
  console.warn(`finish-build: not minified (${options.join(" ")}): ${run.error?.message ?? run.stderr} (make build sets esbuild up)`);
}

/** The bytes of a file, as it is and packed. */
function sizes(name) {
  const content = readFileSync(join(staging, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return [content.length, brotliCompressSync(content, { params }).length];
}

function printSizes() {
  const row = (name, plain, packed) => console.log(`${name.padEnd(36)}${String(plain).padStart(9)}${String(packed).padStart(9)}`);
  console.log("The widget's download, in bytes:       plain brotli 11");
  let total = [0, 0];
  for (const name of ["fact-cards.js", names.embed, names.wasm, names.styles]) {
    const [plain, packed] = sizes(name);
    row(name, plain, packed);
    if (name === "fact-cards.js" && packed > loaderBudget && budget < Infinity) {
      console.error(`finish-build: the loader is ${packed - loaderBudget} bytes above its budget of ${loaderBudget}`);
      process.exitCode = 1;
    }
    total = [total[0] + plain, total[1] + packed];
  }
  row("total", ...total);
  console.log("And when a card is opened where the article may be in the page:");
  for (const name of [names.article, names.quotes]) row(name, ...sizes(name));
  console.log("And where an element shows the page's ClaimReview:");
  for (const name of [names.reviews, names.reviewsWasm]) row(name, ...sizes(name));
  if (total[1] > budget) {
    console.error(`finish-build: ${total[1] - budget} bytes above the budget of ${budget}`);
    process.exitCode = 1;
  }
}
