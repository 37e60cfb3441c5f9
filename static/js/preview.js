// Shows what saving would change while a text is written: asks a moment after the last change, and
// htmx puts the answer into the section. Without this the button “Preview changes” does the same.
const section = document.querySelector("#preview[hx-post]");
const form = section?.closest("form");
const title = document.querySelector("#preview-title");

const SHORTEST_WAIT = 400; // milliseconds
const LONGEST_TEXT = 500_000; // characters
const TITLE = title?.textContent;

let timer;
let asked;
let took = 0;

function text() {
  return form.elements.content;
}

function size() {
  const files = [...form.elements.upload.files].reduce((sum, file) => sum + file.size, 0);
  return text().value.length + files;
}

function say(problem) {
  const said = document.querySelector("#preview-said");
  if (said.textContent === problem) return; // or it would be read aloud again
  const notice = document.createElement("span");
  notice.className = "notice";
  notice.textContent = problem;
  said.replaceChildren(notice);
}

// Long texts wait longer, and so does everybody while the server is slow.
function ask() {
  clearTimeout(timer);
  title.textContent = TITLE;
  const characters = size();
  if (characters > LONGEST_TEXT) {
    section.dispatchEvent(new Event("htmx:abort"));
    say(pageWords.say("writing.too_long"));
    return;
  }
  const wait = SHORTEST_WAIT + characters / 1000 + took;
  timer = setTimeout(() => section.dispatchEvent(new Event("preview")), wait);
}

// Only the answers of the form's own page hold a sentence; others are pages about an error.
function refuseErrorPage(event) {
  const { ctx, tasks } = event.detail;
  if (tasks.some((task) => task.type === "oob")) return;
  event.preventDefault();
  const { status } = ctx.response;
  say(status === 413 ? pageWords.say("writing.too_large") : pageWords.say("writing.not_compared", status));
}

if (form) {
  form.addEventListener("input", (event) => {
    if ([text(), form.elements.upload].includes(event.target) || event.target.name === "save_on") ask();
  });
  section.addEventListener("htmx:before:request", () => (asked = performance.now()));
  section.addEventListener("htmx:finally:request", () => (took = performance.now() - asked));
  section.addEventListener("htmx:before:swap", refuseErrorPage);
  section.addEventListener("htmx:error", () => say(pageWords.say("writing.unreachable")));
  // A text that differs from the head before anything is typed: an older version's, or one sent and refused.
  const { base_version, filled_from } = form.elements;
  const differs = "unsaved" in form.dataset || filled_from.value !== base_version.value;
  if (differs && section.matches(".waiting") && text().value) ask();
  // htmx notes in the browser's history that it was here; asked for again, the answer of a form is an error.
  if (form.dataset.address) history.replaceState(null, "", form.dataset.address + location.hash);
}
