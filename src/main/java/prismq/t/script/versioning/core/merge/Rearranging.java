package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Puts paragraphs that one side moved to their new place in the base and on the other side too, so
 * that what both sides wrote into them meets there. Only moves that have to do with conflicts are
 * looked at: what merges cleanly without is left as it is.
 */
final class Rearranging {
  /** Longer texts are not searched for moves, for the sake of time. */
  private static final int MAX_CHARACTERS = 4_000_000;

  /** Nor are those with more conflicts: too many to settle by hand. */
  private static final int MAX_CONFLICTS = 1_000;

  private final Triple texts;
  private final Triple evened;
  private final List<Chunk> conflicts;

  /** The moves in positions of each text as evened. */
  private final List<Move> inBase = new ArrayList<>();

  private final List<Move> inOurs = new ArrayList<>();
  private final List<Move> inTheirs = new ArrayList<>();

  private Rearranging(Triple texts, List<Chunk> conflicts) {
    this.texts = texts;
    this.evened = LineEndings.evened(texts);
    this.conflicts = conflicts;
  }

  /** The texts in their new order; null if nothing moved that has to do with conflicts. */
  static @Nullable Triple of(Triple texts, List<Chunk> conflicts) {
    long characters =
        (long) texts.base().text().length()
            + texts.ours().text().length()
            + texts.theirs().text().length();
    return conflicts.isEmpty() || conflicts.size() > MAX_CONFLICTS || characters > MAX_CHARACTERS
        ? null
        : new Rearranging(texts, conflicts).rearranged();
  }

  private @Nullable Triple rearranged() {
    Pieces base = evened.base();
    Diff toOurs = diff(base, evened.ours());
    Diff toTheirs = diff(base, evened.theirs());
    List<Move> ours = Move.of(toOurs, base);
    List<Move> theirs = Move.of(toTheirs, base);
    addEqual(ours, theirs);
    add(ours, theirs, new Positions(toTheirs.exactEdits(), evened.theirs().text()), inTheirs);
    add(theirs, ours, new Positions(toOurs.exactEdits(), evened.ours().text()), inOurs);
    if (inBase.isEmpty()) {
      return null;
    }
    Triple moved =
        new Triple(
            moved(inBase, base), moved(inOurs, evened.ours()), moved(inTheirs, evened.theirs()));
    return LineEndings.restored(moved, texts);
  }

  private static Diff diff(Pieces from, Pieces to) {
    return new DiffGenerator().diff(ScriptText.ofExact(from.text()), ScriptText.ofExact(to.text()));
  }

  private static Pieces moved(List<Move> moves, Pieces text) {
    return ScriptText.ofExact(Move.apply(moves, text.text())).exactLines();
  }

  /** What both sides moved to the same place is there on both sides already. */
  private void addEqual(List<Move> ours, List<Move> theirs) {
    Set<Move> ofTheirs = new HashSet<>(theirs);
    for (Move move : ours) {
      if (ofTheirs.contains(move) && isWanted(move)) {
        inBase.add(move);
      }
    }
  }

  /** Adds the moves of one side whose place on the other side is clear. */
  private void add(List<Move> moves, List<Move> otherMoves, Positions others, List<Move> inOther) {
    Set<Integer> otherPlaces = new HashSet<>();
    otherMoves.forEach(move -> otherPlaces.add(move.place()));
    for (Move move : moves) {
      // The order of two passages moved to the same place is left to a person.
      boolean isAlone = !otherPlaces.contains(move.place());
      Move other = isAlone && isWanted(move) ? others.of(move) : null;
      if (other != null) {
        inBase.add(move);
        inOther.add(other);
      }
    }
  }

  private boolean isWanted(Move move) {
    Move asItWas = move.within(texts.base().text().length());
    return endsLine(move.bytes().end())
        && endsLine(move.place())
        && conflicts.stream().anyMatch(asItWas::touches);
  }

  private boolean endsLine(int position) {
    return position == 0 || LineEnds.endsAt(evened.base().text(), position - 1);
  }
}
