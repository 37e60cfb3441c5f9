package prismq.t.script.versioning.search;

import java.util.List;
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
   * @param start in bytes, belongs to it
   * @param end in bytes, does not
   * @param versionNumber the version that wrote it
   */
  public record Attribution(int start, int end, int versionNumber) {}
}
