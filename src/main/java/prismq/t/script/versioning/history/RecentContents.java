package prismq.t.script.versioning.history;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.RecentlyUsed;
import prismq.t.script.versioning.core.delta.DeltaReader;

/**
 * Contents of the versions read last, so that going through a history reads each from the one it is
 * a delta to, not from the far end of its chain. For one thread at a time.
 */
final class RecentContents implements AutoCloseable {
  /** About what is kept of a content beside its bytes. */
  private static final int BYTES_BESIDE = 500;

  private final ContentStore contents;
  private final DeltaReader reader = new DeltaReader();
  private final RecentlyUsed<Key, ContentStore.DeltaParent> recent =
      new RecentlyUsed<>(
          CacheBound.RECENT_CONTENTS, read -> (long) BYTES_BESIDE + read.content().length);

  private record Key(long script, int versionNumber) {}

  RecentContents(ContentStore contents) {
    this.contents = contents;
  }

  /**
   * A version as the base of the next delta, proved by its SHA-256.
   *
   * @throws DamagedVersionException if what is stored no longer gives its content
   */
  ContentStore.DeltaParent read(Handle handle, ScriptRow script, int versionNumber) {
    Key key = new Key(script.id(), versionNumber);
    ContentStore.@Nullable DeltaParent known = recent.get(key);
    if (known != null) {
      return known;
    }
    ContentStore.DeltaParent read =
        contents.parent(
            handle, script, versionNumber, reader, base -> recent.get(new Key(script.id(), base)));
    recent.put(key, read);
    return read;
  }

  @Override
  public void close() {
    reader.close();
  }
}
