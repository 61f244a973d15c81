// Holds what is loaded to its budgets. All sizes are bytes of brotli 11.

/** Of languages, each as a list of its tag, the plain size of its words and their compressed size, the one whose words weigh most. */
export const longest = (languages) => languages.reduce((most, one) => (one[2] > most[2] ? one : most));

/** For each part that is above its budget, a sentence that says by how much. Each part is a list of what it is called, its size and its budget. */
export const above = (parts) =>
  parts.filter(([, size, budget]) => size > budget).map(([what, size, budget]) => `${what} is ${size - budget} bytes above its budget of ${budget}`);
