package prismq.t.script.versioning.transfer.prismq;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of the reviews in a database of PrismQ. */
final class ReviewStore {
  /** Most reviews read of a version. */
  static final int MAX_REVIEWS = 200;

  /** Most characters read of a review; more than metadata hold. */
  private static final int MAX_REVIEW_LENGTH = 100_000;

  private final Handle handle;
  private final SchemaStore schema;

  ReviewStore(Handle handle, SchemaStore schema) {
    this.handle = handle;
    this.schema = schema;
  }

  /** The review of an id. */
  Optional<ReviewRow> review(long id) {
    return !schema.has("Review", "id")
        ? Optional.empty()
        : handle
            .createQuery("SELECT " + reviewColumns() + " FROM Review WHERE Review.id = :id LIMIT 1")
            .bind("id", id)
            .map((row, context) -> reviewRow(row, 1))
            .findOne();
  }

  private String reviewColumns() {
    return schema.real("Review", "score")
        + ", "
        + schema.word("Review", "score")
        + ", "
        + schema.text("Review", "text", MAX_REVIEW_LENGTH)
        + ", "
        + schema.word("Review", "created_at");
  }

  private static ReviewRow reviewRow(ResultSet row, int first) throws SQLException {
    double score = row.getDouble(first);
    return new ReviewRow(
        row.wasNull() ? null : score,
        SchemaStore.string(row, first + 1),
        SchemaStore.string(row, first + 2),
        SchemaStore.string(row, first + 3));
  }

  /** The reviews of a story at a version, at most one more than {@value #MAX_REVIEWS}. */
  List<StoryReviewRow> storyReviews(long story, long version) {
    if (!schema.has("StoryReview", "story_id", "version", "review_id")
        || !schema.has("Review", "id")) {
      return List.of();
    }
    return storyReviews("StoryReview.story_id = :story AND StoryReview.version = :version")
        .bind("story", story)
        .bind("version", version)
        .map(ReviewStore::storyReview)
        .list();
  }

  /** The reviews of a story, where these do not say of which version they are. */
  List<StoryReviewRow> unversionedReviews(long story) {
    if (!schema.has("StoryReview", "story_id", "review_id")
        || schema.has("StoryReview", "version")
        || !schema.has("Review", "id")) {
      return List.of();
    }
    return storyReviews("StoryReview.story_id = :story")
        .bind("story", story)
        .map(ReviewStore::storyReview)
        .list();
  }

  private Query storyReviews(String condition) {
    return handle.createQuery(
        "SELECT "
            + schema.word("StoryReview", "review_type")
            + ", "
            + schema.word("StoryReview", "created_at")
            + ", Review.id IS NOT NULL, "
            + reviewColumns()
            + " FROM StoryReview LEFT JOIN Review ON Review.id = StoryReview.review_id WHERE "
            + condition
            + " ORDER BY "
            + schema.word("StoryReview", "id")
            + " + 0 LIMIT "
            + (MAX_REVIEWS + 1));
  }

  private static StoryReviewRow storyReview(ResultSet row, StatementContext context)
      throws SQLException {
    return new StoryReviewRow(
        SchemaStore.string(row, 1),
        SchemaStore.string(row, 2),
        row.getBoolean(3) ? reviewRow(row, 4) : null);
  }

  /** The versions of a story that have reviews, as they stand there. */
  Set<String> reviewedVersions(long story) {
    return !schema.has("StoryReview", "story_id", "version")
        ? Set.of()
        : handle
            .createQuery(
                "SELECT DISTINCT "
                    + schema.word("StoryReview", "version")
                    + " FROM StoryReview WHERE story_id = :story")
            .bind("story", story)
            .map((row, context) -> SchemaStore.string(row, 1))
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
