package prismq.t.script.versioning.transfer.intake;

import java.time.Clock;
import prismq.t.script.versioning.command.Progress;
import prismq.t.script.versioning.history.VersionManager;

/**
 * What every import works with.
 *
 * @param sizeLimit largest text taken, in bytes
 * @param progress is told how far it is
 * @param summary is told what came in and what was left out
 * @param isPreview whether all is read and told as in an import, and nothing saved
 */
public record Intake(
    VersionManager manager,
    Clock clock,
    int sizeLimit,
    Progress progress,
    Summary summary,
    boolean isPreview) {
  /** Makes the script where there is none. */
  public void createScript(String scriptId, String title) {
    if (manager.findScript(scriptId).isEmpty()) {
      manager.createScript(scriptId, title);
    }
  }
}
