package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;

/**
 * Lines that changed as a whole.
 *
 * @param kind what happened to them
 */
record WholeLines(List<String> exactLines, Segment.Kind kind) implements ChangedLines {
  @Override
  public List<Segment> line(int line) {
    String text = ScriptText.displayLine(exactLines.get(line));
    return text.isEmpty() ? List.of() : List.of(new Segment(kind, text));
  }

  @Override
  public int changedWords() {
    int words = 0;
    for (String line : exactLines) {
      words += Words.count(ScriptText.displayLine(line));
    }
    return words;
  }
}
