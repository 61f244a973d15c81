// Where the sheet is: beside the text if there is room, otherwise in a corner, and on phones along the lower edge.

import { page } from "./browser.js";

/** The width of the sheet beside the text, and the least one, in pixels; both are more where letters are large. */
const width = 320;
const leastWidth = 280;

/** The space around the sheet, the least one where there is hardly room beside the text, and that between its edge and the card, in pixels. */
const space = 24;
const leastSpace = 16;
const inset = 18;

/** Windows that are narrower than this have the sheet along their lower edge, in pixels. */
const narrow = 720;

/** The least space above and below a passage that stands over the sheet, together, in pixels. */
const room = 24;

/** How far below the beginning of its passage the sheet beside the text is, in pixels. */
let offset;

/** Puts the sheet where it does not cover a passage; beside the text, at this height of the window if there is room below. Returns the height of
    the part of the window above it. */
export function place(panel, ranges, host, top) {
  const { dataset, style } = panel;
  style.left = style.top = style.width = "";
  const isNarrow = innerWidth < narrow;
  const block = blockOf(ranges[0]);
  const beside = isNarrow ? undefined : (overCards(block.getBoundingClientRect(), host) ?? besideText(block, getComputedStyle(panel)));
  dataset.place = beside ? "beside" : isNarrow ? "below" : "corner";
  const lines = ranges.map((range) => range.getBoundingClientRect());
  const passage = Math.max(...lines.map(({ bottom }) => bottom)) - Math.min(...lines.map(({ top }) => top));
  style.setProperty("--passage", `${passage + room}px`);
  if (beside) style.width = `${beside.width}px`;
  const { height } = panel.getBoundingClientRect();
  if (!beside) return innerHeight - height - (isNarrow ? 0 : space);
  style.left = `${beside.left + scrollX}px`;
  offset = Math.max(Math.min(top, innerHeight - height - space), space) - ranges[0].getBoundingClientRect().top;
  follow(panel, ranges);
  return innerHeight;
}

/** Keeps the sheet beside the text when a box around the article is scrolled; when the page is, the sheet goes with it by itself. It does not
    go below the window, where it would make the page longer. */
export function follow(panel, ranges) {
  if (panel.dataset.place !== "beside") return;
  const top = ranges[0].getBoundingClientRect().top + offset;
  panel.style.top = `${Math.min(top, innerHeight - panel.offsetHeight - space) + scrollY}px`;
}

/** Whether a place is in the window. */
const fits = ({ left, width }) => left >= 0 && left + width <= page.documentElement.clientWidth;

/** The place over the cards themselves, if they are beside the text: as wide as they are, so that none is cut in the middle. */
function overCards(column, host) {
  const cards = host.getBoundingClientRect();
  const isBeside = cards.left - inset >= column.right || cards.right + inset <= column.left;
  const over = { left: cards.left - inset, width: cards.width + 2 * inset };
  return isBeside && cards.width >= width - 2 * inset && cards.width < 2 * width && fits(over) ? over : undefined;
}

/** The place beside the text around a block: beside the widest of its boxes that leaves room, so that no other text of the article is covered. */
function besideText(block, style) {
  let place;
  for (let box = block; box; box = box.parentElement) place = besideOf(box.getBoundingClientRect(), style) ?? place;
  return place;
}

/** The place beside a column: after the text as it is read, or else before it. It is as wide as there is room. */
function besideOf({ left, right }, { direction, fontSize }) {
  const letter = parseFloat(fontSize);
  const side = (room, isAfter) => {
    const size = Math.min(Math.max(width, 20 * letter), room - 2 * leastSpace);
    const gap = Math.min(space, (room - size) / 2);
    return { left: isAfter ? right + gap : left - gap - size, width: size };
  };
  const sides = [side(page.documentElement.clientWidth - right, true), side(left)];
  if (direction === "rtl") sides.reverse();
  // Boxes that are not drawn are nowhere.
  return right > left ? sides.find(({ width }) => width >= Math.max(leastWidth, 12 * letter)) : undefined;
}

/** The block of text that a range begins in; for a cell, a float and a column, that around it, because there is other text beside them. */
function blockOf({ startContainer }) {
  let block = startContainer.parentElement;
  while (isPartOfText(block) && block.parentElement) block = block.parentElement;
  return block;
}

function isPartOfText(block) {
  const { display, float } = getComputedStyle(block);
  return /^(inline|contents|table)/.test(display) || float !== "none" || getComputedStyle(block.parentElement ?? block).columnCount !== "auto";
}
