// The browser's own URL parser, asked for one part of what it makes of a text.

/** `href`, `origin`, `hostname`, `pathname` or `search` of a web address; nothing where it is none. */
export function part(name, text, base) {
  try {
    const url = new URL(text, base);
    // Chromium lets a space into a host, as %20, which the standard forbids.
    if (/^https?:$/.test(url.protocol) && !url.hostname.includes("%")) return url[name];
  } catch {}
}
