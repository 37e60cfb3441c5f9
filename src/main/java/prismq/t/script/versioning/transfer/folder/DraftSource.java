package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.util.List;

/** Where files of drafts lie. */
interface DraftSource extends AutoCloseable {
  /** So many files are taken. */
  int MAX_FILES = 20_000;

  /** So many folders lie in each other. */
  int MAX_DEPTH = 20;

  String HIDDEN = "hidden";
  String TOO_DEEP = "more than " + MAX_DEPTH + " folders lie in each other";

  /** The files in any order; what is none of them is told as left out. */
  List<DraftFile> files() throws IOException;

  /** The bytes of a file, at most so many. */
  byte[] read(DraftFile file, int atMost) throws IOException;

  @Override
  void close() throws IOException;
}
