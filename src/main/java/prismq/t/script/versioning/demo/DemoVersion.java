package prismq.t.script.versioning.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Metadata;

/**
 * One row of a demo script's table of versions.
 *
 * @param age how long before the demo is filled in it was written
 * @param reviewScore from 0 to 100
 * @param lengthSeconds how long it takes to narrate; null without narration
 * @param notes what the reviewer says about it
 * @param restoredFrom the version whose content it restores, else null
 */
record DemoVersion(
    Duration age,
    DemoAuthor author,
    String changeDescription,
    int reviewScore,
    @Nullable Integer lengthSeconds,
    String notes,
    String branch,
    @Nullable Integer restoredFrom) {

  /** A version on main with a text of its own. */
  static DemoVersion version(
      Duration age, DemoAuthor author, String changeDescription, int reviewScore, String notes) {
    return new DemoVersion(
        age, author, changeDescription, reviewScore, null, notes, Branch.MAIN, null);
  }

  /** An age with the hours that keep a history from being saved at the same minute every day. */
  static Duration ago(int days, int hours, int minutes) {
    return Duration.ofDays(days).plusHours(hours).plusMinutes(minutes);
  }

  DemoVersion seconds(int length) {
    return new DemoVersion(
        age, author, changeDescription, reviewScore, length, notes, branch, restoredFrom);
  }

  DemoVersion on(String otherBranch) {
    return new DemoVersion(
        age,
        author,
        changeDescription,
        reviewScore,
        lengthSeconds,
        notes,
        otherBranch,
        restoredFrom);
  }

  DemoVersion restoring(int version) {
    return new DemoVersion(
        age, author, changeDescription, reviewScore, lengthSeconds, notes, branch, version);
  }

  Metadata metadata() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("review_score", reviewScore);
    if (lengthSeconds != null) {
      values.put("length_seconds", lengthSeconds);
    }
    String model = author.model();
    values.put("source", model == null ? "human" : "ai");
    if (model != null) {
      values.put("model", model);
    }
    values.put("notes", notes);
    return Metadata.of(values);
  }
}
