package prismq.t.script.versioning.share;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** What is told of share links that do not work or are not there. */
public final class ShareLinkProblems {
  private ShareLinkProblems() {}

  /** For guests: the link does not work, and why is not told. */
  public static Problem dead() {
    return new Problem(
        ProblemKind.DEAD_SHARE_LINK,
        FilledMessage.of("share.dead"),
        FilledMessage.of("share.dead_next"));
  }

  /** For guests: what the link shows cannot be read. */
  public static Problem damaged() {
    return new Problem(
        ProblemKind.DAMAGED_VERSION,
        FilledMessage.of("share.damaged"),
        FilledMessage.of("share.damaged_next"));
  }

  /** For guests: the link does not let them download. */
  public static Problem noDownloads() {
    return new Problem(
        ProblemKind.FORBIDDEN,
        FilledMessage.of("share.no_downloads"),
        FilledMessage.of("share.no_downloads_next"));
  }

  /** For those who make links: there is no such one, or it is not theirs. */
  public static Problem notFound() {
    return new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("share.not_found"));
  }

  /** For those who make links: one that was revoked stays so. */
  static Problem revoked() {
    return new Problem(
        ProblemKind.REVOKED_SHARE_LINK,
        FilledMessage.of("share.revoked"),
        FilledMessage.of("share.revoked_next"));
  }
}
