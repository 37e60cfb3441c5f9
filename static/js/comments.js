// Comments beside a text on a page of their own, or on what a share link shows: c comments on the selected words, t and
// T step through the threads, and the words of those that name them by their letters are marked.
const form = document.querySelector(".new-thread form");
let lastSelected = null;

function comment() {
  const chosen = letters.selected() ?? lastSelected;
  form.elements.start.value = chosen?.start ?? "";
  form.elements.end.value = chosen?.end ?? "";
  if (form.elements.side) form.elements.side.value = chosen?.side ?? "to";
  form.querySelector("[data-lines]").hidden = Boolean(chosen);
  const shown = form.querySelector(".chosen");
  shown.hidden = !chosen;
  const words = chosen?.words ?? "";
  shown.querySelector("q").textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  form.closest("details").open = true;
  (chosen ? form.elements.body : form.elements.first_line).focus();
}

function step(by) {
  const threads = [...document.querySelectorAll("[data-thread]:not(mark)")];
  const at = threads.indexOf(document.activeElement?.closest("[data-thread]:not(mark)"));
  const next = at < 0 ? threads.at(by > 0 ? 0 : -1) : threads[at + by];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  const words =
    document.getElementById(next.id.replace("thread-", "at-")) ??
    document.querySelector(`mark[data-thread="${next.dataset.thread}"]`);
  words?.scrollIntoView({ block: "center" });
}

function mark() {
  const placed = [...document.querySelectorAll(".thread[data-side]")];
  letters.mark(
    placed.map(({ id, dataset }) => ({
      side: dataset.side,
      start: Number(dataset.start),
      end: Number(dataset.end),
      mark: () => {
        const made = document.createElement("mark");
        made.className = dataset.replaced ? "remark replaced" : "remark";
        made.dataset.thread = dataset.thread;
        made.addEventListener("click", () => document.getElementById(id).focus());
        return made;
      },
    })),
  );
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (event.key === "c" && form) {
    event.preventDefault();
    comment();
  } else if (event.key === "t") step(1);
  else if (event.key === "T") step(-1);
});
// To open the form by a click or a touch takes the selection away.
document.addEventListener("selectionchange", () => {
  lastSelected = letters.selected() ?? lastSelected;
});
form?.closest("details").addEventListener("toggle", (event) => {
  if (event.target.open && lastSelected && !form.elements.start.value) comment();
});
mark();
