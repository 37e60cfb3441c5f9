package prismq.t.script.versioning.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.delta.DeltaReader;

/**
 * Contents of versions that were read last: whoever goes through histories reads each from the one
 * it is a delta to, not from the far end of its chain. For one thread at a time.
 */
final class RecentContents implements AutoCloseable {
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** About what is kept of a content beside its bytes. */
  private static final int BYTES_BESIDE = 500;

  private final ContentStore contents;
  private final DeltaReader reader = new DeltaReader();
  private final Map<Key, ContentStore.Parent> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Key(long script, int versionNumber) {}

  RecentContents(ContentStore contents) {
    this.contents = contents;
  }

  /**
   * A version as the one that the next delta is taken against, proved by its SHA-256.
   *
   * @throws DamagedVersionException where what is stored no longer gives its content
   */
  ContentStore.Parent read(Handle handle, ScriptRow script, int versionNumber) {
    Key key = new Key(script.id(), versionNumber);
    ContentStore.@Nullable Parent known = atHand.get(key);
    if (known != null) {
      return known;
    }
    ContentStore.Parent read =
        contents.parent(
            handle, script, versionNumber, reader, base -> atHand.get(new Key(script.id(), base)));
    atHand.put(key, read);
    bytes += size(read);
    Iterator<ContentStore.Parent> eldest = atHand.values().iterator();
    while (bytes > MOST_BYTES && atHand.size() > 1) {
      bytes -= size(eldest.next());
      eldest.remove();
    }
    return read;
  }

  private static long size(ContentStore.Parent read) {
    return (long) BYTES_BESIDE + read.content().length;
  }

  @Override
  public void close() {
    reader.close();
  }
}
