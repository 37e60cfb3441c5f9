// Runs before the page is painted, so that a chosen theme does not flash.
// A browser may refuse to store anything; then the choice holds for the page.
function storage(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

const chosen = storage(() => localStorage.getItem("theme"));
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;

function showThemeSwitch() {
  document.querySelector("[data-theme-switch]").hidden = false;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-switch]")) return;
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  storage(() => localStorage.setItem("theme", root.dataset.theme));
});

addEventListener("DOMContentLoaded", showThemeSwitch);
// The back button swaps the whole page, the switch included.
addEventListener("htmx:after:swap", showThemeSwitch);
