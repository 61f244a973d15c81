// An article whose end comes late, as from a server of its own.
setTimeout(() => {
  const paragraph = document.createElement("p");
  paragraph.textContent = "“We measure it every single morning,” she said.";
  document.querySelector("#story").append(paragraph);
}, 1000);
