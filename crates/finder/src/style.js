// Styles that are needed only once the article is searched, and so are not part of the cards' style sheet.

// The build puts the texts of these here: styles/way-back.css for the shadow roots, and styles/passages.css for the page.
export const sheet = "{way-back-styles}";
export const marks = "{passage-styles}";
