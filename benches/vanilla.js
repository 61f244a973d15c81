// The cards of documents.js, made by hand: the elements and texts that the widget makes of such a document, and its style sheet. What this takes,
// the browser takes for these elements, whoever makes them.

const sheet = new CSSStyleSheet();
const text = async (address) => (await fetch(address)).text();
// The loader names the style sheet of its build.
const [address] = (await text("/fact-cards.js")).match(/fact-cards-\w+\.css/);
sheet.replaceSync(await text(`/${address}`));

const dates = new Intl.DateTimeFormat("en", { timeZone: "UTC", dateStyle: "long" });

/** An element with these attributes and children. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/** Draws a document into the shadow root of an element. */
export function draw(host, json) {
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const place = make("div", { class: "widget", tabindex: "-1" });
  place.append(cards(JSON.parse(json)));
  root.append(place);
}

function cards({ article, speakers, claims }) {
  const keys = [...new Set(claims.flatMap(({ statements }) => statements.map(({ speaker }) => speaker)))];
  const claimsOf = new Map(keys.map((key) => [key, 0]));
  for (const { statements } of claims) {
    for (const key of new Set(statements.map(({ speaker }) => speaker))) claimsOf.set(key, claimsOf.get(key) + 1);
  }
  const people = new Map(keys.map((key, at) => [key, { ...speakers[key], key, colour: `colour-${(at % 6) + 1}` }]));
  const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
  const rows = [...people.values()].map((person) =>
    make("li", { class: "speaker-row" },
      portrait(person),
      make("bdi", { class: "speaker-name", lang: "en" }, person.name), " ",
      make("span", { class: "speaker-count" }, count(claimsOf.get(person.key), "claim")),
    ),
  );
  const work = { title: article.headline, url: article.url };
  return make("section", { class: "cards", lang: "en", dir: "ltr" },
    make("header", { class: "overview" },
      make("h2", { class: "title" }, "Who said what"),
      make("p", { class: "count" }, `${count(claims.length, "claim")} by ${count(people.size, "speaker")}`),
      make("ul", { class: "speakers", role: "list" }, ...rows),
    ),
    ...claims.map((claim) => card(claim, people)),
    make("p", { class: "article-line" }, make("span", { class: "detail", part: "source" }, ...source(work))),
  );
}

function card({ id, text, statements }, people) {
  const speaking = [...new Set(statements.map(({ speaker }) => people.get(speaker)))];
  const bylines = speaking.flatMap((person) => [make("span", { class: "byline" }, portrait(person), attribution(person)), " "]);
  return make("details", { class: "card", part: "card", "data-claim": id },
    make("summary", { class: "summary", part: "summary", "aria-describedby": `${id}-who` },
      make("span", { class: "kicker", "aria-hidden": "true" }, "Claim"), " ",
      make("h3", { class: "claim", part: "claim", lang: "en", dir: "auto" }, text),
      make("span", { class: "who", "aria-hidden": "true", id: `${id}-who` }, ...bylines),
    ),
    make("div", { class: "body" },
      make("slot", { name: `claim-${id}` }),
      ...statements.map((said) => statement(said, people.get(said.speaker))),
    ),
  );
}

function statement({ quote, said, source: published }, person) {
  return make("figure", { class: "statement" },
    make("blockquote", { class: "quote direct", part: "quote", lang: "en", dir: "auto", cite: published.url },
      "“", make("span", { class: "words" }, quote), "”",
    ),
    make("figcaption", { class: "caption" },
      portrait(person),
      make("span", { class: "by" },
        attribution(person),
        make("span", { class: "detail" }, "Said: ", time(said)),
        make("span", { class: "detail", part: "source" }, ...source(published)),
      ),
    ),
  );
}

function portrait({ name, colour }) {
  const initials = name.split(" ").map(([letter]) => letter).join("");
  return make("span", { class: `portrait person ${colour}`, "aria-hidden": "true", "data-initials": initials });
}

function attribution({ name, role, organization }) {
  return make("span", { class: "attribution" },
    make("span", { class: "speaker", part: "speaker", lang: "en" }, make("bdi", {}, name)), " ",
    make("span", { class: "visually-hidden" }, ", "),
    make("span", { class: "role", part: "role", lang: "en" }, make("bdi", {}, role), ", ", make("bdi", {}, organization)),
  );
}

function source({ title, url, publisher, published }) {
  const link = make("a", { href: url, rel: "noopener nofollow" }, make("bdi", {}, title));
  const parts = ["Source: ", make("cite", { lang: "en" }, link)];
  if (publisher) parts.push(" · ", make("bdi", { lang: "en" }, publisher));
  if (published) parts.push(" · ", time(published));
  return parts;
}

const time = (day) => make("time", { datetime: day }, dates.format(new Date(day)));
