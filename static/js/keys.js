// The list of keys: it opens by the ? key or a link to it, and shows what holds on this page.
(() => {
  function open() {
    const dialog = document.getElementById("keys");
    if (!dialog || dialog.open) return;
    for (const part of dialog.querySelectorAll("[data-needs]")) {
      part.hidden = !document.querySelector(part.dataset.needs);
    }
    // Opening it closes the menu that the link is in, so one comes back to the menu's button.
    document.activeElement?.closest("details.menu[open]")?.querySelector("summary").focus();
    dialog.showModal();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("dialog.keys");
    // A click on the dialog itself is one outside of what is in it.
    if (dialog && event.target === dialog) dialog.close();
    if (!event.target.closest("[data-shows-keys]")) return;
    event.preventDefault();
    open();
  });
})();
