package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Merges by word where whole lines would be a conflict. What is still one afterwards stays one, so
 * that there are never more than by line.
 */
final class ByWord {
  /** A longer conflict is not read by word, for the sake of time. */
  private static final int MAX_CHARACTERS = 4_000_000;

  /** A comparison takes no longer than this, however long its texts are. */
  private static final long MAX_STEPS = 1_000_000_000;

  /** Of all conflicts together, as the squares of their lengths; at worst about two seconds. */
  private static final long MAX_STEPS_IN_ALL = 3 * MAX_STEPS;

  private final DiffGenerator diffGenerator = new DiffGenerator();
  private final Triple texts;
  private long steps;

  ByWord(Triple texts) {
    this.texts = texts;
  }

  /** The chunks, each conflict replaced by its chunks by word. */
  List<Chunk> refined(List<Chunk> chunks) {
    List<Chunk> refined = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (texts.isConflict(chunk) && isAllowed(chunk)) {
        refined.addAll(withOneConflict(inside(chunk)));
      } else {
        refined.add(chunk);
      }
    }
    return refined;
  }

  private boolean isAllowed(Chunk conflict) {
    int base = conflict.base().length();
    int ours = conflict.ours().length();
    int theirs = conflict.theirs().length();
    long length = (long) base + Math.max(ours, theirs);
    steps += Math.min(MAX_STEPS, length * length);
    return length <= MAX_CHARACTERS && steps <= MAX_STEPS_IN_ALL;
  }

  private List<Chunk> inside(Chunk conflict) {
    ScriptText base = ScriptText.ofExact(texts.base(conflict));
    ScriptText ours = ScriptText.ofExact(texts.ours(conflict));
    ScriptText theirs = ScriptText.ofExact(texts.theirs(conflict));
    return Chunk.of(
            diffGenerator.diff(base, ours).exactEdits(),
            diffGenerator.diff(base, theirs).exactEdits())
        .stream()
        .map(chunk -> chunk.in(conflict))
        .toList();
  }

  /** From the first to the last of several conflicts, all is one. */
  private List<Chunk> withOneConflict(List<Chunk> chunks) {
    int first = 0;
    while (first < chunks.size() && !texts.isConflict(chunks.get(first))) {
      first++;
    }
    int last = chunks.size() - 1;
    while (last > first && !texts.isConflict(chunks.get(last))) {
      last--;
    }
    if (first >= last) {
      return chunks;
    }
    List<Chunk> joined = new ArrayList<>(chunks.subList(0, first));
    joined.add(chunks.get(first).upTo(chunks.get(last)));
    joined.addAll(chunks.subList(last + 1, chunks.size()));
    return joined;
  }
}
