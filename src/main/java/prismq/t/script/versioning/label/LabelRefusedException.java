package prismq.t.script.versioning.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A label may not be moved. */
public final class LabelRefusedException extends Problem {
  private static final long serialVersionUID = 1L;

  private final transient List<String> obstacles;
  private final boolean mayOverride;

  LabelRefusedException(String name, List<String> obstacles, boolean mayOverride) {
    super(
        ProblemKind.LABEL_PROTECTED,
        FilledMessage.of("label.refused", name, String.join(" ", obstacles)),
        FilledMessage.of(mayOverride ? "label.refused_override" : "label.refused_next"));
    this.obstacles = List.copyOf(obstacles);
    this.mayOverride = mayOverride;
  }

  /** Whether who asked can move it all the same, with a reason. */
  public boolean mayOverride() {
    return mayOverride;
  }

  /** What was in the way, as the log keeps it. */
  String told() {
    return String.join(" ", obstacles);
  }

  @Override
  public Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("obstacles", obstacles);
    members.put("may_override", mayOverride);
    return members;
  }
}
