// Why an element has no cards.

/** The reason why there are no cards: a stable `code` for programs, and a message for the newsroom. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  static from(error) {
    if (error instanceof Failure) return error;
    // A string comes from the wasm, and says what is wrong with the document.
    if (typeof error === "string") return new Failure("document", error);
    return new Failure("crash", `${error}`);
  }
}
