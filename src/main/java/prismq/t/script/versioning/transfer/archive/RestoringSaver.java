package prismq.t.script.versioning.transfer.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.HistoryRestorer;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/**
 * Saves the versions of one script in batches, each in a transaction; while one is saved, the next
 * is prepared.
 */
final class RestoringSaver implements AutoCloseable {
  /** More than the batch that is gathered, so that its own texts are always in memory. */
  private static final long MAX_CACHED_BYTES = 8 * 1024 * 1024;

  private final ImportContext context;
  private final String scriptId;
  private final HistoryRestorer restorer;
  private final ExecutorService saving =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "archive import");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Integer, ScriptText> cached = new LinkedHashMap<>();
  private long cachedBytes;
  private HistoryRestorer.Batch batch;
  private List<RecordedVersion> gathered = new ArrayList<>();
  private int bytes;
  private @Nullable Future<?> underWay;
  private List<RecordedVersion> saved = List.of();
  private boolean isBegun;

  RestoringSaver(ImportContext context, RecordedScript script) {
    this.context = context;
    this.scriptId = script.script().scriptId();
    this.restorer = context.manager().historyRestorer(script);
    this.batch = restorer.batch();
  }

  /** Skips a version that is there already. */
  void pass(RecordedVersion version) {
    restorer.pass(version);
  }

  /** Adds a version, which is saved with its batch. */
  void add(RecordedVersion recorded, ScriptText text) {
    Version version = recorded.version();
    batch.add(recorded, text, text(version.parentVersion()), text(version.mergeParentVersion()));
    gathered.add(recorded);
    keep(version.versionNumber(), text);
    bytes += text.sizeBytes();
    if (BatchSaver.isFull(gathered.size(), bytes)) {
      flush();
    }
  }

  private @Nullable ScriptText text(@Nullable Integer version) {
    if (version == null) {
      return null;
    }
    ScriptText known = cached.get(version);
    if (known != null) {
      return known;
    }
    await();
    return context.manager().content(scriptId, version);
  }

  private void keep(int version, ScriptText text) {
    cached.put(version, text);
    cachedBytes += text.sizeBytes();
    Iterator<ScriptText> eldest = cached.values().iterator();
    while (cachedBytes > MAX_CACHED_BYTES && cached.size() > 1) {
      cachedBytes -= eldest.next().sizeBytes();
      eldest.remove();
    }
  }

  private void flush() {
    await();
    context.targets().check(scriptId);
    HistoryRestorer.Batch full = batch;
    saved = gathered;
    underWay = saving.submit(CurrentActor.carriedTo(() -> restorer.save(full)));
    isBegun = true;
    batch = restorer.batch();
    gathered = new ArrayList<>();
    bytes = 0;
  }

  /** Waits until what is under way is on disk, and counts it. */
  private void await() {
    Future<?> waited = underWay;
    if (waited == null) {
      return;
    }
    underWay = null;
    try {
      waited.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The import was interrupted.", e);
    }
    count(context, saved);
    saved = List.of();
  }

  /** Counts versions as saved. */
  static void count(ImportContext context, List<RecordedVersion> versions) {
    for (RecordedVersion version : versions) {
      context.summary().added(version.version().scriptId());
      if (version.version().mergeParentVersion() != null) {
        context.summary().mergeAdded();
      }
    }
    context.progress().done(versions.size());
  }

  /**
   * Saves what is left.
   *
   * @param isOtherwise whether the script itself is new or changed, so that it is saved without
   *     versions too
   */
  void end(boolean isOtherwise) {
    try (this) {
      if (!gathered.isEmpty()) {
        flush();
      }
      await();
      if (!isBegun && isOtherwise) {
        restorer.begin();
      }
    }
  }

  /** Lets running work end, whatever happened to the rest. */
  @Override
  public void close() {
    saving.shutdown();
    try {
      await();
    } finally {
      restorer.close();
    }
  }
}
