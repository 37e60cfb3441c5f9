package prismq.t.script.versioning.statistics;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.statistics.LengthTarget;
import prismq.t.script.versioning.core.statistics.ScoreDirection;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for lengths and scores holds, as it was typed.
 *
 * @param target minutes and seconds, or seconds alone; empty for none
 * @param tolerance likewise; empty for the preset one
 * @param scores as many as there can be, those without a name last
 */
record LengthForm(
    String words, String target, String tolerance, List<ScoreFields> scores, boolean warns) {
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,6})");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,10}(?:[.,]\\d{1,6})?");
  private static final int SECONDS = 60;

  /** One of the scores. */
  record ScoreFields(int place, String name, String direction, String target) {
    static ScoreFields empty(int place) {
      return new ScoreFields(place, "", ScoreDirection.HIGHER.word(), "");
    }

    public boolean isLower() {
      return direction.equals(ScoreDirection.LOWER.word());
    }

    /** The name of the field for its target. */
    public String targetField() {
      return "score_target_" + place;
    }

    /** The name of the field for its name. */
    public String nameField() {
      return "score_name_" + place;
    }

    private static String directionField(int place) {
      return "score_direction_" + place;
    }

    /** The name of the field for its direction. */
    public String directionField() {
      return directionField(place);
    }
  }

  static LengthForm of(LengthSettings settings) {
    @Nullable LengthTarget target = settings.target();
    List<ScoreFields> scores = new ArrayList<>();
    for (NamedScore score : settings.scores()) {
      scores.add(
          new ScoreFields(
              scores.size() + 1,
              score.name(),
              score.direction().word(),
              score.target() == null ? "" : LengthWording.score(score.target())));
    }
    while (scores.size() < NamedScore.MAX_COUNT) {
      scores.add(ScoreFields.empty(scores.size() + 1));
    }
    return new LengthForm(
        Integer.toString(settings.wordsPerMinute()),
        target == null ? "" : LengthWording.clock(target.seconds()),
        target == null ? "" : LengthWording.clock(target.tolerance()),
        scores,
        settings.warns());
  }

  static LengthForm sent(Context context) {
    List<ScoreFields> scores = new ArrayList<>();
    for (int place = 1; place <= NamedScore.MAX_COUNT; place++) {
      scores.add(
          new ScoreFields(
              place,
              SentForm.stripped(context, "score_name_" + place),
              SentForm.stripped(context, ScoreFields.directionField(place)),
              SentForm.stripped(context, "score_target_" + place)));
    }
    return new LengthForm(
        SentForm.stripped(context, "words_per_minute"),
        SentForm.stripped(context, "target"),
        SentForm.stripped(context, "tolerance"),
        scores,
        SentForm.stripped(context, "length_warning").equals("true"));
  }

  /** The words a minute that it says. */
  int checkedWords() {
    int number = words.matches("\\d{1,6}") ? Integer.parseInt(words) : 0;
    return LengthSettings.checkedWords("words_per_minute", number);
  }

  /** The target that it says; null for none. */
  @Nullable LengthTarget checkedTarget() {
    if (target.isEmpty()) {
      return null;
    }
    @Nullable Integer seconds = seconds(target);
    @Nullable Integer within = tolerance.isEmpty() ? null : seconds(tolerance);
    if (!tolerance.isEmpty() && within == null) {
      throw new InvalidInputException("tolerance", FilledMessage.of("statistics.tolerance_range"));
    }
    return LengthSettings.checkedTarget(
        "target", seconds == null ? 0 : seconds, "tolerance", within);
  }

  /** Seconds of a time such as 1:15 or 75; null where it is none. */
  static @Nullable Integer seconds(String typed) {
    Matcher clock = CLOCK.matcher(typed);
    if (!clock.matches()) {
      return null;
    }
    int seconds = Integer.parseInt(clock.group(2));
    if (clock.group(1) == null) {
      return seconds;
    }
    return seconds < SECONDS ? Integer.parseInt(clock.group(1)) * SECONDS + seconds : null;
  }

  /** The score in a row; null where it has no name. */
  @Nullable NamedScore checkedScore(int place) {
    ScoreFields fields = scores.get(place - 1);
    if (fields.name.isEmpty()) {
      return null;
    }
    @Nullable Double aim = null;
    if (!fields.target.isEmpty()) {
      if (!NUMBER.matcher(fields.target).matches()) {
        throw new InvalidInputException(
            fields.targetField(), FilledMessage.of("statistics.score_target_range"));
      }
      aim = Double.valueOf(fields.target.replace('−', '-').replace(',', '.'));
      NamedScore.checked(fields.targetField(), "x", ScoreDirection.HIGHER, aim);
    }
    ScoreDirection direction = ScoreDirection.named(fields.direction).orElse(ScoreDirection.HIGHER);
    return NamedScore.checked(fields.nameField(), fields.name, direction, aim);
  }

  /** The scores that it says. */
  List<NamedScore> checkedScores() {
    List<NamedScore> named = new ArrayList<>();
    for (int place = 1; place <= scores.size(); place++) {
      @Nullable NamedScore score = checkedScore(place);
      if (score != null) {
        named.add(score);
        LengthSettings.checkedScores("score_name_" + place, named);
      }
    }
    return named;
  }

  /** All that it says. */
  LengthSettings checked() {
    return new LengthSettings(checkedWords(), checkedTarget(), checkedScores(), warns);
  }
}
