package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.util.List;

/** Where files of drafts lie. */
interface DraftSource extends AutoCloseable {
  /** Most files accepted. */
  int MAX_FILES = 20_000;

  /** Deepest nesting of folders. */
  int MAX_DEPTH = 20;

  String HIDDEN = "hidden";
  String TOO_DEEP = "more than " + MAX_DEPTH + " folders lie in each other";

  /** The files in any order; others are reported as left out. */
  List<DraftFile> files() throws IOException;

  /** The bytes of a file, up to a limit. */
  byte[] read(DraftFile file, int atMost) throws IOException;

  @Override
  void close() throws IOException;
}
