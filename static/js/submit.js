// A field that was changed sends its form, so that no button has to be found; without this the button does.
const NEXT_STEP = 500; // Milliseconds in which a number is stepped further by its arrows.
let waiting;
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches("[data-submits]")) return;
  clearTimeout(waiting);
  // A number that no version has is told at the field.
  if (!field.reportValidity()) return;
  waiting = setTimeout(() => field.form?.requestSubmit(), field.type === "number" ? NEXT_STEP : 0);
});
