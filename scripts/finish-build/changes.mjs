// Changes to the output of other tools. Each change throws an error where the text is not as expected, so that a change that no longer
// fits is noticed.

/** The error for a text that is not as a change expects it. */
export class Unexpected extends Error {}

/**
 * Returns the text of `where` with each match of `pattern` replaced by `by`: a string, or a function as `replace` takes it. If there is
 * no match, throws an error that ends with `advice`.
 */
export function changed(text, { name, pattern, by, where, advice }) {
  let count = 0;
  const result = text.replace(pattern, (...found) => {
    count++;
    return typeof by === "function" ? by(...found) : by;
  });
  if (count) return result;
  throw new Unexpected(`"${name}" finds nothing to change in ${where}. It expects ${pattern}. ${advice}`);
}

/** Returns texts with values in place of placeholders such as `{name}`. Each placeholder must occur exactly once in all texts of `where`. */
export function filled(texts, values, where) {
  for (const name of Object.keys(values)) {
    const count = texts.join("\n").split(`{${name}}`).length - 1;
    if (count !== 1) {
      throw new Unexpected(`the placeholder {${name}} stands ${count} times in ${where}, not once. Put it there, or take it out of finish-build.mjs.`);
    }
  }
  const pattern = new RegExp(`\\{(${Object.keys(values).join("|")})\\}`, "g");
  return texts.map((text) => text.replace(pattern, (_, name) => values[name]));
}
