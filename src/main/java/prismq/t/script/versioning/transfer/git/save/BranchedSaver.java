package prismq.t.script.versioning.transfer.git.save;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionBatch;
import prismq.t.script.versioning.transfer.git.plan.BranchPlan;
import prismq.t.script.versioning.transfer.git.plan.PlannedBranch;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.RecordedHistory;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;

/**
 * Saves the versions of one script on their branches, many in a transaction, in which the branches
 * they need are started too: an interrupted import loses only the batch it was at.
 */
public final class BranchedSaver {
  private final ImportContext context;
  private final String scriptId;
  private final ImportedTitle title;
  private final BranchPlan plan;
  private final List<Pending> pending = new ArrayList<>();
  private final Map<FileChange, SavedChange> saved = new HashMap<>();
  private final Map<String, FileChange> newestOn = new HashMap<>();
  private final Map<Integer, Integer> byNotedNumber = new HashMap<>();
  private int bytes;

  private record Pending(FileChange change, NewVersion.Builder version) {}

  private record SavedChange(int version, String branch) {}

  public BranchedSaver(
      ImportContext context,
      String scriptId,
      ImportedTitle title,
      BranchPlan plan,
      List<Branch> existing) {
    this.context = context;
    this.scriptId = scriptId;
    this.title = title;
    this.plan = plan;
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
        (change, version) -> {
          newestOn.merge(version.branch, change, (one, other) -> later(one, other));
          byNotedNumber.put(RecordedHistory.number(change), version.version);
        });
  }

  private FileChange later(FileChange one, FileChange other) {
    return saved(one).version > saved(other).version ? one : other;
  }

  private SavedChange saved(FileChange change) {
    return Objects.requireNonNull(saved.get(change));
  }

  /** Adds a version, which is saved with its batch; what it was made of has to be added before. */
  public void add(FileChange change, NewVersion.Builder version, int sizeBytes) {
    pending.add(new Pending(change, version));
    bytes += sizeBytes;
    if (BatchSaver.isFull(pending.size(), bytes)) {
      flush();
    }
  }

  public void flush() {
    if (pending.isEmpty()) {
      return;
    }
    List<Runnable> counts;
    if (context.isPreview()) {
      counts = save(null);
    } else {
      context.createScript(scriptId, title, pending.get(pending.size() - 1).version.content());
      counts = context.manager().saveTogether(this::save);
    }
    counts.forEach(Runnable::run);
    context.progress().done(pending.size());
    pending.clear();
    bytes = 0;
  }

  /**
   * Saves what is pending.
   *
   * @param batch null in a preview
   * @return what to count once it is kept
   */
  private List<Runnable> save(@Nullable VersionBatch batch) {
    List<Runnable> counts = new ArrayList<>();
    pending.forEach(next -> save(batch, next, counts));
    return counts;
  }

  private void save(@Nullable VersionBatch batch, Pending next, List<Runnable> counts) {
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
      branch.setMade();
      counts.add(context.summary()::branchAdded);
    }
    if (batch != null) {
      prepare(batch, branch.name(), isNewBranch, first);
    }
    @Nullable FileChange head = isNewBranch ? first : newestOn.get(branch.name());
    @Nullable FileChange merged = merged(change, branch, madeOf, head);
    @Nullable Integer restored = change.note() == null ? null : change.note().restoredFrom();
    if (restored != null && byNotedNumber.containsKey(restored)) {
      next.version.restoredFrom(byNotedNumber.get(restored));
    }
    NewVersion version =
        next.version
            .branch(branch.name())
            .mergeParent(merged == null ? null : saved(merged).version)
            .build();
    int number = batch == null ? saved.size() + 1 : batch.save(version).versionNumber();
    saved.put(change, new SavedChange(number, branch.name()));
    newestOn.put(branch.name(), change);
    byNotedNumber.put(RecordedHistory.number(change), number);
    counts.add(() -> context.summary().added(scriptId));
    if (merged != null) {
      counts.add(context.summary()::mergeAdded);
    }
    if (batch != null) {
      archiveEnded(batch, change, merged);
    }
  }

  private void prepare(
      VersionBatch batch, String branch, boolean isNew, @Nullable FileChange first) {
    if (isNew) {
      batch.startBranch(scriptId, branch, first == null ? null : saved(first).version);
    } else if (batch.branch(scriptId, branch).isArchived()) {
      batch.unarchive(scriptId, branch);
    }
  }

  private void archiveEnded(VersionBatch batch, FileChange change, @Nullable FileChange merged) {
    archiveIfComplete(batch, change);
    change.parents().stream().skip(1).forEach(parent -> archiveIfComplete(batch, parent.change()));
    if (merged != null && plan.isLeft(saved(merged).branch)) {
      archive(batch, saved(merged));
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
    // HEAD's branch was moved forward to a change that was imported on another branch.
    if (head != first && !saved(first).branch.equals(branch.name())) {
      if (merged != null && !head.isMadeOf(merged)) {
        context
            .summary()
            .changed(
                change.path().toString(),
                ImportSummary.place("commit", change.shortCommit()),
                CommitDetails.MORE_LINES);
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

  /**
   * Which version each change is, when all is flushed; if none was made of it, the nearest along
   * the line before it.
   *
   * @param changes each after all it was made of
   */
  public Map<FileChange, Integer> versions(List<FileChange> changes) {
    Map<FileChange, Integer> versions = new HashMap<>();
    for (FileChange change : changes) {
      @Nullable SavedChange own = saved.get(change);
      @Nullable Integer version =
          own == null ? versions.get(change.firstParent()) : Integer.valueOf(own.version);
      if (version != null) {
        versions.put(change, version);
      }
    }
    return versions;
  }

  /** Archives a branch that the repository does not have any more, once all of it is there. */
  private void archiveIfComplete(VersionBatch batch, FileChange change) {
    @Nullable PlannedBranch branch = plan.branch(change);
    @Nullable FileChange newest = nearestSaved(change);
    if (branch != null
        && newest != null
        && branch.line().isEnded()
        && branch.line().newest() == change
        && saved(newest).branch.equals(branch.name())) {
      archive(batch, saved(newest));
    }
  }

  /**
   * Archives the branch of its newest version; not if somebody saved a version of their own on it.
   */
  private void archive(VersionBatch batch, SavedChange newest) {
    Branch branch = batch.branch(scriptId, newest.branch);
    if (!branch.isFirst()
        && !branch.isArchived()
        && Integer.valueOf(newest.version).equals(branch.headVersion())) {
      batch.archive(scriptId, branch.name());
    }
  }
}
