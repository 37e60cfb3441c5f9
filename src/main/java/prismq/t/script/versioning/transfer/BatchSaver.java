package prismq.t.script.versioning.transfer;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.command.Progress;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;

/**
 * Saves the versions of one script, many in a transaction: an interrupted import loses only the
 * batch it was at, and no more than a batch is in memory.
 */
final class BatchSaver {
  private static final int MOST_VERSIONS = 50;
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final VersionManager manager;
  private final String scriptId;
  private final String title;
  private final Progress progress;
  private final Summary summary;
  private final List<NewVersion> batch = new ArrayList<>();
  private int bytes;

  BatchSaver(
      VersionManager manager, String scriptId, String title, Progress progress, Summary summary) {
    this.manager = manager;
    this.scriptId = scriptId;
    this.title = title;
    this.progress = progress;
    this.summary = summary;
  }

  void add(NewVersion version) {
    batch.add(version);
    bytes += version.content().sizeBytes();
    if (isFull(batch.size(), bytes)) {
      flush();
    }
  }

  /** Whether so much is enough for a transaction. */
  static boolean isFull(int versions, int bytes) {
    return versions >= MOST_VERSIONS || bytes >= MOST_BYTES;
  }

  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    if (manager.findScript(scriptId).isEmpty()) {
      manager.createScript(scriptId, title);
    }
    manager.saveAll(batch);
    batch.forEach(version -> summary.added(scriptId));
    progress.done(batch.size());
    batch.clear();
    bytes = 0;
  }
}
