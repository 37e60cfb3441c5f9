package prismq.t.script.versioning.access.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Right;

/**
 * Who works on a script or a project, as its page shows them.
 *
 * @param url of that page
 * @param isRestrictedByProject whether its project keeps it to those who are named
 * @param others who can be named besides
 * @param losing a change that would take the right to manage from whoever asked for it
 */
public record AudienceView(
    String url,
    boolean isProject,
    boolean isRestricted,
    boolean isRestrictedByProject,
    List<AudienceRow> rows,
    List<GranteeOption> others,
    @Nullable LosingChange losing,
    Map<String, String> errors,
    @Nullable String notice) {
  /**
   * A change that would take what is managed from whoever asks for it.
   *
   * @param url where it is sent to, once it is confirmed
   * @param values the fields of its form
   */
  record LosingChange(String url, Map<String, String> values) {}

  /** Somebody to choose. */
  record GranteeOption(String value, String title) {}

  /** Whether nobody may read it but for those who are named. */
  public boolean isClosed() {
    return isRestricted || isRestrictedByProject;
  }

  public boolean isNobodyNamed() {
    return rows.stream().noneMatch(AudienceRow::isNamed);
  }

  public List<Right> rights() {
    return Right.ON_SCRIPTS;
  }

  public String removeUrl() {
    return url + "/remove";
  }

  public String restrictUrl() {
    return url + "/restrict";
  }
}
