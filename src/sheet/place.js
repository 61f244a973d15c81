// Where the sheet is: beside the text if there is room, otherwise in a corner, and on phones along the lower edge.

import { page } from "./browser.js";

/** The width of the sheet beside the text, the space around it, and that between its edge and the card, in pixels. */
const width = 320;
const space = 24;
const inset = 18;

/** Windows that are narrower than this have the sheet along their lower edge, in pixels. */
const narrow = 720;

/** Puts the sheet where it does not cover a passage. Returns the height of the part of the window above it. */
export function place(panel, ranges, host) {
  const { dataset, style } = panel;
  style.left = style.top = style.width = "";
  const isNarrow = innerWidth < narrow;
  const column = blockOf(ranges[0]).getBoundingClientRect();
  const beside = isNarrow ? undefined : (overCards(column, host) ?? besideOf(column, getComputedStyle(panel).direction));
  dataset.place = beside ? "beside" : isNarrow ? "below" : "corner";
  if (beside) style.width = `${beside.width}px`;
  const { height } = panel.getBoundingClientRect();
  if (!beside) return innerHeight - height - (isNarrow ? 0 : space);
  const { top } = ranges[0].getBoundingClientRect();
  // It stays beside the text when the page is scrolled.
  style.left = `${beside.left + scrollX}px`;
  style.top = `${Math.max(Math.min(top, innerHeight - height - space), space) + scrollY}px`;
  return innerHeight;
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

/** The place beside a column: after the text as it is read, or else before it. */
function besideOf({ left, right }, direction) {
  const sides = [right + space, left - space - width];
  if (direction === "rtl") sides.reverse();
  return sides.map((x) => ({ left: x, width })).find(({ left }) => fits({ left: left - space, width: width + 2 * space }));
}

/** The block of text that a range begins in. */
function blockOf({ startContainer }) {
  let block = startContainer.parentElement;
  while (/^(inline|contents)/.test(getComputedStyle(block).display) && block.parentElement) block = block.parentElement;
  return block;
}
