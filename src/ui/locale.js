// Dates, names of languages, numbers and plurals as readers of a language write them.

const made = {};

/** The formatter of this class for a language. To make one takes the browser longer than to draw a card, so each is made once. */
function kept(kind, language, options = {}) {
  return (made[[kind, language, Object.values(options)]] ??= new Intl[kind](language, options));
}

/** `2019-02-11` as `February 11, 2019` in English; `2019-02` and `2019` are months and years. */
export function date(day, language) {
  // A date without a time is read as midnight UTC. A day is told in the calendar of the language. Months and years of different
  // calendars do not begin together, so they stay in the calendar of the document.
  const options = { timeZone: "UTC", year: "numeric", month: day[4] && "long", day: day[7] && "numeric", calendar: day[7] ? undefined : "gregory" };
  return kept("DateTimeFormat", language, options).format(new Date(day));
}

/** `ru` as `Russian` in English; where the browser has no name for it, `ru`. */
export function languageName(tag, language) {
  try {
    return kept("DisplayNames", language, { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

/** The form for this number of `3=Three claims\tone={0} claim\tother={0} claims`, with the number in it: that for this very number, if there is one.
    Where a browser knows a form that is not there, `other`. */
export function counted(forms, number, language) {
  // To make two formatters takes the browser longer than to draw four cards.
  if (language === "en" && number < 1000) return forms.match(`(?:${number}|${number === 1 ? "one" : "other"})=([^\t]*)`)[1].replace("{0}", number);
  const [, form] = forms.match(`(?:${number}|${kept("PluralRules", language).select(number)}|other)=([^\t]*)`);
  return form.replace("{0}", kept("NumberFormat", language).format(number));
}
