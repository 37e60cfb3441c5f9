// What was saved is said once: not where the page is loaded again, and not where one comes back to it.
const address = new URL(location.href);
address.searchParams.delete("saved");
history.replaceState(history.state, "", address);

addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelector(".saved")?.remove();
});
