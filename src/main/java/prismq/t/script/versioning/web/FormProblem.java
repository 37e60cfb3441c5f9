package prismq.t.script.versioning.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * A problem as a form shows it.
 *
 * @param errors the errors, by field; empty where it is about none
 * @param notice what happened, what was kept and what to do, where it is not about a field; else
 *     null
 */
public record FormProblem(Problem problem, Map<String, String> errors, @Nullable String notice) {
  /** The status of the HTTP answer. */
  public int status() {
    // The page exists; what does not is what was typed into one of its fields.
    boolean isTyped = is(ProblemKind.NOT_FOUND) && !errors.isEmpty();
    return isTyped ? ProblemKind.INVALID_INPUT.status() : problem.status();
  }

  /** Whether it has this kind. */
  public boolean is(ProblemKind kind) {
    return problem.kind() == kind;
  }
}
