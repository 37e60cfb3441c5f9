package prismq.t.script.versioning.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error with a message for a person, whether it happened on a page, by JSON or by command. It
 * carries its own answer. A problem that knows more than its kind and its sentences has a class of
 * its own.
 *
 * <p>The sentences say what happened and what to do next, but not what was kept: that is {@link
 * #OUTCOME}, which {@link #withOutcome} adds where somebody wanted to save.
 */
public class Problem extends RuntimeException {
  /** What became of the save: every problem is thrown before, or undoes, all that was written. */
  public static final String OUTCOME = "Nothing was saved.";

  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final String happened;
  private final @Nullable String next;

  /** Creates it with what happened, in full sentences. */
  public Problem(ProblemKind kind, String happened) {
    this(kind, happened, null, null);
  }

  /** Creates it with what happened and what to do next, each in full sentences. */
  public Problem(ProblemKind kind, String happened, String next) {
    this(kind, happened, next, null);
  }

  /** Creates it with what to do next and what caused it, if these are known. */
  public Problem(
      ProblemKind kind, String happened, @Nullable String next, @Nullable Throwable cause) {
    super(next == null ? happened : happened + " " + next, cause);
    this.kind = kind;
    this.happened = happened;
    this.next = next;
  }

  /** What kind of problem it is. */
  public final ProblemKind kind() {
    return kind;
  }

  /** The status of the HTTP answer. */
  public int status() {
    return kind.status();
  }

  /** What happened, in a few words. */
  public String title() {
    return kind.title();
  }

  /** What happened and what to do next. */
  public final String sentence() {
    return String.valueOf(getMessage());
  }

  /** The same for somebody who wanted to save, told what became of that. */
  public final String withOutcome() {
    return happened + " " + OUTCOME + (next == null ? "" : " " + next);
  }

  /** The field it is about, named as in JSON; null for none. */
  public @Nullable String field() {
    return null;
  }

  /** The script it is about, where that exists; null for none. */
  public @Nullable String scriptId() {
    return null;
  }

  /** A link to go on with; null if the script itself is best. */
  public @Nullable WayOn wayOn() {
    return null;
  }

  /** Further members of the problem in JSON (RFC 9457), by name. */
  public Map<String, @Nullable Object> members() {
    return Map.of();
  }
}
