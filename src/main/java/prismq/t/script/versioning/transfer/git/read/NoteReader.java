package prismq.t.script.versioning.transfer.git.read;

import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.format.CommitNote;

/** The notes that an export has left in a repository; none in most. */
public final class NoteReader implements AutoCloseable {
  private final ObjectReader reader;
  private final NoteMap notes;

  private NoteReader(ObjectReader reader, NoteMap notes) {
    this.reader = reader;
    this.notes = notes;
  }

  public static NoteReader of(Repository repository) throws IOException {
    ObjectReader reader = repository.newObjectReader();
    try (RevWalk commits = new RevWalk(reader)) {
      @Nullable Ref ref = repository.exactRef(CommitNote.REF);
      return new NoteReader(
          reader,
          ref == null
              ? NoteMap.newEmptyMap()
              : NoteMap.read(reader, commits.parseCommit(ref.getObjectId())));
    } catch (IOException | LargeObjectException e) {
      // The history is imported without them.
      return new NoteReader(reader, NoteMap.newEmptyMap());
    }
  }

  /** The note of a commit; null if there is none that can be read. */
  public @Nullable CommitNote of(AnyObjectId commit) {
    try {
      @Nullable ObjectId note = notes.get(commit);
      return note == null
          ? null
          : CommitNote.read(
                  reader.open(note, Constants.OBJ_BLOB).getCachedBytes(CommitNote.MAX_LENGTH))
              .orElse(null);
    } catch (IOException | LargeObjectException e) {
      return null;
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
