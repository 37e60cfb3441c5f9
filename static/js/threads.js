// Comments beside a text: what the server says of them is put into the margin, each at the height of its words, which
// are marked. Where there is no room for a margin, a comment comes up over the foot of the page.
let opener = null; // What was there of the note that is open now.
let lost = { typed: [] }; // What was typed in a margin that the page is swapped with.

const margin = () => document.getElementById("threads");
const notes = () => [...margin().querySelectorAll(".note")];
const isBeside = () => getComputedStyle(margin()).getPropertyValue("--beside").trim() === "1";

async function partOf(url, options) {
  const answer = await fetch(url, { ...options, headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.getElementById("threads");
  if (part && !answer.ok) part.dataset.refused = "true";
  return part;
}

async function load() {
  const own = margin();
  if (!own || own.dataset.loaded) return;
  own.dataset.loaded = "true";
  const part = await partOf(own.dataset.url);
  if (part && own.isConnected) {
    show(part);
    if (lost.url === own.dataset.url) putBack(lost);
    lost = { typed: [] };
  }
  const linked = noteOf(location.hash.match(/^#thread-(\d+)$/)?.[1]);
  if (linked) open(linked);
}

function show(part) {
  part.dataset.loaded = "true";
  margin().replaceWith(part);
  opener = null;
  mark();
}

function noteOf(thread) {
  return thread && document.getElementById(`note-${thread}`);
}

function marksOf(note) {
  return document.querySelectorAll(`mark.remark[data-thread="${note.dataset.thread}"]`);
}

function mark() {
  if (!margin()) return;
  for (const old of document.querySelectorAll("mark.remark")) {
    const parent = old.parentElement;
    old.replaceWith(...old.childNodes);
    parent.normalize();
  }
  letters.mark(
    notes()
      .filter((note) => note.dataset.side)
      .map(stretch),
  );
  place();
}

function stretch(note) {
  const { side, start, end, thread, state } = note.dataset;
  return {
    side,
    start: Number(start),
    end: Number(end),
    mark: () => {
      const made = document.createElement("mark");
      made.className = `remark ${state}`;
      made.classList.toggle("resolved", note.classList.contains("resolved"));
      made.classList.toggle("draft", note.classList.contains("draft"));
      made.classList.toggle("suggested", note.classList.contains("suggested"));
      made.dataset.thread = thread;
      return made;
    },
  };
}

// Each note at its words, below the one before it; the open one stays at its words, and those before it give way.
function place() {
  const list = margin()?.querySelector(".notes");
  if (!list) return;
  margin().classList.toggle("beside", isBeside());
  if (!isBeside()) {
    for (const note of list.children) note.style.top = "";
    list.style.height = "";
    return;
  }
  const wanted = heights([...list.children], list.getBoundingClientRect().top);
  const order = [...list.children]
    .filter((note) => note.offsetHeight > 0)
    .sort((a, b) => wanted.get(a) - wanted.get(b));
  const at = Math.max(
    0,
    order.findIndex((note) => note.matches(".open")),
  );
  const gap = 10;
  let below = 0;
  const tops = new Map();
  for (const note of order.slice(at)) {
    const place = Math.max(wanted.get(note), below);
    tops.set(note, place);
    below = place + note.offsetHeight + gap;
  }
  let above = tops.get(order[at]) ?? 0;
  for (const note of order.slice(0, at).reverse()) {
    above = Math.min(wanted.get(note), above - gap - note.offsetHeight);
    tops.set(note, above);
  }
  // Where those before the open one have no room, they begin at the top and go on behind it.
  if (above < 0) stack(order.slice(0, at), tops, gap);
  for (const [note, place] of tops) note.style.top = `${place}px`;
  list.style.height = `${below}px`;
}

function stack(order, tops, gap) {
  let below = 0;
  for (const note of order) {
    tops.set(note, below);
    below += note.offsetHeight + gap;
  }
}

// Another note on the same words, whose mark is on top of its own.
function covering(note, all, marks) {
  const { side, start } = note.dataset;
  const other = all.find(
    ({ dataset }) =>
      side &&
      dataset.side === side &&
      Number(dataset.start) <= Number(start) &&
      Number(dataset.end) > Number(start) &&
      marks.has(dataset.thread),
  );
  return other?.dataset.thread;
}

// How far below a line the words of each note are. Of words that the page does not show, such as in what is folded, the
// note follows the one before it.
function heights(notes, top) {
  const marks = new Map();
  for (const own of document.querySelectorAll("mark.remark")) {
    if (!marks.has(own.dataset.thread)) marks.set(own.dataset.thread, own);
  }
  const found = new Map();
  let last = 0;
  for (const note of notes) {
    const mark = marks.get(note.dataset.thread) ?? marks.get(covering(note, notes, marks));
    const shown = mark?.getClientRects()[0];
    if (note.dataset.height) last = Number(note.dataset.height);
    else if (shown) last = Math.max(0, shown.top - top);
    else if (note.dataset.side) last += 0.01;
    else last = Infinity;
    found.set(note, last);
  }
  return found;
}

async function open(note, focuses = true) {
  if (note.matches(".open")) {
    reach(note, focuses);
    return;
  }
  close();
  // What is typed in it kept it whole.
  if (!note.matches(".draft") && note.querySelector(".thread:not(.brief)")) {
    reach(note, focuses);
    return;
  }
  const url = new URL(margin().dataset.url, location.href);
  url.searchParams.set("open", note.dataset.thread);
  const part = note.matches(".draft") ? null : await partOf(url);
  const opened = part?.querySelector(`#${CSS.escape(note.id)}`);
  if (!note.isConnected) return;
  if (opened?.querySelector(".thread:not(.brief)")) {
    opener = note.cloneNode(true);
    note.replaceWith(opened);
    reach(opened, focuses);
  } else reach(note, focuses);
}

function reach(note, focuses) {
  note.classList.add("open");
  for (const own of marksOf(note)) own.classList.add("current");
  place();
  const [first] = marksOf(note);
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "auto";
  first?.scrollIntoView({ block: "center", behavior: smooth });
  if (!first && isBeside()) note.scrollIntoView({ block: "nearest", behavior: smooth });
  if (focuses) note.querySelector(".thread").focus({ preventScroll: true });
}

// What is typed in it keeps a note open.
function close() {
  for (const own of document.querySelectorAll("mark.remark.current")) own.classList.remove("current");
  const note = margin()?.querySelector(".note.open");
  if (!note) return;
  note.classList.remove("open");
  const typed = [...note.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  if (opener?.id === note.id && !typed) {
    note.replaceWith(opener);
    opener.classList.remove("open");
  }
  opener = null;
  place();
}

function inOrder() {
  const order = notes().filter((note) => !note.matches(".new-note"));
  const places = heights(order, margin().getBoundingClientRect().top);
  return order.sort((a, b) => (places.get(a) === places.get(b) ? 0 : places.get(a) - places.get(b)));
}

// From one to the next in the order of the page.
function step(by) {
  const order = inOrder();
  const at = order.findIndex((note) => note.matches(".open"));
  const next = at < 0 ? order.at(by > 0 ? 0 : -1) : order[at + by];
  if (!next) return;
  const details = next.closest("details");
  if (details) details.open = true;
  open(next);
}

// Accepts or rejects the suggestion that is open.
function decide(act) {
  margin().querySelector(`.note.open [data-act=${act}]`)?.click();
}

function comment() {
  const chosen = letters.selected();
  const form = margin()?.querySelector("form.new-note");
  if (!chosen || !form) return false;
  close();
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  form.setAttribute("action", chosen.side === "from" ? form.dataset.left : form.dataset.right);
  const { words } = chosen;
  form.querySelector("q").textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const item = form.closest(".note");
  item.dataset.height = Math.max(0, box.top - item.parentElement.getBoundingClientRect().top);
  item.hidden = false;
  item.classList.add("open");
  letters.mark([{ ...chosen, mark: newMark }]);
  place();
  form.elements.body.focus({ preventScroll: isBeside() });
  return true;
}

function newMark() {
  const made = document.createElement("mark");
  made.className = "remark current";
  made.dataset.thread = "new";
  return made;
}

function dismissNew() {
  const item = margin().querySelector(".note:has(> form.new-note)");
  if (!item || item.hidden) return;
  item.hidden = true;
  item.classList.remove("open");
  mark();
}

// What was typed is put into the margin that comes in place of this one, and the cursor where it was. Of a note with
// text in several forms the one that was sent is filled by the answer, unless it was refused.
const isTyped = (field) => field.value !== field.defaultValue;
const typedFields = (note) => [...note.querySelectorAll("textarea")].filter(isTyped);

function keepTyped(sent) {
  const typed = margin() ? notes().filter((note) => typedFields(note).some((field) => field.form !== sent)) : [];
  const focused = document.activeElement;
  const isHere = focused?.form !== sent && typed.some((note) => note.contains(focused));
  const range = isHere && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  return { url: margin()?.dataset.url, typed, sent, focused: isHere ? focused : null, range };
}

function formLike(form, among) {
  return [...among.querySelectorAll("form")].find(
    (other) => other.getAttribute("action") === form.getAttribute("action"),
  );
}

// The answer has the note whole where a form of it was sent, and then the text of its other forms goes over.
function fill(now, note, sent) {
  for (const field of typedFields(note).filter((own) => own.form !== sent)) {
    const same = formLike(field.form, now)?.elements[field.name];
    if (!same) return false;
    same.value = field.value;
    const details = same.closest("details");
    if (details) details.open = true;
  }
  return true;
}

function putBack({ typed, sent, focused, range }) {
  for (const note of typed) {
    note.classList.remove("open");
    const now = note.id ? document.getElementById(note.id) : margin().querySelector(".note:has(> form.new-note)");
    if (now && sent && note.contains(sent) && fill(now, note, sent)) continue;
    if (now) now.replaceWith(note);
    else margin().querySelector(".notes")?.append(note);
  }
  if (typed.length > 0) mark();
  if (!focused?.isConnected) return false;
  focused.closest(".note").classList.add("open");
  place();
  focused.focus({ preventScroll: true });
  if (range) focused.setSelectionRange(...range);
  return true;
}

// The note after another one in the order of the page, to go on with once that is done.
function after(note) {
  const all = inOrder().filter((other) => other.matches(".suggested"));
  return all[all.indexOf(note) + 1] ?? all[all.indexOf(note) - 1];
}

// A suggestion is decided on without leaving the page, if nothing is left to be asked: then the margin is asked for
// anew, and the next one is open.
async function decideOn(form, button) {
  const next = after(form.closest(".note"))?.id;
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  form.inert = true;
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form, button)) }).catch(
    () => null,
  );
  form.inert = false;
  const part = answer?.ok && answer.redirected ? await partOf(margin().dataset.url) : null;
  if (!part) {
    form.dataset.plain = "true";
    form.requestSubmit(button);
    return;
  }
  const kept = keepTyped();
  show(part);
  const note = next && document.getElementById(next);
  if (!putBack(kept) && note) reach(note, true);
}

// A form whose answer is no margin is sent as without scripts: the page that comes says why. Its address is asked for
// as an attribute, because a button of it is called action.
async function send(form, button) {
  const fields = new URLSearchParams(new FormData(form, button));
  const own = form.closest(".note");
  form.inert = true;
  const part = await partOf(form.getAttribute("action"), { method: "POST", body: fields });
  form.inert = false;
  if (!part) {
    form.dataset.plain = "true";
    form.requestSubmit(button);
    return;
  }
  const { opened, refused } = part.dataset;
  // What was refused stays as it is, but for a form that shows its errors.
  const kept = keepTyped(refused && !part.dataset.failed ? null : form);
  show(part);
  const isTyping = putBack(kept);
  const notice = part.querySelector(":scope > .notice[role=alert]");
  if (refused && notice && own?.isConnected) form.closest(".note")?.prepend(notice);
  const failed = part.querySelector("form.new-note [aria-invalid=true], form.new-note textarea");
  if (part.dataset.failed) {
    const item = failed?.closest(".note");
    if (item && part.dataset.failed === "new") {
      item.hidden = false;
      item.classList.add("open");
      failed.defaultValue = "";
      failed.focus();
      place();
    }
  }
  const again = own?.isConnected ? own : own?.id && document.getElementById(own.id);
  const note = refused ? again : noteOf(opened);
  if (note && !isTyping && !part.dataset.failed) {
    opener = null;
    reach(note, true);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#threads") || form.dataset.plain) return;
  event.preventDefault();
  if ("decides" in form.dataset) decideOn(form, event.submitter);
  else send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  if (!margin()) return;
  if (event.target.closest("[data-comments-on]")) comment();
  else if (event.target.closest("[data-dismiss]")) dismissNew();
  else if (event.target.closest("[data-close]")) close();
  else {
    const marked = event.target.closest("mark.remark");
    const note = event.target.closest("#threads .note:not(.open)");
    if (marked && getSelection().isCollapsed && !event.target.closest("a")) {
      const found = noteOf(marked.dataset.thread);
      if (found) open(found, false);
    } else if (note && !event.target.closest("a:not(.opens), button, summary, input, textarea")) {
      event.preventDefault();
      open(note);
    }
  }
});

// Before others that know the same keys, where there is something selected.
document.addEventListener(
  "keydown",
  (event) => {
    if (!margin() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && margin().querySelector(".note.open")) {
      const typing = margin().querySelector(".note.open > form.new-note textarea");
      if (typing && typing.value === "") dismissNew();
      else if (!typing) close();
      return;
    }
    if (isTyping(event)) return;
    if (event.key === "c" && comment()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key === "t") step(1);
    else if (event.key === "T") step(-1);
    else if (event.key === "a") decide("accept");
    else if (event.key === "r") decide("reject");
  },
  { capture: true },
);

addEventListener("htmx:before:swap", () => (lost = keepTyped()));
addEventListener("htmx:after:swap", () => (margin()?.dataset.loaded ? mark() : load()));
addEventListener("diff:drawn", mark);
addEventListener("resize", place);
document.fonts.ready.then(place);
load();
