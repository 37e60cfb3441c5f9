// On a wide screen a version's changes open beside the history instead of on their own page.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-panel]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || !matchMedia("(min-width: 70rem)").matches) return;
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("selected", new URL(link.dataset.panel, location.href).searchParams.get("selected"));
  const url = address.pathname + address.search;
  htmx.ajax("GET", url, { target: "#panel", select: "#panel", swap: "outerHTML", push: url });
  document.querySelector(".versions .selected")?.classList.remove("selected");
  link.closest("li").classList.add("selected");
});
