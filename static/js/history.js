// The history of a script on a wide screen: versions open beside their list, and two of them are picked by one
// gesture. All of it is in the address; without this script, links do the same.
(() => {
  const page = () => document.querySelector("main.history-page");
  const isWide = () => matchMedia("(min-width: 70rem)").matches;
  const rows = () => [...document.querySelectorAll(".versions .version")];
  const rowOf = (version) => document.querySelector(`.versions .version[data-version="${version}"]`);
  const parameter = (name) => Number(new URL(location.href).searchParams.get(name)) || 0;
  const mark = () => parameter("compare_from");
  const selected = () =>
    Number(document.querySelector(".versions .version.selected")?.dataset.version) || parameter("selected") || latest();
  const latest = () => Number(strip()?.dataset.versions) || Number(rows()[0]?.dataset.version) || 0;
  const strip = () => document.querySelector("nav.overview");

  let wanted = null;
  let timer = 0;

  // Shows the page with these parameters instead of its own; null leaves one out.
  function go(changes, focus) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    address.hash = "";
    const url = address.pathname + address.search;
    wanted = focus;
    return htmx.ajax("GET", url, { target: "#main", select: "#main", swap: "outerHTML", push: url });
  }

  function show(version, focus = `#v${version}`) {
    const changes = { selected: version };
    // A version that is on another page of the list brings that page with it.
    if (!rowOf(version) && !isFiltered()) {
      const before = version + 25;
      changes.before = before > latest() ? null : before;
    }
    return go(changes, focus);
  }

  const isFiltered = () =>
    ["q", "passage", "author", "branch", "from", "until"].some((name) => new URL(location.href).searchParams.get(name));

  function compareFrom(version) {
    const other = selected();
    return go({ compare_from: version, selected: other === version ? null : other }, `#v${version}`);
  }

  // After a swap the place in the list and the focus stay, and the panel begins at the first change.
  function settle() {
    if (!page()) return;
    startAtChange();
    if (!wanted) return;
    const element = document.querySelector(wanted);
    wanted = null;
    element?.closest("details")?.setAttribute("open", "");
    element?.focus({ preventScroll: true });
    element?.closest(".version")?.scrollIntoView({ block: "nearest" });
  }

  function startAtChange() {
    const panel = document.getElementById("panel");
    const first = panel?.querySelector(".pieces :is(ins, del)");
    if (!first || !panel.offsetParent) return;
    const top = first.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    if (top > panel.clientHeight / 2) panel.scrollTop += top - panel.clientHeight / 4;
  }

  document.addEventListener("click", (event) => {
    if (!page() || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target.closest(".versions .version");
    const version = Number(row?.dataset.version);
    const link = event.target.closest("a");
    if (link?.matches(".mark")) {
      event.preventDefault();
      if (link.matches("[data-unmarks]")) go({ compare_from: null }, `#v${version}`);
      else compareFrom(version);
    } else if (row && event.shiftKey) {
      event.preventDefault();
      getSelection().removeAllRanges();
      compareFrom(version);
    } else if (row && isWide() && (link?.matches(".summary") || (!link && getSelection().isCollapsed))) {
      event.preventDefault();
      show(version);
    } else if (link?.closest("nav.overview")) {
      event.preventDefault();
      fromStrip(link, event);
    }
  });

  function fromStrip(link, event) {
    const count = Number(strip().dataset.versions);
    const isColumn = !link.matches(".flag");
    const box = strip().firstElementChild.getBoundingClientRect();
    // A click by the keyboard has no place of its own.
    const isNearest = isColumn && count && event.detail > 0;
    const nearest = Math.ceil((count * (event.clientX - box.left)) / box.width);
    const version = isNearest ? Math.min(count, Math.max(1, nearest)) : Number(link.dataset.version);
    if (event.shiftKey) compareFrom(version);
    else if (isWide()) show(version, event.detail > 0 ? `#v${version}` : "nav.overview a[aria-current]");
    else location.assign(readUrl(version));
  }

  // On a narrow screen there is no room beside the list.
  function readUrl(version) {
    const row = rowOf(version)?.querySelector(".summary");
    return row ? row.href : `${page().dataset.history}/versions/${version}`;
  }

  const inStrip = (key, at) => ({ ArrowLeft: at - 1, ArrowRight: at + 1, Home: 1, End: latest() })[key];

  function step(direction) {
    const all = rows();
    const at = all.findIndex((row) => row.classList.contains("selected"));
    const focused = all.indexOf(document.activeElement?.closest(".version"));
    const next = all[(isWide() ? at : focused) + direction];
    const link = next?.querySelector(".summary");
    if (!link) {
      if (direction > 0) document.querySelector(".pager a[rel=next]")?.focus();
      return;
    }
    if (isWide()) show(Number(next.dataset.version));
    else {
      next.closest("details")?.setAttribute("open", "");
      link.focus();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (!page() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    const column = event.target.closest?.("nav.overview a:not(.flag)");
    if (column) {
      const at = Number(column.dataset.pending ?? column.dataset.version);
      const next = inStrip(event.key, at);
      if (next === undefined) return;
      event.preventDefault();
      column.dataset.pending = Math.min(latest(), Math.max(1, next));
      clearTimeout(timer);
      timer = setTimeout(() => show(Number(column.dataset.pending), "nav.overview a[aria-current]"), 120);
      return;
    }
    if (isTyping(event)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c" && !document.querySelector('[data-key="c"]')) {
      const focused = document.activeElement?.closest(".version");
      compareFrom(Number(focused?.dataset.version) || selected());
    }
  });

  addEventListener("htmx:after:swap", settle);
  settle();
})();
