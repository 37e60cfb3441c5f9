package prismq.t.script.versioning.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;

/**
 * Somebody who was asked for a review.
 *
 * @param group the name of the one as whose member they were asked; empty for none
 * @param role as which; empty for none
 * @param weight how often a verdict counts where the rule weighs them
 * @param isMaker whether they made the version, so that their approval does not count
 * @param mayAnswer whether they can give a verdict now: they can sign in and may comment
 * @param mayDecide whether they may write, and so approve or request changes
 * @param verdicts what they said, oldest first; the last one counts
 * @param earlier what they said last of an earlier version; null for nothing, or where it is not
 *     known
 * @param isEarlierLapsed whether that version has other words
 */
public record Reviewer(
    Account account,
    String group,
    String role,
    int weight,
    boolean isMaker,
    boolean mayAnswer,
    boolean mayDecide,
    List<GivenVerdict> verdicts,
    @Nullable GivenVerdict earlier,
    boolean isEarlierLapsed) {
  /** Largest weight. */
  public static final int MAX_WEIGHT = 10;

  /** The verdict that counts; null where there is none yet. */
  public @Nullable GivenVerdict current() {
    return verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
  }

  /** Those that a later one replaced, oldest first. */
  public List<GivenVerdict> replaced() {
    return verdicts.isEmpty() ? List.of() : verdicts.subList(0, verdicts.size() - 1);
  }

  /** The role as a reader sees it; empty for none. */
  public String roleShown() {
    return ReviewerRole.shown(role);
  }

  /** Whether the verdict that stands is an approval of what they made themselves. */
  public boolean isOwnApproval() {
    @Nullable GivenVerdict given = current();
    return isMaker && given != null && given.verdict().isFor();
  }

  /** Of two who have said something, the one who did so later. */
  static Reviewer later(Reviewer one, Reviewer other) {
    @Nullable GivenVerdict first = one.current();
    @Nullable GivenVerdict second = other.current();
    boolean isFirst = first != null && (second == null || first.id() > second.id());
    return isFirst ? one : other;
  }

  Stance stance() {
    @Nullable GivenVerdict given = current();
    if (given == null) {
      return mayAnswer && mayDecide && !isMaker ? Stance.AWAITED : Stance.ASIDE;
    }
    if (given.verdict().isAgainst()) {
      return Stance.AGAINST;
    }
    if (given.verdict() == Verdict.THROUGH) {
      return Stance.THROUGH;
    }
    return given.verdict().isFor() && !isMaker ? Stance.FOR : Stance.ASIDE;
  }

  Ballot ballot() {
    return new Ballot(stance(), role, weight);
  }

  /** The same with what they said of an earlier version, which may have other words. */
  Reviewer withEarlier(GivenVerdict given, boolean isLapsed) {
    return new Reviewer(
        account, group, role, weight, isMaker, mayAnswer, mayDecide, verdicts, given, isLapsed);
  }
}
