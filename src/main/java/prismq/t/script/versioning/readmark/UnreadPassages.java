package prismq.t.script.versioning.readmark;

import java.time.Instant;
import java.util.List;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/**
 * The passages of a version that somebody has not read in this wording.
 *
 * @param readVersion the version that they have read last
 * @param readAt when they have
 * @param stretches where they are, none where all of the text is new
 */
public record UnreadPassages(
    String scriptId,
    int versionNumber,
    int readVersion,
    Instant readAt,
    List<LetterStretch> stretches) {
  /** A part of a text, in letters before its start and before its end. */
  public record LetterStretch(int start, int end) {}

  /** How many there are; several in a row count each. */
  public int count() {
    return stretches.size();
  }

  /** How many are new since when, in a few words. */
  public String told(Times times) {
    return Messages.text(
        "readmark.unread",
        readVersion,
        times.relative(readAt),
        Messages.count("count.paragraph", count(), Integer.toString(count())));
  }

  /** Where they are, as the page marks them: “12-340 500-620”. */
  public String marks() {
    StringBuilder marks = new StringBuilder();
    for (LetterStretch stretch : stretches) {
      marks.append(marks.isEmpty() ? "" : " ").append(stretch.start).append('-');
      marks.append(stretch.end);
    }
    return marks.toString();
  }

  /** Where it is compared with what was read. */
  public String comparisonUrl() {
    return Urls.compare(scriptId, readVersion, versionNumber);
  }
}
