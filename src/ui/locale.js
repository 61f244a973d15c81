// Dates and names of languages as readers of a language write them.

/** `2019-02-11` as `February 11, 2019` in English; `2019-02` and `2019` are months and years. */
export function date(day, language) {
  // A date without a time is read as midnight UTC.
  const options = { timeZone: "UTC", year: "numeric", month: day[4] && "long", day: day[7] && "numeric" };
  return new Date(day).toLocaleDateString(language, options);
}

/** `ru` as `Russian` in English; where the browser has no name for it, `ru`. */
export function languageName(tag, language) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}
