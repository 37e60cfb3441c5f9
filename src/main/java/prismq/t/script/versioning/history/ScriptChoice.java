package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.history.ScriptSections.ScriptSection;

/**
 * Which scripts are listed, and in which order.
 *
 * @param filter words that the title or the id contains, whatever their case and accents; empty for
 *     all scripts
 * @param isArchived whether the archived ones, in place of the others
 */
public record ScriptChoice(
    String filter, ScriptOrder order, boolean isArchived, ScriptSections sections) {
  /** A script and the time of its newest version, or of itself before the first. */
  record Dated(Script script, Instant newest) {}

  /** All of the place that is listed, whatever they are called. */
  List<Dated> listed(List<Dated> all) {
    return all.stream()
        .filter(dated -> dated.script.isArchived() == isArchived && sections.include(dated.script))
        .toList();
  }

  /** The number of those that only the other choice of archived ones would list. */
  int archivedBesides(List<Dated> all) {
    return (int)
        all.stream()
            .filter(dated -> !isArchived && dated.script.isArchived())
            .filter(dated -> sections.include(dated.script))
            .count();
  }

  /** Those that fit, in order. */
  List<Dated> of(List<Dated> all) {
    List<String> words =
        Arrays.stream(Folding.fold(filter).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    Map<ScriptSection, List<Dated>> divided =
        all.stream()
            .filter(dated -> fits(dated.script, words))
            .sorted(comparator())
            .collect(
                Collectors.groupingBy(
                    dated -> sections.of(dated.script), TreeMap::new, Collectors.toList()));
    return divided.values().stream().flatMap(List::stream).toList();
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
