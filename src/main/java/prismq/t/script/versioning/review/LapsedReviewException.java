package prismq.t.script.versioning.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;

/** The branch has other words than the version that is to be reviewed. */
public final class LapsedReviewException extends Problem {
  private static final long serialVersionUID = 1L;

  private final transient ReviewLapse lapse;

  LapsedReviewException(ReviewLapse lapse) {
    super(
        ProblemKind.REVIEW_LAPSED,
        FilledMessage.of(
            "reviews.lapsed", lapse.versionNumber(), lapse.headVersion(), lapse.changed()),
        FilledMessage.of("reviews.lapsed_next", lapse.headVersion()));
    this.lapse = lapse;
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(
        lapse.comparisonUrl(),
        Messages.text("reviews.compare", lapse.versionNumber(), lapse.headVersion()));
  }

  @Override
  public Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("head_version", lapse.headVersion());
    members.put("words_added", lapse.words().wordsInserted());
    members.put("words_removed", lapse.words().wordsDeleted());
    members.put("words_moved", lapse.words().wordsMoved());
    members.put("comparison", lapse.comparisonUrl());
    return members;
  }
}
