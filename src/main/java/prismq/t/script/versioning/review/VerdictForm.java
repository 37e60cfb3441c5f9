package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for a verdict holds, so that nothing typed is lost when it is shown again.
 *
 * @param offered what can be said
 * @param verdict the word of what is chosen; empty for nothing
 * @param errors what to mend, by field
 */
public record VerdictForm(
    List<Verdict> offered,
    String verdict,
    String comment,
    boolean isMaker,
    Map<String, String> errors) {
  /** The form of somebody as they find it: with what they said before. */
  static VerdictForm of(Reviewer reviewer) {
    @Nullable GivenVerdict given = reviewer.current();
    return new VerdictForm(
        Verdict.offered(reviewer.mayDecide()),
        given == null ? "" : given.verdict().word(),
        given == null ? "" : given.comment(),
        reviewer.isMaker(),
        Map.of());
  }

  /** The same as the browser sent it. */
  VerdictForm sent(Context context, Map<String, String> problems) {
    return new VerdictForm(
        offered,
        SentForm.stripped(context, "verdict"),
        SentForm.stripped(context, "comment"),
        isMaker,
        problems);
  }
}
