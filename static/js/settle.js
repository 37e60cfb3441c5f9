// Keeps the answers of an unfinished merge in this browser until it is saved, fills them in when the
// page is opened again, and shows what they come to after each.
const form = document.querySelector("form[data-settlement]");
const key = `settlement ${form?.dataset.settlement}`;
const SENT = "settlement sent"; // the one that was sent last, in this tab; settled.js forgets it
const WAIT = 500; // milliseconds
let timer;
let isForgotten = false;

// Storage may be full, or refused altogether.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function isAnswer(name) {
  return name.startsWith("choice-") || name.startsWith("written-");
}

function choices() {
  return [...form.querySelectorAll('[type="radio"][value="ours"]')].map((radio) => form.elements.namedItem(radio.name));
}

function tellSettled() {
  const all = choices();
  const settled = all.filter((choice) => choice.value).length;
  const said = form.querySelector("[data-settled]");
  if (said && all.length > 1) said.textContent = pageWords.filled(said.dataset.settled, settled, all.length);
}

function showOutcome() {
  form.querySelector("#outcome").dispatchEvent(new Event("settle"));
}

function keep() {
  if (isForgotten) return;
  const answers = Object.fromEntries([...new FormData(form)].filter(([name]) => isAnswer(name)));
  if (!Object.keys(answers).some((name) => name.startsWith("choice-"))) {
    attempt(() => localStorage.removeItem(key));
    return;
  }
  const { change_description } = form.elements;
  attempt(() =>
    localStorage.setItem(key, JSON.stringify({ ...answers, change_description: change_description.value })),
  );
}

// What was written for a passage that is not in question any more is shown, so that it is not lost.
function showStray(text) {
  const stray = form.querySelector("template[data-stray]").content.cloneNode(true);
  stray.querySelector("textarea").value = text;
  form.querySelector(".who-why").before(stray);
}

function fillIn(answers) {
  let filled = false;
  for (const [name, value] of Object.entries(answers)) {
    const field = form.elements.namedItem(name);
    if (field) {
      field.value = value;
      filled ||= name.startsWith("choice-");
    } else if (name.startsWith("written-") && answers[name.replace("written-", "choice-")] === "written") {
      showStray(value);
    }
  }
  form.querySelector("[data-kept]").hidden = !filled;
  return filled;
}

function startOver() {
  isForgotten = true;
  attempt(() => localStorage.removeItem(key));
  location.reload();
}

function answered(event) {
  if (!isAnswer(event.target.name ?? "")) return keep();
  tellSettled();
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      keep();
      showOutcome();
    },
    event.type === "change" ? 0 : WAIT,
  );
}

if (form) {
  form.autocomplete = "off";
  const kept = "sent" in form.dataset ? undefined : attempt(() => JSON.parse(localStorage.getItem(key)));
  // htmx takes the page up a moment after it is there.
  if (kept && fillIn(kept)) setTimeout(showOutcome, WAIT);
  tellSettled();
  form.addEventListener("input", answered);
  form.addEventListener("change", answered);
  form.querySelector("[data-forget]").addEventListener("click", startOver);
  form.addEventListener("submit", () => {
    keep();
    attempt(() => sessionStorage.setItem(SENT, key));
  });
  addEventListener("pagehide", keep);
}
