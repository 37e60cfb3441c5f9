package prismq.t.script.versioning.readmark;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one person has read of one script.
 *
 * @param versions those that they have read the whole of, latest reading first
 * @param hashes of all passages that they have read, in whichever version
 */
public record ReadPassages(List<ReadVersion> versions, Set<Long> hashes) {
  /** A version that somebody has read the whole of. */
  public record ReadVersion(int versionNumber, Instant readAt) {}

  /** A row of what somebody has read. */
  record ReadMarkRow(int versionNumber, Instant readAt, boolean isWhole, byte[] passages) {}

  /** What these rows say, latest reading first. */
  static ReadPassages of(List<ReadMarkRow> rows) {
    Set<Long> hashes = new HashSet<>();
    rows.forEach(row -> hashes.addAll(PassageHashes.read(row.passages)));
    return new ReadPassages(
        rows.stream()
            .filter(ReadMarkRow::isWhole)
            .map(row -> new ReadVersion(row.versionNumber, row.readAt))
            .toList(),
        hashes);
  }

  /** Those of some passages that were not read. */
  Set<Long> unread(Collection<Long> passages) {
    return passages.stream()
        .filter(hash -> !hashes.contains(hash))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether the passage of a hash was read. */
  public boolean has(long hash) {
    return hashes.contains(hash);
  }

  /** When the whole of a version was read; null for never. */
  public @Nullable Instant readAt(int versionNumber) {
    return versions.stream()
        .filter(version -> version.versionNumber == versionNumber)
        .map(ReadVersion::readAt)
        .findFirst()
        .orElse(null);
  }
}
