package prismq.t.script.versioning.readmark;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.core.passage.NewPassages.ParentDiff;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Version;

/**
 * Counts what people write themselves as read by them, in the transaction of the version. They have
 * read the whole of it where they had read what it was made of.
 */
public final class OwnWords implements HistoryListener {
  private final Clock clock;
  private final ReadMarkStore store = new ReadMarkStore();

  /** Tells by this clock when something was read. */
  public OwnWords(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    Actor actor = CurrentActor.get();
    @Nullable Long account = actor.accountId();
    if (account == null) {
      return;
    }
    for (Addition added : versions) {
      @Nullable ScriptText text = added.text();
      if (text != null && added.version().author().name().equals(actor.name())) {
        add(handle, account, added, text);
      }
    }
  }

  private void add(Handle handle, long account, Addition added, ScriptText text) {
    Version version = added.version();
    ReadPassages read = ReadPassages.of(store.rows(handle, account, version.scriptId()));
    Set<Long> own = read.unread(own(added, text));
    boolean isWhole = isRead(read, version.parentVersion());
    isWhole &= isRead(read, version.mergeParentVersion());
    if (isWhole || !own.isEmpty()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      byte[] passages = PassageHashes.bytes(own);
      store.put(
          handle, account, version.scriptId(), version.versionNumber(), now, isWhole, passages);
    }
  }

  private static boolean isRead(ReadPassages read, @Nullable Integer parent) {
    return parent == null || read.readAt(parent) != null;
  }

  /** Those of the version that neither parent has. */
  private static Set<Long> own(Addition added, ScriptText text) {
    @Nullable ParentDiff parent = added.parent();
    @Nullable ParentDiff mergeParent = added.mergeParent();
    if (parent == null) {
      return added.version().parentVersion() == null ? PassageHashes.of(text) : Set.of();
    }
    Set<Long> own = NewChanges.passages(parent.diff());
    if (mergeParent != null) {
      own.retainAll(NewChanges.passages(mergeParent.diff()));
    }
    return own;
  }
}
