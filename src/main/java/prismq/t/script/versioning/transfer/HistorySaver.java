package prismq.t.script.versioning.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.Progress;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionBatch;
import prismq.t.script.versioning.history.VersionManager;

/**
 * Saves the versions of one script on their branches, many in a transaction, in which the branches
 * they need are made too: an interrupted import loses only the batch it was at.
 */
final class HistorySaver {
  private final VersionManager manager;
  private final String scriptId;
  private final String title;
  private final BranchPlan plan;
  private final Progress progress;
  private final Summary summary;
  private final List<Pending> pending = new ArrayList<>();
  private final Map<FileChange, SavedChange> saved = new HashMap<>();
  private final Map<String, FileChange> newestOn = new HashMap<>();
  private int bytes;

  private record Pending(FileChange change, NewVersion.Builder version) {}

  private record SavedChange(int version, String branch) {}

  HistorySaver(
      VersionManager manager,
      String scriptId,
      String title,
      BranchPlan plan,
      List<Branch> existing,
      Progress progress,
      Summary summary) {
    this.manager = manager;
    this.scriptId = scriptId;
    this.title = title;
    this.plan = plan;
    this.progress = progress;
    this.summary = summary;
    Map<Integer, String> branchNames = new HashMap<>();
    existing.forEach(branch -> branchNames.put(branch.branchNumber(), branch.name()));
    plan.known()
        .forEach(
            (change, version) ->
                saved.put(
                    change,
                    new SavedChange(
                        version.versionNumber(),
                        Objects.requireNonNull(branchNames.get(version.branchNumber())))));
    saved.forEach(
        (change, version) ->
            newestOn.merge(version.branch, change, (one, other) -> later(one, other)));
  }

  private FileChange later(FileChange one, FileChange other) {
    return saved(one).version > saved(other).version ? one : other;
  }

  private SavedChange saved(FileChange change) {
    return Objects.requireNonNull(saved.get(change));
  }

  /** Saves a version, sooner or later; what it was made of has to be given before it. */
  void add(FileChange change, NewVersion.Builder version, int sizeBytes) {
    pending.add(new Pending(change, version));
    bytes += sizeBytes;
    if (BatchSaver.isFull(pending.size(), bytes)) {
      flush();
    }
  }

  void flush() {
    if (pending.isEmpty()) {
      return;
    }
    if (manager.findScript(scriptId).isEmpty()) {
      manager.createScript(scriptId, title);
    }
    List<Runnable> counts =
        manager.saveTogether(
            batch -> {
              List<Runnable> done = new ArrayList<>();
              pending.forEach(next -> save(batch, next, done));
              return done;
            });
    counts.forEach(Runnable::run);
    progress.done(pending.size());
    pending.clear();
    bytes = 0;
  }

  private void save(VersionBatch batch, Pending next, List<Runnable> done) {
    FileChange change = next.change;
    PlannedBranch branch = Objects.requireNonNull(plan.branch(change));
    List<FileChange> madeOf =
        change.parents().stream()
            .map(parent -> nearestSaved(parent.change()))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    @Nullable FileChange first = madeOf.isEmpty() ? null : madeOf.get(0);
    boolean isNewBranch = !branch.isMade();
    if (isNewBranch) {
      batch.startBranch(scriptId, branch.name(), first == null ? null : saved(first).version);
      branch.setMade();
      done.add(summary::branchAdded);
    } else if (batch.branch(scriptId, branch.name()).isArchived()) {
      batch.bringBack(scriptId, branch.name());
    }
    @Nullable FileChange head = isNewBranch ? first : newestOn.get(branch.name());
    @Nullable FileChange merged = merged(change, branch, madeOf, head);
    int number =
        batch
            .save(
                next.version
                    .branch(branch.name())
                    .mergeParent(merged == null ? null : saved(merged).version)
                    .build())
            .versionNumber();
    saved.put(change, new SavedChange(number, branch.name()));
    newestOn.put(branch.name(), change);
    done.add(() -> summary.added(scriptId));
    if (merged != null) {
      done.add(summary::mergeAdded);
    }
    putAwayWhereComplete(batch, change);
    change.parents().stream()
        .skip(1)
        .forEach(parent -> putAwayWhereComplete(batch, parent.change()));
    if (merged != null && plan.isLeft(saved(merged).branch)) {
      putAway(batch, saved(merged));
    }
  }

  /**
   * The second parent of a version.
   *
   * @param head what was imported last on its branch
   */
  private @Nullable FileChange merged(
      FileChange change, PlannedBranch branch, List<FileChange> madeOf, @Nullable FileChange head) {
    @Nullable FileChange merged = madeOf.size() > 1 ? madeOf.get(1) : null;
    if (head == null || madeOf.isEmpty()) {
      return merged;
    }
    FileChange first = madeOf.get(0);
    // HEAD's branch was moved forward to a change that came in on another branch.
    if (head != first && !saved(first).branch.equals(branch.name())) {
      if (merged != null && !head.isMadeOf(merged)) {
        summary.changed(change.path(), "commit " + change.shortCommit(), CommitDetails.MORE_LINES);
      }
      merged = first;
    }
    return merged == null || head.isMadeOf(merged) ? null : merged;
  }

  /** The change, or the nearest along the line before it that is not left out. */
  private @Nullable FileChange nearestSaved(FileChange change) {
    @Nullable FileChange nearest = change;
    while (nearest != null && !saved.containsKey(nearest)) {
      nearest = nearest.firstParent();
    }
    return nearest;
  }

  /** Archives a branch that the repository does not have any more, once all of it is there. */
  private void putAwayWhereComplete(VersionBatch batch, FileChange change) {
    @Nullable PlannedBranch branch = plan.branch(change);
    @Nullable FileChange newest = nearestSaved(change);
    if (branch != null
        && newest != null
        && branch.line().isGone()
        && branch.line().newest() == change
        && saved(newest).branch.equals(branch.name())) {
      putAway(batch, saved(newest));
    }
  }

  /** Archives the branch of its newest version; not where somebody saved one of his own on it. */
  private void putAway(VersionBatch batch, SavedChange newest) {
    Branch branch = batch.branch(scriptId, newest.branch);
    if (!branch.isFirst()
        && !branch.isArchived()
        && Integer.valueOf(newest.version).equals(branch.headVersion())) {
      batch.archive(scriptId, branch.name());
    }
  }
}
