package prismq.t.script.versioning.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.review.GivenVerdict;
import prismq.t.script.versioning.review.Review;
import prismq.t.script.versioning.review.Reviewer;
import prismq.t.script.versioning.review.Scores;

/**
 * Scores of a version.
 *
 * @param by the name of who gave them with a verdict; null for the review score that the version
 *     came with
 */
record AnnexScore(int version, @Nullable String by, Scores scores) {
  private static final String REVIEW_SCORE = "review_score";

  /** All scores by version, those that a version came with before those of its verdicts. */
  static List<AnnexScore> of(ReviewAnnex annex) {
    List<AnnexScore> all = new ArrayList<>();
    annex
        .scores()
        .forEach(
            (version, score) ->
                all.add(
                    new AnnexScore(
                        version,
                        null,
                        new Scores(Map.of(REVIEW_SCORE, new BigDecimal(score.toString()))))));
    for (Review review : annex.reviews()) {
      for (Reviewer reviewer : review.reviewers()) {
        @Nullable GivenVerdict given = reviewer.current();
        if (given != null && !given.scores().values().isEmpty()) {
          all.add(
              new AnnexScore(review.versionNumber(), reviewer.account().name(), given.scores()));
        }
      }
    }
    all.sort(Comparator.comparingInt(AnnexScore::version));
    return all;
  }
}
