// The scenes and headings of the text in a menu; choosing one puts the cursor there.
import { isHeading, isScene } from "./structure.js";

const MOST = 1000;

function headings(doc, format) {
  const found = [];
  let number = 0;
  let scenes = 0;
  for (const text of doc.iterLines()) {
    number++;
    const scene = format === "screenplay" && isScene(text);
    if (scene) scenes++;
    if ((scene || isHeading(text)) && found.length < MOST) {
      const depth = scene ? 1 : text.match(/^#+/)[0].length;
      const title = scene ? `${scenes} ${text.trim().replace(/^\./, "")}` : text.replace(/^#+\s+/, "").trim();
      found.push({ number, depth, title });
    }
  }
  return found;
}

let before = "";

export function showOutline(view, format) {
  const menu = document.querySelector("[data-outline]");
  if (!menu) return;
  const found = format === "plain" ? [] : headings(view.state.doc, format);
  menu.hidden = found.length === 0;
  const now = JSON.stringify(found);
  if (now === before) return;
  before = now;
  menu.querySelector("summary").textContent = pageWords.say(
    format === "screenplay" ? "writing.scenes" : "writing.headings",
  );
  menu.querySelector(".menu-items").replaceChildren(
    ...found.map(({ number, depth, title }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title;
      button.dataset.depth = Math.min(depth, 4);
      button.addEventListener("click", () => {
        menu.open = false;
        document.dispatchEvent(new CustomEvent("go-to-line", { detail: number }));
      });
      return button;
    }),
  );
}
