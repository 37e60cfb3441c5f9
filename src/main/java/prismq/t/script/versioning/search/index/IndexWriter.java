package prismq.t.script.versioning.search.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.EarlierPassages;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionNote;
import prismq.t.script.versioning.search.index.IndexStore.Indexed;
import prismq.t.script.versioning.search.index.IndexStore.TermsRow;

/**
 * Adds versions to the index, in the transaction that saves them. Safe for use by several threads,
 * of which only one can be writing.
 */
public final class IndexWriter implements HistoryListener {
  private final IndexStore store = new IndexStore();

  /** A very long history may be over the bound, and is then the only one kept. */
  private final SharedCache<Long, PassagesAsOf> kept =
      SharedCache.ofRecentlyUsed(CacheBound.PASSAGE_NUMBERS, known -> known.passages.weight());

  /** The passages of a script as of a version. */
  private record PassagesAsOf(Indexed indexed, EarlierPassages passages) {}

  /**
   * A version to be added.
   *
   * @param versionHash of it
   * @param note what is said about it
   * @param text null where it cannot be read
   * @param parent its first parent; null where there is none, or it cannot be read
   * @param mergeParent the second one; null likewise
   */
  public record IndexedVersion(
      int versionNumber,
      byte[] versionHash,
      String note,
      @Nullable ScriptText text,
      NewPassages.@Nullable ParentDiff parent,
      NewPassages.@Nullable ParentDiff mergeParent) {
    /** The addition of a version, as histories tell of it. */
    public static IndexedVersion of(HistoryListener.Addition added) {
      Version version = added.version();
      return new IndexedVersion(
          version.versionNumber(),
          version.versionHash().bytes(),
          VersionNote.text(version),
          added.text(),
          added.parent(),
          added.mergeParent());
    }
  }

  @Override
  public void versionsAdded(
      Handle handle, String scriptId, List<HistoryListener.Addition> versions) {
    add(handle, scriptId, versions.stream().map(IndexedVersion::of).toList());
  }

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    clearIfOutdated(handle);
    long script = store.script(handle, scriptId);
    if (store.indexed(handle, script).isEmpty()) {
      store.insert(handle, script, 0, NewPassages.NONE);
      store.insertTerms(handle, Stream.of(note(script, 0, title)));
    }
  }

  /**
   * Adds a version, if the index has the one before; else the next update of the index adds both.
   */
  public void add(Handle handle, String scriptId, IndexedVersion version) {
    add(handle, scriptId, List.of(version));
  }

  /** The same with versions that follow each other. */
  public synchronized void add(Handle handle, String scriptId, List<IndexedVersion> versions) {
    long script = store.script(handle, scriptId);
    Optional<Indexed> before = store.indexed(handle, script);
    if (versions.isEmpty()
        || before.isEmpty()
        || before.get().version() != versions.get(0).versionNumber - 1) {
      return;
    }
    EarlierPassages earlier;
    try {
      earlier = earlierPassages(handle, script, before.get());
    } catch (BrokenPassagesException e) {
      return; // Saving goes on; verify reports it, and reindexing repairs it.
    }
    for (IndexedVersion version : versions) {
      NewPassages added =
          version.text == null
              ? NewPassages.unreadable(version.versionNumber, earlier.size())
              : NewPassages.of(
                  version.versionNumber,
                  earlier,
                  version.parent,
                  version.mergeParent,
                  version.text);
      store.insert(handle, script, version.versionNumber, added);
      store.insertTerms(handle, terms(script, version, added));
    }
    IndexedVersion last = versions.get(versions.size() - 1);
    Indexed indexed = before.get().at(last.versionNumber, last.versionHash);
    kept.put(script, new PassagesAsOf(indexed, earlier));
  }

  @Override
  public void titleChanged(Handle handle, String scriptId, String before, String after) {
    long script = store.script(handle, scriptId);
    if (store.indexed(handle, script).isPresent()) {
      store.removeTerms(handle, note(script, 0, before));
      store.insertTerms(handle, Stream.of(note(script, 0, after)));
    }
  }

  private static Stream<TermsRow> terms(long script, IndexedVersion version, NewPassages added) {
    Stream<TermsRow> passages =
        IntStream.range(0, added.texts().size())
            .mapToObj(
                i ->
                    new TermsRow(
                        RowId.passage(script, added.first() + i),
                        Terms.joined(ScriptText.ofExact(added.texts().get(i)).display())));
    return Stream.concat(passages, Stream.of(note(script, version.versionNumber, version.note)));
  }

  private static TermsRow note(long script, int versionNumber, String text) {
    return new TermsRow(RowId.note(script, versionNumber), Terms.joined(text));
  }

  /** Removes the passages of a script from the cache, to be put back after the additions. */
  private EarlierPassages earlierPassages(Handle handle, long script, Indexed before) {
    @Nullable PassagesAsOf known = kept.take(script);
    if (known != null && known.indexed.isSameAs(before)) {
      return known.passages;
    }
    return EarlierPassages.of(store.history(handle, script));
  }

  /** Whether the index was made as this release makes one. */
  public boolean isCurrent(Handle handle) {
    return store.isCurrent(handle);
  }

  /** Empties an index that another release made otherwise, to be rebuilt. */
  public void clearIfOutdated(Handle handle) {
    if (!store.isCurrent(handle)) {
      clear(handle);
    }
  }

  /** Empties the index, to be rebuilt. */
  public synchronized void clear(Handle handle) {
    store.clear(handle);
    kept.clear();
  }

  /**
   * The ids of scripts whose latest version, or even title, is not in the index; those made first
   * come first.
   *
   * @param after the id of a script that these come after; null for the first ones
   */
  public List<String> behind(Handle handle, @Nullable String after, int limit) {
    long above = after == null ? 0 : store.script(handle, after);
    return store.behind(handle, above, limit).stream().map(IndexStore.Behind::scriptId).toList();
  }

  /**
   * Makes the index smaller by a step; whether there is more to do.
   *
   * @param isFirst whether it is the first step
   */
  public boolean optimizeStep(Handle handle, boolean isFirst) {
    return store.optimizeStep(handle, isFirst);
  }

  /** The last version of a script that the index has; -1 where not even the title is in it. */
  public int indexedVersion(Handle handle, String scriptId) {
    return store.indexed(handle, store.script(handle, scriptId)).map(Indexed::version).orElse(-1);
  }
}
