// Marks what the lines of a text are, lightly, and only where they are in view.
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";
import { isHeading, isScene, kindOf } from "./structure.js";

const LOOKED_AT = 20_000; // characters
const LONGEST_LINE = 5_000;
const INLINE = /(\*{1,3}|_{1,3})(?=\S)[^*_\n]{1,400}?\S?\1|`[^`\n]{1,400}`|\[\[[^\]\n]{1,400}\]\]|<!--.{0,400}?-->/gu;

const lines = Object.fromEntries(
  ["scene", "heading", "cue", "aside", "speech", "transition", "note", "quote"].map((kind) => [
    kind,
    Decoration.line({ class: kind }),
  ]),
);
const inline = {
  strong: Decoration.mark({ class: "strong" }),
  slanted: Decoration.mark({ class: "slanted" }),
  underlined: Decoration.mark({ class: "underlined" }),
  note: Decoration.mark({ class: "note" }),
};

// What the server says the text is written as; of a text that is new, what it looks like.
export function formatOf(field, doc) {
  if (field.dataset.editor !== "unknown") return field.dataset.editor;
  return doc.sliceString(0, LOOKED_AT).split("\n").some(isScene) ? "screenplay" : "markdown";
}

function lineKind(doc, line, format) {
  if (format === "screenplay") return kindOf(doc, line.number);
  if (isHeading(line.text)) return "heading";
  return line.text.startsWith(">") ? "quote" : "";
}

function inlineKind(text, format) {
  if (text.startsWith("[[") || text.startsWith("<!--") || text.startsWith("`")) return inline.note;
  if (text.startsWith("**") || (text.startsWith("__") && format === "markdown")) return inline.strong;
  return text.startsWith("_") && format === "screenplay" ? inline.underlined : inline.slanted;
}

function drawn(view, format) {
  const builder = new RangeSetBuilder();
  const { doc } = view.state;
  let last = 0;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at);
      at = line.to + 1;
      if (line.number <= last) continue;
      last = line.number;
      if (line.length > LONGEST_LINE) continue;
      const kind = lines[lineKind(doc, line, format)];
      if (kind) builder.add(line.from, line.from, kind);
      for (const found of line.text.matchAll(INLINE)) {
        const start = line.from + found.index;
        builder.add(start, start + found[0].length, inlineKind(found[0], format));
      }
    }
  }
  return builder.finish();
}

export function marks(format) {
  if (format === "plain") return [];
  return ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.decorations = drawn(view, format);
      }
      update(update) {
        if (update.docChanged || update.viewportChanged) this.decorations = drawn(update.view, format);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
