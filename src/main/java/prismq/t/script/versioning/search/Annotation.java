package prismq.t.script.versioning.search;

import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Which version last wrote each part of a text.
 *
 * @param text the text of the version
 * @param runs in order; together they are the whole text, and neighbours are of different versions
 */
public record Annotation(ScriptText text, List<Attribution> runs) {
  /**
   * A part of the text.
   *
   * @param bytes where it stands
   * @param versionNumber the version that wrote it
   */
  public record Attribution(ByteRange bytes, int versionNumber) {}
}
