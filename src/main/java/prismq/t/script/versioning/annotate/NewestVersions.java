package prismq.t.script.versioning.annotate;

import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotation.Attribution;

/**
 * Finds the newest version that wrote some of a stretch, for stretches in the order of the text.
 */
final class NewestVersions {
  private final byte[] bytes;
  private final List<Attribution> runs;
  private int first;

  NewestVersions(Annotation annotation) {
    this.bytes = annotation.text().read();
    this.runs = annotation.runs();
  }

  /**
   * The newest version that wrote more than white space there; where there is nothing else, the
   * newest that wrote that.
   *
   * @param stretch not empty, and not before the one asked for last
   */
  int of(ByteRange stretch) {
    while (runs.get(first).bytes().end() <= stretch.start()) {
      first++;
    }
    int newest = 0;
    int newestBlank = 0;
    for (int i = first; i < runs.size() && runs.get(i).bytes().start() < stretch.end(); i++) {
      Attribution run = runs.get(i);
      newestBlank = Math.max(newestBlank, run.versionNumber());
      if (run.versionNumber() > newest && !isBlank(run.bytes().within(stretch))) {
        newest = run.versionNumber();
      }
    }
    return newest == 0 ? newestBlank : newest;
  }

  /** Whether there is nothing but white space. */
  private boolean isBlank(ByteRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (!Paragraphs.isSpace((char) (bytes[i] & 0xFF))) {
        return false;
      }
    }
    return true;
  }
}
