// Leads from a selected passage of a text to its history: a link comes up beside the selection, and is the next stop of
// the keyboard after it. What is looked for is what stands in the text, without what only the page has put between it.
const LONGEST = 10000;
const TEXTS =
  "pre.text, .passage, .stretch > .unchanged, .d2h-code-line-ctn > .text, .laid-out :is(p, h2, h3, h4, h5, h6, li, td)";
const NOT_TEXT = ".hidden, .hint, .restore, .move, .moved-here, .moved-away, .number, .folio, .more";
const LEFT_OUT = ".left-out";
const LINE = ".d2h-code-line-ctn";
const PATIENCE = 150;

const links = document.createElement("div");
links.className = "passage-links";
let waiting = 0;
let pressed = false;
let dismissed = null;

addEventListener("selectionchange", soon, true);
document.addEventListener("pointerdown", (event) => (pressed = event.pointerType === "mouse"));
document.addEventListener("pointerup", release);
document.addEventListener("pointercancel", release);
// Pressing the link must not take away what is selected.
links.addEventListener("mousedown", (event) => event.preventDefault());
addEventListener("scroll", place, { capture: true, passive: true });
addEventListener("resize", place);
addEventListener("htmx:after:swap", soon);

function release() {
  pressed = false;
  soon();
}

// While somebody is still selecting, nothing gets in the way.
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(update, PATIENCE);
}

function update() {
  if (pressed) return;
  const selection = getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const container = range && containerOf(range);
  const found = container && passages(range, container);
  if (!found || found.length === 0 || found.join("\n") === dismissed) {
    if (!found) dismissed = null;
    hide();
    return;
  }
  if (links.isConnected && links.dataset.passage === found.join("\n")) place();
  else show(found, container, selection.anchorNode);
}

function containerOf(range) {
  const node = range.commonAncestorContainer;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element.closest("[data-passages]");
}

// What is selected: as it is now, and as it was before where that is shown too; none where a part in between is not
// shown.
function passages(range, container) {
  const after = new Passage();
  const before = new Passage();
  for (const text of textsOf(range, container)) {
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      if (!range.intersectsNode(node)) continue;
      const side = sideOf(node, text);
      const piece = node.parentElement.closest(LEFT_OUT) ? null : pieceOf(node, range);
      if (node.parentElement.closest(NOT_TEXT)) continue;
      if (side !== "removed") after.add(piece);
      if (side !== "added") before.add(piece);
    }
    const end = endOf(text);
    if (sideOf(text, text) !== "removed") after.end(end);
    if (sideOf(text, text) !== "added") before.end(end);
  }
  return [...new Set([after.text(), before.text()])].filter((text) => text && text.length <= LONGEST);
}

// The texts that are selected, of one side only where both are beside each other.
function textsOf(range, container) {
  const own = container.matches(TEXTS) ? [container] : [...container.querySelectorAll(TEXTS)];
  const texts = own.filter((text) => range.intersectsNode(text));
  const side = texts[0]?.closest(".d2h-file-side-diff");
  const shown = side ? texts.filter((text) => side.contains(text)) : texts;
  return shown.length > 1 && isInterrupted(shown[0], shown.at(-1), container) ? [] : shown;
}

// Whether between two texts there is something that is not shown.
function isInterrupted(first, last, container) {
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...container.querySelectorAll(".fold, td.d2h-info")].some((gap) => follows(first, gap) && follows(gap, last));
}

function sideOf(node, text) {
  const column = text.closest(".d2h-file-side-diff");
  if (column) return column.previousElementSibling ? "added" : "removed";
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const mark = element.closest("ins, del");
  if (mark && text.contains(mark)) return mark.matches("ins") ? "added" : "removed";
  const place = text.closest("td.d2h-ins, td.d2h-del, section.change");
  if (place?.matches("td.d2h-ins, .inserted, .here")) return "added";
  return place?.matches("td.d2h-del, .deleted, .away") ? "removed" : "stayed";
}

function pieceOf(node, range) {
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  const piece = node.data.slice(start, end);
  return node.parentElement.matches(".blank") ? blanksOf(piece) : piece;
}

// White space that is shown by signs.
function blanksOf(signs) {
  return signs
    .replace(/¶\n?|↵ ?/g, "\n")
    .replaceAll("→", "\t")
    .replaceAll("·", " ");
}

// What stands between a text and the next one; an annotated one has its blank lines.
function endOf(text) {
  if (text.closest(".annotated")) return "";
  if (text.nextElementSibling?.matches(".goes-on")) return "";
  return text.matches(".tight, .speech > p, li") || text.closest(LINE) ? "\n" : "\n\n";
}

class Passage {
  #text = "";
  #end = "";
  #isCut = false;
  #hasGap = false;

  add(piece) {
    if (piece === "") return;
    if (piece === null) {
      this.#isCut = this.#text !== "";
      return;
    }
    this.#hasGap ||= this.#isCut;
    this.#text += this.#end + piece;
    this.#end = "";
  }

  end(lineBreaks) {
    if (this.#text) this.#end += lineBreaks;
  }

  text() {
    return this.#hasGap ? "" : this.#text.trim();
  }
}

function show(found, container, anchor) {
  // What is being written stays open.
  const target = container.closest("main.editor, main.writer") ? "_blank" : "";
  const prepared = document.getElementById("passage-links").content.cloneNode(true);
  const all = [...prepared.querySelectorAll("a")].slice(0, found.length);
  all.forEach((link, i) => lead(link, container.dataset.passages, found[i], target));
  // Only where it is known which words of the text these are.
  const isPlaced = Boolean(globalThis.letters?.selected());
  const isNoted = isPlaced && document.querySelector("form.new-note");
  const comment = isNoted && prepared.querySelector("[data-comments-on]");
  const mayComment = comment || (isPlaced && document.querySelector("main.suggesting"));
  const suggest = mayComment && prepared.querySelector("[data-suggests]");
  links.replaceChildren(...[comment, suggest].filter(Boolean), ...all);
  links.dataset.passage = found.join("\n");
  placeInOrder(anchor, container);
  place();
}

function lead(link, address, text, target) {
  link.href = `${address}?q=${encodeURIComponent(text.toWellFormed?.() ?? text)}`;
  link.target = target;
}

// Behind the text in which the selection began, from where Tab goes on.
function placeInOrder(anchor, container) {
  const element = anchor.nodeType === Node.ELEMENT_NODE ? anchor : anchor.parentElement;
  const text = element.closest(TEXTS) ?? container;
  if (text.matches("td")) text.append(links);
  else text.after(links);
}

function place() {
  const selection = getSelection();
  if (!links.isConnected || selection.rangeCount === 0) return;
  const boxes = selection.getRangeAt(0).getClientRects();
  const box = boxes[boxes.length - 1];
  if (!box) return;
  // A finger needs the room below for the handles of the selection.
  const gap = matchMedia("(pointer: coarse)").matches ? 32 : 8;
  const below = box.bottom + gap;
  const top = below + links.offsetHeight > innerHeight ? box.top - links.offsetHeight - gap : below;
  links.style.top = `${within(top, innerHeight - links.offsetHeight)}px`;
  const free = document.documentElement.clientWidth - links.offsetWidth;
  links.style.left = `${within(box.right - links.offsetWidth / 2, free)}px`;
}

// It stays in the window where the selection is scrolled out of it, so that the focus on it is seen.
function within(place, most) {
  return Math.max(8, Math.min(place, most - 8));
}

function hide() {
  links.remove();
}

document.addEventListener("keydown", (event) => {
  if (!links.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    dismissed = links.dataset.passage;
    if (links.contains(document.activeElement)) links.closest("[data-passages], main").focus();
    hide();
  } else if (event.key === "h" && !isTyping(event)) {
    event.preventDefault();
    links.querySelector("a").click();
  }
});
