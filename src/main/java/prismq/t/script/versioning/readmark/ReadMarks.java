package prismq.t.script.versioning.readmark;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;

/**
 * What people have read of scripts, which they say themselves; opening a page says nothing. Safe
 * for use by several threads.
 */
public final class ReadMarks {
  private final Database database;
  private final VersionManager versions;
  private final ReadListener listener;
  private final Clock clock;
  private final ReadMarkStore store = new ReadMarkStore();

  /**
   * Keeps them in this database, by this clock.
   *
   * @param listener is told of versions that people say they have read
   */
  public ReadMarks(Database database, VersionManager versions, ReadListener listener, Clock clock) {
    this.database = database;
    this.versions = versions;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Notes that somebody has read the whole of a version.
   *
   * @return when they have
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such version
   */
  public Instant read(long account, String scriptId, int versionNumber) {
    Set<Long> passages =
        versions.view(
            scriptId,
            view -> PassageHashes.of(view.content(view.version(versionNumber).versionNumber())));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.write(
        handle -> {
          ReadPassages before = ReadPassages.of(store.rows(handle, account, scriptId));
          byte[] added = PassageHashes.bytes(before.unread(passages));
          store.put(handle, account, scriptId, versionNumber, now, true, added);
          return null;
        });
    listener.read(account, scriptId, versionNumber);
    return now;
  }

  /** When somebody has read the whole of a version; null for never. */
  public @Nullable Instant readAt(long account, String scriptId, int versionNumber) {
    return database.read(
        handle -> store.readAt(handle, account, scriptId, versionNumber).orElse(null));
  }

  /** All that somebody has read of a script. */
  public ReadPassages of(long account, String scriptId) {
    return ReadPassages.of(database.read(handle -> store.rows(handle, account, scriptId)));
  }

  /**
   * How much of a version somebody has read, in whichever version they read it.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such version
   */
  public ReadShare share(long account, String scriptId, int versionNumber) {
    ScriptText text =
        versions.view(scriptId, view -> view.content(view.version(versionNumber).versionNumber()));
    ReadPassages read = of(account, scriptId);
    int words = 0;
    int wordsRead = 0;
    for (String passage : PassageCutter.cut(text.inUtf8())) {
      long hash = PassageHashes.of(passage);
      int count = hash == PassageHashes.BLANK ? 0 : Words.count(ExactText.decoded(passage));
      words += count;
      wordsRead += read.has(hash) ? count : 0;
    }
    return new ReadShare(wordsRead, words);
  }

  /** The scripts of which somebody has read anything, those that were changed last first. */
  public List<String> begun(long account, int limit) {
    return database.read(handle -> store.scripts(handle, account, limit));
  }
}
