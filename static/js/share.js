// Share links are made in a dialog over the page that is shared; without scripts on a page of their own.
(() => {
  let dialog = null;

  function shown() {
    if (!dialog?.isConnected) {
      dialog = document.createElement("dialog");
      dialog.className = "share entrance";
      dialog.setAttribute("aria-labelledby", "share-title");
      document.body.append(dialog);
    }
    return dialog;
  }

  // What the server answers is a page; the dialog shows the part of it that is meant.
  async function fill(request) {
    const answer = await fetch(request);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const box = page.getElementById("share");
    if (!box) throw new Error(`no part to show in ${answer.url}`);
    shown().replaceChildren(document.adoptNode(box));
    if (!dialog.open) dialog.showModal();
    dispatchEvent(new Event("htmx:after:swap"));
    dialog.querySelector("[autofocus]")?.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-share]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      link.closest("details.menu[open]")?.removeAttribute("open");
      fill(link.href).catch(() => location.assign(link.href));
    }
    if (dialog && (event.target === dialog || event.target.closest("dialog.share [data-closes-dialog]"))) {
      event.preventDefault();
      dialog.close();
    }
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("dialog.share form");
    if (!form) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    fill(new Request(form.action, { method: "POST", body })).catch(() => form.submit());
  });
})();
