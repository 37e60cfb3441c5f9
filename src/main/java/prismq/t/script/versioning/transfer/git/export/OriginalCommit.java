package prismq.t.script.versioning.transfer.git.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.walk.FileChange;

/**
 * Finds the commit that a version was imported from. Its time zone and whether its message ended
 * with a line break are not kept, but the start of its id is: if one of the possible forms gives
 * it, that is the commit, and the exported history has the ids of the imported one.
 */
final class OriginalCommit {
  private static final int QUARTERS_WEST = 12 * 4;
  private static final int QUARTERS_EAST = 14 * 4;

  private final Set<ObjectId> found = new HashSet<>();
  private Form last = Form.USUAL;

  /**
   * What is not kept of a commit.
   *
   * @param zone minutes east of UTC
   */
  record Form(int zone, boolean endsWithLine) {
    static final Form USUAL = new Form(0, true);

    String offset() {
      int minutes = Math.abs(zone);
      return String.format(
          java.util.Locale.ROOT, "%s%02d%02d", zone < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
  }

  /**
   * The commit of a version: the one it was imported from, or else one in the usual form.
   *
   * @param sourceKey what the version is called in its source; null if it was not imported
   */
  byte[] write(
      CommitFormat text, ObjectId tree, List<ObjectId> parents, byte @Nullable [] sourceKey) {
    // A commit with another parent than the original has another id, whatever its form.
    if (sourceKey != null && found.containsAll(parents)) {
      for (Form form : forms()) {
        byte[] commit = text.bytes(tree, parents, form);
        ObjectId id = PackWriter.id(Constants.OBJ_COMMIT, commit);
        if (isNamedIn(id, sourceKey)) {
          found.add(id);
          last = form;
          return commit;
        }
      }
    }
    return text.bytes(tree, parents, Form.USUAL);
  }

  /** The last one that fitted first, because most commits of a history are written alike. */
  private List<Form> forms() {
    List<Form> forms = new ArrayList<>(List.of(last));
    for (int quarter = -QUARTERS_WEST; quarter <= QUARTERS_EAST; quarter++) {
      forms.add(new Form(15 * quarter, true));
      forms.add(new Form(15 * quarter, false));
    }
    return forms;
  }

  private static boolean isNamedIn(ObjectId id, byte[] sourceKey) {
    byte[] bytes = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(bytes, 0);
    return sourceKey.length >= FileChange.COMMIT_BYTES
        && ByteBuffer.wrap(bytes, 0, FileChange.COMMIT_BYTES)
            .equals(ByteBuffer.wrap(sourceKey, 0, FileChange.COMMIT_BYTES));
  }
}
