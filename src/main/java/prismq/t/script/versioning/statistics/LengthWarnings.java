package prismq.t.script.versioning.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.review.Reviews;

/**
 * Finds versions with a better score than before that no longer are as long as they are to be. Safe
 * for use by several threads.
 */
public final class LengthWarnings {
  /** So far back a version with the same score is looked for. */
  private static final int MOST_STEPS = 1_000;

  private final VersionManager versions;
  private final Lengths lengths;
  private final VersionFigures figures;
  private final Reviews reviews;

  /** Finds them by these. */
  public LengthWarnings(
      VersionManager versions, Lengths lengths, VersionFigures figures, Reviews reviews) {
    this.versions = versions;
    this.lengths = lengths;
    this.figures = figures;
    this.reviews = reviews;
  }

  /** What is read of a script at one moment. */
  private record ScoredHistory(
      Script script,
      VersionGraph graph,
      Map<Integer, Metadata> metadata,
      LengthSettings settings,
      Map<Integer, Map<String, Double>> said) {
    @Nullable Double score(NamedScore score, int version) {
      @Nullable Metadata own = metadata.get(version);
      return own == null
          ? null
          : VersionFigures.scores(settings, own, said.getOrDefault(version, Map.of()))
              .get(score.name());
    }

    /** The nearest version before one that has a score; 0 for none. */
    int before(NamedScore score, int version) {
      int before = graph.parent(version);
      for (int step = 0; before > 0 && step < MOST_STEPS; step++) {
        if (score(score, before) != null) {
          return before;
        }
        before = graph.parent(before);
      }
      return 0;
    }
  }

  /** Whether anybody wants to be told for a script. */
  public boolean areOn(String scriptId) {
    LengthSettings settings = lengths.settings(scriptId);
    return settings.warns() && settings.target() != null;
  }

  /**
   * What is wrong with a version: one of its scores is better than that of the nearest version
   * before it that has the score, which kept the target, and the version does not.
   */
  public Optional<LengthWarning> of(String scriptId, int version) {
    LengthSettings settings = lengths.settings(scriptId);
    @Nullable LengthTarget target = settings.target();
    if (target == null) {
      return Optional.empty();
    }
    Map<Integer, Map<String, Double>> said = reviews.scores(scriptId);
    ScoredHistory history = versions.view(scriptId, view -> read(view, settings, said));
    for (NamedScore score : settings.shownScores()) {
      Optional<LengthWarning> warning = of(history, score, target, version);
      if (warning.isPresent()) {
        return warning;
      }
    }
    return Optional.empty();
  }

  private static ScoredHistory read(
      ScriptView view, LengthSettings settings, Map<Integer, Map<String, Double>> said) {
    Map<Integer, Metadata> metadata = new TreeMap<>();
    view.sizes().forEach(size -> metadata.put(size.versionNumber(), size.metadata()));
    return new ScoredHistory(view.script(), view.graph(), metadata, settings, said);
  }

  private Optional<LengthWarning> of(
      ScoredHistory history, NamedScore score, LengthTarget target, int version) {
    @Nullable Double after = history.score(score, version);
    int beforeVersion = after == null ? 0 : history.before(score, version);
    if (after == null || beforeVersion == 0) {
      return Optional.empty();
    }
    @Nullable Double before = history.score(score, beforeVersion);
    if (before == null || !score.direction().isBetter(before, after)) {
      return Optional.empty();
    }
    SortedMap<Integer, Metadata> both = new TreeMap<>();
    for (int number : new int[] {beforeVersion, version}) {
      @Nullable Metadata metadata = history.metadata.get(number);
      if (metadata != null) {
        both.put(number, metadata);
      }
    }
    List<VersionFigure> found = figures.all(history.script, history.settings, both);
    @Nullable Double secondsBefore = found.get(0).seconds();
    @Nullable Double seconds = found.get(found.size() - 1).seconds();
    return secondsBefore != null && seconds != null && target.isLeft(secondsBefore, seconds)
        ? Optional.of(
            new LengthWarning(beforeVersion, version, score.name(), before, after, seconds, target))
        : Optional.empty();
  }
}
