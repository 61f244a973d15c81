// Without a bundler's check, a name that a script has not imported is noticed only by the reader whose browser runs that line.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

/** The codes of TypeScript's faults that are about names: a name, a module or an export that does not exist, and what is never used. The others are
    about types, which these scripts do not declare. */
const aboutNames = /error TS(2304|2305|2307|2552|2614|2724|6133|6192|6196|6198|6199):/;

const here = fileURLToPath(new URL(".", import.meta.url));

/** The faults of names in the scripts that a project of TypeScript names. */
function faults(project) {
  const { FACT_CARDS_TSC } = process.env;
  assert.ok(FACT_CARDS_TSC, "FACT_CARDS_TSC names no TypeScript; run make test-build");
  const { stdout, error } = spawnSync(process.execPath, [FACT_CARDS_TSC, "--project", project], { cwd: here, encoding: "utf8", maxBuffer: 10 ** 8 });
  assert.ifError(error);
  // TypeScript always has something to say of the types.
  assert.match(stdout, /error TS/);
  return stdout.split("\n").filter((line) => aboutNames.test(line));
}

test("every name in the scripts is known, and every import is used", () => {
  assert.deepEqual(faults(here), []);
});

test("a name that is not imported is noticed, and an import that is not used", () => {
  const folder = mkdtempSync(join(tmpdir(), "fact-cards-names-"));
  const { compilerOptions } = JSON.parse(readFileSync(join(here, "tsconfig.json"), "utf8"));
  copyFileSync(join(here, "../../src/element/queue.js"), join(folder, "queue.js"));
  writeFileSync(join(folder, "a.js"), 'import { queue } from "./queue.js";\nimport { none } from "./queue.js";\nnone(untilStill());\n');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, rootDirs: [] }, files: ["a.js"] }));
  try {
    const found = faults(folder).join("\n");
    for (const name of ["untilStill", "none", "queue"]) assert.match(found, new RegExp(`'${name}'`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
