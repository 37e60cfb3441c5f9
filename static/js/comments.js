// The page of comments: c comments on the selected words, t and T step through the threads.
const form = document.querySelector(".new-thread form");

function comment() {
  const chosen = letters.selected();
  form.elements.start.value = chosen?.start ?? "";
  form.elements.end.value = chosen?.end ?? "";
  form.querySelector("[data-lines]").hidden = Boolean(chosen);
  const shown = form.querySelector(".chosen");
  shown.hidden = !chosen;
  const words = chosen?.words ?? "";
  shown.querySelector("q").textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  form.closest("details").open = true;
  (chosen ? form.elements.body : form.elements.first_line).focus();
}

function step(by) {
  const threads = [...document.querySelectorAll("[data-thread]")];
  const at = threads.indexOf(document.activeElement?.closest("[data-thread]"));
  const next = at < 0 ? threads.at(by > 0 ? 0 : -1) : threads[at + by];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  document.getElementById(next.id.replace("thread-", "at-"))?.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (event.key === "c" && form) {
    event.preventDefault();
    comment();
  } else if (event.key === "t") step(1);
  else if (event.key === "T") step(-1);
});
