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

/** The form for this number of `3=Three claims\tone={0} claim\tother={0} claims`, with the number in it: that for this very number, if there is one;
    `other`, if the form of the number is not there. Words for the numbers from 2 on may follow after two tabs. */
export function counted(forms, number, language) {
  // To make two formatters takes the browser longer than to draw four cards.
  const isPlain = language === "en" && number < 1000;
  const kind = !isPlain ? kept("PluralRules", language).select(number) : number === 1 ? "one" : "other";
  const [, form] = forms.match(`(?:${number}|${kind}|other)=([^\t]*)`);
  const word = forms.split("\t\t")[1]?.split(" ")[number - 2];
  return form.replace("{0}", word ?? (isPlain ? number : kept("NumberFormat", language).format(number)));
}
