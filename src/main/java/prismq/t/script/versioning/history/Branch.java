package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A named line of versions.
 *
 * @param branchNumber counted per script from 1; never changes
 * @param headVersion the version saved last on it; the one it starts from while it has none of its
 *     own; null only before the first version of the script
 * @param originVersion the version it started from; null if it started without one
 * @param description what it is for; may be empty
 * @param archivedAt when it was archived; null while it is in use
 */
public record Branch(
    String name,
    int branchNumber,
    @Nullable Integer headVersion,
    @Nullable Integer originVersion,
    Instant createdAt,
    String description,
    @Nullable Instant archivedAt) {
  /** Longest description, in characters. */
  public static final int MAX_DESCRIPTION = 1_000;

  /** The first name of the branch that exists from the start; always leads to it. */
  public static final String MAIN = "main";

  private static final Pattern PARTS =
      Pattern.compile("(?!\\.{1,2}(/|$))[^/]+(/(?!\\.{1,2}(/|$))[^/]+)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,60}");

  /**
   * The name, when it keeps the rules.
   *
   * @throws InvalidInputException if it does not
   */
  public static String checkedName(String name) {
    // Browsers remove such parts from addresses, which would then name another branch.
    if (!NAME.matcher(name).matches() || !PARTS.matcher(name).matches()) {
      throw new InvalidInputException("name", FilledMessage.of("field.branch_name"));
    }
    return name;
  }

  /** Whether it was archived: it can be read, and nothing is saved on it. */
  public boolean isArchived() {
    return archivedAt != null;
  }

  /** Whether it is the one that exists from the start, whatever it is called now. */
  public boolean isFirst() {
    return branchNumber == 1;
  }
}
