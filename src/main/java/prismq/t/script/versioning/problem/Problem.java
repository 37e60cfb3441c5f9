package prismq.t.script.versioning.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * An error with a message for a person, whether it happened on a page, by JSON or by command. It
 * carries its own answer, and says it in the language of whoever is told. A problem that knows more
 * than its kind and its sentences has a class of its own.
 *
 * <p>The sentences say what happened and what to do next, but not what was kept: {@link
 * #withOutcome} adds that where somebody wanted to save, since every problem is thrown before, or
 * undoes, all that was written.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final FilledMessage happened;
  private final @Nullable FilledMessage next;

  /** Creates it with what happened, in full sentences. */
  public Problem(ProblemKind kind, FilledMessage happened) {
    this(kind, happened, null, null);
  }

  /** Creates it with what happened and what to do next, each in full sentences. */
  public Problem(ProblemKind kind, FilledMessage happened, FilledMessage next) {
    this(kind, happened, next, null);
  }

  /** Creates it with what to do next and what caused it, if these are known. */
  public Problem(
      ProblemKind kind,
      FilledMessage happened,
      @Nullable FilledMessage next,
      @Nullable Throwable cause) {
    super(cause);
    this.kind = kind;
    this.happened = happened;
    this.next = next;
  }

  /** Creates it with what happened, as a text that is shown at once or in English only. */
  public Problem(ProblemKind kind, String happened) {
    this(kind, happened, null, null);
  }

  /** Creates it with what happened and what to do next, as such texts. */
  public Problem(ProblemKind kind, String happened, String next) {
    this(kind, happened, next, null);
  }

  /** Creates it with such texts and what caused it, if these are known. */
  public Problem(
      ProblemKind kind, String happened, @Nullable String next, @Nullable Throwable cause) {
    this(
        kind,
        FilledMessage.verbatim(happened),
        next == null ? null : FilledMessage.verbatim(next),
        cause);
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
  public final FilledMessage message() {
    return next == null ? happened : FilledMessage.of("problem.and_next", happened, next);
  }

  /** What happened and what to do next, in the language of this thread. */
  public final String sentence() {
    return message().text();
  }

  @Override
  public final String getMessage() {
    return sentence();
  }

  /** The same for somebody who wanted to save, told what became of that. */
  public final String withOutcome() {
    FilledMessage outcome = FilledMessage.of("problem.outcome");
    FilledMessage ended = FilledMessage.of("problem.and_next", happened, outcome);
    return (next == null ? ended : FilledMessage.of("problem.and_next", ended, next)).text();
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
