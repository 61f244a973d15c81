// Where the sheet is: beside the text if there is room, otherwise in a corner, and on phones along the lower edge.

/** The width of the sheet beside the text, and the space around it, in pixels. */
const width = 320;
const space = 24;

/** Windows that are narrower than this have the sheet along their lower edge, in pixels. */
const narrow = 720;

/** Puts the sheet where it does not cover a passage. Returns the height of the part of the window above it. */
export function place(panel, ranges) {
  const { dataset, style } = panel;
  style.left = style.top = "";
  const column = blockOf(ranges[0]).getBoundingClientRect();
  const beside = innerWidth < narrow ? undefined : besideOf(column, getComputedStyle(panel).direction);
  dataset.place = beside === undefined ? (innerWidth < narrow ? "below" : "corner") : "beside";
  const { height } = panel.getBoundingClientRect();
  if (beside === undefined) return innerHeight - height - (dataset.place === "corner" ? space : 0);
  const { top } = ranges[0].getBoundingClientRect();
  // It stays beside the text when the page is scrolled.
  style.left = `${beside + scrollX}px`;
  style.top = `${Math.max(Math.min(top, innerHeight - height - space), space) + scrollY}px`;
  return innerHeight;
}

/** The left edge of the sheet beside a column: after the text as it is read, or else before it. */
function besideOf({ left, right }, direction) {
  const sides = [right + space, left - space - width];
  if (direction === "rtl") sides.reverse();
  return sides.find((x) => x >= space && x + width + space <= document.documentElement.clientWidth);
}

/** The block of text that a range begins in. */
function blockOf({ startContainer }) {
  let block = startContainer.parentElement;
  while (/^(inline|contents)/.test(getComputedStyle(block).display) && block.parentElement) block = block.parentElement;
  return block;
}
