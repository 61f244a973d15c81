// Changes the custom properties of the cards while you look at them, and writes the style sheet that does the same.

/** The colors, as they are without a theme in light and in dark places, and what each is read against. */
const colors = {
  surface: { says: "the background", light: "#ffffff", dark: "#171614" },
  ink: { says: "text", light: "#1a1917", dark: "#edeae3", on: "surface" },
  muted: { says: "lesser text", light: "#5d5a53", dark: "#aaa59a", on: "surface" },
  accent: { says: "links and buttons", light: "#9c2f1b", dark: "#f0a08a", on: "surface" },
  rule: { says: "lines", light: "#d8d4ca", dark: "#3a3731" },
  portrait: { says: "behind initials", light: "#dbe6f0", dark: "#23384b" },
  "portrait-ink": { says: "initials", light: "#17405f", dark: "#c5ddf2", on: "portrait" },
  highlight: { says: "behind marked words", light: "#ffe08a", dark: "#6b5310", under: "ink" },
  passage: { says: "the line under words in the article", light: "#b08a1e", dark: "#c79a2b" },
};

/** The properties of what is outside the cards: of words that are marked or underlined in the article. */
const ofArticle = ["highlight", "passage"];

/** The other properties. An empty value is the default. */
const others = {
  font: "names, roles, buttons",
  "quote-font": "claims and quotes",
  "font-size": "for example 1.125rem",
  padding: "for example 1em",
  "top-line": "for example 3px solid",
  "min-height": "for example 40rem: the room that the page keeps",
  share: "none hides “Share”, where the browser has it",
};

/** What the loader sets by itself where the browser can share. */
const ofLoader = { share: "block" };

/** The least contrast of text that WCAG 2.2 accepts at level AA. */
const least = 4.5;

const schemes = ["light", "dark"];
const one = (selector) => document.querySelector(selector);
const cards = [...document.querySelectorAll("fact-cards")];
const property = (name) => `--fact-cards-${name}`;

const theme = document.createElement("link");
theme.rel = "stylesheet";
const own = new CSSStyleSheet();
document.adoptedStyleSheets.push(own);

/** The values that the fields show at first: those of the theme. */
let before = {};

const field = (name, scheme) => one(`[name="${scheme ? `${name}-${scheme}` : name}"]`);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function build() {
  for (const [name, { says, on, under }] of Object.entries(colors)) {
    const cell = (scheme) => {
      const input = element("input", { type: "color", name: `${name}-${scheme}`, "aria-label": `${name}, ${scheme}` });
      return element("td", {}, input, ...(on || under ? [element("span", { class: "ratio", id: `${name}-${scheme}-ratio` })] : []));
    };
    const title = element("th", { scope: "row" }, element("code", {}, name), ` ${says}`);
    one("#colors").append(element("tr", {}, title, ...schemes.map(cell)));
  }
  for (const [name, says] of Object.entries(others)) {
    one("#others").append(element("label", {}, element("code", {}, name), ` ${says}`, element("input", { name })));
  }
}

/** The value of a color in a scheme as #rrggbb; a value such as light-dark(…) is worked out by the browser. */
function resolved(value, scheme) {
  const probe = element("span", { hidden: "" });
  probe.style.colorScheme = scheme;
  probe.style.color = value;
  document.body.append(probe);
  const channels = getComputedStyle(probe).color.match(/\d+/g);
  probe.remove();
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** Shows in the fields what the theme sets. */
function read() {
  own.replaceSync("");
  const styles = getComputedStyle(cards[0]);
  before = {};
  for (const [name, defaults] of Object.entries(colors)) {
    const given = styles.getPropertyValue(property(name)).trim();
    for (const scheme of schemes) {
      field(name, scheme).value = given ? resolved(given, scheme) : defaults[scheme];
      before[`${name}-${scheme}`] = field(name, scheme).value;
    }
  }
  for (const name of Object.keys(others)) {
    const given = styles.getPropertyValue(property(name)).trim();
    field(name).value = before[name] = given === ofLoader[name] ? "" : given;
  }
  write();
}

/** Puts what the fields say into the page, and shows the style sheet. */
function write() {
  const ofCards = [];
  const ofRoot = [];
  for (const [name, defaults] of Object.entries(colors)) {
    const [light, dark] = schemes.map((scheme) => field(name, scheme).value);
    if (light === defaults.light && dark === defaults.dark) continue;
    (ofArticle.includes(name) ? ofRoot : ofCards).push(`  ${property(name)}: light-dark(${light}, ${dark});\n`);
  }
  for (const name of Object.keys(others)) {
    const value = field(name).value.trim();
    if (value && CSS.supports("--a", value)) ofCards.push(`  ${property(name)}: ${value};\n`);
  }
  const rule = (selector, lines) => (lines.length ? `${selector} {\n${lines.join("")}}\n` : "");
  const sheet = [rule("fact-cards", ofCards), rule(":root", ofRoot)].filter(Boolean).join("\n");
  own.replaceSync(isChanged() ? sheet : "");
  one("#sheet").textContent = sheet || "/* Nothing is set: the cards look as they come. */\n";
  compare();
}

const isChanged = () => Object.entries(before).some(([name, value]) => field(name).value !== value);

/** Says how strong the contrast of each text is. */
function compare() {
  for (const [name, { on, under }] of Object.entries(colors)) {
    if (!on && !under) continue;
    for (const scheme of schemes) {
      const [one, other] = [name, on ?? under].map((name) => luminance(field(name, scheme).value) + 0.05);
      const ratio = Math.max(one / other, other / one);
      const place = document.getElementById(`${name}-${scheme}-ratio`);
      place.textContent = `${ratio.toFixed(1)} : 1${ratio < least ? ", too weak" : ""}`;
      place.classList.toggle("low", ratio < least);
    }
  }
}

/** The relative luminance of a color #rrggbb, as WCAG defines it. */
function luminance(color) {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function choose() {
  const name = one("#theme").value;
  theme.remove();
  if (!name) return read();
  theme.href = `../themes/${name}.css`;
  theme.addEventListener("load", read, { once: true });
  document.head.append(theme);
}

build();
read();
one("form").addEventListener("input", ({ target }) => target.name && write());
one("form").addEventListener("reset", (event) => {
  event.preventDefault();
  read();
});
one("#theme").addEventListener("change", choose);
one("#scheme").addEventListener("change", ({ target }) => cards.forEach((card) => card.setAttribute("theme", target.value)));
one("#copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(one("#sheet").textContent).catch(() => getSelection().selectAllChildren(one("#sheet")));
  one("#copied").textContent = getSelection().isCollapsed ? "Copied." : "Selected: copy it with your keyboard.";
});
