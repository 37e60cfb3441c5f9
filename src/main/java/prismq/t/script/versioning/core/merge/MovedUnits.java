package prismq.t.script.versioning.core.merge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.MergePart.Cause;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * Finds text that one side moved, edited on the way or not, and that the other one moved elsewhere
 * or removed.
 */
final class MovedUnits {
  /** In a line; fewer are found in many. */
  private static final int MIN_WORDS = 5;

  private final Triple texts;
  private final List<Chunk> chunks;
  private final Lineages lineages;

  MovedUnits(MergeAttempt attempt, Lineages lineages) {
    this.texts = attempt.texts();
    this.chunks = attempt.chunks();
    this.lineages = lineages;
  }

  /** Receives each chunk that such text was moved to, and why it is asked about. */
  void forEach(BiConsumer<Chunk, Cause> question) {
    if (chunks.stream().noneMatch(this::mayBeLeft)) {
      return;
    }
    for (Chunk chunk : chunks) {
      for (Which side : Which.values()) {
        if (!texts.isConflict(chunk) && side.isAlone(texts, chunk)) {
          Cause cause = cause(chunk, side);
          if (cause != Cause.EDITED) {
            question.accept(chunk, cause);
          }
        }
      }
    }
  }

  /** Whether something may have been moved away from a chunk by one side, and gone on the other. */
  private boolean mayBeLeft(Chunk chunk) {
    return !chunk.base().isEmpty() && texts.isChangedByBoth(chunk);
  }

  /** Why a chunk is asked about; {@link Cause#EDITED} where it need not be. */
  private Cause cause(Chunk chunk, Which side) {
    Cause found = Cause.EDITED;
    Lineage lineage = lineages.of(side);
    ByteRange bytes = side.of(chunk);
    Map<Cause, Integer> words = new EnumMap<>(Cause.class);
    for (int at = bytes.start(); at < bytes.end(); at++) {
      int origin = lineage.inBase(at);
      if (origin != Lineage.NONE && lineage.startsWord(at)) {
        Cause cause = cause(chunk, origin, side.other());
        if (cause != null && words.merge(cause, 1, Integer::sum) >= MIN_WORDS) {
          found = found.or(cause);
        }
      }
      if (lineage.endsLine(at)) {
        words.clear();
      }
    }
    return found;
  }

  /** What a byte of the base, which was moved to a chunk, has met with on the other side. */
  private @Nullable Cause cause(Chunk chunk, int origin, Which other) {
    Chunk left = chunkAt(origin);
    if (left == null || left.equals(chunk) || !mayBeLeft(left)) {
      return null;
    }
    int place = lineages.of(other).inSide(origin);
    if (place == Lineage.NONE) {
      return Cause.MOVED_AND_REMOVED;
    }
    ByteRange stayed = other.of(left);
    boolean isMovedToo = place < stayed.start() || place >= stayed.end();
    return isMovedToo ? Cause.MOVED_APART : null;
  }

  private @Nullable Chunk chunkAt(int base) {
    int index = BinarySearch.first(chunks.size(), i -> chunks.get(i).base().end() > base);
    boolean isIn = index < chunks.size() && chunks.get(index).base().start() <= base;
    return isIn ? chunks.get(index) : null;
  }
}
