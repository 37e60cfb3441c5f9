// Runs before the page is painted: where scripts come, nothing that stands in for them is shown.
document.documentElement.classList.add("with-scripts");
