// Whoever unfolds paragraphs by keyboard goes on from them, although the link that did it is gone.
let unfolded = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest(".fold a");
  if (link) unfolded = link.closest(".stretch").id;
});

addEventListener("htmx:after:swap", () => {
  const stretch = unfolded && document.getElementById(unfolded);
  unfolded = null;
  if (!stretch || document.activeElement !== document.body) return;
  stretch.tabIndex = -1;
  stretch.focus({ preventScroll: true });
});
