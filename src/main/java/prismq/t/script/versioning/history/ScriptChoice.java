package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import prismq.t.script.versioning.core.text.Folding;

/**
 * Which scripts are listed, and in which order.
 *
 * @param filter words that the title or the id contains, whatever their case and accents; empty for
 *     all scripts
 */
public record ScriptChoice(String filter, ScriptOrder order) {
  /** A script and the time of its newest version, or of itself before the first. */
  record Dated(Script script, Instant newest) {}

  /** Those that fit, in order. */
  List<Dated> of(List<Dated> all) {
    List<String> words =
        Arrays.stream(Folding.fold(filter).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    return all.stream().filter(dated -> fits(dated.script, words)).sorted(comparator()).toList();
  }

  private static boolean fits(Script script, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String named = Folding.fold(script.title() + " " + script.scriptId());
    return words.stream().allMatch(named::contains);
  }

  private Comparator<Dated> comparator() {
    Comparator<Dated> recent =
        Comparator.comparing(Dated::newest).reversed().thenComparing(d -> d.script.scriptId());
    return switch (order) {
      case RECENT -> recent;
      case TITLE ->
          Comparator.comparing((Dated dated) -> Folding.fold(dated.script.title()))
              .thenComparing(dated -> dated.script.scriptId());
      case VERSIONS ->
          Comparator.comparingInt((Dated dated) -> -dated.script.latestVersion())
              .thenComparing(recent);
    };
  }
}
