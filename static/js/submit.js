// A field that was changed sends its form, so that no button has to be found; without this the button does.
const NEXT_STEP = 500; // Milliseconds in which a number is stepped further by its arrows.
const SENT_BY = "submit.field";
let waiting;
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches("[data-submits]") || !field.checkValidity()) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    field.form.requestSubmit();
    sessionStorage.setItem(SENT_BY, field.id);
  }, field.type === "number" ? NEXT_STEP : 0);
});

// The answer is the same page, on which the keyboard goes on where it was.
if (document.querySelector("[data-submits]")) {
  document.getElementById(sessionStorage.getItem(SENT_BY))?.focus({ preventScroll: true });
  sessionStorage.removeItem(SENT_BY);
}
