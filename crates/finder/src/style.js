// Styles that are needed only once the article is searched, and so are not part of the cards' style sheet.

// The build puts the text of styles/passages.css here, for the page.
export const marks = "{passage-styles}";
