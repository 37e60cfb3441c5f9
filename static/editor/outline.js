// The scenes and headings of the text in a menu, as in the list beside a text that is read; choosing one puts the cursor
// there.
import { isCue, isHeading, isScene } from "./structure.js";

const MOST = 1000;
const MOST_SPEAKERS = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

function headingOf(text, scenes) {
  const given = text.match(/#([^#]+)#\s*$/);
  const heading = text
    .replace(/#[^#]+#\s*$/, "")
    .trim()
    .replace(/^\./, "");
  return { depth: 1, mark: given ? given[1] : `${scenes}`, title: heading };
}

function headings(doc, format) {
  const found = [];
  const isScreenplay = format === "screenplay";
  let number = 0;
  let scenes = 0;
  for (const text of doc.iterLines()) {
    number++;
    const scene = isScreenplay && isScene(text);
    if (scene) scenes++;
    if ((scene || isHeading(text)) && found.length < MOST) {
      const heading = scene
        ? headingOf(text.trim(), scenes)
        : { depth: text.match(/^#+/)[0].length, mark: "", title: text.replace(/^#+\s+/, "").trim() };
      found.push({ number, words: 0, speakers: [], ...heading });
    } else if (found.length > 0) {
      addLine(found.at(-1), doc, isScreenplay, number, text);
    }
  }
  return found;
}

function addLine(heading, doc, isScreenplay, number, text) {
  heading.words += text.match(WORD)?.length ?? 0;
  if (!isScreenplay || !isCue(doc, number)) return;
  const name = text
    .replace(/\(.*$/, "")
    .replace(/^\s*@|\^\s*$/g, "")
    .trim()
    .toUpperCase();
  if (!heading.speakers.includes(name)) heading.speakers.push(name);
}

function part(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}

function item(menu, { number, depth, mark, title, words, speakers }) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.depth = Math.min(depth, 4);
  button.append(
    part("span", "number", mark),
    " ",
    part("bdi", "heading", title),
    " ",
    part("span", "length", pageWords.count("count.word", words, words)),
  );
  if (speakers.length > 0) {
    const more = speakers.length > MOST_SPEAKERS ? ", …" : "";
    button.append(part("small", "", speakers.slice(0, MOST_SPEAKERS).join(", ") + more));
  }
  button.addEventListener("click", () => {
    menu.open = false;
    document.dispatchEvent(new CustomEvent("go-to-line", { detail: number }));
  });
  const line = document.createElement("li");
  line.append(button);
  return line;
}

let before = "";

export function showOutline(view, format) {
  const menu = document.querySelector("[data-outline]");
  if (!menu || menu.contains(document.activeElement)) return;
  const found = format === "plain" ? [] : headings(view.state.doc, format);
  menu.hidden = found.length === 0;
  const now = JSON.stringify(found);
  if (now === before) return;
  before = now;
  const name = pageWords.say(format === "screenplay" ? "writing.scenes" : "writing.headings");
  menu.querySelector("summary").textContent = name;
  const list = document.createElement("ol");
  list.append(...found.map((heading) => item(menu, heading)));
  const place = menu.querySelector(".outline");
  place.setAttribute("aria-label", name);
  place.replaceChildren(list);
}
