package prismq.t.script.versioning.unread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.readmark.NewChanges;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.ReadPassages;
import prismq.t.script.versioning.readmark.ReadPassages.ReadVersion;

/**
 * Finds what is new to people in scripts of which they have read a version. Safe for use by several
 * threads.
 */
public final class UnreadChanges {
  /** Of so many versions that somebody read, the latest, it is known when one is restored. */
  private static final int READ_TEXTS = 100;

  /** Most branches that are looked at, those that were saved last. */
  private static final int BRANCHES = 20;

  /** About what somebody's news of a script take, in bytes. */
  private static final int BYTES = 300;

  private final Database database;
  private final VersionManager versions;
  private final Comparisons comparisons;
  private final ReadMarks marks;
  private final SharedCache<UnreadKey, Optional<Unread>> kept =
      SharedCache.ofRecentlyUsed(CacheBound.UNREAD, unread -> BYTES);

  /** Compares what was read with what there is. */
  public UnreadChanges(
      Database database, VersionManager versions, Comparisons comparisons, ReadMarks marks) {
    this.database = database;
    this.versions = versions;
    this.comparisons = comparisons;
    this.marks = marks;
  }

  /** Of whom, of what, and until when it holds. */
  private record UnreadKey(long account, String scriptId, long changeCount) {}

  /** What is new to somebody in a script; null where nothing is, or they have read none of it. */
  public @Nullable Unread of(long account, String scriptId) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    return kept.get(
            new UnreadKey(account, scriptId, changeCount),
            () -> Optional.ofNullable(find(account, scriptId)))
        .orElse(null);
  }

  private @Nullable Unread find(long account, String scriptId) {
    ReadPassages read = marks.of(account, scriptId);
    if (read.versions().isEmpty()) {
      return null;
    }
    try {
      return newest(versions.view(scriptId, view -> branches(view, read)), read);
    } catch (DamagedVersionException e) {
      // Nothing is said of a wording that cannot be read.
      return null;
    }
  }

  private static @Nullable Unread newest(List<BranchNews> branches, ReadPassages read) {
    @Nullable Unread newest = null;
    int others = 0;
    for (BranchNews news : branches) {
      if (newest == null) {
        newest = unread(news, read);
      } else if (unread(news, read) != null) {
        others++;
      }
    }
    return newest == null || others == 0 ? newest : withOthers(newest, others);
  }

  private static Unread withOthers(Unread unread, int others) {
    return new Unread(
        unread.scriptId(),
        unread.from(),
        unread.readAt(),
        unread.to(),
        unread.savedAt(),
        unread.changes(),
        unread.wordsInserted(),
        unread.wordsDeleted(),
        others);
  }

  /** The latest version of a branch, and the one to compare it with. */
  private record BranchNews(
      Version from, Instant readAt, Version to, Comparisons.PreparedComparison comparison) {}

  /** The branches whose latest versions are not read, the one that was saved last first. */
  private List<BranchNews> branches(ScriptView view, ReadPassages read) {
    List<Integer> heads =
        view.branches().stream()
            .filter(branch -> !branch.isArchived())
            .map(Branch::headVersion)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .filter(head -> read.readAt(head) == null)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(BRANCHES)
            .toList();
    if (heads.isEmpty()) {
      return List.of();
    }
    Set<ContentHash> readTexts =
        view
            .versions(
                read.versions().stream().limit(READ_TEXTS).map(ReadVersion::versionNumber).toList())
            .values()
            .stream()
            .map(Version::contentHash)
            .collect(Collectors.toSet());
    VersionGraph graph = view.graph();
    List<BranchNews> found = new ArrayList<>();
    for (int head : heads) {
      ReadVersion base = base(graph, read, head);
      Version from = view.version(base.versionNumber());
      Version to = view.version(head);
      if (!readTexts.contains(to.contentHash())) {
        found.add(new BranchNews(from, base.readAt(), to, comparisons.read(view, from, to)));
      }
    }
    return found;
  }

  /** What was read last of what a version was made of, or else at all. */
  private static ReadVersion base(VersionGraph graph, ReadPassages read, int head) {
    BitSet ancestors = graph.ancestors(head);
    return read.versions().stream()
        .filter(version -> ancestors.get(version.versionNumber()))
        .findFirst()
        .orElse(read.versions().get(0));
  }

  private static @Nullable Unread unread(BranchNews news, ReadPassages read) {
    Comparison comparison = news.comparison.result();
    int changes = NewChanges.count(comparison.diff(), read::has);
    return changes == 0
        ? null
        : new Unread(
            news.to.scriptId(),
            news.from.versionNumber(),
            news.readAt,
            news.to.versionNumber(),
            news.to.createdAt(),
            changes,
            comparison.diff().statistics().wordsInserted(),
            comparison.diff().statistics().wordsDeleted(),
            0);
  }
}
