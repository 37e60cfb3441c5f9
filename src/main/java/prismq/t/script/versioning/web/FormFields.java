package prismq.t.script.versioning.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * The fields of a form that can show an error beside them. What a form is sent for is tried here,
 * so that every form answers every problem alike: it is shown again with what was typed, under the
 * status of {@link FormProblem#status}.
 */
public final class FormFields {
  private final Set<String> names;
  private final Map<ProblemKind, String> byKind;

  private FormFields(Set<String> names, Map<ProblemKind, String> byKind) {
    this.names = names;
    this.byKind = byKind;
  }

  /** A form with these fields, named as in JSON. */
  public static FormFields of(String... names) {
    return new FormFields(Set.of(names), Map.of());
  }

  /** The same, where problems of a kind that name no field are about this one. */
  public FormFields about(ProblemKind kind, String field) {
    Map<ProblemKind, String> more = new HashMap<>(byKind);
    more.put(kind, field);
    return new FormFields(names, more);
  }

  /** What is done with a form. */
  public interface FormAction<X extends Exception> {
    /** Does it. */
    void run() throws X;
  }

  /** Does the work; where a problem stops it, shows the form again. */
  public <X extends Exception> void attempt(FormAction<X> work, Consumer<FormProblem> again)
      throws X {
    try {
      work.run();
    } catch (Problem e) {
      again.accept(shown(e));
    }
  }

  /** The errors of fields, by their names, so that all are shown at once. */
  public Map<String, String> errors(Runnable... checks) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Runnable check : checks) {
      attempt(check::run, problem -> errors.putAll(errorsOf(problem)));
    }
    return errors;
  }

  /**
   * The errors of several fields; empty where there is none. Where one is all there is, its problem
   * is thrown, which says more than the sentence.
   */
  public Map<String, String> severalErrors(Runnable... checks) {
    Map<String, String> errors = errors(checks);
    if (errors.size() == 1) {
      for (Runnable check : checks) {
        check.run();
      }
    }
    return errors;
  }

  private static Map<String, String> errorsOf(FormProblem problem) {
    if (problem.errors().isEmpty()) {
      throw problem.problem();
    }
    return problem.errors();
  }

  private FormProblem shown(Problem problem) {
    @Nullable String named = problem.field();
    @Nullable String field = named == null ? byKind.get(problem.kind()) : named;
    return field != null && names.contains(field)
        ? new FormProblem(problem, Map.of(field, problem.sentence()), null)
        : new FormProblem(problem, Map.of(), problem.withOutcome());
  }
}
