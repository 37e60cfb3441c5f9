package prismq.t.script.versioning.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.db.Database;

/** How much space histories take. */
public final class StorageStatistics {
  private final Database database;
  private final ScriptStore scripts = new ScriptStore();
  private final ContentStore contents = new ContentStore();

  /** Reads from this database. */
  public StorageStatistics(Database database) {
    this.database = database;
  }

  /**
   * The numbers of one script or of all.
   *
   * @param rawBytes of all contents, as if each were kept whole
   * @param storedBytes of all contents, as they are stored
   * @param longestChain largest number of deltas needed to read a version
   */
  public record Sizes(
      String scriptId, int versions, long rawBytes, long storedBytes, int longestChain) {
    /** The share of raw bytes that storage saves, from 0 to 1; 0 if there are none. */
    public double saving() {
      return rawBytes == 0 ? 0 : 1 - (double) storedBytes / rawBytes;
    }
  }

  /** What is stored of one version. */
  record StoredSize(int versionNumber, int base, int rawBytes, int storedBytes) {}

  /** The numbers of each script, by script id. */
  public List<Sizes> perScript() {
    return database.read(
        handle -> scripts.all(handle).stream().map(script -> sizes(handle, script)).toList());
  }

  private Sizes sizes(Handle handle, ScriptRow script) {
    long rawBytes = 0;
    long storedBytes = 0;
    int longest = 0;
    Map<Integer, Integer> chains = new HashMap<>();
    List<StoredSize> stored = contents.sizes(handle, script);
    for (StoredSize version : stored) {
      int chain = version.base == 0 ? 0 : chains.getOrDefault(version.base, 0) + 1;
      chains.put(version.versionNumber, chain);
      longest = Math.max(longest, chain);
      rawBytes += version.rawBytes;
      storedBytes += version.storedBytes;
    }
    return new Sizes(script.script().scriptId(), stored.size(), rawBytes, storedBytes, longest);
  }

  /** The numbers of all scripts together. */
  public static Sizes total(List<Sizes> perScript) {
    return new Sizes(
        "all",
        perScript.stream().mapToInt(Sizes::versions).sum(),
        perScript.stream().mapToLong(Sizes::rawBytes).sum(),
        perScript.stream().mapToLong(Sizes::storedBytes).sum(),
        perScript.stream().mapToInt(Sizes::longestChain).max().orElse(0));
  }
}
