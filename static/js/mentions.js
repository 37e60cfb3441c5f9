// Completes the names of people after @ in comments: they come up below the field, and the keyboard goes down to them.
const MOST = 6;
const TYPED = /(?:^|[\s(])@([^@\n]{0,40})$/;
const list = document.createElement("div");
list.className = "mention-list";
let field = null;

const fits = (name, typed) => name.toLowerCase().startsWith(typed) || name.toLowerCase().includes(` ${typed}`);

function complete(target) {
  const names = [...(document.getElementById("readers")?.options ?? [])].map((option) => option.value);
  const typed = target.value.slice(0, target.selectionStart).match(TYPED)?.[1].toLowerCase();
  const found = typed === undefined ? [] : names.filter((name) => fits(name, typed)).slice(0, MOST);
  if (found.length === 0 || found.some((name) => name.toLowerCase() === typed)) {
    list.remove();
    return;
  }
  field = target;
  list.replaceChildren(...found.map(choice));
  target.after(list);
}

function choice(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  return button;
}

function choose(name) {
  const end = field.selectionStart;
  const start = field.value.slice(0, end).lastIndexOf("@") + 1;
  field.setRangeText(`${name} `, start, end, "end");
  list.remove();
  field.focus();
}

const isComment = (target) => target.matches?.("textarea[name=body]");

document.addEventListener("input", (event) => isComment(event.target) && complete(event.target));
document.addEventListener("click", (event) => {
  const button = event.target.closest(".mention-list button");
  if (!button) return;
  event.preventDefault();
  choose(button.textContent);
});
document.addEventListener(
  "keydown",
  (event) => {
    if (!list.isConnected) return;
    const own = [...list.children];
    const at = own.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.stopImmediatePropagation();
      list.remove();
      field.focus();
    } else if (event.key === "ArrowDown" && (at >= 0 || event.target === field)) {
      event.preventDefault();
      own[Math.min(at + 1, own.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (own[at - 1] ?? field).focus();
    }
  },
  { capture: true },
);
