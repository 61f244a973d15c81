// Changes to what other tools wrote. Each one fails where the text is not as expected: a change that no longer fits must not be left out
// in silence.

/** A text that is not as a change expects it. */
export class Unexpected extends Error {}

/**
 * A text of `where` in which each place that is like `pattern` has become `by`: a string as it is, or a function as `replace` takes it.
 * `advice` says what to do where there is no such place.
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

/** Texts with values in place of their placeholders, such as `{name}`: each of them stands once in all the texts of `where`. */
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
