// What an element tells its page.

/** Dispatches `fact-cards-<name>`; the details are described in docs/embedding.md. */
export function tell(host, name, detail) {
  host.dispatchEvent(new CustomEvent(`fact-cards-${name}`, { bubbles: true, composed: true, detail }));
}

/** Why there are no cards: a `code` for programs, which is stable, and a message for the newsroom. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  static from(error) {
    if (error instanceof Failure) return error;
    // What the wasm throws is what is wrong with the document.
    if (typeof error === "string") return new Failure("document", error);
    return new Failure("crash", `${error}`);
  }
}
