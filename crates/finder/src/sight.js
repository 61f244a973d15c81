// What a reader sees in a page, or can scroll to. The card does not say of invisible words that they appear in the article.

import { page } from "./browser.js";

/** Whether an element with this computed style is visible, if its parents are. */
export function isShown(element, { display, opacity, overflow, position, clip, clipPath }) {
  // `checkVisibility` is false for an element without a box of its own, but its contents are visible.
  if (display === "contents") return true;
  if (display === "none" || opacity === "0" || element.checkVisibility?.() === false) return false;
  const isLifted = /absolute|fixed/.test(position);
  // Notes for screen readers are clipped to nothing, or moved out of the page.
  if ((isLifted && /^rect\((\d+px), \1, \1, \1\)/.test(clip)) || /^inset\((50|100)%/.test(clipPath)) return false;
  const isCut = display !== "inline" && /hidden|clip/.test(overflow);
  if (!isLifted && !isCut) return true;
  const { right, bottom, width, height } = element.getBoundingClientRect();
  if (isCut && (width <= 1 || height <= 1)) return false;
  return !isLifted || (bottom + scrollY > 0 && right + scrollX > 0);
}

/** Whether a text directly in this element is visible. It is not in a closed `<details>`. */
export function hasText(element) {
  const isClosed = element.localName === "details" && !element.open;
  const { contentVisibility, fontSize, visibility } = getComputedStyle(element);
  return !isClosed && visibility === "visible" && contentVisibility !== "hidden" && fontSize !== "0px";
}

/** The parent element of a node in the flat tree, through slots and shadow roots. */
export const around = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

const cuts = (overflow) => /hidden|clip/.test(overflow);

/** What is less opaque than this is as good as invisible. */
const faintest = 0.1;

const isClear = (color) => Number(/(?:^rgba.*,|\/) ?([\d.e-]+)\)$/.exec(color)?.[1]) < faintest;

/** Whether the letters in this element are painted: with a colour or the element's background, and not hidden by a filter, a mask or a shape.
    What a mask or another file leaves is not known, so it counts as if it left nothing. */
function isPainted(element) {
  let opacity = 1;
  const { webkitTextFillColor, webkitTextSecurity } = getComputedStyle(element);
  let isFilled = !isClear(webkitTextFillColor) && (webkitTextSecurity || "none") === "none";
  for (let box = element; box; box = around(box)) {
    const style = getComputedStyle(box);
    opacity *= style.opacity * (/opacity\(([\d.]+)/.exec(style.filter)?.[1] ?? 1);
    isFilled ||= style.webkitBackgroundClip === "text";
    const isTurned = style.backfaceVisibility === "hidden" && style.transform !== "none" && new DOMMatrix(style.transform).m33 < 0;
    const isBlurred = /blur\(([3-9]|\d\d)/.test(style.filter);
    const isShaped = /^(circle|ellipse)\(0|^polygon\([0px%, ]*\)|^inset\(.*([5-9]\d|\d{3})/.test(style.clipPath);
    const isClipped = style.clip !== "auto" && /absolute|fixed/.test(style.position);
    const isUnknown = /url/.test(style.filter + style.clipPath) || (style.webkitMaskImage || "none") !== "none";
    if (isTurned || isBlurred || isShaped || isClipped || isUnknown) return false;
  }
  return isFilled && opacity >= faintest;
}

/** The `overflow` that applies to the window. */
export function overflowOfWindow() {
  const [whole, body] = [page.documentElement, page.body].map((element) => getComputedStyle(element));
  return whole.overflow === "visible" ? body : whole;
}

/** Whether the words of a range can be seen, at once or after scrolling. */
function isInSight(range) {
  if (!range.toString().trim()) return true;
  const parent = around(range.startContainer);
  let box = parent;
  while (getComputedStyle(box).display === "contents") box = around(box);
  if (box.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) === false) return false;
  // `checkVisibility` does not ask whether the element skips its own contents.
  if (!hasText(parent) || !isPainted(parent)) return false;
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  return lines.length > 0 && lines.every((line) => isWithinReach(line, parent));
}

/** Whether all ranges of a passage are in the page, and can be seen. */
export const isReachable = (ranges) => ranges.every((range) => range.startContainer.isConnected && isInSight(range));

function isWithinReach(line, element) {
  let x = (line.left + line.right) / 2;
  let y = (line.top + line.bottom) / 2;
  const scrolled = (overflow, at, from, to) => (/auto|scroll/.test(overflow) ? Math.min(Math.max(at, from), to) : at);
  for (let box = element; box && box !== page.documentElement; ) {
    const { contain, display, overflowX, overflowY, position, textOverflow } = getComputedStyle(box);
    // The window may take the body's `overflow`.
    const isWindows = box === page.body && getComputedStyle(page.documentElement).overflow === "visible";
    if (!isWindows && !/^(inline|contents)$/.test(display)) {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const isFrame = overflowX !== "visible" || /strict|content|paint/.test(contain);
      if (isFrame && (right - left <= 1 || bottom - top <= 1)) return false;
      // Where an ellipsis stands for the rest of a line, WebKit measures the words as if they ended at it.
      if (textOverflow !== "clip" && cuts(overflowX) && box.scrollWidth > box.clientWidth) return false;
      if ((cuts(overflowX) && (x < left || x > right)) || (cuts(overflowY) && (y < top || y > bottom))) return false;
      x = scrolled(overflowX, x, left, right);
      y = scrolled(overflowY, y, top, bottom);
    }
    if (position === "fixed") return x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
    // A positioned element is clipped only from its containing block on.
    box = position === "absolute" ? box.offsetParent : around(box);
  }
  const { overflowX, overflowY, direction, writingMode } = overflowOfWindow();
  const isFar = x + scrollX > 2 * innerWidth && writingMode === "horizontal-tb";
  const isBeyond = y + scrollY < 0 || (x + scrollX < 0 && direction !== "rtl") || isFar;
  return !isBeyond && !(cuts(overflowX) && (x < 0 || x > innerWidth)) && !(cuts(overflowY) && (y < 0 || y > innerHeight));
}
