package prismq.t.script.versioning.label;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.review.ReviewLapse;
import prismq.t.script.versioning.review.WordingVerdict;

/**
 * Who stands for the words of a labelled version.
 *
 * @param given how it got the label; null where that is not in the log
 * @param verdicts of all reviews of the script, newest first; only some of them hold for these
 *     words
 * @param before how much of the words an AI wrote in the first version that was reviewed; null
 *     where there is none but this, or it is not known
 * @param after the same of this version; null where it is not known
 * @param lapse that a later version has other words, for which nothing of this holds; null for none
 */
public record EditorialRecord(
    Script script,
    Label label,
    Version version,
    @Nullable LabelLogEntry given,
    List<WordingVerdict> verdicts,
    List<Responsible> responsible,
    @Nullable AiShare before,
    @Nullable AiShare after,
    @Nullable ReviewLapse lapse) {
  /**
   * Somebody who takes responsibility.
   *
   * @param versionNumber the version for whose words
   * @param holds whether the labelled version has the same words
   */
  public record Responsible(Account account, int versionNumber, Instant takenAt, boolean holds) {}

  /** How much of a version's words an AI wrote, in percent. */
  public record AiShare(int versionNumber, double percent) {}

  /** Whether somebody has taken responsibility for this version. */
  boolean isTakenBy(@Nullable Account account) {
    return account != null
        && responsible.stream()
            .anyMatch(
                one ->
                    one.account().id() == account.id()
                        && one.versionNumber() == version.versionNumber());
  }

  /** Whether anybody takes responsibility for these words. */
  public boolean isTaken() {
    return responsible.stream().anyMatch(Responsible::holds);
  }
}
