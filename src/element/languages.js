// The widget's own words. English is in the wasm; each other language is a small file, loaded once and only where it is needed.

// The build puts the folder here, whose name has a hash of its content, and the languages that are in it.
const folder = "{languages}";
export const known = "{known}".split(" ");

const files = new Map();

/** Returns the words for this element and the language of its document, as `wordsIn` does. */
export async function words(host, documents) {
  const around = (host.parentElement ?? host.getRootNode().host)?.closest("[lang]");
  const tags = [host.getAttribute("lang"), documents, around?.lang];
  const languages = tags.map((tag) => fileOf(String(tag).toLowerCase()));
  return wordsIn(languages.find((language) => language === "en" || known.includes(language)));
}

// Readers of traditional Chinese characters have a file of their own. `phrases.rs` has the same rule for what is prerendered.
export function fileOf(tag) {
  return /^zh-(hant|tw|hk|mo)/.test(tag) ? "zh-hant" : tag.split("-")[0];
}

/** Returns the file of a language. Returns nothing for English, for a language that the widget does not have, and where loading fails. */
export async function wordsIn(language) {
  if (known.includes(language) && !files.has(language)) files.set(language, load(language));
  return files.get(language);
}

async function load(language) {
  try {
    const file = new URL(`${folder}/${language}.txt`, import.meta.url).href;
    const response = await fetch(file, { signal: AbortSignal.timeout(5000) });
    const text = await response.text();
    // Some servers answer with a page where they do not have the file.
    if (!text.startsWith(`${language}\n`)) throw new Error(`status ${response.status}`);
    return text;
  } catch (error) {
    console.warn(`fact-cards: the words in "${language}" did not come: ${error.message}`);
    files.delete(language);
  }
}
