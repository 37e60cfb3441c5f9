package prismq.t.script.versioning.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.TextMeasure;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.review.Reviews;

/** Reads how long versions are and how good. Safe for use by several threads. */
public final class VersionFigures {
  /** More is no length, and no score, that anybody means. */
  private static final double MOST = 1_000_000_000;

  private final Measures measures;
  private final Reviews reviews;

  /** Measures by the one, and reads scores of verdicts by the other. */
  public VersionFigures(Measures measures, Reviews reviews) {
    this.measures = measures;
    this.reviews = reviews;
  }

  /**
   * The figures of versions.
   *
   * @param all oldest first
   * @param waiting how many are still to be measured
   */
  record FoundFigures(List<VersionFigure> all, int waiting) {}

  /**
   * The figures of versions with this metadata, as far as there is time to measure them.
   *
   * @param shown the version whose measure is there already
   */
  FoundFigures of(
      Script script,
      LengthSettings settings,
      SortedMap<Integer, Metadata> metadataOf,
      int shown,
      TextMeasure measure) {
    Measures.Measured measured = measures.of(script, metadataOf.keySet());
    measured.measures().put(shown, measure);
    return new FoundFigures(
        figures(script, settings, metadataOf, measured.measures()), measured.waiting());
  }

  /** The same of all of them. */
  List<VersionFigure> all(
      Script script, LengthSettings settings, SortedMap<Integer, Metadata> metadataOf) {
    return figures(script, settings, metadataOf, measures.all(script, metadataOf.keySet()));
  }

  private List<VersionFigure> figures(
      Script script,
      LengthSettings settings,
      SortedMap<Integer, Metadata> metadataOf,
      SortedMap<Integer, TextMeasure> measured) {
    Map<Integer, Map<String, Double>> said = reviews.scores(script.scriptId());
    List<VersionFigure> all = new ArrayList<>();
    metadataOf.forEach(
        (number, metadata) -> {
          @Nullable TextMeasure measure = measured.get(number);
          all.add(
              new VersionFigure(
                  number,
                  measure,
                  measure == null ? null : measure.minutes(settings.wordsPerMinute()),
                  number(metadata.lengthSeconds()),
                  scores(settings, metadata, said.getOrDefault(number, Map.of()))));
        });
    return all;
  }

  /** What the metadata says comes before what is said in reviews. */
  static Map<String, Double> scores(
      LengthSettings settings, Metadata metadata, Map<String, Double> said) {
    Map<String, Double> scores = new HashMap<>();
    for (NamedScore score : settings.shownScores()) {
      @Nullable Double own =
          metadata.values().get(score.name()) instanceof Number value ? number(value) : null;
      @Nullable Double known = own == null ? said.get(score.name()) : own;
      if (known != null) {
        scores.put(score.name(), known);
      }
    }
    return scores;
  }

  private static @Nullable Double number(@Nullable Number value) {
    return value != null && Math.abs(value.doubleValue()) <= MOST ? value.doubleValue() : null;
  }
}
