package prismq.t.script.versioning.transfer.imports;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ImportedVersion;

/** The versions of a script that were imported so far, by what they are called in their source. */
public final class SourceKeys {
  private static final int FIRST_BRANCH = 1;

  private final Map<ByteBuffer, ImportedVersion> versions = new HashMap<>();
  private final Map<Integer, Integer> latestByBranch = new HashMap<>();
  private byte @Nullable [] latestKey;

  public SourceKeys(List<ImportedVersion> imported) {
    for (ImportedVersion version : imported) {
      versions.putIfAbsent(ByteBuffer.wrap(version.sourceKey()), version);
      latestByBranch.put(version.branchNumber(), version.versionNumber());
      if (version.branchNumber() == FIRST_BRANCH) {
        latestKey = version.sourceKey();
      }
    }
  }

  public boolean has(byte[] key) {
    return versions.containsKey(ByteBuffer.wrap(key));
  }

  public Optional<ImportedVersion> find(byte[] key) {
    return Optional.ofNullable(versions.get(ByteBuffer.wrap(key)));
  }

  /** What the newest version of the first branch is called; none if that has none. */
  public Optional<byte[]> latestKey() {
    return Optional.ofNullable(latestKey);
  }

  /** Whether nothing was imported on the version's branch after it. */
  public boolean isLatestOfBranch(ImportedVersion version) {
    return Integer.valueOf(version.versionNumber())
        .equals(latestByBranch.get(version.branchNumber()));
  }

  public boolean isEmpty() {
    return versions.isEmpty();
  }
}
