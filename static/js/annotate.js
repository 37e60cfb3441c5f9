// An annotated text: its runs are one tab stop with arrow keys between them, and each shows a card with the facts of
// the version that wrote it.
const SHOW_AFTER = 250;
const HIDE_AFTER = 350;

const card = document.createElement("div");
card.id = "origin-card";
card.className = "origin-card";
card.tabIndex = -1;
card.setAttribute("role", "group");
card.hidden = true;

let shown = null;
let timer = 0;
let byTouch = false;
let byPointer = false;
let pressed = null;
let showsOnFocus = true;

const runs = () => [...document.querySelectorAll(".annotated .run")];

// The tab stop stays where it was; in a text that is new it is the first run.
function prepare() {
  const all = runs();
  if (shown && !shown.isConnected) hide();
  const stop = all.find((run) => run.getAttribute("tabindex") === "0") ?? all[0];
  for (const run of all) {
    run.tabIndex = run === stop ? 0 : -1;
    // The card says the same.
    run.removeAttribute("title");
    // A browser drags a link, where its text is to be selected. The links of the card are links.
    run.dataset.address ??= run.getAttribute("href");
    run.removeAttribute("href");
    run.setAttribute("role", "link");
  }
}

function moveTabStop(run) {
  document.querySelectorAll(".annotated .run[tabindex='0']").forEach((other) => (other.tabIndex = -1));
  run.tabIndex = 0;
}

function show(run, point) {
  clearTimeout(timer);
  if (shown === run) return;
  mark(false);
  shown = run;
  mark(true);
  const origins = document.querySelector(".origins");
  const facts = origins.querySelector(`[data-origin="${run.dataset.origin}"]`).cloneNode(true);
  card.setAttribute("aria-label", origins.dataset.title);
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", origins.dataset.close);
  close.textContent = "×";
  close.addEventListener("click", dismiss);
  card.replaceChildren(...facts.childNodes, close);
  // So that Tab goes from the run to the links of its card.
  run.closest(".written").after(card);
  card.hidden = false;
  card.querySelector(".description").id = "origin-description";
  card.querySelector(".facts").id = "origin-facts";
  run.setAttribute("aria-describedby", "origin-description origin-facts");
  place(run, point);
}

// All that the version wrote.
function mark(isShown) {
  if (!shown) return;
  if (!isShown) shown.removeAttribute("aria-describedby");
  document
    .querySelectorAll(`.annotated .run[data-origin="${shown.dataset.origin}"]`)
    .forEach((run) => run.classList.toggle("shown", isShown));
}

// Below the line that was pointed at, or above it where there is no room; on a narrow screen the style sheet puts it.
function place(run, point) {
  const lines = [...run.getClientRects()];
  const line = lines.find((box) => point && point.y >= box.top && point.y <= box.bottom) ?? lines[0];
  const area = card.parentElement.getBoundingClientRect();
  const below = line.bottom + card.offsetHeight + 8 < innerHeight || line.top < card.offsetHeight + 8;
  const top = below ? line.bottom + 4 : line.top - card.offsetHeight - 4;
  const left = Math.max(0, Math.min((point?.x ?? line.left) - 24 - area.left, area.width - card.offsetWidth));
  card.style.setProperty("--card-top", `${top - area.top}px`);
  card.style.setProperty("--card-left", `${left}px`);
}

function hide() {
  clearTimeout(timer);
  mark(false);
  shown = null;
  card.hidden = true;
}

// Hides the card and goes back to its run.
function dismiss() {
  const run = shown;
  const hadFocus = card.contains(document.activeElement);
  hide();
  if (!hadFocus) return;
  showsOnFocus = false;
  moveTabStop(run);
  run.focus({ preventScroll: true });
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || event.buttons !== 0) return;
  const run = event.target.closest?.(".annotated .run");
  if (run) {
    clearTimeout(timer);
    const point = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => show(run, point), SHOW_AFTER);
  } else if (card.contains(event.target)) {
    clearTimeout(timer);
  } else if (shown && !card.contains(document.activeElement) && document.activeElement !== shown) {
    clearTimeout(timer);
    timer = setTimeout(hide, HIDE_AFTER);
  }
});

document.addEventListener("pointerdown", (event) => {
  byTouch = event.pointerType === "touch";
  byPointer = true;
  clearTimeout(timer);
  // In what takes the focus Chromium begins no selection.
  pressed = event.pointerType === "mouse" ? event.target.closest(".annotated .run") : null;
  pressed?.removeAttribute("tabindex");
  if (shown && !card.contains(event.target) && !event.target.closest(".annotated .run")) hide();
});

for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    if (pressed) moveTabStop(pressed);
    pressed = null;
  });
}

// A tap shows the card, whose links lead on; a click and the Enter key follow the run's own link.
document.addEventListener("click", (event) => {
  const run = event.target.closest(".annotated .run");
  if (!run) return;
  if (!byTouch) {
    // What was pressed may have been the start of a selection.
    if (getSelection().isCollapsed) follow(run, event);
    return;
  }
  show(run);
  card.focus({ preventScroll: true });
});

document.addEventListener("auxclick", (event) => {
  const run = event.target.closest(".annotated .run");
  if (run && event.button === 1) window.open(run.dataset.address);
});

function follow(run, event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(run.dataset.address);
  else location.assign(run.dataset.address);
}

document.addEventListener("focusin", (event) => {
  const run = event.target.closest(".annotated .run");
  if (run) {
    moveTabStop(run);
    // A card that comes up while the mouse is pressed would end the selecting.
    if (showsOnFocus && !byPointer) show(run);
    showsOnFocus = true;
  } else if (shown && !card.contains(event.target)) {
    hide();
  }
});

document.addEventListener("keydown", (event) => {
  byTouch = false;
  byPointer = false;
  if (event.key === "Escape" && shown) {
    dismiss();
    return;
  }
  const run = event.target.closest(".annotated .run");
  if (!run) return;
  if (event.key === "Enter") {
    follow(run, event);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const next = nextRun(runs(), run, event.key);
  if (!next) return;
  event.preventDefault();
  moveTabStop(next);
  next.focus();
});

// To the sides from run to run, up and down to another line.
function nextRun(all, run, key) {
  const at = all.indexOf(run);
  const top = run.getClientRects()[0].top;
  const isRightToLeft = getComputedStyle(run).direction === "rtl";
  switch (key) {
    case "ArrowRight":
      return all[isRightToLeft ? at - 1 : at + 1];
    case "ArrowLeft":
      return all[isRightToLeft ? at + 1 : at - 1];
    case "ArrowDown":
      return all.slice(at + 1).find((other) => other.getClientRects()[0].top > top + 4);
    case "ArrowUp":
      return all.slice(0, at).findLast((other) => other.getClientRects()[0].top < top - 4);
    case "Home":
      return all[0];
    case "End":
      return all.at(-1);
    default:
      return null;
  }
}

prepare();
addEventListener("htmx:after:swap", prepare);
