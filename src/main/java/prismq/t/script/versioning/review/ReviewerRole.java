package prismq.t.script.versioning.review;

import java.util.List;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.language.Messages;

/** As what somebody is asked for a review: one of the usual words, or one's own. */
public final class ReviewerRole {
  /** Longest one, in characters. */
  public static final int MAX_LENGTH = 40;

  /** The usual words. */
  static final List<String> USUAL =
      List.of("grammar", "content", "tone", "consistency", "technical");

  private ReviewerRole() {}

  /**
   * A role as it is kept: stripped, a usual word in whatever language as the English one; empty for
   * none.
   *
   * @param field that it was given in
   * @throws prismq.t.script.versioning.history.InvalidInputException if it is outside the rules
   */
  public static String checked(String field, String role) {
    if (role.isBlank()) {
      return "";
    }
    String line = Field.line(field, role, MAX_LENGTH);
    for (String usual : USUAL) {
      if (usual.equalsIgnoreCase(line) || shown(usual).equalsIgnoreCase(line)) {
        return usual;
      }
    }
    return line;
  }

  /** The usual words as they are written in the reader's language. */
  static List<String> usual() {
    return USUAL.stream().map(ReviewerRole::shown).toList();
  }

  /** A kept role as a reader sees it. */
  public static String shown(String role) {
    return USUAL.contains(role) ? Messages.text("reviews.role." + role) : role;
  }
}
