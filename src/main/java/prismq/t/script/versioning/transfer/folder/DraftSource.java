package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.util.List;
import prismq.t.script.versioning.language.FilledMessage;

/** Where files of drafts lie. */
interface DraftSource extends AutoCloseable {
  /** Most files accepted. */
  int MAX_FILES = 20_000;

  /** Deepest nesting of folders. */
  int MAX_DEPTH = 20;

  FilledMessage HIDDEN = FilledMessage.of("remark.hidden");
  FilledMessage TOO_DEEP = FilledMessage.of("remark.too_deep", MAX_DEPTH);

  /** The files in any order; others are reported as left out. */
  List<DraftFile> files() throws IOException;

  /** The bytes of a file, up to a limit. */
  byte[] read(DraftFile file, int atMost) throws IOException;

  @Override
  void close() throws IOException;
}
