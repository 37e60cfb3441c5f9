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
  const sideBySide = diff.dataset.view === "side-by-side" && innerWidth >= SIDE_BY_SIDE_FROM;
  const drawn = diff.querySelector(".drawn");
  diff.classList.toggle("gave-way", diff.dataset.view === "side-by-side" && !sideBySide);
  drawn.hidden = false;
  new Diff2HtmlUI(drawn, [file(JSON.parse(data.textContent))], {
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
  if (sideBySide) align(drawn);
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
  drawAll();
});
