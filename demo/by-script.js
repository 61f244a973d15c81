const [water, arabic] = ["water", "water-ar"].map(async (name) => (await fetch(`documents/${name}.json`)).json());

const cards = document.createElement("fact-cards");
cards.document = await water;
document.querySelector("main").append(cards);

document.querySelector("button").addEventListener("click", async () => {
  cards.document = await (cards.document === (await water) ? arabic : water);
});
