package prismq.t.script.versioning.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;

/** The two version numbers of a comparison's address, such as {@code 3...7}. */
record VersionPair(int from, int to) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.\\.\\.(\\d{1,9})");

  private static final Pattern WITH_ENDING = Pattern.compile(FORM.pattern() + "\\.([^.]+)");

  /**
   * The range of this notation.
   *
   * @throws NotFoundException where it is written otherwise, or ends with no format there is
   */
  static VersionPair of(Script script, String written) {
    Matcher withEnding = WITH_ENDING.matcher(written);
    if (withEnding.matches()) {
      throw NotFoundException.format(script, withEnding.group(3), TwinFormat.endings());
    }
    Matcher range = FORM.matcher(written);
    if (!range.matches()) {
      throw NotFoundException.version(script, "“" + written + "”");
    }
    return new VersionPair(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
  }
}
