package prismq.t.script.versioning.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.ScoreDirection;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.SceneRow;

/** How lengths, targets and scores are written. */
final class LengthWording {
  private static final int SECONDS = 60;
  private static final int DECIMALS = 2;

  private LengthWording() {}

  /** Seconds as minutes and seconds. */
  static String clock(double seconds) {
    return SceneRow.clock(seconds / SECONDS);
  }

  /** A score with at most two digits behind the point. */
  static String score(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() < 0 ? "−" + rounded.negate().toPlainString() : rounded.toPlainString();
  }

  /** A target with its tolerance. */
  static String target(LengthTarget target) {
    return target.tolerance() == 0
        ? clock(target.seconds())
        : Messages.text(
            "statistics.target_within", clock(target.seconds()), clock(target.tolerance()));
  }

  /** How a length stands to its target. */
  static String stand(LengthTarget target, double seconds) {
    String shown = target(target);
    String by = clock((double) Math.abs(target.difference(seconds)));
    return switch (target.stand(seconds)) {
      case KEPT -> Messages.text("statistics.kept", shown);
      case UNDER -> Messages.text("statistics.under", by, shown);
      case OVER -> Messages.text("statistics.over", by, shown);
    };
  }

  /** What is aimed at with a score; null for nothing. */
  static @Nullable String target(NamedScore score) {
    return score.target() == null
        ? null
        : Messages.text(
            score.direction() == ScoreDirection.HIGHER
                ? "statistics.score_at_least"
                : "statistics.score_at_most",
            score(score.target()));
  }

  /** Settings in a sentence for the audit log. */
  static String sentence(LengthSettings settings) {
    List<String> parts = new ArrayList<>();
    parts.add(Messages.text("statistics.words_a_minute", settings.wordsPerMinute()));
    @Nullable LengthTarget target = settings.target();
    if (target != null) {
      parts.add(Messages.text("statistics.target_of", target(target)));
    }
    if (!settings.scores().isEmpty()) {
      parts.add(settings.scores().stream().map(NamedScore::name).collect(Collectors.joining(", ")));
    }
    if (settings.warns()) {
      parts.add(Messages.text("statistics.warns"));
    }
    return String.join("; ", parts);
  }
}
