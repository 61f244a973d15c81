// Styles that are needed only once the article is searched, and so are not part of the cards' style sheet.

/** For the shadow roots. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.found { margin: 0.25em 0 0.5em; padding-inline-start: calc(1.286em + 3px); color: var(--fcards-muted); font-size: 0.875em; }
.found button, .found a { font-size: 1em; }
.found a { display: inline-block; padding-block: 0.75em; color: var(--fcards-accent); font-weight: 600; }
.way-back { position: fixed; inset: auto 0 1.5em; margin: 0 auto; padding: 0; border: 1px solid var(--fcards-accent); border-radius: 2em; background: var(--fcards-surface); box-shadow: 0 2px 12px rgb(0 0 0 / 25%); }
.way-back button { min-block-size: 48px; padding-inline: 1.5em; font-size: 1rem; text-decoration: none; }
@media print { .found { display: none; } }
`);

/** For the page, and for nothing in it but marked passages. */
export const marks = new CSSStyleSheet();
marks.replaceSync("::highlight(fact-cards) { background-color: var(--fact-cards-highlight, #ffe08a); color: #1a1917; }");
