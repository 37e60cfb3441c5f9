package prismq.t.script.versioning.transfer.git.export;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest texts of lines, at hand for the texts that follow them; only so many bytes of them.
 */
final class DeltaBases {
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final Map<Line, PackWriter.Added> newest = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** A branch of a script. */
  record Line(String scriptId, int branchNumber) {}

  PackWriter.@Nullable Added get(Line line) {
    return newest.get(line);
  }

  void put(Line line, PackWriter.Added text) {
    PackWriter.@Nullable Added before = newest.put(line, text);
    bytes += text.bytes().length - (before == null ? 0 : before.bytes().length);
    Iterator<PackWriter.Added> oldest = newest.values().iterator();
    while (bytes > MAX_BYTES && newest.size() > 1) {
      bytes -= oldest.next().bytes().length;
      oldest.remove();
    }
  }
}
