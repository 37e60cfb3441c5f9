// A field that was changed sends its form, so that no button has to be found; without this the button does.
// Where the form has several buttons, the field names the one that it stands for.
const NEXT_STEP = 500; // Milliseconds in which a number is stepped further by its arrows.
const SENT_BY = "submit.field";
let waiting;
let changed = null; // The id of the field that was changed last.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches("[data-submits]")) return;
  clearTimeout(waiting);
  changed = field.id;
  // A number that no version has is told at the field.
  if (!field.reportValidity()) return;
  waiting = setTimeout(
    () => {
      if (!field.form) return;
      const { submits } = field.dataset;
      if (submits) attempt(() => sessionStorage.setItem(SENT_BY, field.id));
      field.form.requestSubmit(document.getElementById(submits));
    },
    field.type === "number" ? NEXT_STEP : 0,
  );
});

// Storage may be refused altogether.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

// A page that comes whole is the same page, on which the keyboard goes on where it was.
const sentBy = attempt(() => sessionStorage.getItem(SENT_BY));
if (sentBy) {
  attempt(() => sessionStorage.removeItem(SENT_BY));
  document.getElementById(sentBy)?.focus({ preventScroll: true });
}

// Neither does the keyboard lose its place where a part of the page comes anew: who had left the field meanwhile goes
// on from there. What has an id htmx finds itself.
const CONTROLS = "a, button, input:not([type=hidden]), select, textarea, summary";
let place = null;
addEventListener("htmx:before:swap", () => {
  const { activeElement } = document;
  const form = activeElement?.closest("#main form");
  place = form && {
    old: activeElement,
    form: [...document.querySelectorAll("#main form")].indexOf(form),
    control: [...form.querySelectorAll(CONTROLS)].indexOf(activeElement),
    field: changed,
  };
});
addEventListener("htmx:after:swap", () => {
  const isLost = place && !place.old.isConnected && document.activeElement === document.body;
  if (isLost) {
    const form = document.querySelectorAll("#main form")[place.form];
    const control = form?.querySelectorAll(CONTROLS)[place.control] ?? document.getElementById(place.field);
    control?.focus({ preventScroll: true });
  }
  place = null;
});
