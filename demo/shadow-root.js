const root = document.querySelector("#host").attachShadow({ mode: "open" });
const cards = document.createElement("fact-cards");
cards.setAttribute("src", "documents/water.json");
root.append(cards);
