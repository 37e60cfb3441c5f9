package prismq.t.script.versioning.transfer.git;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Writes the tags of an export. */
final class ExportTags {
  private final ExportPack pack;
  private ExportPack.Added last = new ExportPack.Added(ObjectId.zeroId(), new byte[0]);

  ExportTags(ExportPack pack) {
    this.pack = pack;
  }

  /** Writes a tag of this name on a commit; its id. */
  ObjectId add(LabelTag tag, String name, ObjectId commit) throws IOException {
    last = pack.add(Constants.OBJ_TAG, tag.bytes(name, commit), last);
    return last.id();
  }
}
