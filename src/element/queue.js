// Work that waits for other work. Both the element and the finder use it: the build copies this file into both.

/** Returns a function that runs tasks one after the other, in the order of the calls. A task that fails does not stop the next. */
export function queue() {
  let last = Promise.resolve();
  return (act) => {
    const acting = last.then(act);
    last = acting.catch(() => {});
    return acting;
  };
}
