// The keys that move the cursor, delete and select as everywhere else. The packages' own list has keys for programs,
// too, and with them a parser that no text here needs.
import * as commands from "@codemirror/commands";
import { EditorSelection, findClusterBreak } from "@codemirror/state";

// Where the character beside a place ends, as its reader sees characters; a line break is one.
function pastCharacter(doc, place, forward) {
  const line = doc.lineAt(place);
  const end = line.from + findClusterBreak(line.text, place - line.from, forward);
  if (end !== place) return end;
  return Math.max(0, Math.min(doc.length, place + (forward ? 1 : -1)));
}

function deleteCharacter(forward) {
  return ({ state, dispatch }) => {
    const edit = state.changeByRange((range) => {
      const end = range.empty ? pastCharacter(state.doc, range.head, forward) : range.to;
      const start = range.empty ? range.head : range.from;
      const [from, to] = start < end ? [start, end] : [end, start];
      return { changes: { from, to }, range: EditorSelection.cursor(from) };
    });
    const userEvent = forward ? "delete.forward" : "delete.backward";
    if (!edit.changes.empty) dispatch(state.update(edit, { scrollIntoView: true, userEvent }));
    return true;
  };
}

const moves = [
  ["ArrowLeft", "ArrowLeft", commands.cursorCharLeft, commands.selectCharLeft],
  ["ArrowRight", "ArrowRight", commands.cursorCharRight, commands.selectCharRight],
  ["ArrowUp", "ArrowUp", commands.cursorLineUp, commands.selectLineUp],
  ["ArrowDown", "ArrowDown", commands.cursorLineDown, commands.selectLineDown],
  ["Mod-ArrowLeft", "Alt-ArrowLeft", commands.cursorGroupLeft, commands.selectGroupLeft],
  ["Mod-ArrowRight", "Alt-ArrowRight", commands.cursorGroupRight, commands.selectGroupRight],
  ["", "Cmd-ArrowLeft", commands.cursorLineBoundaryLeft, commands.selectLineBoundaryLeft],
  ["", "Cmd-ArrowRight", commands.cursorLineBoundaryRight, commands.selectLineBoundaryRight],
  ["", "Cmd-ArrowUp", commands.cursorDocStart, commands.selectDocStart],
  ["", "Cmd-ArrowDown", commands.cursorDocEnd, commands.selectDocEnd],
  ["PageUp", "PageUp", commands.cursorPageUp, commands.selectPageUp],
  ["PageDown", "PageDown", commands.cursorPageDown, commands.selectPageDown],
  ["Home", "Home", commands.cursorLineBoundaryBackward, commands.selectLineBoundaryBackward],
  ["End", "End", commands.cursorLineBoundaryForward, commands.selectLineBoundaryForward],
  ["Mod-Home", "Mod-Home", commands.cursorDocStart, commands.selectDocStart],
  ["Mod-End", "Mod-End", commands.cursorDocEnd, commands.selectDocEnd],
];

const acts = [
  ["Enter", "Enter", commands.insertNewlineKeepIndent, commands.insertNewlineKeepIndent],
  ["Mod-a", "Mod-a", commands.selectAll],
  ["Backspace", "Backspace", deleteCharacter(false), deleteCharacter(false)],
  ["Delete", "Delete", deleteCharacter(true)],
  ["Mod-Backspace", "Alt-Backspace", commands.deleteGroupBackward],
  ["Mod-Delete", "Alt-Delete", commands.deleteGroupForward],
  ["", "Mod-Backspace", commands.deleteLineBoundaryBackward],
  ["", "Mod-Delete", commands.deleteLineBoundaryForward],
  ["Alt-ArrowUp", "Alt-ArrowUp", commands.moveLineUp],
  ["Alt-ArrowDown", "Alt-ArrowDown", commands.moveLineDown],
  ["Escape", "Escape", commands.simplifySelection],
];

export const keys = [...moves, ...acts].map(([key, mac, run, shift]) => ({
  ...(key && { key }),
  mac,
  run,
  shift,
  preventDefault: key !== "Escape",
}));
