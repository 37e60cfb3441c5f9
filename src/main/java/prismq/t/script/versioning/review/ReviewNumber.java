package prismq.t.script.versioning.review;

import io.javalin.http.Context;

/** Finds the review that an address names. */
public final class ReviewNumber {
  private ReviewNumber() {}

  /**
   * The number of the review in an address.
   *
   * @throws prismq.t.script.versioning.problem.Problem if it is none
   */
  public static int of(Context context) {
    String number = context.pathParam("review_id");
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Reviews.missing();
    }
    return Integer.parseInt(number);
  }
}
