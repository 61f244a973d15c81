// Uses the browser's own URL parser.

/** Returns the `href`, `origin`, `hostname`, `pathname` or `search` of a web address; nothing if `text` is not one. */
export function part(name, text, base) {
  try {
    const url = new URL(text, base);
    // Browsers disagree about other characters in a host, which the standard allows in part. No name that can be registered has them.
    if (/^https?:$/.test(url.protocol) && /^[\w.:[\]-]+$/.test(url.hostname)) return url[name];
  } catch {}
}
