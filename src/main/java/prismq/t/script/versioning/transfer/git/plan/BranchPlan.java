package prismq.t.script.versioning.transfer.git.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileHistory;
import prismq.t.script.versioning.transfer.imports.SourceKeys;

/**
 * Decides which changes of a history are new to a script, and the branch of each. The same history
 * gives the same plan, however much of it was saved before.
 */
public final class BranchPlan {
  private static final int FIRST_BRANCH = 1;

  private final Map<FileChange, ImportedVersion> known = new HashMap<>();
  private final Set<FileChange> tooOld = new LinkedHashSet<>();
  private final Map<FileChange, PlannedBranch> byChange = new HashMap<>();
  private final Set<String> branchesWithALine = new HashSet<>();
  private final List<FileChange> newChanges;

  /**
   * Makes the plan.
   *
   * @param existing the branches of the script
   * @param isUsed whether a branch of the script has or had a name
   */
  public BranchPlan(
      FileHistory history,
      SourceKeys keys,
      List<Branch> existing,
      Predicate<String> isUsed,
      BranchNames names) {
    findKnown(history, keys);
    this.newChanges = history.changes().stream().filter(this::isNew).toList();
    Map<Integer, Branch> byNumber = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Branch branch : existing) {
      byNumber.put(branch.branchNumber(), branch);
      numbers.put(branch.name(), branch.branchNumber());
    }
    // What was imported for one branch stays with it when another one gets a part of the same.
    Comparator<FileHistory.Tip> madeFirst =
        Comparator.comparing(
            tip -> numbers.getOrDefault(BranchNames.clean(tip.branch()), Integer.MAX_VALUE));
    List<ChangeLine> lines =
        LineSplitter.of(
            history, importedMain(keys), madeFirst.thenComparing(FileHistory.Tip::branch));
    place(lines, keys, byNumber, isUsed, names);
    history.tips().forEach(tip -> branchesWithALine.add(BranchNames.clean(tip.branch())));
  }

  private void findKnown(FileHistory history, SourceKeys keys) {
    for (FileChange change : history.changes()) {
      keys.find(change.key()).ifPresent(version -> known.put(change, version));
    }
    for (FileHistory.CarriedOver merge : history.carriedOver()) {
      keys.find(merge.key()).ifPresent(version -> known.putIfAbsent(merge.change(), version));
    }
    List<FileChange> changes = history.changes();
    for (int i = changes.size() - 1; i >= 0; i--) {
      FileChange change = changes.get(i);
      if (known.containsKey(change) || tooOld.contains(change)) {
        change.parents().stream()
            .map(FileChange.Parent::change)
            .filter(parent -> !known.containsKey(parent))
            .forEach(tooOld::add);
      }
    }
  }

  private @Nullable FileChange importedMain(SourceKeys keys) {
    return known.entrySet().stream()
        .filter(one -> one.getValue().branchNumber() == FIRST_BRANCH)
        .filter(one -> keys.isLatestOfBranch(one.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private void place(
      List<ChangeLine> lines,
      SourceKeys keys,
      Map<Integer, Branch> existing,
      Predicate<String> isUsed,
      BranchNames names) {
    Set<Integer> claimed = new HashSet<>(Set.of(FIRST_BRANCH));
    List<ChangeLine> open = new ArrayList<>();
    if (!lines.isEmpty()) {
      @Nullable Branch main = existing.get(FIRST_BRANCH);
      String name = main == null ? Branch.MAIN : main.name();
      put(lines.get(0), PlannedBranch.existing(name, lines.get(0)));
    }
    for (ChangeLine line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (!continuesBranch(line, newestKnownOf(line), keys, existing, claimed)) {
        open.add(line);
      }
    }
    Set<String> planned = new HashSet<>();
    for (ChangeLine line : open) {
      // The branch it left may have no line of its own by now, as after a fast-forward.
      if (line.changes().stream().anyMatch(this::isNew)
          && !continuesBranch(line, newestKnownBefore(line), keys, existing, claimed)) {
        String wanted = names.name(line);
        int attempt = 0;
        String name = wanted;
        while (isUsed.test(name) || planned.contains(name)) {
          attempt++;
          name = BranchNames.numbered(wanted, attempt);
        }
        planned.add(name);
        put(line, PlannedBranch.missing(name, line));
      }
    }
  }

  /** Continues a branch whose head is a change of the line; false if none is. */
  private boolean continuesBranch(
      ChangeLine line,
      Optional<ImportedVersion> newest,
      SourceKeys keys,
      Map<Integer, Branch> existing,
      Set<Integer> claimed) {
    @Nullable Branch branch =
        newest.map(version -> existing.get(version.branchNumber())).orElse(null);
    if (branch == null
        || !newest.filter(keys::isLatestOfBranch).isPresent()
        || !claimed.add(branch.branchNumber())) {
      return false;
    }
    put(line, PlannedBranch.existing(branch.name(), line));
    return true;
  }

  private Optional<ImportedVersion> newestKnownOf(ChangeLine line) {
    for (int i = line.changes().size() - 1; i >= 0; i--) {
      if (known.containsKey(line.changes().get(i))) {
        return version(line.changes().get(i));
      }
    }
    return Optional.empty();
  }

  private Optional<ImportedVersion> newestKnownBefore(ChangeLine line) {
    @Nullable FileChange change = line.changes().get(0).firstParent();
    while (change != null && !known.containsKey(change)) {
      change = change.firstParent();
    }
    return change == null ? Optional.empty() : version(change);
  }

  private void put(ChangeLine line, PlannedBranch branch) {
    line.changes().forEach(change -> byChange.put(change, branch));
    branchesWithALine.add(branch.name());
  }

  private boolean isNew(FileChange change) {
    return !known.containsKey(change) && !tooOld.contains(change);
  }

  /** What is to be saved, in that order. */
  public List<FileChange> newChanges() {
    return newChanges;
  }

  public int alreadyThere() {
    return known.size();
  }

  /** Those that an earlier import left out, although it imported their descendants. */
  public Set<FileChange> tooOld() {
    return tooOld;
  }

  /** The version that an import before made of a change. */
  Optional<ImportedVersion> version(FileChange change) {
    return Optional.ofNullable(known.get(change));
  }

  /** The changes that were saved before, with their versions. */
  public Map<FileChange, ImportedVersion> known() {
    return known;
  }

  /** Whether a branch of the script has no line any more, and none of that name is in git. */
  public boolean isLeft(String branch) {
    return !branchesWithALine.contains(branch);
  }

  /** The branch of a change; null for one saved before whose line has ended. */
  public @Nullable PlannedBranch branch(FileChange change) {
    return byChange.get(change);
  }
}
