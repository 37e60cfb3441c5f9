package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** There is no script, version, branch or label of that name; the message says what there is. */
public final class NotFoundException extends Problem {
  /** Most scripts listed. */
  static final int SCRIPTS_NAMED = 5;

  private static final int AUTHORS_NAMED = 10;
  private static final long serialVersionUID = 1L;

  private final @Nullable String scriptId;

  private NotFoundException(String message, @Nullable String scriptId) {
    super(ProblemKind.NOT_FOUND, message);
    this.scriptId = scriptId;
  }

  /** There is no such script; named are the ids of some of all there are. */
  static NotFoundException script(String scriptId, List<String> named, int all) {
    String others =
        switch (all) {
          case 0 -> "There are no scripts yet.";
          case 1 -> "The only script is " + named.get(0) + ".";
          default ->
              (named.size() == all ? "The scripts are " : "The scripts changed last are ")
                  + String.join(", ", named)
                  + ".";
        };
    return new NotFoundException("There is no script “" + scriptId + "”. " + others, null);
  }

  /** The script has no such version. */
  public static NotFoundException version(Script script, String versionNumber) {
    String versions =
        switch (script.latestVersion()) {
          case 0 -> "it has no versions yet";
          case 1 -> "its only version is 1";
          default -> "its versions are 1 to " + script.latestVersion();
        };
    return new NotFoundException(
        "“" + script.scriptId() + "” has no version " + versionNumber + "; " + versions + ".",
        script.scriptId());
  }

  /** The script has no such branch. */
  public static NotFoundException branch(Script script, String name, Iterable<String> names) {
    return new NotFoundException(
        "“"
            + script.scriptId()
            + "” has no branch “"
            + name
            + "”; it has "
            + String.join(", ", names)
            + ".",
        script.scriptId());
  }

  /** No version of the script has such a label. */
  static NotFoundException label(Script script, String name) {
    return new NotFoundException(
        "No version of “"
            + script.scriptId()
            + "” has the label “"
            + name
            + "”; it may have been removed.",
        script.scriptId());
  }

  /** No version of the script is by an author of that name. */
  public static NotFoundException author(Script script, String name, List<String> names) {
    return new NotFoundException(
        "“"
            + script.scriptId()
            + "” has no author “"
            + name
            + "”; "
            + (names.isEmpty()
                ? "it has no versions yet."
                : "it has "
                    + String.join(", ", names.subList(0, Math.min(names.size(), AUTHORS_NAMED)))
                    + (names.size() > AUTHORS_NAMED ? " and others." : ".")),
        script.scriptId());
  }

  /** A comparison of the script cannot be had in this format. */
  public static NotFoundException format(Script script, String name, Iterable<String> names) {
    return new NotFoundException(
        "There is no comparison as “"
            + name
            + "”; its address takes the endings "
            + String.join(", ", names)
            + ".",
        script.scriptId());
  }

  @Override
  public @Nullable String scriptId() {
    return scriptId;
  }
}
