// The widget's own words: English is in the wasm, any other language is a small file, asked for once and where it is needed.

// The build puts the folder here, named after its content, and what is in it.
const folder = "{languages}";
const known = "{known}".split(" ");

const files = new Map();

/** The words for this element and the language of its document; as `wordsIn` has them. */
export async function words(host, documents) {
  const page = (host.parentElement ?? host.getRootNode().host)?.closest("[lang]") ?? document.documentElement;
  const tags = [host.getAttribute("lang"), documents, page.lang];
  const languages = tags.map((tag) => String(tag).toLowerCase().split("-")[0]);
  return wordsIn(languages.find((language) => language === "en" || known.includes(language)));
}

/** The words in a language: what is loaded for it; nothing for English, for a language that there is not, and where they do not come. */
export async function wordsIn(language) {
  if (known.includes(language) && !files.has(language)) files.set(language, load(language));
  return files.get(language);
}

async function load(language) {
  try {
    const file = new URL(`${folder}/${language}.txt`, import.meta.url);
    const response = await fetch(file, { signal: AbortSignal.timeout(5000) });
    const text = await response.text();
    // Servers answer for what they do not have with all kinds of things.
    if (!text.startsWith(`${language}\n`)) throw new Error(`status ${response.status}`);
    return text;
  } catch (error) {
    console.warn(`fact-cards: the words in "${language}" did not come: ${error.message}`);
    files.delete(language);
  }
}
