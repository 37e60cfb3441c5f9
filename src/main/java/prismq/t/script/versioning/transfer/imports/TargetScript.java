package prismq.t.script.versioning.transfer.imports;

import java.util.List;
import java.util.Optional;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The script that an import would go to, as it is before.
 *
 * @param script empty if it is to be made
 * @param imported its versions that were imported; none if it is to be made
 */
public record TargetScript(
    String scriptId, Optional<Script> script, List<ImportedVersion> imported) {
  /** The script of this id. */
  public static TargetScript of(ImportContext context, String scriptId) {
    Optional<Script> script = context.target(scriptId);
    return new TargetScript(
        scriptId, script, script.isEmpty() ? List.of() : context.manager().imported(scriptId));
  }

  /** Whether it has no versions, so that anything can go there. */
  public boolean isFree() {
    return script.isEmpty() || script.get().latestVersion() == 0;
  }

  /** Says that it has versions of another origin, as a sentence. */
  public FilledMessage occupied() {
    return FilledMessage.of(
        imported.isEmpty() ? "import.occupied" : "import.occupied_by_import", scriptId);
  }
}
