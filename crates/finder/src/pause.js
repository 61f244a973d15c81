// The pauses between two readings of an article that changes.

import { untilStill } from "./changes.js";

/** The pause before a changed article is read again, in milliseconds. It doubles each time up to the longest, and starts again at the
    shortest after the article has not changed for that long. */
const shortest = 500;
const longest = 16_000;

export const later = (time) => new Promise((resolve) => setTimeout(resolve, time));

export class Pause {
  length = shortest;

  /** Waits for a change of an element, then for the pause, and until the element has not changed for a moment. Ends when the wait is not
      wanted any more: it asks from time to time, so that what was removed is not kept in memory. */
  async after(changed, root, isWanted) {
    const begin = performance.now();
    let isOver = false;
    changed.then(() => (isOver = true));
    while (!isOver && isWanted()) await Promise.race([changed, later(longest)]);
    if (performance.now() - begin > longest) this.length = shortest;
    await Promise.all([untilStill(root, 2 * this.length), later(this.length)]);
    this.length = Math.min(2 * this.length, longest);
  }
}
