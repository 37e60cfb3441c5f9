package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;

/** Two versions of a script that are compared. */
public record ComparedVersions(Script script, Version from, Version to) {
  /**
   * Those of this address.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there are no such ones
   */
  static ComparedVersions of(ScriptView view, Context context) {
    Script script = view.script();
    VersionPair range = VersionPair.of(script, context.pathParam("range"));
    return new ComparedVersions(script, view.version(range.from()), view.version(range.to()));
  }

  String scriptId() {
    return script.scriptId();
  }
}
