// Work that waits for other work, for the element and for what looks for quotes: the build puts this beside both.

/** Does one act after the other, in the order in which they are asked for; one that fails does not keep the next from its turn. */
export function queue() {
  let last = Promise.resolve();
  return (act) => {
    const acting = last.then(act);
    last = acting.catch(() => {});
    return acting;
  };
}
