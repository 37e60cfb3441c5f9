package prismq.t.script.versioning.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.Fountain;
import prismq.t.script.versioning.core.text.LineRange;

/** The scenes or sections of the right text, found while it is read from start to end. */
final class SectionNames {
  /** A longer line is no heading, in bytes. */
  private static final int MAX_BYTES = 200;

  private static final int MAX_LENGTH = 60;

  private static final Pattern HEADING = Pattern.compile("#{1,6}[ \\t]+(\\S.*?)[ \\t]*#*");
  private static final Pattern SCENE_NUMBER = Pattern.compile("[ \\t]*#[^#]{1,10}#$");

  private final Diff diff;
  private final boolean isFountain;
  private int next;
  private @Nullable String last;

  SectionNames(Diff diff, boolean isFountain) {
    this.diff = diff;
    this.isFountain = isFountain;
  }

  /**
   * The title of the last heading before a line; null where there is none. Lines are asked for in
   * their order.
   */
  @Nullable String before(int line) {
    for (; next < line; next++) {
      String title = title(next);
      last = title == null ? last : title;
    }
    return last;
  }

  /** Whether a line of the right text is a heading. */
  boolean isHeading(int line) {
    return line < diff.to().size() && title(line) != null;
  }

  private @Nullable String title(int line) {
    LineRange lines = new LineRange(line, line + 1);
    if (diff.toBytes(lines).length() > MAX_BYTES) {
      return null;
    }
    String text = diff.reading().to(diff.reading().toPart(lines)).strip();
    Matcher heading = HEADING.matcher(text);
    if (heading.matches()) {
      return shortened(heading.group(1));
    }
    if (!isFountain || !Fountain.isSceneHeading(text)) {
      return null;
    }
    String scene = SCENE_NUMBER.matcher(text).replaceFirst("");
    return shortened(scene.startsWith(".") ? scene.substring(1) : scene);
  }

  private static String shortened(String title) {
    int characters = title.codePointCount(0, title.length());
    return characters <= MAX_LENGTH
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_LENGTH)).stripTrailing() + "…";
  }
}
