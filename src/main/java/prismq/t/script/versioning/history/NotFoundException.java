package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** There is no script, version, branch or label of that name; the message says what there is. */
public final class NotFoundException extends Problem {
  /** Most scripts listed. */
  static final int SCRIPTS_NAMED = 5;

  private static final int AUTHORS_NAMED = 10;
  private static final long serialVersionUID = 1L;

  private final @Nullable String scriptId;

  private NotFoundException(@Nullable String scriptId, String key, @Nullable Object... values) {
    super(ProblemKind.NOT_FOUND, FilledMessage.of(key, values));
    this.scriptId = scriptId;
  }

  /** There is no such script; named are the ids of some of all there are. */
  static NotFoundException script(String scriptId, List<String> named, int all) {
    String key =
        switch (all) {
          case 0 -> "history.no_script_yet";
          case 1 -> "history.no_script_one";
          default -> named.size() == all ? "history.no_script_all" : "history.no_script_some";
        };
    return new NotFoundException(null, key, scriptId, String.join(", ", named));
  }

  /** The script has no such version. */
  public static NotFoundException version(Script script, String versionNumber) {
    String key =
        switch (script.latestVersion()) {
          case 0 -> "history.no_version_yet";
          case 1 -> "history.no_version_one";
          default -> "history.no_version_many";
        };
    return of(script, key, versionNumber, script.latestVersion());
  }

  /** The script has no such branch. */
  public static NotFoundException branch(Script script, String name, Iterable<String> names) {
    return of(script, "history.no_branch", name, String.join(", ", names));
  }

  /** No version of the script has such a label. */
  public static NotFoundException label(Script script, String name) {
    return of(script, "history.no_label", name, null);
  }

  /** No label of that name has a rule on the script. */
  public static NotFoundException labelRule(Script script, String name) {
    return of(script, "history.no_label_rule", name, null);
  }

  /** No version of the script is by an author of that name. */
  public static NotFoundException author(Script script, String name, List<String> names) {
    String key =
        names.isEmpty()
            ? "history.no_author_yet"
            : names.size() > AUTHORS_NAMED ? "history.no_author_many" : "history.no_author";
    List<String> named = names.subList(0, Math.min(names.size(), AUTHORS_NAMED));
    return of(script, key, name, String.join(", ", named));
  }

  /** A comparison of the script cannot be had in this format. */
  public static NotFoundException format(Script script, String name, Iterable<String> names) {
    return new NotFoundException(
        script.scriptId(), "history.no_format", name, String.join(", ", names));
  }

  private static NotFoundException of(
      Script script, String key, String name, @Nullable Object more) {
    return new NotFoundException(script.scriptId(), key, script.scriptId(), name, more);
  }

  @Override
  public @Nullable String scriptId() {
    return scriptId;
  }
}
