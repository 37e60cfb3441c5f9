package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;
import prismq.t.script.versioning.compare.WordCounts;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * That the branch of a version has other words by now, so that no verdict on it counts.
 *
 * @param headVersion the latest one on its branch
 * @param since when the first version was saved that has other words
 * @param words what changed from the version to that one
 */
public record ReviewLapse(
    String scriptId, int versionNumber, int headVersion, Diff.Statistics words, Instant since) {
  /** What changed: “12 words added, 3 words removed”. */
  public String changed() {
    List<String> counts = WordCounts.of(words);
    return Messages.series(counts);
  }

  /** Where that is shown. */
  public String comparisonUrl() {
    return Urls.compare(scriptId, versionNumber, headVersion);
  }

  /** The form to ask for a review of the latest one. */
  public String askUrl() {
    return Urls.askForReview(scriptId, headVersion);
  }
}
