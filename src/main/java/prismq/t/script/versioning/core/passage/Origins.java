package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which version wrote each part of a version's text. A passage that existed before belongs to
 * who wrote it first, even if it was removed meanwhile.
 */
public final class Origins {
  private Origins() {}

  /**
   * A part of a text.
   *
   * @param length in bytes
   * @param version the version that wrote it
   */
  public record Origin(int length, int version) {}

  /** The parts of a version's text in their order; neighbours are of different versions. */
  public static List<Origin> of(PassageHistory history, int version) {
    int[] sequence = history.sequence(version);
    BitSet needed = history.withSources(sequence);
    Map<Integer, List<Origin>> known = new HashMap<>();
    for (int p = needed.nextSetBit(0); p >= 0; p = needed.nextSetBit(p + 1)) {
      known.put(p, ofPassage(history, p, known));
    }
    List<Origin> origins = new ArrayList<>();
    for (int passage : sequence) {
      known.getOrDefault(passage, List.of()).forEach(origin -> add(origins, origin));
    }
    return origins;
  }

  private static List<Origin> ofPassage(
      PassageHistory history, int passage, Map<Integer, List<Origin>> known) {
    List<Origin> origins = new ArrayList<>();
    for (PassagePiece piece : history.pieces(passage)) {
      if (piece.isWritten()) {
        add(origins, new Origin(piece.length(), history.firstVersion(passage)));
      } else if (piece.isCopied()) {
        addPart(origins, known.getOrDefault(piece.source(), List.of()), piece);
      } else {
        List<Origin> ofSource = known.getOrDefault(piece.source(), List.of());
        add(origins, new Origin(piece.length(), versionAt(ofSource, piece.start())));
      }
    }
    return origins;
  }

  /** Adds the parts of a piece's source that the piece copies. */
  private static void addPart(List<Origin> origins, List<Origin> ofSource, PassagePiece piece) {
    int end = piece.start() + piece.length();
    int at = 0;
    for (Origin origin : ofSource) {
      int from = Math.max(at, piece.start());
      int to = Math.min(at + origin.length, end);
      if (from < to) {
        add(origins, new Origin(to - from, origin.version));
      }
      at += origin.length;
      if (at >= end) {
        return;
      }
    }
  }

  private static int versionAt(List<Origin> origins, int position) {
    int end = 0;
    for (Origin origin : origins) {
      end += origin.length;
      if (position < end) {
        return origin.version;
      }
    }
    throw new BrokenPassagesException("problem.index.word");
  }

  private static void add(List<Origin> origins, Origin next) {
    int last = origins.size() - 1;
    if (last >= 0 && origins.get(last).version == next.version) {
      origins.set(last, new Origin(origins.get(last).length + next.length, next.version));
    } else {
      origins.add(next);
    }
  }
}
