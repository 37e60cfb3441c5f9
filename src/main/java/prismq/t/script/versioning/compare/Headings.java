package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.Pieces;

/** The headings of a text, or the scenes of a screenplay, in their order. */
final class Headings {
  /** The number of what stands before the first one. */
  static final int NONE = 0;

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+\\S.*");
  private static final int LONGEST_TITLE = 60;

  private record Heading(int line, String title) {}

  private final List<Heading> all;

  private Headings(List<Heading> all) {
    this.all = all;
  }

  /** Those of the text that a comparison leads to. */
  static Headings of(Diff diff, boolean isScreenplay) {
    Pieces lines = diff.to();
    List<Heading> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = ExactText.decoded(lines.get(i)).replace("\uFEFF", "").strip();
      boolean isHeading =
          isScreenplay ? Fountain.isSceneHeading(line) : HEADING.matcher(line).matches();
      if (isHeading) {
        found.add(new Heading(i, line));
      }
    }
    return new Headings(found);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The number of the heading at or before a line, from 1; {@link #NONE} where there is none. */
  int at(int line) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).line <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What a heading says, without its mark; cut where it is long. */
  String title(int number) {
    String title = all.get(number - 1).title.replaceFirst("^#+\\s+", "").replaceFirst("\\s#+$", "");
    return title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)).strip() + "…";
  }
}
