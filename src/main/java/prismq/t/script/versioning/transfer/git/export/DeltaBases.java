package prismq.t.script.versioning.transfer.git.export;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.RecentlyUsed;

/** The newest texts of lines, cached for the texts that follow them. */
final class DeltaBases {
  private final RecentlyUsed<Line, PackWriter.Added> newest =
      new RecentlyUsed<>(CacheBound.DELTA_BASES, text -> text.bytes().length);

  /** A branch of a script. */
  record Line(String scriptId, int branchNumber) {}

  PackWriter.@Nullable Added get(Line line) {
    return newest.get(line);
  }

  void put(Line line, PackWriter.Added text) {
    newest.put(line, text);
  }
}
