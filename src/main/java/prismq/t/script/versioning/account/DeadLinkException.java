package prismq.t.script.versioning.account;

import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A link that was used, has expired, was withdrawn, or never was; which one is not told. */
public final class DeadLinkException extends Problem {
  private static final long serialVersionUID = 1L;

  DeadLinkException(LinkPurpose purpose) {
    super(
        ProblemKind.DEAD_LINK,
        "This link was used already, has expired, or was withdrawn.",
        next(purpose));
  }

  private static String next(LinkPurpose purpose) {
    return switch (purpose) {
      case SET_UP ->
          "Start the server again: it prints a new one. If you have an account, sign in.";
      case INVITATION -> "Ask for a new invitation. If you made an account with it, sign in.";
      case RESET -> "Ask an admin for a new one. If you set a new password with it, sign in.";
    };
  }
}
