/** Fact cards: who said what, in which role, in which words. Importing the package defines `<fact-cards>`. */

// The document. Made from the schema by crates/document/tests/published; do not edit.

/** Who said what in one news article, in which role and in which words. Each claim becomes one card. */
export interface FactCardsDocument {
  /** The version of this format. It is always 1. */
  version: 1;
  /** The article that the claims come from. */
  article: Article;
  /**
   * Everybody who says something in the article. The keys are names of your choice, by which statements refer to
   * speakers.
   */
  speakers: Record<string, Speaker>;
  /** The claims, in the order in which the cards are shown. There is at least one. */
  claims: Claim[];
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/** The article that the claims come from. */
export interface Article {
  /** The headline of the article. */
  headline: string;
  /** The address of the article. */
  url?: WebUrl;
  /** Who published the article, for example a newspaper. */
  publisher?: string;
  /** When the article was published. */
  published?: IsoDate;
  /** When the article was last changed. */
  updated?: IsoDate;
  /** The language of every text in the document. A statement in another language has a `language` of its own. */
  language?: Language;
  /** The place at the beginning of the article, as it is written there: `MOSCOW, Russia`. */
  dateline?: string;
  /**
   * The paragraphs of the article, one text each, exactly as they were published. A dateline stays where it is. Each
   * quote is compared with these texts.
   */
  body?: string[];
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/** A full web address that begins with `http://` or `https://`. No other address becomes a link. */
export type WebUrl = string;

/**
 * A year, a month, a day or a moment, as exactly as it is known (ISO 8601): `2019`, `2019-02`, `2019-02-11`,
 * `2019-02-11T09:30Z`, `2019-02-11T09:30:15.5+03:00`. A time without `Z` or an offset such as `+03:00` is local time.
 */
export type IsoDate = string;

/**
 * A language tag (BCP 47): `en` for English, `pt-BR` for Portuguese as in Brazil, `zh-Hant` for Chinese in traditional
 * script.
 */
export type Language = string;

/** Somebody who says something in the article: a person, an organization or a group of people. */
export interface Speaker {
  /** The name that readers see. */
  name: string;
  /** What kind of speaker this is. Without it, a person. */
  type?: SpeakerType;
  /** What the speaker does, in the words of the article: `Turkish Foreign Minister`. */
  role?: string;
  /** The organization that the speaker belongs to or speaks for. */
  organization?: string;
  /** The address of a page about the speaker. */
  url?: WebUrl;
  /**
   * The address of a portrait: a full address, or one relative to the address of the document. A portrait is shown only
   * if it comes from the same website as the document or the page; otherwise the initials of the speaker are shown.
   */
  image?: string;
  /** Who made the portrait, or who has the rights to it. */
  image_credit?: string;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/**
 * What kind of speaker it is.
 * - `person`: One person.
 * - `organization`: A company, an authority, a party or another organization.
 * - `group`: Several people who are not an organization, for example witnesses.
 */
export type SpeakerType = "person" | "organization" | "group";

/** One thing that is said in the article. It becomes one card. */
export interface Claim {
  /**
   * The name of the claim in addresses: `#claim-` and the id, at the end of the address of a page, open this card.
   * Small letters a to z, digits, and single hyphens between them. No other claim in the document has the same id.
   */
  id: string;
  /** What is claimed, in one sentence. */
  text: string;
  /** Who said what about the claim, in the order in which the card shows it. There is at least one statement. */
  statements: Statement[];
  /** What fact-checkers have published about the claim. */
  reviews?: Review[];
  /** What was wrong in an earlier version of the card. */
  correction?: Correction;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/** What one speaker said about a claim. It has at least one of `speaker`, `quote`, `reported` and `source`. */
export interface Statement {
  /** Who said it: the key of one of the `speakers` of the document. Without it, the card says that nobody is named. */
  speaker?: string;
  /** The role of the speaker when this was said, if it differs from the role given in `speakers`. */
  role?: string;
  /** The organization of the speaker when this was said, if it differs from the one given in `speakers`. */
  organization?: string;
  /** The exact words of the speaker and nothing else. The card adds the quotation marks. */
  quote?: Words;
  /** The words of the article about what was said. The card never puts quotation marks around them. */
  reported?: Words;
  /**
   * The text right before the quote in the article. It tells which one is meant if the same words appear more than once
   * (as in `TextQuoteSelector` of the W3C Web Annotation standard).
   */
  prefix?: string;
  /** The text right after the quote in the article. It serves the same purpose as `prefix`. */
  suffix?: string;
  /** The language of `quote` and `reported`, if it is not the language of the article. */
  language?: Language;
  /** The language in which it was said, if `quote` or `reported` is a translation. */
  translated_from?: Language;
  /** When it was said. */
  said?: IsoDate;
  /** When it was said, in the words of the article: `last week`. */
  when?: string;
  /**
   * Whether the speaker supports the claim. The card shows it where the statements of the claim differ in this, and
   * always where a speaker denies it.
   */
  stance?: Stance;
  /** Where it was said or published, if that is not the article itself. */
  source?: Source;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/**
 * Words from the article: one text, or an array of several texts if words between them are left out. The card puts
 * `[…]` between these.
 */
export type Words = string | string[];

/**
 * What a statement does with the claim.
 * - `affirms`: The speaker says that the claim is true.
 * - `denies`: The speaker says that the claim is false.
 * - `comments`: The speaker says something about the claim, but neither of these.
 */
export type Stance = "affirms" | "denies" | "comments";

/** Where something was said or published. It has at least one field. */
export interface Source {
  /** The title of the publication or the name of the event. */
  title?: string;
  /** The address of the publication. */
  url?: WebUrl;
  /** Who published it. */
  publisher?: string;
  /** When it was published. */
  published?: IsoDate;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/** A rating that a fact-checker gave the claim (as in `ClaimReview` and `Rating` of schema.org). */
export interface Review {
  /** The name of the fact-checker. */
  by: string;
  /** The address of the review. */
  url?: WebUrl;
  /** When the review was published. */
  published?: IsoDate;
  /** The rating in the words of the fact-checker: `Mostly false`. */
  label?: string;
  /**
   * The rating as a number on the scale of the fact-checker, from `worst` to `best`. The digits are shown as they are
   * written here: `4.50` stays `4.50`.
   */
  value?: number;
  /** The number that means the best rating on that scale. */
  best?: number;
  /** The number that means the worst rating on that scale. It must be less than `best`. */
  worst?: number;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

/** What was wrong in an earlier version of the card. */
export interface Correction {
  /** When the card was corrected. */
  date?: IsoDate;
  /** What was wrong, and what is right. */
  text: string;
  /** For tools and notes, such as `$schema`. Ignored. */
  [key: `$${string}`]: unknown;
}

// End of what is made from the schema.

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
export type FactCardsGrade = "exact" | "typographic" | "not-found" | "ambiguous" | "not-checked";

export interface FactCardsEventMap {
  /** The cards are there: how many claims are shown, how many could not be. */
  "fact-cards-ready": CustomEvent<{ claims: number; leftOut: number }>;
  "fact-cards-error": CustomEvent<{ code: FactCardsErrorCode; message: string }>;
  /** A card was opened or closed: by the reader, an address, find-in-page or the buttons. */
  "fact-cards-toggle": CustomEvent<{ claim: string; open: boolean }>;
  /** The words of an open card were looked for in the article of the page; `statement` counts from 0. */
  "fact-cards-quote": CustomEvent<{ claim: string; statement: number; grade: FactCardsGrade }>;
  /** The reader sees a card beside its words in the article, because these were touched; `statement` counts from 0. */
  "fact-cards-passage": CustomEvent<{ claim: string; statement: number }>;
}

/**
 * The element. Its attributes are text, as all attributes are; one of them costs readers more than the others:
 * `passages="early"` underlines the words of cards that the widget draws before a reader has used them, and loads 30 KB for that.
 */
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
