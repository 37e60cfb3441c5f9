// From a text to its authorship and back one stays at the same place: it is the number of letters before the top of
// the window, white space aside, which both pages have alike.
(() => {
  const PREFIX = "#place-";
  let wanted = null;

  function* texts() {
    const parts = document.querySelectorAll("main.version pre.text, .annotated .passage");
    for (const part of parts) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(".hidden, .origin-card")) yield walker.currentNode;
      }
    }
  }

  const letters = (text) => text.replace(/\s+/g, "").length;
  const edge = () => (document.querySelector(".bar")?.offsetHeight ?? 0) + 8;

  function boxAt(node, offset) {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, Math.min(node.length, offset + 1));
    return range.getBoundingClientRect();
  }

  // The first letter of a text node that is below the bar.
  function firstBelow(node, top) {
    let low = 0;
    let high = node.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = boxAt(node, middle);
      if (box.height > 0 && box.top < top) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function here() {
    const top = edge();
    let before = 0;
    for (const node of texts()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().bottom > top) {
        return before + letters(node.data.slice(0, firstBelow(node, top)));
      }
      before += letters(node.data);
    }
    return before;
  }

  function offsetOf(text, count) {
    let at = 0;
    for (let left = count; at < text.length; at++) {
      if (/\s/.test(text[at])) continue;
      if (left-- === 0) break;
    }
    return Math.min(at, text.length - 1);
  }

  // A long text comes in pieces; its end brings the next one, and then it goes on.
  function goThere() {
    if (wanted === null) return;
    let before = 0;
    let last = null;
    for (const node of texts()) {
      const count = letters(node.data);
      if (before + count > wanted) {
        scrollBy(0, boxAt(node, offsetOf(node.data, wanted - before)).top - edge());
        wanted = null;
        return;
      }
      before += count;
      last = node;
    }
    if (last) scrollBy(0, last.parentElement.getBoundingClientRect().bottom - innerHeight / 2);
    if (!document.querySelector(".annotated .more:last-child")) wanted = null;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-keeps-place]");
    if (!link) return;
    const place = scrollY === 0 ? 0 : here();
    link.hash = place > 0 ? PREFIX + place : "";
  });

  // Where one comes back to a page, or loads it again, the browser itself goes to where one was.
  const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (isNew && location.hash.startsWith(PREFIX)) {
    wanted = Number(location.hash.slice(PREFIX.length)) || 0;
    document.fonts.ready.then(goThere);
    addEventListener("htmx:after:swap", goThere);
    const stop = () => (wanted = null);
    for (const end of ["wheel", "touchstart", "keydown"]) addEventListener(end, stop, { passive: true });
  }
})();
