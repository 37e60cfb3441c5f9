package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import prismq.t.script.versioning.core.merge.MergePart.Cause;
import prismq.t.script.versioning.core.merge.TextUnit.UnitKey;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Finds lines and sentences that a merge has more often than base and both sides, or has although
 * one side removed them.
 */
final class RepeatedUnits {
  /** A sentence of fewer words may well be written twice, and so may a line that both added. */
  private static final int MIN_WORDS = 3;

  /** Less of what stands several times anyway is repeated on purpose. */
  private static final int MIN_WORDS_OF_REPEATED = 5;

  private final Triple texts;
  private final Lineages lineages;
  private final MergedText merged;
  private final Map<UnitKey, List<TextUnit>> brought = new HashMap<>();
  private final Map<UnitKey, UnitCounts> counts = new HashMap<>();

  /** How often one stands in each text; and where in the base, if it does. */
  private static final class UnitCounts {
    private int base;
    private int ours;
    private int theirs;
    private int merged;
    private final List<TextUnit> inBase = new ArrayList<>();

    int most() {
      return Math.max(base, Math.max(ours, theirs));
    }
  }

  RepeatedUnits(MergeAttempt attempt, Lineages lineages) {
    this.texts = attempt.texts();
    this.lineages = lineages;
    this.merged = new MergedText(attempt);
    TextUnit.forEach(merged.lines(), this::addBrought);
    if (!brought.isEmpty()) {
      count(merged.lines(), (counted, unit) -> counted.merged++);
      count(texts.ours(), (counted, unit) -> counted.ours++);
      count(texts.theirs(), (counted, unit) -> counted.theirs++);
      count(
          texts.base(),
          (counted, unit) -> {
            counted.base++;
            counted.inBase.add(unit);
          });
    }
  }

  private void addBrought(TextUnit unit) {
    if (merged.chunks(unit.bytes()).stream().anyMatch(chunk -> isBroughtBy(chunk, unit))) {
      brought.computeIfAbsent(unit.key(), key -> new ArrayList<>()).add(unit);
      counts.computeIfAbsent(unit.key(), key -> new UnitCounts());
    }
  }

  /** Whether a chunk has it that had not before. */
  private boolean isBroughtBy(Chunk chunk, TextUnit unit) {
    return !texts.base(chunk).contains(unit.bytes().in(merged.lines().text()));
  }

  private void count(Pieces lines, BiConsumer<UnitCounts, TextUnit> adding) {
    TextUnit.forEach(
        lines,
        unit -> {
          UnitCounts counted = counts.get(unit.key());
          if (counted != null) {
            adding.accept(counted, unit);
          }
        });
  }

  /** Receives each chunk that brings such a unit, and why it is asked about. */
  void forEach(BiConsumer<Chunk, Cause> question) {
    brought.forEach(
        (key, units) -> {
          UnitCounts counted = counts.get(key);
          if (counted != null && isRemarkable(units.get(0), counted)) {
            boolean isBack = isBack(counted);
            if (isBack || counted.merged > Math.max(1, counted.most())) {
              units.forEach(unit -> ask(unit, cause(counted, isBack), question));
            }
          }
        });
  }

  private static Cause cause(UnitCounts counted, boolean isBack) {
    if (isBack) {
      return Cause.MOVED_AND_REMOVED;
    }
    boolean isMoved = counted.base >= Math.max(counted.ours, counted.theirs);
    return isMoved ? Cause.MOVED_APART : Cause.ADDED_TWICE;
  }

  private void ask(TextUnit unit, Cause cause, BiConsumer<Chunk, Cause> question) {
    for (Chunk chunk : merged.chunks(unit.bytes())) {
      if (isBroughtBy(chunk, unit)) {
        question.accept(chunk, cause);
      }
    }
  }

  private static boolean isRemarkable(TextUnit unit, UnitCounts counted) {
    int words = unit.key().words();
    if (counted.most() > 1) {
      return words >= MIN_WORDS_OF_REPEATED;
    }
    boolean isShortOnPurpose = unit.key().isLine() && (counted.base > 0 || unit.isItem());
    return words >= (isShortOnPurpose ? 1 : MIN_WORDS);
  }

  /** Whether one side removed all there was of it. */
  private boolean isBack(UnitCounts counted) {
    return counted.base > 0
        && counted.merged > 0
        && (isRemoved(counted.ours, Which.OURS, counted)
            || isRemoved(counted.theirs, Which.THEIRS, counted));
  }

  private boolean isRemoved(int left, Which side, UnitCounts counted) {
    return left == 0
        && counted.inBase.stream().allMatch(unit -> lineages.of(side).isGone(unit.bytes()));
  }
}
