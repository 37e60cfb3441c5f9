package prismq.t.script.versioning.access;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Label;

/** Has whoever makes a script manage it, and tells each change to another listener. */
public final class ManagedByCreators implements HistoryListener {
  private final ScriptRightStore store = new ScriptRightStore();
  private final HistoryListener next;

  /** Tells this listener. */
  public ManagedByCreators(HistoryListener next) {
    this.next = next;
  }

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    next.scriptAdded(handle, scriptId, title);
    @Nullable Long creator = CurrentActor.get().accountId();
    if (creator != null) {
      store.insert(handle, store.number(handle, scriptId).orElseThrow(), creator, Right.MANAGE);
    }
  }

  @Override
  public void titleChanged(Handle handle, String scriptId, String before, String after) {
    next.titleChanged(handle, scriptId, before, after);
  }

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    next.versionsAdded(handle, scriptId, versions);
  }

  @Override
  public void branchStarted(Handle handle, String scriptId, Branch branch) {
    next.branchStarted(handle, scriptId, branch);
  }

  @Override
  public void branchChanged(Handle handle, String scriptId, Branch before, Branch after) {
    next.branchChanged(handle, scriptId, before, after);
  }

  @Override
  public void labelAdded(Handle handle, String scriptId, Label label) {
    next.labelAdded(handle, scriptId, label);
  }

  @Override
  public void labelRemoved(Handle handle, String scriptId, Label label) {
    next.labelRemoved(handle, scriptId, label);
  }
}
