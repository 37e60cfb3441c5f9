// Lets diff2html lay out every comparison of lines on the page, one below the other or side by side. What the lines
// say, and what of it changed, comes from the table that is there where no scripts come.
import { html } from "diff2html";

const SIDE_BY_SIDE_FROM = 900;
const SIGNS = { unchanged: " ", deleted: "-", inserted: "+" };
const TYPES = { " ": "context", "-": "delete", "+": "insert" };
// A line without a number is drawn as a gap.
const NOTHING = { type: "insert", content: "+" };

// The table that a comparison was drawn from, with what was unfolded in it.
const tables = new WeakMap();

function draw(diff) {
  const drawn = diff.querySelector(".drawn");
  if (!drawn || drawn.firstChild) return;
  const sideBySide = diff.dataset.view === "side-by-side";
  if (sideBySide && innerWidth < SIDE_BY_SIDE_FROM) return;
  drawTable(diff, drawn, tableOf(diff), sideBySide);
}

function drawTable(diff, drawn, table, sideBySide) {
  tables.set(diff, table);
  drawn.hidden = false;
  drawn.innerHTML = html([file(table, sideBySide)], {
    outputFormat: sideBySide ? "side-by-side" : "line-by-line",
    drawFileList: false,
    matching: "none",
    diffMaxChanges: 100000,
  });
  fill(drawn, table.rows);
  fillHeads(drawn, table.rows);
  jump();
  dispatchEvent(new Event("diff:drawn"));
}

function tableOf(diff) {
  const undrawn = diff.querySelector(".undrawn");
  // So that no id in it is on the page twice.
  undrawn.remove();
  return undrawn.querySelector("table");
}

function parsed(source) {
  return new DOMParser().parseFromString(source, "text/html");
}

function file(table, sideBySide) {
  return {
    oldName: "text",
    newName: "text",
    addedLines: 0,
    deletedLines: 0,
    isCombined: false,
    isGitDiff: false,
    language: "",
    blocks: [...table.tBodies].map((body) => {
      const [head, ...own] = body.rows;
      const lines = own.map(line);
      return {
        header: String(head.rowIndex),
        oldStartLine: 0,
        newStartLine: 0,
        lines: sideBySide ? paired(lines) : lines,
      };
    }),
  };
}

// To diff2html a line says only which of the rows it is.
function line(row) {
  const sign = SIGNS[row.classList[0]];
  return {
    type: TYPES[sign],
    oldNumber: Number(row.cells[0].textContent) || undefined,
    newNumber: Number(row.cells[1].textContent) || undefined,
    content: sign + row.rowIndex,
    beside: Number(row.dataset.beside),
  };
}

// A line stands beside the one that it became; what else was removed or added between two such pairs, in its order.
function paired(lines) {
  const all = [];
  for (let start = 0; start < lines.length;) {
    let middle = start;
    while (lines[middle]?.type === "delete") middle++;
    let end = middle;
    while (lines[end]?.type === "insert") end++;
    if (end === start) all.push(lines[end++]);
    else all.push(...pairs(lines.slice(start, middle), lines.slice(middle, end)));
    start = end;
  }
  return all;
}

function pairs(removed, added) {
  const all = [];
  let fromStart = 0;
  let toStart = 0;
  removed.forEach((line, i) => {
    const beside = added.findIndex((other, j) => j >= toStart && other.newNumber === line.beside);
    if (beside < 0) return;
    all.push(...inOrder(removed.slice(fromStart, i), added.slice(toStart, beside)), line, added[beside]);
    fromStart = i + 1;
    toStart = beside + 1;
  });
  return [...all, ...inOrder(removed.slice(fromStart), added.slice(toStart))];
}

function inOrder(removed, added) {
  return removed.length > 0 && added.length === 0 ? [...removed, NOTHING] : [...removed, ...added];
}

// Puts what the lines say in their places, and tells each row which change it belongs to.
function fill(drawn, rows) {
  drawn.querySelectorAll(".d2h-code-line-ctn").forEach((place) => {
    const own = rows[Number(place.textContent)];
    if (!place.textContent || !own) return;
    place.replaceChildren(...own.cells[2].cloneNode(true).childNodes);
    const row = place.closest("tr");
    for (const { name, value } of own.attributes) {
      if (name !== "class") row.setAttribute(name, value);
    }
    row.classList.toggle("moved", own.classList.contains("moved"));
    row.dataset.row = own.rowIndex;
  });
}

// What heads some rows: a fold that can be opened, or their place in both texts.
function fillHeads(drawn, rows) {
  drawn.querySelectorAll("td.d2h-info:last-child").forEach((cell) => {
    const own = rows[Number(cell.textContent)];
    const row = cell.parentElement;
    if (!cell.textContent.trim() || own?.hidden) row.hidden = true;
    else if (own) {
      row.dataset.head = own.rowIndex;
      cell.lastElementChild.replaceChildren(...own.cells[0].cloneNode(true).childNodes);
    }
  });
}

// Unchanged lines open where they are, and what was opened before stays open.
async function unfold(link) {
  const diff = link.closest(".diff");
  const table = tables.get(diff);
  const id = new URL(link.href).hash.slice(1);
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok && parsed(await answer.text());
  const fetched = page && page.querySelector(".undrawn .unified");
  const shown = fetched?.querySelector(`[id="${id}"]`);
  const folded = table.querySelector(`[id="${id}"]`);
  if (!shown || !folded || !diff.isConnected) {
    location.assign(link.href);
    return;
  }
  const rest = shown.nextElementSibling;
  folded.replaceWith(shown, ...(rest?.matches(".folded") ? [rest] : []));
  const drawn = diff.querySelector(".drawn");
  drawn.replaceChildren();
  drawTable(diff, drawn, table, diff.dataset.view === "side-by-side");
  const first = shown.rows[1]?.rowIndex;
  const line = [...drawn.querySelectorAll("tr")].find((row) => Number(row.dataset.row) === first);
  if (!line) return;
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".drawn .unfold");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  unfold(link);
});

// The browser looked for the change in the address before it was drawn, so it looks again.
let isOpening = true;

function jump() {
  if (isOpening && location.hash.startsWith("#change-")) location.replace(location.href);
}

function drawAll() {
  document.querySelectorAll(".diff").forEach((diff) => {
    if (!giveWay(diff)) draw(diff);
  });
}

// In a narrow window two columns of prose cannot be read; the same comparison as prose can.
function giveWay(diff) {
  if (diff.dataset.view !== "side-by-side" || innerWidth >= SIDE_BY_SIDE_FROM) return false;
  if (!diff.dataset.givesWay && diff.querySelector(".drawn")) showProse(diff);
  return true;
}

async function showProse(diff) {
  diff.dataset.givesWay = "true";
  const hint = document.createElement("p");
  hint.className = "notice gave-way";
  hint.textContent = document.getElementById("comparison").dataset.narrow;
  // It comes with the prose, which it would push down afterwards.
  const say = ({ detail }) => {
    const swap = detail.tasks.find((task) => task.target === diff);
    swap?.fragment.querySelector(".diff")?.prepend(hint);
  };
  addEventListener("htmx:before:swap", say);
  await htmx.ajax("GET", diff.dataset.prose, { target: diff, select: ".diff", swap: "outerHTML" });
  removeEventListener("htmx:before:swap", say);
  // The window may have been made wider while the prose was on its way.
  if (innerWidth >= SIDE_BY_SIDE_FROM) comeBack(hint);
}

// A window that was made wider has room for both sides again.
function comeBack(hint) {
  hint.remove();
  htmx.ajax("GET", location.href, { target: "#comparison", select: "#comparison", swap: "outerHTML" });
}

drawAll();
isOpening = false;
addEventListener("htmx:after:swap", drawAll);
addEventListener("resize", () => {
  const hint = document.querySelector(".gave-way");
  if (hint && innerWidth >= SIDE_BY_SIDE_FROM) comeBack(hint);
  else drawAll();
});
