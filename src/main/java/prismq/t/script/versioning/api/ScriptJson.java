package prismq.t.script.versioning.api;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;

/** A script as JSON, in a list of scripts. */
record ScriptJson(
    String scriptId,
    String title,
    int latestVersionNumber,
    String createdAt,
    String changedAt,
    @Nullable String format,
    boolean descriptionRequired,
    boolean archived) {

  static ScriptJson of(Script script) {
    return new ScriptJson(
        script.scriptId(),
        script.title(),
        script.latestVersion(),
        ApiTime.format(script.createdAt()),
        ApiTime.format(script.changedAt()),
        script.format() == null ? null : script.format().word(),
        script.descriptionRequired(),
        script.isArchived());
  }
}
