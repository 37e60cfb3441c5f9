package prismq.t.script.versioning.token;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.ActingToken;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.HistoryListener;

/** Writes beside each version which token saved it, in the version's transaction. */
public final class TokenSaves implements HistoryListener {
  private final TokenStore store = new TokenStore();

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    @Nullable ActingToken token = CurrentActor.get().token();
    if (token != null) {
      versions.forEach(
          added -> store.recordSave(handle, token.id(), scriptId, added.version().versionNumber()));
    }
  }
}
