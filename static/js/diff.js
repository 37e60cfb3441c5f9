// Draws every comparison on the page with diff2html, and keeps its rows aligned.
const SIDE_BY_SIDE_FROM = 900;
const KINDS = { " ": "context", "-": "delete", "+": "insert" };

function line([sign, oldNumber, newNumber, text, endsWithNewline]) {
  return {
    type: KINDS[sign],
    oldNumber: oldNumber || undefined,
    newNumber: newNumber || undefined,
    content: sign + text + (endsWithNewline ? "" : " ⊘"),
  };
}

function file(hunks) {
  return {
    oldName: "text",
    newName: "text",
    addedLines: 0,
    deletedLines: 0,
    isCombined: false,
    isGitDiff: false,
    language: "",
    blocks: hunks.map((hunk) => ({
      header: hunk.header,
      oldStartLine: hunk.from,
      newStartLine: hunk.to,
      lines: hunk.lines.map(line),
    })),
  };
}

function draw(diff) {
  const data = diff.querySelector("script.data");
  if (!data) return;
  const sideBySide = diff.dataset.view === "side-by-side";
  if (sideBySide && innerWidth < SIDE_BY_SIDE_FROM) {
    if (!diff.dataset.givesWay) giveWay(diff);
    return;
  }
  const drawn = diff.querySelector(".drawn");
  const { changes, blocks } = JSON.parse(data.textContent);
  drawn.hidden = false;
  new Diff2HtmlUI(drawn, [file(blocks)], {
    outputFormat: sideBySide ? "side-by-side" : "line-by-line",
    drawFileList: false,
    matching: "words",
    matchingMaxComparisons: 500,
    maxLineSizeInBlockForComparison: 10000,
    diffMaxChanges: 100000,
    highlight: false,
    fileListToggle: false,
    fileContentToggle: false,
    synchronisedScroll: false,
  }).draw();
  number(drawn, changes, blocks);
  if (sideBySide) align(drawn);
  dispatchEvent(new Event("diff:drawn"));
}

// In a narrow window two columns of prose cannot be read; the same comparison as prose can.
async function giveWay(diff) {
  diff.dataset.givesWay = "";
  await htmx.ajax("GET", diff.dataset.prose, { target: diff, select: ".diff", swap: "outerHTML" });
  const hint = document.createElement("p");
  hint.className = "notice gave-way";
  hint.textContent = "Side by side needs a wider window, so here is the prose view.";
  document.querySelector("#comparison .diff")?.prepend(hint);
}

// A window that was made wider has room for both sides again.
function comeBack(hint) {
  hint.remove();
  htmx.ajax("GET", location.href, { target: "#comparison", select: "#comparison", swap: "outerHTML" });
}

// Tells each row which change it belongs to, by the numbers of its lines.
function number(drawn, changes, blocks) {
  const left = new Map();
  const right = new Map();
  const positions = new Map(Object.keys(changes).map((change, i) => [change, i + 1]));
  blocks.flatMap((block) => block.lines).forEach(([, from, to, , , change]) => {
    if (!(change in changes)) return;
    if (from) left.set(from, change);
    if (to) right.set(to, change);
  });
  const sides = [...drawn.querySelectorAll("tbody")];
  sides.forEach((body, side) => {
    [...body.rows].forEach((row) => {
      const from = sides.length > 1 ? side === 0 && row.querySelector(".d2h-code-side-linenumber") : row.querySelector(".line-num1");
      const to = sides.length > 1 ? side === 1 && row.querySelector(".d2h-code-side-linenumber") : row.querySelector(".line-num2");
      const change = left.get(Number(from?.textContent)) ?? right.get(Number(to?.textContent));
      if (!change || row.querySelector(".d2h-cntx, .d2h-emptyplaceholder")) return;
      row.dataset.change = change;
      row.dataset.position = positions.get(String(change));
      row.tabIndex = -1;
    });
  });
}

// The two sides are tables of their own; a row is as high as the higher of its pair.
function align(drawn) {
  const [left, right] = [...drawn.querySelectorAll("tbody")].map((body) => [...body.rows]);
  const rows = left.map((row, i) => [row, right[i]]).filter(([, other]) => other);
  rows.flat().forEach((row) => (row.style.height = ""));
  const heights = rows.map(([a, b]) =>
    Math.max(a.getBoundingClientRect().height, b.getBoundingClientRect().height));
  rows.forEach((pair, i) => pair.forEach((row) => (row.style.height = heights[i] + "px")));
}

function drawAll() {
  document.querySelectorAll(".diff").forEach(draw);
}

// A face that arrives later breaks lines elsewhere.
function alignAll() {
  document.querySelectorAll(".diff .drawn").forEach((drawn) => {
    if (drawn.querySelector(".d2h-files-diff")) align(drawn);
  });
}

drawAll();
addEventListener("htmx:after:swap", drawAll);
document.fonts.addEventListener("loadingdone", alignAll);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  const hint = document.querySelector(".gave-way");
  if (hint && innerWidth >= SIDE_BY_SIDE_FROM) comeBack(hint);
  else drawAll();
});
