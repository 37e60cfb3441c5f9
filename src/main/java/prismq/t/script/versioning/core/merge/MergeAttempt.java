package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.MergePart.Merged;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A merge in the order of three texts.
 *
 * @param chunks where they do not all agree, conflicts widened to whole paragraphs
 */
record MergeAttempt(Triple texts, List<Chunk> chunks) {
  /** Merges by line, conflicts by word, and widens what is left of them. */
  static MergeAttempt of(Triple texts) {
    List<Chunk> byLine = ByLine.chunks(texts);
    if (byLine.stream().noneMatch(texts::isConflict)) {
      return new MergeAttempt(texts, byLine);
    }
    return new MergeAttempt(texts, new Widening(texts, new ByWord(texts).refined(byLine)).chunks());
  }

  /** The same with questions about places, widened to whole paragraphs like other conflicts. */
  MergeAttempt asking(List<Chunk> withQuestions) {
    return new MergeAttempt(texts, new Widening(texts, withQuestions).chunks());
  }

  List<Chunk> conflicts() {
    return chunks.stream().filter(texts::isConflict).toList();
  }

  /**
   * Whether this one, of the same texts in another order, has no more conflicts, and shows in each
   * only what the texts as they are contain.
   */
  boolean isNoWorseThan(MergeAttempt draft) {
    List<Chunk> conflicts = conflicts();
    return conflicts.size() <= draft.conflicts().size()
        && conflicts.stream().allMatch(conflict -> draft.texts.contains(texts, conflict));
  }

  Merge merge() {
    List<MergePart> parts = new ArrayList<>();
    StringBuilder merged = new StringBuilder();
    String base = texts.base().text();
    int start = 0;
    for (Chunk chunk : chunks) {
      merged.append(base, start, chunk.base().start());
      start = chunk.base().end();
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
              ScriptText.ofExact(texts.theirs(chunk)),
              chunk.cause()));
    }
    merged.append(base, start, base.length());
    addMerged(parts, merged);
    return new Merge(parts);
  }

  private static void addMerged(List<MergePart> parts, StringBuilder merged) {
    if (!merged.isEmpty()) {
      parts.add(new Merged(ScriptText.ofExact(merged.toString())));
    }
  }
}
