// The key / leads to the field for a search: the one on the page, the one in the header, or, where a
// narrow screen has no room for that, the page with one.
function searchField() {
  return document.querySelector(".search-all input") ?? document.querySelector(".search-anywhere input");
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const field = searchField();
  if (!field.offsetParent) {
    document.querySelector(".to-search").click();
    return;
  }
  field.focus();
  field.select();
});

// Whoever comes with a search begun, such as one in a single script, goes on behind it.
const begun = document.querySelector(".search-all input");
begun?.setSelectionRange(begun.value.length, begun.value.length);

document.addEventListener("htmx:error", (event) => {
  if (!event.target.closest?.(".search-all")) return;
  const said = document.querySelector("#search-said");
  said.textContent = said.dataset.unreachable;
});
