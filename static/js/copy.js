// Shows the button that copies the address of a comparison, where the browser can.
function showCopyButtons() {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy-link]").forEach((button) => (button.hidden = false));
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-link]");
  if (!button) return;
  await navigator.clipboard.writeText(location.href);
  button.textContent = button.dataset.copyLink;
});

showCopyButtons();
addEventListener("htmx:after:swap", showCopyButtons);
