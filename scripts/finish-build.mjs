// Trunk's post-build hook: gives the widget's files their final content and names, and writes the loader that knows them.
//
// A release is optimized by wasm-opt and minified by esbuild. Its files have a hash of their content in their names, so that no cache
// mixes two releases. If one of the tools is not on PATH, that step is left out, with a message.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { brotliCompressSync, constants } from "node:zlib";
import { above, longest } from "./finish-build/budget.mjs";
import { Unexpected, filled } from "./finish-build/changes.mjs";
import { gathered, modern, opened, placeOfPage, remembering, renamed } from "./finish-build/glue.mjs";
import { alwaysTheSame, checkUnused, namedByBodies, neverCalled, snipped } from "./finish-build/snip.mjs";
import { dataOf } from "./finish-build/wasm.mjs";
import { allowing, prerendered, withoutMarks } from "./finish-build/pages.mjs";

/** The most that a reader of any language may download before anything is opened, in bytes of brotli 11; unset, there is no limit. */
const budget = Number(process.env.FACT_CARDS_BUDGET || Infinity);

/** The most that the loader may weigh, where there is a limit, in the same bytes: every visit pays for it. */
const loaderBudget = 1024;

/** The most that the editor may weigh, where there is a limit, in the same bytes. */
const editorBudget = 350_000;

/** The environment for the project's native programs: without the unstable options that the wasm is built with. */
const plainEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CARGO_|RUSTC_|RUSTFLAGS|TRUNK_)/.test(name)));
const cargoRun = (name) => ["cargo", "run", "--quiet", "--package", name, "--"];
process.on("uncaughtException", (error) => {
  console.error(`finish-build: ${error instanceof Unexpected ? error.message : error.stack}`);
  process.exit(1);
});

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";

let styles = readFileSync("styles/cards.css", "utf8");
let loader = readFileSync("src/element/fact-cards.js", "utf8");

/** The programs, each with the beginning of its wasm's name, and the files that Trunk has written for it. */
const programs = {
  widget: { stem: "fact-cards", wasm: built(/^fact-cards-widget-[0-9a-f]+_bg\.wasm$/), glueFile: built(/^fact-cards-widget-[0-9a-f]+\.js$/) },
  // Looks for quotes in the page. `reading.js` makes its instance.
  finder: { stem: "fact-cards-quotes", wasm: "fact-cards-finder_bg.wasm", glueFile: "fact-cards-finder.js" },
  // Reads JSON-LD. `reviews.js` makes its instances.
  reviews: { stem: "fact-cards-reviews", wasm: "fact-cards-reviews_bg.wasm", glueFile: "fact-cards-reviews.js" },
  // Has a folder of its own. No reader loads it.
  editor: { stem: "fact-cards-editor", wasm: "fact-cards-editor_bg.wasm", glueFile: "fact-cards-editor.js" },
};
const { widget, finder, reviews, editor } = programs;
for (const [name, program] of Object.entries(programs)) {
  [program.glue, program.borrowed] = readGlue(name, program.glueFile);
  // The editor's own script starts it by `initSync`.
  if (program !== editor) program.glue = opened(program.glue, name);
}
rmSync(join(staging, "snippets"), { recursive: true });
for (const { glueFile } of Object.values(programs)) rmSync(join(staging, glueFile));

if (release) {
  for (const [name, program] of Object.entries(programs)) {
    [program.wasm, program.glue] = placeWasm(program.stem, program.wasm, program.glue, name);
  }
  styles = esbuild(["--loader=css"], styles) ?? styles;
  loader = esbuild(["--loader=js", "--format=esm"], loader) ?? loader;
}
const languages = placeLanguages("languages", "fact-cards-languages", "fact-cards-passages");
// Texts go between the quotation marks of a string.
const inString = (text) => JSON.stringify(text).slice(1, -1);
const stylesInString = (name) => {
  const text = readFileSync(join("styles", name), "utf8");
  return inString(((release && esbuild(["--loader=css"], text)) || text).trim());
};
const sources = (folder, ...names) => names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
const [platform, credits, found, ...others] = sources("src/element", "browser.js", "credits.js", "found.js", "languages.js", "queue.js");
const names = {};
names.sheet = placeModules("fact-cards-sheet", "src/sheet", "sheet.js", [platform, ...sources("src/ui", "locale.js")], () => ({ "sheet-styles": stylesInString("sheet.css") }));
names.there = placeModules("fact-cards-there", "src/there", "there.js", [platform, ...sources("crates/finder/src", "sight.js")], () => ({ "way-back-styles": stylesInString("way-back.css") }));
names.article = placeModules("fact-cards-article", "crates/finder/src", "article.js", [platform, ...others, ["glue.js", finder.glue], ...finder.borrowed], (up) => ({
  quotes: `${up}${finder.wasm}`,
  passages: inString(languages.passages),
  "passage-styles": stylesInString("passages.css"),
  sheet: `${up}${names.sheet}`,
  there: `${up}${names.there}`,
  languages: `${up}${languages.ofPassages}`,
  known: languages.known,
}));
names.reviews = placeModules("fact-cards-reviews", "crates/reviews/src", "reviews.js", [["glue.js", reviews.glue], ...reviews.borrowed], (up) => ({
  "reviews-wasm": `${up}${reviews.wasm}`,
}));
names.embed = placeModules("fact-cards-embed", "src/element", "embed.js", [["glue.js", widget.glue], ...widget.borrowed], (up, glue) => ({
  glue,
  article: `${up}${names.article}`,
  languages: `${up}${languages.folder}`,
  known: languages.known,
  reviews: `${up}${names.reviews}`,
}));
names.tools = placeModules("fact-cards-tools", "src/tools", "tools.js", [platform, credits, found], (up) => ({ article: `${up}${names.article}` }));
names.styles = write("fact-cards", "css", styles);
const { embed, styles: sheet, tools } = names;
[loader] = filled([loader], { embed: `./${embed}`, wasm: `./${widget.wasm}`, styles: `./${sheet}`, tools: `./${tools}` }, "fact-cards.js");
writeFileSync(join(staging, "fact-cards.js"), loader);

writeFrame();
const editorFiles = writeEditor();
for (const file of ["custom-elements.json", "fact-cards.d.ts"]) copyFileSync(join("src/element", file), join(staging, file));

const page = join(staging, "index.html");
writeFileSync(page, withoutMarks(readFileSync(page, "utf8")));

if (release) {
  // The documents of data/ and demo/ name the schema at this place, beside the widget.
  writeFileSync(join(staging, "fact-cards-1.schema.json"), command("schema"));
  prerender();
  printSizes();
}

function built(pattern) {
  const found = readdirSync(staging).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${staging}, found ${found.length}`);
  return found[0];
}

/** Returns the glue of a program's wasm as the widget needs it, and the JavaScript modules that its Rust code imports. */
function readGlue(program, file) {
  const text = readFileSync(join(staging, file), "utf8");
  const [glue, paths] = gathered(release ? modern(text, program) : text, program);
  return [glue, paths.map((path) => [basename(path), readFileSync(join(staging, path), "utf8")])];
}

/** Writes a file under a name with a hash of its content, and returns that name. */
function write(stem, extension, content) {
  const name = `${stem}-${hash(content)}.${extension}`;
  writeFileSync(join(staging, name), content);
  return name;
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

/** Optimizes a program's wasm and gives it a name with a hash of its content. Returns that name, and the glue that fits. */
function placeWasm(stem, file, glue, program) {
  const [wasm, fitting] = optimized(file, glue, program);
  rmSync(join(staging, file), { force: true });
  return [write(stem, "wasm", wasm), fitting];
}

/** Runs wasm-opt. Returns the wasm and its glue, with short names for imports and exports. */
function optimized(wasmFile, glue, program) {
  const input = join(staging, wasmFile);
  // Only in the build for size, where functions keep their names; other builds put some of them into others.
  const unused = neverCalled.filter(({ of }) => of.includes(program)).flatMap(({ names }) => names);
  let known = [];
  if (program === "widget") {
    const place = placeOfPage(glue, program);
    checkUnused(readFileSync(input), place);
    known = alwaysTheSame(place);
  }
  if (unused.length && budget < Infinity) writeFileSync(input, snipped(readFileSync(input), unused, known));
  const output = `${input}.small`;
  const levers = [
    // Features that every supported browser has; wasm-opt would use newer ones by itself.
    "--mvp-features --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals",
    "--enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue",
    // Large functions with one caller are smaller if they are not inlined, and control flow is smaller if it is rebuilt: 0.7 KB together.
    // A second time makes the finder smaller by 0.1 KB and the editor by 0.6 KB, and the others larger.
    `--one-caller-inline-max-function-size=${program === "editor" ? 40 : 60} --flatten --rereloop -Oz ${["finder", "editor"].includes(program) ? "--flatten --rereloop -Oz" : ""}`,
    // What is always the same in the whole program is left out of the editor: 0.5 KB.
    program === "editor" ? "--always-inline-max-function-size=3 --gufa-optimizing --dae-optimizing -Oz -Oz -Oz" : "-Oz",
    "--low-memory-unused --zero-filled-memory",
    // Functions of similar names are similar, and compress better beside each other: 0.2 KB of the widget, 0.6 KB of the editor; not in the finder.
    program === "finder" ? "" : "--reorder-functions-by-name",
    "--strip-debug --strip-producers --strip-target-features",
    // wasm-bindgen ends each name with 16 random digits, which cannot be compressed: 2 KB.
    "--minify-imports-and-exports-and-modules",
  ];
  const opt = spawnSync("wasm-opt", [input, "-o", output, ...levers.join(" ").split(/ +/)], { encoding: "utf8" });
  if (opt.status !== 0) {
    console.warn(`finish-build: wasm not optimized: ${opt.error?.message ?? opt.stderr} (make build sets wasm-opt up)`);
    return [readFileSync(input), glue];
  }
  renameSync(output, input);
  const wasm = orderedBest(input, levers.slice(0, 2));
  const fitting = program === "widget" ? remembering(glue, program, dataOf(wasm)) : glue;
  return [wasm, renamed(fitting, opt.stdout, program)];
}

/**
 * The wasm with its functions in the order in which it compresses best: by their names, as it is, or by their bodies (1 KB of the editor). In
 * another order they call each other by other numbers, so that there may be a better order still.
 */
function orderedBest(file, features) {
  const levers = [...features, "--reorder-functions-by-name --strip-debug"].join(" ").split(" ");
  const measured = (wasm) => ({ wasm, size: packed(wasm) });
  let best = measured(readFileSync(file));
  for (let round = 0; release && round < 3; round++) {
    writeFileSync(file, namedByBodies(best.wasm));
    const { status } = spawnSync("wasm-opt", [file, "-o", file, ...levers], { encoding: "utf8" });
    const next = status === 0 ? measured(readFileSync(file)) : best;
    if (next.size >= best.size) break;
    best = next;
  }
  rmSync(file);
  return best.wasm;
}

/**
 * Writes a module and all that it imports: one file in a release, a folder of modules otherwise. Returns the module's name. `values` is
 * called with the relative paths to the site's folder and to the glue, and returns the values for the placeholders.
 */
function placeModules(stem, folder, entry, built, values) {
  const own = readdirSync(folder).filter((name) => name.endsWith(".js") && !["fact-cards.js", "frame.js"].includes(name));
  // Of modules that Rust code imports, those of the same folder are in both lists.
  const modules = [...new Map(own.map((name) => [name, readFileSync(join(folder, name), "utf8")]).concat(built))];
  const place = mkdtempSync(join(tmpdir(), "fact-cards-"));
  for (const [name, text] of modules) writeFileSync(join(place, name), text);
  const bundle = release && esbuild([join(place, entry), "--bundle", "--format=esm"]);
  rmSync(place, { recursive: true });
  // A new instance imports the glue again; in a single file, that is the file itself.
  if (bundle) return write(stem, "js", filled([bundle], values("./", ""), entry)[0]);

  const texts = filled(modules.map(([, text]) => text), values("../", "./glue.js"), `the modules of ${entry}`);
  const home = `${stem}-${hash(texts.join(""))}`;
  mkdirSync(join(staging, home), { recursive: true });
  modules.forEach(([name], index) => writeFileSync(join(staging, home, name), texts[index]));
  return `${home}/${entry}`;
}

/** Writes own words: a file for each language but English, which is in the wasm; and where the finder has words, too, these in a folder of their own,
    because they are loaded later. Returns also the finder's words in English. */
function placeLanguages(source, stem, passagesStem) {
  const compiled = mkdtempSync(join(tmpdir(), "fact-cards-"));
  const [program, ...first] = cargoRun("languages");
  if (spawnSync(program, [...first, source, compiled], { stdio: "inherit", env: plainEnv }).status !== 0) {
    console.error("finish-build: the languages could not be compiled; the lines above say why");
    process.exit(1);
  }
  const read = (name) => readFileSync(join(compiled, name), "utf8");
  const others = readdirSync(compiled).filter((name) => name.endsWith(".txt") && name !== "en.txt").sort();
  const place = (stem, from) => {
    const texts = others.map((name) => read(join(from, name)));
    const folder = `${stem}-${hash(texts.join(""))}`;
    mkdirSync(join(staging, folder));
    others.forEach((name, index) => writeFileSync(join(staging, folder, name), texts[index]));
    return folder;
  };
  const folder = place(stem, "");
  const ofPassages = passagesStem && place(passagesStem, "passages");
  const passages = read(join("passages", "en.txt")).trimEnd();
  rmSync(compiled, { recursive: true });
  return { folder, ofPassages, passages, known: others.map((name) => name.replace(".txt", "")).join(" ") };
}

/** Writes the editor's page and its files into their own folder. Returns the names of those that it loads first, and for publishing. */
function writeEditor() {
  const folder = join(staging, "editor");
  mkdirSync(folder);
  const sheet = readFileSync("styles/editor.css", "utf8");
  const styles = write("fact-cards-editor", "css", (release && esbuild(["--loader=css"], sheet)) || sheet);
  const drafting = placeDrafting();
  const { headline, body } = JSON.parse(readFileSync("data/iran-s-400.json", "utf8")).article;
  const example = write("fact-cards-editor-example", "txt", [headline, ...body].join("\n\n"));
  // A part of the HTML that is published. The wasm takes comments and blanks away, as the command does.
  const cards = write("fact-cards-editor-cards", "css", readFileSync("styles/cards.css", "utf8"));
  const own = placeLanguages("editor/languages", "fact-cards-editor-languages");
  const modules = [["languages.js", readFileSync("src/element/languages.js", "utf8")], ["glue.js", editor.glue], ...editor.borrowed];
  const script = placeModules("fact-cards-editor", "editor/src", "editor.js", modules, (up) => ({
    "editor-wasm": `${up}${editor.wasm}`,
    drafting: `${up}${drafting}`,
    // These are the widget's, whose folder is above.
    reviews: `../${up}${names.reviews}`,
    languages: `../${up}${languages.folder}`,
    known: languages.known,
    "editor-languages": `${up}${own.folder}`,
    "editor-known": own.known,
    example: `${up}${example}`,
    "cards-styles": `${up}${cards}`,
  }));
  for (const name of [styles, editor.wasm, drafting, own.folder, example, cards, script.split("/")[0]]) renameSync(join(staging, name), join(folder, name));
  const [page] = filled([readFileSync("editor/index.html", "utf8")], { "editor-styles": `./${styles}`, editor: `./${script}` }, "editor/index.html");
  writeFileSync(join(folder, "index.html"), page);
  // An article in English is the usual case; other languages have fewer words.
  const inFolder = (name) => join("editor", name);
  return { first: [script, editor.wasm, styles, join(drafting, "en.txt")].map(inFolder), forPublishing: inFolder(cards) };
}

/** Writes the words for drafting, a file for each language: the editor loads that of the article. Returns the name of their folder. */
function placeDrafting() {
  const source = "crates/draft/src/languages";
  const read = (name) => readFileSync(join(source, name), "utf8");
  const tags = readdirSync(source).filter((name) => !["common.txt", "names.txt"].includes(name));
  // Words in the order of their endings, and what all files share at the end, need fewer bytes.
  const files = tags.map((name) => [name, `${byEndings(withoutRemarks(read(name)))}\n${withoutRemarks(read("names.txt"))}`]);
  const folder = `fact-cards-editor-words-${hash(files.flat().join(""))}`;
  mkdirSync(join(staging, folder));
  for (const [name, text] of files) writeFileSync(join(staging, folder, name), text);
  return folder;
}

function withoutRemarks(text) {
  return text.split("\n").filter((line) => line && !line.startsWith("#")).join("\n");
}

/** Sorts the words of each line from their last letters; but not the endings of compounds, of which the first that fits counts. */
function byEndings(text) {
  const reversed = (word) => [...word].reverse().join("");
  const sorted = (line) => {
    const [classes, words] = line.split(": ");
    if (!words || line.includes(" -")) return line;
    return `${classes}: ${words.trim().split(/ +/).map(reversed).sort().map(reversed).join(" ")}`;
  };
  return text.split("\n").map(sorted).join("\n");
}

/** Writes embed.html with the names of its files. */
function writeFrame() {
  const [script, sheet] = ["src/element/frame.js", "styles/frame.css"].map((file) => readFileSync(file, "utf8"));
  const frame = write("fact-cards-frame", "js", (release && esbuild(["--loader=js"], script)) || script);
  const frameStyles = write("fact-cards-frame", "css", (release && esbuild(["--loader=css"], sheet)) || sheet);
  const [page] = filled([readFileSync("embed.html", "utf8")], { frame, "frame-styles": frameStyles }, "embed.html");
  writeFileSync(join(staging, "embed.html"), page);
}

/** Returns what the native command prints (FACT_CARDS_COMMAND, or as cargo builds it). If it fails, the build fails. */
function command(...given) {
  const built = process.env.FACT_CARDS_COMMAND;
  const [program, ...first] = built ? [built] : cargoRun("fact-cards-command");
  const run = spawnSync(program, [...first, ...given], { encoding: "utf8", env: plainEnv });
  if (run.stderr) console.warn(run.stderr.trimEnd());
  if (run.status === 0) return run.stdout;
  console.error(`finish-build: fact-cards ${given.join(" ")} failed${run.error ? `: ${run.error.message}` : ""}`);
  process.exit(1);
}

/** Puts cards into the pages, for each element that has `data-prerender`. */
function prerender() {
  const policy = command("prerender", "--policy").trim();

  const pages = ["index.html", ...readdirSync(join(staging, "demo")).filter((name) => name.endsWith(".html")).map((name) => join("demo", name))];
  for (const path of pages) {
    const place = join(staging, path);
    const html = readFileSync(place, "utf8");
    const finished = prerendered(html, path, (attributes) => {
      const options = Object.entries(attributes).flatMap(([name, value]) => (value ? [`--${name}`, value] : [`--${name}`]));
      return command("prerender", join(dirname(path), attributes.src), ...options);
    });
    if (finished !== html) writeFileSync(place, allowing(finished, path, policy));
  }
  console.log(`The style of prerendered cards, for style-src: ${policy}`);
}

/** Returns code without comments and unneeded space; returns nothing if esbuild is not there. */
function esbuild(options, input) {
  const run = spawnSync("esbuild", ["--minify", "--target=esnext", ...options], { input, encoding: "utf8" });
  if (run.status === 0) return run.stdout;
  console.warn(`finish-build: not minified (${options.join(" ")}): ${run.error?.message ?? run.stderr} (make build sets esbuild up)`);
}

/** Returns the size of a file in bytes, as it is and compressed. */
function sizes(name) {
  const content = readFileSync(join(staging, name));
  return [content.length, packed(content)];
}

function packed(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(content, { params }).length;
}

function printSizes() {
  const row = (name, plain, packed) => console.log(`${name.padEnd(36)}${String(plain).padStart(9)}${String(packed).padStart(9)}`);
  console.log("The widget's download, in bytes:       plain brotli 11");
  let total = [0, 0];
  for (const name of ["fact-cards.js", names.embed, widget.wasm, names.styles]) {
    const [plain, packed] = sizes(name);
    row(name, plain, packed);
    total = [total[0] + plain, total[1] + packed];
  }
  row("total, in English", ...total);
  const [language, ...ofWords] = longest(languages.known.split(" ").map((tag) => [tag, ...sizes(join(languages.folder, `${tag}.txt`))]));
  const most = total.map((bytes, index) => bytes + ofWords[index]);
  row(`with the longest language, ${language}:`, ...most);
  console.log("And when a button of the cards is first used, or prerendered cards come near:");
  row(names.tools, ...sizes(names.tools));
  console.log("And when a card is used where the article may be in the page, or prerendered cards are near whose element names it:");
  for (const name of [names.article, finder.wasm]) row(name, ...sizes(name));
  console.log("And when a reader first goes from a card to its words, or touches a passage in the article:");
  row(names.there, ...sizes(names.there));
  console.log("And when a passage in the article is first touched:");
  row(names.sheet, ...sizes(names.sheet));
  console.log("And where an element shows the page's ClaimReview:");
  for (const name of [names.reviews, reviews.wasm]) row(name, ...sizes(name));
  console.log("The editor, which no reader loads:");
  const ofEditor = editorFiles.first.map((name) => [name, sizes(name)]);
  for (const [name, both] of ofEditor) row(name, ...both);
  const packedEditor = ofEditor.reduce((sum, [, [, packed]]) => sum + packed, 0);
  console.log(`${"total of the editor".padEnd(36)}${String(packedEditor).padStart(18)}`);
  console.log("And when it publishes:");
  row(editorFiles.forPublishing, ...sizes(editorFiles.forPublishing));
  if (budget === Infinity) return;
  const parts = [
    ["the loader", sizes("fact-cards.js")[1], loaderBudget],
    [`what a reader loads in the longest language, ${language},`, most[1], budget],
    ["the editor", packedEditor, editorBudget],
  ];
  for (const sentence of above(parts)) {
    console.error(`finish-build: ${sentence}`);
    process.exitCode = 1;
  }
}
