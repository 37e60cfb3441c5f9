package prismq.t.script.versioning.transfer.prismq;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/** The reviews of a version, as its metadata hold them. */
final class StoryReviews {
  private static final List<String> KEYS =
      List.of("review_score", "prismq_review_score", "review_text", "reviewed_at", "story_reviews");
  private static final int BEST_SCORE = 100;

  private final ReviewStore store;
  private final VersionDetails details;

  StoryReviews(ReviewStore store, VersionDetails details) {
    this.store = store;
    this.details = details;
  }

  /** The part of a version's metadata that is about reviews, as JSON. */
  static String part(Metadata metadata) {
    Map<String, Object> part = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (metadata.values().containsKey(key)) {
        part.put(key, metadata.values().get(key));
      }
    }
    return String.valueOf(part.isEmpty() ? "" : Metadata.of(part).json());
  }

  /**
   * The reviews of the text itself and of the story at that version.
   *
   * @param reviewId null if the text has none
   */
  Map<String, Object> of(long story, int version, @Nullable Long reviewId) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (reviewId != null) {
      Optional<ReviewRow> review = store.review(reviewId);
      if (review.isEmpty()) {
        details.changed(FilledMessage.of("remark.prismq.no_review", reviewId));
      } else {
        addReview(values, review.get());
      }
    }
    Map<String, Object> byType = byType(store.storyReviews(story, version));
    if (!byType.isEmpty()) {
      values.put("story_reviews", byType);
    }
    return values;
  }

  private void addReview(Map<String, Object> values, ReviewRow review) {
    @Nullable Number score = score(review);
    if (score != null) {
      values.put("review_score", score);
    } else if (!review.scoreGiven().isEmpty()) {
      values.put("prismq_review_score", review.scoreGiven());
    }
    put(values, "review_text", review.text());
    put(values, "reviewed_at", review.createdAt());
  }

  /** The reviews by their type; if a type has several, the newest holds the earlier ones. */
  private Map<String, Object> byType(List<StoryReviewRow> reviews) {
    Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
    if (reviews.size() > ReviewStore.MAX_REVIEWS) {
      details.changed(FilledMessage.of("remark.prismq.many_reviews", ReviewStore.MAX_REVIEWS));
    }
    for (StoryReviewRow row :
        reviews.subList(0, Math.min(ReviewStore.MAX_REVIEWS, reviews.size()))) {
      String type = row.type().isBlank() ? "review" : row.type();
      @Nullable ReviewRow review = row.review();
      if (review == null) {
        details.changed(
            FilledMessage.of("remark.prismq.review_missing", VersionDetails.inRemark(type)));
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      @Nullable Number score = score(review);
      if (score != null) {
        values.put("score", score);
      } else if (!review.scoreGiven().isEmpty()) {
        values.put("prismq_score", review.scoreGiven());
      }
      put(values, "text", review.text());
      put(values, "created_at", row.createdAt().isEmpty() ? review.createdAt() : row.createdAt());
      byType.computeIfAbsent(type, key -> new ArrayList<>()).add(values);
    }
    Map<String, Object> newest = new LinkedHashMap<>();
    byType.forEach(
        (type, all) -> {
          Map<String, Object> last = all.get(all.size() - 1);
          if (all.size() > 1) {
            last.put("earlier", List.copyOf(all.subList(0, all.size() - 1)));
          }
          newest.put(type, last);
        });
    return newest;
  }

  /** The score; null if it cannot be kept as one. */
  private @Nullable Number score(ReviewRow review) {
    @Nullable Double score = review.score();
    if (score != null && score >= 0 && score <= BEST_SCORE) {
      // As Metadata reads it back, so that the two can be compared.
      return score == Math.rint(score) ? (Number) score.intValue() : BigDecimal.valueOf(score);
    }
    if (!review.scoreGiven().isEmpty()) {
      details.changed(
          FilledMessage.of("remark.prismq.score", VersionDetails.inRemark(review.scoreGiven())));
    }
    return null;
  }

  private static void put(Map<String, Object> values, String key, String value) {
    if (!value.isEmpty()) {
      values.put(key, value);
    }
  }
}
