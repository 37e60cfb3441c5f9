package prismq.t.script.versioning.review;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.HistoryListener;

/**
 * Writes beside each version whose account made it, in the version's transaction, so that it is
 * known after the person has another name. What a token saves in the name of others is theirs.
 */
public final class VersionMakers implements HistoryListener {
  private final VersionMakerStore store = new VersionMakerStore();

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    Actor actor = CurrentActor.get();
    @Nullable Long account = actor.accountId();
    if (account == null) {
      return;
    }
    for (Addition added : versions) {
      if (added.version().author().name().equals(actor.name())) {
        record(handle, scriptId, added.version().versionNumber(), account);
      }
    }
  }

  /** Writes that an account made a version which is saved in the same transaction. */
  public void record(Handle handle, String scriptId, int versionNumber, long account) {
    store.record(handle, scriptId, versionNumber, account);
  }
}
