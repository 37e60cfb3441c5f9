// Suggests other words for the selected ones, by a button or s: leads to the form that is filled with these. Which
// version's they are says the element that has the address of its suggestions, one for each side of a comparison.
function suggest() {
  const chosen = letters.selected();
  const places = document.querySelector("[data-suggestions]");
  const address = chosen?.side === "from" ? places.dataset.suggestionsFrom : places.dataset.suggestions;
  if (chosen && address) location.assign(`${address}?start=${chosen.start}&end=${chosen.end}#new`);
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-suggests]")) suggest();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (document.querySelector("form.new-note, main.suggesting")) suggest();
});
