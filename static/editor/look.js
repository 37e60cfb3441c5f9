// How the editor looks: the colours and faces of the page, at a width that is read well.
import { EditorView } from "@codemirror/view";

const BASE = {
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--sheet)" },
  "&.cm-focused": { outline: "none" },
  "& .cm-scroller": { overflow: "auto", lineHeight: "inherit", fontFamily: "inherit" },
  "& .cm-content": {
    flexShrink: "1",
    width: "100%",
    maxWidth: "44rem",
    margin: "0 auto",
    padding: "1.5rem clamp(0.75rem, 3vw, 2rem) 40vh",
    caretColor: "var(--accent)",
  },
  "& .cm-line": { padding: "0", unicodeBidi: "plaintext", overflowWrap: "anywhere" },
  "& .scene, & .heading": { color: "var(--accent)", fontWeight: "600" },
  "& .strong": { fontWeight: "600" },
  "& .slanted": { fontStyle: "italic" },
  "& .underlined": { textDecoration: "underline" },
  "& .note, & .quote": { color: "var(--soft)" },
  "& .cm-searchMatch": { backgroundColor: "var(--found)" },
  "& .cm-searchMatch-selected": { outline: "2px solid var(--accent)" },
  "& .cm-selectionMatch": { backgroundColor: "transparent" },
  "& .cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)", borderColor: "var(--line)", zIndex: "1" },
  "& .cm-panels-top": { borderBottom: "1px solid var(--line)" },
  "& .cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0.4rem",
    padding: "0.5rem 2.5rem 0.5rem 0.75rem",
    font: "0.88rem/1.4 var(--controls)",
  },
  "& .cm-panel.cm-search br": { display: "none" },
  "& .cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "0.3rem", fontSize: "0.85rem" },
  "& .cm-panel.cm-search input, & .cm-panel.cm-search button": { margin: "0" },
  "& .cm-textfield": {
    flex: "1 1 9rem",
    minWidth: "0",
    height: "2rem",
    padding: "0 0.5rem",
    border: "1px solid var(--edge)",
    borderRadius: "var(--round)",
    backgroundColor: "var(--sheet)",
    color: "var(--ink)",
    fontSize: "0.88rem",
  },
  "& .cm-button": {
    minHeight: "2rem",
    padding: "0 0.6rem",
    border: "1px solid var(--edge)",
    borderRadius: "var(--round)",
    backgroundColor: "var(--sheet)",
    backgroundImage: "none",
    color: "var(--ink)",
    fontSize: "0.85rem",
    cursor: "pointer",
  },
  "& .cm-panel.cm-search [name=close]": {
    position: "absolute",
    top: "0.5rem",
    insetInlineEnd: "0.5rem",
    width: "2rem",
    height: "2rem",
    color: "var(--ink)",
    fontSize: "1.2rem",
    cursor: "pointer",
  },
  "& :is(input, button):focus-visible": { outline: "0.15rem solid var(--accent)", outlineOffset: "0.1rem" },
};

const PROSE = { "& .cm-content": { font: "1.06rem/1.65 var(--reading)" } };

const SCREENPLAY = {
  "& .cm-content": { font: "1rem/1.5 var(--typewriter)", maxWidth: "calc(60ch + 4rem)" },
  "& .cue": { paddingInlineStart: "min(20ch, 30%)" },
  "& .aside": { paddingInlineStart: "min(15ch, 20%)", color: "var(--soft)" },
  "& .speech": { paddingInline: "min(10ch, 10%) min(14ch, 10%)" },
  "& .transition": { textAlign: "end" },
};

export function look(format) {
  return EditorView.theme({ ...BASE, ...mixed(format === "screenplay" ? SCREENPLAY : PROSE) });
}

function mixed(rules) {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, { ...BASE[name], ...rule }]));
}
