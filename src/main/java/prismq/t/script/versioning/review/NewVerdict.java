package prismq.t.script.versioning.review;

import prismq.t.script.versioning.history.Field;

/**
 * A verdict to give.
 *
 * @param comment may be empty
 */
public record NewVerdict(Verdict verdict, String comment, Scores scores) {
  /** The same as it is kept; refused where it is outside the rules. */
  NewVerdict checked() {
    String text = Field.text("comment", comment.replace("\r\n", "\n").strip(), Verdict.MAX_COMMENT);
    return new NewVerdict(verdict, text, scores);
  }
}
