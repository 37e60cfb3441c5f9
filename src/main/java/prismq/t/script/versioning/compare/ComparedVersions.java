package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;

/** Two versions of a script that are compared. */
public record ComparedVersions(Script script, Version from, Version to) {
  /**
   * Those of this address.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there are no such ones
   */
  static ComparedVersions of(VersionManager versionManager, Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    VersionRange range = VersionRange.of(script, context.pathParam("range"));
    return new ComparedVersions(
        script,
        versionManager.version(script.scriptId(), range.from()),
        versionManager.version(script.scriptId(), range.to()));
  }

  String scriptId() {
    return script.scriptId();
  }
}
