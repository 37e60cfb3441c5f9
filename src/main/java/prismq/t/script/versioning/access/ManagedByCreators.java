package prismq.t.script.versioning.access;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.HistoryListener;

/** Has whoever makes a script manage it. */
public final class ManagedByCreators implements HistoryListener {
  private final ScriptRightStore store = new ScriptRightStore();

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    @Nullable Long creator = CurrentActor.get().accountId();
    if (creator != null) {
      GuardedRow script = GuardedRow.script(store.number(handle, scriptId).orElseThrow());
      store.insert(handle, script, Grantee.account(creator), Right.MANAGE);
    }
  }
}
