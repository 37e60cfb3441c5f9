// A field that was changed sends its form, so that no button has to be found; without this the button does.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-submits]") || !event.target.checkValidity()) return;
  event.target.form.requestSubmit();
});
