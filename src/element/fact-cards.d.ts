/** Fact cards: who said what, in which role, in which words. Importing the package defines `<fact-cards>`. */

/** A document, version 1. */
export interface FactCardsDocument {
  version: 1;
  article: Article;
  /** By the keys that statements name them with. */
  speakers: Record<string, Speaker>;
  /** One card each, in this order. */
  claims: Claim[];
}

export interface Article {
  headline: string;
  url?: string;
  publisher?: string;
  /** ISO 8601. */
  published?: string;
  /** ISO 8601. */
  updated?: string;
  /** BCP 47. */
  language?: string;
  dateline?: string;
  /** Its paragraphs, character for character. */
  body?: string[];
}

export interface Speaker {
  name: string;
  type?: "person" | "organization" | "group";
  role?: string;
  organization?: string;
  url?: string;
  /** A portrait of the document's or the page's origin. */
  image?: string;
  image_credit?: string;
}

export interface Claim {
  /** Unique, in kebab case: the claim's address on the page is `#claim-<id>`. */
  id: string;
  text: string;
  statements: Statement[];
  reviews?: Review[];
  correction?: { date?: string; text: string };
}

/** Words, or several runs of them where words are left out between. */
export type Words = string | string[];

/** At least one of `speaker`, `quote`, `reported` and `source` is there. */
export interface Statement {
  /** A key of `speakers`. */
  speaker?: string;
  role?: string;
  organization?: string;
  /** The speaker's words and nothing else. */
  quote?: Words;
  /** The article's words about what was said. */
  reported?: Words;
  prefix?: string;
  suffix?: string;
  language?: string;
  translated_from?: string;
  /** ISO 8601, as precise as it is known. */
  said?: string;
  when?: string;
  stance?: "affirms" | "denies" | "comments";
  source?: Source;
}

export interface Source {
  title?: string;
  url?: string;
  publisher?: string;
  published?: string;
}

export interface Review {
  by: string;
  url?: string;
  published?: string;
  label?: string;
  value?: number;
  best?: number;
  worst?: number;
}

/** Why there are no cards. Does not change between releases. */
export type FactCardsErrorCode =
  /** The element names no document, or one that is not in the page. */
  | "no-document"
  /** The network failed, or the other origin does not allow it (CORS). */
  | "network"
  /** The server answered with an error. */
  | "status"
  /** Ten seconds of silence. */
  | "timeout"
  /** Above 5 MB. */
  | "too-large"
  /** Not a document that can be shown. */
  | "document"
  /** The widget's files did not come, or may not run. */
  | "start"
  /** The widget itself failed. */
  | "crash";

/** How exactly a quote stands in the article; `typographic`: word for word, with other quotation marks, dashes or spaces. */
export type FactCardsGrade = "exact" | "typographic" | "altered" | "not-found" | "ambiguous" | "not-checked";

export interface FactCardsEventMap {
  /** The cards are there: how many claims are shown, how many could not be. */
  "fact-cards-ready": CustomEvent<{ claims: number; leftOut: number }>;
  "fact-cards-error": CustomEvent<{ code: FactCardsErrorCode; message: string }>;
  /** A card was opened or closed: by the reader, an address, find-in-page or the buttons. */
  "fact-cards-toggle": CustomEvent<{ claim: string; open: boolean }>;
  /** The words of an open card were looked for in the article of the page; `statement` counts from 0. */
  "fact-cards-quote": CustomEvent<{ claim: string; statement: number; grade: FactCardsGrade }>;
}

export interface FactCardsElement extends HTMLElement {
  /**
   * What to show, before anything that attributes name. Taken when it is set: set it again after a change. `undefined`
   * goes back to the attributes.
   */
  document: FactCardsDocument | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "fact-cards": FactCardsElement;
  }
  interface HTMLElementEventMap extends FactCardsEventMap {}
}
