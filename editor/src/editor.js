// The editor's only script. It runs twice: in the page, and in a worker that drafts, checks and writes HTML, so that typing never waits.

import { answer, begin, initSync } from "./glue.js";

const isPage = typeof document === "object";

/** The languages that the editor has words in, besides English. */
const others = "{editor-known}".split(" ");

/** What is said when the page has stopped: that it has, that the work is kept, and the button. In English until the wasm has begun. */
let stopped = ["The editor has stopped because of a fault of its own.", "Your work is kept in this browser.", "Load it again"];

/** Starts the page: the wasm is loaded and compiled once, and handed to the worker. */
async function startPage() {
  const module = await WebAssembly.compileStreaming(fetch(new URL("{editor-wasm}", import.meta.url)));
  const { ask, stop } = workersOf(module);
  initSync({ module });
  stopped = begin(ask, stop, await wordsOfBrowser()).split("\n");
}

/**
 * Asks a worker. After a fault another one is started, because a wasm that has trapped is never called again. Where none can be started, for
 * example because of the site's policy, the page itself answers.
 */
function workersOf(module) {
  const waiting = new Map();
  let worker;
  let last = 0;
  // Whether a worker has ever been ready.
  let hasBegun = false;
  const start = () => {
    try {
      worker = new Worker(import.meta.url, { type: "module" });
    } catch {
      return standIn();
    }
    worker.addEventListener("message", ({ data: { number, text } }) => {
      if (!number) hasBegun = true;
      else text === undefined ? fail(number) : end(number, text);
    });
    worker.addEventListener("error", () => {
      if (hasBegun) return fail();
      standIn();
      for (const [number, { question }] of waiting) post(number, question);
    });
    worker.postMessage({ module });
  };
  const standIn = () => {
    const postMessage = ({ number, question }) => answer(question).then((text) => end(number, text), tell);
    worker = { postMessage, terminate() {} };
  };
  const end = (number, text) => {
    const { done } = waiting.get(number) ?? {};
    waiting.delete(number);
    return done?.(text);
  };
  const post = (number, question) => {
    if (!worker) start();
    worker.postMessage({ number, question });
  };
  // A question that has no answer is not asked again; without its number, that holds for all.
  const fail = (number) => {
    worker.terminate();
    worker = undefined;
    const failing = waiting.has(number) ? [number] : [...waiting.keys()];
    if (!failing.map((number) => end(number)).every(Boolean)) tell();
    for (const [number, { question }] of waiting) post(number, question);
  };
  start();
  return {
    /** `done` is called with the answer. After a fault it is called with nothing, and says whether the person has been told. */
    ask(question, done) {
      waiting.set(++last, { question, done });
      post(last, question);
    },
    /** Ends all work; no question is answered any more. */
    stop() {
      worker?.terminate();
      worker = undefined;
      waiting.clear();
    },
  };
}

/** The editor's words in the first language of the browser that it has. They are empty for English, whose words are in the wasm. */
async function wordsOfBrowser() {
  const languages = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const language = languages.find((language) => ["en", ...others].includes(language)) ?? "en";
  if (language === "en") return "";
  const response = await fetch(new URL(`{editor-languages}/${language}.txt`, import.meta.url)).catch(() => undefined);
  return response?.ok ? response.text() : "";
}

/**
 * Takes what is dropped anywhere in the window, for which the browser would leave the page. From the desk it goes to the beginning, if the
 * editor wants that; the work is kept there as when the button for it is pressed. Text may be dropped into the fields of the desk.
 */
function takeDrops() {
  const find = (selector) => document.querySelector(selector);
  const isForField = ({ dataTransfer, target }) => !dataTransfer?.types.includes("Files") && target.closest?.(".desk :is(input, textarea)");
  addEventListener("dragover", (event) => isForField(event) || event.preventDefault());
  addEventListener("drop", (event) => {
    if (isForField(event)) return;
    event.preventDefault();
    if (event.target.closest?.(".begin")) return;
    const [files, desk] = [[...event.dataTransfer.files], find(".desk")];
    if (!desk) return handOver(files);
    if (!files.length || !confirm(desk.dataset.open)) return;
    // What stands in a field is handed on before.
    document.activeElement?.blur();
    setTimeout(() => find(".masthead .quiet").click());
    setTimeout(() => handOver(files), 100);
  });

  const handOver = (files) => {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    find(".begin")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  };
}

/** Answers the page's questions, one after the other. */
function startWorker() {
  addEventListener("message", async ({ data: { module, number, question } }) => {
    try {
      if (module) initSync({ module });
      postMessage(number ? { number, text: await answer(question) } : {});
    } catch (error) {
      console.error(error);
      postMessage({ number });
    }
  });
}

/** A fault of the wasm ends it. What was done is kept in the browser, so the page is only loaded again. */
function tell() {
  if (document.querySelector(".stopped")) return;
  const notice = document.createElement("div");
  notice.className = "stopped";
  notice.setAttribute("role", "alert");
  const [what, kept, again] = stopped;
  const button = document.createElement("button");
  button.textContent = again;
  button.addEventListener("click", () => location.reload());
  notice.append(`${what} ${isKept() ? `${kept} ` : ""}`, button);
  document.body.prepend(notice);
}

/** Whether the browser has the draft that the address names. */
function isKept() {
  try {
    return localStorage.getItem(`fact-cards-editor:${location.hash.slice(1)}`) !== null;
  } catch {
    return false;
  }
}

if (isPage) {
  takeDrops();
  addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && tell());
  addEventListener("unhandledrejection", ({ reason }) => reason instanceof WebAssembly.RuntimeError && tell());
  startPage().catch((error) => {
    tell();
    console.error(error);
  });
} else startWorker();
