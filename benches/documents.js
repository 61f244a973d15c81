// Documents for the measurements: of any number of cards, each with what an article usually tells.

const names = ["Ada Low", "Bo Lind", "Cleo Marsh", "Dan Ruiz", "Eva Stone"];
const words = "the water of the river is safe to drink and the council has known this for many years".split(" ");

const sentence = (from, length) => Array.from({ length }, (_, at) => words[(from * 7 + at * (1 + (from % 3))) % words.length]).join(" ");

/** The text of a document with this many claims, and this many statements on each. */
export function documentOf(claims, statements = 2) {
  const speakers = names.map((name, at) => [`speaker-${at}`, { name, role: `council member ${at}`, organization: "River Town" }]);
  const statement = (number) => ({
    speaker: `speaker-${number % names.length}`,
    quote: sentence(number, 18),
    said: `2024-0${1 + (number % 9)}-1${number % 7}`,
    source: {
      title: `Minutes ${number}`,
      url: `https://example.org/minutes/${number}`,
      publisher: "Town Archive",
      published: `2024-0${1 + (number % 9)}-2${number % 7}`,
    },
  });
  const claim = (number) => ({
    id: `c${number}`,
    text: `${sentence(number, 9)} ${number}`,
    statements: Array.from({ length: statements }, (_, at) => statement(number * statements + at)),
  });
  return JSON.stringify({
    version: 1,
    article: { headline: "Water", language: "en", url: "https://example.org/water" },
    speakers: Object.fromEntries(speakers),
    claims: Array.from({ length: claims }, (_, number) => claim(number)),
  });
}
