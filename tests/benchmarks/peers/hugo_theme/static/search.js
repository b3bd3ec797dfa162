// Fetches the index when the reader first asks for it; ranking is left out.
let index;
const box = document.querySelector("input[type=search]");
box.addEventListener("focus", async () => {
  index ??= await (await fetch(document.body.dataset.index)).json();
});
