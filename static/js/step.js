// Steps from change to change (n, p) and from pair to pair of versions (j, k).
let current = null;

function changes() {
  const seen = new Set();
  return [...document.querySelectorAll("#comparison [data-change]")].filter((element) => {
    if (!element.offsetParent || seen.has(element.dataset.change)) return false;
    seen.add(element.dataset.change);
    return true;
  });
}

function showSteppers() {
  document.querySelectorAll(".stepper").forEach((stepper) => (stepper.hidden = false));
  if (current && !current.isConnected) current = null;
  showPosition(changes());
}

function showPosition(all) {
  const output = document.querySelector(".stepper output");
  if (!output) return;
  const own = current && current.querySelector(".count");
  const position = own ? parseInt(own.textContent, 10) : all.indexOf(current) + 1 + changesBefore();
  output.value = current ? position : "–";
}

// Rows of lines have no number of their own to show; those of earlier panels are not on the page.
function changesBefore() {
  const first = document.querySelector(".drawn[data-changes-before]");
  return first ? Number(first.dataset.changesBefore) : 0;
}

function nextFrom(all, direction) {
  if (current) return all[all.indexOf(current) + direction];
  const middle = innerHeight / 3;
  return direction > 0
    ? all.find((element) => element.getBoundingClientRect().bottom > 0)
    : all.findLast((element) => element.getBoundingClientRect().top < middle);
}

function step(direction) {
  const all = changes();
  const next = nextFrom(all, direction);
  if (next) {
    goTo(next);
    return;
  }
  // What comes next is in another piece, which its link loads or leads to.
  const more = direction > 0 ? ".pieces > .more:last-child a, .lines-diff > .more:last-child a" : ".pieces > .more:first-child a, .lines-diff > .more:first-child a";
  document.querySelector(more)?.click();
}

function goTo(element) {
  current?.classList.remove("current");
  current = element;
  current.classList.add("current");
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  element.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
  element.focus({ preventScroll: true });
  showPosition(changes());
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
  const link = event.target.closest("a[href*='#change-']");
  const change = link && document.getElementById(new URL(link.href.baseVal ?? link.href, location.href).hash.slice(1));
  if (change?.dataset.change) {
    current?.classList.remove("current");
    current = change;
    current.classList.add("current");
    showPosition(changes());
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" && document.querySelector(".stepper")) step(1);
  else if (event.key === "p" && document.querySelector(".stepper")) step(-1);
  else document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

showSteppers();
addEventListener("htmx:after:swap", showSteppers);
addEventListener("diff:drawn", showSteppers);
