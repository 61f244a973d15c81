// The module that goes to words in the article and back. Who only opens cards does not load it.

import { late } from "./browser.js";
import { failed } from "./reading.js";

// The build puts its address here.
const address = "{there}";

/** The module, once it was loaded. */
let there;

/** Loads it, once; what failed may be tried again. */
export const loadThere = async () => (there ??= await late(address, "show").catch((error) => failed(error, "words in the article could not be marked")));

/** Shows the way back again, after the row that holds it was moved. */
export const resume = () => there?.resume();

/** Ends the passage that is shown, where the reader is. */
export const leave = () => there?.leave();
