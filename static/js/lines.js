// What draws lines is loaded where there are some, at once or after a part of the page came anew.
(() => {
  function load() {
    const drawn = document.querySelector(".drawn[data-drawn-by]");
    if (drawn) import(drawn.dataset.drawnBy);
  }

  load();
  addEventListener("htmx:after:swap", load);
})();
