// What a reader sees of a page, or can scroll to. Words that nobody sees are not told to appear, and are not gone to.

/** Whether an element, whose style this is, is shown; its parents are. */
export function isShown(element, { display, opacity, overflow, position, clip, clipPath }) {
  // What has no box of its own is not visible by that name, but its contents are.
  if (display === "contents") return true;
  if (display === "none" || opacity === "0" || element.checkVisibility?.() === false) return false;
  const isLifted = /absolute|fixed/.test(position);
  // Notes for screen readers: cut down to nothing, or put beyond the page.
  if ((isLifted && /^rect\((\d+px), \1, \1, \1\)/.test(clip)) || /^inset\((50|100)%/.test(clipPath)) return false;
  const isCut = display !== "inline" && /hidden|clip/.test(overflow);
  if (!isLifted && !isCut) return true;
  const { right, bottom, width, height } = element.getBoundingClientRect();
  if (isCut && (width <= 1 || height <= 1)) return false;
  return !isLifted || (bottom + scrollY > 0 && right + scrollX > 0);
}

/** Whether a text right in this element is seen: not so in what is closed, nor where another widget's shadow tree has no place for it. */
export function hasText(element, text) {
  const isClosed = element.localName === "details" && !element.open;
  const isInPlace = !element.shadowRoot || text.assignedSlot;
  const { contentVisibility, fontSize, visibility } = getComputedStyle(element);
  return !isClosed && isInPlace && visibility === "visible" && contentVisibility !== "hidden" && fontSize !== "0px";
}

/** The element around another, as it is drawn: through slots and shadow roots. */
export const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

const cuts = (overflow) => /hidden|clip/.test(overflow);

/** How the window deals with what is larger than itself. */
export function overflowOfWindow() {
  const [page, body] = [document.documentElement, document.body].map((element) => getComputedStyle(element));
  return page.overflow === "visible" ? body : page;
}

/** Whether the words of a range can be seen: now, or once the reader has scrolled. */
export function isInSight(range) {
  if (!range.toString().trim()) return true;
  const { parentElement } = range.startContainer;
  let box = parentElement;
  while (getComputedStyle(box).display === "contents") box = around(box);
  if (box.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) === false) return false;
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  return lines.length > 0 && lines.every((line) => isWithinReach(line, parentElement));
}

function isWithinReach(line, element) {
  let x = (line.left + line.right) / 2;
  let y = (line.top + line.bottom) / 2;
  const scrolled = (overflow, at, from, to) => (/auto|scroll/.test(overflow) ? Math.min(Math.max(at, from), to) : at);
  for (let box = element; box && box !== document.documentElement; ) {
    const { display, overflowX, overflowY, position } = getComputedStyle(box);
    // The window may do it in place of the body.
    const isWindows = box === document.body && getComputedStyle(document.documentElement).overflow === "visible";
    if (!isWindows && !/^(inline|contents)$/.test(display)) {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if ((cuts(overflowX) && (x < left || x > right)) || (cuts(overflowY) && (y < top || y > bottom))) return false;
      x = scrolled(overflowX, x, left, right);
      y = scrolled(overflowY, y, top, bottom);
    }
    if (position === "fixed") return x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
    // What is put somewhere is cut by what it is put into.
    box = position === "absolute" ? box.offsetParent : around(box);
  }
  const { overflowX, overflowY, direction } = overflowOfWindow();
  const isBeyond = y + scrollY < 0 || (x + scrollX < 0 && direction !== "rtl");
  return !isBeyond && !(cuts(overflowX) && (x < 0 || x > innerWidth)) && !(cuts(overflowY) && (y < 0 || y > innerHeight));
}
