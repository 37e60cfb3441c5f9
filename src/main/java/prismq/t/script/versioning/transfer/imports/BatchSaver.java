package prismq.t.script.versioning.transfer.imports;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.history.NewVersion;

/**
 * Saves the versions of one script, many in a transaction: an interrupted import loses only the
 * batch it was at, and no more than a batch is in memory.
 */
public final class BatchSaver {
  private static final int MAX_VERSIONS = 50;
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private final ImportContext context;
  private final String scriptId;
  private final ImportedTitle title;
  private final List<NewVersion> batch = new ArrayList<>();
  private int bytes;

  /**
   * Saves to this script.
   *
   * @param title title of the script if it is new
   */
  public BatchSaver(ImportContext context, String scriptId, ImportedTitle title) {
    this.context = context;
    this.scriptId = scriptId;
    this.title = title;
  }

  /** Adds a version, which is saved with its batch. */
  public void add(NewVersion version) {
    batch.add(version);
    bytes += version.content().sizeBytes();
    if (isFull(batch.size(), bytes)) {
      flush();
    }
  }

  /** Whether this is enough for a transaction. */
  public static boolean isFull(int versions, int bytes) {
    return versions >= MAX_VERSIONS || bytes >= MAX_BYTES;
  }

  /** Saves what is not saved yet. */
  public void flush() {
    if (batch.isEmpty()) {
      return;
    }
    if (!context.isPreview()) {
      context.createScript(scriptId, title, batch.get(batch.size() - 1).content());
      context.manager().saveAll(batch);
    }
    batch.forEach(version -> context.summary().added(scriptId));
    context.progress().done(batch.size());
    batch.clear();
    bytes = 0;
  }
}
