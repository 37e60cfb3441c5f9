// What draws lines is loaded where there are some, at once or after a part of the page came anew.
(() => {
  function load() {
    const drawn = document.querySelector(".drawn[data-drawn-by]");
    if (!drawn) return;
    // Where it does not come, the table that it would draw is read.
    import(drawn.dataset.drawnBy).catch(() => {
      for (const table of document.querySelectorAll(".undrawn")) table.classList.remove("without-scripts");
    });
  }

  load();
  addEventListener("htmx:after:swap", load);
})();
