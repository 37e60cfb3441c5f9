package prismq.t.script.versioning.core.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prismq.t.script.versioning.core.text.ScriptText;

/** Tells whether a merged text has lines or sentences twice, or back, that no side has so. */
public final class RepeatedText {
  /** Between sentences, paragraphs and lines; also after an ideographic full stop. */
  private static final String BORDERS = "(?<=[.!?])\\s+|(?<=。)|\\R";

  private RepeatedText() {}

  /**
   * Whether it has one more often than base and both sides, or one that is in the base and not on
   * one side.
   *
   * @param merged by git, with or without conflicts
   */
  public static boolean isIn(MergeCase texts, ScriptText merged) {
    Map<String, Integer> base = counts(texts.base());
    Map<String, Integer> ours = counts(texts.ours());
    Map<String, Integer> theirs = counts(texts.theirs());
    return counts(merged).entrySet().stream()
        .anyMatch(
            unit -> {
              int inBase = base.getOrDefault(unit.getKey(), 0);
              int inOurs = ours.getOrDefault(unit.getKey(), 0);
              int inTheirs = theirs.getOrDefault(unit.getKey(), 0);
              int most = Math.max(inBase, Math.max(inOurs, inTheirs));
              return unit.getValue() > most
                  || (inBase > 0 && Math.min(inOurs, inTheirs) == 0)
                  || isEdited(unit.getKey(), base.keySet(), ours.keySet(), theirs.keySet());
            });
  }

  /** Whether it is like one of the base that one side has no more, or elsewhere. */
  private static boolean isEdited(
      String unit, Set<String> base, Set<String> ours, Set<String> theirs) {
    Set<String> words = words(unit);
    return !base.contains(unit)
        && ours.contains(unit) != theirs.contains(unit)
        && base.stream().anyMatch(each -> isAlike(words, words(each)));
  }

  private static boolean isAlike(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both.size() >= 3 && 2 * both.size() >= Math.min(one.size(), other.size());
  }

  private static Set<String> words(String unit) {
    return Set.of(new HashSet<>(List.of(unit.split("\\W+", -1))).toArray(String[]::new));
  }

  private static Map<String, Integer> counts(ScriptText text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String unit : text.display().split(BORDERS, -1)) {
      String bare = unit.strip().replaceFirst("^([-*+>•]|\\(?\\d{1,3}[.)])\\s+", "");
      if (!bare.isEmpty()) {
        counts.merge(bare, 1, Integer::sum);
      }
    }
    return counts;
  }
}
