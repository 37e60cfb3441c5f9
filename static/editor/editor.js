// The editor: takes the place of the text area of a form, which stays the form's field. Whatever is written here is put
// into the field at once (of a long text a moment later), and whatever a script puts into the field is shown here.
import { history, historyKeymap } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { EditorState, Compartment } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { keys } from "./keys.js";
import { formatOf, marks } from "./marks.js";
import { look } from "./look.js";
import { showLength } from "./length.js";
import { showOutline } from "./outline.js";
import { panelWords } from "./words.js";

const LONG = 100_000; // characters
const PATIENCE = 250; // milliseconds
const PAUSE = 400;

const field = document.querySelector("textarea[data-editor]");

function described(ids) {
  return (ids ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent.trim())
    .filter(Boolean)
    .join(" ");
}

function attributes() {
  const wrong = field.getAttribute("aria-invalid") === "true";
  return {
    "aria-label": field.labels[0].querySelector(".hidden").textContent,
    tabindex: "0",
    spellcheck: "true",
    autocorrect: "on",
    autocapitalize: "sentences",
    writingsuggestions: "false",
    ...(wrong && { "aria-invalid": "true", "aria-description": described(field.getAttribute("aria-describedby")) }),
  };
}

// What both texts begin and end with stays, and with it the cursor.
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from: start, to: before.length - same, insert: after.slice(start, after.length - same) };
}

function mount() {
  const format = new Compartment();
  const host = document.createElement("div");
  host.className = "source";
  const root = host.attachShadow({ mode: "open" });
  let isPassingOn = false;
  let waiting;
  let pausing;
  let shown;

  function passOn() {
    clearTimeout(waiting);
    waiting = undefined;
    isPassingOn = true;
    field.value = view.state.doc.toString();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    isPassingOn = false;
  }

  function passOnNow() {
    if (waiting !== undefined) passOn();
  }

  function refresh() {
    const now = formatOf(field, view.state.doc);
    if (now !== shown) {
      shown = now;
      host.dataset.format = now;
      view.dispatch({ effects: format.reconfigure([marks(now), look(now)]) });
    }
    // The text itself is seen first.
    setTimeout(() => {
      showLength(view.state.doc, now);
      showOutline(view, now);
    });
  }

  function changed(update) {
    if (!update.docChanged) return;
    clearTimeout(pausing);
    pausing = setTimeout(refresh, PAUSE);
    if (update.transactions.some((each) => each.isUserEvent("field"))) return;
    if (update.state.doc.length < LONG) passOn();
    else waiting ??= setTimeout(passOn, PATIENCE);
  }

  EditorView.EDIT_CONTEXT = false; // Browsers check no spelling with it.
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        history(),
        search({ top: true }),
        keymap.of([...searchKeymap, ...historyKeymap, ...keys]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(attributes()),
        EditorView.updateListener.of(changed),
        EditorState.phrases.of(panelWords()),
        format.of([]),
      ],
    }),
  });

  field.closest(".text-field").classList.add("enhanced");
  field.tabIndex = -1;
  field.setAttribute("aria-hidden", "true");
  field.closest("label").after(host);
  refresh();

  field.addEventListener("input", () => {
    if (isPassingOn) return;
    const changes = difference(view.state.doc.toString(), field.value);
    if (changes.from < changes.to || changes.insert) view.dispatch({ changes, userEvent: "field" });
  });
  field.addEventListener("focus", () => {
    const { selectionStart: anchor, selectionEnd: head } = field;
    if (anchor < head) view.dispatch({ selection: { anchor, head } });
    view.focus();
  });
  field.focus = () => view.focus();
  addEventListener("submit", passOnNow, true);
  addEventListener("pagehide", passOnNow, true);
  addEventListener("beforeunload", passOnNow, true);
  document.addEventListener("visibilitychange", passOnNow, true);

  const find = document.querySelector("[data-find]");
  if (find) find.hidden = false;
  find?.addEventListener("click", () => openSearchPanel(view));
  document.addEventListener("keydown", (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "f";
    if (!isFind || event.defaultPrevented || document.activeElement !== document.body) return;
    event.preventDefault();
    openSearchPanel(view);
  });
  document.addEventListener("go-to-line", (event) => goTo(view, event.detail));
}

// Puts the cursor at the start of a line, counted from 1, and the line near the top.
function goTo(view, number) {
  const line = view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));
  view.dispatch({
    selection: { anchor: line.from },
    effects: EditorView.scrollIntoView(line.from, { y: "start", yMargin: 48 }),
  });
  view.focus();
}

if (field) mount();
