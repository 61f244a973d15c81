// Imitates a slow server: this page's requests for documents wait.
const fetched = window.fetch;
window.fetch = async (address, ...rest) => {
  if (String(address).endsWith(".json")) await new Promise((resolve) => setTimeout(resolve, 4000));
  return fetched(address, ...rest);
};
