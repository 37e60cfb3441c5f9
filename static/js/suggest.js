// Suggests other words for the selected ones: leads to the form that is filled with these. Which version's they are says
// the element that has the address of its suggestions, one for each side of a comparison.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-suggests]")) return;
  const chosen = letters.selected();
  const places = document.querySelector("[data-suggestions]");
  const address = chosen?.side === "from" ? places.dataset.suggestionsFrom : places.dataset.suggestions;
  if (!chosen || !address) return;
  location.assign(`${address}?start=${chosen.start}&end=${chosen.end}#new`);
});
