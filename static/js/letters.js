// Places in the texts of a page, counted in letters: white space aside, a page has the letters of a text in its order,
// however it breaks lines and whatever signs it shows for spaces. A unit is an element that says how many letters of
// its text come before it: of the one that is compared with (data-from), and of the other (data-to).
const UNITS = [
  "pre.text[data-to]",
  ".laid-out [data-to]",
  ":is(.passage, .unchanged):is([data-from], [data-to])",
  ".drawn tr:is([data-from], [data-to])",
].join(", ");
const NOT_TEXT = ".hidden, .hint, .restore, .move, .blank, .break, .passage-links";
const OTHER_SIDE = { from: "ins", to: "del" };

function isSpace(code) {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}

// Both halves of what takes two are one letter.
function isLetter(code) {
  return !isSpace(code) && !(code >= 0xdc00 && code <= 0xdfff);
}

function count(text, end = text.length) {
  let letters = 0;
  for (let i = 0; i < end; i++) if (isLetter(text.charCodeAt(i))) letters++;
  return letters;
}

// Where in a string a number of letters ends; the next letter may be further on.
function offset(text, letters) {
  let left = letters;
  let at = 0;
  for (; at < text.length && left > 0; at++) if (isLetter(text.charCodeAt(at))) left--;
  while (at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff) at++;
  return at;
}

function units() {
  return [...document.querySelectorAll(UNITS)].map((element) => {
    const { from, to } = element.dataset;
    // Of two columns the left one has what did not change too.
    const column = element.closest(".d2h-file-side-diff");
    return {
      root: element.matches("tr") ? element.querySelector(".text") : element,
      from: from === undefined ? undefined : Number(from),
      to: to === undefined ? undefined : Number(to),
      isCopy: Boolean(column?.nextElementSibling) && from === undefined,
    };
  });
}

function nodesOf(unit, side) {
  const walker = document.createTreeWalker(unit.root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // After something left out nothing can be counted.
    if (parent.closest(".left-out")) break;
    const other = parent.closest(OTHER_SIDE[side]);
    if (!parent.closest(NOT_TEXT) && !(other && unit.root.contains(other))) nodes.push(walker.currentNode);
  }
  return nodes;
}

function selectedOn(side, range) {
  const found = { side, start: -1, end: -1, words: "" };
  for (const unit of units()) {
    if (unit[side] === undefined || !unit.root || !range.intersectsNode(unit.root)) continue;
    let before = unit[side];
    for (const node of nodesOf(unit, side)) {
      if (range.intersectsNode(node)) {
        const start = node === range.startContainer ? range.startOffset : 0;
        const end = node === range.endContainer ? range.endOffset : node.length;
        const first = before + count(node.data, start);
        const last = before + count(node.data, end);
        if (last > first) {
          if (found.start < 0) found.start = first;
          found.end = last;
        }
        if (found.start >= 0) found.words += node.data.slice(start, end);
      }
      before += count(node.data);
    }
    if (found.words) found.words += "\n";
  }
  found.words = found.words.trim();
  return found.start < 0 ? null : found;
}

// The letters that are selected: of the text that is compared with only where nothing of the other is.
function selectedLetters() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return selectedOn("to", range) ?? selectedOn("from", range);
}

// Marks stretches of letters, each given by side, start, end and what is done with the mark. Of several on the same
// letters the one that starts last is on top, so that each can be clicked somewhere.
function markLetters(stretches) {
  for (const unit of units()) {
    if (unit.isCopy || !unit.root) continue;
    for (const side of ["from", "to"]) {
      const own = unit[side] === undefined ? [] : stretches.filter((stretch) => stretch.side === side);
      if (own.length > 0) markUnit(unit, side, own);
    }
  }
}

function markUnit(unit, side, stretches) {
  const nodes = nodesOf(unit, side);
  let before = unit[side];
  const end = before + nodes.reduce((sum, node) => sum + count(node.data), 0);
  const own = stretches.filter((stretch) => stretch.start < end && stretch.end > before);
  if (own.length === 0) return;
  for (const node of nodes) {
    const after = before + count(node.data);
    const here = own.filter((stretch) => stretch.start < after && stretch.end > before);
    if (here.length > 0) markNode(node, before, after, here);
    before = after;
  }
}

function markNode(node, before, after, stretches) {
  const inside = (letter) => letter > before && letter < after;
  const borders = new Set(stretches.flatMap(({ start, end }) => [start, end]).filter(inside));
  let rest = node;
  let at = before;
  for (const border of [...borders, after].sort((a, b) => a - b)) {
    const piece = rest;
    if (border < after) rest = piece.splitText(offset(piece.data, border - at));
    const top = stretches.filter(({ start, end }) => start <= at && end > at).at(-1);
    if (top) {
      // Space before the first letter is not marked.
      const lead = piece.data.length - piece.data.trimStart().length;
      const words = at === top.start && lead > 0 ? piece.splitText(lead) : piece;
      const mark = top.mark();
      words.replaceWith(mark);
      mark.append(words);
    }
    at = border;
  }
}

globalThis.letters = { selected: selectedLetters, mark: markLetters };
