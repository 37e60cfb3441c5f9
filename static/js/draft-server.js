// Keeps the draft of whoever is signed in on the server, too, a few seconds after they stop typing, and hands draft.js
// what another page kept there. Nothing of another page is written over there before this browser has it.
const WAIT = 5_000; // milliseconds
const LONGEST_WAIT = 30_000; // While typing goes on, and between attempts to reach the server.
// Bytes of text that a browser sends on after its page is gone; what is longer waits in the browser.
const MOST_AFTER_LEAVING = 55_000;
// What is said by the status of an answer; signed out, one is led elsewhere.
const REFUSALS = {
  0: "writing.draft_signed_out",
  401: "writing.draft_signed_out",
  403: "writing.draft_no_right",
  404: "writing.draft_no_right",
  412: "writing.draft_other_account",
  413: "writing.draft_too_long",
};

const SIGNED_OUT = [0, 401, 412];

const form = document.querySelector("form[data-server-drafts]");
const state = form.querySelector("[data-draft-state]");
const offered = form.querySelector("[data-server-draft]");
let waiting = null; // What is to be kept next.
let since = 0; // When typing began that is not kept yet.
let timer = null;
let turn = Promise.resolve(); // Requests go one after another.
let underWay = null;

// From then on draft.js leaves it to this to say where the draft is.
function say(key, ...values) {
  state.dataset.server = "";
  const sentence = pageWords.say(key, ...values);
  if (state.textContent !== sentence) state.textContent = sentence;
}

function post(address, fields, more) {
  const body = new FormData();
  const hidden = (name) => form.elements.namedItem(name)?.value;
  const { writer } = form.dataset;
  const all = { ...fields, writer, branch: hidden("branch"), form_token: hidden("form_token") };
  Object.entries(all).forEach(([name, value]) => body.append(name, value ?? ""));
  return fetch(address, { method: "POST", body, redirect: "manual", ...more });
}

/* Keeping */

function keepSoon({ detail }) {
  waiting = detail;
  since ||= Date.now();
  keepIn(Math.max(0, Math.min(WAIT, since + LONGEST_WAIT - Date.now())));
}

function keepIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(() => (turn = turn.then(() => keep()).catch(() => {})), milliseconds);
}

async function keep(more) {
  clearTimeout(timer);
  if (!waiting) return;
  const sent = waiting;
  waiting = null;
  since = 0;
  const { signal } = (underWay = new AbortController());
  const fields = { ...sent.draft, draft: sent.keys };
  const answer = await post(form.dataset.serverDrafts, fields, { signal, ...more }).catch(() => null);
  if (signal.aborted) return;
  if (answer?.ok) {
    say(sent.kept ? "writing.draft_kept_twice" : "writing.draft_kept_on_server");
  } else if (answer?.status === 409) {
    const { most, ...other } = await answer.json();
    if (!most) handOver(other);
    else if (sent.kept) say("writing.draft_too_many", most);
  } else if (!answer || answer.status === 429 || answer.status >= 500) {
    if (sent.kept) say("writing.draft_kept");
    sendAgain(sent);
    keepIn(LONGEST_WAIT);
  } else {
    if (sent.kept) say(REFUSALS[answer.status] ?? "writing.draft_refused");
    if (SIGNED_OUT.includes(answer.status)) sendAgain(sent);
  }
}

// What was typed meanwhile holds all of it.
function sendAgain(sent) {
  waiting ??= sent;
}

// The page may be gone before its turn comes; of what arrives in another order the server takes the latest.
function keepNow() {
  if (waiting) keep({ keepalive: new Blob([waiting.draft.content]).size < MOST_AFTER_LEAVING });
}

// Removes what this page or this browser kept; what others wrote since stays.
function remove({ detail: { keys } }) {
  if (waiting?.keys.split(" ")[0] === keys.split(".")[0]) waiting = null;
  const address = `${form.dataset.serverDrafts}/discard`;
  turn = turn.then(() => post(address, { draft: keys })).catch(() => {}); // It is offered once more then.
}

/* Handing over */

function handOver(draft) {
  document.dispatchEvent(new CustomEvent("draft-on-server", { detail: draft }));
}

// The offer on the page is for browsers without scripts. Here it can be taken up in place, with what is kept here.
async function takeOffer() {
  const answer = await fetch(offered.dataset.serverDraft).catch(() => null);
  if (!answer?.ok) return;
  const draft = await answer.json();
  offered.remove();
  handOver({ ...draft, difference: offered.dataset.difference });
}

document.addEventListener("draft-kept", keepSoon);
document.addEventListener("draft-removed", remove);
addEventListener("pagehide", keepNow);
// Whoever comes back may have signed in elsewhere.
document.addEventListener("visibilitychange", () => (document.hidden ? keepNow() : waiting && keepIn(0)));
addEventListener("online", () => waiting && keepIn(0));
// Saving removes the draft; none is to arrive after that.
form.addEventListener("submit", () => {
  waiting = null;
  underWay?.abort();
});
if (offered) takeOffer();
