// Comments: c comments on the selected words, n and p step through the threads.
const text = document.querySelector("pre[data-commented]");
const form = document.querySelector(".new-thread form");

// How many characters of the text stand before a place in it, as Unicode counts them.
function lengthUntil(node, offset) {
  const range = document.createRange();
  range.selectNodeContents(text);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}

function comment() {
  const selection = getSelection();
  const range = selection.rangeCount > 0 && selection.getRangeAt(0);
  const words = range && !range.collapsed && text?.contains(range.commonAncestorContainer) ? range.toString() : "";
  form.elements.start.value = words ? lengthUntil(range.startContainer, range.startOffset) : "";
  form.elements.end.value = words ? lengthUntil(range.endContainer, range.endOffset) : "";
  form.querySelector("[data-lines]").hidden = Boolean(words);
  const chosen = form.querySelector(".chosen");
  chosen.hidden = !words;
  chosen.querySelector("q").textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  form.closest("details").open = true;
  (words ? form.elements.body : form.elements.first_line).focus();
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
  } else if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
});
