package prismq.t.script.versioning.transfer.intake;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.history.NewVersion;

/**
 * Saves the versions of one script, many in a transaction: an interrupted import loses only the
 * batch it was at, and no more than a batch is in memory.
 */
public final class BatchSaver {
  private static final int MOST_VERSIONS = 50;
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Intake intake;
  private final String scriptId;
  private final String title;
  private final List<NewVersion> batch = new ArrayList<>();
  private int bytes;

  /**
   * Saves to this script.
   *
   * @param title what the script is called where it has to be made
   */
  public BatchSaver(Intake intake, String scriptId, String title) {
    this.intake = intake;
    this.scriptId = scriptId;
    this.title = title;
  }

  /** Saves a version, sooner or later. */
  public void add(NewVersion version) {
    batch.add(version);
    bytes += version.content().sizeBytes();
    if (isFull(batch.size(), bytes)) {
      flush();
    }
  }

  /** Whether so much is enough for a transaction. */
  public static boolean isFull(int versions, int bytes) {
    return versions >= MOST_VERSIONS || bytes >= MOST_BYTES;
  }

  /** Saves what is not saved yet. */
  public void flush() {
    if (batch.isEmpty()) {
      return;
    }
    if (!intake.isPreview()) {
      intake.createScript(scriptId, title);
      intake.manager().saveAll(batch);
    }
    batch.forEach(version -> intake.summary().added(scriptId));
    intake.progress().done(batch.size());
    batch.clear();
    bytes = 0;
  }
}
