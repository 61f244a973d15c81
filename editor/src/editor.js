// The editor's only script. It runs twice: in the page, and in a worker that drafts, checks and writes HTML, so that typing never waits.

import init, { answer, begin } from "./glue.js";

const isPage = typeof document === "object";

/** The languages that the editor has words in, besides English. */
const others = "{editor-known}".split(" ");

/** Starts the page: the wasm is loaded and compiled once, and handed to the worker. */
async function startPage() {
  const module = await WebAssembly.compileStreaming(fetch(new URL("{editor-wasm}", import.meta.url)));
  const worker = new Worker(import.meta.url, { type: "module" });
  worker.postMessage({ module });
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { number, text, hasFailed } }) => {
    if (hasFailed) return tell();
    const done = waiting.get(number);
    waiting.delete(number);
    done?.(text);
  });
  const ask = (question, done) => {
    waiting.set(++last, done);
    worker.postMessage({ number: last, question });
  };
  const [words] = await Promise.all([wordsOfBrowser(), init({ module_or_path: module })]);
  begin(ask, words);
}

/** The editor's words in the first language of the browser that it has. They are empty for English, whose words are in the wasm. */
async function wordsOfBrowser() {
  const languages = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const language = languages.find((language) => ["en", ...others].includes(language)) ?? "en";
  if (language === "en") return "";
  const response = await fetch(new URL(`{editor-languages}/${language}.txt`, import.meta.url)).catch(() => undefined);
  return response?.ok ? response.text() : "";
}

/** Answers the page's questions, one after the other. */
function startWorker() {
  let ready;
  addEventListener("message", async ({ data: { module, number, question } }) => {
    if (module) ready = init({ module_or_path: module });
    try {
      await ready;
      if (number) postMessage({ number, text: await answer(question) });
    } catch (error) {
      console.error(error);
      postMessage({ hasFailed: true });
    }
  });
}

/** A fault of the wasm ends it. What was done is kept in the browser, so the page is only loaded again. */
function tell() {
  if (document.querySelector(".stopped")) return;
  const notice = document.createElement("div");
  notice.className = "stopped";
  notice.setAttribute("role", "alert");
  notice.lang = "en";
  const again = document.createElement("button");
  again.textContent = "Load it again";
  again.addEventListener("click", () => location.reload());
  notice.append("The editor has stopped because of a fault of its own. Your work is kept in this browser. ", again);
  document.body.prepend(notice);
}

if (isPage) {
  addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && tell());
  addEventListener("unhandledrejection", ({ reason }) => reason instanceof WebAssembly.RuntimeError && tell());
  startPage().catch((error) => {
    tell();
    console.error(error);
  });
} else startWorker();
