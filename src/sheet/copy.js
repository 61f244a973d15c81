// A copy of a card, for the sheet.

import { page } from "./browser.js";
import { counted } from "./locale.js";

/** Returns a copy of the card of a passage, closed, with the source and the buttons of the words that were touched. The words themselves are
    hidden: they are marked in the article, right beside it. For words in the part that opens, it is a card of that statement. `phrases` has the
    words of the sheet, in this language. */
export function copyOf(root, { claim, index }, phrases, language) {
  const card = root.querySelector(`[data-claim="${claim}"]`).closest(".card").cloneNode(true);
  card.hidden = false;
  // The source is the article that the reader has before them.
  for (const source of card.querySelectorAll(".of-article")) source.remove();
  for (const element of card.querySelectorAll("details")) element.open = false;
  const words = card.querySelectorAll(".quote")[index];
  // So that these are copied, and not others of the statement.
  words.dataset.touched = "";
  const part = words.closest(".part");
  const figure = words.closest("figure");
  if (part) showOnly(part, card);
  else takeOut(figure.dataset.statement, card);
  const others = othersWith(root, figure.getAttribute("aria-label"));
  hide(words, phrases.own, others && counted(phrases.more, others, language));
  withoutNames(card);
  return card;
}

/** How many other cards have words of a speaker; of somebody without a name, none is known. */
function othersWith(root, name) {
  const isNamed = [...root.querySelectorAll(".speaker-name")].some(({ textContent }) => textContent === name);
  const isTheirs = (figure) => figure.getAttribute("aria-label") === name;
  return isNamed && [...root.querySelectorAll(".card")].filter((card) => [...card.querySelectorAll("figure")].some(isTheirs)).length - 1;
}

/** Hides words, and says instead what they are, and what else there is: “Reported”, without the colon that stands before such words. */
function hide(words, own, others) {
  const manner = words.querySelector(".manner");
  const note = page.createElement("p");
  note.className = "quote reported";
  // That the article reports the claim itself is a sentence already.
  const kind = manner?.textContent.replace(/\s*[:：]\s*$/, "") ?? ("same" in words.dataset ? words.textContent : own);
  note.textContent = [kind, others].filter(Boolean).join(" · ");
  words.before(note);
  if (words.nextElementSibling?.matches(".all")) words.nextElementSibling.remove();
  words.hidden = true;
}

/** Moves what belongs to a statement of a closed card out of the part that opens, except for its context: the article is right beside it. */
function takeOut(statement, card) {
  const rest = card.querySelector(".rest");
  const part = rest.querySelector(`.tools[data-statement="${statement}"]`).parentElement;
  const context = part.querySelector(".context");
  if (context) part.replaceWith(context);
  const leads = [...card.querySelectorAll(":scope > figure")];
  const touched = leads.find((lead) => lead.dataset.statement === statement);
  rest.before(part);
  // Whose words were touched comes first, with the buttons. What others say comes below.
  if (leads.length > 1) rest.before(touched, part, ...leads.filter((lead) => lead !== touched));
  // Who made the pictures is said in any case.
  if (!rest.querySelector(".part, .context")) rest.replaceWith(...rest.querySelectorAll(".detail"));
}

/** Leaves of a card the claim and one statement, with its own speaker, but without the sentence around its words. */
function showOnly(part, card) {
  const speaker = part.querySelector("figcaption");
  if (speaker) card.querySelector(".who").replaceChildren(...speaker.childNodes);
  speaker?.remove();
  for (const lead of card.querySelectorAll(":scope > figure")) lead.remove();
  part.querySelector(".context")?.remove();
  card.querySelector(".rest").replaceWith(part);
}

/** Takes from a copy what only the card itself may have: its ids, its claim, the anchor, and the way to the passage, where the reader is. */
function withoutNames(card) {
  for (const name of ["id", "data-claim", "aria-labelledby", "aria-describedby"]) {
    for (const element of card.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  for (const element of card.querySelectorAll(".go, slot, .way-back")) element.remove();
}
