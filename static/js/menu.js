/* Menus close by Escape, by a click outside of them, and when another one opens. Who left one for nothing else that
   takes the focus is back at what opened it. */
(() => {
  // A click elsewhere may have led into a menu, to a field with an error.
  const hasLeft = (menu, target) => !menu.contains(target) && !menu.contains(document.activeElement);
  const open = () => [...document.querySelectorAll("details.menu[open]")];

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of open()) {
      if (!hasLeft(menu, event.target)) continue;
      menu.open = false;
      if (document.activeElement === document.body) menu.querySelector("summary").focus({ preventScroll: true });
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });

  // What is chosen in a menu makes the page anew, and the next choice is in the same menu.
  let kept = null;
  addEventListener("htmx:before:swap", () => {
    kept = document.activeElement?.closest("details.menu[open] form")?.closest("details.menu").id;
  });
  addEventListener("htmx:after:swap", () => {
    const menu = kept && document.getElementById(kept);
    if (menu) menu.open = true;
    kept = null;
  });
})();
