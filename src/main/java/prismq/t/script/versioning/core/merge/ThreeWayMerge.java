package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.merge.Part.Conflict;
import prismq.t.script.versioning.core.merge.Part.Merged;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Merges two texts that were both made of a third one, by word: what one side changed is taken, and
 * so is what both changed in the same way. Where changes of both sides overlap or touch there is a
 * conflict of whole paragraphs. Swapping the sides swaps them in the conflicts and changes nothing
 * else. Stateless, so safe for use by several threads.
 *
 * <p>This is diff3 as S. Khanna, K. Kunal and B. C. Pierce describe it, “A Formal Investigation of
 * Diff3”, 2007, with positions in exact texts in the place of lines.
 */
public final class ThreeWayMerge {
  private final DiffGenerator diffGenerator = new DiffGenerator();

  /** Merges ours and theirs, which were both made of the base. */
  public Merge merge(ScriptText base, ScriptText ours, ScriptText theirs) {
    List<Chunk> chunks =
        Chunk.of(
            diffGenerator.diff(base, ours).exactEdits(),
            diffGenerator.diff(base, theirs).exactEdits());
    Triple texts = Triple.of(base, ours, theirs);
    List<Part> parts = new ArrayList<>();
    StringBuilder merged = new StringBuilder();
    int agreed = 0;
    for (Chunk chunk : new Widening(texts, chunks).chunks()) {
      merged.append(texts.base(), agreed, chunk.baseStart());
      agreed = chunk.baseEnd();
      if (!texts.isConflict(chunk)) {
        merged.append(texts.merged(chunk));
        continue;
      }
      addMerged(parts, merged);
      merged.setLength(0);
      parts.add(
          new Conflict(
              ScriptText.ofExact(texts.base(chunk)),
              ScriptText.ofExact(texts.ours(chunk)),
              ScriptText.ofExact(texts.theirs(chunk))));
    }
    merged.append(texts.base(), agreed, texts.base().length());
    addMerged(parts, merged);
    return new Merge(parts);
  }

  private static void addMerged(List<Part> parts, StringBuilder merged) {
    if (!merged.isEmpty()) {
      parts.add(new Merged(ScriptText.ofExact(merged.toString())));
    }
  }
}
