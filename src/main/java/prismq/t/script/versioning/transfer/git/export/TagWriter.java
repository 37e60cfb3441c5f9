package prismq.t.script.versioning.transfer.git.export;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import prismq.t.script.versioning.transfer.git.format.LabelTag;

/** Writes the tags of an export. */
final class TagWriter {
  private final PackWriter pack;
  private PackWriter.Added last = new PackWriter.Added(ObjectId.zeroId(), new byte[0]);

  TagWriter(PackWriter pack) {
    this.pack = pack;
  }

  /** Writes a tag of this name on a commit; its id. */
  ObjectId add(LabelTag tag, String name, ObjectId commit) throws IOException {
    last = pack.add(Constants.OBJ_TAG, tag.bytes(name, commit), last);
    return last.id();
  }
}
