// A copy of a card, for the sheet.

import { page } from "./browser.js";
import { counted } from "./locale.js";

/** Returns a copy of the card of a passage, closed, with the source and the buttons of the words that were touched. The words themselves are
    hidden: they are marked in the article, right beside it. For words in the part that opens, it is a card of that statement. `phrases` has the
    words of the sheet, in this language. `toOthers` leads to all cards of the speaker whose row it is given. */
export function copyOf(root, { claim, index }, phrases, language, toOthers) {
  const card = root.querySelector(`[data-claim="${claim}"]`).closest(".card").cloneNode(true);
  card.hidden = false;
  for (const element of card.querySelectorAll("details")) element.open = false;
  const words = card.querySelectorAll(".quote")[index];
  // So that these are copied, and not others of the statement.
  words.dataset.touched = "";
  const part = words.closest(".part");
  const figure = words.closest("figure");
  if (part) showOnly(part, card);
  else takeOut(figure.dataset.statement, card);
  const name = figure.getAttribute("aria-label");
  const row = [...root.querySelectorAll(".speaker-row")].find((one) => one.querySelector(".speaker-name").textContent === name);
  const others = row ? othersWith(root, name) : 0;
  hide(words, phrases.own);
  if (others) card.append(way(counted(phrases.more, others, language), () => toOthers(row)));
  card.querySelector(".claim").after(...card.querySelectorAll(".correction"));
  withoutNames(card);
  return card;
}

/** How many other cards have words of a speaker. */
function othersWith(root, name) {
  const isTheirs = (figure) => figure.getAttribute("aria-label") === name;
  return [...root.querySelectorAll(".card")].filter((card) => [...card.querySelectorAll("figure")].some(isTheirs)).length - 1;
}

function way(text, act) {
  const button = page.createElement("button");
  Object.assign(button, { type: "button", className: "others", textContent: text });
  button.addEventListener("click", act);
  return button;
}

/** Hides words, and says instead what they are: “Reported”, without the colon that stands before such words. */
function hide(words, own) {
  const manner = words.querySelector(".manner");
  const note = page.createElement("p");
  note.className = "quote reported";
  // That the article reports the claim itself is a sentence already.
  note.textContent = manner?.textContent.replace(/\s*[:：]\s*$/, "") ?? ("same" in words.dataset ? words.textContent : own);
  words.before(note);
  if (words.nextElementSibling?.matches(".all")) words.nextElementSibling.remove();
  words.hidden = true;
}

/** Moves what belongs to a statement of a closed card out of the part that opens, except for its context, because the article is right beside it. */
function takeOut(statement, card) {
  const rest = card.querySelector(".rest");
  const part = rest.querySelector(`.tools[data-statement="${statement}"]`).parentElement;
  const context = part.querySelector(".context");
  if (context) part.replaceWith(context);
  const whose = part.querySelector(".whose");
  const leads = [...card.querySelectorAll(":scope > figure")];
  const touched = leads.find((lead) => lead.dataset.statement === statement);
  const who = card.querySelector(".who");
  rest.before(part);
  // Whose words were touched comes first of all, as if there were no others. That speakers differ, and what others say, comes below.
  if (whose) {
    whose.lastChild.replaceWith(touched.querySelector(".attribution"));
    rest.before(who, ...leads.filter((lead) => lead !== touched));
  }
  card.prepend(whose ?? who);
  // Who made the pictures is said in any case.
  if (!rest.querySelector(".part, .context")) rest.replaceWith(...rest.querySelectorAll(".detail"));
}

/** Leaves of a card the claim and one statement, with its own speaker, but without the sentence around its words. If speakers differ, it still says so. */
function showOnly(part, card) {
  const speaker = part.querySelector("figcaption");
  const who = card.querySelector(".who");
  if (who.querySelector(".faces")) card.append(who.cloneNode(true));
  if (speaker) who.replaceChildren(...speaker.childNodes);
  card.prepend(who);
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
