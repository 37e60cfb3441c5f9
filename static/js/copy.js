// Shows the buttons that copy the address of a comparison or what stands in a field, where the browser can.
const COPIES = "[data-copy-link], [data-copy-field]";

function showCopyButtons() {
  if (!navigator.clipboard) return;
  document.querySelectorAll(COPIES).forEach((button) => (button.hidden = false));
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest(COPIES);
  if (!button) return;
  const { copyLink, copyField, copied } = button.dataset;
  await navigator.clipboard.writeText(copyField ? document.getElementById(copyField).value : location.href);
  button.textContent = copyField ? copied : copyLink;
});

showCopyButtons();
addEventListener("htmx:after:swap", showCopyButtons);
