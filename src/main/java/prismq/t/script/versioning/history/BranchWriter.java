package prismq.t.script.versioning.history;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/** Creates and changes one branch in the transaction of a writing handle. */
final class BranchWriter {
  private final BranchStore branches;
  private final VersionStore versions;
  private final HistoryListener listener;
  private final Clock clock;

  BranchWriter(BranchStore branches, VersionStore versions, HistoryListener listener, Clock clock) {
    this.branches = branches;
    this.versions = versions;
    this.listener = listener;
    this.clock = clock;
  }

  /** Starts a branch at a version, or without one where that is null. */
  Branch create(
      Handle handle,
      ScriptRow script,
      String name,
      @Nullable Integer fromVersion,
      String description) {
    Branch.checkedName(name);
    String checked = checkedDescription(description);
    if (fromVersion != null && versions.find(handle, script, fromVersion).isEmpty()) {
      throw VersionStore.missing(script.script(), fromVersion);
    }
    checkFree(handle, script, name, 0);
    List<Branch> all = branches.list(handle, script);
    int number = all.get(all.size() - 1).branchNumber() + 1;
    branches.insert(handle, script, number, name, checked, fromVersion, now());
    Branch started = branches.required(handle, script, name);
    listener.branchStarted(handle, script.script().scriptId(), started);
    return started;
  }

  /** Changes what the change names, and leaves the rest as it is. */
  Branch change(Handle handle, ScriptRow script, String branch, BranchChange change) {
    Branch found = branches.required(handle, script, branch);
    String name = change.name() == null ? found.name() : Branch.checkedName(change.name());
    checkFree(handle, script, name, found.branchNumber());
    if (!name.equals(found.name())) {
      branches.rename(handle, script, found, name);
    }
    if (change.description() != null) {
      branches.describe(handle, script, found, checkedDescription(change.description()));
    }
    if (change.archived() != null && change.archived() != found.isArchived()) {
      archive(handle, script, found, change.archived());
    }
    Branch changed = branches.required(handle, script, name);
    listener.branchChanged(handle, script.script().scriptId(), found, changed);
    return changed;
  }

  private void archive(Handle handle, ScriptRow script, Branch branch, boolean archived) {
    if (branch.isFirst()) {
      throw new InvalidInputException(
          "archived", FilledMessage.of("field.first_branch", branch.name()));
    }
    branches.archive(handle, script, branch, archived ? now() : null);
  }

  private static String checkedDescription(String description) {
    return description.isBlank()
        ? ""
        : Field.line("description", description, Branch.MAX_DESCRIPTION);
  }

  /** Checks that no other branch has or had the name. */
  private void checkFree(Handle handle, ScriptRow script, String name, int branchNumber) {
    branches
        .find(handle, script, name)
        .filter(conflicting -> conflicting.branchNumber() != branchNumber)
        .ifPresent(
            conflicting -> {
              throw new NameTakenException(conflicting(script.script(), name, conflicting));
            });
  }

  private static FilledMessage conflicting(Script script, String name, Branch conflicting) {
    if (!conflicting.name().equals(name)) {
      return FilledMessage.of("history.former_branch_taken", conflicting.name(), name);
    }
    String key =
        conflicting.isArchived() ? "history.archived_branch_taken" : "history.branch_taken";
    return FilledMessage.of(key, script.scriptId(), name);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
