// Prints a comparison. What of its prose is not on the page yet is loaded first, so that it is on the paper too.
function showPrintButtons() {
  document.querySelectorAll("[data-print]").forEach((button) => (button.hidden = false));
}

async function loadAll() {
  for (let more; (more = document.querySelector(".pieces > .more"));) {
    if (!(await load(more))) return;
  }
}

// Whether it came; where it did not, its link stays.
async function load(more) {
  // It may be on its way already, because it was scrolled to.
  htmx.trigger(more, "htmx:abort");
  const url = more.querySelector("a").href;
  const left = more.matches(":first-child") ? ".more:last-child" : ".more:first-child";
  const place = document.createElement("p");
  more.replaceWith(place);
  await htmx.ajax("GET", url, { target: place, select: `.pieces > *:not(${left})`, swap: "outerHTML" });
  if (place.isConnected) place.replaceWith(more);
  return !more.isConnected;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-print]");
  if (!button) return;
  button.disabled = true;
  await loadAll();
  button.disabled = false;
  print();
});

showPrintButtons();
addEventListener("htmx:after:swap", showPrintButtons);
