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
  const people = new Map(keys.map((key, at) => [key, { ...speakers[key], number: at, colour: `colour-${(at % 6) + 1}`, claims: claimsOf.get(key) }]));
  const work = { title: article.headline, url: article.url };
  return make("section", { class: "cards bodiless", lang: "en", dir: "ltr", "data-markup": "1" },
    // Those who say the most come first.
    overview([...people.values()].sort((one, other) => other.claims - one.claims), claims.length),
    ...claims.map((claim) => card(claim, people)),
    make("p", { class: "article-line" }, make("span", { class: "detail", part: "source" }, ...source(work))),
  );
}

function overview(people, claims) {
  const search = "Search the cards";
  return make("header", { class: "overview" },
    make("h2", { class: "title" }, "Who said what"),
    ...(claims > 1 ? [actions()] : []),
    make("ul", { class: "speakers", role: "list" }, ...people.map(row)),
    make("p", { class: "legend", "aria-hidden": "true" }, entry("dot own", "in their own words")),
    ...(claims > 15 ? [make("input", { class: "search", "aria-label": search, type: "search", "data-tool": "search", "data-text": "No card has these words", placeholder: search })] : []),
    make("p", { class: "showing" },
      make("span", { "data-text": "Showing {0} of {1}", role: "status" }),
      make("button", { type: "button", "data-tool": "all", hidden: "" }, "Show all"),
    ),
  );
}

const entry = (dot, text) => make("span", {}, make("span", { class: dot }), " ", text);

function actions() {
  return make("div", { class: "actions", part: "actions" },
    make("button", { type: "button", "data-tool": "open" }, "Open all"), " ",
    make("button", { type: "button", "data-tool": "close" }, "Close all"),
  );
}

function row(person) {
  const dots = Array.from({ length: Math.min(person.claims, 24) }, () => make("span", { class: "dot own" }));
  if (person.claims > 24) dots.push(more(person.claims - 24));
  return make("li", { class: "speaker-row" },
    portrait(person),
    make("bdi", { class: "speaker-name", lang: "en" }, person.name),
    make("span", { class: "dots", "aria-hidden": "true" }, ...dots),
    make("span", { class: "visually-hidden" }, `: ${person.claims} in their own words`),
    make("button", { class: "only", "aria-label": `Show only what ${person.name} said`, type: "button", "data-tool": "only", "aria-pressed": "false" }),
  );
}

function card({ id, text, statements }, people) {
  const [lead, ...further] = statements;
  const person = people.get(lead.speaker);
  return make("article", { class: "card", part: "card" },
    make("div", { class: "who" }, portrait(person), attribution(person, `${id}-who`)),
    make("h3", { class: "claim", part: "claim", lang: "en", dir: "auto", id: `${id}-claim`, "aria-labelledby": `${id}-who ${id}-claim` }, text),
    make("figure", { class: "statement", "data-statement": "0", "aria-label": person.name }, words(lead)),
    make("details", { class: "rest", "data-claim": id },
      disclosure(id, further, people),
      make("div", { class: "body" },
        make("slot", { name: `claim-${id}` }),
        make("div", { class: "part" }, ...details(lead, person, 0, id, text)),
        ...further.map((said, at) => part(said, people.get(said.speaker), at + 1, id, text)),
      ),
    ),
  );
}

const small = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
const more = (number) => `And ${small[number - 2] ?? number} more`;

function disclosure(id, further, people) {
  const summary = { class: "summary", part: "summary", "aria-describedby": `${id}-claim` };
  if (further.length !== 1) return make("summary", summary, more(further.length));
  const person = people.get(further[0].speaker);
  return make("summary", summary, portrait(person), make("span", {}, "And ", make("bdi", {}, person.name)));
}

function part(said, person, number, id, text) {
  return make("div", { class: "part" },
    make("figure", { class: "statement", "data-statement": String(number), "aria-label": person.name },
      make("figcaption", { class: "who" }, portrait(person), attribution(person)),
      words(said),
    ),
    ...details(said, person, number, id, text),
  );
}

function words({ quote, source: published }) {
  return make("blockquote", { class: "quote direct", part: "quote", lang: "en", dir: "auto", cite: published.url },
    "“", make("span", { class: "words" }, quote), "”",
  );
}

function details({ said, source: published }, person, number, id, text) {
  // Each statement of a person after the first has a number of its own.
  person.said = (person.said ?? 0) + 1;
  const name = person.said > 1 ? `${person.name} (${person.said})` : person.name;
  return [
    make("p", { class: "detail" }, "Said: ", time(said)),
    make("p", { class: "detail", part: "source" }, ...source(published)),
    make("div", { class: "tools", "data-statement": String(number) },
      make("a", { class: "link", "aria-label": `Link: ${text}`, href: `#claim-${id}` }, "Link"), " ",
      make("button", { class: "share", "aria-label": `Share: ${name}`, type: "button", "data-tool": "share" }, "Share"), " ",
      make("button", { class: "copy", "aria-label": `Copy: ${name}`, type: "button", "data-tool": "copy", "data-text": "Copied" }, "Copy"), " ",
      make("button", { class: "go", "aria-label": `Go to the passage: ${name}`, type: "button", disabled: "" }, "Go to the passage"),
    ),
  ];
}

function portrait({ name, colour, number }) {
  const initials = name.split(" ").map(([letter]) => letter).join("");
  return make("span", { class: `portrait person ${colour}`, "aria-hidden": "true", "data-initials": initials, "data-speaker": String(number) });
}

function attribution({ name, role, organization }, id) {
  return make("div", { class: "attribution" },
    make("span", { class: "speaker", part: "speaker", lang: "en", ...(id && { id }) }, make("bdi", {}, name)), " ",
    make("div", { class: "role", part: "role", lang: "en" }, make("bdi", {}, role), ", ", make("bdi", {}, organization)),
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
