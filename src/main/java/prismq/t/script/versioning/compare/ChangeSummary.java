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

  /** For example “3 paragraphs changed in scene 4”. The same texts always have the same line. */
  public static String of(Comparison comparison) {
    if (comparison.from().sizeBytes() == 0) {
      return comparison.to().sizeBytes() == 0 ? "No changes" : "First text";
    }
    if (comparison.to().sizeBytes() == 0) {
      return "All text removed";
    }
    return new ChangeSummary(comparison).line();
  }

  private String line() {
    Diff diff = comparison.diff();
    if (diff.isEmpty()) {
      return "No changes";
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
    return parts.isEmpty() ? "Line endings changed" : String.join(", ", parts) + place();
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
      String number = parts.isEmpty() ? NUMBERS.count(count, "paragraph") : NUMBERS.whole(count);
      parts.add(number + " " + verb);
    }
  }

  /** Where all of it is under headings; else empty. */
  private String place() {
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
      return "";
    }
    return " in " + (comparison.isFountain() ? scenes(changed) : sections(headings, changed));
  }

  private static String scenes(NavigableSet<Integer> changed) {
    if (changed.size() > NAMED_PLACES) {
      return NUMBERS.count(changed.size(), "scene");
    }
    List<String> numbers = changed.stream().map(String::valueOf).toList();
    return numbers.size() == 1 ? "scene " + numbers.get(0) : "scenes " + listed(numbers);
  }

  private static String sections(Headings headings, NavigableSet<Integer> changed) {
    if (changed.size() > 1) {
      return NUMBERS.count(changed.size(), "section");
    }
    return "“" + headings.title(changed.first()) + "”";
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
