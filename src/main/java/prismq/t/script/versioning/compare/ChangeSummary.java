package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/** Says in one line what a comparison changed, for a version whose author wrote no line on it. */
public final class ChangeSummary {
  private static final Numbers NUMBERS = new Numbers();

  /** Where at most so many places changed, each of them is named. */
  private static final int NAMED_PLACES = 3;

  private final Comparison comparison;
  private final Map<Change.Type, Integer> paragraphs = new EnumMap<>(Change.Type.class);

  private ChangeSummary(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * For example “3 paragraphs changed in scene 4”. The same texts always have the same line in a
   * language.
   */
  public static String of(Comparison comparison) {
    if (comparison.from().sizeBytes() == 0) {
      return Messages.text(
          comparison.to().sizeBytes() == 0 ? "compare.summary.none" : "compare.summary.first");
    }
    if (comparison.to().sizeBytes() == 0) {
      return Messages.text("compare.summary.emptied");
    }
    return new ChangeSummary(comparison).line();
  }

  private String line() {
    Diff diff = comparison.diff();
    if (diff.isEmpty()) {
      return Messages.text("compare.summary.none");
    }
    for (Change change : diff.changes()) {
      Change.Type type =
          change.type() == Change.Type.REPLACED ? Change.Type.CHANGED : change.type();
      paragraphs.merge(type, count(diff, change), Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    add(parts, Change.Type.CHANGED, "changed");
    add(parts, Change.Type.INSERTED, "added");
    add(parts, Change.Type.DELETED, "removed");
    add(parts, Change.Type.MOVED, "moved");
    return parts.isEmpty()
        ? Messages.text("compare.summary.line_endings")
        : placed(Messages.series(parts));
  }

  private static int count(Diff diff, Change change) {
    int before = 0;
    int after = 0;
    for (Block block : change.blocks()) {
      before += diff.fromParagraphs(block.fromLines()).length;
      after += diff.toParagraphs(block.toLines()).length;
    }
    return Math.max(1, Math.max(before, after));
  }

  /** Only the first number has its unit. */
  private void add(List<String> parts, Change.Type type, String verb) {
    int count = paragraphs.getOrDefault(type, 0);
    if (count > 0) {
      String key = parts.isEmpty() ? "compare.summary.paragraphs_" : "compare.summary.";
      parts.add(Messages.count(key + verb, count, NUMBERS.whole(count)));
    }
  }

  /** With where it is, where all of it is under headings. */
  private String placed(String what) {
    Headings headings = Headings.of(comparison.diff(), comparison.isFountain());
    NavigableSet<Integer> changed = new TreeSet<>();
    for (Change change : comparison.diff().changes()) {
      for (Block block : change.blocks()) {
        // What was removed stood after the line before.
        LineRange lines = block.toLines();
        int first = headings.at(lines.isEmpty() ? lines.start() - 1 : lines.start());
        int last = lines.isEmpty() ? first : headings.at(lines.end() - 1);
        IntStream.rangeClosed(first, last).forEach(changed::add);
      }
    }
    if (headings.isEmpty() || changed.first() == Headings.NONE) {
      return what;
    }
    return comparison.isFountain() ? inScenes(what, changed) : inSections(what, headings, changed);
  }

  private static String inScenes(String what, NavigableSet<Integer> changed) {
    if (changed.size() > NAMED_PLACES) {
      String scenes = NUMBERS.count(changed.size(), "scene");
      return Messages.text("compare.summary.in_parts", what, scenes);
    }
    List<String> numbers = changed.stream().map(String::valueOf).toList();
    return numbers.size() == 1
        ? Messages.text("compare.summary.in_scene", what, numbers.get(0))
        : Messages.text("compare.summary.in_scenes", what, Messages.list(numbers));
  }

  private static String inSections(String what, Headings headings, NavigableSet<Integer> changed) {
    return changed.size() == 1
        ? Messages.text("compare.summary.in_section", what, headings.title(changed.first()))
        : Messages.text("compare.summary.in_parts", what, NUMBERS.count(changed.size(), "section"));
  }
}
