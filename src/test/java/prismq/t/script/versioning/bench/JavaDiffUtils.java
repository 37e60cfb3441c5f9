package prismq.t.script.versioning.bench;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;

/** The comparison by word that java-diff-utils offers, with its own settings. */
final class JavaDiffUtils {
  /** Longer texts that were rewritten take all memory. */
  private static final int MAX_BYTES = 200_000;

  private static final String START = "\uE000";
  private static final String END = "\uE001";
  private static final Pattern MARKED = Pattern.compile(START + "([^" + END + "]*)");

  private JavaDiffUtils() {}

  /** The rows, made in time or not at all. */
  static List<DiffRow> rows(ScriptText from, ScriptText to) {
    Deadline deadline = new Deadline();
    return DiffRowGenerator.create()
        .showInlineDiffs(true)
        .inlineDiffByWord(true)
        .mergeOriginalRevised(false)
        .lineNormalizer(line -> line)
        .oldTag(starts -> starts ? START : END)
        .newTag(starts -> starts ? START : END)
        .equalizer(
            (one, other) -> {
              deadline.check();
              return one.equals(other);
            })
        .build()
        .generateDiffRows(from.display().lines().toList(), to.display().lines().toList());
  }

  /** How many words it marks; empty where the texts are too much for it. */
  static OptionalInt markedWords(ScriptText from, ScriptText to) {
    if (from.sizeBytes() + to.sizeBytes() > MAX_BYTES) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          rows(from, to).stream()
              .mapToInt(row -> markedWords(row.getOldLine()) + markedWords(row.getNewLine()))
              .sum());
    } catch (Deadline.PassedException e) {
      return OptionalInt.empty();
    }
  }

  private static int markedWords(String line) {
    int words = 0;
    Matcher marked = MARKED.matcher(line);
    while (marked.find()) {
      words += Words.count(marked.group(1));
    }
    return words;
  }
}
