package prismq.t.script.versioning.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/**
 * Records each change of a history in its transaction. Imports save without it: they record what
 * they saved at their end, not each version.
 */
public final class AuditedHistory implements HistoryListener {
  private final AuditLog log;

  /** Records in this log. */
  public AuditedHistory(AuditLog log) {
    this.log = log;
  }

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    log.record(handle, AuditEvent.of(AuditAct.SCRIPT_CREATED, scriptId, title));
  }

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    for (Addition addition : versions) {
      Version version = addition.version();
      log.record(
          handle,
          saved(version).onVersion(version.versionNumber()).inTheNameOf(version.author().name()));
    }
  }

  private static AuditEvent saved(Version version) {
    if (version.mergeParentVersion() != null) {
      return of(version, AuditAct.BRANCH_MERGED, version.mergeParentVersion());
    }
    if (version.restoredFrom() != null) {
      return of(version, AuditAct.VERSION_RESTORED, version.restoredFrom());
    }
    @Nullable Object picked = version.metadata().values().get(MergeHandler.PICKED_FROM);
    return picked == null
        ? AuditEvent.of(
            AuditAct.VERSION_SAVED,
            version.scriptId(),
            Messages.text("audit.thing.on", version.branch()))
        : of(version, AuditAct.CHANGE_COPIED, picked);
  }

  private static AuditEvent of(Version version, AuditAct act, Object other) {
    return AuditEvent.of(
        act, version.scriptId(), Messages.text("audit.thing.version_on", other, version.branch()));
  }

  @Override
  public void branchStarted(Handle handle, String scriptId, Branch branch) {
    @Nullable Integer origin = branch.originVersion();
    String thing =
        origin == null
            ? branch.name()
            : Messages.text("audit.thing.branch_at", branch.name(), origin);
    log.record(handle, AuditEvent.of(AuditAct.BRANCH_STARTED, scriptId, thing));
  }

  @Override
  public void branchChanged(Handle handle, String scriptId, Branch before, Branch after) {
    if (!before.equals(after)) {
      log.record(handle, AuditEvent.of(AuditAct.BRANCH_CHANGED, scriptId, changed(before, after)));
    }
  }

  private static String changed(Branch before, Branch after) {
    String renamed =
        before.name().equals(after.name())
            ? after.name()
            : Messages.text("audit.thing.renamed", before.name(), after.name());
    if (before.isArchived() == after.isArchived()) {
      return renamed;
    }
    return after.isArchived()
        ? Messages.text("audit.thing.archived", renamed)
        : Messages.text("audit.thing.unarchived", renamed);
  }

  @Override
  public void labelAdded(Handle handle, String scriptId, Label label) {
    log.record(
        handle,
        AuditEvent.of(AuditAct.LABEL_ADDED, scriptId, label.name())
            .onVersion(label.versionNumber()));
  }

  @Override
  public void labelRemoved(Handle handle, String scriptId, Label label) {
    log.record(
        handle,
        AuditEvent.of(AuditAct.LABEL_REMOVED, scriptId, label.name())
            .onVersion(label.versionNumber()));
  }
}
