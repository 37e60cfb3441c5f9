// Marks the passages of a version that its reader has not read in this wording. Whoever does not want to see the marks
// switches them off in this browser.
const KEY = "unread-marks";
const box = document.querySelector("[data-unread-marks]");

function kept() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function show(isShown) {
  document.body.classList.toggle("unread-shown", isShown);
  box.checked = isShown;
}

// Whoever listens is told once where each passage starts.
function marker() {
  let isStart = true;
  return () => {
    const mark = document.createElement("span");
    mark.className = "unread";
    if (isStart) {
      const said = document.createElement("span");
      said.className = "hidden";
      said.textContent = `${box.dataset.said}: `;
      mark.append(said);
    }
    isStart = false;
    return mark;
  };
}

const stretches = document
  .querySelector("main")
  .dataset.unread.split(" ")
  .map((stretch) => stretch.split("-").map(Number));

globalThis.letters.mark(stretches.map(([start, end]) => ({ side: "to", start, end, mark: marker() })));
box.closest("label").hidden = false;
show(kept());
box.addEventListener("change", () => {
  show(box.checked);
  try {
    localStorage.setItem(KEY, box.checked ? "on" : "off");
  } catch {
    // It is switched off on this page alone.
  }
});
