// What an element tells its page.

/** Dispatches `fact-cards-<name>`; the details are described in docs/embedding.md. */
export function tell(host, name, detail) {
  host.dispatchEvent(new CustomEvent(`fact-cards-${name}`, { bubbles: true, composed: true, detail }));
}

/** Why there are no cards: a `code` for programs, which is stable, a `cause` for readers and a message for the newsroom. */
export class Failure extends Error {
  constructor(code, cause, message) {
    super(message);
    Object.assign(this, { code, cause });
  }

  static from(error) {
    if (error instanceof Failure) return error;
    // What the wasm throws is what is wrong with the document.
    if (typeof error === "string") return new Failure("document", "unreadable", error);
    return new Failure("crash", "unreadable", `${error}`);
  }
}
