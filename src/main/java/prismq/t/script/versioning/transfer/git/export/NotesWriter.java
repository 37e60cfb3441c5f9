package prismq.t.script.versioning.transfer.git.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import prismq.t.script.versioning.transfer.git.format.CommitNote;

/** Collects the notes of an export, and lists them as git does. */
final class NotesWriter {
  private static final String SIGNER = "Script Versioning <>";

  /** From this number on git looks for a note in folders by the first two digits of the commit. */
  private static final int MAX_NOTES_IN_ONE_FOLDER = 256;

  private final PackWriter pack;
  private final SortedMap<ObjectId, ObjectId> notes = new TreeMap<>();
  private PackWriter.Added last;

  NotesWriter(PackWriter pack) {
    this.pack = pack;
    this.last = new PackWriter.Added(ObjectId.zeroId(), new byte[0]);
  }

  void add(ObjectId commit, CommitNote note) throws IOException {
    if (!note.isEmpty()) {
      last = pack.add(Constants.OBJ_BLOB, note.json(), last);
      notes.put(commit, last.id());
    }
  }

  boolean isEmpty() {
    return notes.isEmpty();
  }

  /** Writes the list of notes, and the commit that {@link CommitNote#REF} leads to. */
  ObjectId write(long seconds) throws IOException {
    ObjectId tree = notes.size() > MAX_NOTES_IN_ONE_FOLDER ? folders() : flat(notes, 0);
    byte[] commit =
        CommitFormat.bytes(
            tree,
            List.of(),
            SIGNER,
            seconds + " +0000",
            "What commits cannot say of their versions\n");
    return pack.add(Constants.OBJ_COMMIT, commit, null).id();
  }

  private ObjectId folders() throws IOException {
    SortedMap<String, SortedMap<ObjectId, ObjectId>> folders = new TreeMap<>();
    notes.forEach(
        (commit, note) ->
            folders
                .computeIfAbsent(commit.name().substring(0, 2), key -> new TreeMap<>())
                .put(commit, note));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (Map.Entry<String, SortedMap<ObjectId, ObjectId>> folder : folders.entrySet()) {
      entry(tree, "40000 " + folder.getKey(), flat(folder.getValue(), 2));
    }
    return pack.add(Constants.OBJ_TREE, tree.toByteArray(), null).id();
  }

  private ObjectId flat(SortedMap<ObjectId, ObjectId> some, int cut) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    some.forEach((commit, note) -> entry(tree, "100644 " + commit.name().substring(cut), note));
    return pack.add(Constants.OBJ_TREE, tree.toByteArray(), null).id();
  }

  private static void entry(ByteArrayOutputStream tree, String heading, ObjectId id) {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(raw, 0);
    tree.writeBytes((heading + "\0").getBytes(StandardCharsets.US_ASCII));
    tree.writeBytes(raw);
  }
}
