// Adds the end of the article late, as some servers do.
setTimeout(() => {
  const paragraph = document.createElement("p");
  paragraph.textContent = "“We measure it every single morning,” she said.";
  document.querySelector("#story").append(paragraph);
}, 1000);
