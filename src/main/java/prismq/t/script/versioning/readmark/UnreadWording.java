package prismq.t.script.versioning.readmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.core.passage.PassageCutter;
import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.readmark.ReadPassages.ReadVersion;
import prismq.t.script.versioning.readmark.UnreadPassages.LetterStretch;

/**
 * Finds what of a version is new to somebody who has read an earlier one. Safe for use by several
 * threads.
 */
public final class UnreadWording {
  /** About what one passage takes in memory. */
  private static final int BYTES_OF_ONE = 32;

  private static final int BYTES_BESIDES = 300;

  private final Database database;
  private final VersionManager versions;
  private final ReadMarks marks;
  private final SharedCache<WordingKey, Optional<UnreadPassages>> kept =
      SharedCache.ofMostUsed(
          CacheBound.UNREAD_PASSAGES,
          (key, found) ->
              BYTES_BESIDES + found.map(UnreadPassages::count).orElse(0) * BYTES_OF_ONE);

  /** Compares versions with what people have read. */
  public UnreadWording(Database database, VersionManager versions, ReadMarks marks) {
    this.database = database;
    this.versions = versions;
    this.marks = marks;
  }

  /** Of whom, of what, and until when it holds. */
  private record WordingKey(long account, String scriptId, int versionNumber, long changeCount) {}

  /**
   * What of a version is new to whoever asks; null where nothing is, or all of it, or they have
   * read no earlier version, or have no account.
   */
  public @Nullable UnreadPassages of(Requester requester, String scriptId, int versionNumber) {
    OptionalLong account = AccountReader.account(requester);
    if (account.isEmpty()) {
      return null;
    }
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    return kept.get(
            new WordingKey(account.getAsLong(), scriptId, versionNumber, changeCount),
            () -> Optional.ofNullable(find(account.getAsLong(), scriptId, versionNumber)))
        .orElse(null);
  }

  private @Nullable UnreadPassages find(long account, String scriptId, int versionNumber) {
    ReadPassages read = marks.of(account, scriptId);
    if (read.versions().isEmpty() || read.readAt(versionNumber) != null) {
      return null;
    }
    ReadVersion last = read.versions().get(0);
    if (last.versionNumber() > versionNumber) {
      return null;
    }
    List<LetterStretch> stretches =
        versions.view(scriptId, view -> stretches(view, versionNumber, read));
    return stretches.isEmpty()
        ? null
        : new UnreadPassages(
            scriptId, versionNumber, last.versionNumber(), last.readAt(), stretches);
  }

  private static List<LetterStretch> stretches(
      ScriptView view, int versionNumber, ReadPassages read) {
    ScriptText text = view.content(view.version(versionNumber).versionNumber());
    return text.exactlyDecoded() ? stretches(text, read) : List.of();
  }

  /** None where every passage is new, because then there is nothing to tell apart. */
  static List<LetterStretch> stretches(ScriptText text, ReadPassages read) {
    LetterPositions letters = LetterPositions.of(text);
    Pieces passages = PassageCutter.cut(text.inUtf8());
    List<LetterStretch> found = new ArrayList<>();
    int readOnes = 0;
    for (int i = 0; i < passages.size(); i++) {
      long hash = PassageHashes.of(passages.get(i));
      if (read.has(hash)) {
        readOnes++;
      } else if (hash != PassageHashes.BLANK) {
        // In an exact text a character is a byte.
        int start = letters.before(passages.start(i));
        found.add(new LetterStretch(start, letters.before(passages.end(i))));
      }
    }
    return readOnes == 0 ? List.of() : found;
  }
}
