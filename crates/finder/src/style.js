// Styles that are needed only once the article is searched, and so are not part of the cards' style sheet.

/** For the shadow roots. */
export const sheet = `
.way-back { position: fixed; inset: auto 0 1.5em; inline-size: fit-content; max-inline-size: calc(100% - 2rem); box-sizing: border-box; margin: 0 auto; padding: 0 0 0 1.5em; border: 1px solid var(--fcards-rule); border-radius: 2em; color: var(--fcards-muted); font: 0.875rem/1.3 var(--fcards-sans); background: var(--fcards-surface); box-shadow: 0 2px 12px rgb(0 0 0 / 25%); }
.way-back:popover-open { display: flex; align-items: center; }
.way-back button { min-block-size: 48px; padding-inline: 1.5em; font-size: 1rem; text-decoration: none; }
`;

const ink = "light-dark(#1a1917, #fdf6e0)";
const mark = "var(--fact-cards-highlight, light-dark(#ffe08a, #6b5310))";
const line = "var(--fact-cards-passage, light-dark(#b08a1e, #c79a2b))";

/** For the page, and for nothing in it but passages: those that can be opened, the one under the pointer, and the one that is shown. */
export const marks = `
::highlight(fact-cards), ::highlight(fact-cards-passage) { background-color: ${mark}; color: ${ink}; }
::highlight(fact-cards-passages) { text-decoration: underline dotted 2px ${line}; text-underline-offset: 0.22em; }
::highlight(fact-cards-passage-hover), ::highlight(fact-cards-passage) { text-decoration: underline solid 2px ${line}; text-underline-offset: 0.22em; }
@media print {
  ::highlight(fact-cards-passages), ::highlight(fact-cards-passage-hover) { text-decoration: none; }
  ::highlight(fact-cards-passage) { background-color: transparent; color: currentColor; text-decoration: none; }
}
`;
