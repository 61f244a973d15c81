// What the browser gives, where pages can take its names away. Both the element and the finder use it: the build copies this file into both.

/**
 * The properties and methods that the browser gives to an object of the page. A page can hide them without meaning to: where it has an
 * `<img name="querySelector">`, `document.querySelector` is that image; and a form's fields hide the methods of the form.
 */
export const native = (object) =>
  new Proxy({}, {
    get(_, name) {
      const value = Reflect.get(Object.getPrototypeOf(object), name, object);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });

/** The document of the page. */
export const page = native(document);

/** How often each module has failed. */
const failures = new Map();

/** Imports a module that exports `name`. Browsers remember a module that came broken or empty, so it is asked for under another address
    the next time. */
export async function late(address, name) {
  const before = failures.get(address) ?? 0;
  try {
    const module = await import(before ? `${address}?${before}` : address);
    if (!module[name]) throw new Error("a file came empty");
    return module;
  } catch (error) {
    failures.set(address, before + 1);
    throw error;
  }
}
