// Ctrl+S or Cmd+S leads to the line that says what changed, and pressed again there it saves. A change that is chosen
// in the preview puts the cursor where it is in the text.
const line = document.querySelector("[data-save-line]");
const preview = document.querySelector("#preview");

document.addEventListener("keydown", (event) => {
  const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!line || !isSave || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  const bar = line.closest(".save");
  if (bar.contains(document.activeElement)) line.form.requestSubmit(bar.querySelector("button.primary"));
  else line.focus();
});

// The button says where it saves, which is chosen in a menu.
const button = document.querySelector("[data-save-as]");
button?.form.addEventListener("input", ({ target }) => {
  if (!["save_on", "alternate"].includes(target.name)) return;
  const { save_on, alternate } = button.form.elements;
  const { saveAs, saveAsOn, saveAsOnNew } = button.dataset;
  const branch = alternate.value.trim();
  if (save_on.value !== "alternate") button.textContent = saveAs;
  else button.textContent = branch ? pageWords.filled(saveAsOn, branch) : saveAsOnNew;
});

// From the list of errors to a field, which may be in a menu that is closed.
document.querySelector(".problems")?.addEventListener("click", (event) => {
  const field = event.target.hash && document.getElementById(event.target.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const menu = field.closest("details");
  if (menu) menu.open = true;
  field.focus();
});

// A click on a change, or on what stands beside it for the keyboard, leads to its place in the text.
function goTo(change) {
  const lines = preview.querySelector("[data-change-lines]")?.dataset.changeLines.split(" ");
  const number = Number(lines?.[change.id.match(/\d+/)[0] - 1]);
  if (number) document.dispatchEvent(new CustomEvent("go-to-line", { detail: number }));
}

preview?.addEventListener("click", (event) => {
  const change = event.target.closest(".change[id]");
  const isOther = event.target.closest("a, button:not(.go-to)") || !getSelection().isCollapsed;
  if (change && !isOther) goTo(change);
});

function offerPlaces() {
  for (const about of preview.querySelectorAll(".change[id] > .about:not(:has(.go-to))")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet go-to";
    button.textContent = pageWords.say("writing.go_to_text");
    about.append(button);
  }
}

addEventListener("htmx:after:swap", () => {
  if (!preview) return;
  offerPlaces();
  // What will be said about the change where nothing is typed.
  const made = preview.querySelector("[data-change-line]")?.dataset.changeLine;
  if (line && made && !line.ariaRequired) line.placeholder = made;
});
if (preview) offerPlaces();
