// Keeps what is typed into a form in this browser until it is saved, offers it when the form is
// opened again, and has the browser ask before a page with unsaved text is left.
//
// Every open page keeps a draft of its own, so that two tabs never write over each other's text.
const TYPED = ["title", "script_id", "content", "change_description", "alternate"];
const WRITTEN_ON = ["base_version", "filled_from"];
const WAIT = 500; // milliseconds
const SENT = "draft sent"; // the draft of the form that was sent last, in this tab

const form = document.querySelector("form[data-draft]");
const state = form?.querySelector("[data-draft-state]");
let own = newKey();
let timer;
let sending = false;

function newKey() {
  return `draft ${form?.dataset.draft} ${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
}

function field(name) {
  return form.elements.namedItem(name);
}

function say(sentence) {
  if (state.textContent !== sentence) state.textContent = sentence;
}

// Storage may be full, or refused altogether.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function remove(key) {
  attempt(() => localStorage.removeItem(key));
}

/* Is there anything to lose? */

function isTyped() {
  return (
    "unsaved" in form.dataset || TYPED.some((name) => field(name) && field(name).value !== field(name).defaultValue)
  );
}

function isUnsaved() {
  return !sending && (isTyped() || field("upload").files.length > 0);
}

/* Keeping */

function keep() {
  clearTimeout(timer);
  timer = undefined;
  if (sending) return;
  if (!isTyped()) {
    remove(own);
    say("");
    return;
  }
  const draft = { time: Date.now() };
  [...TYPED, ...WRITTEN_ON].forEach((name) => field(name) && (draft[name] = field(name).value));
  draft.save_on = field("save_on")?.value;
  const kept = attempt(() => (localStorage.setItem(own, JSON.stringify(draft)), true));
  say(kept ? pageWords.say("writing.draft_kept") : pageWords.say("writing.draft_not_kept"));
}

// At the latest so long after a change, also while typing goes on; long texts less often.
function keepSoon() {
  sending = false;
  timer ??= setTimeout(keep, WAIT + field("content").value.length / 5000);
}

function send() {
  keep();
  if (isTyped()) attempt(() => sessionStorage.setItem(SENT, own));
  sending = true;
}

// Another tab has taken this page's draft up or thrown it away; what is written here stays a draft.
function ownDraftChanged(event) {
  if (event.key !== own || !isUnsaved()) return;
  own = newKey();
  keep();
}

/* Offering */

function drafts() {
  const start = `draft ${form.dataset.draft} `;
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(start) && !key.slice(start.length).includes(" ") && key !== own)
    .map((key) => ({ key, draft: attempt(() => JSON.parse(localStorage.getItem(key))) }))
    .filter(({ draft }) => typeof draft?.content === "string")
    .sort((one, other) => other.draft.time - one.draft.time);
}

// What stands in the form already needs no offer. It was saved after the draft was begun, or is all of it.
function isHere(draft) {
  const same = (name) => !field(name) || (draft[name] ?? "") === field(name).value;
  return same("content") && (!same("base_version") || TYPED.every(same));
}

function offerDrafts() {
  drafts().forEach(({ key, draft }) => (isHere(draft) ? remove(key) : offer(key, draft)));
}

function offer(key, draft) {
  const list = form.querySelector(".drafts");
  const shown = list.querySelector("template").content.cloneNode(true).firstElementChild;
  const button = (name) => shown.querySelector(`[data-${name}]`);
  const said = shown.querySelector("[data-said]");
  said.textContent = offerSentence(draft);
  said.title = new Date(draft.time).toLocaleString();
  button("take").addEventListener("click", () => takeUp(key, draft, shown));
  button("see")?.addEventListener("click", () => seeChanges(draft));
  const setAway = (away) => {
    shown.querySelectorAll("button").forEach((each) => (each.hidden = (each === button("keep")) !== away));
    said.textContent = away ? pageWords.say("writing.draft_discarded") : offerSentence(draft);
    button(away ? "keep" : "take").focus();
  };
  button("throw").addEventListener("click", () => {
    remove(key);
    setAway(true);
  });
  button("keep").addEventListener("click", () => {
    attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
    setAway(false);
  });
  list.append(shown);
}

function offerSentence(draft) {
  const base = Number(draft.base_version);
  if (draft.title) return pageWords.say("writing.draft_of_title", ago(draft.time), draft.title);
  if (base === 0) return pageWords.say("writing.draft", ago(draft.time));
  return withMeanwhile(pageWords.say("writing.draft_of_version", ago(draft.time), base), draft);
}

function ago(time) {
  const minutes = Math.round((Date.now() - time) / 60_000);
  if (minutes < 1) return pageWords.say("time.now");
  const [count, unit] =
    minutes < 60
      ? [minutes, "minute"]
      : minutes < 1440
        ? [Math.round(minutes / 60), "hour"]
        : [Math.round(minutes / 1440), "day"];
  return pageWords.count(`time.${unit}`, count, count);
}

// What was saved since is told after a sentence about the draft.
function withMeanwhile(sentence, draft) {
  const head = Number(field("base_version")?.value ?? 0);
  return head > Number(draft.base_version) ? `${sentence} ${pageWords.say("writing.draft_outdated", head)}` : sentence;
}

function takeUp(key, draft, shown) {
  const before = isTyped() ? own : undefined;
  if (before) keep();
  own = key;
  TYPED.filter(field).forEach((name) => (field(name).value = draft[name] ?? ""));
  if (draft.save_on && field("save_on")) field("save_on").value = draft.save_on;
  // So that a newer head is noticed when it is saved. A version above the head is of another database.
  if (Number(draft.base_version) <= Number(field("base_version")?.value)) {
    WRITTEN_ON.forEach((name) => (field(name).value = draft[name] ?? ""));
  }
  field("upload").value = "";
  shown.replaceChildren(withMeanwhile(pageWords.say("writing.draft_restored"), draft));
  keep();
  const replaced = before && attempt(() => JSON.parse(localStorage.getItem(before)));
  if (replaced) offer(before, replaced);
  field("content").dispatchEvent(new Event("input", { bubbles: true }));
  field("content").focus();
}

async function seeChanges(draft) {
  const section = document.querySelector("#preview");
  const title = document.querySelector("#preview-title");
  const { content, base_version, filled_from } = draft;
  const none = { file: "", file_name: "", upload: "" };
  title.textContent = pageWords.say("writing.changes_in_draft");
  title.focus({ preventScroll: true });
  await htmx.ajax("POST", section.getAttribute("hx-post"), {
    source: section,
    values: { ...none, content, base_version, filled_from },
  });
  if (title.getBoundingClientRect().top > innerHeight / 2) section.scrollIntoView();
}

const sent = attempt(() => sessionStorage.getItem(SENT));
attempt(() => sessionStorage.removeItem(SENT));

if (form) {
  // Text that the browser itself brings back would come with another version to go on top of.
  form.autocomplete = "off";
  if (!("unsaved" in form.dataset)) offerDrafts();
  else if (sent) own = sent;
  form.addEventListener("input", keepSoon);
  form.addEventListener("submit", send);
  addEventListener("storage", ownDraftChanged);
  addEventListener("pagehide", () => timer && keep());
  document.addEventListener("visibilitychange", () => document.hidden && timer && keep());
  addEventListener("beforeunload", (event) => isUnsaved() && event.preventDefault());
} else if (sent && document.querySelector("form[data-settlement]")) {
  // It is not saved yet: what others saved meanwhile is asked about first.
  attempt(() => sessionStorage.setItem(SENT, sent));
} else if (sent && performance.getEntriesByType("navigation")[0]?.redirectCount > 0) {
  // Only a form that was saved is answered by leading elsewhere.
  remove(sent);
}
