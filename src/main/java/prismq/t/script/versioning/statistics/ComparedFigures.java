package prismq.t.script.versioning.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.LengthLine;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/** Says beside a comparison by how much both versions differ in length and in scores. */
public final class ComparedFigures implements LengthLine {
  private final Lengths lengths;
  private final VersionFigures figures;

  /** Says it of what these read. */
  public ComparedFigures(Lengths lengths, VersionFigures figures) {
    this.lengths = lengths;
    this.figures = figures;
  }

  @Override
  public @Nullable String of(Script script, Version from, Version to) {
    if (from.versionNumber() == to.versionNumber()) {
      return null;
    }
    LengthSettings settings = lengths.settings(script.scriptId());
    SortedMap<Integer, Metadata> both = new TreeMap<>();
    both.put(from.versionNumber(), from.metadata());
    both.put(to.versionNumber(), to.metadata());
    List<VersionFigure> found = figures.all(script, settings, both);
    boolean isForward = from.versionNumber() < to.versionNumber();
    return line(settings, found.get(isForward ? 0 : 1), found.get(isForward ? 1 : 0));
  }

  /** The line; null where neither length nor scores differ and there is no target. */
  static @Nullable String line(LengthSettings settings, VersionFigure from, VersionFigure to) {
    List<String> parts = new ArrayList<>();
    addLength(parts, settings, from, to);
    for (NamedScore score : settings.shownScores()) {
      addScore(parts, score, from.score(score), to.score(score));
    }
    return parts.isEmpty() ? null : String.join(" · ", parts);
  }

  private static void addLength(
      List<String> parts, LengthSettings settings, VersionFigure from, VersionFigure to) {
    boolean areStated = from.stated() != null && to.stated() != null;
    @Nullable Double before = areStated ? from.stated() : from.estimated();
    @Nullable Double after = areStated ? to.stated() : to.estimated();
    if (before == null || after == null) {
      return;
    }
    long difference = Math.round(after) - Math.round(before);
    if (difference != 0 || settings.target() != null) {
      String said =
          Messages.text(
              areStated ? "statistics.compared_stated" : "statistics.compared",
              signed(difference),
              LengthWording.clock(before),
              LengthWording.clock(after));
      @Nullable String kept = kept(settings.target(), from.seconds(), to.seconds());
      parts.add(kept == null ? said : Messages.text("statistics.compared_with", said, kept));
    }
  }

  /** The difference of lengths: in seconds below a minute. */
  static String signed(long seconds) {
    long much = Math.abs(seconds);
    String shown =
        much < 60
            ? Messages.text("statistics.seconds", much)
            : Messages.text("statistics.minutes", LengthWording.clock((double) much));
    return (seconds < 0 ? "−" : seconds > 0 ? "+" : "±") + shown;
  }

  private static @Nullable String kept(
      @Nullable LengthTarget target, @Nullable Double before, @Nullable Double after) {
    if (target == null || before == null || after == null) {
      return null;
    }
    String shown = LengthWording.target(target);
    if (target.isLeft(before, after)) {
      return Messages.text("statistics.left", shown);
    }
    return !target.isKept(before) && target.isKept(after)
        ? Messages.text("statistics.reached", shown)
        : LengthWording.stand(target, after);
  }

  private static void addScore(
      List<String> parts, NamedScore score, @Nullable Double before, @Nullable Double after) {
    if (before == null && after == null) {
      return;
    }
    String said =
        Messages.text(
            "statistics.compared_score",
            score.title(),
            before == null ? "–" : LengthWording.score(before),
            after == null ? "–" : LengthWording.score(after));
    @Nullable String target = LengthWording.target(score);
    parts.add(
        target == null || after == null
            ? said
            : Messages.text(
                score.isReached(after)
                    ? "statistics.compared_score_reached"
                    : "statistics.compared_score_missed",
                said,
                target));
  }
}
