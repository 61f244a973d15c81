// Uses the browser's own URL parser.

/** Returns the `href`, `origin`, `hostname`, `pathname` or `search` of a web address; nothing if `text` is not one. */
export function part(name, text, base) {
  try {
    const url = new URL(text, base);
    // Chromium allows a space in a host, as %20, but the standard forbids it.
    if (/^https?:$/.test(url.protocol) && !url.hostname.includes("%")) return url[name];
  } catch {}
}
