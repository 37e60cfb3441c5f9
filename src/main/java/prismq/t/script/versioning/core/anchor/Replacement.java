package prismq.t.script.versioning.core.anchor;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.CarriedRun;
import prismq.t.script.versioning.core.passage.CarriedText;
import prismq.t.script.versioning.core.text.ByteRange;

/** Finds what stands in the place of words that are gone. */
final class Replacement {
  /** Less of a passage is a few short words that any other has too. */
  private static final double MIN_SHARE = 0.2;

  private Replacement() {}

  /** Where new words stand in the place of a stretch; null where there are none. */
  static @Nullable ByteRange of(CarriedText carried, ByteRange stretch) {
    ByteRange gap = gap(carried, stretch);
    if (gap == null || gap.isEmpty()) {
      return null;
    }
    ByteRange found = null;
    for (ByteRange added : carried.newIn(gap)) {
      TextTokens words = TextTokens.of(carried.to().text(added), added.start());
      if (words.size() > 0) {
        ByteRange own = words.words().get(0).span(words.words().get(words.size() - 1));
        found = found == null ? own : found.span(own);
      }
    }
    return found;
  }

  /** Between the words before and after it that are left of its passages. */
  private static @Nullable ByteRange gap(CarriedText carried, ByteRange stretch) {
    ByteRange passages = passages(carried, stretch);
    ByteRange partner = partner(carried, passages);
    if (partner == null) {
      return rewritten(carried, stretch);
    }
    int start = partner.start();
    int end = partner.end();
    for (CarriedRun run : carried.runs(passages)) {
      if (partner.contains(run.to())) {
        if (run.from().end() <= stretch.start()) {
          start = Math.max(start, run.to().end());
        } else if (run.from().start() >= stretch.end() && run.to().start() >= start) {
          end = Math.min(end, run.to().start());
        }
      }
    }
    return start < end ? new ByteRange(start, end) : null;
  }

  /** The passage that has most of these; null where none has more than chance gives. */
  private static @Nullable ByteRange partner(CarriedText carried, ByteRange passages) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (CarriedRun run : carried.runs(passages)) {
      shared.merge(carried.to().at(run.to().start()), run.from().length(), Integer::sum);
    }
    return shared.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= MIN_SHARE * passages.length())
        .map(most -> carried.to().bytes(most.getKey()))
        .orElse(null);
  }

  /** Passages that stand in the place of those of the stretch, nothing of which is left. */
  private static @Nullable ByteRange rewritten(CarriedText carried, ByteRange stretch) {
    ByteRange found = null;
    int last = carried.from().at(Math.max(stretch.start(), stretch.end() - 1));
    for (int i = carried.from().at(stretch.start()); i <= last; i++) {
      ByteRange own = carried.replacement(i).orElse(null);
      found = found == null || own == null ? (own == null ? found : own) : found.span(own);
    }
    return found;
  }

  private static ByteRange passages(CarriedText carried, ByteRange stretch) {
    ByteRange first = carried.from().bytes(carried.from().at(stretch.start()));
    int end = Math.max(stretch.start(), stretch.end() - 1);
    return first.span(carried.from().bytes(carried.from().at(end)));
  }
}
