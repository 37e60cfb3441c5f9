// Keeps what is typed into a form in this browser until it is saved, offers it when the form is
// opened again, and has the browser ask before a page with unsaved text is left.
//
// Every open page keeps a draft of its own, so that two tabs never write over each other's text. Whoever is signed in
// is offered no drafts of others who use the same browser. What is kept or removed here it tells draft-server.js, which
// does the same on the server and hands back what other pages kept there.
const TYPED = ["title", "script_id", "content", "change_description", "alternate"];
const WRITTEN_ON = ["base_version", "filled_from"];
const WAIT = 500; // milliseconds
const SENT = "draft sent"; // the draft of the form that was sent last, in this tab

const form = document.querySelector("form[data-draft]");
const state = form?.querySelector("[data-draft-state]");
const PLACE = `draft ${form?.dataset.draft} `; // How keys begin of drafts that were written by nobody who signed in.
const MINE = form?.dataset.writer ? `draft ${form.dataset.draft}#${form.dataset.writer} ` : PLACE;
let own = newKey();
let revision = 0; // How often this page's draft was kept.
// Drafts of other browsers that are done with when this page's is saved, as they were seen.
const taken = new Set(
  form?.elements
    .namedItem("draft")
    .value.split(" ")
    .filter((key) => key.includes(".")),
);
// Drafts of other pages on the server, by their keys here, which this page's is yet to take the place of.
const others = new Map();
let timer;
let sending = false;

function newKey() {
  return `${MINE}${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
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

// What the server calls the draft of a page: the last part of its key here.
const serverKey = (key) => key.slice(key.lastIndexOf(" ") + 1);

function tellServer(event, detail) {
  document.dispatchEvent(new CustomEvent(event, { detail }));
}

function removeEverywhere(key, draft) {
  remove(key);
  others.delete(key);
  tellServer("draft-removed", { keys: `${serverKey(key)}.${draft.revision ?? 0}` });
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
    if (revision) tellServer("draft-removed", { keys: `${serverKey(own)}.${revision}` });
    delete state.dataset.server;
    say("");
    return;
  }
  const draft = { time: Date.now(), revision: ++revision };
  [...TYPED, ...WRITTEN_ON].forEach((name) => field(name) && (draft[name] = field(name).value));
  draft.save_on = field("save_on")?.value;
  replaceOthers();
  const kept = attempt(() => (localStorage.setItem(own, JSON.stringify(draft)), true));
  // What the server was last asked it is asked again within seconds.
  if (!kept) say(pageWords.say("writing.draft_not_kept"));
  else if (!("server" in state.dataset)) say(pageWords.say("writing.draft_kept"));
  tellServer("draft-kept", { keys: [serverKey(own), ...taken].join(" "), draft, kept });
}

// At the latest so long after a change, also while typing goes on; long texts less often.
function keepSoon() {
  sending = false;
  timer ??= setTimeout(keep, WAIT + field("content").value.length / 5000);
}

function send() {
  keep();
  if (isTyped()) attempt(() => sessionStorage.setItem(SENT, own));
  field("draft").value = [serverKey(own), ...taken].join(" ");
  sending = true;
}

// Another tab has taken this page's draft up or thrown it away; what is written here stays a draft.
function ownDraftChanged(event) {
  if (event.key !== own || !isUnsaved()) return;
  own = newKey();
  revision = 0;
  keep();
}

/* Offering */

function drafts() {
  const isOf = (start, key) => key.startsWith(start) && !key.slice(start.length).includes(" ");
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys
    .filter((key) => (isOf(MINE, key) || isOf(PLACE, key)) && key !== own)
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
  const onServer = form.querySelector("[data-server-draft]");
  const [there, last] = onServer?.dataset.key.split(".") ?? [];
  drafts().forEach(({ key, draft }) => {
    // What the server has of this browser's own is no more than this.
    if (serverKey(key) === there && draft.revision >= Number(last)) onServer.remove();
    if (isHere(draft)) removeEverywhere(key, draft);
    else offer(key, draft);
  });
}

// Another page has kept a draft on the server.
function offerFromServer({ detail }) {
  const key = MINE + detail.key;
  if (key === own) return;
  const { base_version: base, filled_from: from } = detail;
  const draft = { ...detail, base_version: String(base), filled_from: String(from ?? ""), elsewhere: true };
  others.set(key, draft);
  // What stands in the form already needs no offer; what this browser keeps is offered when a page is opened.
  if (isHere(draft)) removeEverywhere(key, draft);
  else if (!isKeptHere(key, draft)) offer(key, draft);
  if (isTyped()) keep();
}

function isKeptHere(key, draft) {
  return attempt(() => JSON.parse(localStorage.getItem(key)).revision >= draft.revision);
}

// It is kept here before this page's takes its place there.
function replaceOthers() {
  others.forEach((draft, key) => {
    if (!isKeptHere(key, draft)) {
      const replaced = { ...draft, replaced: true };
      if (!attempt(() => (localStorage.setItem(key, JSON.stringify(replaced)), true))) return;
      offer(key, replaced);
    }
    taken.add(`${draft.key}.${draft.revision}`);
    others.delete(key);
  });
}

function offer(key, draft) {
  const list = form.querySelector(".drafts");
  const shown = list.querySelector("template").content.cloneNode(true).firstElementChild;
  shown.dataset.key = key;
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
    removeEverywhere(key, draft);
    setAway(true);
  });
  button("keep").addEventListener("click", () => {
    attempt(() => localStorage.setItem(key, JSON.stringify({ ...draft, replaced: true })));
    // What is written here is what the server has.
    if (!isTyped()) tellServer("draft-kept", { keys: serverKey(key), draft, kept: true });
    setAway(false);
  });
  const before = [...list.children].find(({ dataset }) => dataset.key === key);
  if (before) before.replaceWith(shown);
  else list.append(shown);
}

function offerSentence(draft) {
  const base = Number(draft.base_version);
  if (draft.elsewhere && !draft.replaced) return elsewhereSentence(draft, base);
  if (draft.title) return pageWords.say("writing.draft_of_title", ago(draft.time), draft.title);
  if (base === 0) return pageWords.say("writing.draft", ago(draft.time));
  return withMeanwhile(pageWords.say("writing.draft_of_version", ago(draft.time), base), draft);
}

function elsewhereSentence(draft, base) {
  const time = ago(draft.time);
  const sentence = draft.title
    ? pageWords.say("writing.draft_elsewhere_of_title", time, draft.title)
    : base === 0
      ? pageWords.say("writing.draft_elsewhere", time)
      : pageWords.say("writing.draft_elsewhere_of_version", time, base);
  return withMeanwhile(draft.difference ? `${sentence} ${draft.difference}` : sentence, draft);
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
  if (draft.elsewhere || !key.startsWith(MINE)) {
    // Its own page may still be open in the other browser, and go on writing under that key.
    own = newKey();
    revision = 0;
    if (draft.elsewhere) taken.add(`${draft.key}.${draft.revision}`);
    others.delete(key);
    remove(key);
  } else {
    own = key;
    revision = draft.revision ?? 0;
  }
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
  else {
    if (sent?.startsWith(MINE)) {
      own = sent;
      revision = attempt(() => JSON.parse(localStorage.getItem(own)).revision) ?? 0;
    }
    keepSoon();
  }
  form.addEventListener("input", keepSoon);
  form.addEventListener("submit", send);
  addEventListener("storage", ownDraftChanged);
  document.addEventListener("draft-on-server", offerFromServer);
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
