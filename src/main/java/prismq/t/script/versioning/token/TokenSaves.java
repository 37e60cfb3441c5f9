package prismq.t.script.versioning.token;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.ActingToken;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Label;

/**
 * Writes beside each version which token saved it, in the version's transaction, and tells every
 * change to another listener.
 */
public final class TokenSaves implements HistoryListener {
  private final HistoryListener next;
  private final TokenStore store = new TokenStore();

  /** Tells this one. */
  public TokenSaves(HistoryListener next) {
    this.next = next;
  }

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    next.versionsAdded(handle, scriptId, versions);
    @Nullable ActingToken token = CurrentActor.get().token();
    if (token != null) {
      versions.forEach(
          added -> store.recordSave(handle, token.id(), scriptId, added.version().versionNumber()));
    }
  }

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    next.scriptAdded(handle, scriptId, title);
  }

  @Override
  public void titleChanged(Handle handle, String scriptId, String before, String after) {
    next.titleChanged(handle, scriptId, before, after);
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
