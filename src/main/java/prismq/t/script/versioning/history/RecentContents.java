package prismq.t.script.versioning.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.core.delta.DeltaReader;

/**
 * Contents of one script's versions that were read last: whoever goes through a history reads each
 * from the one it is a delta to, not from the far end of its chain. For one thread at a time.
 */
final class RecentContents implements AutoCloseable {
  /** More than lie between a version and the next but one that is far away in the chain. */
  private static final int MOST_VERSIONS = 70;

  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final ContentStore contents;
  private final ScriptRow script;
  private final DeltaReader reader = new DeltaReader();
  private final Map<Integer, ContentStore.Parent> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  RecentContents(ContentStore contents, ScriptRow script) {
    this.contents = contents;
    this.script = script;
  }

  /**
   * A version as the one that the next delta is taken against, proved by its SHA-256.
   *
   * @throws DamagedVersionException where what is stored no longer gives its content
   */
  ContentStore.Parent read(Handle handle, int versionNumber) {
    ContentStore.Parent known = atHand.get(versionNumber);
    if (known != null) {
      return known;
    }
    ContentStore.Parent read = contents.parent(handle, script, versionNumber, reader, atHand);
    atHand.put(versionNumber, read);
    bytes += read.content().length;
    Iterator<ContentStore.Parent> eldest = atHand.values().iterator();
    while ((bytes > MOST_BYTES || atHand.size() > MOST_VERSIONS) && atHand.size() > 1) {
      bytes -= eldest.next().content().length;
      eldest.remove();
    }
    return read;
  }

  @Override
  public void close() {
    reader.close();
  }
}
