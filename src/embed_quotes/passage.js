// From a card to its words in the article, and back. The page's own DOM is not touched.

import { marks } from "./style.js";

const name = "fact-cards";

/** Ends what is shown, if anything is. */
let end = () => {};

/** Marks these ranges and goes to the first. The focus stays where it is; Escape and a button lead back. */
export function show(ranges, line, button, back) {
  end();
  const ending = new AbortController();
  if (CSS.highlights) {
    if (!document.adoptedStyleSheets.includes(marks)) document.adoptedStyleSheets.push(marks);
    CSS.highlights.set(name, new Highlight(...ranges));
  }
  const bar = document.createElement("div");
  bar.className = "way-back";
  bar.setAttribute("role", "status");
  bar.popover = "manual";
  const away = document.createElement("button");
  away.type = "button";
  away.textContent = back;
  bar.append(away);

  end = () => {
    end = () => {};
    ending.abort();
    CSS.highlights?.delete(name);
    bar.remove();
    watcher.disconnect();
  };
  const goBack = () => {
    end();
    const card = line.closest("details");
    const target = card.open ? button : card.firstElementChild;
    target.scrollIntoView({ block: "center", behavior: "instant" });
    target.focus({ preventScroll: true });
  };
  away.addEventListener("click", goBack);
  addEventListener("keydown", (event) => event.key === "Escape" && goBack(), { signal: ending.signal, capture: true });

  reveal(ranges[0]);
  // Where the card is still in sight, or comes into sight again, there is no way back to offer.
  const watcher = new IntersectionObserver(([{ isIntersecting }]) => {
    if (isIntersecting) return bar.remove();
    line.append(bar);
    bar.showPopover?.();
  });
  watcher.observe(button);
}

/** Scrolls a range to where one reads, below whatever sticks to the top. */
function reveal(range) {
  const { startContainer } = range;
  startContainer.parentElement.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < innerHeight * 0.15 || bottom > innerHeight * 0.85) scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
}
