// Steps from change to change (n, p) and from pair to pair of versions (j, k).
const STEP_GOES_ON = "step-goes-on";
let current = null;
let awaited = 0; // The steps that wait for lines to be drawn; back ones are below 0.

// In the order of reading; two sides stand in the page one after the other.
function changes() {
  const seen = new Set();
  return [...document.querySelectorAll("#comparison [data-change]")]
    .filter((element) => {
      if (!element.offsetParent || seen.has(element.dataset.change)) return false;
      seen.add(element.dataset.change);
      return true;
    })
    .sort((a, b) => a.dataset.change - b.dataset.change);
}

function showSteps() {
  // Where lines are still to be drawn, the change that was looked at is looked for again after that.
  if (current && !current.isConnected && isDrawn()) setCurrent(sameChange(current));
  if (!current) setCurrent(linkedChange());
  showPosition();
  if (document.querySelector(".stepper")) goOn();
  if (isDrawn()) stepOn();
}

// The change that was looked at, in what is drawn anew.
function sameChange(old) {
  return old.dataset.change && changes().find((element) => element.dataset.change === old.dataset.change);
}

function isDrawn() {
  return Boolean(document.querySelector("#comparison :is(.prose-diff, .drawn:not([hidden]))"));
}

function linkedChange() {
  return location.hash.startsWith("#change-") && document.getElementById(location.hash.slice(1));
}

// A step that led to another piece ends at its first change, or back at its last one.
function goOn() {
  const [direction, path] = JSON.parse(sessionStorage.getItem(STEP_GOES_ON) ?? "[]");
  if (!direction) return;
  const next = path === location.pathname && changes().at(direction > 0 ? 0 : -1);
  // Where the view gives way to another one, that is waited for.
  if (path === location.pathname && !next && !isDrawn()) return;
  sessionStorage.removeItem(STEP_GOES_ON);
  if (next) goTo(next);
  else if (path === location.pathname) leaveFor(direction);
}

// What comes next is in another piece, which its link loads or leads to.
function leaveFor(direction) {
  const more =
    direction > 0
      ? ".pieces > .more:last-child a, .drawn ~ .more a"
      : ".pieces > .more:first-child a, .more:has(~ .drawn) a";
  const link = document.querySelector(more);
  if (!link) return;
  sessionStorage.setItem(STEP_GOES_ON, JSON.stringify([direction, location.pathname]));
  link.click();
}

function setCurrent(element) {
  current?.classList.remove("current");
  current = element || null;
  current?.classList.add("current");
}

function showPosition() {
  const output = document.querySelector(".stepper output");
  if (!output) return;
  output.value = (current && positionOf(current)) || "–";
  const position = output.closest(".position");
  position.querySelector("[data-all]").hidden = Boolean(current);
  position.querySelector("[data-at]").hidden = !current;
}

function positionOf(element) {
  const { position, change } = element.dataset;
  return parseInt(position ?? element.querySelector(".count")?.textContent ?? change, 10);
}

function nextFrom(all, direction) {
  const place = all.indexOf(current);
  if (place >= 0) return all[place + direction];
  if (current) return nearest(all, direction);
  const middle = innerHeight / 3;
  return direction > 0
    ? all.find((element) => element.getBoundingClientRect().bottom > 0)
    : all.findLast((element) => element.getBoundingClientRect().top < middle);
}

// The other end of a move is no step of its own; from there it goes on with what is next to it.
function nearest(all, direction) {
  const top = current.getBoundingClientRect().top;
  const follows = (element) => element.getBoundingClientRect().top > top;
  return direction > 0 ? all.find(follows) : all.findLast((element) => !follows(element));
}

function step(direction) {
  sessionStorage.removeItem(STEP_GOES_ON);
  if (!isDrawn()) {
    awaited += direction;
    return;
  }
  const all = changes();
  const next = nextFrom(all, direction);
  if (next) {
    goTo(next);
    return;
  }
  if (isLeft(all, direction)) leaveFor(direction);
}

function stepOn() {
  const direction = Math.sign(awaited);
  const steps = Math.abs(awaited);
  awaited = 0;
  for (let i = 0; i < steps; i++) step(direction);
}

// Whether there is a change before or after those that are shown.
function isLeft(all, direction) {
  if (all.length === 0) return true;
  const total = Number(document.querySelector(".stepper").dataset.total);
  return direction > 0 ? positionOf(all.at(-1)) < total : positionOf(all[0]) > 1;
}

// Of a change that is higher than the window, what was added or removed in it is shown, not its middle.
function scrolledTo(element) {
  return element.offsetHeight > innerHeight ? (element.querySelector("ins, del") ?? element) : element;
}

function goTo(element) {
  setCurrent(element);
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  scrolledTo(element).scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
  element.focus({ preventScroll: true });
  showPosition();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
  const touched = event.target.closest("#comparison section.change[id]");
  if (touched && !event.target.closest("a") && getSelection().isCollapsed) {
    setCurrent(touched);
    showPosition();
  }
  const link = event.target.closest("a[href*='#change-']");
  const change = link && document.getElementById(new URL(link.href.baseVal ?? link.href, location.href).hash.slice(1));
  if (change) {
    setCurrent(change);
    showPosition();
  }
});

addEventListener("hashchange", () => {
  const change = linkedChange();
  if (!change) return;
  setCurrent(change);
  showPosition();
});

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" && document.querySelector(".stepper")) step(1);
  else if (event.key === "p" && document.querySelector(".stepper")) step(-1);
  else document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

showSteps();
addEventListener("htmx:after:swap", showSteps);
addEventListener("diff:drawn", showSteps);
